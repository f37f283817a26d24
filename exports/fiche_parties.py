"""The parts of the A4 sheet: head, figures, filières, groupements, projects, foot. Millimetres throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import segno

from exports.fiche_page import LARGEUR, MARGE, Page
from geo.facettes import NATURES
from geo.repartitions import repartition
from theme import COULEURS, NOM, NON_RENSEIGNE, accorder, nombre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.fiche_contenu import Chiffre, Contenu

    Boite = tuple[float, float, float, float]

__all__ = ["UTILE", "chiffres", "filieres", "natures", "parties", "pied", "projets", "tete", "voisinage"]

UTILE: Final = LARGEUR - 2 * MARGE
"""Width between the margins."""

QR_MM: Final = 24.0
ENTRE: Final = 2.5
"""Between two cards."""

ENTETE_BARRES: Final = 7.5
PAS_BARRES: Final = 6.4
"""Height of a name and its bar."""

LIGNE: Final = 4.1
"""Height of a line of a list."""


def tete(page: Page, contenu: Contenu, adresse: str) -> None:
    """Name, place, and the code that leads to the view, down to 37 mm."""
    page.aplat(0, 0, LARGEUR, 3, COULEURS["encre"])
    large = UTILE - QR_MM - 6
    page.ligne(
        MARGE,
        9,
        large,
        f"{contenu.sorte} · {NOM}",
        taille=8.5,
        graisse="demi",
        couleur=COULEURS["ocre"],
        nom="surtitre",
    )
    haut = page.bloc(
        MARGE,
        13.2,
        large,
        16.5,
        contenu.nom,
        taille=23,
        mini=0.55,
        graisse="demi",
        couleur=COULEURS["encre"],
        nom="nom",
    )
    page.bloc(
        MARGE,
        14.2 + haut,
        large,
        (28 if contenu.etape else 37.5) - 14.2 - haut,
        contenu.precision,
        taille=9,
        mini=0.7,
        couleur=COULEURS["discret"],
        nom="précision",
    )
    if contenu.etape:
        page.bloc(
            MARGE,
            28.5,
            large,
            9,
            contenu.etape,
            taille=8.2,
            mini=0.75,
            couleur=COULEURS["texte"],
            nom="étape",
        )
    _code(page, adresse, LARGEUR - MARGE - QR_MM, 9)
    page.ligne(
        LARGEUR - MARGE - QR_MM - 4,
        9.4 + QR_MM,
        QR_MM + 4,
        "La fiche en ligne",
        taille=7,
        couleur=COULEURS["encre"],
        aligne="R",
        lien=adresse,
        nom="lien",
    )


def _code(page: Page, adresse: str, x: float, y: float) -> None:
    """A QR code of squares, runs of a line joined; it is a link as well."""
    lignes = [*segno.make(adresse, error="m", micro=False).matrix_iter(border=0)]
    pas = QR_MM / len(lignes)
    page.set_fill_color(COULEURS["encre"])
    for rang, ligne in enumerate(lignes):
        debut = None
        for colonne, noir in enumerate([*ligne, 0]):
            if noir and debut is None:
                debut = colonne
            elif not noir and debut is not None:
                page.rect(x + debut * pas, y + rang * pas, (colonne - debut) * pas, pas * 1.02, style="F")
                debut = None
    page.link(x, y, QR_MM, QR_MM, adresse, alt_text="Lien vers la fiche en ligne")


def chiffres(page: Page, tous: Sequence[Chiffre], y: float) -> float:
    """Five large figures, then four, each with its rank and what it is compared with.

    Returns:
        Where they end.
    """
    references = max(len(c.references) for c in tous)
    grande, petite = 20.5 + 3.1 * references, 17.5 + 3.0 * references
    _rangee(page, tous[:5], y, grande, corps=17)
    _rangee(page, tous[5:], y + grande + ENTRE, petite, corps=11)
    return y + grande + ENTRE + petite


def _rangee(page: Page, rangee: Sequence[Chiffre], y: float, haut: float, *, corps: float) -> None:
    large = (UTILE - ENTRE * (len(rangee) - 1)) / len(rangee)
    for rang, chiffre in enumerate(rangee):
        _carte(page, chiffre, MARGE + rang * (large + ENTRE), y, (large, haut), corps)


def _carte(  # noqa: PLR0917, PLR0913  a box and what is in it
    page: Page, chiffre: Chiffre, x: float, y: float, taille: tuple[float, float], corps: float
) -> None:
    large, haut = taille
    page.aplat(x, y, large, haut, COULEURS["terre"])
    page.aplat(x, y, 0.8, haut, COULEURS["encre"] if corps > 12 else COULEURS["encre_claire"])  # noqa: PLR2004
    x, large = x + 2.8, large - 4.6
    page.bloc(x, y + 1.5, large, 3.6, chiffre.libelle, taille=7.8, mini=0.68, graisse="demi", nom=chiffre.cle)
    muet = chiffre.valeur == NON_RENSEIGNE
    sous = y + 5.2
    page.style(7.5)
    pour_l_unite = page.get_string_width(chiffre.unite) + 1.2 if chiffre.unite else 0
    page.ligne(
        x,
        sous,
        large - min(pour_l_unite, 0.45 * large),
        chiffre.valeur,
        taille=11 if muet else corps,
        graisse="demi",
        mini=0.6,
        couleur=COULEURS["discret" if muet else "encre"],
        nom=chiffre.cle,
    )
    if chiffre.unite:
        place = page.get_string_width(chiffre.valeur) + 1.2
        page.ligne(
            x + place,
            sous + (corps - 7.5) * 0.32,
            large - place,
            chiffre.unite,
            taille=7.5,
            mini=0.7,
            couleur=COULEURS["discret"],
            nom=chiffre.cle,
        )
    sous += corps * 0.42 + 0.6
    page.ligne(x, sous, large, chiffre.rang, taille=6.8, mini=0.8, couleur=COULEURS["ocre"], nom=chiffre.cle)
    if chiffre.note:
        page.ligne(
            x,
            sous + 2.8,
            large,
            chiffre.note,
            taille=6.5,
            mini=0.7,
            couleur=COULEURS["discret"],
            nom=chiffre.cle,
        )
    bas = y + haut - 1.3 - 3.0 * len(chiffre.references)
    for rang, (nom, valeur) in enumerate(chiffre.references):
        ici = bas + 3.0 * rang
        page.style(7)
        droite = page.get_string_width(valeur)
        page.ligne(
            x, ici, large - droite - 1, nom, taille=7, mini=0.6, couleur=COULEURS["discret"], nom=chiffre.cle
        )
        page.ligne(x, ici, large, valeur, taille=7, aligne="R", nom=chiffre.cle)


def filieres(page: Page, table: pd.DataFrame, boite: Boite) -> float:
    """The projects by filière: names, bars and figures; what finds no room is said in one line.

    Args:
        page: The page.
        table: Rows of `projets`.
        boite: Left, top, width, height.

    Returns:
        Where they end.
    """
    x, y, large, _ = boite
    page.titre_de(x, y, large, "Projets par filière", f"{accorder(len(table), 'projet')}, avril 2022")
    if table.empty:
        rien = "Aucun projet de l’extrait d’avril 2022 de France Relance n’est ici."
        return y + 8 + page.bloc(x, y + 8, large, 12, rien, couleur=COULEURS["discret"], nom="filières")
    return _barres(page, repartition(table, "filiere"), boite, ("autre filière", "autres filières"), {})


def natures(page: Page, table: pd.DataFrame, boite: Boite) -> None:
    """What the money buys, when there is room for three bars at least."""
    x, y, large, haut = boite
    if table.empty or haut < ENTETE_BARRES + 3 * PAS_BARRES:
        return
    page.titre_de(x, y, large, "Ce que l’argent achète", "lecture des descriptions")
    _barres(page, repartition(table, "nature"), boite, ("autre nature", "autres natures"), NATURES)


def _barres(
    page: Page, lignes: pd.DataFrame, boite: Boite, autres: tuple[str, str], noms: Mapping[str, str]
) -> float:
    x, y, large, haut = boite
    place = int((haut - ENTETE_BARRES) // PAS_BARRES)
    montrees = lignes if len(lignes) <= place else lignes.head(place - 1)
    plus_grand = int(lignes["projets"].max())
    ici = y + ENTETE_BARRES - 0.5
    for ligne in montrees.to_dict("records"):
        nom = NON_RENSEIGNE.capitalize() if pd.isna(ligne["valeur"]) else str(ligne["valeur"])
        page.ligne(x, ici, large - 10, noms.get(nom, nom), taille=7.8, mini=0.75, nom="barres")
        page.ligne(x + large - 10, ici, 10, nombre(ligne["projets"]), taille=7.8, graisse="demi", aligne="R")
        page.aplat(x, ici + 3.7, large, 1.3, COULEURS["terre"])
        page.aplat(x, ici + 3.7, large * ligne["projets"] / plus_grand, 1.3, COULEURS["encre_claire"])
        ici += PAS_BARRES
    if len(montrees) < len(lignes):
        reste = lignes.iloc[len(montrees) :]
        combien = accorder(int(reste["projets"].sum()), "projet")
        page.ligne(
            x,
            ici + 0.5,
            large,
            f"et {accorder(len(reste), *autres)} ({combien})",
            taille=7.5,
            couleur=COULEURS["discret"],
            nom="barres",
        )
        ici += PAS_BARRES
    return ici


def parties(page: Page, contenu: Contenu, boite: Boite) -> float:
    """What the place is made of, a line each; « et 7 autres » when there is no room for all.

    Returns:
        Where it ends.
    """
    x, y, large, haut = boite
    page.titre_de(x, y, large, contenu.titre_parties, contenu.precision_parties)
    colonnes = (17.0, 13.0)
    page.ligne(
        x + large - sum(colonnes),
        y + 5.6,
        colonnes[0],
        contenu.colonnes[0],
        taille=6.5,
        couleur=COULEURS["discret"],
        aligne="R",
    )
    page.ligne(
        x + large - colonnes[1],
        y + 5.6,
        colonnes[1],
        contenu.colonnes[1],
        taille=6.5,
        couleur=COULEURS["discret"],
        aligne="R",
    )
    place = int((haut - 9) // LIGNE)
    toutes = contenu.parties
    montrees = toutes if len(toutes) <= place else toutes[: place - 1]
    for rang, (nom, premier, second) in enumerate(montrees):
        ici = y + 8.8 + rang * LIGNE
        page.ligne(x, ici, large - sum(colonnes) - 1, nom, taille=7.8, mini=0.6, nom="partie")
        page.ligne(x + large - sum(colonnes), ici, colonnes[0], premier, taille=7.8, aligne="R", mini=0.7)
        page.ligne(x + large - colonnes[1], ici, colonnes[1], second, taille=7.8, aligne="R", mini=0.7)
        page.filet(ici + LIGNE - 0.4, x=x, largeur=large, gras=0.1)
    if len(montrees) < len(toutes):
        ici = y + 8.8 + len(montrees) * LIGNE
        texte = f"et {accorder(len(toutes) - len(montrees), 'autre')}"
        page.ligne(x, ici, large, texte, taille=7.5, couleur=COULEURS["discret"])
    return y + 8.8 + LIGNE * min(len(toutes), place)


def voisinage(page: Page, contenu: Contenu, boite: Boite) -> None:
    """The territories that touch this one, when the list above leaves room for them all."""
    x, y, large, haut = boite
    if not contenu.voisins or haut < 6.5 + LIGNE * len(contenu.voisins):
        return
    page.titre_de(x, y, large, "Territoires voisins", "frontière commune")
    for rang, (nom, longueur) in enumerate(contenu.voisins):
        ici = y + 6.3 + rang * LIGNE
        page.ligne(x, ici, large - 16, nom, taille=7.8, mini=0.6, nom="voisin")
        page.ligne(x + large - 15, ici, 15, longueur, taille=7.8, aligne="R")
        page.filet(ici + LIGNE - 0.4, x=x, largeur=large, gras=0.1)


def projets(page: Page, table: pd.DataFrame, boite: Boite) -> None:
    """The projects that announce most jobs, then the latest ones; repeated rows are left out."""
    x, y, large, haut = boite
    page.titre_de(x, y, large, "Principaux projets", "emplois annoncés, puis les plus récents")
    uniques = table[table["doublon_de"].isna()].sort_values(
        ["emplois_prevus", "date", "id_projet"], ascending=[False, False, True], na_position="last"
    )
    pas = 9.6
    place = int((haut - 10.5) // pas)
    for rang, projet in enumerate(uniques.head(place).to_dict("records")):
        _projet(page, projet, x, y + 6.6 + rang * pas, large)
    reste = len(uniques) - place
    if reste > 0:
        texte = f"et {accorder(reste, 'autre')}"
        page.ligne(x, y + 6.8 + place * pas, large, texte, taille=7.5, couleur=COULEURS["discret"])


def _projet(page: Page, projet: dict[str, object], x: float, y: float, large: float) -> None:
    emplois = projet["emplois_prevus"]
    droite = "" if pd.isna(emplois) else accorder(int(str(emplois)), "emploi")
    page.style(7.8, "demi")
    cote = page.get_string_width(droite) + (2 if droite else 0)
    nom = NON_RENSEIGNE if pd.isna(projet["entreprise"]) else str(projet["entreprise"])
    ou = "" if pd.isna(projet["commune"]) else f", {projet['commune']}"
    page.coupee(x, y, large - cote, f"{nom}{ou}", taille=7.8, graisse="demi")
    page.ligne(
        x, y, large, droite, taille=7.8, aligne="R", couleur=COULEURS["ocre"], graisse="demi", nom="emplois"
    )
    objet = NON_RENSEIGNE if pd.isna(projet["objet"]) else str(projet["objet"])
    page.coupee(x, y + 3.5, large, objet, taille=7, lignes=2, couleur=COULEURS["discret"])
    page.filet(y + 9.2, x=x, largeur=large, gras=0.1)


def pied(page: Page, citations: Sequence[str], *, jour: str, adresse: str, y: float) -> None:
    """Every source, the day, and the link."""
    page.filet(y, couleur=COULEURS["encre"])
    texte = f"Sources : {' ; '.join(c.removeprefix('Source : ') for c in citations)}."
    le = "/".join(reversed(jour.split("-")))
    page.bloc(
        MARGE, y + 1, UTILE, 13.5, texte, taille=6, mini=0.72, couleur=COULEURS["discret"], nom="sources"
    )
    page.ligne(
        MARGE,
        y + 15,
        UTILE * 0.72,
        adresse,
        taille=7,
        mini=0.6,
        couleur=COULEURS["encre"],
        lien=adresse,
        nom="adresse",
    )
    page.ligne(MARGE, y + 15, UTILE, f"Fiche du {le}", taille=7, aligne="R", couleur=COULEURS["discret"])

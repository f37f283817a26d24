"""The lists of the A4 sheet: what the place is made of, its neighbours, its leading projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from francais import NON_RENSEIGNE, accorder
from geo.profils import projets_en_tete
from theme import COULEURS

if TYPE_CHECKING:
    from exports.fiche.page import Page
    from geo.fiche import Contenu

    Boite = tuple[float, float, float, float]

__all__ = ["parties", "projets", "voisinage"]

LIGNE: Final = 4.1
"""Height of a line of a list."""

SANS_OBJET: Final = f"objet {NON_RENSEIGNE}"
"""What is said of a project whose object the list leaves empty."""


def parties(page: Page, contenu: Contenu, boite: Boite) -> float:
    """What the place is made of, a line each; « et 7 autres » when there is no room for all.

    Returns:
        Where it ends.
    """
    x, y, large, haut = boite
    page.titre_de(x, y, large, contenu.titre_parties, contenu.precision_parties)
    if not contenu.parties:
        return y + 8.8
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
    for rang, partie in enumerate(montrees):
        ici = y + 8.8 + rang * LIGNE
        nom = f"{partie.nom} ({partie.precision})" if partie.precision else partie.nom
        page.ligne(x, ici, large - sum(colonnes) - 1, nom, taille=7.8, mini=0.6, nom="partie")
        page.ligne(
            x + large - sum(colonnes), ici, colonnes[0], partie.habitants, taille=7.8, aligne="R", mini=0.7
        )
        page.ligne(x + large - colonnes[1], ici, colonnes[1], partie.second, taille=7.8, aligne="R", mini=0.7)
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
    for rang, voisin in enumerate(contenu.voisins):
        ici = y + 6.3 + rang * LIGNE
        page.ligne(x, ici, large - 16, voisin.nom, taille=7.8, mini=0.6, nom="voisin")
        page.ligne(x + large - 15, ici, 15, voisin.longueur, taille=7.8, aligne="R")
        page.filet(ici + LIGNE - 0.4, x=x, largeur=large, gras=0.1)


def projets(page: Page, table: pd.DataFrame, boite: Boite) -> None:
    """The projects that announce most jobs, then the latest ones; repeated rows are left out."""
    x, y, large, haut = boite
    if table.empty:
        return
    page.titre_de(x, y, large, "Principaux projets", "emplois annoncés, puis les plus récents")
    uniques = projets_en_tete(table)
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
    objet = SANS_OBJET if pd.isna(projet["objet"]) else str(projet["objet"])
    page.coupee(x, y + 3.5, large, objet, taille=7, lignes=2, couleur=COULEURS["discret"])
    page.filet(y + 9.2, x=x, largeur=large, gras=0.1)

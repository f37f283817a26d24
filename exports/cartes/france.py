"""The map of France: territories or an indicator; the overseas régions beside, at their own scales."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exports.cartes import noms
from exports.cartes.contours import LIEUX, METROPOLE, couche
from exports.cartes.etiquettes import poser
from exports.cartes.fond import remplir
from exports.cartes.legende import Entree
from exports.cartes.page import SOURCE, Habillage, habiller
from exports.cartes.toile import ECHELLE, au, cadre, echelle, ecrire, feuille
from exports.cartes.tour import a_son_tour
from francais import NON_RENSEIGNE, liste, nombre
from geo.contours import couche_ti
from geo.indicateurs import INDICATEURS, classes_de, couleurs, intervalles, valeurs
from geo.millesimes import MILLESIMES
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from matplotlib.figure import Figure

    from exports.cartes.contours import Lieu
    from exports.cartes.toile import Cadre, Emprise
    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur

__all__ = ["cadres_de_france", "carte_france"]

RAYON_MM: Final = 4.5
"""Radius of the circle of the largest amount; areas are proportional to amounts."""

RAYON_MIN_MM: Final = 0.4

ENCARTS_MM: Final = 27.0
"""Side of the overseas frames."""

PARTS_DES_PALIERS: Final = (1, 4, 20)
"""The legend shows circles near the largest amount divided by these."""


@a_son_tour
def carte_france(  # noqa: PLR0913  what is drawn, and on how much paper
    atlas: Atlas,
    *,
    millesime: int,
    indicateur: str | None = None,
    largeur_mm: float = 180.0,
    hauteur_mm: float = 170.0,
    titre: bool = True,
    rapport: bool = True,
) -> Figure:
    """The territories of a millésime, in one colour or by an indicator.

    Args:
        atlas: The atlas.
        millesime: Year of the perimeters.
        indicateur: Key of `geo.indicateurs.catalogue.INDICATEURS`.
        largeur_mm: Width on paper.
        hauteur_mm: Height on paper.
        titre: Whether the picture carries its title and its source.
        rapport: Whether it says its scales on paper; they are false once the picture is enlarged.

    Raises:
        KeyError: There is no such indicator.
        DonneesIllisibles: The outlines cannot be read.
    """
    quoi = INDICATEURS[indicateur] if indicateur else None
    table = (
        valeurs(atlas, millesime=millesime, cle=indicateur).set_index("id_ti")["valeur"]
        if indicateur
        else None
    )
    figure, boite = habiller(largeur_mm, hauteur_mm, _habillage(atlas, millesime, quoi, table, titre=titre))
    for cadre_, lieu in cadres_de_france(figure, boite, rapport=rapport):
        _dessiner(cadre_, lieu, millesime, quoi, table)
        if lieu is METROPOLE and quoi is None:
            codes = couche("regions", METROPOLE, fins=False)
            poser(
                cadre_,
                noms.surfaces(atlas.nom_region, codes, taille=7, couleur=COULEURS["texte"]),
                (ECHELLE,),
            )
    return figure


def cadres_de_france(figure: Figure, boite: Emprise, *, rapport: bool = True) -> Iterator[tuple[Cadre, Lieu]]:
    """The frames of France one by one, to be drawn as they come: the mainland, then the overseas régions.

    Args:
        figure: The sheet.
        boite: Room for all of them: left, bottom, width, height in millimetres.
        rapport: Whether each says its scale on paper; an overseas one has a bar instead.
    """
    gauche, bas, large, haut = boite
    grand = cadre(
        figure,
        (gauche + ENCARTS_MM + 1.5, bas, large - ENCARTS_MM - 1.5, haut),
        tuple(couche("regions", METROPOLE, fins=False).total_bounds),
        marge=0.015,
    )
    yield grand, METROPOLE
    echelle(grand, rapport=rapport)
    cote = min(ENCARTS_MM, haut / len(LIEUX) - 1)
    for rang, lieu in enumerate(LIEUX):
        case = (
            gauche,
            bas + haut - (rang + 1) * (haut / len(LIEUX)) + (0.5 if rang < len(LIEUX) - 1 else 0),
            ENCARTS_MM,
            cote,
        )
        petit = cadre(
            figure, case, tuple(couche("regions", lieu).loc[[lieu.region]].total_bounds), marge=0.12
        )
        yield petit, lieu
        mots = feuille(figure, case)
        ecrire(mots, 1, cote - 1, lieu.nom, taille=6.5, graisse="demi", couleur=COULEURS["encre"], va="top")
        if rapport:
            ecrire(mots, 1, 1, au(petit), taille=5.5, couleur=COULEURS["discret"], va="bottom")
        else:
            echelle(petit, x=1.2, y=1.2, largeur=9, rapport=False)


def _dessiner(
    cadre_: Cadre, lieu: Lieu, millesime: int, quoi: Indicateur | None, table: pd.Series | None
) -> None:
    fins = bool(lieu.region)
    regions = couche("regions", lieu, fins=fins)
    if lieu.region:
        regions = regions.loc[[lieu.region]]
    remplir(cadre_, regions, facecolor=COULEURS["terre"], edgecolor="none", zorder=1)
    formes = couche(couche_ti(millesime), lieu, fins=fins)
    if table is not None and quoi is not None and quoi.sorte == "ratio":
        _aplats(cadre_, formes, quoi, table)
    else:
        remplir(
            cadre_, formes, facecolor=COULEURS["territoire"], edgecolor="#ffffff", linewidth=0.4, zorder=2
        )
    remplir(cadre_, regions, facecolor="none", edgecolor="#8f8879", linewidth=0.6, zorder=4)
    if table is not None and quoi is not None and quoi.sorte == "montant":
        _cercles(cadre_, formes, table)


def _aplats(cadre_: Cadre, formes: pd.DataFrame, quoi: Indicateur, table: pd.Series) -> None:
    classes = classes_de(table, quoi)
    for rang, couleur in enumerate(couleurs(classes, quoi), start=1):
        ids = classes.classe.index[classes.classe.eq(rang).fillna(value=False)]
        siens = formes[formes.index.isin(ids)]
        remplir(cadre_, siens, facecolor=couleur, edgecolor="#ffffff", linewidth=0.4, zorder=2)
    muets = formes[formes.index.isin(table.index[table.isna()])]
    remplir(
        cadre_,
        muets,
        facecolor=COULEURS["carte"],
        edgecolor=COULEURS["lacune"],
        hatch="//////",
        linewidth=0.4,
        zorder=2,
    )


def _cercles(cadre_: Cadre, formes: pd.DataFrame, table: pd.Series) -> None:
    plus_grand = float(table.max())
    for id_ti, valeur in table.dropna().sort_values(ascending=False).items():
        if id_ti in formes.index and valeur > 0:
            point = formes.loc[id_ti, "geometry"].representative_point()
            points = (2 * _rayon(valeur, plus_grand) / 25.4 * 72) ** 2
            cadre_.axe.scatter(
                [point.x],
                [point.y],
                s=points,
                c=COULEURS["choix"],
                alpha=0.8,
                edgecolors=COULEURS["encre"],
                linewidths=0.5,
                zorder=5,
            )


def _rayon(valeur: float, plus_grand: float) -> float:
    return max(RAYON_MIN_MM, RAYON_MM * math.sqrt(valeur / plus_grand))


def _habillage(
    atlas: Atlas, millesime: int, quoi: Indicateur | None, table: pd.Series | None, *, titre: bool
) -> Habillage:
    source = SOURCE if titre else ""
    if quoi is None or table is None:
        combien = len(atlas.territoires_de(millesime))
        entree = Entree(
            texte=f"Les {nombre(combien)} Territoires d’industrie", couleur=COULEURS["territoire"]
        )
        nom = "Les Territoires d’industrie" if titre else ""
        return Habillage(titre=nom, precision=MILLESIMES[millesime].libelle, entrees=[entree], source=source)
    annees = liste([str(annee) for annee in quoi.annees])
    return Habillage(
        titre=quoi.libelle if titre else "",
        precision=f"{quoi.unite} · données de {annees} · {MILLESIMES[millesime].libelle}",
        entrees=_entrees(quoi, table),
        intitule=f"Classes : {classes_de(table, quoi).methode}" if quoi.sorte == "ratio" else "",
        source=source,
    )


def _entrees(quoi: Indicateur, table: pd.Series) -> list[Entree]:
    muets = int(table.isna().sum())
    lacune = Entree(
        texte=f"{NON_RENSEIGNE} ({muets})", couleur=COULEURS["carte"], bord=COULEURS["lacune"], forme="lacune"
    )
    if quoi.sorte == "montant":
        plus_grand = float(table.max())
        ronds = [
            Entree(
                texte=nombre(p, unite=quoi.unite),
                couleur=COULEURS["choix"],
                bord=COULEURS["encre"],
                forme="disque",
                rayon=_rayon(p, plus_grand),
            )
            for p in _paliers(plus_grand)
        ]
        return [*ronds, *([lacune] if muets else [])]
    classes = classes_de(table, quoi)
    lignes = zip(couleurs(classes, quoi), intervalles(classes, quoi), classes.effectifs, strict=True)
    fills = [Entree(texte=f"{texte} ({effectif})", couleur=couleur) for couleur, texte, effectif in lignes]
    return [*fills, *([lacune] if muets else [])]


def _paliers(plus_grand: float) -> list[int]:
    trouves = []
    for part in PARTS_DES_PALIERS:
        cible = plus_grand / part
        if cible >= 1:
            ordre = 10 ** math.floor(math.log10(cible))
            trouves.append(int(cible // ordre * ordre))
    return list(dict.fromkeys(trouves))

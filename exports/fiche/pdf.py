"""The sheet of a territory or of a région as one A4 page in PDF: what a reader leaves the room with.

Real letters with their font, a title and a language, so that it is searched, read aloud and copied.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from data.sources import charger_registre
from exports.cartes import carte_region, carte_territoire, png
from exports.fiche.barres import filieres, natures
from exports.fiche.entete import pied, tete
from exports.fiche.listes import parties, projets, voisinage
from exports.fiche.page import LARGEUR, MARGE, UTILE, Page
from exports.fiche.vignettes import chiffres
from francais import accorder
from geo.fiche import contenu_region, contenu_territoire
from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.fiche import Contenu

__all__ = ["debordements", "fiche_region", "fiche_territoire"]

CARTE_MM: Final = 112.0
"""Width of the map."""

GAUCHE_MM: Final = 88.0
"""Width of the list of what the place is made of."""

MILIEU: Final = 197.0
"""Where the map ends and the lists begin, millimetres from the top."""

PIED: Final = 270.0
"""Where the foot begins."""

DPI: Final = 220
"""Dots per inch of the map: crisp on paper, and light."""


def fiche_territoire(atlas: Atlas, *, id_ti: str, millesime: int, adresse: str, jour: str) -> bytes:
    """The sheet of a territory.

    Args:
        atlas: The atlas.
        id_ti: A territory of the millésime.
        millesime: Year of the perimeter.
        adresse: Link to the sheet online, whole.
        jour: Day of the sheet, « 2026-11-21 »: the same day gives the same bytes.

    Raises:
        KeyError: The millésime has no such territory.
        DonneesIllisibles: The outlines cannot be read.
    """
    contenu = contenu_territoire(atlas, id_ti=id_ti, millesime=millesime)
    return _fabriquer(atlas, contenu, adresse=adresse, jour=jour)


def fiche_region(atlas: Atlas, *, code: str, millesime: int, adresse: str, jour: str) -> bytes:
    """The sheet of a région, or of the five overseas ones (« OM »); see `fiche_territoire`."""
    contenu = contenu_region(atlas, code=code, millesime=millesime)
    return _fabriquer(atlas, contenu, adresse=adresse, jour=jour)


def debordements(
    atlas: Atlas, *, mot: str, millesime: int, adresse: str = "https://atlas.exemple"
) -> list[str]:
    """Every box of a sheet whose text does not fit, as « box : text »; the map is not drawn.

    Args:
        atlas: The atlas.
        mot: « ti-2806 » or « region-53 ».
        millesime: Year of the perimeters.
        adresse: Link to the sheet.
    """
    if mot.startswith("region-"):
        contenu = contenu_region(atlas, code=mot.removeprefix("region-"), millesime=millesime)
    else:
        contenu = contenu_territoire(atlas, id_ti=mot, millesime=millesime)
    with Page(titre=contenu.nom, jour="2026-01-01") as page:
        _composer(page, atlas, contenu, adresse=adresse, jour="2026-01-01", carte=False)
        return page.debords


def _fabriquer(atlas: Atlas, contenu: Contenu, *, adresse: str, jour: str) -> bytes:
    with Page(titre=f"{contenu.nom} – {contenu.sorte}", jour=jour) as page:
        _composer(page, atlas, contenu, adresse=adresse, jour=jour)
        return bytes(page.output())


def _composer(  # noqa: PLR0913  a page and what it says
    page: Page, atlas: Atlas, contenu: Contenu, *, adresse: str, jour: str, carte: bool = True
) -> None:
    haut = chiffres(page, contenu.chiffres, tete(page, contenu, adresse)) + 4
    if carte:
        page.image(
            io.BytesIO(_carte(atlas, contenu, MILIEU - haut)),
            MARGE,
            haut,
            CARTE_MM,
            MILIEU - haut,
            alt_text=_alternative(contenu),
        )
    droite = MARGE + CARTE_MM + 5
    large = LARGEUR - MARGE - droite
    suite = filieres(page, contenu.projets, (droite, haut, large, MILIEU - haut), contenu.laureats.lieux)
    natures(page, contenu.projets, (droite, suite + 4, large, MILIEU - suite - 4))
    bas = MILIEU + 4
    suite = parties(page, contenu, (MARGE, bas, GAUCHE_MM, PIED - bas))
    voisinage(page, contenu, (MARGE, suite + 5, GAUCHE_MM, PIED - suite - 5))
    projets(page, contenu.projets, (MARGE + GAUCHE_MM + 6, bas, UTILE - GAUCHE_MM - 6, PIED - bas))
    registre = charger_registre()
    pied(page, [registre[cle].citation() for cle in contenu.sources], jour=jour, adresse=adresse, y=PIED + 1)


def _carte(atlas: Atlas, contenu: Contenu, hauteur: float) -> bytes:
    ou = {"millesime": contenu.millesime, "largeur_mm": CARTE_MM, "hauteur_mm": hauteur, "titre": False}
    if contenu.objet.sorte == "region":
        figure = carte_region(atlas, code=contenu.objet.code, **ou)  # type: ignore[arg-type]
    else:
        figure = carte_territoire(atlas, id_ti=contenu.objet.code, **ou)  # type: ignore[arg-type]
    return png(figure, DPI)


def _alternative(contenu: Contenu) -> str:
    """What the map shows, for who does not see it."""
    combien = accorder(
        len(contenu.projets), "projet lauréat de France Relance", "projets lauréats de France Relance"
    )
    perimetre = MILLESIMES[contenu.millesime].libelle
    return f"Carte de {contenu.nom}, {perimetre} : {contenu.titre_parties}, {combien}."

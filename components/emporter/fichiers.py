"""The files that a page offers, made when they are asked for: the sheet, the deck, the pictures of a map.

They are made outside any session, by whichever thread serves the reader who pressed. matplotlib draws one
figure at a time: they take turns. What was made lately is kept, the same for every reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from components.partage import donnees
from exports.cartes import carte_des_changements, carte_france, carte_region, carte_territoire, png, svg
from exports.diaporama import diaporama_region
from exports.fiche.pdf import fiche_region, fiche_territoire
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.objets import nom_objet
from geo.noms import cle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from geo.indicateurs.objets import Objet

__all__ = ["A_SON_TOUR", "GARDES", "TYPES", "Demande", "Sorte", "fabriquer", "nommer"]

Sorte = Literal["pdf", "pptx", "png", "svg"]

TYPES: Final[dict[Sorte, str]] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""What each sort of file is."""

GARDES: Final = 24
"""Files that are kept, of 0.1 to 1.5 MB each."""

A_SON_TOUR: Final = Lock()
"""matplotlib shares its letters and settings between threads without a lock of its own."""


@dataclass(frozen=True, kw_only=True)
class Demande:
    """A file that a page offers.

    Attributes:
        sorte: What it is.
        objet: What it speaks of: a territory, a région, or France.
        millesime: Year of the perimeters.
        indicateur: Key of `geo.indicateurs.catalogue.INDICATEURS` that colours France; empty for none.
        autre: Year of the millésime that France is compared with.
        adresse: Link to the page, whole, which a sheet or a deck bears.
    """

    sorte: Sorte
    objet: Objet
    millesime: int
    indicateur: str = ""
    autre: int | None = None
    adresse: str = ""


def nommer(demande: Demande) -> str:
    """The name of the file, without accents nor spaces: « fiche-nord-cotentin-2021.pdf »."""
    genre = {"pdf": "fiche", "pptx": "diaporama"}.get(demande.sorte, "carte")
    lieu = nom_objet(donnees.atlas(), demande.objet, millesime=demande.millesime)
    teinte = INDICATEURS[demande.indicateur].libelle if demande.indicateur else ""
    compare = f"changements {demande.autre}" if demande.autre else ""
    mots = cle(f"{genre} {lieu} {teinte} {demande.millesime} {compare}").replace(" ", "-")
    return f"{mots}.{demande.sorte}"


def fabriquer(demande: Demande) -> bytes:
    """Make the file, or give the one that was made today for the same demand.

    Raises:
        KeyError: The millésime has no such territory.
        DonneesIllisibles: The outlines cannot be read.
    """
    jour = datetime.now(UTC).strftime("%Y-%m-%d")
    with A_SON_TOUR:
        return _faire(demande, jour)


@lru_cache(maxsize=GARDES)
def _faire(demande: Demande, jour: str) -> bytes:
    if demande.sorte == "pdf":
        return _fiche(demande, jour)
    if demande.sorte == "pptx":
        return diaporama_region(
            donnees.atlas(),
            code=demande.objet.code,
            millesime=demande.millesime,
            jour=jour,
            adresse=demande.adresse,
        )
    figure = _carte(demande)
    return png(figure) if demande.sorte == "png" else svg(figure)


def _fiche(demande: Demande, jour: str) -> bytes:
    atlas, objet, annee, adresse = donnees.atlas(), demande.objet, demande.millesime, demande.adresse
    if objet.sorte == "region":
        return fiche_region(atlas, code=objet.code, millesime=annee, adresse=adresse, jour=jour)
    return fiche_territoire(atlas, id_ti=objet.code, millesime=annee, adresse=adresse, jour=jour)


def _carte(demande: Demande) -> Figure:
    atlas, objet, annee = donnees.atlas(), demande.objet, demande.millesime
    if objet.sorte == "region":
        return carte_region(atlas, code=objet.code, millesime=annee)
    if objet.sorte == "ti":
        return carte_territoire(atlas, id_ti=objet.code, millesime=annee)
    if demande.autre:
        return carte_des_changements(atlas, millesime=annee, autre=demande.autre)
    return carte_france(atlas, millesime=annee, indicateur=demande.indicateur or None)

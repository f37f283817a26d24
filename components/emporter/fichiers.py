"""The files of a place that several pages offer: its sheet, its deck, the pictures of its map.

They are made outside any session, by whichever thread serves the reader who pressed. What was made lately is
kept, the same for every reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from components.emporter.emporter import adresse_entiere
from components.emporter.offre import Offre
from components.partage import donnees
from exports.cartes import carte_des_changements, carte_france, carte_region, carte_territoire, png, svg
from exports.diaporama import diaporama_region
from exports.fiche import fiche_region, fiche_territoire
from exports.jour import aujourd_hui
from exports.noms import en_nom
from geo.indicateurs import INDICATEURS, nom_objet
from memoire import garde

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from geo.atlas import Atlas
    from geo.indicateurs import Objet

__all__ = ["LIBELLES", "TYPES", "Demande", "Sorte", "cartes", "documents", "fabriquer", "nommer"]

Sorte = Literal["pdf", "pptx", "png", "svg"]

TYPES: Final[dict[Sorte, str]] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""What each sort of file is."""

LIBELLES: Final[dict[Sorte, str]] = {
    "pdf": "Fiche A4 (PDF)",
    "pptx": "Diaporama (PPTX)",
    "png": "Carte (PNG, 300 points par pouce)",
    "svg": "Carte (SVG, à agrandir sans flou)",
}
"""What the button of each sort says."""

GARDES: Final = 24
"""Files that are kept, of 0.1 to 1.5 MB each."""


@dataclass(frozen=True, kw_only=True)
class Demande:
    """A file of a place.

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


def documents(sortes: tuple[Sorte, ...], objet: Objet, millesime: int, lien: str) -> tuple[Offre, ...]:
    """Documents of a place that bear a link, then the pictures of its map.

    Args:
        sortes: « pdf », « pptx ».
        objet: The place.
        millesime: Year of the perimeters.
        lien: Link to its page, relative.
    """
    adresse = adresse_entiere(lien)
    demandes = (Demande(sorte=s, objet=objet, millesime=millesime, adresse=adresse) for s in sortes)
    return (*map(_offre, demandes), *cartes(objet, millesime))


def cartes(
    objet: Objet, millesime: int, *, indicateur: str = "", autre: int | None = None
) -> tuple[Offre, ...]:
    """The pictures of a map, as `Demande` says them."""
    images: tuple[Sorte, ...] = ("png", "svg")
    return tuple(
        _offre(Demande(sorte=s, objet=objet, millesime=millesime, indicateur=indicateur, autre=autre))
        for s in images
    )


def _offre(demande: Demande) -> Offre:
    return Offre(
        cle=f"emporter-{demande.sorte}",
        libelle=LIBELLES[demande.sorte],
        nom=nommer(demande),
        type_mime=TYPES[demande.sorte],
        faire=partial(fabriquer, demande),
    )


def nommer(demande: Demande) -> str:
    """The name of the file, without accents nor spaces: « fiche-nord-cotentin-2021.pdf »."""
    genre = {"pdf": "fiche", "pptx": "diaporama"}.get(demande.sorte, "carte")
    lieu = nom_objet(donnees.atlas(), demande.objet, millesime=demande.millesime)
    teinte = INDICATEURS[demande.indicateur].libelle if demande.indicateur else ""
    compare = f"changements {demande.autre}" if demande.autre else ""
    mots = en_nom(f"{genre} {lieu} {teinte} {demande.millesime} {compare}")
    return f"{mots}.{demande.sorte}"


def fabriquer(demande: Demande) -> bytes:
    """Make the file, or give the one that was made today for the same demand.

    Raises:
        KeyError: The millésime has no such territory.
        DonneesIllisibles: The outlines cannot be read.
    """
    return _faire(donnees.atlas(), demande, aujourd_hui())


@garde(taille=GARDES)
def _faire(atlas: Atlas, demande: Demande, jour: str) -> bytes:
    if demande.sorte == "pdf":
        return _fiche(atlas, demande, jour)
    if demande.sorte == "pptx":
        return diaporama_region(
            atlas,
            code=demande.objet.code,
            millesime=demande.millesime,
            jour=jour,
            adresse=demande.adresse,
        )
    figure = _carte(atlas, demande)
    return png(figure) if demande.sorte == "png" else svg(figure)


def _fiche(atlas: Atlas, demande: Demande, jour: str) -> bytes:
    objet, annee, adresse = demande.objet, demande.millesime, demande.adresse
    if objet.sorte == "region":
        return fiche_region(atlas, code=objet.code, millesime=annee, adresse=adresse, jour=jour)
    return fiche_territoire(atlas, id_ti=objet.code, millesime=annee, adresse=adresse, jour=jour)


def _carte(atlas: Atlas, demande: Demande) -> Figure:
    objet, annee = demande.objet, demande.millesime
    if objet.sorte == "region":
        return carte_region(atlas, code=objet.code, millesime=annee)
    if objet.sorte == "ti":
        return carte_territoire(atlas, id_ti=objet.code, millesime=annee)
    if demande.autre:
        return carte_des_changements(atlas, millesime=annee, autre=demande.autre)
    return carte_france(atlas, millesime=annee, indicateur=demande.indicateur or None)

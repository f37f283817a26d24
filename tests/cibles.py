"""What a reader can send to the atlas, as functions of texts that hypothesis and atheris draw."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from data import chargement
from data.liste import ListeRefusee, lire
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from geo.seance.fichier import lire_fichier
from tests.adresses import PAGES, declares
from tests.adresses import lire as lire_une_adresse

if TYPE_CHECKING:
    from geo.atlas.atlas import Atlas
    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["ADRESSES", "IMPORTS", "MOTS", "importer", "lire_adresse"]

MOTS = {page: (*dict(declares(classe)), "autre") for page, classe in PAGES.items()}
"""Page -> the words of its address, and one that is not."""

ADRESSES = tuple(MOTS)
IMPORTS = ("liste.csv", "liste.geojson", "liste.xlsx", "seance.json")


@lru_cache(maxsize=1)
def _fonds() -> tuple[Atlas, Vocabulaires]:
    atlas = chargement.atlas()
    return atlas, vocabulaires(atlas, ensemble(atlas))


def lire_adresse(page: str, parametres: dict[str, str]) -> object:
    """The state that a page reads in an address; any error is a defect."""
    classe = PAGES[page]
    lire_une_adresse(classe, {mot: [valeur] for mot, valeur in parametres.items()})
    return lire_une_adresse(classe, parametres)


def importer(nom: str, octets: bytes) -> None:
    """Read an imported file; a refusal in French is an answer, any other error is a defect."""
    if nom == "seance.json":
        lire_fichier(octets.decode(errors="replace"), *_fonds())
        return
    with suppress(ListeRefusee):
        lire(octets, nom)

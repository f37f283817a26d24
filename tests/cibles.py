"""What a reader can send to the atlas, as functions of texts that hypothesis and atheris draw."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from components.adresses.carte import AdresseCarte
from components.adresses.comparer import AdresseComparer
from components.adresses.france import AdresseFrance
from components.adresses.projets import AdresseProjets
from components.adresses.region import AdresseRegion
from components.adresses.territoire import AdresseTerritoire
from data import chargement
from data.liste import ListeRefusee, lire
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from geo.seance.fichier import lire_fichier
from geo.seance.seance import Seance

if TYPE_CHECKING:
    from geo.atlas.atlas import Atlas
    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["ADRESSES", "IMPORTS", "MOTS", "importer", "lire_adresse"]

MOTS = {
    "carte": ("ti", "millesime", "couleur", "couches", "zone", "lat", "lon", "z"),
    "territoire": ("ti", "millesime", "reference"),
    "region": ("code", "reference", "millesime", "tri", "ti"),
    "france": ("millesime", "tri", "changements"),
    "comparer": ("objets", "millesime", "vue", "indicateur"),
    "projets": ("q", "ti", "region", "filiere", "stade", "du", "au", "tri", "colonnes", "symbole", "projet"),
    "seance": ("nom", "vue", "n", "fond", "ecran", "millesime"),
}
"""Page -> the words of its address."""

ADRESSES = tuple(MOTS)
IMPORTS = ("liste.csv", "liste.geojson", "liste.xlsx", "seance.json")


@lru_cache(maxsize=1)
def _fonds() -> tuple[Atlas, Vocabulaires]:
    atlas = chargement.atlas()
    return atlas, vocabulaires(atlas, ensemble(atlas))


def lire_adresse(page: str, parametres: dict[str, str]) -> object:
    """The state that a page reads in an address; any error is a defect."""
    atlas, mots = _fonds()
    listes = {mot: [valeur] for mot, valeur in parametres.items()}
    lecteurs = {
        "carte": lambda: AdresseCarte.lire(parametres, atlas),
        "territoire": lambda: AdresseTerritoire.lire(parametres, atlas),
        "region": lambda: AdresseRegion.lire(parametres, atlas),
        "france": lambda: AdresseFrance.lire(parametres),
        "comparer": lambda: AdresseComparer.lire(parametres, atlas),
        "projets": lambda: AdresseProjets.lire(listes, mots),
        "seance": lambda: Seance.lire(listes, atlas, mots),
    }
    return lecteurs[page]()


def importer(nom: str, octets: bytes) -> None:
    """Read an imported file; a refusal in French is an answer, any other error is a defect."""
    if nom == "seance.json":
        lire_fichier(octets.decode(errors="replace"), *_fonds())
        return
    with suppress(ListeRefusee):
        lire(octets, nom)

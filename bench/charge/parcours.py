"""What readers do: the pages that they open, what they change there, and how often; all drawn by lot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.chargement import dossier
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from bench.charge.protocole import Ecran

__all__ = ["PAGES", "Geste", "Lieux", "geste_suivant"]

FILTRES: Final = "projets-filtres"


@dataclass(frozen=True, kw_only=True)
class Lieux:
    """What readers may ask for: real territories, régions and filières.

    Attributes:
        territoires: Ids of the territories of the usual millésime.
        regions: Codes of régions.
        filtres: Word of the address -> values of this facet of « Projets ».
    """

    territoires: tuple[str, ...]
    regions: tuple[str, ...]
    filtres: Mapping[str, tuple[str, ...]]

    @classmethod
    def lire(cls) -> Lieux:
        """Read them in the tables of the atlas."""
        territoires = pd.read_parquet(dossier() / "territoires.parquet")
        projets = pd.read_parquet(dossier() / "projets.parquet")
        annee = territoires[territoires["millesime"] == MILLESIME_PAR_DEFAUT]
        regions = sorted({code for codes in annee["regions"] for code in str(codes).split(",")})
        return cls(
            territoires=tuple(sorted(annee["id_ti"])),
            regions=tuple(regions),
            filtres={
                "filiere": tuple(sorted(projets["filiere"].dropna().unique())),
                "region": tuple(regions),
            },
        )


@dataclass(frozen=True, kw_only=True)
class Geste:
    """One gesture of a reader.

    Attributes:
        nom: What it is, for the table: a page opened, or something changed on it.
        octets: The message that his browser sends.
    """

    nom: str
    octets: bytes


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as readers use it.

    Attributes:
        poids: How often it is opened, in shares.
        gestes: How many things a reader changes there before he leaves it, at most.
        commandes: Keys of the widgets that he changes.
    """

    poids: int
    gestes: int
    commandes: tuple[str, ...]


PAGES: Final[dict[str, Page]] = {
    "": Page(poids=3, gestes=5, commandes=("millesime", "couleur", "couches")),
    "territoire": Page(poids=4, gestes=3, commandes=("fiche-millesime", "fiche-reference")),
    "projets": Page(poids=4, gestes=8, commandes=(FILTRES, FILTRES, FILTRES, "projets-symbole")),
    "region": Page(poids=2, gestes=3, commandes=("region-millesime", "region-tri", "region-reference")),
    "france": Page(poids=1, gestes=3, commandes=("france-millesime", "france-tri")),
    "comparer": Page(poids=1, gestes=3, commandes=("comparer-millesime", "comparer-vue")),
}
"""Path -> how readers use the page."""

NOMS: Final = {"": "Carte", "territoire": "Territoire", "projets": "Projets", "region": "Région"} | {
    "france": "France",
    "comparer": "Comparer",
}


def geste_suivant(ecran: Ecran, rang: int, hasard: Random, lieux: Lieux) -> Geste:
    """What the reader does now: he changes something on his page, or opens another one.

    Args:
        ecran: What his browser holds.
        rang: Gestures since he opened the page; 0 when he has opened none.
        hasard: Draws by lot.
        lieux: What he may ask for.
    """
    page = PAGES[ecran.page]
    possibles = [cle for cle in page.commandes if cle in ecran.commandes]
    if rang and possibles and rang <= hasard.randint(1, page.gestes):
        return _changer(ecran, hasard.choice(possibles), hasard, lieux)
    chemin = hasard.choices(list(PAGES), [p.poids for p in PAGES.values()])[0]
    octets = ecran.ouvrir(chemin, _parametres(chemin, hasard, lieux))
    return Geste(nom=f"{NOMS[chemin]} : ouvrir", octets=octets)


def _parametres(chemin: str, hasard: Random, lieux: Lieux) -> dict[str, str]:
    if chemin == "territoire":
        return {"ti": hasard.choice(lieux.territoires)}
    if chemin == "region":
        return {"code": hasard.choice(lieux.regions)}
    if chemin == "comparer":
        objets = [hasard.choice(lieux.territoires), f"region-{hasard.choice(lieux.regions)}", "france"]
        return {"objets": ",".join(objets)}
    return {}


def _changer(ecran: Ecran, cle: str, hasard: Random, lieux: Lieux) -> Geste:
    nom = f"{NOMS[ecran.page]} : changer"
    if cle == FILTRES:
        mot = hasard.choice(sorted(lieux.filtres))
        valeurs = hasard.sample(lieux.filtres[mot], hasard.randint(0, 2))
        demande = {"etat": {mot: valeurs} if valeurs else {}, "rang": hasard.randrange(1, 1 << 30)}
        return Geste(nom=nom, octets=ecran.demander(cle, "demande", demande))
    commande = ecran.commandes[cle]
    autres = [texte for texte in commande.choix if texte not in commande.valeur]
    return Geste(nom=nom, octets=ecran.changer(cle, (hasard.choice(autres or list(commande.choix)),)))

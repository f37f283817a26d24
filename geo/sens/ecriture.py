"""The words of each fact, after the name of the place or after another fact.

Figures, units, ranks and the name of France are those of `geo.indicateurs.ecriture`: what the page shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import accorder
from geo.indicateurs import ecriture
from geo.sens.faits import CONNUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.sens.faits import Fait

__all__ = ["APRES", "AU_MILIEU", "DU_SUJET", "EXTREME", "Place"]

EXTREME: Final = 0.45
"""Force from which a figure says its rank: the place is among the first or the last twentieth."""

SANS_RANG: Final = frozenset({"evolution_chomage"})
"""Indicators whose rank is not told: of a fall, the « highest » is the smallest."""

DEPUIS: Final = "depuis début 2019"


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a sentence speaks of.

    Attributes:
        nom: Its name, with its article if it has one.
        pluriel: Whether the verb is in the plural.
        territoire: Whether it is a territory: its unemployment is that of its zones d'emploi.
    """

    nom: str
    pluriel: bool
    territoire: bool

    def selon(self, singulier: str, pluriel: str) -> str:
        """The word that agrees with the name."""
        return pluriel if self.pluriel else singulier


def _france(fait: Fait) -> str:
    """« France »: what its figure leaves out is told under the card, unless it is more than a twentieth."""
    return "France" if fait.france.couverture >= CONNUE else ecriture.lieu("France", fait.france)


def _rang(fait: Fait) -> str:
    """« , 3e taux le plus bas sur 143 » of a place near an end, unless it is counted from the other one."""
    rang = ecriture.rang(fait.indicateur, fait.ici)
    de_l_autre_bout = fait.cote == "bas" and fait.indicateur.plus_haut_est == "favorable"
    if fait.force < EXTREME or not rang or fait.cle in SANS_RANG or de_l_autre_bout:
        return ""
    return f", {rang.replace(' (', ', ').removesuffix(')')}"


def _contre(fait: Fait, *, quoi: str = "", ou: str = "") -> str:
    """« (6,3 % contre 7,4 %, 3e taux le plus bas sur 143) ».

    Args:
        fait: The fact.
        quoi: What stands behind the figure, its space first.
        ou: The same behind that of France.
    """
    ici, france = (ecriture.valeur(fait.indicateur, m.valeur) for m in (fait.ici, fait.france))
    return f"({ici}{quoi} contre {france}{ou}{_rang(fait)})"


def _projets(fait: Fait, place: Place) -> str:
    compter = place.selon("compte", "comptent")
    if fait.cote == "aucun":
        return f"ne {compter} aucun projet France Relance dans l’extrait d’avril 2022"
    combien = "beaucoup" if fait.cote == "haut" else "peu"
    chiffres = _contre(fait, quoi=f" {fait.indicateur.unite}", ou=f" en {_france(fait)}")
    if fait.ici.tiers:
        chiffres = f"({accorder(fait.ici.effectif, 'projet')}, {chiffres[1:]}"
    pour = f"pour {place.selon('sa', 'leur')} population"
    return f"{compter} {combien} de projets France Relance {pour} {chiffres}"


def _industrie(fait: Fait, place: Place) -> str:
    part = f"une plus {'grande' if fait.cote == 'haut' else 'petite'} part d’emplois dans l’industrie"
    return f"{place.selon('a', 'ont')} {part} que la {_france(fait)} {_contre(fait)}"


def _industrie_apres(fait: Fait, _place: Place, _avant: str) -> str:
    mot = "plus" if fait.cote == "haut" else "moins"
    return f"l’industrie y pèse {mot} dans l’emploi qu’en {_france(fait)} {_contre(fait)}"


def _zones(fait: Fait) -> str:
    return "sa zone d’emploi" if fait.ici.unites == 1 else "ses zones d’emploi"


def _chomage(fait: Fait, place: Place) -> str:
    zones = f" dans {_zones(fait)}" if place.territoire else ""
    que = f"plus {fait.cote} que la {_france(fait)}"
    return f"{place.selon('a', 'ont')} un chômage {que} {_contre(fait, quoi=zones)}"


def _chomage_apres(fait: Fait, place: Place, _avant: str) -> str:
    sujet = f"le chômage de {_zones(fait)} est" if place.territoire else "le chômage y est"
    return f"{sujet} plus {fait.cote} qu’en {_france(fait)} {_contre(fait)}"


def _variation(fait: Fait) -> tuple[str, str]:
    """« plus » or « moins » than in France if both went the same way, and the verb: « baisser »."""
    ici, france = (round(m.valeur, fait.indicateur.decimales) for m in (fait.ici, fait.france))
    if not ici:
        return "", "rester le même"
    verbe = "baisser" if ici < 0 else "augmenter"
    if ici * france <= 0:
        return "", verbe
    return ("plus" if abs(ici) > abs(france) else "moins"), verbe


PASSES: Final = {"baisser": "a baissé", "augmenter": "a augmenté", "rester le même": "est resté le même"}


def _evolution(fait: Fait, place: Place) -> str:
    mot, verbe = _variation(fait)
    zones = f" dans {_zones(fait)}" if place.territoire else ""
    comme = f" {mot} qu’en {_france(fait)}" if mot else ""
    chiffres = _contre(fait, quoi=zones, ou="" if mot else f" en {_france(fait)}")
    return f"{place.selon('a vu son', 'ont vu leur')} chômage {verbe}{comme} {DEPUIS} {chiffres}"


def _evolution_apres(fait: Fait, place: Place, avant: str) -> str:
    mot, verbe = _variation(fait)
    passe = PASSES[verbe].replace("a ", f"a {mot} ", 1) if mot else PASSES[verbe]
    if avant == "chomage":
        return f"il {passe} {DEPUIS} {_contre(fait)}"
    sujet = f"le chômage de {_zones(fait)} {passe}" if place.territoire else f"le chômage y {passe}"
    comme = f" qu’en {_france(fait)}" if mot else ""
    return f"{sujet}{comme} {DEPUIS} {_contre(fait, ou='' if mot else f' en {_france(fait)}')}"


DU_SUJET: Final[dict[str, Callable[[Fait, Place], str]]] = {
    "projets_pour_10000_hab": _projets,
    "part_industrie": _industrie,
    "chomage": _chomage,
    "evolution_chomage": _evolution,
}
"""What follows the name of the place, by indicator."""

APRES: Final[dict[str, Callable[[Fait, Place, str], str]]] = {
    "part_industrie": _industrie_apres,
    "chomage": _chomage_apres,
    "evolution_chomage": _evolution_apres,
}
"""What follows another fact, whose key is given; the first indicator follows none."""

AU_MILIEU: Final = {
    "projets_pour_10000_hab": "les projets France Relance ({} pour 10 000 hab.)",
    "part_industrie": "la part de l’industrie dans l’emploi ({})",
    "chomage": "le chômage ({})",
    "evolution_chomage": "l’évolution du chômage depuis début 2019 ({})",
}
"""What is told of a figure that stands between the quarters."""

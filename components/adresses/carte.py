"""The address of the page « Carte »: which map, coloured by what, with which layers, framed on what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from components.carte import compare_a
from geo.adresse import AVIS_DE_PAGE, AdresseDePage, Avis, Connu, Forme, champ, champ_millesime
from geo.atlas import Atlas
from geo.couches import AUCUNE, COUCHES, PAR_DEFAUT
from geo.indicateurs import INDICATEURS

__all__ = ["APPARTENANCE", "AdresseCarte"]

APPARTENANCE: Final = "appartenance"
"""The map coloured by nothing but which communes are in a TI."""


def _territoire(lus: dict[str, Any], atlas: Atlas) -> Connu:
    return Connu(lambda ti: ti if atlas.fiche(ti, lus["millesime"]) else None)


def _couleur(lus: dict[str, Any], _: Atlas) -> Connu:
    permises = {APPARTENANCE, *INDICATEURS}
    return Connu(lambda mot: mot if mot in permises or compare_a(mot, lus["millesime"]) else None)


def _zone(lus: dict[str, Any], atlas: Atlas) -> Connu | None:
    """A place to frame says nothing beside a chosen territory."""
    connus = {"region": atlas.regions["code"], "departement": atlas.departements["code"]}

    def connaitre(zone: str) -> str | None:
        sorte, _, code = zone.partition("-")
        return zone if sorte in connus and code in set(connus[sorte]) else None

    return None if lus["ti"] else Connu(connaitre)


@dataclass(frozen=True, kw_only=True)
class AdresseCarte(AdresseDePage[Atlas]):
    """What the page « Carte » shows.

    Attributes:
        ti: Id of the chosen TI in its millésime.
        millesime: Year of the perimeters.
        couleur: Key of the indicator that colours the map, `APPARTENANCE`, or the millésime that it is
            compared with (`components.carte.changements`).
        couches: Keys of the layers that are on, in the order of `geo.couches`.
        zone: Région or département that the map frames, « region-53 »; empty for none.
    """

    page = "carte"
    lisibles = ","

    ti: str | None = champ(
        defaut=None,
        mot="ti",
        nom="Territoire",
        sorte=_territoire,
        avis=Avis(fausse="Le territoire {dite} n’existe pas dans le millésime {millesime}."),
    )
    millesime: int = champ_millesime(AVIS_DE_PAGE)
    couleur: str = champ(
        defaut=APPARTENANCE,
        mot="couleur",
        nom="Colorer par",
        sorte=_couleur,
        avis=Avis(
            fausse="L’indicateur {dite} n’existe pas : la carte montre l’appartenance à un territoire."
        ),
    )
    couches: tuple[str, ...] = champ(
        defaut=PAR_DEFAUT,
        mot="couches",
        nom="Couches",
        sorte=Connu(lambda mot: mot if mot in COUCHES else None),
        forme=Forme.VIRGULES,
        vide=AUCUNE,
        avis=Avis(fausse="La couche {dite} n’existe pas.", fausses="Les couches {dite} n’existent pas."),
    )
    zone: str = champ(
        defaut="",
        mot="zone",
        nom="Cadrage",
        sorte=_zone,
        avis=Avis(fausse="La carte ne connaît pas {dite} : la voici entière."),
    )

    def __post_init__(self) -> None:
        """Layers stand in their one order."""
        object.__setattr__(self, "couches", tuple(mot for mot in COUCHES if mot in self.couches))

    def valeurs_ecrites(self) -> dict[str, list[str]]:
        """Word of the address -> its values; a frame says nothing beside a chosen territory."""
        montree = replace(self, zone="") if self.ti else self
        return super(AdresseCarte, montree).valeurs_ecrites()

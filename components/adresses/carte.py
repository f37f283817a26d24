"""The state of a page is its address: what a link says, read and written the same way.

A value that the address gets wrong is left aside with a notice, and the rest applies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from components.adresses.millesime import ecrire_territoire, lire_millesime
from components.carte.changements import compare_a
from components.carte.couches import AUCUNE, COUCHES, PAR_DEFAUT
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas.atlas import Atlas

__all__ = ["APPARTENANCE", "AdresseCarte"]

APPARTENANCE: Final = "appartenance"
"""The map coloured by nothing but which communes are in a TI."""


@dataclass(frozen=True, kw_only=True)
class AdresseCarte:
    """What the page « Carte » shows.

    Attributes:
        millesime: Year of the perimeters.
        ti: Id of the chosen TI in that millésime.
        couleur: Key of the indicator that colours the map, `APPARTENANCE`, or the millésime that it is
            compared with (`components.carte.changements`).
        couches: Keys of the layers that are on, in the order of `COUCHES`.
        zone: Région or département that the map frames, « region-53 »; empty for none.
    """

    millesime: int = MILLESIME_PAR_DEFAUT
    ti: str | None = None
    couleur: str = APPARTENANCE
    couches: tuple[str, ...] = PAR_DEFAUT
    zone: str = ""

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = ecrire_territoire(self.ti, self.millesime)
        if self.couleur != APPARTENANCE:
            parametres["couleur"] = self.couleur
        if self.couches != PAR_DEFAUT:
            parametres["couches"] = ",".join(self.couches) or AUCUNE
        if self.zone and not self.ti:
            parametres["zone"] = self.zone
        return parametres

    @classmethod
    def lire(cls, parametres: Mapping[str, str], atlas: Atlas) -> tuple[AdresseCarte, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
            atlas: Says which TI exist.
        """
        avis: list[str] = []
        millesime = lire_millesime(parametres, avis)
        ti = parametres.get("ti") or None
        if ti and atlas.fiche(ti, millesime) is None:
            avis.append(f"Le territoire « {ti} » n’existe pas dans le millésime {millesime}.")
            ti = None
        couleur, couches = _couleur(parametres, millesime, avis), _couches(parametres, avis)
        zone = "" if ti else _zone(parametres, atlas, avis)
        return cls(millesime=millesime, ti=ti, couleur=couleur, couches=couches, zone=zone), avis


def _couleur(parametres: Mapping[str, str], millesime: int, avis: list[str]) -> str:
    demande = parametres.get("couleur", APPARTENANCE)
    if demande in INDICATEURS or demande == APPARTENANCE or compare_a(demande, millesime):
        return demande
    avis.append(f"L’indicateur « {demande} » n’existe pas : la carte montre l’appartenance à un territoire.")
    return APPARTENANCE


def _couches(parametres: Mapping[str, str], avis: list[str]) -> tuple[str, ...]:
    if "couches" not in parametres:
        return PAR_DEFAUT
    demandes = [mot for mot in parametres["couches"].split(",") if mot and mot != AUCUNE]
    avis += [f"La couche « {mot} » n’existe pas." for mot in demandes if mot not in COUCHES]
    return tuple(couche for couche in COUCHES if couche in demandes)


def _zone(parametres: Mapping[str, str], atlas: Atlas, avis: list[str]) -> str:
    demande = parametres.get("zone", "")
    sorte, _, code = demande.partition("-")
    connus = {"region": atlas.regions["code"], "departement": atlas.departements["code"]}
    if not demande or (sorte in connus and code in set(connus[sorte])):
        return demande
    avis.append(f"La carte ne connaît pas « {demande} » : la voici entière.")
    return ""

"""The address of a sheet: which territory, in which millésime, compared with whom.

An id that the millésime does not know stays in the address: the page helps the reader to find his territory,
and the link that he received still says what it said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from components.adresses.millesime import ecrire_territoire, lire_millesime
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas.atlas import Atlas

__all__ = ["FRANCE", "REGION", "REGION_ET_FRANCE", "AdresseTerritoire"]

REGION_ET_FRANCE: Final = ""
"""Figures stand beside those of the territory's région(s) and of France: the usual reference."""

REGION: Final = "region"
"""Beside those of its région(s) alone."""

FRANCE: Final = "france"
"""Beside those of France alone."""


@dataclass(frozen=True, kw_only=True)
class AdresseTerritoire:
    """What the page « Territoire » shows.

    Attributes:
        ti: Id as the address gives it, maybe unknown; None before any choice.
        millesime: Year of the perimeters.
        reference: `REGION_ET_FRANCE`, `REGION`, `FRANCE`, the code of a région, or the id of another TI of
            the same millésime.
    """

    ti: str | None = None
    millesime: int = MILLESIME_PAR_DEFAUT
    reference: str = REGION_ET_FRANCE

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = ecrire_territoire(self.ti, self.millesime)
        if self.reference != REGION_ET_FRANCE:
            parametres["reference"] = self.reference
        return parametres

    def lien(self) -> str:
        """The address as a link from any page; relative, so that it holds under any base path."""
        parametres = urlencode(self.ecrire())
        return f"territoire?{parametres}" if parametres else "territoire"

    @classmethod
    def lire(cls, parametres: Mapping[str, str], atlas: Atlas) -> tuple[AdresseTerritoire, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
            atlas: Says which régions and TI exist.
        """
        avis: list[str] = []
        millesime = lire_millesime(parametres, avis)
        ti = parametres.get("ti", "").strip().lower() or None
        reference = parametres.get("reference", REGION_ET_FRANCE)
        if not _connue(reference, atlas, millesime):
            avis.append(f"La référence « {reference} » n’existe pas : voici la région et la France.")
            reference = REGION_ET_FRANCE
        if reference == ti:
            reference = REGION_ET_FRANCE
        return cls(ti=ti, millesime=millesime, reference=reference), avis


def _connue(reference: str, atlas: Atlas, millesime: int) -> bool:
    return (
        reference in {REGION_ET_FRANCE, REGION, FRANCE}
        or reference in atlas.nom_region
        or atlas.fiche(reference, millesime) is not None
    )

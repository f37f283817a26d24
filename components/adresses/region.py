"""The address of a région's page: which région, compared with which, on which map, ranked by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from components.adresses.millesime import lire_millesime
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.territoires.regions import noms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas.atlas import Atlas

__all__ = ["FRANCE", "TRI", "AdresseRegion"]

FRANCE: Final = ""
"""The région is compared with France: the usual reference."""

TRI: Final = "projets"
"""The indicator that ranks the territories before any choice."""

CITE: Final = 40
"""Characters of a wrong value that a notice repeats."""


@dataclass(frozen=True, kw_only=True)
class AdresseRegion:
    """What the page « Région » shows.

    Attributes:
        code: Code of the région, or `OM` for the five overseas ones; None before any choice.
        reference: `FRANCE`, or the code of another région (`OM` included).
        millesime: Year of the perimeters.
        tri: Key of the indicator that ranks the territories (`geo.indicateurs.catalogue.INDICATEURS`).
    """

    code: str | None = None
    reference: str = FRANCE
    millesime: int = MILLESIME_PAR_DEFAUT
    tri: str = TRI

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = {"code": self.code} if self.code else {}
        if self.reference != FRANCE:
            parametres["reference"] = self.reference
        if self.millesime != MILLESIME_PAR_DEFAUT:
            parametres["millesime"] = str(self.millesime)
        if self.tri != TRI:
            parametres["tri"] = self.tri
        return parametres

    def lien(self) -> str:
        """The address as a link from any page; relative, so that it holds under any base path."""
        parametres = urlencode(self.ecrire())
        return f"region?{parametres}" if parametres else "region"

    @classmethod
    def lire(cls, parametres: Mapping[str, str], atlas: Atlas) -> tuple[AdresseRegion, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
            atlas: Says which régions exist.
        """
        avis: list[str] = []
        connues = noms(atlas)
        code = parametres.get("code", "").strip().upper() or None
        if code and code not in connues:
            avis.append(f"La région « {code[:CITE]} » n’existe pas : choisissez-en une ci-dessous.")
            code = None
        reference = parametres.get("reference", FRANCE).strip().upper()
        if reference and reference not in connues:
            avis.append(f"La région « {reference[:CITE]} » n’existe pas : voici la France en référence.")
            reference = FRANCE
        return cls(
            code=code,
            reference=FRANCE if reference == code else reference,
            millesime=lire_millesime(parametres, avis),
            tri=_tri(parametres, avis),
        ), avis


def _tri(parametres: Mapping[str, str], avis: list[str]) -> str:
    demande = parametres.get("tri", TRI)
    if demande in INDICATEURS:
        return demande
    avis.append(
        f"L’indicateur « {demande[:CITE]} » n’existe pas : les territoires sont classés par leurs projets."
    )
    return TRI

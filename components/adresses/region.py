"""The address of a région's page: which région, compared with which, on which map, ranked by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from geo.adresse import AVIS_DE_PAGE, AdresseDePage, Avis, Choix, Connu, champ, champ_millesime
from geo.atlas import Atlas
from geo.indicateurs import INDICATEURS
from geo.territoires import noms

__all__ = ["FACE_A_LA_FRANCE", "TRI", "AdresseRegion"]

FACE_A_LA_FRANCE: Final = ""
"""The région is compared with France: the usual reference."""

TRI: Final = "projets"
"""The indicator that ranks the territories before any choice."""


def _region(_: dict[str, Any], atlas: Atlas) -> Connu:
    """A région by its code, whatever its case and blanks."""
    connues = noms(atlas)
    return Connu(lambda code: propre if (propre := code.strip().upper()) in connues else None)


@dataclass(frozen=True, kw_only=True)
class AdresseRegion(AdresseDePage[Atlas]):
    """What the page « Région » shows.

    Attributes:
        code: Code of the région, or `OM` for the five overseas ones; None before any choice.
        reference: `FACE_A_LA_FRANCE`, or the code of another région (`OM` included).
        millesime: Year of the perimeters.
        tri: Key of the indicator that ranks the territories (`geo.indicateurs.catalogue.INDICATEURS`).
    """

    page = "region"

    code: str | None = champ(
        defaut=None,
        mot="code",
        nom="Région",
        sorte=_region,
        avis=Avis(fausse="La région {dite} n’existe pas : choisissez-en une ci-dessous."),
    )
    reference: str = champ(
        defaut=FACE_A_LA_FRANCE,
        mot="reference",
        nom="Référence",
        sorte=_region,
        avis=Avis(fausse="La région {dite} n’existe pas : voici la France en référence."),
    )
    millesime: int = champ_millesime(AVIS_DE_PAGE)
    tri: str = champ(
        defaut=TRI,
        mot="tri",
        nom="Classement des territoires",
        sorte=Choix.parmi(INDICATEURS),
        avis=Avis(
            fausse="L’indicateur {dite} n’existe pas : les territoires sont classés par leurs projets."
        ),
    )

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:  # noqa: ARG003  it goes without saying
        """A région is not compared with itself."""
        if lus["reference"] == lus["code"]:
            lus["reference"] = FACE_A_LA_FRANCE

"""The address of a sheet: which territory, in which millésime, compared with whom.

An id that the millésime does not know stays in the address: the page helps the reader to find his territory,
and the link that he received still says what it said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from components.adresses.sortes import SorteCommune
from geo.adresse import AVIS_DE_PAGE, AdresseDePage, Avis, Connu, champ, champ_millesime
from geo.atlas import Atlas
from geo.communes import territoire_de
from geo.fiche import rapprochements

__all__ = ["FRANCE", "REGION", "REGION_ET_FRANCE", "AdresseTerritoire"]

REGION_ET_FRANCE: Final = ""
"""Figures stand beside those of the territory's région(s) and of France: the usual reference."""

REGION: Final = "region"
"""Beside those of its région(s) alone."""

FRANCE: Final = "france"
"""Beside those of France alone."""


def _reference(lus: dict[str, Any], atlas: Atlas) -> Connu:
    def connue(mot: str) -> bool:
        return (
            mot in {REGION, FRANCE}
            or mot in rapprochements(atlas, lus["ti"] or "", lus["millesime"])
            or mot in atlas.nom_region
            or atlas.fiche(mot, lus["millesime"]) is not None
        )

    return Connu(lambda mot: mot if connue(mot) else None)


def _commune(lus: dict[str, Any], atlas: Atlas) -> SorteCommune:
    """A commune of the territory; without one, a commune that names its territory."""
    ti, annee = lus["ti"], lus["millesime"]
    return SorteCommune(
        atlas,
        admise=lambda code: (sien := territoire_de(atlas, code, annee)) is not None and ti in {None, sien},
        sinon=f"n’est {'pas dans ce' if ti else 'dans aucun'} territoire en {annee}",
    )


@dataclass(frozen=True, kw_only=True)
class AdresseTerritoire(AdresseDePage[Atlas]):
    """What the page « Territoire » shows.

    Attributes:
        ti: Id as the address gives it, maybe unknown; None before any choice.
        millesime: Year of the perimeters.
        reference: `REGION_ET_FRANCE`, `REGION`, `FRANCE`; `VOISINS`, `PROFIL`, `DEPARTEMENT` of a TI that has
            some; the code of a région, or the id of another TI of the same millésime.
        commune: INSEE code of the commune by which the reader came, one of the territory; alone, it says
            which territory is meant.
    """

    page = "territoire"

    ti: str | None = champ(
        defaut=None, mot="ti", nom="Territoire", sorte=Connu(lambda mot: mot.strip().lower())
    )
    millesime: int = champ_millesime(AVIS_DE_PAGE)
    reference: str = champ(
        defaut=REGION_ET_FRANCE,
        mot="reference",
        nom="Référence",
        sorte=_reference,
        avis=Avis(fausse="La référence {dite} n’existe pas : voici la région et la France."),
    )
    commune: str | None = champ(defaut=None, mot="commune", nom="Commune", sorte=_commune)

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:  # noqa: ARG003  it goes without saying
        """A territory is not compared with itself."""
        if lus["reference"] == lus["ti"]:
            lus["reference"] = REGION_ET_FRANCE

"""Objects of any kind side by side: figure, rank and distance to France of each, or why there is none.

A zero is a figure. An absence is none, and the reader is told which: nothing is published there, or too
little of it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.effet_du_label import hors_des_regions
from geo.indicateurs.mesures import Mesure, mesure
from geo.indicateurs.objets import HORS_TI, LA_FRANCE
from geo.indicateurs.raisons import raison
from geo.sources import COMMUNES_ET_EPCI, perimetres_de, sources_de

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.objets import Objet

__all__ = ["MAXIMUM", "Case", "EcartEn", "Ligne", "comparer", "ecart_a_la_france", "ecart_en", "sources"]

MAXIMUM: Final = 5
"""Objects that stand side by side."""

SANS_LES_AUTRES: Final = (LA_FRANCE, HORS_TI)
"""Objects that would hold the projects of no région, were they counted."""

EcartEn = Literal["points", "fois", "part"]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One indicator of one object.

    Attributes:
        objet: The object.
        mesure: Its figure, coverage and rank; None when the atlas has nothing of the object.
        ecart: Distance to France in the unit of `ecart_en`; NaN when there is none.
        raison: Why there is no figure, one French clause; empty when there is one.
        sans_ecart: Why there is a figure but no distance; empty likewise.
        precision: What stands beside the figure: of what it is the rate, what it leaves out; may be empty.
    """

    objet: Objet
    mesure: Mesure | None
    ecart: float
    raison: str = ""
    sans_ecart: str = ""
    precision: str = ""


@dataclass(frozen=True, kw_only=True)
class Ligne:
    """One indicator of all the objects, in their order."""

    indicateur: Indicateur
    ecart_en: EcartEn
    cases: tuple[Case, ...]


def ecart_en(indicateur: Indicateur) -> EcartEn:
    """How the distance to France is told.

    A share or a rate: in points. Another ratio: how many times the national one. An amount: its share of
    France.
    """
    if indicateur.sorte == "montant":
        return "part"
    return "points" if indicateur.unite in {"%", "points"} else "fois"


def ecart_a_la_france(indicateur: Indicateur, valeur: float, france: float) -> float:
    """Distance of a figure to that of France; NaN when one of them is missing or France has zero.

    Returns:
        Points (value minus France), times (value over France) or percent of France, as `ecart_en` says.
    """
    if ecart_en(indicateur) == "points":
        return valeur - france
    if not france:
        return math.nan
    return valeur / france * (100.0 if ecart_en(indicateur) == "part" else 1.0)


def comparer(atlas: Atlas, *, objets: Sequence[Objet], millesime: int) -> list[Ligne]:
    """Every indicator of some objects, in the order of `INDICATEURS`.

    Args:
        atlas: The atlas.
        objets: Objects of any kind, in the order of the columns.
        millesime: Year of the perimeters.
    """
    return [
        Ligne(
            indicateur=indicateur,
            ecart_en=ecart_en(indicateur),
            cases=tuple(_case(atlas, indicateur, objet, millesime) for objet in objets),
        )
        for indicateur in INDICATEURS.values()
    ]


def sources(lignes: Sequence[Ligne], millesime: int) -> tuple[str, ...]:
    """Keys of the sources of a comparison: what its objects are made of, then its figures."""
    return sources_de(perimetres_de(millesime), COMMUNES_ET_EPCI, *(ligne.indicateur for ligne in lignes))


def _case(atlas: Atlas, indicateur: Indicateur, objet: Objet, millesime: int) -> Case:
    trouvee = mesure(atlas, objet=objet, millesime=millesime, cle=indicateur.cle)
    pourquoi = raison(atlas, indicateur, objet, millesime, trouvee)
    if trouvee is None or pourquoi:
        return Case(objet=objet, mesure=trouvee, ecart=math.nan, raison=pourquoi)
    autres = hors_des_regions(atlas) if indicateur.cle == "projets" and objet in SANS_LES_AUTRES else ""
    precision = ", ".join(filter(None, (ecriture.a_cote(indicateur, trouvee), autres)))
    if not indicateur.part_dite:
        sans = "trop peu de projets les disent pour une part de la France"
        return Case(objet=objet, mesure=trouvee, ecart=math.nan, sans_ecart=sans, precision=precision)
    france = mesure(atlas, objet=LA_FRANCE, millesime=millesime, cle=indicateur.cle)
    ecart = ecart_a_la_france(indicateur, trouvee.valeur, france.valeur if france else math.nan)
    sans = "la France n’a pas de chiffre" if math.isnan(ecart) else ""
    return Case(objet=objet, mesure=trouvee, ecart=ecart, sans_ecart=sans, precision=precision)

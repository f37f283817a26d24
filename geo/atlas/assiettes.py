"""What the indicators are computed from: one row per commune and one per project, with every figure on it.

A territory, a région and France are sets of these rows: the same sums over other sets, so that a total is
always the sum of its parts. Put together once for the whole atlas; an indicator is then a few sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.millesimes import MILLESIMES, colonne_ti

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "DANS_UN_TI",
    "DEPARTEMENT",
    "EPCI",
    "FRANCE",
    "HORS_TI",
    "OM",
    "OUTRE_MER",
    "PAYS",
    "REGION",
    "REGIONS_D_OUTRE_MER",
    "TRIMESTRES",
    "Assiettes",
    "assiettes",
    "colonne_label",
]

TRIMESTRES: Final = ("2019-T1", "2023-T3")
"""The quarters of unemployment that are compared: the first one of the programme's first year, the newest."""

OM: Final = "OM"
"""The one value of `OUTRE_MER`, for the five régions overseas together, as published in 2021."""

REGION: Final = "region"
DEPARTEMENT: Final = "departement"
EPCI: Final = "siren_epci"
PAYS: Final = "pays"
OUTRE_MER: Final = "outre_mer"
"""Columns by which both tables can be summed, beside those of the TI of each millésime."""

FRANCE: Final = "FR"
"""The one value of `PAYS`; a project outside the 18 régions has none."""

REGIONS_D_OUTRE_MER: Final = ("01", "02", "03", "04", "06")
"""Guadeloupe, Martinique, Guyane, La Réunion, Mayotte: « Outre-mer » of the published figures."""

DANS_UN_TI: Final = "dans"
HORS_TI: Final = "hors"
"""The two values of `colonne_label`; a project outside the 18 régions has neither."""

_TERRITOIRES = [colonne_ti(m) for m in MILLESIMES]


@dataclass(frozen=True, kw_only=True)
class Assiettes:
    """Communes and projects with the figures that indicators sum.

    Attributes:
        communes: region, departement, outre_mer, pays, siren_epci (2021), id_ti_2020 … id_ti_2023,
            label_2020 … label_2023 (« dans » or « hors » of a TI); population (habitants), emplois and actifs
            (2018), etablissements_industrie (2018), part_industrie (%) of its siren_emploi,
            emplois_industrie (jobs of 2018 × that share), chomage (%) and evolution_chomage (points) of its
            zone_emploi. All figures are float64, NaN where the source is silent.
        projets: the same keys, emplois_prevus, groupe_emplois, and lieu_sans_etablissements (its commune has
            no figure of establishments).
    """

    communes: pd.DataFrame
    projets: pd.DataFrame


def assiettes(
    *,
    communes: pd.DataFrame,
    projets: pd.DataFrame,
    indicateurs_communes: pd.DataFrame,
    chomage: pd.DataFrame,
    emploi_industriel_epci: pd.DataFrame,
) -> Assiettes:
    """Put the processed tables of these names together (see `geo.contrats.tables`)."""
    figures = communes.merge(indicateurs_communes, on="code", how="left", validate="1:1")
    taux = _taux(chomage)
    parts = emploi_industriel_epci.set_index("siren")["part_industrie_2022"]
    part = figures["siren_emploi"].map(parts)
    table = pd.DataFrame(
        {
            "population": figures["population"],
            "emplois": figures["emplois_2018"],
            "actifs": figures["actifs_1564_2018"],
            "etablissements_industrie": figures["etablissements_industrie_2018"],
            "part_industrie": part,
            "emplois_industrie": figures["emplois_2018"] * part / 100,
            "chomage": figures["zone_emploi"].map(taux["recent"]),
            "evolution_chomage": figures["zone_emploi"].map(taux["recent"] - taux["ancien"]),
        }
    ).astype("float64")
    cles = _cles(figures, REGION, DEPARTEMENT, _TERRITOIRES)
    muettes = figures.loc[figures["etablissements_industrie_2018"].isna(), "code"]
    des_projets = _cles(projets, "code_region", "code_departement", _TERRITOIRES).assign(
        emplois_prevus=projets["emplois_prevus"].astype("float64"),
        groupe_emplois=projets["groupe_emplois"],
        lieu_sans_etablissements=projets["code_commune"].isin(muettes),
    )
    unites = figures[["siren_emploi", "zone_emploi"]].astype("category")
    return Assiettes(communes=pd.concat([cles, unites, table], axis=1), projets=des_projets)


def colonne_label(millesime: int) -> str:
    """Name of the column that says whether a commune or a project is in a TI of a millésime."""
    return f"label_{millesime}"


def _taux(chomage: pd.DataFrame) -> pd.DataFrame:
    """ancien, recent: rate of the two `TRIMESTRES` by zone d'emploi, in %."""
    par_trimestre = chomage.pivot_table(index="zone_emploi", columns="trimestre", values="taux")
    return par_trimestre[list(TRIMESTRES)].set_axis(["ancien", "recent"], axis=1)


def _cles(table: pd.DataFrame, region: str, departement: str, territoires: Sequence[str]) -> pd.DataFrame:
    """What rows are grouped by, as categories: sums by category take a millisecond."""
    noms = {region: REGION, departement: DEPARTEMENT}
    cles = table[[region, departement, EPCI, *territoires]].rename(columns=noms)
    cles[PAYS] = pd.Series(FRANCE, cles.index).where(cles[REGION].notna())
    cles[OUTRE_MER] = pd.Series(OM, cles.index).where(cles[REGION].isin(REGIONS_D_OUTRE_MER))
    for millesime in MILLESIMES:
        dans = cles[colonne_ti(millesime)].notna().map({True: DANS_UN_TI, False: HORS_TI})
        cles[colonne_label(millesime)] = dans.where(cles[PAYS].notna())
    return cles.astype("category")

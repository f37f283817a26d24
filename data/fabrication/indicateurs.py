"""The figures behind the indicators, brought to the communes of 1 January 2021.

INSEE gives them in four geographies: communes of 2021 (comparateur), communes of 2022 (zones d'emploi),
zones d'emploi of 2020 (unemployment) and intercommunalités of 2025 (share of industry). Each table keeps its
own; that of the communes says which zone and which intercommunalité a commune takes its figures from.
A zone that several régions share is told in regional parts, and the Grand Paris in territories: the finest
that is published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.fabrication.grand_paris import CODE_PARIS, SIREN_PARIS, TERRITOIRES

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.territoires import Geographie

__all__ = ["PREMIER_TRIMESTRE", "chomage", "communes", "emploi_industriel", "villes", "zones_deduites"]

PREMIER_TRIMESTRE: Final = "2019-T1"
"""Where the series of unemployment starts: the first year of the programme."""

MESURES: Final = {
    "emplois_2018": "P18_EMPLT",
    "actifs_1564_2018": "P18_ACT1564",
    "chomeurs_1564_2018": "P18_CHOM1564",
}
EFFECTIFS: Final = {"etablissements_2018": "ETTOT18", "etablissements_industrie_2018": "ETBE18"}
"""Our column → column of the comparateur."""

INTERREGIONALE: Final = "00"
"""How the code of a zone d'emploi that several régions share begins; in its parts, that of the région."""

_TRIMESTRE = re.compile(r"\d{4}-T[1-4]")
_COMMUNE = re.compile(r"\s*(?P<commune>[^;]+) \((?P<code_commune>\d\w\d{3})\)")


def communes(
    comparateur: pd.DataFrame,
    appartenance: pd.DataFrame,
    part_industrie: pd.DataFrame,
    geographie: Geographie,
) -> pd.DataFrame:
    """The table `indicateurs_communes`; figures of the census keep three decimals.

    Args:
        comparateur: INSEE comparateur by commune.
        appartenance: Communes of 2022, with CODGEO and ZE2020.
        part_industrie: The table `emploi_industriel_epci`.
        geographie: The geography of 2021: communes, and the EPCI that each has in 2022.
    """
    de_2021 = geographie.communes.set_index("code")
    chiffres = comparateur.set_index("CODGEO").reindex(de_2021.index)
    return pd.DataFrame(
        {
            "code": de_2021.index,
            "zone_emploi": _zones(de_2021, appartenance),
            "siren_emploi": _intercommunalites(de_2021, geographie.epci_2022, part_industrie["siren"]),
            **{ici: chiffres[la].round(3) for ici, la in MESURES.items()},
            **{ici: chiffres[la].astype("Int64") for ici, la in EFFECTIFS.items()},
        }
    ).reset_index(drop=True)


def _zones(de_2021: pd.DataFrame, appartenance: pd.DataFrame) -> pd.Series:
    """Zone d'emploi by commune of 2021, or the regional part of a zone that several régions share.

    The ten communes that merged into a neighbour by 2022 are no longer in the table: they take the zone that
    most communes of their EPCI have (checked by hand: it is that of the commune they merged into).
    """
    zones = de_2021.index.to_series().map(appartenance.set_index("CODGEO")["ZE2020"])
    plus_frequente = zones.groupby(de_2021["siren_epci"]).agg(lambda z: z.mode().iloc[0])
    zones = zones.fillna(de_2021["siren_epci"].map(plus_frequente)).astype("str")
    partagee = zones.str.startswith(INTERREGIONALE)
    return zones.mask(partagee, de_2021["region"] + zones.str.removeprefix(INTERREGIONALE))


def _intercommunalites(de_2021: pd.DataFrame, epci_2022: pd.DataFrame, connues: pd.Series) -> pd.Series:
    """Whose share of industry a commune takes: its EPT or Paris, else its EPCI of 2022; missing if unknown.

    Four EPCI of 2021 split or merged on 1 January 2022: the EPCI of 2022 is the one that the file of 2025
    knows. In the Grand Paris, the métropole's own share holds that of each territory: none takes it.
    """
    codes = de_2021.index.to_series()
    en_2022 = codes.map(epci_2022.set_index("code")["siren"])
    siren = codes.map(TERRITOIRES).fillna(en_2022)
    return siren.where(siren.isin(connues)).astype("str")


def zones_deduites(geographie: Geographie, appartenance: pd.DataFrame) -> int:
    """Number of communes of 2021 whose zone d'emploi is deduced from their EPCI (see `communes`)."""
    return int((~geographie.communes["code"].isin(appartenance["CODGEO"])).sum())


def chomage(brut: pd.DataFrame) -> pd.DataFrame:
    """The table `chomage`, from `PREMIER_TRIMESTRE` to the newest quarter of the file.

    Args:
        brut: One row per zone or regional part: ZE2020, LIBZE2020, one column per quarter (`2019-T1`), in %.
    """
    trimestres = [c for c in brut.columns if _TRIMESTRE.fullmatch(c) and c >= PREMIER_TRIMESTRE]
    table = brut.melt(["ZE2020", "LIBZE2020"], trimestres, var_name="trimestre", value_name="taux")
    return pd.DataFrame(
        {
            "zone_emploi": table["ZE2020"],
            "nom": table["LIBZE2020"].str.strip(),
            "trimestre": table["trimestre"].astype("str"),
            "taux": pd.to_numeric(table["taux"]).astype("float64"),
        }
    ).sort_values(["zone_emploi", "trimestre"], ignore_index=True)


def emploi_industriel(brut: pd.DataFrame) -> pd.DataFrame:
    """The table `emploi_industriel_epci`: rows of EPCI, EPT and Paris (that of France is left out).

    Args:
        brut: code, libelle, eco_sectindus_pct_22 (%) and other columns.
    """
    table = brut.assign(code=brut["code"].replace(CODE_PARIS, SIREN_PARIS))
    table = table[table["code"].str.fullmatch(r"\d{9}")]
    table = table[["code", "libelle", "eco_sectindus_pct_22"]]
    table = table.set_axis(["siren", "libelle", "part_industrie_2022"], axis=1)
    return table.astype({"part_industrie_2022": "float64"}).sort_values("siren", ignore_index=True)


def villes(publiees: dict[str, gpd.GeoDataFrame], des_communes: pd.DataFrame) -> pd.DataFrame:
    """The table `villes`: one row per commune of each town or pair of towns.

    A pair is published as two points in no order; each of its communes takes the point that is closest to
    the one inside its outline.

    Args:
        publiees: Programme → id_territoire, lib_territoire, liste_geo (« Lens (62498); Liévin (62510) ») and
            points in WGS 84.
        des_communes: Table `communes`: code, latitude, longitude.
    """
    lieux = des_communes.set_index("code")[["latitude", "longitude"]]
    tables = [_villes(programme, table, lieux) for programme, table in publiees.items()]
    return pd.concat(tables).sort_values(["programme", "id", "code_commune"], ignore_index=True)


def _villes(programme: str, publiees: gpd.GeoDataFrame, lieux: pd.DataFrame) -> pd.DataFrame:
    noms = publiees["liste_geo"].str.split(";").explode().str.extract(_COMMUNE)
    points = publiees[["id_territoire", "lib_territoire", "geometry"]].explode(index_parts=False)
    paires = noms.join(
        points.assign(latitude=points.geometry.y.round(5), longitude=points.geometry.x.round(5))
    )
    attendus = lieux.reindex(paires["code_commune"]).to_numpy()
    ecarts = (paires[["latitude", "longitude"]].to_numpy() - attendus) ** 2
    plus_proches = paires.assign(ecart=ecarts.sum(axis=1)).sort_values("ecart", kind="stable")
    uniques = plus_proches.drop_duplicates(["id_territoire", "code_commune"])
    uniques = uniques.rename(columns={"id_territoire": "id", "lib_territoire": "nom"})
    colonnes = ["programme", "id", "nom", "code_commune", "commune", "latitude", "longitude"]
    return pd.DataFrame(uniques.assign(programme=programme)[colonnes])

"""The raw files as they were published, read with their faults and with plain column names.

Nothing is repaired here but the reading itself (sheet, header line, separator, codes kept as strings): what a
source says and what we make of it stay apart.
"""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "appartenance_2022",
    "chomage_zones",
    "comparateur",
    "contours",
    "csv",
    "emploi_epci",
    "epcicom",
    "points",
    "postaux",
    "zones_supra_communales",
]

ENTETE_APPARTENANCE = 5
"""INSEE writes five lines of title above the column codes."""

ENTETE_CHOMAGE = 5
"""INSEE writes four lines of title and one of long names above the column codes."""

ENTETE_PARTIES = 7
"""Two more lines of title stand above the codes of the regional parts."""


def csv(chemin: Path) -> pd.DataFrame:
    """A CSV whose every column is text; an empty cell is missing, nothing else is."""
    return pd.read_csv(chemin, dtype=str, keep_default_na=False, na_values=[""])


def epcicom(chemin: Path) -> pd.DataFrame:
    """EPCI and communes of 1 January 2021.

    Returns:
        siren, raison_sociale, nature_juridique, insee, siren_membre, nom_membre, pmun_2021 (population
        municipale, habitants) and the other published columns; one row per commune.
    """
    table = pd.read_excel(chemin, dtype=str, engine="calamine")
    return table.assign(pmun_2021=table["pmun_2021"].astype("int64"))


def appartenance_2022(chemin: Path) -> pd.DataFrame:
    """Communes of 1 January 2022: CODGEO, LIBGEO, DEP, REG, EPCI, NATURE_EPCI, ZE2020 and more."""
    return pd.read_excel(chemin, sheet_name="COM", header=ENTETE_APPARTENANCE, dtype=str, engine="calamine")


def zones_supra_communales(chemin: Path) -> pd.DataFrame:
    """Names of régions, départements and EPCI of 2022: NIVGEO, CODGEO, LIBGEO, NB_COM."""
    return pd.read_excel(
        chemin,
        sheet_name="Zones_supra_communales",
        header=ENTETE_APPARTENANCE,
        dtype=str,
        engine="calamine",
    )


def comparateur(chemin: Path) -> pd.DataFrame:
    """INSEE comparateur by commune, geography of 2021; the arrondissements of three cities are in it too.

    Returns:
        CODGEO (string), P18_POP (habitants), SUPERF (km²) and the other published columns.
    """
    with zipfile.ZipFile(chemin) as archive, archive.open("base_cc_comparateur.CSV") as flux:
        return pd.read_csv(flux, sep=";", dtype={"CODGEO": str})


def postaux(chemin: Path) -> pd.DataFrame:
    """INSEE code ⇄ postal codes, older geography: « Code INSEE », « Code Postal » (joined by `/`), etc."""
    return csv(chemin)


def contours(chemin: Path) -> gpd.GeoDataFrame:
    """Outlines in WGS 84, as published (some are invalid)."""
    return gpd.read_parquet(chemin)


def chomage_zones(chemin: Path) -> pd.DataFrame:
    """Unemployment by zone d'emploi, then by regional part of the zones that several régions share.

    Returns:
        ZE2020 (`0051` for a shared zone, `2851` for its part in the région 28), LIBZE2020, then one column
        per quarter (`2003-T1`), all text.
    """
    zones = pd.read_excel(chemin, sheet_name="txcho_ze", header=ENTETE_CHOMAGE, dtype=str, engine="calamine")
    parties = pd.read_excel(
        chemin, sheet_name="txcho_parties reg", header=ENTETE_PARTIES, dtype=str, engine="calamine"
    )
    parties = parties.rename(columns={"ZER2020": "ZE2020", "LIBZER2020": "LIBZE2020"})
    return pd.concat([zones, parties], ignore_index=True)


def emploi_epci(chemin: Path) -> pd.DataFrame:
    """Aggregates by EPCI of 2025: code, libelle, eco_sectindus_pct_22 (%) and more, with France and Paris."""
    return pd.DataFrame(json.loads(chemin.read_text(encoding="utf-8")))


def points(chemin: Path) -> gpd.GeoDataFrame:
    """Places published as points (or several points) in WGS 84."""
    return gpd.read_file(chemin)

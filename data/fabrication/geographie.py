"""The administrative geography of 1 January 2021, put together from four INSEE and DGCL files.

No single file holds it: populations and compositions come from the DGCL, seats from the IGN, names of régions
from INSEE's table of 2022, and the four island communes without EPCI only from INSEE's comparateur.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geo.territoires import METROPOLE_DU_GRAND_PARIS, Geographie

__all__ = [
    "Brut",
    "communes",
    "communes_entieres",
    "departements",
    "epci",
    "geographie",
    "noms_abimes",
    "regions",
]

NATURES_2022 = {"ME": "METRO"}
"""INSEE's short codes of 2022 that differ from those of the DGCL."""


@dataclass(frozen=True, kw_only=True)
class Brut:
    """The raw tables that make the geography, as `data.fabrication.bruts` reads them.

    Attributes:
        epcicom: EPCI and communes of 2021.
        appartenance: Communes of 2022.
        zones: Names of régions, départements and EPCI of 2022.
        comparateur: INSEE comparateur by commune.
        sieges: siren, dep: département of the seat of each EPCI of 2021.
        communes_149: Communes of the 149 TI, with their groupement.
    """

    epcicom: pd.DataFrame
    appartenance: pd.DataFrame
    zones: pd.DataFrame
    comparateur: pd.DataFrame
    sieges: pd.DataFrame
    communes_149: pd.DataFrame


def _noms(zones: pd.DataFrame, niveau: str) -> pd.DataFrame:
    lignes = zones[zones["NIVGEO"] == niveau]
    return (
        lignes[["CODGEO", "LIBGEO"]].set_axis(["code", "nom"], axis=1).sort_values("code", ignore_index=True)
    )


def regions(brut: Brut) -> pd.DataFrame:
    """The 18 régions: code, nom."""
    return _noms(brut.zones, "REG")


def departements(brut: Brut) -> pd.DataFrame:
    """The 101 départements: code, nom, region."""
    paires = brut.appartenance.drop_duplicates("DEP").set_index("DEP")["REG"]
    noms = _noms(brut.zones, "DEP")
    return noms.assign(region=noms["code"].map(paires))


def communes_entieres(comparateur: pd.DataFrame) -> pd.DataFrame:
    """The rows of the comparateur that are communes, the arrondissements of three cities left out."""
    arrondissement = comparateur["CODGEO"].str.match(r"^(751|132|6938)\d+$")
    return comparateur[~arrondissement].reset_index(drop=True)


def communes(brut: Brut) -> pd.DataFrame:
    """The communes of 2021: code, nom, siren, siren_epci, siren_ept, departement, region, population.

    The communes that no EPCI holds (four islands) are those of the comparateur that the DGCL's file lacks.
    Names are INSEE's of 2022, the DGCL's only for the ten communes gone by then: the DGCL drops some
    articles.
    """
    de_epci = brut.epcicom[["insee", "nom_membre", "siren_membre", "siren", "pmun_2021"]]
    de_epci = de_epci.set_axis(["code", "nom", "siren", "siren_epci", "population"], axis=1)
    entieres = communes_entieres(brut.comparateur)
    absentes = entieres[~entieres["CODGEO"].isin(de_epci["code"])]
    iles = pd.DataFrame({"code": absentes["CODGEO"], "population": absentes["P18_POP"].astype("int64")})
    table = pd.concat([de_epci, iles], ignore_index=True)
    noms = brut.appartenance.set_index("CODGEO")["LIBGEO"]
    table["nom"] = table["code"].map(noms).fillna(table["nom"])
    table["departement"] = (
        table["code"].where(table["code"].str.startswith("97"), table["code"].str[:2]).str[:3]
    )
    table["region"] = table["departement"].map(departements(brut).set_index("code")["region"])
    ept = _epts(brut).set_index("code")["siren"]
    table["siren_ept"] = table["code"].map(ept).astype("str")
    return table.sort_values("code", ignore_index=True)


def epci(brut: Brut) -> pd.DataFrame:
    """The EPCI of 2021: siren, libelle, nature, region, departement of the seat, population (habitants).

    A name that the DGCL published with a broken character (« ? ») is taken from INSEE's table of 2022.
    """
    table = brut.epcicom.groupby("siren", as_index=False).agg(
        libelle=("raison_sociale", "first"),
        nature=("nature_juridique", "first"),
        population=("pmun_2021", "sum"),
    )
    bons_noms = _noms(brut.zones, "EPCI").set_index("code")["nom"]
    abime = table["libelle"].str.contains("?", regex=False)
    table["libelle"] = table["libelle"].mask(abime, table["siren"].map(bons_noms))
    table["departement"] = table["siren"].map(brut.sieges.set_index("siren")["dep"])
    table["region"] = table["departement"].map(departements(brut).set_index("code")["region"])
    return table[["siren", "libelle", "nature", "region", "departement", "population"]]


def noms_abimes(brut: Brut) -> int:
    """Number of EPCI whose name was published with a broken character (see `epci`)."""
    return int(brut.epcicom.drop_duplicates("siren")["raison_sociale"].str.contains("?", regex=False).sum())


def _epts(brut: Brut) -> pd.DataFrame:
    """siren, code of the communes of the EPT that take part in the programme."""
    de_paris = brut.epcicom.loc[brut.epcicom["siren"] == METROPOLE_DU_GRAND_PARIS, "insee"]
    membres = brut.communes_149[["siren_groupement", "insee_com"]].set_axis(["siren", "code"], axis=1)
    return membres[membres["code"].isin(de_paris) & ~membres["siren"].str.startswith("21")]


def _epci_2022(brut: Brut) -> pd.DataFrame:
    """EPCI of 2022 of each commune of 2021 (of 2021 if the commune is gone): code, siren, nature, libelle."""
    colonnes = ["code", "siren", "nature"]
    en_2022 = brut.appartenance[["CODGEO", "EPCI", "NATURE_EPCI"]].set_axis(colonnes, axis=1)
    en_2022 = en_2022[en_2022["siren"].str.isdigit()].replace({"nature": NATURES_2022})
    en_2021 = brut.epcicom[["insee", "siren", "nature_juridique"]].set_axis(colonnes, axis=1)
    disparues = en_2021[~en_2021["code"].isin(brut.appartenance["CODGEO"])]
    existantes = en_2022[en_2022["code"].isin(en_2021["code"])]
    table = pd.concat([existantes, disparues], ignore_index=True)
    libelles = _noms(brut.zones, "EPCI").set_index("code")["nom"]
    return table.assign(libelle=table["siren"].map(libelles))


def geographie(brut: Brut) -> Geographie:
    """Everything that `geo.territoires.perimetres` needs to bring a map to 2021."""
    seules = brut.communes_149[brut.communes_149["siren_groupement"].str.startswith("21")]
    seules = seules[["siren_groupement", "insee_com"]].set_axis(["siren", "code"], axis=1)
    return Geographie(
        communes=communes(brut),
        epci=epci(brut),
        epci_2022=_epci_2022(brut),
        membres_isoles=pd.concat([_epts(brut), seules], ignore_index=True),
    )

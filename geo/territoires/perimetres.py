"""Who belongs to which Territoire d'industrie, commune by commune, for the four millésimes.

The programme publishes each map in another form (communes for 2020, groupements for 2023, both for 2021 and
2022) and in another geography. Everything is brought to the communes of 1 January 2021 first: a TI is then a
set of communes, and its groupements, population, regions and outline all follow from that one fact.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from erreurs import FabricationImpossible
from geo.millesimes import MILLESIMES, colonne_ti

__all__ = [
    "Geographie",
    "PerimetreIncomplet",
    "groupements",
    "passages_des_groupements",
    "perimetre_des_communes",
    "perimetre_des_groupements",
    "rattacher",
    "territoires",
    "ti_par_commune",
]

COLONNES_MEMBRES = ["millesime", "id_ti", "code", "siren"]
METROPOLE_DU_GRAND_PARIS = "200054781"
"""The one EPCI whose parts (EPT) take part in the programme on their own."""


MILLESIME_DE_LA_GEOGRAPHIE_2022 = 2023
"""From this map on, EPCI are opened by their composition of 2022 (see `perimetre_des_groupements`)."""


class PerimetreIncomplet(FabricationImpossible):
    """A published groupement or commune leads to no commune of 2021; the message names it, in French."""


@dataclass(frozen=True, kw_only=True)
class Geographie:
    """The administrative geography of 1 January 2021, and what is needed to bring later SIREN to it.

    Attributes:
        communes: code, nom, siren (of the commune), siren_epci, departement, region, population (habitants).
        epci: siren, libelle, nature, region and departement of the seat, population.
        epci_2022: code (commune of 2021), siren (its EPCI in 2022; that of 2021 where the commune is gone),
            libelle, nature.
        membres_isoles: siren, code: EPT (one row per commune) and communes that are groupements on their own.
    """

    communes: pd.DataFrame
    epci: pd.DataFrame
    epci_2022: pd.DataFrame
    membres_isoles: pd.DataFrame


def perimetre_des_communes(publie: pd.DataFrame, *, millesime: int, passage: pd.Series) -> pd.DataFrame:
    """Membership from a list of communes, brought to 2021.

    Args:
        publie: insee_com, id_ti, and siren_groupement where the source gives it.
        millesime: Year of the map.
        passage: Old commune code → commune code of 2021.

    Returns:
        millesime, id_ti, code, siren (missing where the source does not say the groupement), one row per
        commune.

    Raises:
        PerimetreIncomplet: A commune has no successor in 2021, or stands in two TI.
    """
    code = publie["insee_com"].map(passage)
    if code.isna().any():
        perdues = ", ".join(publie.loc[code.isna(), "insee_com"].head(5))
        raise PerimetreIncomplet(f"Millésime {millesime} : communes sans équivalent en 2021 : {perdues}.")
    inconnu = pd.Series(pd.NA, publie.index, dtype="str")
    siren = publie.get("siren_groupement", inconnu)
    membres = pd.DataFrame({"millesime": millesime, "id_ti": publie["id_ti"], "code": code, "siren": siren})
    return _sans_conflit(membres.drop_duplicates())


def perimetre_des_groupements(
    publie: pd.DataFrame, *, millesime: int, geographie: Geographie
) -> pd.DataFrame:
    """Membership from a list of groupements: each is opened into its communes of 2021.

    An EPCI is opened by the composition of 2022, the nearest that the sources hold for a later map: EPCI
    created since 2021 are found there too. EPT and single communes come from `geographie.membres_isoles` and
    from the SIREN of the communes.

    Args:
        publie: id_ti, siren.
        millesime: Year of the map.
        geographie: The geography of 2021.

    Returns:
        millesime, id_ti, code, siren.

    Raises:
        PerimetreIncomplet: A SIREN leads to no commune.
    """
    compositions = pd.concat(
        [
            geographie.epci_2022[["siren", "code"]],
            geographie.membres_isoles[["siren", "code"]],
            geographie.communes[["siren", "code"]].dropna(),
        ],
    ).drop_duplicates()
    membres = publie[["id_ti", "siren"]].merge(compositions, on="siren", how="left")
    if membres["code"].isna().any():
        perdus = ", ".join(membres.loc[membres["code"].isna(), "siren"].head(5))
        raise PerimetreIncomplet(f"Millésime {millesime} : groupements sans communes connues : {perdus}.")
    return _sans_conflit(membres.assign(millesime=millesime)[COLONNES_MEMBRES])


def rattacher(membres: pd.DataFrame, geographie: Geographie) -> pd.DataFrame:
    """Give a groupement to the communes of a map published by communes only.

    A commune that takes part on its own (or through its EPT) in a map published by groupements does so here
    too; any other commune takes part through its EPCI of 2021.

    Args:
        membres: millesime, id_ti, code, siren (all missing).
        geographie: The geography of 2021.

    Returns:
        The same rows with siren filled.
    """
    isoles = geographie.membres_isoles.drop_duplicates("code").set_index("code")["siren"]
    epci = geographie.communes.set_index("code")["siren_epci"]
    return membres.assign(siren=membres["code"].map(isoles).fillna(membres["code"].map(epci)))


def _sans_conflit(membres: pd.DataFrame) -> pd.DataFrame:
    conflits = membres.loc[membres["code"].duplicated(keep=False), "code"].unique()
    if len(conflits):
        raise PerimetreIncomplet(f"Communes dans deux territoires à la fois : {', '.join(conflits[:5])}.")
    return membres.sort_values(["id_ti", "siren", "code"], ignore_index=True)


def groupements(membres: pd.DataFrame, geographie: Geographie, libelles: pd.DataFrame) -> pd.DataFrame:
    """The groupements of every TI, as the contract `groupements` describes them.

    Args:
        membres: millesime, id_ti, code, siren, for every millésime.
        geographie: The geography of 2021.
        libelles: siren, libelle: names of the groupements that are not EPCI of 2021 (first one kept).

    Returns:
        One row per millésime and groupement; region and departement are those of the seat: the published one
        for an EPCI of 2021, else those of the most populated commune.
    """
    communes = geographie.communes.set_index("code")
    avec = membres.join(communes[["departement", "region", "population"]], on="code")
    chef_lieu = (
        avec.sort_values(["population", "code"], ascending=[False, True])
        .drop_duplicates("siren")
        .set_index("siren")[["departement", "region"]]
    )
    table = avec.groupby(["millesime", "id_ti", "siren"], as_index=False).agg(
        population=("population", "sum"),
        nb_communes=("code", "size"),
    )
    fiche = _fiches(geographie, libelles)
    table = table.join(fiche, on="siren")
    seule = table["siren"].str.startswith("21")
    table["nature"] = table["nature"].mask(seule, "COM")
    table["type"] = table["nature"].map({"EPT": "EPT", "COM": "commune"}).fillna("EPCI")
    for colonne in ("departement", "region"):
        table[colonne] = table[colonne].fillna(table["siren"].map(chef_lieu[colonne]))
    recente = table["millesime"] >= MILLESIME_DE_LA_GEOGRAPHIE_2022
    total = table["siren"].map(_tailles(geographie, geographie.epci_2022["siren"]))
    total = total.where(recente, table["siren"].map(_tailles(geographie, geographie.communes["siren_epci"])))
    table["nb_communes_total"] = total.where(~seule, 1).astype("int64")
    ordre = ["millesime", "id_ti", "siren", "libelle", "nature", "type", "region", "departement"]
    colonnes = [*ordre, "population", "nb_communes", "nb_communes_total"]
    return table[colonnes].sort_values(["millesime", "id_ti", "siren"], ignore_index=True)


def _fiches(geographie: Geographie, libelles: pd.DataFrame) -> pd.DataFrame:
    """libelle, nature, region, departement by SIREN; what the geography of 2021 says comes first."""
    isoles = geographie.membres_isoles["siren"]
    epts = isoles[~isoles.str.startswith("21")].unique()
    nouveaux = geographie.epci_2022.drop_duplicates("siren")
    sources = [
        geographie.epci[["siren", "libelle", "nature", "region", "departement"]],
        nouveaux[["siren", "libelle", "nature"]],
        libelles.assign(nature=libelles["siren"].map(dict.fromkeys(epts, "EPT"))),
    ]
    return pd.concat(sources).drop_duplicates("siren").set_index("siren")


def _tailles(geographie: Geographie, epci_des_communes: pd.Series) -> pd.Series:
    """Number of communes of every EPCI (given the EPCI of each commune) and EPT, by SIREN."""
    tailles = pd.concat([epci_des_communes.value_counts(), geographie.membres_isoles["siren"].value_counts()])
    return tailles[~tailles.index.duplicated()]


def territoires(groupements: pd.DataFrame, noms: pd.DataFrame) -> pd.DataFrame:
    """The TI of every millésime, as the contract `territoires` describes them.

    Args:
        groupements: Result of `groupements`.
        noms: millesime, id_ti, lib_ti.

    Returns:
        One row per millésime and TI. regions and departements are those of the seats of the groupements, the
        most populated first: the rule by which the programme counts a TI in a region.
    """
    cle = ["millesime", "id_ti"]
    table = groupements.groupby(cle, as_index=False).agg(
        population=("population", "sum"),
        nb_epci=("type", lambda t: int((t == "EPCI").sum())),
        nb_ept=("type", lambda t: int((t == "EPT").sum())),
        nb_communes_isolees=("type", lambda t: int((t == "commune").sum())),
        nb_communes=("nb_communes", "sum"),
    )
    for pluriel, colonne in (("regions", "region"), ("departements", "departement")):
        table = table.merge(_par_population(groupements, colonne).rename(pluriel).reset_index(), on=cle)
    table = table.merge(noms, on=cle, how="left")
    nombres = ["population", "nb_epci", "nb_ept", "nb_communes_isolees", "nb_communes"]
    return table[[*cle, "lib_ti", "regions", "departements", *nombres]].sort_values(cle, ignore_index=True)


def _par_population(groupements: pd.DataFrame, colonne: str) -> pd.Series:
    cle = ["millesime", "id_ti"]
    poids = groupements.groupby([*cle, colonne], as_index=False)["population"].sum()
    poids = poids.sort_values([*cle, "population", colonne], ascending=[True, True, False, True])
    return poids.groupby(cle)[colonne].agg(",".join)


def passages_des_groupements(publie: pd.DataFrame, geographie: Geographie) -> pd.DataFrame:
    """Which EPCI of 2021 stand behind the published SIREN that 2021 does not know.

    Args:
        publie: siren, lib_groupement of a later map.
        geographie: The geography of 2021.

    Returns:
        objet, code (SIREN published), libelle, code_2021, libelle_2021, methode (how many communes),
        ecart_surface (missing), one row per pair of SIREN; EPT and single communes are real groupements, not
        passages.
    """
    connus = [geographie.epci["siren"], geographie.membres_isoles["siren"], geographie.communes["siren"]]
    inconnus = publie[~publie["siren"].isin(pd.concat(connus))]
    paires = inconnus.merge(geographie.epci_2022[["siren", "code"]], on="siren")
    paires = paires.merge(geographie.communes[["code", "siren_epci"]], on="code")
    noms = geographie.epci.set_index("siren")["libelle"]
    table = paires.groupby(["siren", "lib_groupement", "siren_epci"], as_index=False).agg(n=("code", "size"))
    return pd.DataFrame(
        {
            "objet": "groupement",
            "code": table["siren"],
            "libelle": table["lib_groupement"],
            "code_2021": table["siren_epci"],
            "libelle_2021": table["siren_epci"].map(noms),
            "methode": "composition de 2022 : " + table["n"].astype("str") + " communes",
            "ecart_surface": float("nan"),
        },
    )


def ti_par_commune(communes: pd.Series, membres: pd.DataFrame) -> pd.DataFrame:
    """The TI of each commune in each millésime.

    Args:
        communes: Commune codes of 2021.
        membres: millesime, id_ti, code.

    Returns:
        id_ti_2020 … id_ti_2023, aligned on `communes`; missing outside any TI.
    """
    colonnes = {}
    for millesime in MILLESIMES:
        du_millesime = membres[membres["millesime"] == millesime].set_index("code")["id_ti"]
        colonnes[colonne_ti(millesime)] = communes.map(du_millesime).astype("str")
    return pd.DataFrame(colonnes, index=communes.index)

"""What each map layer holds, from the processed tables: outlines as TopoJSON, projects as columns.

Pure functions, one per file of `static/couches`; `data.couches.magasin` writes, hashes and lists them.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.contours import FINE, NATIONALE, couche_ti, encoder
from geo.couches import COUCHES
from geo.millesimes import MILLESIMES, colonne_ti
from geo.projets import lieux_dits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contours import Finesse, Topologie

__all__ = [
    "TABLES_DES_COUCHES",
    "epci",
    "fins",
    "membres",
    "noms",
    "programme",
    "projets",
    "territoires",
    "tous",
    "villes_principales",
]

TABLES_DES_COUCHES: Final = (
    "territoires",
    "groupements",
    "epci",
    "communes",
    "regions",
    "departements",
    "contours",
    "contours_fins",
    "contours_communes",
    "projets",
    "villes",
)
"""The processed tables that the layers are made from."""

COMMUNES: Final = "communes-"
"""How the layers of the outlines of communes are called, before the code of their département."""

MEMBRES: Final = "membres-"
"""The same of the lists of their communes."""

COUCHES_TI: Final = tuple(couche_ti(m) for m in MILLESIMES)
UNITE_PROJETS: Final = 1e-5
"""Degrees: step of the coordinates of projects, about a metre."""

POPULATION_D_UNE_VILLE: Final = 20_000
"""Inhabitants from which a commune is a main town; the frame shows as many names as there is room for."""


def tous(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of every file that the frame of the map may ask for, the finer outlines included."""
    yield "territoires", territoires(tables)
    yield "epci", epci(tables)
    yield "projets", projets(tables["projets"])
    yield "villes", villes_principales(tables["communes"])
    for couche in COUCHES.values():
        if couche.programme:
            yield couche.fichier, programme(tables["villes"], couche.programme)
    for region in tables["regions"]["code"]:
        yield f"fins-{region}", fins(tables, region)
    par_departement = tables["contours_communes"]
    for departement, topologie in zip(
        par_departement["departement"], par_departement["topologie"], strict=True
    ):
        yield f"{COMMUNES}{departement}", json.loads(topologie)
    for departement in tables["departements"]["code"]:
        yield f"{MEMBRES}{departement}", membres(tables, departement)


def noms(tables: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    """Name of every id of every layer, as published: couche -> id -> nom."""
    par_couche = {
        "epci": _colonne(tables["epci"], "siren", "libelle"),
        "groupements": _colonne(tables["groupements"].sort_values("millesime"), "siren", "libelle"),
        "departements": _colonne(tables["departements"], "code", "nom"),
        "regions": _colonne(tables["regions"], "code", "nom"),
    }
    territoires = tables["territoires"]
    for m in MILLESIMES:
        par_couche[couche_ti(m)] = _colonne(territoires[territoires["millesime"] == m], "id_ti", "lib_ti")
    return par_couche


def _colonne(table: pd.DataFrame, cle: str, valeur: str) -> dict[str, str]:
    return dict(zip(table[cle], table[valeur], strict=True))


def territoires(tables: Mapping[str, pd.DataFrame]) -> Topologie:
    """The national map: régions, départements and the TI of every millésime, all on the same arcs."""
    couches = ("regions", "departements", *COUCHES_TI)
    return _topologie(tables, tables["contours"], dict.fromkeys(couches), NATIONALE)


def epci(tables: Mapping[str, pd.DataFrame]) -> Topologie:
    """The EPCI of the whole country, and the EPT and single communes that are groupements of a TI."""
    return _topologie(tables, tables["contours"], dict.fromkeys(("epci", "groupements")), NATIONALE)


def fins(tables: Mapping[str, pd.DataFrame], region: str) -> Topologie:
    """The finer outlines of one région; what it shares with a neighbouring région is whole in both.

    Args:
        tables: The processed tables.
        region: Code of the région.

    Returns:
        Objects `departements`, `epci`, `groupements` and one per millésime, some of them possibly empty.
    """
    communes = tables["communes"]
    dedans = communes[communes["region"] == region]
    ids: dict[str, set[str] | None] = {
        "departements": set(dedans["departement"]),
        "epci": set(dedans["siren_epci"].dropna()),
        "groupements": set(dedans["siren"].dropna()) | set(dedans["siren_ept"].dropna()),
    }
    ids |= {couche_ti(m): set(dedans[colonne_ti(m)].dropna()) for m in MILLESIMES}
    return _topologie(tables, tables["contours_fins"], ids, FINE)


def _topologie(
    tables: Mapping[str, pd.DataFrame],
    contours: pd.DataFrame,
    ids: Mapping[str, set[str] | None],
    finesse: Finesse,
) -> Topologie:
    libelles = noms(tables)
    couches = {}
    for couche, gardes in ids.items():
        lignes = contours[contours["couche"] == couche]
        lignes = lignes if gardes is None else lignes[lignes["id"].isin(gardes)]
        nommees = {"id": lignes["id"], "nom": [libelles[couche][i] for i in lignes["id"]]}
        couches[couche] = gpd.GeoDataFrame(nommees, geometry=lignes["geometry"])
    return encoder(couches, pas=finesse.pas)


def projets(table: pd.DataFrame) -> dict[str, Any]:
    """The projects in columns, in the order of the table, which is that of the bits of `geo.filtre.bits`.

    Args:
        table: The processed table `projets`.

    Returns:
        `n`, then lists of n values. `lon` and `lat` are differences from the last placed project, in whole
        steps of `unite` degrees, null where the project is not placed. `filiere` and `mesure` are ranks in
        `filieres` and `mesures` (sorted names), null when the source does not say. Texts are null when empty.
        The object of a project is not among them: it alone weighs 51 kB, and a click asks the server for it.
    """
    filieres, filiere = _rangs(table["filiere"])
    mesures, mesure = _rangs(table["mesure_light"])
    return {
        "n": len(table),
        "unite": UNITE_PROJETS,
        "lon": _differences(table["longitude"]),
        "lat": _differences(table["latitude"]),
        "id": table["id_projet"].to_list(),
        "filieres": filieres,
        "filiere": filiere,
        "mesures": mesures,
        "mesure": mesure,
        "entreprise": _textes(table["entreprise"]),
        "commune": _textes(lieux_dits(table)),
    }


def _differences(degres: pd.Series) -> list[int | None]:
    pas = np.round(degres.to_numpy(dtype=float) / UNITE_PROJETS)
    connus = np.isfinite(pas)
    ecarts = iter(np.diff(pas[connus], prepend=0).astype(int).tolist())
    return [next(ecarts) if connu else None for connu in connus]


def _rangs(valeurs: pd.Series) -> tuple[list[str], list[int | None]]:
    categories = pd.Categorical(valeurs)
    rangs = categories.codes.tolist()
    return [str(c) for c in categories.categories], [r if r >= 0 else None for r in rangs]


def _textes(valeurs: Iterable[Any]) -> list[str | None]:
    return [None if isinstance(v, float) and math.isnan(v) else str(v) for v in valeurs]


def villes_principales(communes: pd.DataFrame) -> dict[str, Any]:
    """The main towns in columns, the most populated first: `n`, nom, lon, lat (degrees) and population."""
    grandes = communes[communes["population"] >= POPULATION_D_UNE_VILLE].dropna(subset="latitude")
    grandes = grandes.sort_values(["population", "code"], ascending=[False, True])
    return {
        "n": len(grandes),
        "nom": grandes["nom"].to_list(),
        **_places(grandes),
        "population": grandes["population"].to_list(),
    }


def programme(villes: pd.DataFrame, sigle: str) -> dict[str, Any]:
    """The towns of one programme (ACV, PVD) in columns, in the order of their ids: `n`, nom, lon and lat."""
    siennes = villes[villes["programme"] == sigle].sort_values(["id", "code_commune"])
    return {"n": len(siennes), "nom": siennes["commune"].to_list(), **_places(siennes)}


def membres(tables: Mapping[str, pd.DataFrame], departement: str) -> dict[str, Any]:
    """The communes of a département in columns, by name, with what the list of a territory says of each.

    Returns:
        `n`, code, nom, population (habitants), projets (rows of the published list in the commune), epci
        (rank in `epcis`, null without one; the EPT in the Grand Paris), and `ti`: millésime -> rank in `tis`,
        null outside of all.
    """
    communes = tables["communes"]
    siennes = communes[communes["departement"] == departement].sort_values(["nom", "code"])
    projets = tables["projets"]["code_commune"].value_counts()
    nommes = noms(tables)
    ept = siennes["siren_ept"].map(nommes["groupements"])
    epcis, epci = _rangs(ept.fillna(siennes["siren_epci"].map(nommes["epci"])))
    colonnes = [colonne_ti(m) for m in MILLESIMES]
    tis = sorted({str(ti) for colonne in colonnes for ti in siennes[colonne].dropna()})
    rangs = {ti: rang for rang, ti in enumerate(tis)}
    return {
        "n": len(siennes),
        "code": siennes["code"].to_list(),
        "nom": siennes["nom"].to_list(),
        "population": siennes["population"].to_list(),
        "projets": siennes["code"].map(projets).fillna(0).astype("int64").to_list(),
        "epcis": epcis,
        "epci": epci,
        "tis": tis,
        "ti": {
            str(m): [None if pd.isna(ti) else rangs[ti] for ti in siennes[colonne_ti(m)]] for m in MILLESIMES
        },
    }


def _places(table: pd.DataFrame) -> dict[str, list[float]]:
    """Columns lon and lat, to some hundred metres."""
    return {
        nom: table[colonne].round(3).to_list()
        for nom, colonne in {"lon": "longitude", "lat": "latitude"}.items()
    }

"""Where each row is: its point and the commune it names, checked against each other.

A point decides where it is good; the commune named stays when the point lies in its EPCI or near it, and a
contradiction is a fault, because nobody can tell which of the two is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from data.liste.nommer import Nommee, nommer
from data.liste.reperes import Reperes, distances_km
from francais import nombre
from geo.projets import COORDONNEES, COORDONNEES_REPAREES, INVERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMUNE", "DEDUITE", "placer"]

COMMUNE: Final = "commune"
"""Method of a row that is placed at the point of the commune that it names."""

DEDUITE: Final = "commune déduite du point : la plus proche de son EPCI"

LOIN_KM: Final = 10.0
"""How far from the point of a commune, outside its EPCI, a project may still be there."""

CHAMPS: Final = ("code_commune", "commune", "code_postal", "code_departement", "code_region")


def placer(lignes: pd.DataFrame, reperes: Reperes) -> pd.DataFrame:
    """Place rows.

    Args:
        lignes: code_commune, commune, code_postal as written; code_departement, code_region checked; all
            text, missing where empty; latitude, longitude (degrees, NaN when missing), `juste` (no fault in
            these two). Index 0…n-1.
        reperes: The places.

    Returns:
        code_commune, latitude, longitude, methode_placement, note, champ, faute (empty when the row is
        placed), on the same index.
    """
    nommees = _nommer(lignes, reperes)
    points = _points(lignes, reperes)
    deduites = _deduites(points, nommees, lignes, reperes)
    return _accorder(lignes, nommees, points, deduites, reperes)


def _nommer(lignes: pd.DataFrame, reperes: Reperes) -> list[Nommee]:
    """The commune that each row names, each different place looked up once."""
    vues: dict[tuple[str, ...], Nommee] = {}
    nommees = []
    for lieu in zip(*(lignes[champ].fillna("").tolist() for champ in CHAMPS), strict=True):
        if lieu not in vues:
            vues[lieu] = nommer(*lieu, reperes=reperes)
        nommees.append(vues[lieu])
    return nommees


def _points(lignes: pd.DataFrame, reperes: Reperes) -> pd.DataFrame:
    """latitude, longitude, zone of each point, latitude and longitude swapped back where that is France."""
    latitudes, longitudes = lignes["latitude"].to_numpy(), lignes["longitude"].to_numpy()
    zones = reperes.zones_des_points(longitudes, latitudes)
    perdus = np.flatnonzero(pd.isna(zones) & np.isfinite(latitudes) & np.isfinite(longitudes))
    inverses = np.full(len(lignes), fill_value=False)
    if len(perdus):
        retrouvees = reperes.zones_des_points(latitudes[perdus], longitudes[perdus])
        inverses[perdus] = ~pd.isna(retrouvees)
        zones[perdus] = retrouvees
    return pd.DataFrame(
        {
            "latitude": np.where(inverses, longitudes, latitudes),
            "longitude": np.where(inverses, latitudes, longitudes),
            "zone": zones,
            "inverse": inverses,
        },
        index=lignes.index,
    )


def _deduites(
    points: pd.DataFrame, nommees: Sequence[Nommee], lignes: pd.DataFrame, reperes: Reperes
) -> np.ndarray:
    """Nearest commune of the zone of each point that no commune named goes with; None elsewhere.

    Where the row states a département, a commune of it if the zone has some; where it gives an ambiguous
    name, a commune of that name if the zone has one.
    """
    choisies = np.full(len(points), None, dtype=object)
    ouverts = np.array([n.code is None and not n.ferme for n in nommees], dtype=bool)
    a_trouver = points.loc[points["zone"].notna().to_numpy() & ouverts].copy()
    a_trouver["departement"] = lignes["code_departement"].reindex(a_trouver.index).fillna("")
    a_trouver["candidates"] = [nommees[i].candidates for i in a_trouver.index]
    voulues = reperes.communes["zone"].isin(a_trouver["zone"]) & reperes.communes["latitude"].notna()
    par_zone = dict(tuple(reperes.communes[voulues].groupby("zone")))
    for (zone, departement, candidates), groupe in a_trouver.groupby(["zone", "departement", "candidates"]):
        communes = _restreindre(par_zone[zone], departement, candidates)
        choisies[groupe.index.to_numpy()] = _plus_proches(groupe, communes)
    return choisies


def _restreindre(communes: pd.DataFrame, departement: str, candidates: tuple[str, ...]) -> pd.DataFrame:
    for tri in (communes["departement"] == departement, communes["code"].isin(candidates)):
        if tri.any():
            communes = communes[tri.reindex(communes.index)]
    return communes


def _plus_proches(points: pd.DataFrame, communes: pd.DataFrame) -> np.ndarray:
    """Code of the commune whose point is nearest, in degrees of equal length."""
    echelle = np.cos(np.radians(points["latitude"].to_numpy()))[:, None]
    est = (points["longitude"].to_numpy()[:, None] - communes["longitude"].to_numpy()[None, :]) * echelle
    nord = points["latitude"].to_numpy()[:, None] - communes["latitude"].to_numpy()[None, :]
    codes: np.ndarray = communes["code"].to_numpy(dtype=object)[np.argmin(est**2 + nord**2, axis=1)]
    return codes


def _accorder(
    lignes: pd.DataFrame,
    nommees: Sequence[Nommee],
    points: pd.DataFrame,
    deduites: np.ndarray,
    reperes: Reperes,
) -> pd.DataFrame:
    """Point and name together: the place kept, or what is wrong."""
    donnes = np.isfinite(points["latitude"].to_numpy()) & np.isfinite(points["longitude"].to_numpy())
    dedans = points["zone"].notna().to_numpy()
    codes = np.array([n.code for n in nommees], dtype=object)
    par_nom = pd.notna(codes)
    codes = np.where(par_nom, codes, deduites)
    trouvees = reperes.communes.reindex(pd.Series(codes, dtype="str"))
    ecarts = distances_km(
        points["longitude"].to_numpy(dtype=float),
        points["latitude"].to_numpy(dtype=float),
        trouvees["longitude"].to_numpy(),
        trouvees["latitude"].to_numpy(),
    )
    contredits = donnes & dedans & par_nom & (trouvees["zone"].to_numpy() != points["zone"].to_numpy())
    contredits &= ecarts > LOIN_KM
    place = pd.DataFrame(
        {
            "code_commune": pd.Series(codes, dtype="str"),
            "latitude": np.where(donnes, points["latitude"], trouvees["latitude"]),
            "longitude": np.where(donnes, points["longitude"], trouvees["longitude"]),
            "methode_placement": np.where(
                donnes, np.where(points["inverse"], COORDONNEES_REPAREES, COORDONNEES), COMMUNE
            ),
        }
    )
    place["note"] = _notes(nommees, points["inverse"].to_numpy(), pd.notna(deduites))
    fautes = _fautes(lignes, nommees, donnes, dedans, np.where(contredits, ecarts, np.nan), trouvees, reperes)
    return pd.concat([place, fautes], axis=1)


def _notes(nommees: Sequence[Nommee], inverses: np.ndarray, deduites: np.ndarray) -> list[str]:
    return [
        " ; ".join(
            note for note in (n.note, INVERSION if inverse else "", DEDUITE if deduite else "") if note
        )
        for n, inverse, deduite in zip(nommees, inverses, deduites, strict=True)
    ]


def _fautes(  # noqa: PLR0913, PLR0917  what the place was found from
    lignes: pd.DataFrame,
    nommees: Sequence[Nommee],
    donnes: np.ndarray,
    dedans: np.ndarray,
    ecarts: np.ndarray,
    trouvees: pd.DataFrame,
    reperes: Reperes,
) -> pd.DataFrame:
    """The columns champ and faute of each row, empty where it is placed."""
    champs = np.full(len(lignes), "", dtype=object)
    fautes = np.full(len(lignes), "", dtype=object)

    def noter(masque: np.ndarray, champ: str, textes: list[str] | str) -> None:
        libres = masque & (fautes == "")
        champs[libres] = champ
        fautes[libres] = textes if isinstance(textes, str) else np.array(textes, dtype=object)[libres]

    for champ, autre in (("latitude", "longitude"), ("longitude", "latitude")):
        seule = lignes[champ].isna() & lignes[autre].notna() & lignes["juste"]
        noter(seule.to_numpy(), champ, f"la {champ} manque")
    for rang, nommee in enumerate(nommees):
        if nommee.faute and not fautes[rang] and (nommee.ferme or not donnes[rang]):
            champs[rang], fautes[rang] = nommee.champ, nommee.faute
    noter(donnes & ~dedans, "latitude", "ce point est hors de France (ou en mer)")
    noter(
        np.isfinite(ecarts),
        "latitude",
        [f"ce point est à {nombre(ecart)} km de la commune nommée" for ecart in ecarts],
    )
    for champ, colonne, noms in (
        ("code_departement", "departement", reperes.departements),
        ("code_region", "region", reperes.regions),
    ):
        dits, vrais = lignes[champ].to_numpy(dtype=object), trouvees[colonne].to_numpy(dtype=object)
        ailleurs = pd.notna(dits) & pd.notna(vrais) & (dits != vrais) & (fautes == "")
        noter(ailleurs, champ, [f"le lieu trouvé est ailleurs ({noms.get(v)})" for v in vrais])
    return pd.DataFrame({"champ": champs, "faute": fautes}, index=lignes.index)

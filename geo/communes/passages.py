"""From the communes of 2018 to those of the 1st of January 2021.

The outlines that we have are of 2018, every perimeter is told in the geography of 2021, and no official
passage table is among the sources. The merges are therefore deduced: a commune that vanished went to a
commune of its own département and EPCI that it touches, directly or through others that vanished, and the
areas published for 2021 say which one. `ecart_surface` tells how well each commune so made fits its published
area.

A commune that was separated from another one keeps no outline of its own: the old border is not in the
sources and nothing is invented. It shares the outline of the commune that it left, which is exact for every
layer of the map as long as both have the same EPCI; otherwise the passage is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import shapely

from erreurs import FabricationImpossible
from geo.communes.fusions import Monde, repartir, reprendre
from geo.contours import fondre, reparer
from geo.noms import cle_commune

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["METHODES_PASSAGE", "PassageImpossible", "contours_communes", "departement", "passage_communes"]

METHODES_PASSAGE = ("identique", "renumérotation", "fusion déduite", "séparation")
"""How a commune of 2018 became one of 2021."""

AIRES = 6933
"""EPSG code of an equal-area projection of the whole world: one for the mainland and overseas."""

ENTREBAILLEMENT = 0.007
"""Outlines so near, in degrees (500 to 800 m), count as touching: generalised borders do not always meet."""

GAIN_MINIMAL = 0.5
"""A donor fits its published area so much better without the new commune (share of the new one's area)."""


class PassageImpossible(FabricationImpossible):
    """A commune could not be brought to the geography of 2021; the message names it, in French."""


def departement(code: str) -> str:
    """Département of a commune, read in its code (`2A004` -> `2A`, `97411` -> `974`)."""
    return code[:3] if code.startswith("97") else code[:2]


def passage_communes(
    contours_2018: gpd.GeoDataFrame,
    communes: pd.DataFrame,
    surfaces: pd.Series,
    contours_epci: gpd.GeoDataFrame,
) -> pd.DataFrame:
    """Deduce what each commune of 2018 became on the 1st of January 2021.

    Args:
        contours_2018: Columns `code`, `nom`, `geometry` (WGS 84): outlines of 2018.
        communes: Columns `code`, `nom`, `siren_epci` (may be missing): communes of 2021.
        surfaces: Area of each commune of 2021 in km², by code (more codes may stand in it).
        contours_epci: Columns `siren`, `geometry` (WGS 84): EPCI of 2021, where the vanished communes lie.

    Returns:
        Columns `code_2018`, `code`, `methode` (see `METHODES_PASSAGE`) and `ecart_surface` (relative gap
        between the outlines so joined and the published area; NaN where a commune has no outline of its own),
        sorted. Each commune of 2018 has one row, but for one that was divided, which has two: `identique` (or
        the like) for what it became itself, and `séparation` for the commune that left it.

    Raises:
        PassageImpossible: When a vanished commune touches none that could receive it, or when no commune is
            too large by the one that has no outline.
    """
    anciens = contours_2018.set_index("code").geometry
    aires = _aires(contours_2018)
    connus = surfaces.reindex(communes["code"]).dropna()
    renumerotees = _renumerotees(contours_2018, communes)
    deduites = _deduire(anciens, aires, communes, connus, contours_epci, exclues=renumerotees)
    passage = {c: c for c in sorted(set(anciens.index) & set(communes["code"]))} | renumerotees | deduites
    table = pd.DataFrame({"code_2018": list(passage), "code": list(passage.values())}, dtype="str")
    table["methode"] = [_methode(a, renumerotees, deduites) for a in passage]
    totaux = table["code_2018"].map(aires).groupby(table["code"]).sum()
    table["ecart_surface"] = table["code"].map((totaux / connus - 1).abs().round(4))
    separees = _separees(table, communes, totaux, connus)
    return pd.concat([table, separees], ignore_index=True).sort_values(
        ["code_2018", "code"], ignore_index=True
    )


def contours_communes(contours_2018: gpd.GeoDataFrame, passage: pd.DataFrame) -> gpd.GeoDataFrame:
    """Outlines of the communes of 2021, as a coverage: neighbours share their vertices.

    Args:
        contours_2018: Columns `code`, `geometry` (WGS 84): outlines of 2018.
        passage: What `passage_communes` returned.

    Returns:
        Columns `code`, `geometry` (WGS 84), sorted by code. A commune that was separated from another one is
        not in it: its territory is inside the outline of the commune that it left.
    """
    directs = passage[passage["methode"] != "séparation"].set_index("code_2018")["code"]
    communs = contours_2018.set_index("code").geometry.reindex(directs.index)
    fondus = fondre(reparer(communs.to_numpy()), directs.to_numpy())
    return gpd.GeoDataFrame(
        {"code": pd.Series(list(fondus), dtype="str")}, geometry=list(fondus.values()), crs=contours_2018.crs
    )


def _aires(contours: gpd.GeoDataFrame) -> pd.Series:
    projetes = shapely.make_valid(contours.geometry.to_crs(AIRES).to_numpy())
    return pd.Series(shapely.area(projetes) / 1e6, index=contours["code"])


def _methode(ancien: str, renumerotees: dict[str, str], deduites: dict[str, str]) -> str:
    if ancien in renumerotees:
        return "renumérotation"
    return "fusion déduite" if ancien in deduites else "identique"


def _renumerotees(anciens: gpd.GeoDataFrame, communes: pd.DataFrame) -> dict[str, str]:
    """Vanished code -> new code, when the same name stands in the same département under another code."""

    def par_nom(table: pd.DataFrame, autres: Iterable[str]) -> dict[tuple[str, str], str]:
        seuls = table[~table["code"].isin(set(autres))]
        return {(departement(c), cle_commune(n)): c for c, n in zip(seuls["code"], seuls["nom"], strict=True)}

    avant, apres = par_nom(anciens, communes["code"]), par_nom(communes, anciens["code"])
    return {avant[cle]: apres[cle] for cle in sorted(avant.keys() & apres.keys())}


def _deduire(  # noqa: PLR0913 - the four sources of the deduction, once
    anciens: gpd.GeoSeries,
    aires: pd.Series,
    communes: pd.DataFrame,
    surfaces: pd.Series,
    contours_epci: gpd.GeoDataFrame,
    *,
    exclues: dict[str, str],
) -> dict[str, str]:
    actuels = set(communes["code"])
    disparues = sorted(set(anciens.index) - actuels - set(exclues))
    epci = dict(zip(communes["code"], communes["siren_epci"], strict=True))
    epci |= _situer(anciens[disparues], contours_epci)
    receveurs = sorted(actuels & set(anciens.index) & set(surfaces.index))
    monde = Monde(
        aires=aires.to_dict(),
        surfaces=surfaces[receveurs].to_dict(),
        voisins=_voisins(anciens, disparues, epci, distance=0),
    )
    try:
        resultat = repartir(monde)
    except LookupError as erreur:
        raise PassageImpossible(
            f"La commune {erreur.args[0]}, disparue entre 2018 et 2021, ne touche aucune commune de son "
            "département et de son EPCI qui ait pu l’accueillir. "
            "Vérifiez les contours de 2018 et la liste des communes de 2021."
        ) from erreur
    return reprendre(monde, resultat, _voisins(anciens, disparues, epci, distance=ENTREBAILLEMENT))


def _situer(pieces: gpd.GeoSeries, contours_epci: gpd.GeoDataFrame) -> dict[str, str]:
    """EPCI in which each piece lies; a piece in a hole of the outlines is in none."""
    arbre = shapely.STRtree(reparer(contours_epci.geometry.to_numpy()))
    points = shapely.point_on_surface(reparer(pieces.to_numpy()))
    trouves = sorted(zip(*arbre.query(points, predicate="within").tolist(), strict=True))
    sirens = contours_epci["siren"].to_list()
    return {pieces.index[p]: sirens[e] for p, e in reversed(trouves)}


def _voisins(
    anciens: gpd.GeoSeries, disparues: list[str], epci: dict[str, str], *, distance: float
) -> dict[str, frozenset[str]]:
    """For each vanished commune, those next to it in its département and, where both are known, its EPCI."""
    codes = anciens.index.to_list()
    arbre = shapely.STRtree(anciens.to_numpy())
    gauche, droite = arbre.query(anciens[disparues].to_numpy(), predicate="dwithin", distance=distance)
    voisins: dict[str, set[str]] = {d: set() for d in disparues}
    for piece, autre in zip(gauche, droite, strict=True):
        a, b = disparues[piece], codes[autre]
        if a != b and departement(a) == departement(b) and _compatibles(epci.get(a), epci.get(b)):
            voisins[a].add(b)
    return {piece: frozenset(autour) for piece, autour in voisins.items()}


def _compatibles(a: object, b: object) -> bool:
    return bool(pd.isna(a)) or bool(pd.isna(b)) or a == b


def _separees(
    table: pd.DataFrame, communes: pd.DataFrame, totaux: pd.Series, surfaces: pd.Series
) -> pd.DataFrame:
    """A row per commune of 2021 without outline: it left the commune of its EPCI that is too large."""
    fiches = communes.set_index("code")
    orphelines = sorted(set(fiches.index) - set(table["code"]))
    exces = (totaux - surfaces).dropna()
    lignes = [
        (_donneuse(code, fiches, exces, surfaces), code, "séparation", float("nan")) for code in orphelines
    ]
    return pd.DataFrame(lignes, columns=list(table.columns)).astype(table.dtypes.to_dict())


def _donneuse(code: str, fiches: pd.DataFrame, exces: pd.Series, surfaces: pd.Series) -> str:
    surface = surfaces.get(code, float("nan"))
    dep, epci = departement(code), fiches.loc[code, "siren_epci"]
    memes = [c for c in exces.index if departement(c) == dep and fiches.loc[c, "siren_epci"] == epci]
    gains = {c: (abs(exces[c]) - abs(exces[c] - surface)) / surface for c in memes}
    meilleure = max(sorted(gains), key=gains.__getitem__, default="")
    if not gains.get(meilleure, 0) > GAIN_MINIMAL:
        raise PassageImpossible(
            f"La commune {code} de 2021 n’a pas de contour en 2018 et aucune commune de son EPCI n’est trop "
            "grande de sa surface : on ne sait pas de quelle commune elle s’est séparée."
        )
    return meilleure

"""A coverage: polygons that tile a surface and whose neighbours share their vertices exactly.

The source draws each commune once and is a coverage, but for one polygon that crosses itself. Kept a coverage
through every step (repaired, dissolved, rounded), it lets territories, EPCI, départements and régions lie on
the very same lines, without gap nor overlap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from erreurs import FabricationImpossible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ContourPerdu", "Formes", "arrondir", "fondre", "reparer", "simplifier"]

Formes = np.ndarray[Any, np.dtype[np.object_]]
"""An array of shapely geometries."""


class ContourPerdu(FabricationImpossible):
    """An outline is smaller than the step of the grid and would vanish; the message says so in French."""


def reparer(formes: Formes) -> Formes:
    """Make every outline valid and keep its surfaces only (a crossing leaves lines and points behind)."""
    valides = formes.copy()
    fautives = ~shapely.is_valid(formes)
    valides[fautives] = [_surfaces(f) for f in shapely.make_valid(formes[fautives])]
    return valides


def _surfaces(forme: shapely.Geometry) -> shapely.Geometry:
    morceaux = shapely.get_parts(shapely.get_parts(forme))
    gardes = morceaux[shapely.get_dimensions(morceaux) == 2]  # noqa: PLR2004 - the dimension of a surface
    return gardes[0] if len(gardes) == 1 else shapely.multipolygons(gardes)


def fondre(formes: Formes, groupes: Sequence[Any] | np.ndarray[Any, Any]) -> dict[Any, shapely.Geometry]:
    """Dissolve the shapes of a coverage by group, fast because shared borders are the same vertices.

    Args:
        formes: Polygons of a valid coverage, in any coordinate system.
        groupes: Group of each shape (texts or whole numbers).

    Returns:
        Group -> outline, sorted by group.
    """
    if not len(groupes):
        return {}
    noms = np.asarray(groupes, dtype=object)
    ordre = np.argsort(noms, kind="stable")
    cles, debuts = np.unique(noms[ordre], return_index=True)
    paquets = np.split(np.asarray(formes, dtype=object)[ordre], debuts[1:])
    return {cle: _union(paquet) for cle, paquet in zip(cles, paquets, strict=True)}


def _union(paquet: Formes) -> shapely.Geometry:
    union = shapely.coverage_union_all(paquet) if len(paquet) > 1 else paquet[0]
    morceaux = shapely.get_parts(union)
    return morceaux[0] if len(morceaux) == 1 else union


def simplifier(formes: Formes, tolerances: np.ndarray[Any, np.dtype[np.float64]]) -> Formes:
    """Simplify the polygons of a coverage, each with its own tolerance, still as a coverage.

    The library knows one tolerance for all. So everything is simplified with the finest one, then what has a
    coarser one again, the sea with it, while the borders of this part, which are those of what is finer, stay
    as they are: between two neighbours the finer tolerance holds.

    Args:
        formes: Polygons of a valid coverage, in metres.
        tolerances: Metres: details whose area is below its square are smoothed out; one a polygon.

    Returns:
        As many polygons, in the same order.
    """
    niveaux = np.unique(tolerances)
    simples: Formes = shapely.coverage_simplify(formes, niveaux[0])
    for niveau in niveaux[1:]:
        libres = tolerances >= niveau
        mer = shapely.difference(_cadre(simples), shapely.coverage_union_all(simples))
        reprises = shapely.coverage_simplify(np.append(simples[libres], mer), niveau, simplify_boundary=False)
        simples[libres] = reprises[:-1]
    return simples


def _cadre(formes: Formes) -> shapely.Geometry:
    """A box around some shapes that touches none."""
    ouest, sud, est, nord = shapely.total_bounds(formes)
    marge = max(est - ouest, nord - sud)
    return shapely.box(ouest - marge, sud - marge, est + marge, nord + marge)


def arrondir(formes: Formes, *, pas: float) -> Formes:
    """Bring the polygons of a coverage to a grid, still as a coverage.

    Rounding each outline alone may cross two borders that were very close, or close a strait. Here the
    borders are cut and rounded together (snap rounding: what comes within half a step of a vertex goes
    through it), and the outlines are rebuilt from the faces of that net: no gap, no overlap, whatever the
    step.

    Args:
        formes: Polygons of a valid coverage, in any coordinate system.
        pas: Step of the grid, in the same unit; its inverse is a whole number (1e-4 degree).

    Returns:
        As many polygons, in the same order; their coordinates are the doubles closest to multiples of the
        step. Parts smaller than the grid are left out.

    Raises:
        ContourPerdu: When nothing would remain of a shape.
    """
    echelle = round(1 / pas)
    entieres = shapely.transform(np.asarray(formes, dtype=object), lambda xy: xy * echelle)
    faces = _faces(entieres)
    laquelle, a_qui = shapely.STRtree(entieres).query(shapely.point_on_surface(faces), predicate="within")
    rendues = fondre(faces[laquelle], a_qui)
    perdues = sorted(set(range(len(formes))) - rendues.keys())
    if perdues:
        raise ContourPerdu(
            f"{len(perdues)} contour(s) disparaîtraient à l’arrondi (rangs {perdues[:5]}) : "
            "diminuez le pas de la grille ou la tolérance de généralisation."
        )
    arrondies: Formes = shapely.transform(_tableau(rendues.values()), lambda xy: np.round(xy) / echelle)
    return arrondies


def _tableau(formes: Iterable[shapely.Geometry]) -> Formes:
    return np.array([*formes], dtype=object)


def _faces(entieres: Formes) -> Formes:
    """Faces of the net of all borders, rounded to whole numbers."""
    reseau = shapely.union_all(shapely.get_parts(shapely.boundary(entieres)), grid_size=1.0)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(reseau)))
    return np.asarray(faces[np.lexsort(shapely.bounds(faces).T)], dtype=object)

"""Repairing, dissolving and rounding coverages."""

import itertools

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.contours.couverture import ContourPerdu, arrondir, fondre, reparer, simplifier
from tests.geo.monde_contours import carre


def tableau(*formes):
    return np.array(formes, dtype=object)


def test_reparer_laisse_intact_ce_qui_est_valide():
    formes = tableau(carre(0), carre(1))
    assert reparer(formes).tolist() == formes.tolist()


def test_reparer_ne_garde_que_les_surfaces():
    # a square with a spike: mending it leaves a line, which is dropped
    pique = shapely.Polygon([(0, 0), (2, 0), (2, 2), (1, 2), (1, 4), (1, 2), (0, 2)])
    repare = reparer(tableau(pique))[0]
    assert repare.geom_type == "Polygon"
    assert repare.equals(shapely.box(0, 0, 2, 2))


def test_reparer_garde_les_deux_boucles_d_un_contour_croise():
    noeud = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    repare = reparer(tableau(noeud))[0]
    assert repare.is_valid
    assert repare.geom_type == "MultiPolygon"
    assert repare.area == 2


def test_reparer_ne_modifie_pas_ce_qu_on_lui_donne():
    formes = tableau(shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]))
    reparer(formes)
    assert not formes[0].is_valid


def test_fondre_reunit_par_groupe_dans_l_ordre_des_groupes():
    fondues = fondre(tableau(carre(0), carre(2), carre(1)), ["b", "a", "b"])
    assert list(fondues) == ["a", "b"]
    assert fondues["a"].equals(carre(2))
    assert fondues["b"].geom_type == "Polygon"
    assert fondues["b"].equals(carre(0, largeur=2))


def test_fondre_garde_les_morceaux_separes():
    assert fondre(tableau(carre(0), carre(2)), ["a", "a"])["a"].geom_type == "MultiPolygon"


def test_arrondir_refuse_de_perdre_un_contour():
    formes = tableau(shapely.box(0, 0, 1, 1), shapely.box(1, 0, 1.001, 0.001))
    with pytest.raises(ContourPerdu, match=r"1 contour\(s\).*rangs \[1\]"):
        arrondir(formes, pas=0.1)


def test_arrondir_laisse_tomber_un_ilot_mais_garde_la_terre():
    terre = shapely.box(0, 0, 1, 1)
    archipel = shapely.MultiPolygon([terre, shapely.box(2, 2, 2.001, 2.001)])
    assert arrondir(tableau(archipel), pas=0.1)[0].equals(terre)


def test_arrondir_garde_l_ordre_des_formes():
    formes = tableau(carre(3), carre(0), carre(2))
    assert all(a.equals(b) for a, b in zip(arrondir(formes, pas=0.1), formes, strict=True))


def test_arrondir_garde_un_trou_qui_n_est_a_personne():
    troue = shapely.box(0, 0, 4, 4) - shapely.box(1, 1, 2, 2)
    assert arrondir(tableau(troue), pas=0.5)[0].equals(troue)


def test_arrondir_met_d_accord_deux_bords_qui_se_croiseraient():
    # b's spike pricks through a's slanted side once both are rounded separately
    a = shapely.Polygon([(0, 0), (10, 0), (0, 3.3)])
    b = shapely.Polygon([(10, 0), (10, 4), (0, 4), (0, 3.3)])
    a, b = arrondir(tableau(a, b), pas=1.0)
    assert shapely.coverage_is_valid(tableau(a, b))
    assert a.union(b).equals(shapely.Polygon([(0, 0), (10, 0), (10, 4), (0, 4)]))


POINTS = st.lists(st.tuples(*[st.integers(0, 1000)] * 2), min_size=3, max_size=12, unique=True)


@settings(max_examples=60, deadline=None)
@given(points=POINTS, pas=st.sampled_from([0.5, 0.1, 0.01]))
def test_une_couverture_arrondie_reste_une_couverture(points, pas):
    cadre = shapely.box(-200, -200, 1200, 1200)
    cellules = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=cadre))
    rondes = arrondir(cellules, pas=pas)
    assert len(rondes) == len(cellules)
    assert shapely.is_valid(rondes).all()
    assert shapely.coverage_is_valid(rondes)
    union = shapely.union_all(rondes)
    assert not union.interiors  # no gap
    assert shapely.area(rondes).sum() == pytest.approx(union.area)  # no overlap
    entiers = shapely.get_coordinates(rondes) / pas
    assert entiers == pytest.approx(np.round(entiers), abs=1e-6)
    assert shapely.equals(arrondir(rondes, pas=pas), rondes).all()


def crenele(gauche, n=60):
    """A tower 10 km wide, whose right border is jagged by 800 m, and the sea or a neighbour beyond."""
    y = np.linspace(0, 10_000, n)
    x = gauche + 10_000 + 800.0 * (np.arange(n) % 2)
    return list(zip(x, y, strict=True))


@pytest.fixture
def trois_tours():
    """Three towers side by side; their common borders are jagged, so is the coast of the last one."""
    bords = [[(0.0, 0.0), (0.0, 10_000.0)], *(crenele(10_000.0 * rang) for rang in range(3))]
    return tableau(*(shapely.Polygon([*a, *b[::-1]]) for a, b in itertools.pairwise(bords)))


def bord_commun(une, autre):
    return shapely.get_num_coordinates(shapely.line_merge(shapely.intersection(une, autre)))


def test_une_seule_tolerance_simplifie_comme_la_bibliotheque(trois_tours):
    faites = simplifier(trois_tours, np.full(3, 2000.0))
    attendues = shapely.coverage_simplify(trois_tours, 2000.0)
    assert shapely.equals_exact(faites, attendues).all()


def test_entre_deux_voisins_la_tolerance_la_plus_fine_l_emporte(trois_tours):
    fines = simplifier(trois_tours, np.array([1.0, 3000.0, 3000.0]))
    assert shapely.coverage_is_valid(fines)
    assert bord_commun(fines[0], fines[1]) == bord_commun(trois_tours[0], trois_tours[1])
    assert bord_commun(fines[1], fines[2]) < bord_commun(trois_tours[1], trois_tours[2]) / 4


def test_une_cote_se_simplifie_avec_sa_tolerance(trois_tours):
    fines = simplifier(trois_tours, np.array([1.0, 3000.0, 3000.0]))
    assert shapely.get_num_coordinates(fines[2]) < shapely.get_num_coordinates(trois_tours[2]) / 4


def test_simplifier_ne_laisse_ni_trou_ni_eclat(trois_tours):
    fines = simplifier(trois_tours, np.array([3000.0, 750.0, 1500.0]))
    assert shapely.coverage_is_valid(fines)
    assert shapely.coverage_union_all(fines).geom_type == "Polygon"
    assert not len(shapely.get_rings(shapely.coverage_union_all(fines))) > 1

"""Sharing out vanished communes by areas and neighbours alone."""

import pytest

from geo.communes.fusions import Monde, repartir, reprendre


def monde(aires, surfaces, voisins):
    return Monde(aires=aires, surfaces=surfaces, voisins={p: frozenset(v) for p, v in voisins.items()})


def test_une_commune_disparue_va_ou_il_y_a_sa_place():
    m = monde({"a": 10, "b": 10, "x": 5}, {"a": 10, "b": 15}, {"x": "ab"})
    assert repartir(m) == {"x": "b"}


def test_les_surfaces_partagent_deux_disparues_entre_deux_receveuses():
    m = monde({"a": 10, "b": 10, "x": 5, "y": 8}, {"a": 18, "b": 15}, {"x": "aby", "y": "abx"})
    assert repartir(m) == {"x": "b", "y": "a"}


def test_une_disparue_passe_par_une_autre_pour_rejoindre_sa_commune():
    m = monde({"a": 10, "x": 5, "y": 8}, {"a": 23}, {"x": "ay", "y": "x"})
    assert repartir(m) == {"x": "a", "y": "a"}


def test_une_commune_reste_d_un_seul_tenant():
    # by areas alone x is a's and y is b's, but only x leads to y
    m = monde({"a": 10, "b": 10, "x": 5, "y": 8}, {"a": 15, "b": 18}, {"x": "aby", "y": "x"})
    assert repartir(m) == {"x": "b", "y": "b"}


def test_l_echange_de_deux_disparues_corrige_un_mauvais_depart():
    # the commune with most room takes the largest piece first, which is wrong here
    aires = {"a": 10, "b": 10, "x": 9, "y": 8, "z": 4}
    m = monde(aires, {"a": 22, "b": 19}, {"x": "aby", "y": "abx", "z": "ab"})
    assert repartir(m) == {"x": "b", "y": "a", "z": "a"}


def test_sans_place_nulle_part_la_moins_mauvaise_l_emporte():
    m = monde({"a": 10, "b": 20, "x": 5}, {"a": 10.1, "b": 15}, {"x": "ab"})
    assert repartir(m) == {"x": "a"}


def test_deux_grappes_sont_reglees_chacune_de_son_cote():
    m = monde({"a": 10, "b": 10, "x": 5, "y": 5}, {"a": 15, "b": 15}, {"x": "a", "y": "b"})
    assert repartir(m) == {"x": "a", "y": "b"}


@pytest.mark.parametrize(
    "voisins",
    [{"x": ""}, {"x": "a", "y": ""}, {"x": "y", "y": "x"}],
    ids=["seule", "une sur deux", "entre elles"],
)
def test_une_disparue_sans_voisine_est_nommee(voisins):
    m = monde({"a": 10, "x": 5, "y": 5}, {"a": 15}, voisins)
    with pytest.raises(LookupError) as erreur:
        repartir(m)
    assert erreur.value.args[0] in {"x", "y"}


def test_une_commune_loin_de_sa_surface_est_reprise_avec_un_voisinage_plus_large():
    m = monde({"a": 10, "b": 10, "x": 8}, {"a": 10, "b": 18}, {"x": "a"})
    assert repartir(m) == {"x": "a"}
    assert reprendre(m, {"x": "a"}, {"x": frozenset("ab")}) == {"x": "b"}


def test_une_bonne_fusion_n_est_pas_reprise():
    m = monde({"a": 10, "b": 10, "x": 8}, {"a": 18, "b": 18}, {"x": "a"})
    assert reprendre(m, {"x": "a"}, {"x": frozenset("b")}) == {"x": "a"}


def test_la_reprise_tient_compte_des_places_deja_prises():
    # b already has y: x, taken again, must go to c although b is as large
    aires = {"a": 10, "b": 10, "c": 10, "x": 8, "y": 8}
    m = monde(aires, {"a": 10, "b": 18, "c": 18}, {"x": "a", "y": "b"})
    large = {"x": frozenset("abc"), "y": frozenset("bc")}
    assert reprendre(m, {"x": "a", "y": "b"}, large) == {"x": "c", "y": "b"}

"""Which territories touch: exact squares first, then the real borders."""

import pandas as pd
import pytest
import shapely
from pyproj import Geod

from data import chargement
from geo.contours.traces import couche_ti
from geo.millesimes import MILLESIMES, colonne_ti
from geo.territoires.voisins import frontieres, voisinages, voisins
from tests.geo.monde_contours import carre, contours

LARGE_KM = Geod(ellps="WGS84").inv(3.1, 47.0, 3.1, 47.1)[2] / 1000
"""The side of a square from south to north."""


def bords(**formes):
    return frontieres(contours(formes)).set_index(["une", "autre"])["metres"].to_dict()


def communes(**ids):
    """Commune → its TI, the same in every millésime."""
    table = {"code": list(ids)} | {colonne_ti(m): list(ids.values()) for m in MILLESIMES}
    return pd.DataFrame(table, dtype="str")


def voisinages_de(formes, **ids):
    table = voisinages(communes(**ids), frontieres(contours(formes)))
    return table[table["millesime"] == 2021].drop(columns="millesime").to_numpy().tolist()


def test_deux_carres_accoles_ont_un_cote_en_commun():
    assert bords(a=carre(0), b=carre(1)) == {("a", "b"): pytest.approx(LARGE_KM * 1000)}


def test_deux_carres_qui_ne_se_touchent_que_par_un_coin_n_ont_pas_de_frontiere():
    assert bords(a=carre(0, 0), b=carre(1, 1)) == {}


def test_deux_carres_eloignes_n_ont_pas_de_frontiere():
    assert bords(a=carre(0), b=carre(2)) == {}


def test_le_trou_d_une_commune_touche_celle_qui_l_emplit():
    dedans = carre(1, 1)
    autour = carre(0, 0, 3, 3).difference(dedans)
    assert bords(a=autour, b=dedans)["a", "b"] == pytest.approx(
        Geod(ellps="WGS84").geometry_length(dedans.exterior), rel=1e-9
    )


def test_une_commune_en_plusieurs_morceaux_additionne_ses_frontieres():
    deux = shapely.multipolygons([carre(0), carre(2)])
    assert bords(a=deux, b=carre(1))["a", "b"] == pytest.approx(2 * LARGE_KM * 1000)


def test_deux_territoires_se_touchent_par_leurs_communes_dans_les_deux_sens():
    formes = {"a": carre(0), "b": carre(1), "c": carre(2)}
    longueur = round(LARGE_KM, 2)
    assert voisinages_de(formes, a="x", b="x", c="y") == [["x", "y", longueur], ["y", "x", longueur]]


def test_une_commune_hors_de_tout_territoire_n_est_la_voisine_de_personne():
    assert voisinages_de({"a": carre(0), "b": carre(1)}, a="x", b=None) == []


def test_les_frontieres_de_plusieurs_communes_s_additionnent():
    formes = {"a": carre(0, 0), "b": carre(0, 1), "c": carre(1, 0), "d": carre(1, 1)}
    table = voisinages_de(formes, a="x", b="x", c="y", d="y")
    assert table[0][2] == pytest.approx(2 * LARGE_KM, abs=0.01)


def test_les_voisins_viennent_de_la_plus_longue_frontiere_a_la_plus_courte(atlas):
    assert voisins(atlas, id_ti="ti-5313", millesime=2021)["lib_ti"].tolist() == [
        "Lannion-Trégor",
        "Pays de Lorient",
    ]
    for id_ti in atlas.territoires_de(2021)["id_ti"]:
        assert voisins(atlas, id_ti=id_ti, millesime=2021)["longueur_km"].is_monotonic_decreasing


@pytest.mark.parametrize(("id_ti", "millesime"), [("ti-9999", 2021), ("", 2021), ("ti-2806", 1999)])
def test_un_territoire_inconnu_n_a_pas_de_voisin(atlas, id_ti, millesime):
    assert voisins(atlas, id_ti=id_ti, millesime=millesime).empty


def test_un_territoire_isole_n_a_pas_de_voisin(atlas):
    table = voisins(atlas, id_ti="ti-2806", millesime=2021)
    assert table.empty
    assert list(table.columns) == ["id_ti", "lib_ti", "longueur_km"]


def test_chaque_voisin_est_un_territoire_de_son_millesime(atlas):
    connus = set(zip(atlas.territoires["millesime"], atlas.territoires["id_ti"], strict=True))
    assert set(zip(atlas.voisinages["millesime"], atlas.voisinages["voisin"], strict=True)) <= connus


def test_le_voisinage_est_reciproque(atlas):
    table = atlas.voisinages
    aller = set(table.itertuples(index=False, name=None))
    retour = set(table[["millesime", "voisin", "id_ti", "longueur_km"]].itertuples(index=False, name=None))
    assert aller == retour


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_voisins_sont_ceux_dont_les_contours_se_touchent_sur_une_ligne(atlas, millesime):
    contours_fins = chargement.lire("contours_fins")
    couche = contours_fins[contours_fins["couche"] == couche_ti(millesime)]
    formes, ids = couche.geometry.to_numpy(), couche["id"].to_numpy()
    uns, autres = shapely.STRtree(formes).query(formes, predicate="intersects")
    communes_ = shapely.get_dimensions(shapely.intersection(formes[uns], formes[autres])) == 1
    attendus = set(zip(ids[uns[communes_]], ids[autres[communes_]], strict=True))
    table = atlas.voisinages[atlas.voisinages["millesime"] == millesime]
    assert set(zip(table["id_ti"], table["voisin"], strict=True)) == attendus

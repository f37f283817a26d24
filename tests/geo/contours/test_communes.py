"""The outlines of the communes: one topology a département, light, and true enough to be recognised."""

import json

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from data import chargement
from geo.contours.communes import COMMUNALE, OBJET, contours_par_departement
from geo.contours.couverture import ContourPerdu

AIN, AISNE = ("01001", "01002"), ("02001",)


def carre(rang, cote=0.1):
    return shapely.box(3 + rang * cote, 47, 3 + (rang + 1) * cote, 47 + cote)


def dessiner(formes):
    communes = pd.DataFrame({"code": [*AIN, *AISNE], "departement": ["01", "01", "02"]})
    contours = gpd.GeoDataFrame({"code": [*AIN, *AISNE][: len(formes)]}, geometry=formes, crs=4326)
    return contours_par_departement(communes, contours).set_index("departement")


def lire(topologie, code):
    """The outer rings of a commune, in degrees: what the browser rebuilds."""
    lue = json.loads(topologie)
    geometrie = next(g for g in lue["objects"][OBJET]["geometries"] if g["id"] == code)
    pas, (x0, y0) = lue["transform"]["scale"][0], lue["transform"]["translate"]
    parties = geometrie["arcs"] if geometrie["type"] == "MultiPolygon" else [geometrie["arcs"]]
    anneaux = (points(lue["arcs"], partie[0], pas, x0, y0) for partie in parties)
    return shapely.union_all([shapely.Polygon(anneau) for anneau in anneaux])


def points(arcs, anneau, pas, x0, y0):
    suite = []
    for numero in anneau:
        x = y = 0
        arc = []
        for dx, dy in arcs[numero if numero >= 0 else ~numero]:
            x, y = x + dx, y + dy
            arc.append((x0 + x * pas, y0 + y * pas))
        suite += arc if numero >= 0 else arc[::-1]
    return suite


def test_chaque_departement_a_ses_communes_et_elles_seules():
    table = dessiner([carre(0), carre(1), carre(5)])
    assert table["communes"].to_dict() == {"01": 2, "02": 1}
    noms = [g["id"] for g in json.loads(table.loc["01", "topologie"])["objects"][OBJET]["geometries"]]
    assert noms == list(AIN)


def test_une_limite_commune_a_deux_communes_n_est_ecrite_qu_une_fois():
    arcs = json.loads(dessiner([carre(0), carre(1)]).loc["01", "topologie"])["arcs"]
    assert len(arcs) == 3


def test_un_contour_plus_petit_que_la_grille_est_refuse():
    with pytest.raises(ContourPerdu, match="01002"):
        dessiner([carre(0), shapely.box(3.5, 47, 3.5 + COMMUNALE.pas / 10, 47 + COMMUNALE.pas / 10)])


@pytest.fixture(scope="module")
def reels():
    return chargement.lire("contours_communes").set_index("departement")


def test_toutes_les_communes_de_2021_sont_dessinees_sauf_celle_qui_n_a_pas_de_contour(atlas, reels):
    dessinees = {g["id"] for t in reels["topologie"] for g in json.loads(t)["objects"][OBJET]["geometries"]}
    assert set(atlas.communes["code"]) - dessinees == {"14666"}


def test_le_plus_lourd_des_departements_reste_une_couche_legere(reels):
    assert reels["topologie"].str.len().max() < 250_000
    assert reels["topologie"].str.len().sum() < 10_000_000


@pytest.mark.parametrize("code", ["15187", "33106", "2A004", "97302"])
def test_le_point_d_une_commune_est_dans_son_contour(atlas, reels, code):
    commune = atlas.communes.set_index("code").loc[code]
    contour = lire(reels.loc[commune["departement"], "topologie"], code)
    assert contour.contains(shapely.Point(commune["longitude"], commune["latitude"]))


def test_la_plus_petite_commune_n_est_pas_un_triangle(reels):
    contour = lire(reels.loc["33", "topologie"], "33103")
    assert len(shapely.get_coordinates(contour)) > 5

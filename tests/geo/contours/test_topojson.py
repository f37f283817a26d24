"""TopoJSON: what is encoded is what the browser decodes, and a shared border is written once."""

import itertools
import json

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.contours.couverture import arrondir, fondre
from geo.contours.topojson import encoder
from tests.geo.monde_contours import carre

PAS = 1e-4


def decoder(topologie, objet):
    """What `topojson-client` does: id -> outline, in whole steps of the grid from the origin."""
    arcs = [np.cumsum(arc, axis=0).tolist() for arc in topologie["arcs"]]

    def anneau(numeros):
        points = []
        for numero in numeros:
            arc = arcs[numero] if numero >= 0 else arcs[~numero][::-1]
            assert not points or points[-1] == arc[0]
            points += arc[1:] if points else arc
        return points

    formes = {}
    for geometrie in topologie["objects"][objet]["geometries"]:
        polygones = geometrie["arcs"] if geometrie["type"] == "MultiPolygon" else [geometrie["arcs"]]
        formes[geometrie["id"]] = shapely.MultiPolygon(
            [(anneau(p[0]), [anneau(trou) for trou in p[1:]]) for p in polygones]
        )
    return formes


def entiere(forme, topologie, pas=PAS):
    origine = np.round(np.array(topologie["transform"]["translate"]) / pas)
    return shapely.transform(forme, lambda xy: np.round(xy / pas) - origine)


def cadre(formes, **colonnes):
    return gpd.GeoDataFrame({"id": list(formes), **colonnes}, geometry=list(formes.values()), crs=4326)


def aretes(topologie):
    arcs = [np.cumsum(arc, axis=0).tolist() for arc in topologie["arcs"]]
    return [frozenset(map(tuple, arete)) for arc in arcs for arete in itertools.pairwise(arc)]


def verifier(couches, topologie, pas=PAS):
    for nom, couche in couches.items():
        lues = decoder(topologie, nom)
        assert list(lues) == couche["id"].to_list()
        for identifiant, forme in zip(couche["id"], couche.geometry, strict=True):
            assert shapely.normalize(lues[identifiant]).equals(entiere(forme, topologie, pas))


def test_deux_voisins_ecrivent_leur_frontiere_une_fois():
    couches = {"epci": cadre({"a": carre(0), "b": carre(1)})}
    topologie = encoder(couches, pas=PAS)
    assert len(aretes(topologie)) == len(set(aretes(topologie))) == 7
    assert len(topologie["arcs"]) == 3
    verifier(couches, topologie)


def test_deux_couches_ont_leurs_bords_en_commun():
    couches = {"epci": cadre({"a": carre(0), "b": carre(1)}), "regions": cadre({"r": carre(0, largeur=2)})}
    seule = encoder({"epci": couches["epci"]}, pas=PAS)
    # the région's outline has no vertex where the EPCI meet: it must be noded as the real ones are
    couches["regions"] = cadre({"r": shapely.coverage_union_all(couches["epci"].geometry.to_numpy())})
    topologie = encoder(couches, pas=PAS)
    assert topologie["arcs"] == seule["arcs"]
    verifier(couches, topologie)


def test_une_ile_presente_dans_deux_couches_est_un_seul_arc():
    ile = carre(5)
    couches = {"a": cadre({"x": ile}), "b": cadre({"y": shapely.reverse(ile)})}
    topologie = encoder(couches, pas=PAS)
    assert len(topologie["arcs"]) == 1
    verifier(couches, topologie)


def test_une_ile_qui_commence_par_un_autre_sommet_est_le_meme_arc():
    coins = list(carre(5).exterior.coords)[:-1]
    couches = {"a": cadre({"x": shapely.Polygon(coins), "y": shapely.Polygon(coins[2:] + coins[:2])})}
    assert len(encoder(couches, pas=PAS)["arcs"]) == 1


def test_une_enclave_et_le_trou_qui_l_entoure_sont_le_meme_arc():
    enclave = shapely.box(3.04, 47.04, 3.06, 47.06)
    couches = {"epci": cadre({"a": carre(0) - enclave, "b": enclave})}
    topologie = encoder(couches, pas=PAS)
    assert len(topologie["arcs"]) == 2
    verifier(couches, topologie)


def test_un_sommet_touche_par_deux_boucles_est_une_jonction():
    couches = {"a": cadre({"x": shapely.MultiPolygon([carre(0), carre(1, 1)]), "y": carre(1)})}
    topologie = encoder(couches, pas=PAS)
    assert len(aretes(topologie)) == len(set(aretes(topologie)))
    verifier(couches, topologie)


def test_une_couche_vide_reste_un_objet():
    couches = {"epci": cadre({"a": carre(0)}), "ti_2020": cadre({"a": carre(0)}).iloc[:0]}
    topologie = encoder(couches, pas=PAS)
    assert topologie["objects"]["ti_2020"] == {"type": "GeometryCollection", "geometries": []}


def test_les_identifiants_et_les_proprietes_suivent_les_contours():
    topologie = encoder({"epci": cadre({"a": carre(0), "b": carre(2)}, nom=["Alpha", "Bêta"])}, pas=PAS)
    fiches = topologie["objects"]["epci"]["geometries"]
    assert [(f["id"], f["properties"]) for f in fiches] == [("a", {"nom": "Alpha"}), ("b", {"nom": "Bêta"})]


def test_la_transformation_rend_des_degres():
    topologie = encoder({"epci": cadre({"a": carre(0)})}, pas=PAS)
    echelle, origine = (np.array(topologie["transform"][cle]) for cle in ("scale", "translate"))
    points = np.cumsum(topologie["arcs"][0], axis=0) * echelle + origine
    assert points.min(axis=0) == pytest.approx([3.0, 47.0])
    assert points.max(axis=0) == pytest.approx([3.1, 47.1])


def test_le_resultat_s_ecrit_en_json_sans_reste():
    topologie = encoder({"epci": cadre({"a": carre(0)}, nom=["A"])}, pas=PAS)
    assert json.loads(json.dumps(topologie, allow_nan=False)) == topologie


POINTS = st.lists(st.tuples(*[st.integers(0, 100)] * 2), min_size=3, max_size=15, unique=True)


@settings(max_examples=60, deadline=None)
@given(points=POINTS, groupes=st.lists(st.integers(0, 3), min_size=15, max_size=15))
def test_encoder_puis_decoder_rend_les_memes_contours(points, groupes):
    cellules = arrondir(shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points))), pas=0.5)
    regions = fondre(cellules, groupes[: len(cellules)])
    couches = {
        "regions": cadre({str(k): forme for k, forme in regions.items()}),
        "epci": cadre({f"e{k}": forme for k, forme in enumerate(cellules)}),
    }
    topologie = encoder(couches, pas=0.5)
    verifier(couches, topologie, pas=0.5)
    assert len(aretes(topologie)) == len(set(aretes(topologie)))
    assert encoder(couches, pas=0.5) == topologie

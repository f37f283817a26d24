"""Points in communes, and distances on the ellipsoid."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.communes.localisation import Localisateur


@pytest.fixture
def localisateur():
    # two squares of a tenth of a degree side by side at 45° north, given in the wrong order
    return Localisateur(
        gpd.GeoDataFrame(
            {"code": ["02", "01"]},
            geometry=[shapely.box(0.1, 45, 0.2, 45.1), shapely.box(0, 45, 0.1, 45.1)],
            crs=4326,
        )
    )


def test_un_point_est_dans_sa_commune_ou_dans_aucune(localisateur):
    longitudes, latitudes = np.array([0.05, 0.15, 3, np.nan]), np.array([45.05, 45.05, 45.05, np.nan])
    assert localisateur.communes(longitudes, latitudes) == ["01", "02", None, None]


def test_sur_une_limite_le_plus_petit_code_l_emporte(localisateur):
    assert localisateur.communes(np.array([0.1]), np.array([45.05])) == ["01"]


def test_la_distance_est_nulle_a_l_interieur(localisateur):
    assert localisateur.distance_km(0.05, 45.05, ["01"]) == 0


def test_la_distance_est_celle_de_l_ellipsoide(localisateur):
    attendue = Geod(ellps="WGS84").inv(0.3, 45.05, 0.2, 45.05)[2] / 1000
    assert localisateur.distance_km(0.3, 45.05, ["01", "02"]) == pytest.approx(attendue, rel=1e-4)


def test_la_distance_sans_contour_connu_manque(localisateur):
    assert np.isnan(localisateur.distance_km(0.3, 45.05, ["99"]))


def test_la_plus_proche_est_cherchee_dans_un_rayon(localisateur):
    code, km = localisateur.plus_proche(0.22, 45.05, rayon_km=5)
    assert code == "02"
    assert km == pytest.approx(1.577, abs=0.01)


@pytest.mark.parametrize(("longitude", "latitude"), [(0.25, 45.14), (10, 45)])
def test_rien_n_est_proche_hors_du_rayon(localisateur, longitude, latitude):
    # the first point lies in the box of candidates but farther than five kilometres
    assert localisateur.plus_proche(longitude, latitude, rayon_km=5) is None

"""A miniature world of square communes, a tenth of a degree wide, for outlines and passages."""

import geopandas as gpd
import pandas as pd
import shapely

COTE = 0.1


def carre(colonne, ligne=0, largeur=1, hauteur=1):
    ouest, sud = 3 + colonne * COTE, 47 + ligne * COTE
    return shapely.box(
        round(ouest, 1), round(sud, 1), round(ouest + largeur * COTE, 1), round(sud + hauteur * COTE, 1)
    )


def contours(formes, noms=None):
    """Outlines by code; names are « Commune <code> » unless told."""
    noms = {code: f"Commune {code}" for code in formes} | (noms or {})
    return gpd.GeoDataFrame(
        {"code": list(formes), "nom": [noms[c] for c in formes]}, geometry=list(formes.values()), crs=4326
    )


def communes(epci, noms=None):
    """Communes of 2021: code -> EPCI."""
    noms = {code: f"Commune {code}" for code in epci} | (noms or {})
    return pd.DataFrame(
        {"code": list(epci), "nom": [noms[c] for c in epci], "siren_epci": list(epci.values())}, dtype="str"
    )


def km2(*formes):
    return gpd.GeoSeries(list(formes), crs=4326).to_crs(6933).area.sum() / 1e6


def sirens(formes):
    return gpd.GeoDataFrame({"siren": list(formes)}, geometry=list(formes.values()), crs=4326)

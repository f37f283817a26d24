"""The stock way, as the tutorials of streamlit-folium write it: geometry embedded, map rebuilt at each rerun.

Nothing here is made slow on purpose. The data are read once (`st.cache_data`), the outlines are the same
simplified ones, Leaflet is the same local file, and folium's other scripts are not asked for. The script is
copied beside a `static/` folder and served by `streamlit run` with the settings of the atlas
(`bench/serveurs.py`).
"""

from __future__ import annotations

import os
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from data import chargement
from geo.indicateurs import INDICATEURS, classer, valeurs
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from theme import COULEURS, SEQUENCE

DONNEES = Path(os.environ["ATLAS_DONNEES"])
VENDOR = "../../app/static/vendor"


@st.cache_data
def lire_territoires() -> gpd.GeoDataFrame:
    """Outlines of the TI of every millésime, with their names."""
    contours = gpd.read_parquet(DONNEES / "contours.parquet")
    noms = pd.read_parquet(DONNEES / "territoires.parquet")
    noms["couche"] = "ti_" + noms["millesime"].astype(str)
    noms = noms.rename(columns={"id_ti": "id"})[["couche", "id", "lib_ti", "millesime"]]
    return contours.merge(noms, on=["couche", "id"])


@st.cache_data
def lire_regions() -> gpd.GeoDataFrame:
    """Outlines of the régions."""
    contours = gpd.read_parquet(DONNEES / "contours.parquet")
    return contours[contours["couche"] == "regions"]


@st.cache_data
def lire_projets() -> pd.DataFrame:
    """Projects that have a place."""
    projets = pd.read_parquet(DONNEES / "projets.parquet")
    return projets.dropna(subset=["latitude", "longitude"])


@st.cache_data
def lire_couleurs(millesime: int, cle: str) -> dict[str, str]:
    """Fill of each TI by the class of an indicator."""
    table = valeurs(chargement.atlas(DONNEES), millesime=millesime, cle=cle).set_index("id_ti")["valeur"]
    classes = classer(table, decimales=INDICATEURS[cle].decimales).classe.fillna(0).astype(int)
    return {
        id_ti: SEQUENCE[classe - 1] if classe else COULEURS["lacune"] for id_ti, classe in classes.items()
    }


def dessiner(millesime: int, cle: str | None, filiere: str | None) -> folium.Map:
    """The map of one millésime: outlines, régions, a circle per project of a filière, or of all of them."""
    couleurs = lire_couleurs(millesime, cle) if cle else {}
    carte = folium.Map(location=(46.6, 2.4), zoom_start=5, tiles=None)
    carte.default_js = [("leaflet", f"{VENDOR}/leaflet.js")]
    carte.default_css = [("leaflet_css", f"{VENDOR}/leaflet.css")]
    territoires = lire_territoires()
    folium.GeoJson(
        territoires[territoires["millesime"] == millesime],
        style_function=lambda element: {
            "fillColor": couleurs.get(element["properties"]["id"], COULEURS["territoire"]),
            "fillOpacity": 0.9,
            "color": COULEURS["encre"],
            "weight": 0.7,
        },
        tooltip=folium.GeoJsonTooltip(fields=["lib_ti"], labels=False),
    ).add_to(carte)
    folium.GeoJson(
        lire_regions(),
        style_function=lambda _: {"fill": False, "color": COULEURS["discret"], "weight": 1},
    ).add_to(carte)
    projets = lire_projets()
    for projet in (projets[projets["filiere"] == filiere] if filiere else projets).itertuples():
        folium.CircleMarker(
            (projet.latitude, projet.longitude),
            radius=2,
            weight=0.5,
            color=COULEURS["fond"],
            fill_color=COULEURS["ocre"],
            fill_opacity=0.85,
            tooltip=projet.entreprise,
        ).add_to(carte)
    return carte


st.set_page_config(page_title="Folium ordinaire", layout="wide")
st.title("Carte des Territoires d’industrie")
choix = st.radio(
    "Millésime",
    list(MILLESIMES),
    index=list(MILLESIMES).index(MILLESIME_PAR_DEFAUT),
    horizontal=True,
)
couleur = st.selectbox(
    "Colorer par",
    [None, *(cle for cle, indicateur in INDICATEURS.items() if indicateur.sorte == "ratio")],
    format_func=lambda cle: INDICATEURS[cle].libelle if cle else "Appartenance à un territoire",
)
filiere = st.selectbox("Filière", [None, *sorted(lire_projets()["filiere"].dropna().unique())])
st_folium(dessiner(choix, couleur, filiere), height=640, use_container_width=True)

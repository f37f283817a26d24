"""Outlines: borders shared by all levels, coverages whose neighbours meet exactly, and their encoding."""

from geo.contours import traces
from geo.contours.communes import contours_par_departement
from geo.contours.couverture import Formes, fondre, reparer
from geo.contours.fidelite import ECART_DE_SURFACE
from geo.contours.projections import MAINLAND, OUTRE_MER
from geo.contours.topojson import Topologie, encoder
from geo.contours.traces import FINE, NATIONALE, Finesse, couche_ti

__all__ = [
    "ECART_DE_SURFACE",
    "FINE",
    "MAINLAND",
    "NATIONALE",
    "OUTRE_MER",
    "Finesse",
    "Formes",
    "Topologie",
    "contours_par_departement",
    "couche_ti",
    "encoder",
    "fondre",
    "reparer",
    "traces",
]

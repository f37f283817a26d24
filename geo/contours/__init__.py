"""Outlines: borders shared by all levels, coverages whose neighbours meet exactly, and their encoding."""

from geo.contours import traces
from geo.contours.couverture import Formes, fondre, reparer
from geo.contours.topojson import Topologie, encoder
from geo.contours.traces import FINE, MAINLAND, NATIONALE, OUTRE_MER, Finesse, couche_ti

__all__ = [
    "FINE",
    "MAINLAND",
    "NATIONALE",
    "OUTRE_MER",
    "Finesse",
    "Formes",
    "Topologie",
    "couche_ti",
    "encoder",
    "fondre",
    "reparer",
    "traces",
]

"""The layers that a reader switches on the map, by the word that the address uses."""

from __future__ import annotations

from typing import Final

__all__ = ["AUCUNE", "COUCHES", "IGN", "PAR_DEFAUT"]

COUCHES: Final = {
    "projets": "Projets",
    "regions": "Régions",
    "epci": "EPCI",
    "departements": "Départements",
    "villes": "Villes principales",
    "acv": "Action cœur de ville",
    "pvd": "Petites villes de demain",
    "ign": "Fond IGN",
}
"""Word of the address -> what the reader sees, in the order in which they are offered."""

PAR_DEFAUT: Final = ("projets", "regions")
"""What is shown before any choice."""

AUCUNE: Final = "aucune"
"""How the address says that every layer is off."""

IGN: Final = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=normal&FORMAT=image/png"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)
"""The plan of the IGN, which the browser asks for only when the reader has chosen it."""

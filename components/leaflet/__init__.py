"""The frame of the map as folium writes it: elements that hold addresses, and the one script it runs."""

from components.leaflet import elements, lot
from components.leaflet.elements import Etat, absentes, bibliotheques_locales, nouvelle_carte

__all__ = ["Etat", "absentes", "bibliotheques_locales", "elements", "lot", "nouvelle_carte"]

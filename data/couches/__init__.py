"""The map layers and other static files whose names carry their content."""

from data.couches import magasin
from data.couches.colonnes import points, table
from data.couches.depots import deposer, en_json
from data.couches.vocabulaire import comptes_compacts, vocabulaire_json

__all__ = ["comptes_compacts", "deposer", "en_json", "magasin", "points", "table", "vocabulaire_json"]

"""The map on a page: its layers, its colours, the state that a rerun sends, what changed between two maps."""

from components.carte.carte import EtatCarte, afficher, message
from components.carte.changements import (
    PREFIXE,
    coloriage_des_changements,
    compare_a,
    liste_des_changements,
    nommer,
)
from components.carte.coloriage import SEPARATEUR, coloriage
from components.carte.zones import zone, zone_du_filtre

__all__ = [
    "PREFIXE",
    "SEPARATEUR",
    "EtatCarte",
    "afficher",
    "coloriage",
    "coloriage_des_changements",
    "compare_a",
    "liste_des_changements",
    "message",
    "nommer",
    "zone",
    "zone_du_filtre",
]

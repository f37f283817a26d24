"""A séance: a playlist of views, its link, its small file, and what each view says."""

from geo.seance.contenu import contenu, titre_de
from geo.seance.diapo import EXTRAIT, Diapo, Figure, Graphique
from geo.seance.fichier import ecrire_fichier, lire_fichier, nom_du_fichier
from geo.seance.pertes import perte, pleine
from geo.seance.reserve import Reserve, reserve
from geo.seance.seance import (
    FONDS,
    FORMES,
    NOM_MAX,
    PROJETS,
    VUES_MAX,
    Fond,
    Seance,
    Vue,
    lire_vue,
    lire_vues,
    requete_du_lien,
)

__all__ = [
    "EXTRAIT",
    "FONDS",
    "FORMES",
    "NOM_MAX",
    "PROJETS",
    "VUES_MAX",
    "Diapo",
    "Figure",
    "Fond",
    "Graphique",
    "Reserve",
    "Seance",
    "Vue",
    "contenu",
    "ecrire_fichier",
    "lire_fichier",
    "lire_vue",
    "lire_vues",
    "nom_du_fichier",
    "perte",
    "pleine",
    "requete_du_lien",
    "reserve",
    "titre_de",
]

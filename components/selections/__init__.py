"""« Mes sélections »: what a reader named, in the session and in his own browser."""

from components.selections.etat import (
    annuler,
    avis,
    connues,
    garder,
    ouvrir,
    renommer,
    retiree,
    supprimer,
    veiller,
)

__all__ = [
    "annuler",
    "avis",
    "connues",
    "garder",
    "ouvrir",
    "renommer",
    "retiree",
    "supprimer",
    "veiller",
]

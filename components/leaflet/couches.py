"""What the frame of the map is told of each layer: `geo.couches`, in the words that Leaflet reads.

The scripts name kinds of painting and no layer: which are outlines, which are marks, in what colours, is said
here once and for all, with the configuration.
"""

from __future__ import annotations

from typing import Any

from geo.couches import AU_DEPART, COUCHES, Couche, Trait
from theme import COULEURS

__all__ = ["declarees", "fichiers"]


def fichiers() -> tuple[str, ...]:
    """Layers' files that the frame may ask for by name, each once: those that it needs at once come first."""
    return tuple(dict.fromkeys((*AU_DEPART, *(c.fichier for c in COUCHES.values() if c.fichier))))


def declarees() -> list[dict[str, Any]]:
    """Each layer, in the order of the legend (`CoucheDeclaree` of static/atlas/commun/contrats.js)."""
    return [_declaree(couche) for couche in sorted(COUCHES.values(), key=lambda couche: couche.rang)]


def _declaree(couche: Couche) -> dict[str, Any]:
    dite = {
        "mot": couche.mot,
        "peinture": couche.peinture,
        "fichier": couche.fichier if couche.fichier not in AU_DEPART else "",
        "style": _style(couche),
        "signe": couche.style.signe if couche.style else None,
        "legende": couche.legende,
        "bulle": couche.libelle if couche.programme else "",
        "mention": couche.mention,
    }
    return {nom: valeur for nom, valeur in dite.items() if valeur}


def _style(couche: Couche) -> dict[str, Any]:
    """The options of its path for Leaflet, colours included."""
    style = couche.style
    if style is None:
        return {}
    couleur = COULEURS[style.couleur]
    if isinstance(style, Trait):
        trait = {"color": couleur, "weight": style.epaisseur, "opacity": style.opacite}
        return trait | ({"dashArray": style.tirets} if style.tirets else {})
    bord = COULEURS[style.bord or "fond"]
    return {"forme": style.forme, "radius": style.rayon, "fillColor": couleur, "color": bord}

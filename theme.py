"""Every colour, palette, shape and label of the atlas, once.

Ink blue is ours, ochre is the one accent, greys are context; the same values serve the pages, the map frame
and the exports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = [
    "CHANGEMENTS",
    "COULEURS",
    "DIVERGENTE",
    "FAMILLES",
    "LABELS",
    "NOM",
    "POLICE",
    "PROJECTION",
    "SEQUENCE",
    "STADES",
    "Famille",
]

NOM: Final = "Atlas des Territoires d’industrie"
"""The name of the product."""

POLICE: Final = "'Source Sans', 'Source Sans Pro', system-ui, sans-serif"
"""The typeface of pages, maps and charts: the one that Streamlit serves."""

COULEURS: Final = {
    "encre": "#1d3a5f",
    "encre_claire": "#5f7f9f",
    "territoire": "#b9cbdd",
    "choix": "#7ea3c7",
    "ocre": "#a35414",
    "texte": "#22282f",
    "discret": "#5b636d",
    "trait": "#d9d5cc",
    "terre": "#f3f0e9",
    "mer": "#fdfcf9",
    "fond": "#fdfcf9",
    "carte": "#f7f4ee",
    "lacune": "#a39b8b",
}
"""Named colours; `discret` on `fond` keeps a contrast of 4.5:1 and more; `lacune` hatches the unknown."""

PROJECTION: Final = {
    "clair": {
        "sol": "#ffffff",
        "mots": "#14202e",
        "doux": "#3d4753",
        "fort": "#1d3a5f",
        "fil": "#8b929a",
        "reste": "#7d868f",
    },
    "sombre": {
        "sol": "#0c1218",
        "mots": "#f6f4ee",
        "doux": "#c9ced4",
        "fort": "#a9cdf0",
        "fil": "#6d7680",
        "reste": "#9aa3ac",
    },
}
"""Colours of what is projected, on a light and on a dark ground: `mots`, `doux` and `fort` are written on
`sol` with a contrast of 7:1 and more; `fil` draws lines and `reste` the bars of what is left."""

SEQUENCE: Final = ("#dfe9f2", "#b3cde2", "#7fa8cd", "#4577a8", "#1d3a5f")
"""Fills of the classes of a ratio, lowest first: one hue, the ink blue of ColorBrewer's « Blues »."""

DIVERGENTE: Final = {
    "baisse": ("#c9dcec", "#8db6d9", "#4a82b8", "#1d4a7f"),
    "zero": ("#f7f4ee",),
    "hausse": ("#f3cd9c", "#dfa05a", "#c47a2c", "#84460d"),
}
"""Fills of what goes down, stays or goes up, from the nearest to zero to the farthest: blue and orange, which
every kind of sight tells apart, and the lighter the nearer to zero."""

CHANGEMENTS: Final = {
    "apparu": "#3a7d34",
    "disparu": "#c2306f",
    "scindé": "#6b4fa0",
    "fusionné": "#0b7a85",
    "agrandi": "#7fa8cd",
    "réduit": "#d9a441",
    "modifié": "#ad5b17",
    "ajusté": "#b494e6",
    "renommé": "#cfd8c4",
    "inchangé": "#e6e8ea",
}
"""Fills of what happened to a territory between two millésimes (`geo.territoires.changements.SORTES`)."""


@dataclass(frozen=True, kw_only=True)
class Famille:
    """A family of filières on maps and charts: one colour and one shape, so that colour never speaks alone.

    Attributes:
        libelle: What a legend says.
        couleur: Colour, 3:1 and more on the ground of the map.
        forme: Shape of its marks (`static/atlas/carte/marques.js`).
        filieres: The published names that it gathers; the last family takes every other one, and the unknown.
    """

    libelle: str
    couleur: str
    forme: str
    filieres: tuple[str, ...] = ()


FAMILLES: Final = (
    Famille(libelle="Automobile", couleur="#ad5b17", forme="cercle", filieres=("Automobile",)),
    Famille(libelle="Aéronautique", couleur="#6b4fa0", forme="triangle", filieres=("Aéronautique",)),
    Famille(libelle="Agroalimentaire", couleur="#3a7d34", forme="carre", filieres=("Agroalimentaire",)),
    Famille(libelle="Santé", couleur="#c2306f", forme="losange", filieres=("Santé",)),
    Famille(
        libelle="Énergie",
        couleur="#8a6a00",
        forme="etoile",
        filieres=("Nucléaire", "Nouveaux systèmes énergétiques", "Raffinage et Pétrochimie"),
    ),
    Famille(
        libelle="Chimie, métaux, matériaux",
        couleur="#7a4a35",
        forme="hexagone",
        filieres=(
            "Chimie et Matériaux",
            "Mines et métallurgie",
            "Sidérurgie",
            "Intrants essentiels à l'industrie",
        ),
    ),
    Famille(
        libelle="Électronique, télécoms",
        couleur="#0b7a85",
        forme="pointe",
        filieres=("Electronique", "Télécommunications 5G"),
    ),
    Famille(libelle="Autres filières", couleur="#5b636d", forme="croix"),
)
"""The eight families of filières; tables and filters keep the published names."""


STADES: Final = (
    Famille(libelle="Émergence", couleur="#8a7a5c", forme="losange"),
    Famille(libelle="Étude", couleur="#a35414", forme="triangle"),
    Famille(libelle="Lauréat", couleur="#5f7f9f", forme="cercle"),
    Famille(libelle="En travaux", couleur="#6b4fa0", forme="carre"),
    Famille(libelle="En service", couleur="#2f7a3a", forme="etoile"),
    Famille(libelle="Abandonné", couleur="#22282f", forme="croix"),
)
"""The ordered stades of a project (`geo.contrats.projets.STADES`), each with a colour and a shape."""

LABELS: Final = (
    Famille(libelle="Dans un territoire", couleur="#1d3a5f", forme="cercle"),
    Famille(libelle="Hors des territoires", couleur="#a35414", forme="anneau"),
)
"""In a territory (a full disc) or outside (a ring), as the annexes of the « Point d'étape » draw projects."""

"""What the slides of a région share: sources, notes, gaps."""

from __future__ import annotations

from typing import Final

from geo.etape import JOUR
from geo.seance import EXTRAIT

__all__ = ["AGRANDIE", "DPI", "ENTRE", "GAUCHE", "NOTE_EXTRAIT", "ORIGINES"]

GAUCHE: Final = 92.0
"""Width of what stands at the left of the map, millimetres."""

ENTRE: Final = 8.0
"""Between two blocks."""

AGRANDIE: Final = 1.4
"""How many times a map is enlarged on a slide, for its names to be read from a seat."""

DPI: Final = 300
"""Dots per inch of a map before it is enlarged."""

ORIGINES: Final = (
    f"Publié : tel quel dans le « Point d’étape » du {JOUR}. Déduit : différence avec les totaux nationaux. "
    "Le reste est calculé par l’atlas."
)
"""Where figures come from, as the last slide says it."""

NOTE_EXTRAIT: Final = (
    f"Projets de l’{EXTRAIT}, répétitions comprises : une autre liste que les lauréats du fonds publiés au "
    "« Point d’étape »."
)
"""What every slide that counts projects says in its notes."""

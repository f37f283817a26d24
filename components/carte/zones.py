"""What a map frames for a région: the word of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.atlas import OM, REGIONS_D_OUTRE_MER
from geo.territoires import projets_de

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["zone"]


def zone(atlas: Atlas, code: str) -> str:
    """What the map frames: the région; of the overseas ones, the one with most projects."""
    if code != OM:
        return f"region-{code}"
    premiere = max(REGIONS_D_OUTRE_MER, key=lambda c: (len(projets_de(atlas, c)), c))
    return f"region-{premiere}"

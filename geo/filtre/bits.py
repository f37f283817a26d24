"""A set of rows as a short text: what the map is told about which projects to show.

One bit per row of the table `projets`, in its order, least significant bit first, in base64: 3 080 projects
take half a kilobyte, whatever the filter. The browser reads it back in `static/atlas/commun/bits.js`.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

__all__ = ["bits", "visibles"]


def bits(visibles: npt.NDArray[np.bool_]) -> str:
    """Encode which rows are visible.

    Args:
        visibles: One boolean per row.

    Returns:
        Base64 text of ⌈n / 8⌉ bytes; row i is bit i modulo 8 of byte i // 8.
    """
    return base64.b64encode(np.packbits(visibles, bitorder="little").tobytes()).decode("ascii")


def visibles(texte: str, n: int) -> npt.NDArray[np.bool_]:
    """Decode the visible rows, the inverse of `bits`.

    Args:
        texte: What `bits` returned.
        n: Number of rows.

    Raises:
        ValueError: When the text is not base64 or is not as long as n rows need.
    """
    try:
        octets = base64.b64decode(texte, validate=True)
    except ValueError as erreur:
        raise ValueError("L’ensemble des projets visibles est illisible (base64 attendu).") from erreur
    if len(octets) != -(-n // 8):
        raise ValueError(f"L’ensemble des projets visibles ne compte pas {n} lignes.")
    lus: npt.NDArray[Any] = np.unpackbits(np.frombuffer(octets, dtype=np.uint8), count=n, bitorder="little")
    return lus.astype(np.bool_)

"""What a « Territoire d'industrie » is, in one line: said once, wherever a reader may not know."""

from __future__ import annotations

from typing import Final

__all__ = ["UN_TERRITOIRE"]

UN_TERRITOIRE: Final = (
    "Un Territoire d’industrie réunit une ou plusieurs intercommunalités, dont l’État et les régions "
    "soutiennent l’industrie depuis fin 2018."
)
"""What it is made of, who supports it, since when, and for what."""

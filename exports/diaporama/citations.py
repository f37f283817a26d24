"""How a slide cites its sources: short at its foot, whole in its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.sources import charger_registre

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["courte", "longues"]


def courte(cles: Iterable[str]) -> str:
    """Each producer once with the years of what it gives: « Sources : Insee (2022), IGN (2018). »."""
    registre = charger_registre()
    annees: dict[str, set[str]] = {}
    for cle in dict.fromkeys(cles):
        source = registre[cle]
        annees.setdefault(source.producteur, set()).add(source.date[:4])
    noms = [f"{producteur} ({', '.join(sorted(vues))})" for producteur, vues in annees.items()]
    return f"Sources : {' ; '.join(noms)} – Licence\u00a0Ouverte\u00a02.0"


def longues(cles: Iterable[str]) -> tuple[str, ...]:
    """Each source in full, as the licence asks."""
    registre = charger_registre()
    return tuple(registre[cle].citation() for cle in dict.fromkeys(cles))

"""What a client says that it accepts (RFC 9110): kinds of content, and compression."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["accepte", "veut_gzip"]

LU_MAX: Final = 100
"""Preferences read in one header."""


def accepte(entete: str, types: Sequence[str]) -> bool:
    """Whether one of these types suits (`Accept`); nothing said accepts all.

    The most precise preference decides for each type: « text/csv;q=0, */* » refuses CSV alone.
    """
    voulus = {motif: poids for motif, poids in _preferences(entete) if "/" in motif}
    return not voulus or any(_qualite(type_, voulus) > 0 for type_ in types)


def veut_gzip(entete: str) -> bool:
    """Whether a body compressed by gzip may be sent (`Accept-Encoding`)."""
    voulus = dict(_preferences(entete))
    return voulus.get("gzip", voulus.get("*", 0)) > 0


def _qualite(type_: str, voulus: dict[str, float]) -> float:
    famille = type_.partition("/")[0]
    return next((voulus[motif] for motif in (type_, f"{famille}/*", "*/*") if motif in voulus), 0)


def _preferences(entete: str) -> Iterator[tuple[str, float]]:
    """Name, in small letters -> its weight; what cannot be read weighs as usual."""
    for morceau in entete.lower().split(",", LU_MAX)[:LU_MAX]:
        nom, *reglages = (partie.strip() for partie in morceau.split(";"))
        poids = [reglage.removeprefix("q=") for reglage in reglages if reglage.startswith("q=")]
        if nom:
            yield nom, _poids(poids[0]) if poids else 1.0


def _poids(texte: str) -> float:
    try:
        return float(texte)
    except ValueError:
        return 1.0

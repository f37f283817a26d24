"""Which sources a text cites: of the perimeters, those of the year that a view shows, and no other."""

from __future__ import annotations

from data.sources.registre import charger_registre

PERIMETRES = {
    2020: {"ti148_communes"},
    2021: {"ti149_groupements", "ti149_communes"},
    2022: {"ti149_groupements", "ti149_communes"},
    2023: {"ti183_groupements"},
}
"""Sources of the perimeters of each millésime, written a second time for the code to be judged by."""


def plat(texte: str) -> str:
    """A text without its spaces, which a sheet sets otherwise."""
    return "".join(texte.split())


def perimetres(texte: str) -> set[str]:
    """Keys of the sources of perimeters that a text cites in full."""
    registre = charger_registre()
    lu = plat(texte)
    return {cle for cles in PERIMETRES.values() for cle in cles if plat(registre[cle].jeu) in lu}

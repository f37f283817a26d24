"""What every chart shares: its ground, its axes, its typeface, and the sentence that says its main fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from components.html import sans_sens
from francais import ESPACE_FINE, nombre
from theme import COULEURS, POLICE

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["axe_des_noms", "axe_muet", "court", "dire", "mise_en_page", "pour_plotly"]

LETTRES: Final = 26
"""Longest name beside a bar; the whole of it stands in the tooltip and in the table."""


def pour_plotly(texte: object) -> str:
    """A text that plotly shows as it is."""
    return sans_sens(texte).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def court(texte: str, lettres: int = LETTRES) -> str:
    """A name short enough to stand beside a bar."""
    return pour_plotly(texte if len(texte) <= lettres else f"{texte[: lettres - 1].rstrip()}…")


def mise_en_page(hauteur: int, **plus: Any) -> dict[str, Any]:
    """The layout of a figure: a fixed height in pixels, no template, French separators."""
    return {
        "template": "none",
        "height": hauteur,
        "margin": {"l": 4, "r": 8, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": POLICE, "size": 14, "color": COULEURS["texte"]},
        "separators": f",{ESPACE_FINE}",
        "bargap": 0.32,
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {"bgcolor": "#fff", "bordercolor": COULEURS["trait"], "font": {"size": 14}},
        **plus,
    }


def axe_muet(**plus: Any) -> dict[str, Any]:
    """An axis that is not drawn: the figures stand on the marks."""
    return {"visible": False, "fixedrange": True, **plus}


def axe_des_noms(noms: Sequence[str]) -> dict[str, Any]:
    """An axis of names at the positions 0, 1, 2…, the first one above."""
    return {
        "fixedrange": True,
        "autorange": "reversed",
        "automargin": False,
        "tickvals": list(range(len(noms))),
        "ticktext": [court(nom) for nom in noms],
        "ticks": "outside",
        "tickcolor": "rgba(0,0,0,0)",
        "showgrid": False,
        "zeroline": False,
        "showline": False,
    }


def _part(valeur: int, total: int) -> str:
    return f"{nombre(100 * valeur / total)}{ESPACE_FINE}%" if total else ""


def dire(titre: str, noms: Sequence[str], valeurs: Sequence[int]) -> str:
    """« Filières : Santé mène avec 12 projets sur 40 (30 %), devant Énergie (9). »."""
    total = sum(valeurs)
    if not total:
        return f"{titre} : aucun projet dans cette sélection."
    rangs = sorted(range(len(noms)), key=lambda i: -valeurs[i])
    premier = rangs[0]
    phrase = (
        f"{titre} : {noms[premier]} compte {nombre(valeurs[premier])} projets sur {nombre(total)} "
        f"({_part(valeurs[premier], total)})"
    )
    if len(rangs) > 1 and valeurs[rangs[1]]:
        phrase += f", devant {noms[rangs[1]]} ({nombre(valeurs[rangs[1]])})"
    return f"{phrase}."

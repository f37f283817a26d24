"""A chart on a page: its title, the plot, its words for whoever does not see it, its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.graphiques import images
from components.html import RIEN, balise, poser, table
from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd
    import plotly.graph_objects as go

__all__ = ["Graphique", "montrer"]

CONFIG: Final = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""No toolbar: it speaks English and covers the chart."""


@dataclass(frozen=True, kw_only=True)
class Graphique:
    """A chart with what makes it readable without being seen.

    Attributes:
        titre: What is counted, and by what.
        figure: The plotly figure.
        table: The same figures, one column a series, headers in French.
        alternative: One French sentence that says the main fact.
        cles: What a press on each bar, column or row chooses, in their order.
        series: What it chooses besides, by the segment or the column pressed.
        vide: Whether there is nothing to draw.
        note: What must be known beside the title, such as how many projects it leaves out.
    """

    titre: str
    figure: go.Figure
    table: pd.DataFrame
    alternative: str
    cles: tuple[str, ...]
    series: tuple[str, ...] = ()
    vide: bool = False
    note: str = ""

    def choix(self, point: Mapping[str, Any]) -> tuple[str, str]:
        """The key and the key of the series that stand at a pressed point; the second one may be empty."""
        rang = point["curve_number"]
        return self.cles[point["point_index"]], self.series[rang] if self.series else ""


def montrer(
    graphique: Graphique,
    *,
    cle: str,
    au_choix: Callable[[str, str], None] | None = None,
    aide: str = "",
    partie: str = "",
) -> None:
    """Draw a chart with its title, its sentence and its table.

    Args:
        graphique: The chart.
        cle: Key of its place on the page.
        au_choix: Called before the rerun with the key and the key of the series of the mark pressed.
        aide: What a press does, in a few words.
        partie: Name of the part of the page that this chart opens, for whoever goes from heading to heading.
    """
    presses = f"{cle}-presses"
    cle_du_trace = f"{cle}-{st.session_state.get(presses, 0)}"

    def _presser() -> None:
        points = st.session_state[cle_du_trace]["selection"]["points"]
        # the same mark can be pressed again only on a chart that has forgotten the press
        st.session_state[presses] = st.session_state.get(presses, 0) + 1
        if points and au_choix:
            au_choix(*graphique.choix(points[0]))

    note = balise("small", aide) if aide and not graphique.vide else RIEN
    note += balise("small", graphique.note) if graphique.note else RIEN
    titre = balise("h2", partie, classe="atlas-lecteurs") if partie else RIEN
    titre += balise("h3", graphique.titre, classe="atlas-titre-graphique")
    poser((images.boutons(graphique.titre) if not graphique.vide else RIEN) + titre + note)
    st.plotly_chart(
        graphique.figure,
        key=cle_du_trace,
        theme=None,
        config=CONFIG,
        on_select=_presser if au_choix else "ignore",
        selection_mode="points",
        alt=graphique.alternative,
    )
    repli = st.expander("Tableau", key=f"{cle}-tableau", on_change="rerun")
    with repli:
        if repli.open:
            lignes = [[_chiffre(v) for v in rangee] for rangee in graphique.table.itertuples(index=False)]
            tetes = graphique.table.columns.tolist()
            table(graphique.titre, tetes, lignes, chiffres=tetes[1:])


def _chiffre(valeur: object) -> str:
    return valeur if isinstance(valeur, str) else nombre(float(str(valeur)))

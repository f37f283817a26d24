"""The charts: one pure function per kind.

A chart goes over the WebSocket at each filter, so it carries its figures and little else: no template, short
lists. plotly is given it whole: it checks it five times faster than piece by piece. Its size never depends on
what it shows: the page does not jump. Names from files are written so that plotly, which reads a kind of HTML
in its texts, shows them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd
import plotly.graph_objects as go

from components.graphiques.forme import axe_des_noms, axe_muet, court, dire, mise_en_page, pour_plotly
from components.graphiques.graphique import Graphique
from francais import nombre
from theme import COULEURS, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Serie", "barres", "colonnes", "empilees", "grille"]

LIGNE: Final = 30
"""Height in pixels of a row of bars: a finger can press it."""

_PRESSEE: Final = {
    "selected": {"textfont": {"color": COULEURS["texte"]}},
    "unselected": {"textfont": {"color": COULEURS["texte"]}, "marker": {"opacity": 1}},
}
"""How a pressed mark looks: as before. Without it plotly.js stops on the texts of the bars."""

MARGE: Final = 34
"""Height in pixels of what stands around the rows."""

COLONNES: Final = 240
"""Height in pixels of a chart of columns."""


@dataclass(frozen=True, kw_only=True)
class Serie:
    """One segment of stacked bars.

    Attributes:
        nom: Its name, in the legend and in the table.
        couleur: Its fill.
        valeurs: One number a bar.
        cle: The value that a press chooses.
    """

    nom: str
    couleur: str
    valeurs: Sequence[int]
    cle: str = ""


def barres(
    titre: str,
    lignes: pd.DataFrame,
    *,
    entete: str,
    couleurs: Sequence[str] | None = None,
    choisies: Sequence[str] = (),
) -> Graphique:
    """Horizontal bars with their figures at their ends, in the order of the rows.

    Args:
        titre: Title of the chart.
        lignes: cle (what a press chooses), nom, projets; always the same rows, so that nothing jumps.
        entete: Header of the names in the table.
        couleurs: One fill a row; ink when not given.
        choisies: Keys that the reader has chosen: the others fade.
    """
    noms, valeurs = lignes["nom"].tolist(), lignes["projets"].astype(int).tolist()
    cles = lignes["cle"].tolist()
    pales = [0.35 if choisies and cle not in choisies else 1 for cle in cles]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": valeurs,
        "y": list(range(len(noms))),
        "text": [nombre(valeur) for valeur in valeurs],
        "textposition": "outside",
        **_PRESSEE,
        "hovertemplate": "%{y} : %{text}<extra></extra>",
        "marker": {"color": list(couleurs or [COULEURS["encre_claire"]] * len(noms)), "opacity": pales},
    }
    plafond = max([*valeurs, 1]) * 1.18
    mise = mise_en_page(
        MARGE + LIGNE * len(noms),
        xaxis=axe_muet(range=[0, plafond]),
        yaxis=axe_des_noms(noms),
        margin={"l": 190, "r": 8, "t": 4, "b": 4},
    )
    return Graphique(
        titre=titre,
        figure=go.Figure([trace], mise),
        table=pd.DataFrame({entete: noms, "Projets": valeurs}),
        alternative=dire(titre, noms, valeurs),
        cles=tuple(cles),
        vide=not sum(valeurs),
    )


def empilees(
    titre: str, cles: Sequence[str], noms: Sequence[str], series: Sequence[Serie], *, entete: str
) -> Graphique:
    """Horizontal bars cut into series, the total at the end; the legend stands above.

    Args:
        titre: Title of the chart.
        cles: What a press on a bar chooses, one a row.
        noms: Names of the rows.
        series: The segments, in the order in which they are stacked.
        entete: Header of the names in the table.
    """
    rangs = list(range(len(noms)))
    totaux = [sum(serie.valeurs[i] for serie in series) for i in rangs]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": serie.nom,
            "x": list(serie.valeurs),
            "y": rangs,
            "hovertemplate": f"%{{y}}, {pour_plotly(serie.nom.lower())} : %{{x}}<extra></extra>",
            "marker": {"color": serie.couleur, "line": {"color": COULEURS["fond"], "width": 1}},
        }
        for serie in series
    ]
    plafond = max([*totaux, 1]) * 1.18
    chiffres = [
        {"x": total, "y": i, "text": nombre(total), "showarrow": False, "xanchor": "left", "xshift": 3}
        for i, total in enumerate(totaux)
    ]
    mise = mise_en_page(
        MARGE + 34 + LIGNE * len(noms),
        barmode="stack",
        xaxis=axe_muet(range=[0, plafond]),
        yaxis=axe_des_noms(noms),
        annotations=chiffres,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xref": "container", "y": 1.0, "yref": "container",
                "yanchor": "top", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
        margin={"l": 190, "r": 8, "t": 38, "b": 4},
    )  # fmt: skip
    tableau = pd.DataFrame({entete: noms, **{s.nom: list(s.valeurs) for s in series}, "Total": totaux})
    return Graphique(
        titre=titre,
        figure=go.Figure(traces, mise),
        table=tableau,
        alternative=dire(titre, noms, totaux),
        cles=tuple(cles),
        series=tuple(serie.cle for serie in series),
        vide=not sum(totaux),
    )


def colonnes(titre: str, lignes: pd.DataFrame, *, entete: str, choisies: Sequence[str] = ()) -> Graphique:
    """Columns along time, every month from the first to the last.

    Args:
        titre: Title of the chart.
        lignes: cle (« 2021-03 »), nom (« mars 2021 »), projets.
        entete: Header of the periods in the table.
        choisies: Keys of the chosen period: the others fade.
    """
    noms, valeurs = lignes["nom"].tolist(), lignes["projets"].astype(int).tolist()
    cles = lignes["cle"].tolist()
    trace = {
        "type": "bar",
        "x": list(range(len(noms))),
        "y": valeurs,
        "hovertext": noms,
        "hovertemplate": "%{hovertext} : %{y}<extra></extra>",
        "marker": {
            "color": COULEURS["encre_claire"],
            "opacity": [0.35 if choisies and cle not in choisies else 1 for cle in cles],
        },
    }
    reperes = [i for i, cle in enumerate(cles) if cle.endswith(("-01", "-07")) or i == 0]
    if len(reperes) > 1 and reperes[1] < 3:  # noqa: PLR2004  two names would touch
        reperes = reperes[1:]
    mise = mise_en_page(
        COLONNES,
        bargap=0.15,
        xaxis={
            "fixedrange": True,
            "tickvals": reperes,
            "ticktext": [noms[i] for i in reperes],
            "tickangle": 0,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": COULEURS["trait"],
        },
        yaxis={
            "fixedrange": True,
            "gridcolor": COULEURS["trait"],
            "zeroline": False,
            "nticks": 5,
            "rangemode": "tozero",
        },
        margin={"l": 44, "r": 8, "t": 8, "b": 30},
    )
    return Graphique(
        titre=titre,
        figure=go.Figure([trace], mise),
        table=pd.DataFrame({entete: noms, "Projets": valeurs}),
        alternative=dire(titre, noms, valeurs),
        cles=tuple(cles),
        vide=not sum(valeurs),
    )


def _teinte(valeur: int, sommet: int) -> str:
    """Five shades, by fifths of the largest number; the ground for a zero."""
    if not valeur:
        return COULEURS["fond"]
    return SEQUENCE[min(len(SEQUENCE) - 1, len(SEQUENCE) * valeur // (sommet + 1))]


def grille(
    titre: str,
    lignes: Sequence[tuple[str, str]],
    colonnes_: Sequence[tuple[str, str]],
    comptes: Sequence[Sequence[int]],
    *,
    entete: str,
) -> Graphique:
    """A table whose cells darken with their number: two classifications at once.

    Args:
        titre: Title of the chart.
        lignes: Key and name of each row.
        colonnes_: Key and name of each column.
        comptes: One list a row.
        entete: Header of the row names in the table.
    """
    noms = [nom for _, nom in lignes]
    tetes = [nom for _, nom in colonnes_]
    sommet = max([1, *(valeur for rangee in comptes for valeur in rangee)])
    # bars of one unit side by side: Streamlit hears no press on a plotly heat map
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "x": [1] * len(noms),  # y is 0, 1, 2… when it is not said
            "text": [nombre(valeur) if valeur else "" for valeur in valeurs],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            **_PRESSEE,
            "hoverinfo": "none",
            "marker": {
                "color": [_teinte(valeur, sommet) for valeur in valeurs],
                "line": {"color": COULEURS["fond"], "width": 2},
            },
        }
        for valeurs in zip(*comptes, strict=True)
    ]
    axe = axe_des_noms(tetes) | {
        "autorange": False,
        "side": "top",
        "tickangle": -38,
        "tickvals": [j + 0.5 for j in range(len(tetes))],
        "ticktext": [court(nom) for nom in tetes],
        "range": [0, len(tetes)],
    }
    mise = mise_en_page(
        130 + 24 * len(noms),
        barmode="stack",
        bargap=0.08,
        xaxis=axe,
        yaxis=axe_des_noms(noms),
        margin={"l": 190, "r": 60, "t": 118, "b": 4},
    )
    tableau = pd.DataFrame({entete: noms, **dict(zip(tetes, zip(*comptes, strict=True), strict=True))})
    totaux = [sum(rangee) for rangee in comptes]
    return Graphique(
        titre=titre,
        figure=go.Figure(traces, mise),
        table=tableau,
        alternative=dire(titre, noms, totaux),
        cles=tuple(cle for cle, _ in lignes),
        series=tuple(cle for cle, _ in colonnes_),
        vide=not sum(totaux),
    )

"""The chart of shares: what a place is made of, beside a reference; bars, ticks, and columns of figures.

As in `components.graphiques.comptes`: light, of a fixed height, names of files shown as they are; the mark of
the reference has another shape than a bar, so that the chart reads in grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import plotly.graph_objects as go

from components.graphiques.forme import axe_des_noms, axe_muet, court, mise_en_page, pour_plotly
from components.graphiques.graphique import Graphique
from components.graphiques.phrases import dire_les_parts, pour_cent
from francais import nombre
from geo.profils import DECIMALES_INDICE, PEU_DIT
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["parts"]

LIGNE: Final = 30
"""Height in pixels of a row whose name stands on the left."""

LIGNE_HAUTE: Final = 46
"""Height of a row whose name stands over its bar."""

SOUS_LE_NOM: Final = 0.26
"""How far under the middle of its row, in rows, a bar is whose name stands over it."""

EPAISSEUR: Final = 0.4
"""Height of a bar, in rows."""

BARRES: Final = 0.54
"""Part of the width that the bars take beside columns of figures."""

COLONNES: Final = (0.69, 0.86, 1.0)
"""Right edges of these columns, as parts of the width."""

TRAIT: Final = "|"
"""What stands for the tick of the reference before its figure."""

MOIS: Final = 90
"""Room in pixels for short names on the left."""

LETTRES_DESSUS: Final = 46
"""Longest name over a bar, on a phone too."""

MARGE: Final = 8
"""Height in pixels of what stands around the rows."""

LEGENDE: Final = 34
"""Height in pixels of a legend of one line."""


def parts(  # noqa: PLR0913  the words of a chart, and where its names stand
    titre: str, lignes: pd.DataFrame, *, entete: str, ici: str, reference: str, serre: bool = False
) -> Graphique:
    """The share of each row here, as a bar, against its share in the reference, as an upright tick.

    Both shares and the index stand in columns beside the bars: no mark runs over a figure, and none is read
    as the figure of the other mark. The figure of the reference bears its tick.

    Args:
        titre: Title of the chart.
        lignes: cle, nom, projets (a count), part and part_reference (0 to 1), indice (part over
            part_reference; NaN when there is none: nothing is written), peu (too few projects for an index:
            `PEU_DIT` stands in its place).
        entete: Header of the names in the table.
        ici: Name of the place.
        reference: Name of what it is compared with.
        serre: Whether short names stand on the left of their bars; else over them, whole, in a narrow
            column of the page too.
    """
    noms, cles = lignes["nom"].tolist(), lignes["cle"].tolist()
    hauts = list(range(len(lignes)))
    bas = hauts if serre else [rang + SOUS_LE_NOM for rang in hauts]
    ici_, la_bas = (lignes[c].astype(float).fillna(0).round(4).tolist() for c in ("part", "part_reference"))
    parts_, autres = ([pour_cent(part) for part in lignes[c]] for c in ("part", "part_reference"))
    indices = [_indice(i, peu=p) for i, p in zip(lignes["indice"], lignes["peu"], strict=True)]
    barre = {
        "type": "bar",
        "orientation": "h",
        "name": pour_plotly(ici),
        "x": ici_,
        "y": bas,
        "width": EPAISSEUR,
        "hoverinfo": "none",
        "marker": {"color": COULEURS["encre_claire"]},
    }
    repere = {
        "type": "scatter",
        "mode": "markers",
        "name": pour_plotly(reference),
        "x": la_bas,
        "y": bas,
        "hoverinfo": "none",
        "cliponaxis": False,
        "marker": {"symbol": "line-ns", "size": 14, "line": {"width": 3, "color": COULEURS["ocre"]}},
    }
    colonnes = [parts_, [f"{TRAIT} {autre}" for autre in autres], *([indices] if any(indices) else [])]
    traces = [barre, repere, _colonnes(colonnes, bas, [None, COULEURS["ocre"], None])]
    if not serre:
        traces.append(_noms_dessus(noms, [rang - SOUS_LE_NOM / 2 for rang in hauts]))
    mise = mise_en_page(
        MARGE + LEGENDE + (LIGNE if serre else LIGNE_HAUTE) * len(noms),
        xaxis=axe_muet(range=[0, max([*ici_, *la_bas, 0.01]) * 1.02], domain=[0, BARRES]),
        xaxis2=axe_muet(range=[0, 1], domain=[0, 1]),
        yaxis=(axe_des_noms(noms) if serre else axe_muet()) | _bornes(len(noms)),
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xref": "container", "y": 1.0, "yref": "container",
                "yanchor": "top", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
        margin={"l": MOIS if serre else 2, "r": 2, "t": 4 + LEGENDE, "b": 4},
    )  # fmt: skip
    table = {
        entete: noms,
        "Projets": lignes["projets"].tolist(),
        f"Part, {ici}": parts_,
        f"Part, {reference}": autres,
        "Indice": indices,
    }
    return Graphique(
        titre=titre,
        figure=go.Figure(traces, mise),
        table=pd.DataFrame(table),
        alternative=dire_les_parts(titre, lignes, ici, reference),
        cles=tuple(cles),
        vide=not lignes["projets"].sum(),
    )


def _colonnes(
    colonnes: Sequence[Sequence[str]], hauteurs: Sequence[float], couleurs: Sequence[str | None]
) -> dict[str, Any]:
    """Columns of texts on the right of the bars, the last one at the edge."""
    places = COLONNES[-len(colonnes) :]
    return {
        "type": "scatter",
        "mode": "text",
        "xaxis": "x2",
        "x": [place for place in places for _ in hauteurs],
        "y": [*hauteurs] * len(colonnes),
        "text": [texte for colonne in colonnes for texte in colonne],
        "textfont": {"color": [c or COULEURS["texte"] for c in couleurs[: len(colonnes)] for _ in hauteurs]},
        "textposition": "middle left",
        "cliponaxis": False,
        "hoverinfo": "none",
        "showlegend": False,
    }


def _noms_dessus(noms: Sequence[str], hauteurs: Sequence[float]) -> dict[str, Any]:
    """The names over their bars, from the left edge."""
    return {
        "type": "scatter",
        "mode": "text",
        "xaxis": "x2",
        "x": [0] * len(noms),
        "y": list(hauteurs),
        "text": [court(nom, LETTRES_DESSUS) for nom in noms],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "none",
        "showlegend": False,
    }


def _indice(indice: float, *, peu: bool) -> str:
    if peu:
        return PEU_DIT
    return "" if pd.isna(indice) else f"×{nombre(indice, DECIMALES_INDICE)}"


def _bornes(rangees: int) -> dict[str, Any]:
    """Rows as high as those of bars alone: a point would widen the axis."""
    return {"autorange": False, "range": [rangees - 0.5, -0.5]}

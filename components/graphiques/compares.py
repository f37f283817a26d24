"""The charts that compare places: a ranking, money by actor, a few objects.

As in `components.graphiques.comptes`: one pure function per kind, light, of a fixed height, names of files
shown as they are. What differs is told by a mark, a hatching or a word, never by a colour alone: they read in
grey.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import plotly.graph_objects as go

from components.graphiques.forme import axe_des_noms, axe_muet, court, mise_en_page, pour_plotly
from components.graphiques.graphique import Graphique
from components.graphiques.phrases import dire_le_rang
from francais import ESPACE_FINE, nombre
from theme import COULEURS, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["classement", "cote_a_cote", "segments"]

LIGNE: Final = 30
"""Height in pixels of a row: as in `components.graphiques.comptes`."""

MARGE: Final = 34
"""Height in pixels of what stands around the rows."""

BORDS: Final = {"l": 190, "r": 8, "t": 4, "b": 4}
"""Margins in pixels: the names stand on the left."""

HACHURES: Final = ("", "/", ".", "x", "-")
"""What tells up to five objects apart on grey paper."""

TEINTES: Final = tuple(reversed(SEQUENCE))
"""Fills of the segments of a bar, the first one the darkest; lines and words part them as well."""

SOMBRES: Final = 2
"""So many of these fills take a white text."""

_TEXTE: Final = {"textfont": {"color": COULEURS["texte"]}}
_PRESSEE: Final = {"selected": _TEXTE, "unselected": {**_TEXTE, "marker": {"opacity": 1}}}
"""How a pressed mark looks: as before."""


def classement(  # noqa: PLR0913  the words of a chart, and two ways to mark its rows
    titre: str,
    lignes: pd.DataFrame,
    *,
    entete: str,
    unite: str,
    decimales: int,
    choisies: Collection[str] = (),
    deduites: Collection[str] = (),
) -> Graphique:
    """Bars in the order given, each with its figure; a deduced one is hatched, says so, and has no rank.

    Args:
        titre: Title of the chart.
        lignes: cle, nom, valeur (NaN: « non renseigné » is written, without a bar); ecrit, how each figure is
            read, when its digits are not the same everywhere, and etiquette, the same beside a bar, in less
            room, on two lines if it has two.
        entete: Header of the names in the table.
        unite: Unit of the values.
        decimales: Digits after the comma.
        choisies: Keys to set off, in ink; all the same when there is none.
        deduites: Keys of the rows that are deduced and not published.
    """
    cles = lignes["cle"].tolist()
    couleurs = [COULEURS["encre"] if cle in choisies else COULEURS["encre_claire"] for cle in cles]
    notes = [" (déduit)" if cle in deduites else "" for cle in cles]
    ecrits = [f"{nombre(v, decimales)}{note}" for v, note in zip(lignes["valeur"], notes, strict=True)]
    ecrits = lignes["ecrit"].tolist() if "ecrit" in lignes else ecrits
    pales = [0.5 if choisies and cle not in choisies else 1 for cle in cles]
    marque = {
        "color": couleurs,
        "opacity": pales,
        "pattern": {
            "shape": ["/" if note else "" for note in notes],
            "fgcolor": couleurs,
            "bgcolor": COULEURS["fond"],
        },
    }
    trace = _rangees(titre, lignes, cles, ecrits, marque, entete=entete, unite=unite)
    if "etiquette" in lignes:
        etiquettes = [pour_plotly(texte).replace("\n", "<br>") for texte in lignes["etiquette"]]
        trace.figure.data[0].update(text=etiquettes, constraintext="none")
    if not deduites:
        return trace
    return replace(trace, alternative=_rang_sans(titre, lignes, ecrits, deduites, unite))


def _rang_sans(
    titre: str, lignes: pd.DataFrame, ecrits: Sequence[str], deduites: Collection[str], unite: str
) -> str:
    """The main fact of a ranking, the deduced rows told after it."""
    valeurs = lignes["valeur"].where(~lignes["cle"].isin(deduites)).tolist()
    phrase = dire_le_rang(titre, lignes["nom"].tolist(), valeurs, ecrits, unite)
    lues = zip(lignes["cle"], lignes["nom"], ecrits, lignes["valeur"].notna(), strict=True)
    hors = [f"{nom}, {ecrit}" for cle, nom, ecrit, connue in lues if connue and cle in deduites]
    return f"{phrase} Hors classement : {' ; '.join(hors)}." if hors else phrase


def cote_a_cote(titre: str, lignes: pd.DataFrame, *, entete: str, unite: str, decimales: int) -> Graphique:
    """Up to five objects on one indicator, each with its name, its figure and its own hatching.

    Args:
        titre: Title of the chart, the indicator.
        lignes: nom, valeur (NaN: « non renseigné » is written, without a bar; may be negative).
        entete: Header of the names in the table.
        unite: Unit of the values.
        decimales: Digits after the comma.
    """
    ecrits = [nombre(valeur, decimales) for valeur in lignes["valeur"]]
    rangs = range(len(lignes))
    marque = {
        "color": [TEINTES[rang % 2 * 2] for rang in rangs],
        "line": {"color": COULEURS["encre"], "width": 1},
        "pattern": {
            "shape": [HACHURES[rang % len(HACHURES)] for rang in rangs],
            "fgcolor": COULEURS["encre"],
            "bgcolor": COULEURS["fond"],
            "size": 7,
        },
    }
    return _rangees(titre, lignes, lignes["nom"].tolist(), ecrits, marque, entete=entete, unite=unite)


def segments(titre: str, lignes: pd.DataFrame, *, entete: str, unite: str) -> Graphique:
    """One bar for each group, cut into named parts, the total at its end; a name without room is not drawn.

    Args:
        titre: Title of the chart.
        lignes: groupe, nom, valeur; the rows of a group in the order in which they are stacked.
        entete: Header of the names in the table.
        unite: Unit of the values.
    """
    groupes = list(dict.fromkeys(lignes["groupe"]))
    totaux = [float(lignes.loc[lignes["groupe"] == groupe, "valeur"].sum()) for groupe in groupes]
    rangs = lignes.groupby("groupe", sort=False).cumcount()
    traces = [_tranche(lignes[rangs == rang], int(rang), groupes, unite) for rang in sorted(rangs.unique())]
    ecrits = [nombre(total) for total in totaux]
    bouts = [
        {"x": total, "y": i, "text": f"<b>{ecrit}</b>", "showarrow": False, "xanchor": "left", "xshift": 4}
        for i, (total, ecrit) in enumerate(zip(totaux, ecrits, strict=True))
    ]
    mise = mise_en_page(
        MARGE + LIGNE * len(groupes),
        barmode="stack",
        xaxis=axe_muet(range=[0, max([*totaux, 1e-9]) * 1.2]),
        yaxis=axe_des_noms(groupes),
        annotations=bouts,
        uniformtext={"minsize": 12, "mode": "hide"},
        margin=BORDS,
    )
    noms = [f"{groupe} – {nom}" for groupe, nom in zip(lignes["groupe"], lignes["nom"], strict=True)]
    table = {entete: noms, f"Valeur ({unite})": [nombre(valeur) for valeur in lignes["valeur"]]}
    return Graphique(
        titre=titre,
        figure=go.Figure(traces, mise),
        table=pd.DataFrame(table),
        alternative=dire_le_rang(titre, groupes, totaux, ecrits, unite),
        cles=tuple(groupes),
        vide=not sum(totaux),
    )


def _tranche(tranche: pd.DataFrame, rang: int, groupes: Sequence[str], unite: str) -> dict[str, Any]:
    """The segments of one rank, one a group."""
    noms, valeurs = tranche["nom"].tolist(), tranche["valeur"].fillna(0).tolist()
    return {
        "type": "bar",
        "orientation": "h",
        "x": valeurs,
        "y": [groupes.index(groupe) for groupe in tranche["groupe"]],
        "text": [f"{court(nom)} {nombre(v)}" if v else "" for nom, v in zip(noms, valeurs, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#fff" if rang % len(TEINTES) < SOMBRES else COULEURS["texte"]},
        "hovertext": [
            f"{pour_plotly(nom)} : {nombre(v)}{ESPACE_FINE}{pour_plotly(unite)}"
            for nom, v in zip(noms, valeurs, strict=True)
        ],
        "hoverinfo": "text",
        "marker": {
            "color": TEINTES[rang % len(TEINTES)],
            "line": {"color": COULEURS["fond"], "width": 1.5},
        },
    }


def _rangees(  # noqa: PLR0913  what two charts share
    titre: str,
    lignes: pd.DataFrame,
    cles: Sequence[str],
    ecrits: Sequence[str],
    marque: dict[str, Any],
    *,
    entete: str,
    unite: str,
) -> Graphique:
    """One bar a row, its figure at its end."""
    noms = lignes["nom"].tolist()
    valeurs = lignes["valeur"].astype(float).fillna(0).tolist()
    bas, haut = min([*valeurs, 0]), max([*valeurs, 0])
    air = max(haut - bas, 1e-9) * 0.24
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": valeurs,
        "y": list(range(len(noms))),
        "text": list(ecrits),
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "none",
        "marker": marque,
        **_PRESSEE,
        "unselected": _TEXTE,
    }
    mise = mise_en_page(
        MARGE + LIGNE * len(noms),
        xaxis=axe_muet(range=[bas - air if bas < 0 else 0, haut + air]),
        yaxis=axe_des_noms(noms),
        margin=BORDS,
    )
    return Graphique(
        titre=titre,
        figure=go.Figure([trace], mise),
        table=pd.DataFrame({entete: noms, f"{titre} ({unite})" if unite else titre: list(ecrits)}),
        alternative=dire_le_rang(titre, noms, lignes["valeur"].tolist(), ecrits, unite),
        cles=tuple(cles),
        vide=bool(lignes["valeur"].isna().all()),
    )

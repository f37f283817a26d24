"""The two charts of « France » that no other page has: ranked values of any unit, and money by actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import plotly.graph_objects as go

from components.charts_forme import axe_des_noms, axe_muet, mise_en_page, sur
from components.graphique import Graphique
from theme import COULEURS, NON_RENSEIGNE, SEQUENCE, nombre

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["classement", "segments"]

LIGNE: Final = 30
"""Height in pixels of a row: as in `components.charts`."""

MARGE: Final = 34
"""Height in pixels of what stands around the rows."""

RETRAIT: Final = 190
"""Width in pixels of the names."""

TEINTES: Final = tuple(reversed(SEQUENCE))
"""Fills of the segments of a bar, the largest the darkest; lines and texts part them as well."""

CLAIRS: Final = 2
"""So many of these fills take a white text."""

LISIBLE: Final = 0.06
"""Share of the width from which a segment has room for its figure."""


def classement(
    titre: str,
    lignes: pd.DataFrame,
    *,
    unite: str,
    decimales: int,
    deduites: Collection[str] = (),
) -> Graphique:
    """Bars in the order given, each with its figure; a deduced one is hatched and says so.

    Args:
        titre: Title of the chart.
        lignes: cle, nom, valeur (NaN: « non renseigné », without a bar).
        unite: Unit of the values.
        decimales: Decimals that are shown.
        deduites: Keys of the rows that are deduced and not published.
    """
    noms, cles = lignes["nom"].tolist(), lignes["cle"].tolist()
    valeurs = lignes["valeur"].fillna(0).tolist()
    ecrits = [nombre(valeur, decimales) for valeur in lignes["valeur"]]
    notes = [" déduit" if cle in deduites else "" for cle in cles]
    figure = go.Figure(
        go.Bar(
            orientation="h",
            x=valeurs,
            y=list(range(len(noms))),
            text=[f"{ecrit}<i>{note}</i>" for ecrit, note in zip(ecrits, notes, strict=True)],
            textposition="outside",
            cliponaxis=False,
            hoverinfo="none",
            marker={
                "color": COULEURS["encre_claire"],
                "pattern": {
                    "shape": ["/" if note else "" for note in notes],
                    "fgcolor": COULEURS["encre_claire"],
                    "bgcolor": COULEURS["fond"],
                },
            },
        )
    )
    figure.update_layout(
        **mise_en_page(
            MARGE + LIGNE * len(noms),
            xaxis=axe_muet(range=[0, max([*valeurs, 1e-9]) * 1.22]),
            yaxis=axe_des_noms(noms),
            margin={"l": RETRAIT, "r": 8, "t": 4, "b": 4},
        )
    )
    return Graphique(
        titre=titre,
        figure=figure,
        table=pd.DataFrame({"Nom": noms, f"{titre} ({unite})": ecrits}),
        alternative=_dire(titre, noms, ecrits, unite),
        cles=tuple(cles),
        vide=bool(lignes["valeur"].isna().all()),
    )


def segments(titre: str, lignes: pd.DataFrame, *, unite: str) -> Graphique:
    """One bar for each group, cut into its lines, the total at the end.

    Args:
        titre: Title of the chart.
        lignes: groupe, nom, valeur; the rows of a group follow one another, the largest first.
        unite: Unit of the values.
    """
    groupes = list(dict.fromkeys(lignes["groupe"]))
    totaux = lignes.groupby("groupe")["valeur"].sum()
    plafond = float(totaux.max()) * 1.2
    rangs = lignes.groupby("groupe").cumcount()
    figure = go.Figure()
    for rang in range(int(rangs.max()) + 1):
        tranche = lignes[rangs == rang]
        ecrits = [nombre(valeur) for valeur in tranche["valeur"]]
        figure.add_bar(
            orientation="h",
            x=tranche["valeur"].tolist(),
            y=[groupes.index(groupe) for groupe in tranche["groupe"]],
            text=[
                ecrit if valeur > LISIBLE * plafond else ""
                for ecrit, valeur in zip(ecrits, tranche["valeur"], strict=True)
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": "#fff" if rang < CLAIRS else COULEURS["texte"]},
            hovertext=[
                f"{sur(nom)} : {ecrit} {unite}" for nom, ecrit in zip(tranche["nom"], ecrits, strict=True)
            ],
            hoverinfo="text",
            marker={"color": TEINTES[rang % len(TEINTES)], "line": {"color": COULEURS["fond"], "width": 1.5}},
        )
    figure.update_layout(
        **mise_en_page(
            MARGE + LIGNE * len(groupes),
            barmode="stack",
            xaxis=axe_muet(range=[0, plafond]),
            yaxis=axe_des_noms(groupes),
            annotations=[
                {"x": totaux[groupe], "y": i, "text": f"<b>{nombre(totaux[groupe])}</b>", "showarrow": False,
                 "xanchor": "left", "xshift": 4}
                for i, groupe in enumerate(groupes)
            ],
            margin={"l": RETRAIT, "r": 8, "t": 4, "b": 4},
        )
    )  # fmt: skip
    chiffres = [nombre(totaux[groupe]) for groupe in groupes]
    return Graphique(
        titre=titre,
        figure=figure,
        table=pd.DataFrame({"Groupe": groupes, unite: chiffres}),
        alternative=_dire(titre, groupes, chiffres, unite),
        cles=tuple(groupes),
        vide=lignes.empty,
    )


def _dire(titre: str, noms: list[str], ecrits: list[str], unite: str) -> str:
    """The first, the second and the last, in a sentence."""
    connus = [paire for paire in zip(noms, ecrits, strict=True) if paire[1] != NON_RENSEIGNE]
    if not connus:
        return f"{titre} : rien n’est renseigné."
    debut = f"{titre} : {connus[0][0]} vient en tête ({connus[0][1]} {unite})"
    if len(connus) == 1:
        return f"{debut}."
    return f"{debut}, devant {connus[1][0]} ({connus[1][1]}) ; en dernier, {connus[-1][0]} ({connus[-1][1]})."

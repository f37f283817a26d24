"""Who pays for the programme: a chart by actor, every line in a table, and the total that does not close."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.graphiques import graphique, segments
from components.html import balise, poser
from francais import nombre, typographie
from geo.etape import dotation, financements
from memoire import garde

if TYPE_CHECKING:
    from components.graphiques import Graphique
    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["montrer", "par_financeur", "tableau"]

NOMS: Final = "Chaque barre est coupée par dispositif ; le tableau les nomme."


def montrer(atlas: Atlas) -> None:
    """Title, total and gap, then the chart with every line in its table."""
    with st.container(key="france-qui"):
        poser(titre_du_financement(atlas))
        graphique.montrer(_graphique(atlas), cle="france-financement", aide=NOMS)


@garde(taille=1)
def _graphique(atlas: Atlas) -> Graphique:
    return par_financeur(financements(atlas))


def par_financeur(table: pd.DataFrame) -> Graphique:
    """One bar for each actor, cut by line of funding.

    Args:
        table: Rows of `geo.etape.financement.financements`.
    """
    lignes = table.assign(
        groupe=table["financeur"].map(typographie),
        nom=table["dispositif"].map(typographie),
        valeur=table["montant_meur"],
    )
    trace = segments(
        "Financements publiés (M€)",
        lignes[["groupe", "nom", "valeur"]],
        entete="Qui finance",
        unite="M€",
    )
    return replace(trace, table=tableau(lignes))


def tableau(lignes: pd.DataFrame) -> pd.DataFrame:
    """Every line of funding, the sum of each actor that has several before them, the total last.

    Args:
        lignes: groupe, nom, valeur, part.
    """
    rangees: list[tuple[str, float, float]] = []
    for groupe, parties in lignes.groupby("groupe", sort=False):
        if len(parties) > 1:
            rangees.append((f"{groupe}, ensemble", parties["valeur"].sum(), parties["part"].sum()))
        rangees += [
            (f"{groupe} · {nom}", valeur, part)
            for nom, valeur, part in parties[["nom", "valeur", "part"]].itertuples(index=False)
        ]
    rangees.append(("Total, somme des lignes", lignes["valeur"].sum(), lignes["part"].sum()))
    return pd.DataFrame(
        [(nom, nombre(montant), nombre(100 * part, 1, "%")) for nom, montant, part in rangees],
        columns=["Financeur et dispositif", "M€", "Part"],
    )


def ecart_de_dotation(atlas: Atlas) -> str:
    """The endowment of the fund beside its two lines, and what is not explained."""
    trouvee = dotation(atlas)
    lignes = " + ".join(
        f"{nombre(montant, 0, 'M€')} ({typographie(financeur)})" for financeur, montant in trouvee.lignes
    )
    publiee, somme, ecart = (nombre(m, 0, "M€") for m in (trouvee.publiee, trouvee.somme, trouvee.ecart))
    return (
        f"Le fonds d’accélération y est doté de {publiee}, mais ses deux lignes donnent {lignes} = {somme}"
        f"\u00a0: l’écart de {ecart} n’est pas expliqué."
    )


def titre_du_financement(atlas: Atlas) -> Html:
    """The heading of the part, its total, and the gap."""
    total = nombre(float(financements(atlas)["montant_meur"].sum()), 0, "M€")
    return balise("h2", "Qui finance") + balise(
        "p",
        balise("b", total),
        " ",
        balise("em", "somme"),
        " des lignes publiées en 2021. ",
        ecart_de_dotation(atlas),
    )

"""The régions ranked by one figure of the document, and the table of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.cadre import en_francais
from components.graphiques import classement, graphique
from components.html import balise, poser
from francais import liste, typographie
from geo.etape import FORMULES, FRANCE, assiette_regions, calculer, encadres
from memoire import garde
from pages.france import etat

if TYPE_CHECKING:
    from components.graphiques import Graphique
    from components.html import Html
    from geo.atlas import Atlas
    from geo.etape import Encadre, Formule

__all__ = ["montrer", "par_region", "tableau"]

OUVRIR: Final = "france-region"
"""The région that a press on the chart asks for, until its page is open."""


@st.fragment
def montrer(atlas: Atlas) -> None:
    """The ranked régions: another figure runs this part of the page alone."""
    with en_francais("France"):
        _ouvrir_la_region()
        _montrer(atlas, FORMULES[etat.voulue().tri])
        etat.ecrire()


def _montrer(atlas: Atlas, formule: Formule) -> None:
    with st.container(key="france-regions", horizontal=True, vertical_alignment="bottom"):
        poser(
            balise("h2", "Le fonds d’accélération, région par région")
            + _explication(assiette_regions(atlas), formule)
        )
        etat.choix_du_chiffre()
    with st.container(key="france-classe"):
        graphique.montrer(_graphique(atlas, formule.cle), cle="france-classement", au_choix=_presser)


@garde(taille=len(FORMULES))
def _graphique(atlas: Atlas, cle: str) -> Graphique:
    return par_region(assiette_regions(atlas), FORMULES[cle])


def _presser(code: str, _: str) -> None:
    st.session_state[OUVRIR] = code


def _ouvrir_la_region() -> None:
    """Go to the page of the région that was pressed on the chart."""
    code = st.session_state.pop(OUVRIR, None)
    if code:
        st.switch_page("pages/region/page.py", query_params={"code": code})


def par_region(assiette: pd.DataFrame, formule: Formule) -> Graphique:
    """The régions ranked by one figure; its table has them in the same order, with all the others.

    Args:
        assiette: Rows of `geo.etape.formules.assiette_regions`.
        formule: The figure that ranks them.
    """
    valeurs = calculer(assiette, formule)
    regions = valeurs[valeurs["code"] != FRANCE].rename(columns={"code": "cle"})
    regions["nom"] = regions["nom"].map(typographie)
    lus = regions["cle"].map(encadres(assiette, formule))
    regions["ecrit"] = [lu.en_entier(formule.decimales) for lu in lus]
    regions["etiquette"] = [_etiquette(lu, formule.decimales) for lu in lus]
    trace = classement(
        f"{formule.libelle} par région ({formule.unite})",
        regions[["cle", "nom", "valeur", "ecrit", "etiquette"]],
        entete="Région",
        unite=formule.unite,
        decimales=formule.decimales,
        deduites=regions.loc[regions["statut"] == "déduit", "cle"].tolist(),
    )
    return replace(trace, table=tableau(assiette, valeurs["code"].tolist()))


def _etiquette(lu: Encadre, decimales: int) -> str:
    """A figure beside its bar, on a phone too: the bounds alone of one that is deduced, then that it is."""
    if not lu.deduit:
        return lu.lue(decimales)
    fin = "\n(déduit)" if lu.entre(decimales) else " (déduit)"
    return lu.courte(decimales) + fin


def _explication(assiette: pd.DataFrame, formule: Formule) -> Html:
    """The figure of France, and what a press on « i » tells of the formula."""
    france = encadres(assiette, formule)[FRANCE]
    annees = liste([str(annee) for annee in formule.annees])
    de_la_france = "somme des lignes" if formule.publie else "rapport des sommes, non moyenne des régions"
    texte = (
        f"Fonds d’accélération, 24 septembre 2021. {formule.formule} Années\u00a0: {annees}. "
        f"Géographie\u00a0: {formule.geographie}. {_deduites(assiette)}"
        "Un chiffre déduit d’un total arrondi est donné entre ses bornes, hors classement. "
        f"France\u00a0: {de_la_france}. Cliquez sur une barre pour ouvrir la région."
    )
    return balise(
        "details",
        balise(
            "summary",
            balise("span", "France\u00a0: ", balise("b", france.lue(formule.decimales, formule.unite))),
            balise("em", "somme" if formule.publie else "calculé"),
            balise("i", "i"),
        ),
        balise("p", texte),
        classe="atlas-note-france",
        name="i-france",
    )


def _deduites(assiette: pd.DataFrame) -> str:
    """Which régions are deduced, as the table says it."""
    lignes = assiette[assiette["statut"] == "déduit"]
    paires = zip(lignes["nom"], lignes["precision"], strict=True)
    return "".join(f"{nom}\u00a0: {typographie(precision)}. " for nom, precision in paires)


def tableau(assiette: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Every figure of every région, in the order of `codes`.

    Args:
        assiette: Rows of `geo.etape.formules.assiette_regions`.
        codes: Codes of the régions, that of France among them.
    """
    statuts = assiette.set_index("code")["statut"]
    noms = calculer(assiette, next(iter(FORMULES.values()))).set_index("code")["nom"]
    deduits = [code for code in codes if statuts.get(code) == "déduit"]
    noms[deduits] += " (déduit, non publié)"
    colonnes = {_tete(f): _cellules(assiette, f, codes) for f in FORMULES.values()}
    return pd.DataFrame({"Région": noms[codes].map(typographie).tolist(), **colonnes})


def _cellules(assiette: pd.DataFrame, formule: Formule, codes: list[str]) -> list[str]:
    """A column: each figure with its bounds when it has any to tell."""
    lus = encadres(assiette, formule)
    return [
        f"{lus[code].dite(formule.decimales)} ({lus[code].courte(formule.decimales)})"
        if lus[code].entre(formule.decimales)
        else lus[code].lue(formule.decimales)
        for code in codes
    ]


def _tete(formule: Formule) -> str:
    """The name of a column, which says its unit and whether the atlas computes it."""
    unite = f" ({formule.unite})" if formule.unite in {"M€", "€"} else ""
    return f"{formule.libelle}{unite}{'' if formule.publie else ' · calculé'}"

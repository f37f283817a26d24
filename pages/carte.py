"""« Où est mon territoire, et que s'y passe-t-il ? »: the national map and what a click tells."""

from __future__ import annotations

import streamlit as st

from components import donnees, entree, panneau, tableau
from components.adresse import AdresseCarte
from components.map import EtatCarte, afficher
from components.texte import markdown
from geo.millesimes import MILLESIMES

CLE = "carte"


def _choisir() -> None:
    """The reader clicked: remember the TI before the page runs again, so that one run shows it."""
    st.session_state["ti"] = st.session_state[CLE].get("territoire")


def _choisir_dans_le_tableau(id_ti: str) -> None:
    st.session_state["ti"] = id_ti


def _suivre(adresse: AdresseCarte) -> None:
    """Take the address into the widgets when it is not the one that this page wrote (link, back button)."""
    if st.session_state.get("adresse") != adresse or "millesime" not in st.session_state:
        st.session_state.update(millesime=adresse.millesime, ti=adresse.ti, projets=adresse.projets)


def _commandes() -> AdresseCarte:
    gauche, droite = st.columns([3, 2], vertical_alignment="bottom")
    with gauche:
        st.segmented_control(
            "Millésime",
            list(MILLESIMES),
            key="millesime",
            required=True,
            wrap=True,
            format_func=lambda annee: MILLESIMES[annee].libelle,
        )
    with droite:
        st.toggle("Projets France Relance", key="projets")
    return AdresseCarte(
        millesime=st.session_state["millesime"],
        ti=st.session_state["ti"],
        projets=st.session_state["projets"],
    )


entree.par_app()
atlas = donnees.atlas()
adresse, avis = AdresseCarte.lire(st.query_params.to_dict(), atlas)
_suivre(adresse)
st.html("<h1 class='atlas-lecteurs'>Carte des Territoires d’industrie</h1>")
for texte in avis:
    st.info(markdown(texte), icon=":material/info:")
colonne_carte, colonne_panneau = st.columns([7, 3], gap="medium")
with colonne_carte:
    voulue = _commandes()
    if voulue.ti and atlas.fiche(voulue.ti, voulue.millesime) is None:
        voulue = AdresseCarte(millesime=voulue.millesime, projets=voulue.projets)
        st.session_state["ti"] = None
    afficher(
        EtatCarte(millesime=voulue.millesime, choisi=voulue.ti, projets=voulue.projets),
        cle=CLE,
        titre="Carte des Territoires d’industrie et des projets France Relance",
        au_clic=_choisir,
    )
with colonne_panneau:
    fiche = atlas.fiche(voulue.ti, voulue.millesime) if voulue.ti else None
    if fiche:
        panneau.territoire(fiche)
    else:
        panneau.france(atlas, voulue.millesime)
tableau.choix(atlas, voulue.millesime, au_choix=_choisir_dans_le_tableau)
st.session_state["adresse"] = voulue
if voulue.ecrire() != st.query_params.to_dict():
    st.query_params.from_dict(voulue.ecrire())

"""« Lesquels, où, combien, et je les emporte »: the projects, narrowed down, counted, read and taken away."""

from __future__ import annotations

import streamlit as st

from components import selections as gardees
from components.emporter import emporter
from components.partage import donnees
from pages.projets import (
    aucun,
    cochees,
    fenetre,
    graphiques,
    liste,
    reprise,
    selections,
    tete_de_page,
    vues,
)


@st.fragment
def _corps() -> None:
    """Everything that a filter changes: the rest of the page is not run nor sent again."""
    atlas = donnees.atlas()
    vue = liste.voir(atlas)
    prets, adresse, selection = vue.prets, vue.adresse, vue.selection
    tete_de_page.montrer(prets, adresse, selection, vue.avis)
    filtres, tete, corps = (st.container(key=f"projets-{partie}") for partie in ("haut", "tete", "corps"))
    dessous = st.container()
    gauche, droite = corps.columns([11, 9], gap="medium")
    with gauche:  # first: the map draws while the rest is reckoned
        vues.carte(prets, adresse, selection)
    with filtres:
        vues.filtrer(prets, adresse, selection)
        vues.lesquels(liste.actuelle(atlas), adresse)
    chiffres, actions = tete.columns([5, 1], gap="medium", vertical_alignment="center")
    rien = not selection.masque.any()
    with chiffres:
        if rien:
            aucun.montrer(prets, adresse, vues.refiltrer)
        else:
            vues.figures(prets, adresse, selection)
    with actions:
        fenetre.bouton(atlas)
        selections.bouton()
    with dessous:
        vues.table(prets, adresse, selection)
        cochees.suivre(prets, adresse.filtre)
    with droite:
        graphiques.laisser_peindre_la_carte()
        if rien:
            aucun.sans_graphique()
        else:
            graphiques.montrer(prets, selection.masque, vues.choisir)
    if not rien:
        graphiques.montrer_les_autres(prets, selection.masque, vues.choisir)
    vues.ouvert(prets, adresse)
    reprise.offrir(prets, adresse)


emporter.montrer("Projets")
_corps()
gardees.veiller()
liste.retrouver(donnees.atlas())

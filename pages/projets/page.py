"""« Lesquels, où, combien, et je les emporte »: the projects, narrowed down, counted, read and taken away."""

from __future__ import annotations

import streamlit as st

from components.adresses import barre
from components.adresses.projets import AdresseProjets
from components.cadre.avis import dire
from components.html.ecran import poser
from components.html.texte import balise
from components.partage import donnees
from geo.filtre.selection import selectionner
from pages.projets import emporter, graphiques, liste, vues


@st.fragment
def _corps() -> None:
    """Everything that a filter changes: the rest of the page is not run nor sent again."""
    atlas = donnees.atlas()
    fonds = liste.fonds(atlas)
    adresse, avis = AdresseProjets.lire(barre.parametres(), fonds.vocabulaires)
    selection = selectionner(fonds.preparee, adresse.filtre)
    filtres, tete, corps = (st.container(key=f"projets-{partie}") for partie in ("haut", "tete", "corps"))
    dessous = st.container()
    gauche, droite = corps.columns([11, 9], gap="medium")
    with gauche:  # first: the map draws while the rest is reckoned
        vues.carte(fonds, adresse, selection)
    with filtres:
        dire(avis)
        vues.filtrer(fonds, adresse, selection)
    chiffres, actions = tete.columns([5, 1], gap="medium", vertical_alignment="center")
    with chiffres:
        vues.figures(fonds, adresse, selection)
    with actions:
        emporter.bouton(fonds, adresse, selection)
        liste.bouton(atlas)
    with dessous:
        vues.table(fonds, adresse, selection)
    with droite:
        graphiques.laisser_peindre_la_carte()
        graphiques.montrer(fonds, selection.masque, vues.choisir)
    graphiques.montrer_les_autres(fonds, selection.masque, vues.choisir)
    vues.ouvert(fonds, adresse)


poser(balise("h1", "Projets industriels", classe="atlas-lecteurs"))
_corps()

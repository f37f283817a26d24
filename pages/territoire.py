"""« Que dois-je savoir avant la réunion de demain ? »: the sheet of one territory."""

from __future__ import annotations

import streamlit as st

from components import donnees, entree, fiche, fiche_absente, fiche_etat, fiche_projets
from components.adresse import AdresseCarte
from components.adresse_territoire import AdresseTerritoire
from components.texte import markdown

entree.par_app()
atlas = donnees.atlas()
adresse, avis = AdresseTerritoire.lire(st.query_params.to_dict(), atlas)
voulue = fiche_etat.suivre(adresse)
for texte in [*avis, *fiche_etat.avis()]:
    st.info(markdown(texte), icon=":material/info:")
territoire = atlas.fiche(voulue.ti, voulue.millesime) if voulue.ti else None
if territoire is None:
    fiche_absente.montrer(atlas, voulue)
    fiche_etat.ecrire(voulue)
    st.stop()

tete, commandes = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
with tete:
    fiche.entete(territoire)
with commandes:
    fiche_etat.millesime()
    st.page_link(
        "pages/carte.py",
        label="Voir sur la carte",
        icon=":material/map:",
        query_params=AdresseCarte(ti=voulue.ti, millesime=voulue.millesime).ecrire(),
    )
with st.container(key="fiche-corps"):
    with st.container(key="fiche-chiffres"):
        fiche.chiffres(atlas, voulue, territoire)
    with st.container(key="fiche-carte-et-projets"):
        gauche, droite = st.columns([11, 9], gap="medium")
        with gauche:
            fiche.carte(voulue, territoire)
        with droite:
            fiche.projets(territoire)
if len(territoire.projets):
    fiche_projets.lister(territoire.projets)
fiche.composition(atlas, voulue)
fiche.voisinage(atlas, voulue)
fiche.sources(voulue.millesime)

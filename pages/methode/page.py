"""« D'où viennent ces chiffres, et que valent-ils ? »: sources, report of the build, dictionary."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.emporter import emporter
from components.entete import entete
from components.html import poser
from components.leaflet import bibliotheques_locales
from components.sommaire import Partie, sommaire
from data import chargement
from geo.contrats import TABLES, dictionnaire
from geo.sens import LEXIQUE
from pages.methode import rapport, statistique
from pages.methode.mots import mots

PARTIES = (
    Partie(nom="Les mots", cle="methode-mots"),
    Partie(nom="Les calculs", cle="methode-calculs"),
    Partie(nom="Les faits", cle="methode-faits"),
    Partie(nom="Les sources", cle="methode-sources"),
    Partie(nom="Les projets", cle="methode-projets"),
    Partie(nom="Les stades", cle="methode-stades"),
    Partie(nom="Les périmètres", cle="methode-perimetres"),
    Partie(nom="Dictionnaire", cle="methode-dictionnaire"),
)
"""The page, from its top, as its table of contents names it."""

emporter.montrer("Méthode")
entete(
    "Méthode",
    phrase="Chaque chiffre de l’atlas vient d’une source publique, citée ici avec sa date et sa licence.",
)
st.markdown(
    "Ce qui a été réparé, ramené à une autre géographie ou laissé de côté est listé, ligne par ligne. "
    "Rien ne vient d’un autre serveur pendant la lecture, sauf les images du fond IGN (data.geopf.fr, "
    "Licence Ouverte 2.0) quand un lecteur choisit cette couche.",
)
if not bibliotheques_locales():
    st.warning(
        "La bibliothèque de cartes n’a pas pu être installée ici : la carte demande ses scripts à des "
        "serveurs extérieurs. Sans réseau, elle ne se dessinera pas.",
        icon=":material/cloud_off:",
    )
sommaire(PARTIES)
with st.container(key="methode-mots"):
    st.header("Les mots de l’atlas")
    poser(mots(LEXIQUE))
with st.container(key="methode-calculs"):
    statistique.regles()
contenu = chargement.rapport()
with st.container(key="methode-faits"):
    st.header("Les faits à retrouver")
    rapport.faits(contenu)
with st.container(key="methode-sources"):
    st.header("Les sources")
    rapport.sources(contenu)
with st.container(key="methode-projets"):
    st.header("Les projets : ce qui a été réparé")
    rapport.projets(contenu)
with st.container(key="methode-stades"):
    st.header("Les stades : comment ils sont lus")
    rapport.stades()
with st.container(key="methode-perimetres"):
    st.header("Les périmètres : ce qui a été ramené à 2021")
    rapport.passages(contenu)
with st.container(key="methode-dictionnaire"):
    st.header("Dictionnaire")
    st.markdown("Les colonnes de chaque table de l’atlas, telles que leur contrat les déclare.")
    choix = st.selectbox("Table", list(TABLES), format_func=lambda nom: f"{nom} · {TABLES[nom].titre}")
    champs = pd.DataFrame(dictionnaire())
    st.dataframe(champs[champs["table"] == choix].drop(columns="table"), hide_index=True, width="stretch")
    st.markdown("Ces mêmes données, en fichiers pour d’autres programmes : [Données ouvertes](donnees).")

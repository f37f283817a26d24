"""The Streamlit script: navigation, shell, and the one place where a broken data file becomes a message."""

from __future__ import annotations

import streamlit as st

from components import cadre, images, recherche
from components.garde import en_francais

cadre.ouvrir()
recherche.champ()
page = st.navigation(
    [
        st.Page("pages/carte.py", title="Carte", url_path="carte", default=True),
        st.Page("pages/territoire.py", title="Territoire", url_path="territoire"),
        st.Page("pages/projets.py", title="Projets", url_path="projets"),
        st.Page("pages/region.py", title="Région", url_path="region"),
        st.Page("pages/france.py", title="France", url_path="france"),
        st.Page("pages/comparer.py", title="Comparer", url_path="comparer"),
        st.Page("pages/seance.py", title="Séance", url_path="seance"),
        st.Page("pages/methode.py", title="Méthode", url_path="methode"),
        st.Page(
            "pages/accessibilite.py", title="Accessibilité", url_path="accessibilite", visibility="hidden"
        ),
    ],
    position="top",
)
with en_francais(page.title):
    page.run()
images.ecouter()
cadre.pied()

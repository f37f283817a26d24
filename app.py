"""The Streamlit script: navigation, shell, and the one place where a broken data file becomes a message."""

from __future__ import annotations

import streamlit as st

from components.cadre import coquille
from components.cadre.garde import en_francais
from components.graphiques import images
from components.recherche import champ

coquille.ouvrir()
champ.champ()
page = st.navigation(
    [
        st.Page("pages/carte/page.py", title="Carte", url_path="carte", default=True),
        st.Page("pages/territoire/page.py", title="Territoire", url_path="territoire"),
        st.Page("pages/projets/page.py", title="Projets", url_path="projets"),
        st.Page("pages/region/page.py", title="Région", url_path="region"),
        st.Page("pages/france/page.py", title="France", url_path="france"),
        st.Page("pages/comparer/page.py", title="Comparer", url_path="comparer"),
        st.Page("pages/seance/page.py", title="Séance", url_path="seance"),
        st.Page("pages/methode/page.py", title="Méthode", url_path="methode"),
        st.Page(
            "pages/accessibilite/page.py",
            title="Accessibilité",
            url_path="accessibilite",
            visibility="hidden",
        ),
    ],
    position="top",
)
with en_francais(page.title):
    page.run()
images.ecouter()
coquille.pied()

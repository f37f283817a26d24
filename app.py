"""The Streamlit script: navigation, shell, and the one place where a broken data file becomes a message."""

from __future__ import annotations

import streamlit as st

from components import cadre
from data.load import DonneesIllisibles

cadre.ouvrir()
page = st.navigation(
    [
        st.Page("pages/carte.py", title="Carte", url_path="carte", default=True),
        st.Page("pages/methode.py", title="Méthode", url_path="methode"),
    ],
    position="top",
)
try:
    page.run()
except DonneesIllisibles as erreur:
    cadre.erreur_de_donnees(erreur)
cadre.pied()

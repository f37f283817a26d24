"""The Streamlit script: navigation, shell, and the one place where a broken data file becomes a message."""

from __future__ import annotations

import logging

import streamlit as st

from components import cadre, recherche
from data.layers import CouchesIllisibles
from data.load import DonneesIllisibles

cadre.ouvrir()
recherche.champ()
page = st.navigation(
    [
        st.Page("pages/carte.py", title="Carte", url_path="carte", default=True),
        st.Page("pages/territoire.py", title="Territoire", url_path="territoire"),
        st.Page("pages/projets.py", title="Projets", url_path="projets"),
        st.Page("pages/methode.py", title="Méthode", url_path="methode"),
    ],
    position="top",
)
try:
    page.run()
except (DonneesIllisibles, CouchesIllisibles) as erreur:
    cadre.erreur_de_donnees(erreur)
except Exception:  # whatever happens, a reader gets French and the log gets the trace
    logging.getLogger("atlas").exception("La page « %s » s’est arrêtée.", page.title)
    cadre.erreur_imprevue()
cadre.pied()

"""« Puis-je lire cet atlas ? »: the statement on accessibility, what was tested, and what is not conform."""

from __future__ import annotations

import streamlit as st

from components.emporter import emporter
from components.entete import entete
from pages.accessibilite import contenu

emporter.montrer("Accessibilité")
entete("Accessibilité")
st.markdown(contenu.ETAT)
st.header("Ce qui a été vérifié")
st.markdown(contenu.liste(contenu.VERIFIE))
st.header("Ce qui n’est pas conforme")
st.markdown(contenu.liste(contenu.NON_CONFORME))
st.header("Lire l’atlas autrement")
st.markdown(contenu.liste(contenu.AUTREMENT))

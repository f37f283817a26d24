"""« Puis-je lire cet atlas ? »: the statement on accessibility, what was tested, and what is not conform."""

from __future__ import annotations

import streamlit as st

from pages.accessibilite import contenu

st.title("Accessibilité")
st.markdown(contenu.ETAT)
st.header("Ce qui a été vérifié")
st.markdown(contenu.liste(contenu.VERIFIE))
st.header("Ce qui n’est pas conforme")
st.markdown(contenu.liste(contenu.NON_CONFORME))
st.header("Lire l’atlas autrement")
st.markdown(contenu.liste(contenu.AUTREMENT))

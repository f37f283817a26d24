"""The Streamlit script: shell, search, the page that the address asks for, and French when something breaks.

Streamlit runs this file at each run of a session. `streamlit run app.py` also imports it once, to look for a
server: it finds the one of `server.py`, so that both commands give the same atlas.
"""

from __future__ import annotations

import streamlit as st


def script() -> None:
    """One run of one session."""
    from components.cadre import coquille, en_francais, parcours  # noqa: PLC0415  components are declared within a session
    from components.graphiques import images  # noqa: PLC0415  the same
    from components.recherche import champ  # noqa: PLC0415  the same
    from pages import naviguer  # noqa: PLC0415  the same

    coquille.ouvrir()
    champ.champ()
    page = naviguer()
    parcours.entrer(page.url_path)
    with en_francais(page.title):
        page.run()
    images.ecouter()
    coquille.pied()


if __name__ == "__main__":
    script()
else:
    from server import options

    app = st.App(__file__, **options())

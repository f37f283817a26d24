"""Writing what files and readers provide into a page, harmless until proven otherwise.

Every name passes through `echapper` (HTML) or `markdown`; nothing else may reach `st.html` or `st.markdown`.
"""

from __future__ import annotations

import html
import re

__all__ = ["balise", "echapper", "markdown"]

_SPECIAUX = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")


def echapper(texte: object) -> str:
    """A text that stays text inside HTML, attributes included."""
    return html.escape(str(texte), quote=True)


def markdown(texte: object) -> str:
    """A text that stays text inside Streamlit's Markdown: no emphasis, link, HTML, formula or emoji name."""
    return _SPECIAUX.sub(r"\\\1", " ".join(str(texte).split()))


def balise(nom: str, *contenu: str, classe: str = "", **attributs: str) -> str:
    """An HTML element around HTML already made; attribute values are escaped.

    Args:
        nom: Name of the element.
        contenu: Pieces of HTML (escape texts first).
        classe: Value of `class`.
        attributs: Other attributes; `_` in a name becomes `-`.
    """
    paires = {"class": classe, **attributs} if classe else attributs
    ecrits = "".join(f' {cle.replace("_", "-")}="{echapper(valeur)}"' for cle, valeur in paires.items())
    return f"<{nom}{ecrits}>{''.join(contenu)}</{nom}>"

"""Writing what files and readers provide into a page, harmless until proven otherwise.

Every name passes through `echapper` (HTML) or `markdown`; nothing else may reach `st.html` or `st.markdown`.
"""

from __future__ import annotations

import html
import re

__all__ = ["JOINT", "balise", "echapper", "markdown", "sans_sens"]

_SPECIAUX = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")
_ADRESSE = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
JOINT = "\u2060"
"""Word joiner: it shows nothing, and no address goes on behind it."""

_SENS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of writing: one of them in a name would turn round the words that follow it."""


def sans_sens(texte: object) -> str:
    """A text without the invisible marks that turn the direction of writing."""
    return _SENS.sub("", str(texte))


def echapper(texte: object) -> str:
    """A text that stays text inside HTML, attributes included."""
    return html.escape(sans_sens(texte), quote=True)


def markdown(texte: object) -> str:
    """A text that stays text inside Streamlit's Markdown: no emphasis, link, HTML, formula or emoji name.

    Streamlit makes a link of a bare address even when its signs are escaped: a word joiner, which nobody
    sees, stands inside.
    """
    seul = _ADRESSE.sub(JOINT, " ".join(sans_sens(texte).split()))
    return _SPECIAUX.sub(r"\\\1", seul)


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

"""What a component of our own sends with each run: a few bytes that fetch its script and sheet once.

Streamlit sends the script and the HTML of a component again with every run. Ours only name addresses that
change with the content behind them, so that the browser keeps the files for ever and a run stays light.
A file that is wrong is told in the place of the component: by the server when it sees it, or by the browser
(`static/atlas/commun/francais.js`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from components.html.texte import balise
from components.statiques import fichiers

if TYPE_CHECKING:
    from components.html.texte import Html

__all__ = ["amorce", "feuille"]

ADRESSE: Final = "./app/static/atlas"
"""Where the browser finds the folder of the files, from the address of the page."""


def amorce(*scripts: str) -> str:
    """The script that fetches the real one, whose default export it calls with each run.

    Args:
        scripts: Files of `static/atlas`, the one to call first; it imports the others with its own `?v=`, so
            that a change in any of them changes the address of all.
    """
    fautes = [faute for faute in map(fichiers.defaut, scripts) if faute]
    if fautes:
        # on two lines: a text of one line would be the path of a file to Streamlit
        return f"const dire = {_message(fautes[0])};\nexport default dire;"
    adresse = f"{ADRESSE}/{scripts[0]}?v={fichiers.version(*scripts)}"
    secours = f'c=>window.atlasAbsent?.(c.parentElement,"{scripts[0]}")'
    return (
        f'const corps=import(new URL("{adresse}",document.baseURI)).catch(()=>({{default:{secours}}}));\n'
        "export default async c=>(await corps).default(c);"
    )


def _message(texte: str) -> str:
    """A function of JavaScript that writes a text in the place of a component."""
    return f"({{ parentElement: lieu }}) => {{ lieu.textContent = {json.dumps(texte, ensure_ascii=False)}; }}"


def feuille(nom: str) -> Html:
    """The HTML element that asks for a style sheet of `static/atlas`, or that says what is wrong with it."""
    if faute := fichiers.defaut(nom):
        return balise("p", faute, role="alert")
    return balise("link", rel="stylesheet", href=f"{ADRESSE}/{nom}?v={fichiers.version(nom)}")

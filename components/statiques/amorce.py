"""What a component of our own sends with each run: a few bytes that fetch its script and sheet once.

Streamlit sends the script and the HTML of a component again with every run. Ours only name addresses that
change with the content behind them, so that the browser keeps the files for ever and a run stays light.
A file that is wrong is told in the place of the component: by the server when it sees it, or by the browser
(`static/atlas/commun/francais.js`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from components.html import balise
from components.statiques import fichiers, modules
from memoire import garde, rien_que_le_code

if TYPE_CHECKING:
    from components.html import Html

__all__ = ["amorce", "feuille", "versions"]

ADRESSE: Final = "./app/static/atlas"
"""Where the browser finds the folder of the files, from the address of the page."""


def amorce(script: str, *autres: str) -> str:
    """The script that fetches the real one, whose default export it calls with each run.

    Args:
        script: File of `static/atlas`; a change in it, or in any module that it needs, changes its address.
        autres: Other files that it asks for itself with its own `?v=`.
    """
    try:
        besoins = [*modules.ordonner(script), *autres]
        for autre in autres:
            fichiers.lire(autre)
    except fichiers.StatiqueIllisible as faute:
        # on two lines: a text of one line would be the path of a file to Streamlit
        return f"const dire = {_message(str(faute))};\nexport default dire;"
    adresse = f"{ADRESSE}/{script}?v={fichiers.version(*besoins)}"
    secours = f'c=>window.atlasAbsent?.(c.parentElement,"{script}")'
    return (
        f'const corps=import(new URL("{adresse}",document.baseURI)).catch(()=>({{default:{secours}}}));\n'
        "export default async c=>(await corps).default(c);"
    )


@garde(taille=1, depend=rien_que_le_code)
def versions() -> str:
    """The import map of every page, as JSON: modules import one another by name, the browser adds `?v=`."""
    importes = {
        f"{ADRESSE}/{nom}": f"{ADRESSE}/{nom}?v={fichiers.version(nom)}"
        for nom in modules.importes_par_les_pages()
    }
    return json.dumps({"imports": importes}, separators=(",", ":"))


def _message(texte: str) -> str:
    """A function of JavaScript that writes a text in the place of a component."""
    return f"({{ parentElement: lieu }}) => {{ lieu.textContent = {json.dumps(texte, ensure_ascii=False)}; }}"


def feuille(nom: str) -> Html:
    """The HTML element that asks for a style sheet of `static/atlas`, or that says what is wrong with it."""
    if faute := fichiers.defaut(nom):
        return balise("p", faute, role="alert")
    return balise("link", rel="stylesheet", href=f"{ADRESSE}/{nom}?v={fichiers.version(nom)}")

"""What a component of our own sends with each run: a few bytes that fetch its script and sheet once.

Streamlit sends the script and the HTML of a component again with every run. Ours only name addresses that
change with the content behind them, so that the browser keeps the files for ever and a run stays light.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

__all__ = ["amorce", "feuille"]

DOSSIER: Final = Path(__file__).resolve().parent.parent / "static" / "atlas"
ADRESSE: Final = "./app/static/atlas"
"""Where the browser finds that folder, from the address of the page."""


def _version(noms: tuple[str, ...]) -> str:
    contenus = b"".join((DOSSIER / nom).read_bytes() for nom in noms)
    return hashlib.sha256(contenus).hexdigest()[:10]


def amorce(*scripts: str) -> str:
    """The script that fetches the real one, whose default export it calls with each run.

    Args:
        scripts: Files of `static/atlas`, the one to call first; it imports the others with its own `?v=`, so
            that a change in any of them changes the address of all.
    """
    adresse = f"{ADRESSE}/{scripts[0]}?v={_version(scripts)}"
    return (
        f'const corps = import(new URL("{adresse}", document.baseURI));\n'
        "export default async (composant) => (await corps).default(composant);"
    )


def feuille(nom: str) -> str:
    """The HTML element that asks for a style sheet of `static/atlas`."""
    return f'<link rel="stylesheet" href="{ADRESSE}/{nom}?v={_version((nom,))}">'

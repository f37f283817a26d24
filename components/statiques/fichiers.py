"""The scripts, sheets and pictures of `static/atlas`, read by one door that tells when one of them is wrong.

A missing file must neither stop the server nor leave a page half dead without a word. These files are code,
as the modules of Python are: no sum vouches for them, which each edit would have to write again. But a file
cut on the way does not close what it has opened, and one whose bytes went wrong is no text any more. What
these signs do not show (another letter in a script) the browser finds when it reads the file
(`components.statiques.amorce`, `components.leaflet.elements`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from erreurs import FichierIllisible

__all__ = ["DOSSIER", "StatiqueIllisible", "defaut", "lire", "version"]

DOSSIER: Final = Path(__file__).resolve().parents[2] / "static" / "atlas"
REMEDE: Final = "Pour le rétablir, lancez `git checkout -- static/atlas`, puis relancez l’atlas."
FIN_DE_SVG: Final = "</svg>"


class StatiqueIllisible(FichierIllisible, OSError):
    """A file of `static/atlas` is missing, cut or altered; `str()` is the French message for the reader."""


def defaut(nom: str) -> str:
    """What is wrong with a file and how to mend it, in French; empty when it is sound."""
    try:
        texte = (DOSSIER / nom).read_text(encoding="utf-8")
    except FileNotFoundError:
        return _dire(nom, "est manquant")
    except (OSError, UnicodeDecodeError):
        return _dire(nom, "est abîmé : il ne se lit pas")
    return "" if _entier(nom, texte) else _dire(nom, "est tronqué")


def lire(nom: str) -> str:
    """The text of a file.

    Raises:
        StatiqueIllisible: It is missing, cut or altered.
    """
    if faute := defaut(nom):
        raise StatiqueIllisible(faute)
    return (DOSSIER / nom).read_text(encoding="utf-8")


def version(*noms: str) -> str:
    """What changes with the content of files, for their address; a missing one counts as an empty one."""
    contenus = b"".join((DOSSIER / nom).read_bytes() for nom in noms if (DOSSIER / nom).is_file())
    return hashlib.sha256(contenus).hexdigest()[:10]


def _dire(nom: str, raison: str) -> str:
    return f"Le fichier « static/atlas/{nom} » {raison}. {REMEDE}"


def _entier(nom: str, texte: str) -> bool:
    """Whether a text goes to its end: it closes every brace that it opens (tested on every file)."""
    if nom.endswith(".svg"):
        return texte.rstrip().endswith(FIN_DE_SVG)
    return texte.endswith("\n") and texte.count("{") == texte.count("}")

"""The ES modules of `static/atlas`: which file imports which, and several of them joined into one script.

A page imports its modules as they are written. The frame of the map cannot: streamlit-folium loads scripts
that are no modules one after the other, and twenty requests would make the first map late. There they are
joined, each in a function of its own, by these few lines rather than by a bundler: the server does it when it
starts, and whoever runs the atlas has Python, but not always Node. What they do not know (a default export, a
name that changes, files in a circle) they refuse, and a test reads every file of the map.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from components.statiques import fichiers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["importes_par_les_pages", "joindre", "ordonner"]

CARTE: Final = "carte/"
"""Folder of the modules that are joined, and that no page imports."""

IMPORT: Final = re.compile(r'^import (\{[^}]*\}) from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT: Final = re.compile(r"^export ((?:async function|function|class|const) (\w+))", re.MULTILINE)
AUTRE: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
COMMENTAIRE: Final = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE)
"""A comment that has its lines for itself: types and explanations, which a browser has no use for."""


def _importes(nom: str, texte: str) -> list[str]:
    """Files that a module imports."""
    dossier = posixpath.dirname(nom)
    return [posixpath.normpath(posixpath.join(dossier, chemin)) for _, chemin in IMPORT.findall(texte)]


def ordonner(entree: str) -> list[str]:
    """A module and all that it needs, each after those that it imports.

    Args:
        entree: A file of `static/atlas`.

    Raises:
        StatiqueIllisible: One of them is missing, cut or altered.
        ValueError: Some of them import one another in a circle.
    """
    ranges: dict[str, None] = {}
    ouverts: list[str] = []

    def _visiter(nom: str) -> None:
        if nom in ranges:
            return
        if nom in ouverts:
            raise ValueError(f"static/atlas/{nom} : {' > '.join([*ouverts, nom])}")
        ouverts.append(nom)
        for autre in _importes(nom, fichiers.lire(nom)):
            _visiter(autre)
        ranges[ouverts.pop()] = None

    _visiter(entree)
    return list(ranges)


def joindre(noms: Iterable[str]) -> str:
    """The text of modules, each in a function of its own, whose exports it puts into an object `modules`.

    Raises:
        StatiqueIllisible: One of them is missing, cut or altered.
        ValueError: One of them is written in a way that is not known here.
    """
    return "".join(_envelopper(nom, fichiers.lire(nom)) for nom in noms)


def _envelopper(nom: str, texte: str) -> str:
    importes = iter(_importes(nom, texte))
    corps = IMPORT.sub(
        lambda trouve: f'const {_noms(trouve[1])} = modules["{next(importes)}"];\n',
        COMMENTAIRE.sub("", texte),
    )
    exportes = ", ".join(nom_exporte for _, nom_exporte in EXPORT.findall(corps))
    corps = EXPORT.sub(r"\1", corps)
    if autre := AUTRE.search(corps):
        raise ValueError(f"static/atlas/{nom} : « {autre[0]} »")
    return f'modules["{nom}"] = (() => {{\n"use strict";\n{corps}return {{ {exportes} }};\n}})();\n'


def _noms(accolades: str) -> str:
    """`{ a, b as c }` of an import, as the pattern of a constant."""
    return re.sub(r"(\w+) as (\w+)", r"\1: \2", " ".join(accolades.split()))


def importes_par_les_pages() -> Collection[str]:
    """Files that a module of a page imports, in order: the browser must be told their versions."""
    scripts = sorted(f.relative_to(fichiers.DOSSIER).as_posix() for f in fichiers.DOSSIER.rglob("*.js"))
    pages = [nom for nom in scripts if not nom.startswith(CARTE) and not fichiers.defaut(nom)]
    return sorted({autre for nom in pages for autre in _importes(nom, fichiers.lire(nom))})

"""Which files of the clone depend on which: what `make vite` needs to choose the tests of a change.

The arrows are read from the files, without running them: what a file imports, what it names (a page given to
Streamlit by its path, a module started by `-m`, a style sheet read from a folder) and, for a test, the
`conftest.py` above it. They may be too many, never too few for what is written in the code. A record of what
tests have run (pytest-testmon) misses more: what the session's atlas keeps is credited to the first test that
asked for it, and to no other.
"""

from __future__ import annotations

import ast
import heapq
import subprocess
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

IMPORTE = 1
"""Length of an arrow to what is imported, or named file by file."""

DOSSIER = 10
"""Length of an arrow to what stands in a folder that is named: it may concern it."""


@dataclass
class Ecrit:
    """What one Python file says of others."""

    importes: set[str] = field(default_factory=set)
    """Dotted names, each with what is taken from it: `a.b` and `a` for `from a import b`."""
    mots: set[str] = field(default_factory=set)
    """Its literals of one line: paths, names of files, of folders, of modules."""


def suivis(racine: Path) -> list[str]:
    """Paths of the files that git keeps or is about to keep and that are there, from the root, in order."""
    commande = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    sortie = subprocess.run(commande, cwd=racine, capture_output=True, check=True).stdout.decode()
    return sorted(nom for nom in {*sortie.split("\0")} if nom and (racine / nom).is_file())


def nom_de_module(chemin: str) -> str:
    """Name under which a file is imported: `geo.atlas` for `geo/atlas.py`, `geo` for `geo/__init__.py`."""
    parties = PurePosixPath(chemin).with_suffix("").parts
    return ".".join(parties[:-1] if parties[-1] == "__init__" else parties)


def lire(texte: str) -> Ecrit:
    """What the text of a Python file imports and names; nothing if it cannot be parsed."""
    ecrit = Ecrit()
    try:
        arbre = ast.parse(texte)
    except SyntaxError:
        return ecrit  # ruff says so, a moment before
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Import):
            ecrit.importes.update(alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom) and noeud.module:
            ecrit.importes.update({noeud.module, *(f"{noeud.module}.{alias.name}" for alias in noeud.names)})
        elif isinstance(noeud, ast.Constant) and isinstance(noeud.value, str) and "\n" not in noeud.value:
            ecrit.mots.add(noeud.value.strip("/"))
    return ecrit


class Graphe:
    """The files of a clone and what depends on each.

    Attributes:
        fichiers: Their paths from the root, with slashes.
    """

    def __init__(self, racine: Path, fichiers: Iterable[str] | None = None) -> None:
        """Read every Python file of the clone, or of a list of paths."""
        self.fichiers = sorted(fichiers) if fichiers is not None else suivis(racine)
        codes = [chemin for chemin in self.fichiers if chemin.endswith(".py")]
        self._ecrits = {chemin: lire((racine / chemin).read_text(encoding="utf-8")) for chemin in codes}
        self._importeurs: dict[str, set[str]] = {}
        self._nommeurs: dict[str, set[str]] = {}
        for chemin, ecrit in self._ecrits.items():
            for nom in ecrit.importes:
                self._importeurs.setdefault(nom, set()).add(chemin)
            for mot in ecrit.mots:
                for cle in {mot, PurePosixPath(mot).name}:
                    self._nommeurs.setdefault(cle, set()).add(chemin)

    def _pres(self, chemin: str) -> set[str]:
        """What imports a file, names it, or is a test under its `conftest.py`."""
        fichier = PurePosixPath(chemin)
        proches = self._nommeurs.get(fichier.name, set()) - {chemin} if fichier.stem != "__init__" else set()
        if fichier.suffix == ".py":
            module = nom_de_module(chemin)
            proches = proches | self._importeurs.get(module, set())
            if "." in module:
                proches |= self._nommeurs.get(module, set())
        if fichier.name == "conftest.py":
            proches |= {autre for autre in self._ecrits if autre.startswith(f"{fichier.parent}/")}
        return proches - {chemin}

    def _loin(self, chemin: str) -> set[str]:
        """What names a folder where the file stands; for code, the tests alone do so to read it."""
        dossiers = [str(parent) for parent in PurePosixPath(chemin).parents][:-1]
        loin = set().union(*(self._nommeurs.get(dossier, set()) for dossier in dossiers))
        if chemin.endswith(".py"):
            loin = {autre for autre in loin if autre.startswith("tests/")}
        return loin - {chemin}

    def dependants(self, changes: Iterable[str]) -> dict[str, int]:
        """What depends on files, with its distance (0 for the files themselves), nearest first."""
        distances: dict[str, int] = {}
        file = [(0, chemin) for chemin in sorted(changes)]
        while file:
            distance, chemin = heapq.heappop(file)
            if chemin in distances:
                continue
            distances[chemin] = distance
            for longueur, voisins in ((IMPORTE, self._pres(chemin)), (DOSSIER, self._loin(chemin))):
                for voisin in voisins - distances.keys():
                    heapq.heappush(file, (distance + longueur, voisin))
        return distances

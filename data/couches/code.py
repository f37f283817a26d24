"""Which code decides the bytes of the layers: what `data.couches.contenus` imports, followed to the ground.

A list kept by hand lets layers go stale in silence as soon as it forgets a file. Here a new import counts by
itself: the files are read, not run, and only those of the atlas are followed (libraries are pinned).
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RACINE", "code_des_couches"]

RACINE: Final = Path(__file__).resolve().parents[2]
"""Folder of the atlas."""

DEPARTS: Final = ("data.couches.contenus", "data.couches.magasin")
"""What the layers hold, followed through its imports; and how they are written, which stands alone."""


def code_des_couches(racine: Path = RACINE) -> tuple[str, ...]:
    """Paths from the root, sorted, of the files whose change makes the layers again.

    Args:
        racine: Folder of the atlas.

    Raises:
        OSError: One of the files cannot be read.
    """
    contenus, magasin = DEPARTS
    suivis: set[Path] = set()
    a_suivre = list(_fichiers(contenus, racine))
    while a_suivre:
        fichier = a_suivre.pop()
        if fichier not in suivis:
            suivis.add(fichier)
            a_suivre += [autre for nom in _importes(fichier) for autre in _fichiers(nom, racine)]
    tous = suivis | set(_fichiers(magasin, racine))
    return tuple(sorted(fichier.relative_to(racine).as_posix() for fichier in tous))


def _importes(fichier: Path) -> Iterator[str]:
    """Every name that a file imports, as if each were a module; what is none is left aside later."""
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            yield from (alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom) and noeud.module:
            yield noeud.module
            yield from (f"{noeud.module}.{alias.name}" for alias in noeud.names)


def _fichiers(module: str, racine: Path) -> Iterator[Path]:
    """The files that importing a module of the atlas runs: its packages' faces, and itself."""
    parties = module.split(".")
    for i in range(1, len(parties) + 1):
        chemin = racine.joinpath(*parties[:i])
        candidats = (chemin / "__init__.py", chemin.with_suffix(".py"))
        yield from (candidat for candidat in candidats if candidat.is_file())

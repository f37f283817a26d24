"""What every file says of itself, and what a file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Contexte", "Fichier"]

Progres = Callable[[float], None]
"""What is told how far a long file has come, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class Contexte:
    """Where a file comes from.

    Attributes:
        titre: What it holds, in French.
        jour: Day of the export, « 2026-11-21 ».
        lien: Address of the view that it was taken from.
        filtres: What the selection was narrowed by, one French line each; none for everything.
        sources: Citations of the sources, as their licences ask.
    """

    titre: str
    jour: str
    lien: str
    filtres: tuple[str, ...]
    sources: tuple[str, ...]

    def lignes(self) -> Iterator[tuple[str, str]]:
        """Label and text of each line that the file says of itself."""
        yield "Contenu", self.titre
        yield "Fichier du", self.jour
        yield "Lien vers cette vue", self.lien
        for filtre in self.filtres or ("aucun : tous les projets",):
            yield "Filtre", filtre
        for source in self.sources:
            yield "Source", source


@dataclass(frozen=True, kw_only=True)
class Fichier:
    """A file ready to be taken away.

    Attributes:
        nom: Its name, without accents nor spaces.
        type_mime: What it is.
        octets: Its content.
    """

    nom: str
    type_mime: str
    octets: bytes

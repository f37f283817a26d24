"""What an address gives before HTTP has its say: bytes, what they are, and what they were made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from data.sources import charger_registre

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LICENCE", "Contenu", "citations"]

LICENCE: Final = "Licence Ouverte 2.0"


@dataclass(frozen=True, kw_only=True)
class Contenu:
    """A body.

    Attributes:
        nom: Name of the file for whoever saves it.
        octets: The bytes.
        total: Rows in all, whatever the page.
        fin: Rank behind the last row of this page.
        sources: Citations of the sources.
    """

    nom: str
    octets: bytes
    total: int
    fin: int
    sources: tuple[str, ...]


def citations(cles: Iterable[str]) -> tuple[str, ...]:
    """Citations of sources (`data/sources/sources.toml`), as their licences ask."""
    registre = charger_registre()
    return tuple(registre[cle].citation() for cle in dict.fromkeys(cles))

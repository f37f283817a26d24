"""A territory, as a link to its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseTerritoire
from components.html import balise

if TYPE_CHECKING:
    from components.html import Html

__all__ = ["territoire_lie"]


def territoire_lie(id_ti: str, libelle: str, millesime: int) -> Html:
    """A link to the sheet of a territory."""
    adresse = AdresseTerritoire(ti=id_ti, millesime=millesime).lien()
    return balise("a", libelle.strip(), href=adresse, target="_self")

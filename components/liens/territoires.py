"""A territory, as a link to its sheet."""

from __future__ import annotations

from components.adresses.territoire import AdresseTerritoire
from components.html.texte import balise, echapper

__all__ = ["territoire_lie"]


def territoire_lie(id_ti: str, libelle: str, millesime: int) -> str:
    """A link to the sheet of a territory, its name escaped."""
    adresse = AdresseTerritoire(ti=id_ti, millesime=millesime).lien()
    return balise("a", echapper(libelle.strip()), href=adresse, target="_self")

"""The millésime that an address asks for: every page reads it the same way, with the same notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["lire_millesime"]


def lire_millesime(parametres: Mapping[str, str], avis: list[str]) -> int:
    """The year that a query string names, or the usual one with a French notice added to `avis`."""
    demande = parametres.get("millesime", str(MILLESIME_PAR_DEFAUT))
    if demande.isdecimal() and int(demande) in MILLESIMES:
        return int(demande)
    avis.append(f"Le millésime « {demande} » n’existe pas : voici celui de {MILLESIME_PAR_DEFAUT}.")
    return MILLESIME_PAR_DEFAUT

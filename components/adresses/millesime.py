"""The millésime and the TI of an address: every page reads and writes them the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ecrire_territoire", "lire_millesime"]


def ecrire_territoire(ti: str | None, millesime: int) -> dict[str, str]:
    """The parameters of a TI and of a year; what is as usual is left out."""
    parametres = {"ti": ti} if ti else {}
    if millesime != MILLESIME_PAR_DEFAUT:
        parametres["millesime"] = str(millesime)
    return parametres


def lire_millesime(parametres: Mapping[str, str], avis: list[str]) -> int:
    """The year that a query string names, or the usual one with a French notice added to `avis`."""
    demande = parametres.get("millesime", str(MILLESIME_PAR_DEFAUT))
    if demande in {str(annee) for annee in MILLESIMES}:  # `int` refuses thousands of digits by an error
        return int(demande)
    avis.append(f"Le millésime « {demande} » n’existe pas : voici celui de {MILLESIME_PAR_DEFAUT}.")
    return MILLESIME_PAR_DEFAUT

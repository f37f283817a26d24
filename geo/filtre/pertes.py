"""What a change of the filters takes from a reader, beyond the one gesture that he sees himself make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from francais import accorder, liste
from geo.filtre.facettes import FACETTE_DE
from geo.filtre.puces import decrire

if TYPE_CHECKING:
    from geo.filtre.filtre import Filtre
    from geo.filtre.puces import Puce
    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["perte"]

CITES: Final = 3
"""Filters that the sentence names."""

PERIODE: Final = frozenset({"du", "au"})


def perte(avant: Filtre, apres: Filtre, vocabulaires: Vocabulaires, *, ailleurs: bool = False) -> str:
    """What was lost, « 2 filtres effacés : Bretagne et Étude. »; empty when it goes without saying.

    Taking one filter away, or writing another text, another number of jobs, is seen where it is done. Two
    filters gone at once, a value of a list or a period that another one replaced, no filter left: these are
    told; and whatever a press outside of the filters takes away.

    Args:
        avant: The filters of the run before.
        apres: Those of this run.
        vocabulaires: What their values are called.
        ailleurs: Whether a chart or the map was pressed, far from the filters.
    """
    avaient, ont = decrire(avant, vocabulaires), decrire(apres, vocabulaires)
    gardes = {puce[:2] for puce in ont}
    perdus = [puce for puce in avaient if puce[:2] not in gardes]
    nouveaux = [puce for puce in ont if puce[:2] not in {autre[:2] for autre in avaient}]
    if not perdus:
        return ""
    if not ont:
        return _dire(perdus, "effacé")
    if nouveaux and (len(perdus) > 1 or any(_remplace(puce, nouveaux) for puce in perdus)):
        return _dire(perdus, "remplacé")
    return _dire(perdus, "retiré") if len(perdus) > 1 or ailleurs else ""


def _remplace(perdu: Puce, nouveaux: list[Puce]) -> bool:
    """Whether another value of the same list, or another period, took the place of a filter."""
    if perdu.mot in PERIODE:
        return any(puce.mot in PERIODE for puce in nouveaux)
    return perdu.mot in FACETTE_DE and any(puce.mot == perdu.mot for puce in nouveaux)


def _dire(perdus: list[Puce], quoi: str) -> str:
    cites = [puce.texte for puce in perdus[:CITES]]
    reste = len(perdus) - len(cites)
    noms = liste([*cites, accorder(reste, "autre")] if reste else cites)
    return f"{accorder(len(perdus), f'filtre {quoi}', f'filtres {quoi}s')}\u00a0: {noms}."

"""One thing that can be found, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["SORTES", "Entree", "Sorte"]

Sorte = Literal[
    "territoire",
    "commune",
    "epci",
    "departement",
    "region",
    "arrondissement",
    "recente",
    "ancienne",
    "ancien_nom",
    "entreprise",
]

SORTES: tuple[Sorte, ...] = get_args(Sorte)
"""Kinds of answers, in the order in which equal ones are given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entree:
    """One thing that can be found.

    Attributes:
        sorte: Its kind.
        cle: INSEE code, SIREN, or id of the first project (enterprise without valid SIREN); for a TI, its
            normal name; for another name of a commune, its INSEE code and that name.
        libelle: Its name as a reader sees it.
        lieu: What tells it from its homonyms, in French.
        noms: Other names under which it is found.
        codes: SIREN, département or TI codes under which it is found (`geo.recherche.ecritures.code`).
        insee: INSEE code of a commune, an arrondissement, a commune of before or of since.
        commune: Code of the commune of 2021 that a commune, or another name of one, leads to.
        departement: Code of its département, empty for what has several or none.
        importance: Habitants (of the commune that it leads to), or projects for an enterprise.
        territoires: Id of the TI by millésime: its own, or the one that it belongs to as a whole.
        en_partie: Millésimes in which only a part of an EPCI belongs to a TI.
    """

    sorte: Sorte
    cle: str
    libelle: str
    lieu: str = ""
    noms: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    insee: str = ""
    commune: str = ""
    departement: str = ""
    importance: int = 0
    territoires: dict[int, str]
    en_partie: frozenset[int] = frozenset()

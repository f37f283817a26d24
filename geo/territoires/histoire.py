"""What became of one territory through the four maps, and where an id that a millésime does not know exists.

Each millésime is compared with the one that the reader looks at, not with its neighbour: the sheet answers
« and before? and after? » for the communes that the reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from geo.millesimes import MILLESIMES
from geo.territoires.changements import SEPARATEUR, SORTES, changements, noms_des_territoires
from geo.territoires.suites import communs, recouvrements
from memoire import garde

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = [
    "SEPARATEUR",
    "SORTES",
    "Etape",
    "Suite",
    "ailleurs",
    "changements",
    "histoire",
]


@dataclass(frozen=True, kw_only=True)
class Suite:
    """A territory of another millésime that holds communes of the one whose history is told.

    Attributes:
        id_ti: Its id, in its own millésime.
        lib_ti: Its name.
        part: Share (0 to 1) of the inhabitants of the territory told that live in it.
        part_de_la_suite: Share (0 to 1) of its own inhabitants that live in the territory told.
    """

    id_ti: str
    lib_ti: str
    part: float
    part_de_la_suite: float


@dataclass(frozen=True, kw_only=True)
class Etape:
    """What stands for a territory in one millésime.

    Attributes:
        millesime: The year.
        territoires: Those that it comes from or that follow it, the largest share first; itself in its own
            millésime; empty when there is none.
        en_partie: Other territories that hold some of its communes, the largest share first.
        sorte: One of `SORTES`, from the older of the two millésimes to the newer; « inchangé » in its own.
        dit: The same in a few words.
        gagnes: Names of the groupements gained from the older to the newer.
        perdus: Names of the groupements lost.
        population_gagnee: Inhabitants of the communes gained.
        population_perdue: Inhabitants of the communes lost.
        communes_gagnees: Communes gained.
        communes_perdues: Communes lost.
    """

    millesime: int
    territoires: tuple[Suite, ...]
    en_partie: tuple[Suite, ...]
    sorte: str
    dit: str = ""
    gagnes: tuple[str, ...]
    perdus: tuple[str, ...]
    population_gagnee: int
    population_perdue: int
    communes_gagnees: int = 0
    communes_perdues: int = 0


def ailleurs(atlas: Atlas, *, id_ti: str) -> tuple[tuple[int, str], ...]:
    """Every millésime that knows an id, oldest first, with the name it gives; empty when none does.

    The territories of two millésimes that share an id may be two different ones.
    """
    connus = {annee: noms_des_territoires(atlas, annee) for annee in MILLESIMES}
    return tuple((annee, noms[id_ti]) for annee, noms in connus.items() if id_ti in noms)


def histoire(atlas: Atlas, *, id_ti: str, millesime: int) -> tuple[Etape, ...]:
    """What stands for one territory in each of the four millésimes, oldest first.

    Args:
        atlas: The atlas.
        id_ti: Id of the territory.
        millesime: The millésime that gives this id its meaning.

    Returns:
        One step per millésime, its own included; empty when the millésime has no such id.
    """
    if id_ti not in noms_des_territoires(atlas, millesime):
        return ()
    return tuple(_etape(atlas, id_ti, millesime, annee) for annee in MILLESIMES)


@garde(taille=len(MILLESIMES) ** 2, d_avance=product(MILLESIMES, repeat=2))
def _comparaison(atlas: Atlas, millesime: int, annee: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pairs of territories and changes, read only: the next territory of the millésime finds them ready."""
    paires = recouvrements(communs(atlas, avant=millesime, apres=annee))
    paires = paires.sort_values(["population", "apres"], ascending=[False, True])
    avant, apres = sorted((millesime, annee))
    return paires, changements(atlas, avant=avant, apres=apres)


def _etape(atlas: Atlas, id_ti: str, millesime: int, annee: int) -> Etape:
    paires, lignes = _comparaison(atlas, millesime, annee)
    paires = paires[paires["avant"] == id_ti]
    noms = noms_des_territoires(atlas, annee)
    cote = "id_avant" if millesime < annee else "id_apres"
    ligne = lignes[[id_ti in ids.split(",") for ids in lignes[cote]]].iloc[0]
    return Etape(
        millesime=annee,
        territoires=_suites(paires[paires["suite"]], noms),
        en_partie=_suites(paires[~paires["suite"]], noms),
        sorte=ligne["sorte"],
        dit=ligne["dit"],
        gagnes=_noms(ligne["groupements_gagnes"]),
        perdus=_noms(ligne["groupements_perdus"]),
        population_gagnee=int(ligne["population_gagnee"]),
        population_perdue=int(ligne["population_perdue"]),
        communes_gagnees=int(ligne["communes_gagnees"]),
        communes_perdues=int(ligne["communes_perdues"]),
    )


def _suites(paires: pd.DataFrame, noms: dict[str, str]) -> tuple[Suite, ...]:
    return tuple(
        Suite(
            id_ti=paire.apres,
            lib_ti=noms[paire.apres],
            part=paire.part_avant,
            part_de_la_suite=paire.part_apres,
        )
        for paire in paires.itertuples()
    )


def _noms(cellule: str) -> tuple[str, ...]:
    return tuple(cellule.split(SEPARATEUR)) if cellule else ()

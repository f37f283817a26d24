"""What is found by its digits: SIREN, département and TI codes, postal codes, INSEE codes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from geo.recherche.entree import Entree

__all__ = ["CHIFFRES_DEBUT", "CHIFFRES_POSTAL", "Codes"]

CHIFFRES_DEBUT = 4
"""Characters from which the beginning of a SIREN or of the id of a TI is enough."""

CHIFFRES_POSTAL = 3
"""Digits from which the beginning of a postal code is enough."""

Couples = list[tuple[str, int]]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Codes:
    """Codes and the ranks of the entries that they give, sorted by code.

    Attributes:
        propres: SIREN, département and TI codes.
        postaux: Postal codes, of communes of 2021 and of arrondissements.
        insee: INSEE codes of communes, of arrondissements and of communes of before and of since.
    """

    propres: Couples
    postaux: Couples
    insee: Couples

    @classmethod
    def de(cls, entrees: list[Entree], codes_postaux: pd.DataFrame) -> Codes:
        """The codes of entries in order of rank, and of the table `codes_postaux`."""
        lieux = {e.insee: rang for rang, e in enumerate(entrees) if e.sorte in {"commune", "arrondissement"}}
        colonnes = (codes_postaux[nom].tolist() for nom in ("code_postal", "insee", "commune"))
        return cls(
            propres=sorted((un, rang) for rang, e in enumerate(entrees) for un in e.codes),
            postaux=sorted(
                {
                    # An arrondissement of its own, else the commune of 2021 that the old one is part of.
                    (postal, lieux[insee if _district(entrees, lieux, insee) else commune])
                    for postal, insee, commune in zip(*colonnes, strict=True)
                }
            ),
            insee=sorted((e.insee.lower(), rang) for rang, e in enumerate(entrees) if e.insee),
        )

    def du_postal(self, debut: str) -> list[int]:
        """Ranks of what a postal code serves, or all those that begin so."""
        return list(dict.fromkeys(rang for _, rang in _tranche(self.postaux, debut)))

    def de_l_insee(self, insee: str) -> list[int]:
        """Ranks of what bears an INSEE code, lower case."""
        return [rang for un, rang in _tranche(self.insee, insee) if un == insee]

    def des_propres(self, numero: str) -> Iterator[tuple[str, int]]:
        """Codes that are a number, or begin by it when it is long enough, with their ranks."""
        for trouve, rang in _tranche(self.propres, numero):
            if trouve == numero or len(numero) >= CHIFFRES_DEBUT:
                yield trouve, rang


def _district(entrees: list[Entree], lieux: dict[str, int], insee: str) -> bool:
    rang = lieux.get(insee)
    return rang is not None and entrees[rang].sorte == "arrondissement"


def _tranche(couples: Couples, debut: str) -> Iterable[tuple[str, int]]:
    """The pairs whose code begins so; none for an empty beginning."""
    place = bisect_left(couples, (debut, -1)) if debut else len(couples)
    while place < len(couples) and couples[place][0].startswith(debut):
        yield couples[place]
        place += 1

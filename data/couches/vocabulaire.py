"""The vocabulary of the filters as a static file: what each value is called, fetched once by the browser.

The list of the 1 254 intercommunalités alone weighs more than what a filter may send: the browser keeps the
names, and a run sends counts in the order of this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["comptes_compacts", "vocabulaire_json"]


def vocabulaire_json(
    vocabulaires: Mapping[str, Mapping[str, str]],
    libelles: Mapping[str, str],
    *,
    mois: Sequence[str] = (),
) -> dict[str, Any]:
    """What the filters of the browser know before any run.

    Args:
        vocabulaires: Word of the address -> value -> what a reader reads, in the order to show.
        libelles: Word of the address -> name of the facet (« Filière »).
        mois: First and last month of the projects (« 2020-09 »), none without dates.

    Returns:
        `facettes`: word -> libelle, valeurs (list), libelles (list of the same length, null when each value
        reads as it is written); `mois`.
    """
    facettes = {
        mot: {
            "libelle": libelles[mot],
            "valeurs": list(valeurs),
            "libelles": None if all(v == nom for v, nom in valeurs.items()) else list(valeurs.values()),
        }
        for mot, valeurs in vocabulaires.items()
    }
    return {"facettes": facettes, "mois": list(mois)}


def comptes_compacts(comptes: Mapping[str, int], valeurs: Sequence[str]) -> str:
    """Counts of a facet as a short text: `12 5 +2 3` is 12, 5, two zeros, 3; zeros at the end are left out.

    Args:
        comptes: Value -> number of projects; a value that is absent counts none.
        valeurs: Values in the order of the vocabulary.
    """
    mots = []
    zeros = 0
    for valeur in valeurs:
        compte = int(comptes.get(valeur, 0))
        if not compte:
            zeros += 1
            continue
        mots += [f"+{zeros}"] if zeros else []
        mots.append(str(compte))
        zeros = 0
    return " ".join(mots)

"""The commune of 2021 that a code means, and the territory that it is in.

A link, a file or a memory may hold the code of a commune that has merged into another one since, or that of
an arrondissement of Paris, Lyon or Marseille: it is followed to the commune that stands for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.millesimes import MILLESIMES, colonne_ti
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas import Atlas

__all__ = ["Actuelle", "actuelle", "nom_de", "territoire_de"]


@dataclass(frozen=True, kw_only=True)
class Actuelle:
    """The commune of 2021 behind a code.

    Attributes:
        code: Its INSEE code.
        nom: Its name.
        ancien: Name of the former commune whose code was given; empty when the code is its own.
    """

    code: str
    nom: str
    ancien: str = ""


def actuelle(atlas: Atlas, code: str) -> Actuelle | None:
    """The commune of 2021 that a code means; None for a code that never was that of a commune we know.

    Args:
        atlas: The atlas.
        code: An INSEE code, that of a former commune or of an arrondissement too.
    """
    noms = _noms(atlas)
    if code in noms:
        return Actuelle(code=code, nom=noms[code])
    suite, ancien = _anciennes(atlas).get(code, ("", ""))
    return Actuelle(code=suite, nom=noms[suite], ancien=ancien) if suite in noms else None


def nom_de(atlas: Atlas, code: str) -> str:
    """Name of a commune of 2021.

    Raises:
        KeyError: There is no such commune.
    """
    return _noms(atlas)[code]


def territoire_de(atlas: Atlas, code: str, millesime: int) -> str | None:
    """Id of the territory that holds a commune of 2021 in a millésime; None when none does."""
    return _territoires(atlas, millesime).get(code)


@garde(taille=1)
def _noms(atlas: Atlas) -> Mapping[str, str]:
    return dict(zip(atlas.communes["code"], atlas.communes["nom"], strict=True))


@garde(taille=1)
def _anciennes(atlas: Atlas) -> Mapping[str, tuple[str, str]]:
    """Former code, or that of an arrondissement -> code of 2021 and the name it bore.

    A code that several communes of 2021 share leads to the most populated of them. What `passages` says comes
    last: a commune that took another code under its own name is in no other table.
    """
    habitants = atlas.communes.set_index("code")["population"]
    anciens = atlas.autres_noms[atlas.autres_noms["sorte"] != "commune plus récente"]
    autres = anciens.assign(habitants=anciens["commune"].map(habitants))
    autres = autres.sort_values(["habitants", "annee", "commune"], na_position="first")
    fusions = atlas.passages[
        (atlas.passages["objet"] == "commune") & (atlas.passages["methode"] != "séparation")
    ]
    dits = dict(zip(autres["code"], zip(autres["commune"], autres["nom"], strict=True), strict=True))
    suites = zip(fusions["code_2021"], fusions["libelle"], strict=True)
    return dits | dict(zip(fusions["code"], suites, strict=True))


@garde(taille=len(MILLESIMES))
def _territoires(atlas: Atlas, millesime: int) -> Mapping[str, str]:
    siens = atlas.communes[["code", colonne_ti(millesime)]].dropna()
    return dict(zip(siens["code"], siens[colonne_ti(millesime)], strict=True))

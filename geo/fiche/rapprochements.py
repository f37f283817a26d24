"""Whom a territory is naturally compared with: its neighbours, those of its profile, its départements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.fiche.chiffres import Reference
from geo.indicateurs import Objet
from geo.millesimes import colonne_ti
from geo.profils import semblables
from geo.territoires import voisins
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.atlas import Atlas

__all__ = ["DEPARTEMENT", "PROFIL", "VOISINS", "VOISINS_MAX", "rapprochements"]

VOISINS: Final = "voisins"
PROFIL: Final = "profil"
DEPARTEMENT: Final = "departement"
"""Words of an address."""

VOISINS_MAX: Final = 3
"""Neighbours that stand side by side: those of the longest borders."""

GARDES: Final = 700
"""More than the territories of the four millésimes."""


@garde(taille=GARDES)
def rapprochements(atlas: Atlas, id_ti: str, millesime: int) -> Mapping[str, tuple[Reference, ...]]:
    """The places that a territory is naturally compared with, by `VOISINS`, `PROFIL` and `DEPARTEMENT`.

    A département is the whole of its communes, in a territory or not: its figures are computed as those of a
    région are. Those of a territory are the départements of the seats of its groupements.

    Returns:
        What there is: a territory that touches none has no neighbours, one that is too little known no
        profile. Empty for an unknown territory.
    """
    fiche = atlas.fiche(id_ti, millesime)
    if fiche is None:
        return {}
    touches = voisins(atlas, id_ti=id_ti, millesime=millesime)["id_ti"][:VOISINS_MAX]
    trouves = {
        VOISINS: _territoires(atlas, touches, millesime),
        PROFIL: _territoires(atlas, semblables(atlas, id_ti, millesime), millesime),
        DEPARTEMENT: _departements(atlas, id_ti, millesime, str(fiche.territoire["departements"]).split(",")),
    }
    return {sorte: lieux for sorte, lieux in trouves.items() if lieux}


def _territoires(atlas: Atlas, ids: Iterable[str], millesime: int) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            objet=Objet(sorte="ti", code=id_ti),
            libelle=atlas.nom_ti[millesime, id_ti].strip(),
            contient=False,
        )
        for id_ti in ids
    )


def _departements(atlas: Atlas, id_ti: str, millesime: int, codes: list[str]) -> tuple[Reference, ...]:
    communes = atlas.communes
    siennes = set(communes.loc[communes[colonne_ti(millesime)] == id_ti, "departement"])
    return tuple(
        Reference(
            objet=Objet(sorte="departement", code=code),
            libelle=atlas.nom_departement[code],
            contient=siennes == {code},
        )
        for code in codes
    )

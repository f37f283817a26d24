"""The key figures of a sheet as they are read: value, unit, rank, coverage, and those of other places."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import NON_RENSEIGNE, le_disent, nombre
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import mesure

if TYPE_CHECKING:
    from geo.atlas.atlas import Atlas
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.mesures import Mesure
    from geo.indicateurs.objets import Objet

__all__ = ["CLES", "Chiffre", "chiffres"]

CLES: Final = (
    "projets",
    "emplois_annonces",
    "part_industrie",
    "chomage",
    "population",
    "projets_pour_10000_hab",
    "projets_pour_1000_etab_ind",
    "evolution_chomage",
    "etablissements_industrie",
)
"""The figures of a sheet in the order of the screen: five large ones, then four."""

COLLEES: Final = frozenset({"%", "points"})
"""Units that a figure never goes without."""

PRESQUE: Final = 0.995
"""Coverage from which a figure is said to be known for all."""


@dataclass(frozen=True, kw_only=True)
class Chiffre:
    """A figure as it is read.

    Attributes:
        cle: Key of `INDICATEURS`.
        libelle: Its name.
        valeur: The figure in French, with the units that stick to it.
        unite: The other units.
        rang: Its rank, in words.
        note: How much of it is known, when it is not all.
        references: Name and figure of each place that it is compared with.
    """

    cle: str
    libelle: str
    valeur: str
    unite: str
    rang: str
    note: str
    references: tuple[tuple[str, str], ...]


def chiffres(
    atlas: Atlas, objet: Objet, millesime: int, references: list[tuple[str, Objet]]
) -> tuple[Chiffre, ...]:
    """The figures of a place beside those of others, in the order of `CLES`.

    Args:
        atlas: The atlas.
        objet: The place.
        millesime: Year of the perimeters.
        references: Name and object of each place that it is compared with.

    Raises:
        KeyError: The millésime has no such place.
    """
    trouves = []
    for cle in CLES:
        sienne = mesure(atlas, objet=objet, millesime=millesime, cle=cle)
        if sienne is None:
            raise KeyError(objet.code)
        autres = [
            (nom, mesure(atlas, objet=autre, millesime=millesime, cle=cle)) for nom, autre in references
        ]
        trouves.append(_chiffre(INDICATEURS[cle], sienne, objet, autres))
    return tuple(trouves)


def _chiffre(
    quoi: Indicateur, sienne: Mesure, objet: Objet, autres: list[tuple[str, Mesure | None]]
) -> Chiffre:
    connue = not math.isnan(sienne.valeur)
    return Chiffre(
        cle=quoi.cle,
        libelle=quoi.libelle,
        valeur=_ecrite(quoi, sienne.valeur),
        unite="" if quoi.unite in COLLEES or not connue else quoi.unite_de(sienne.valeur),
        rang=_rang(sienne, "territoires" if objet.sorte == "ti" else "régions"),
        note=_note(quoi, sienne),
        references=tuple((nom, _ecrite(quoi, autre.valeur)) for nom, autre in autres if autre is not None),
    )


def _ecrite(quoi: Indicateur, valeur: float) -> str:
    if math.isnan(valeur):
        return NON_RENSEIGNE
    return nombre(valeur, quoi.decimales, quoi.unite if quoi.unite in COLLEES else "")


def _rang(mesure_: Mesure, parmi: str) -> str:
    if mesure_.rang is None or mesure_.classes is None:
        return ""
    return f"{mesure_.rang}{'er' if mesure_.rang == 1 else 'e'} des {nombre(mesure_.classes)} {parmi}"


def _note(quoi: Indicateur, mesure_: Mesure) -> str:
    if math.isnan(mesure_.couverture) or mesure_.couverture >= PRESQUE:
        return ""
    if quoi.couverture_en == "projets":
        return le_disent(mesure_.connus, mesure_.total)
    if not mesure_.connus:
        return "non publié ici"
    return f"connu pour {nombre(math.floor(100 * mesure_.couverture), 0, '%')} des {quoi.couverture_en}"

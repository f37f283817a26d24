"""The key figures of a place as they are read: value, unit, rank, coverage, and those of other places."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from francais import nombre
from geo.fiche.laureats import laureats
from geo.indicateurs import LA_FRANCE, Objet, de_la_fiche, ecriture, mesure
from geo.territoires import noms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur, Mesure

__all__ = ["Chiffre", "Face", "Reference", "chiffres", "dire", "la_france", "la_region"]

PRESQUE: Final = 0.95
"""From this coverage on, how much of a reference is known is told in its explanation only."""

SANS_RANG: Final = "non classé"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place whose figures stand beside those of another.

    Attributes:
        objet: What it is.
        libelle: Its name.
        contient: Whether the whole other place is a part of it, so that a share of it makes sense.
        sans: Projects of the extract that its figures leave out, for they are in none of the régions.
    """

    objet: Objet
    libelle: str
    contient: bool
    sans: int = 0


@dataclass(frozen=True, kw_only=True)
class Face:
    """The figure of a reference, as it is read.

    Attributes:
        libelle: Name of the place, and the régions that its figure leaves out.
        valeur: Its figure in French, with the unit that sticks to it.
        notes: What stands under it: the share that is here or how much is known, then what it leaves out.
    """

    libelle: str
    valeur: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chiffre:
    """A figure as it is read.

    Attributes:
        cle: Key of `INDICATEURS`.
        libelle: Its name.
        premier: Whether it is one of the first figures of a sheet.
        connue: Whether there is a figure.
        valeur: The figure in French, with the unit that sticks to it; « non renseigné » for an empty.
        unite: The unit that stands beside it.
        rang: Its rank, in words.
        dates: Which of its parts is of which year, when they are not of one.
        origine: « publié », « somme » or « calculé ».
        couverture: Of what it is the rate by definition, what it leaves out, or why there is none; of
            projects, by which schemes.
        formule: How it is computed.
        explication: What only this place has to explain: the interval of a rate of few projects, what its
            references leave out. What every place has is `geo.indicateurs.ecriture.note`.
        references: The same figure of each place that it is compared with.
        sources: Keys of `data/sources/sources.toml`.
    """

    cle: str
    libelle: str
    premier: bool
    connue: bool
    valeur: str
    unite: str
    rang: str
    dates: str
    origine: Literal["publié", "somme", "calculé"]
    couverture: str
    formule: str
    explication: str
    references: tuple[Face, ...]
    sources: tuple[str, ...]


def la_france(atlas: Atlas) -> Reference:
    """France as a reference: its figures leave out the projects that are in no région."""
    sans = int(atlas.projets["code_region"].isna().sum())
    return Reference(objet=LA_FRANCE, libelle="France", contient=True, sans=sans)


def la_region(atlas: Atlas, code: str, *, contient: bool) -> Reference:
    """A région as a reference, or the overseas ones together."""
    return Reference(objet=Objet(sorte="region", code=code), libelle=noms(atlas)[code], contient=contient)


def chiffres(
    atlas: Atlas, objet: Objet, millesime: int, references: Iterable[Reference]
) -> tuple[Chiffre, ...]:
    """The figures of a place beside those of others, in the order of a sheet.

    Args:
        atlas: The atlas.
        objet: The place.
        millesime: Year of the perimeters.
        references: The places that it is compared with.

    Raises:
        KeyError: The millésime has no such place.
    """
    lieux = tuple(references)
    trouves = []
    for indicateur in de_la_fiche():
        sienne = mesure(atlas, objet=objet, millesime=millesime, cle=indicateur.cle)
        if sienne is None:
            raise KeyError(objet.code)
        autres = [
            (lieu, autre)
            for lieu in lieux
            if (autre := mesure(atlas, objet=lieu.objet, millesime=millesime, cle=indicateur.cle))
        ]
        dit = dire(indicateur, sienne, autres)
        if indicateur.cle == "projets":
            dit = replace(dit, couverture=laureats(atlas, objet, millesime).dispositifs)
        trouves.append(dit)
    return tuple(trouves)


def dire(indicateur: Indicateur, sienne: Mesure, autres: Sequence[tuple[Reference, Mesure]]) -> Chiffre:
    """One figure as it is read.

    Args:
        indicateur: What it is.
        sienne: What it is worth.
        autres: Each place that it is compared with, and what it is worth there.
    """
    dates = "" if math.isnan(sienne.valeur) else indicateur.dates
    phrases = (ecriture.intervalle(indicateur, sienne), *(_precision(indicateur, *paire) for paire in autres))
    return Chiffre(
        cle=indicateur.cle,
        libelle=indicateur.libelle,
        premier=indicateur.en_tete is not None,
        connue=not math.isnan(sienne.valeur),
        valeur=ecriture.valeur(indicateur, sienne.valeur, sienne.couverture),
        unite=ecriture.unite(indicateur, sienne.valeur),
        rang=ecriture.rang(indicateur, sienne) or SANS_RANG,
        dates=dates,
        origine=ecriture.origine(indicateur),
        couverture=ecriture.a_cote(indicateur, sienne),
        formule=indicateur.formule,
        explication=" ".join(filter(None, phrases)),
        references=tuple(_face(indicateur, sienne, lieu, autre) for lieu, autre in autres),
        sources=indicateur.sources,
    )


def _face(indicateur: Indicateur, sienne: Mesure, lieu: Reference, autre: Mesure) -> Face:
    part = ecriture.part(indicateur, sienne, autre) if lieu.contient else ""
    dite = autre.hors or autre.couverture >= PRESQUE
    connue = "" if dite else ecriture.couverture(indicateur, autre)
    laisses = f"et {nombre(lieu.sans)} hors des régions" if _en_laisse(indicateur, lieu) else ""
    return Face(
        libelle=ecriture.lieu(lieu.libelle, autre),
        valeur=ecriture.valeur(indicateur, autre.valeur, autre.couverture),
        notes=tuple(filter(None, (part or connue, laisses))),
    )


def _en_laisse(indicateur: Indicateur, lieu: Reference) -> bool:
    """Whether a reference counts fewer projects than the map."""
    return indicateur.cle == "projets" and lieu.sans > 0


def _precision(indicateur: Indicateur, lieu: Reference, autre: Mesure) -> str:
    """What a reference leaves out: projects of no région, or the little that is unknown."""
    if _en_laisse(indicateur, lieu):
        tous = nombre(autre.valeur + lieu.sans)
        return f"Avec {nombre(lieu.sans)} de Nouvelle-Calédonie et de Polynésie : {tous}."
    if not autre.hors and PRESQUE <= autre.couverture < 1 and indicateur.couverture_en != "projets":
        return f"{lieu.libelle}\u00a0: {ecriture.connu_pour(indicateur, autre)}."
    return ""

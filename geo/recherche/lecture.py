"""What a reader typed, taken to pieces: a name, and what stands beside it to say where.

An address line mixes all of it (« BP 12, 22022 SAINT-BRIEUC CEDEX 1 »), and who knows that there are several
Saint-Denis adds the département, its code, its name or the postal code, before or behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.noms import cle
from geo.recherche.ecritures import code, ecrire_sur, ecritures, formes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.recherche.entree import Entree

__all__ = ["Lieux", "Lue", "lieux_nommes", "lire"]

Lieux = dict[str, frozenset[str]]
"""Names of départements and régions as they are compared, and the codes of their départements."""

LETTRES_DEBUT = 4
"""Letters from which the beginning of the name of a département is enough."""

CHARNIERES = frozenset({"en", "dans", "de", "du", "des", "d", "la", "le", "l"})
"""Words between a name and the place where it is (« Saint-Denis de La Réunion »)."""

LIENS = frozenset({"sur", "sous", "les", "lez", "et", "a", "aux", "au", "pres"})
"""Words that a name does not end by: « Villeneuve-sur-Lot » is one name, not a Villeneuve of the Lot."""

_CEDEX = re.compile(r"\bcede?x?\b(?: \d{1,2}\b)?")
_BOITE = re.compile(r"\b(?:bp|cs|tsa) ?\d+\b")
_PREFIXE = re.compile(r"^(?:n |numero |no )?(?:siren|siret)\b|\bf (?=\d{5}\b)")
_POSTAL = re.compile(r"\b\d{5}\b")
_SANS_ZERO = re.compile(r"^\d{4} (?=\D+$)")
_DEPARTEMENT = r"\d\d|2[ab]|97\d"
_APRES = re.compile(rf"(?P<nom>.+?) (?P<code>{_DEPARTEMENT})(?: [a-z ]+)?")
_AVANT = re.compile(rf"(?P<code>{_DEPARTEMENT}) (?P<nom>\D.*)")


@dataclass(frozen=True, kw_only=True)
class Lue:
    """A text that was read.

    Attributes:
        formes: The forms of the whole of it, CEDEX and post box left out (`geo.recherche.ecritures.formes`).
        numero: It as a code (`geo.recherche.ecritures.code`), empty when it is none.
        chiffres: Its digits, when it is nothing else.
        nom: What is left of it without a postal code; empty without one.
        postal: Postal code of five digits beside a name, else empty.
        cedex: « CEDEX » was written.
    """

    formes: tuple[str, ...]
    numero: str
    chiffres: str
    nom: str
    postal: str
    cedex: bool


def lire(texte: str) -> Lue:
    """Read a text (`geo.recherche.ecritures.lisible`)."""
    mots = cle(ecrire_sur(texte))
    cedex = bool(_CEDEX.search(mots))
    for retire in (_PREFIXE, _CEDEX, _BOITE) if cedex or " " in mots else ():
        mots = retire.sub(" ", mots)
    reste = " ".join(mots.split())
    colle = reste.replace(" ", "")
    if colle.isdigit():
        return Lue(formes=formes(reste), numero=code(reste), chiffres=colle, nom="", postal="", cedex=cedex)
    postal, nom = _postal(reste)
    return Lue(formes=formes(reste), numero=code(reste), chiffres="", nom=nom, postal=postal, cedex=cedex)


def _postal(reste: str) -> tuple[str, str]:
    """The postal code beside a name, its lost zero given back, and that name; two empty texts without."""
    trouve = _POSTAL.search(reste)
    if trouve:
        return trouve[0], " ".join(_POSTAL.sub(" ", reste, count=1).split())
    court = _SANS_ZERO.match(reste)
    return (f"0{court[0].strip()}", reste[court.end() :]) if court else ("", "")


def lieux_nommes(entrees: Iterable[Entree], departements: Mapping[str, Iterable[str]]) -> Lieux:
    """Names under which départements and régions are written beside a commune.

    Args:
        entrees: Every entry; those of départements and régions are read.
        departements: Codes of the départements of each région.
    """
    lieux: Lieux = {}
    for entree in entrees:
        if entree.sorte in {"departement", "region"}:
            codes = departements.get(entree.cle, ()) if entree.sorte == "region" else (entree.cle,)
            for forme in ecritures(entree.libelle):
                lieux.setdefault(forme, frozenset(un.lower() for un in codes))
    return lieux


def situer(forme: str, lieux: Lieux) -> Iterator[tuple[str, frozenset[str]]]:
    """Each way of reading a form as a name and the départements (lower case) where it is said to be."""
    if "arrondissement" not in forme:
        for motif in (_APRES, _AVANT):
            trouve = motif.fullmatch(forme)
            if trouve:
                yield trouve["nom"], frozenset({trouve["code"]})
    mots = forme.split()
    for place in range(1, len(mots)):
        nom, queue = _sans_charniere(mots[:place]), " ".join(mots[place:])
        if nom and nom[-1] not in LIENS and (codes := _codes(queue, lieux)):
            yield " ".join(nom), codes
            return


def _sans_charniere(mots: list[str]) -> list[str]:
    reste = list(mots)
    while reste and reste[-1] in CHARNIERES:
        reste.pop()
    return reste


def _codes(queue: str, lieux: Lieux) -> frozenset[str]:
    """Départements of a name, or of all those that begin so."""
    if queue in lieux or len(queue) < LETTRES_DEBUT:
        return lieux.get(queue, frozenset())
    return frozenset().union(*(codes for nom, codes in lieux.items() if nom.startswith(queue)))

"""A selection under a name, and the selections of a reader.

What is kept is what lasts: the words of a filter, and the names of ticked projects one by one (an id, or what
a row of the reader's own list says), never the compact form of an address. A name that the projects of the
day do not have is told when the selection is opened; it stays in what is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

from francais import accorder
from geo.adresse import nettoyer
from geo.filtre import Filtre

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.filtre import Repertoire, Vocabulaires

__all__ = ["NOMMEES_MAX", "NOM_MAX", "Nommee", "Selections", "ecrire_mot", "lire_mot"]

NOM_MAX: Final = 80
"""Characters of a name."""

NOMMEES_MAX: Final = 200
"""Selections of a reader."""

CHOIX: Final = "choix"
"""Word of the ticked projects in an address; kept as names instead."""

NOM: Final = "nom"
"""Word of the name where a selection is one word of another address."""

LONGUEUR_MAX: Final = 6_000
CHAMPS_MAX: Final = 400
"""Characters and parameters of such a word; more did not come from our pages."""


@dataclass(frozen=True, kw_only=True)
class Nommee:
    """A selection under a name.

    Attributes:
        nom: Its name, on one line.
        mots: Words of its filter -> values, those of the ticked projects aside.
        projets: Names of the ticked projects (`geo.filtre.coches.Repertoire.noms`); none for a filter.
    """

    nom: str
    mots: Mapping[str, Sequence[str]]
    projets: tuple[str, ...] = ()

    @classmethod
    def de(cls, nom: str, filtre: Filtre, connus: Repertoire) -> Nommee:
        """A filter under a name."""
        mots = {mot: tuple(valeurs) for mot, valeurs in filtre.ecrire().items() if mot not in {CHOIX, "tri"}}
        return cls(nom=propre(nom), mots=mots, projets=connus.noms(filtre.choisis))

    def filtre(self, vocabulaires: Vocabulaires) -> tuple[Filtre, list[str]]:
        """The filter as the projects of the day know it, and French notices for what they do not have."""
        lu, avis = Filtre.lire(self.mots, vocabulaires)
        if not self.projets:
            return lu, avis
        choisis, perdus = vocabulaires.projets.des_noms(self.projets)
        if perdus:
            dits = accorder(perdus, "projet coché n’est", "projets cochés ne sont")
            avis.append(f"« {self.nom} » : {dits} pas parmi ceux de la page.")
        return replace(lu, choisis=choisis), avis


@dataclass(frozen=True, kw_only=True)
class Selections:
    """The selections of a reader, by the order in which he named them; each name is there once."""

    nommees: tuple[Nommee, ...] = ()

    def __len__(self) -> int:
        """Number of selections."""
        return len(self.nommees)

    def __iter__(self) -> Iterator[Nommee]:
        """The selections, in their order."""
        return iter(self.nommees)

    def de_nom(self, nom: str) -> Nommee | None:
        """The selection of this name."""
        return next((nommee for nommee in self.nommees if nommee.nom == nom), None)

    def avec(self, nommee: Nommee, place: int | None = None) -> Selections:
        """With one more; a name that is taken is followed by a number, so that nothing is replaced."""
        libre = replace(nommee, nom=self.libre(nommee.nom))
        rang = len(self.nommees) if place is None else place
        return Selections(nommees=(*self.nommees[:rang], libre, *self.nommees[rang:])[:NOMMEES_MAX])

    def sans(self, nom: str) -> Selections:
        """Without the selection of this name."""
        return Selections(nommees=tuple(nommee for nommee in self.nommees if nommee.nom != nom))

    def renommee(self, nom: str, nouveau: str) -> Selections:
        """With another name for one of them, in its place."""
        ancienne = self.de_nom(nom)
        if ancienne is None or not propre(nouveau) or propre(nouveau) == nom:
            return self
        place = self.nommees.index(ancienne)
        return self.sans(nom).avec(replace(ancienne, nom=propre(nouveau)), place)

    def libre(self, nom: str) -> str:
        """This name, or « nom (2) » when it is taken."""
        pris = {nommee.nom for nommee in self.nommees}
        voulu = propre(nom) or "Sélection"
        essais = (voulu, *(f"{voulu[: NOM_MAX - 6]} ({n})" for n in range(2, NOMMEES_MAX + 2)))
        return next(essai for essai in essais if essai not in pris)


def propre(nom: str) -> str:
    """A name on one line, no longer than `NOM_MAX`."""
    return nettoyer(nom)[:NOM_MAX].rstrip()


def ecrire_mot(nom: str, filtre: Filtre) -> str:
    """A named filter as one word of another address: a query, which holds no comma."""
    return urlencode({NOM: propre(nom), **replace(filtre, tri=None).ecrire()}, doseq=True)


def lire_mot(mot: str, vocabulaires: Vocabulaires) -> tuple[tuple[str, Filtre] | None, list[str]]:
    """Name and filter of such a word; None when it is none; and French notices for what is not there."""
    if len(mot) > LONGUEUR_MAX:
        return None, []
    try:
        parametres = parse_qs(mot, max_num_fields=CHAMPS_MAX)
    except ValueError:
        return None, []
    if NOM not in parametres:
        return None, []
    filtre, avis = Filtre.lire(parametres, vocabulaires)
    return (propre(parametres[NOM][0]) or "Sélection", replace(filtre, tri=None)), avis

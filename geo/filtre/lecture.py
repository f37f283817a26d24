"""What a link says, read with mistrust: every value that means something is kept, the rest is said in French.

A link is typed, cut by a mail programme, or made to harm. Nothing here raises: a value is known, or it is
left aside with one notice for its word, where it is quoted short and without what cannot be printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from francais import accorder, liste
from geo.filtre.plein_texte import MOTS_MAX, mots
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.filtre.facettes import Facette

__all__ = ["LONGUEUR_TEXTE", "PLAFOND", "Lecteur", "nettoyer"]

LONGUEUR_TEXTE: Final = 100
"""Characters of a free text, as many as its field takes."""

PLAFOND: Final = 999_999_999
"""The largest number that a filter takes."""

LONGUEUR_CITEE: Final = 40
CITEES_MAX: Final = 3
VALEURS_LUES: Final = 5_000
LONGUEUR_LUE: Final = 10_000
"""Characters of a quoted value, values quoted in a notice; beyond the last two, nothing is read."""

_MOIS: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
_ENTIER: Final = re.compile(r"[0-9]{1,9}")


def nettoyer(texte: str) -> str:
    """A text on one line, single spaces, without anything that cannot be printed."""
    visibles = "".join(c for c in " ".join(texte.split()) if c.isprintable())
    return " ".join(visibles.split())


class Lecteur:
    """Reads the parameters of a link, word by word.

    Attributes:
        avis: French notices, in the order in which words were read.
    """

    def __init__(self, parametres: Mapping[str, Sequence[str]]) -> None:
        """Read from the query string: word -> its values (a text alone is one value)."""
        self._parametres = parametres
        self.avis: list[str] = []

    def plusieurs(self, facette: Facette, vocabulaire: Mapping[str, str]) -> tuple[str, ...]:
        """Every value of a facet that the vocabulary knows, by its word or its label, however written."""
        demandes = self._valeurs(facette.mot)
        if not demandes:
            return ()
        par_cle = {} if vocabulaire.keys() >= {*demandes} else _par_cle(vocabulaire)
        lues = {valeur: valeur if valeur in vocabulaire else par_cle.get(cle(valeur)) for valeur in demandes}
        self._inconnues(facette.libelle, [valeur for valeur, lue in lues.items() if lue is None])
        return tuple(lue for lue in lues.values() if lue is not None)

    def un(self, mot: str, libelle: str, permis: Mapping[str, object]) -> str | None:
        """The one value of a closed list; None without any."""
        valeur = self._seule(mot, libelle)
        if valeur is None or valeur in permis:
            return valeur
        self._inconnues(libelle, [valeur])
        return None

    def mois(self, mot: str, libelle: str) -> str | None:
        """A month written « 2021-03 », from 1900 to 2099."""
        valeur = self._seule(mot, libelle)
        if valeur is None or _MOIS.fullmatch(valeur):
            return valeur
        self.avis.append(f"{libelle} : {citer(valeur)} n’est pas un mois (2021-03 attendu), laissé de côté.")
        return None

    def entier(self, mot: str, libelle: str) -> int | None:
        """A whole number from 0 to `PLAFOND`."""
        valeur = self._seule(mot, libelle)
        if valeur is None:
            return None
        if _ENTIER.fullmatch(valeur):
            return int(valeur)
        self.avis.append(
            f"{libelle} : {citer(valeur)} n’est pas un nombre entier entre 0 et 999 999 999, laissé de côté."
        )
        return None

    def texte(self, mot: str) -> str:
        """A free text of `LONGUEUR_TEXTE` characters at most, empty when it has neither letter nor digit."""
        brut = self._seule(mot, "Texte cherché") or ""
        propre = nettoyer(brut)
        if len(propre) > LONGUEUR_TEXTE or len(brut) > LONGUEUR_LUE:
            self.avis.append(f"Le texte cherché dépasse {LONGUEUR_TEXTE} caractères : il est laissé de côté.")
            return ""
        if brut.strip() and not cle(propre):
            self.avis.append("Le texte cherché n’a ni lettre ni chiffre : il est laissé de côté.")
            return ""
        if propre != " ".join(brut.split()):
            self.avis.append("Le texte cherché avait des caractères illisibles : ils sont retirés.")
        if len(mots(propre)) > MOTS_MAX:
            self.avis.append(
                f"Le texte cherché a plus de {MOTS_MAX} mots : les {MOTS_MAX} plus longs comptent."
            )
        return propre

    def _valeurs(self, mot: str) -> list[str]:
        """The values of a word, each once, without the empty ones."""
        brutes = self._parametres.get(mot, ())
        suite = [brutes] if isinstance(brutes, str) else list(brutes)[:VALEURS_LUES]
        return list(dict.fromkeys(valeur[:LONGUEUR_LUE] for valeur in suite if valeur))

    def _seule(self, mot: str, libelle: str) -> str | None:
        valeurs = self._valeurs(mot)
        if len(valeurs) > 1:
            self.avis.append(f"{libelle} : une seule valeur est possible, la première est gardée.")
        return valeurs[0] if valeurs else None

    def _inconnues(self, libelle: str, valeurs: Sequence[str]) -> None:
        """One notice for all the unknown values of a word."""
        if not valeurs:
            return
        citees = [citer(valeur) for valeur in valeurs[:CITEES_MAX]]
        reste = len(valeurs) - len(citees)
        dites = liste([*citees, *([accorder(reste, "autre")] if reste else [])])
        suite = "n’existe pas, laissé de côté" if len(valeurs) == 1 else "n’existent pas, laissés de côté"
        self.avis.append(f"{libelle} : {dites} {suite}.")


def citer(valeur: str) -> str:
    """A value between French quotes, cut short, without what cannot be printed."""
    propre = nettoyer(valeur[: 10 * LONGUEUR_CITEE])
    court = propre if len(propre) <= LONGUEUR_CITEE else f"{propre[:LONGUEUR_CITEE].rstrip()}…"
    return f"« {court} »"


def _par_cle(vocabulaire: Mapping[str, str]) -> dict[str, str]:
    """Folded word or label -> word; words first, then the labels in their order."""
    par_cle: dict[str, str] = {}
    for mot in vocabulaire:
        par_cle.setdefault(cle(mot), mot)
    for mot, libelle in vocabulaire.items():
        par_cle.setdefault(cle(libelle), mot)
    par_cle.pop("", None)
    return par_cle

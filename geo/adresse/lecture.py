"""One word of a link, read with mistrust: what means something is kept, the rest is said in French.

Nothing here raises: a value is understood, or it is left aside with one notice for its word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from francais import accorder
from geo.adresse.champs import Forme
from geo.adresse.citation import CITEES_MAX, court, enumerer

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.adresse.champs import Champ, Regles
    from geo.adresse.sortes import Sorte

__all__ = ["LONGUEUR_LUE", "Lecteur"]

Parametres = Mapping[str, str | Sequence[str]]
"""A query string: word -> its values (a text alone is one value)."""

LONGUEUR_LUE: Final = 10_000
VALEURS_LUES: Final = 5_000
"""Characters of a value, values of a word: beyond, nothing is read."""


class Lecteur:
    """Reads the words of a link, one by one.

    Attributes:
        lus: Name of the attribute -> what was read so far, or the usual value.
        avis: French notices, in the order in which words were read.
    """

    def __init__(self, parametres: Parametres, regles: Regles) -> None:
        """Read a query string by some rules."""
        self._parametres = parametres
        self._regles = regles
        self.lus: dict[str, Any] = {}
        self.avis: list[str] = []

    def lire(self, nom: str, declare: Champ, defaut: Any, fonds: Sequence[object]) -> None:
        """Read one word into `lus`.

        Args:
            nom: Name of the attribute.
            declare: Its declaration.
            defaut: Its usual value.
            fonds: What the address is read with.
        """
        self.lus[nom] = defaut
        sorte = declare.sorte_de(self.lus, *fonds)
        if sorte is None:
            return
        if declare.plusieurs:
            self._plusieurs(nom, declare, sorte)
        else:
            self._une(nom, declare, sorte, defaut)

    def _valeurs(self, declare: Champ) -> list[str]:
        brutes = self._parametres.get(declare.mot, ())
        suite = [brutes] if isinstance(brutes, str) else list(brutes)[:VALEURS_LUES]
        return [valeur[:LONGUEUR_LUE] for valeur in suite]

    def _une(self, nom: str, declare: Champ, sorte: Sorte, defaut: Any) -> None:
        valeur = self._seule(declare, absente=not self._regles.vide_faux or defaut in {None, "", False})
        if valeur is None:
            return
        lue = sorte.comprendre(valeur, self.avis.append)
        if lue is None:
            self._fausses(declare, sorte, [valeur])
        else:
            self.lus[nom] = lue

    def _seule(self, declare: Champ, *, absente: bool) -> str | None:
        """The value that counts; None without any, or when it is empty and says nothing."""
        valeurs = self._valeurs(declare)
        if self._regles.derniere:
            valeurs = valeurs[-1:]
        if absente:
            valeurs = [valeur for valeur in valeurs if valeur.strip()]
        if len(set(valeurs)) > 1:
            self._dire(declare, (declare.avis.repetee,), valeurs[:1])
        return valeurs[0] if valeurs else None

    def _plusieurs(self, nom: str, declare: Champ, sorte: Sorte) -> None:
        valeurs = self._valeurs(declare)
        if self._regles.derniere and not declare.cumule:
            valeurs = valeurs[-1:]
        if not valeurs or (not self._regles.vide_faux and not any(valeurs)):
            return
        suite = _suite(declare, valeurs)
        gardees: list[Any] = []
        fausses: list[str] = []
        doubles: list[str] = []
        de_trop = suite[declare.lues_max :]
        connues: set[Any] = set()
        for rang, valeur in enumerate(suite[: declare.lues_max], start=1):
            lue = sorte.comprendre(valeur, self._apres(declare.devant.format(rang=rang)))
            if lue is None:
                fausses.append(valeur)
            elif declare.une_fois and lue in connues:
                doubles.append(valeur)
            elif len(gardees) == declare.gardees_max:
                de_trop.append(valeur)
            else:
                gardees.append(lue)
                if declare.une_fois:
                    connues.add(lue)
        self.lus[nom] = tuple(gardees)
        self._fausses(declare, sorte, fausses)
        self._dire(declare, (declare.avis.double, declare.avis.doubles), _une_fois(doubles))
        if de_trop:
            self._dire(declare, (declare.avis.trop,), de_trop)

    def _apres(self, devant: str) -> Callable[[str], None]:
        """What takes the notices of one value, said after these words."""
        return lambda texte: self.avis.append(devant + texte)

    def _fausses(self, declare: Champ, sorte: Sorte, valeurs: Sequence[str]) -> None:
        """One notice for all the values of a word that mean nothing."""
        une = declare.avis.fausse or f"{{nom}} : {{dite}} {sorte.fausse}."
        plusieurs = declare.avis.fausses or declare.avis.fausse or f"{{nom}} : {{dite}} {sorte.fausses}."
        self._dire(declare, (une, plusieurs), _une_fois(valeurs) if declare.une_fois else valeurs)

    def _dire(self, declare: Champ, gabarits: tuple[str, ...], valeurs: Sequence[str]) -> None:
        """Say the last template of several values, the first one of one; an empty one says nothing."""
        gabarit = gabarits[0] if len(valeurs) == 1 else gabarits[-1]
        if not valeurs or not gabarit:
            return
        dits = {
            "nom": declare.nom,
            "dite": enumerer(valeurs),
            "mots": _mots(valeurs),
        }
        self.avis.append(gabarit.format_map({**self.lus, **dits}))


def _suite(declare: Champ, valeurs: Sequence[str]) -> list[str]:
    """The values of a list, without the empty ones."""
    if declare.forme is Forme.REPETEE:
        return [valeur for valeur in valeurs if valeur.strip()]
    morceaux = (morceau.strip() for valeur in valeurs for morceau in valeur.split(","))
    return [morceau for morceau in morceaux if morceau not in {"", declare.vide}]


def _une_fois(valeurs: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(valeurs))


def _mots(valeurs: Sequence[str]) -> str:
    """Words that are well written, one after the other, without quotes."""
    reste = len(valeurs) - CITEES_MAX
    cites = [court(valeur) for valeur in valeurs[:CITEES_MAX]]
    return ", ".join([*cites, *([accorder(reste, "autre")] if reste > 0 else [])])

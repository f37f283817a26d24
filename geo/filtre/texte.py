"""The free text of a filter: words to find, as a link or a field gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.adresse import Sorte, nettoyer
from geo.filtre.plein_texte import MOTS_MAX, mots
from geo.noms import cle

if TYPE_CHECKING:
    from geo.adresse import Dire

__all__ = ["LONGUEUR_TEXTE", "TexteCherche"]

LONGUEUR_TEXTE: Final = 100
"""Characters of a free text, as many as its field takes."""


class TexteCherche(Sorte):
    """A text of `LONGUEUR_TEXTE` characters at most; empty, with a notice, when it cannot be looked for."""

    longueur_max: Final = LONGUEUR_TEXTE

    def accepte(self, valeur: str) -> bool:
        """Whether its length is right."""
        return 1 <= len(valeur) <= self.longueur_max

    def comprendre(self, valeur: str, dire: Dire) -> str:
        """The text on one line, without what cannot be printed."""
        propre = nettoyer(valeur)
        if len(propre) > self.longueur_max:
            dire(f"Le texte cherché dépasse {self.longueur_max} caractères : il est laissé de côté.")
            return ""
        if not cle(propre):
            dire("Le texte cherché n’a ni lettre ni chiffre : il est laissé de côté.")
            return ""
        if propre != " ".join(valeur.split()):
            dire("Le texte cherché avait des caractères illisibles : ils sont retirés.")
        if len(mots(propre)) > MOTS_MAX:
            dire(f"Le texte cherché a plus de {MOTS_MAX} mots : les {MOTS_MAX} plus longs comptent.")
        return propre

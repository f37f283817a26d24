"""The state of a page is its address: a frozen dataclass, read from a link and written back.

A value that the link gets wrong is left aside with a notice, and the rest applies: reading never raises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVarTuple
from urllib.parse import urlencode

from geo.adresse.champs import Regles, champs, imbriquees
from geo.adresse.lecture import Lecteur

if TYPE_CHECKING:
    from geo.adresse.lecture import Parametres

__all__ = ["Adresse", "AdresseDePage", "AdresseRepetee"]

Fonds = TypeVarTuple("Fonds")
"""What an address is read with: the atlas, the vocabularies of the projects."""


class Adresse(Generic[*Fonds]):
    """An address; its subclasses are frozen dataclasses whose fields are declared (`geo.adresse.champs`).

    Attributes:
        page: First word of its links.
        lisibles: Signs that its links leave as they are.
        regles: How far its reader trusts a link.
    """

    page: ClassVar[str] = ""
    lisibles: ClassVar[str] = ""
    regles: ClassVar[Regles] = Regles()

    @classmethod
    def lire(cls, parametres: Parametres, *fonds: *Fonds) -> tuple[Self, list[str]]:
        """The state that an address asks for, and a French notice for what is left aside.

        Never raises, whatever the values; words that are not its own are passed over.

        Args:
            parametres: The query string: word -> its values (a text alone is one value).
            fonds: What says which values exist, in the order of the class.
        """
        dedans = {nom: classe.lire(parametres, *fonds) for nom, classe in imbriquees(cls)}
        lecteur = Lecteur(parametres, cls.regles)
        declares = sorted(champs(cls).items(), key=lambda paire: not paire[1][0].d_abord)
        for nom, (declare, defaut) in declares:
            lecteur.lire(nom, declare, defaut, fonds)
        lus, avis = lecteur.lus, [texte for _, siens in dedans.values() for texte in siens] + lecteur.avis
        cls.accorder(lus, avis)
        return cls(**lus, **{nom: lue for nom, (lue, _) in dedans.items()}), avis

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:
        """Bring values that do not hold together into accord, with a notice where a reader needs one.

        Args:
            lus: Name of the attribute -> what was read, changed in place.
            avis: Notices, added to.
        """

    def valeurs_ecrites(self) -> dict[str, list[str]]:
        """Word of the address -> its values; what is as usual is left out."""
        mots: dict[str, list[str]] = {}
        for nom, _ in imbriquees(type(self)):
            mots |= getattr(self, nom).valeurs_ecrites()
        for nom, (declare, defaut) in champs(type(self)).items():
            valeur = getattr(self, nom)
            if valeur != defaut:
                mots[declare.mot] = declare.ecrire(valeur)
        return mots

    def lien(self) -> str:
        """The address as a link from any page; relative, so that it holds under any base path."""
        requete = urlencode(self.valeurs_ecrites(), doseq=True, safe=self.lisibles)
        return f"{self.page}?{requete}" if requete else self.page


class AdresseDePage(Adresse[*Fonds]):
    """The address of a page whose words are there once."""

    regles = Regles(derniere=True, vide_faux=True)

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        return {mot: valeurs[-1] for mot, valeurs in self.valeurs_ecrites().items()}


class AdresseRepetee(Adresse[*Fonds]):
    """An address that says a word again for each of its values."""

    def ecrire(self) -> dict[str, list[str]]:
        """Word of the address -> its values; what is as usual is left out."""
        return self.valeurs_ecrites()

"""What an address declares: one field of its dataclass a word, with its kind, its French name, its notices.

Reading, writing, notices, the open data and the tests follow from the declarations: a word is told nowhere
else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from geo.adresse.sortes import Sorte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Avis", "Champ", "Forme", "Regles", "champ", "champs", "imbriquee", "imbriquees"]

_CHAMP: Final = "champ"
_IMBRIQUEE: Final = "imbriquee"


class Forme(Enum):
    """How a word holds its values."""

    UNE = "one value"
    REPETEE = "the word again for each value"
    VIRGULES = "values with commas between them"


@dataclass(frozen=True, kw_only=True)
class Avis:
    """What a page says of a word that is wrong, in French; `{dite}` stands for what is quoted.

    A notice may name any value of the address that is read before this one: « {millesime} ».

    Attributes:
        fausse: A value means nothing; the words of its kind when empty.
        fausses: Several ones do; `fausse` when empty.
        repetee: The word is there more than once, and its first value kept; nothing is said when empty.
        double: A value of a list comes back; nothing is said when empty.
        doubles: Several ones do.
        trop: There are more values than the list holds; `{mots}` stands for those that are left out.
    """

    fausse: str = ""
    fausses: str = ""
    repetee: str = "{nom} : une seule valeur est possible, la première est gardée."
    double: str = ""
    doubles: str = ""
    trop: str = ""


@dataclass(frozen=True, kw_only=True)
class Champ:
    """One word of an address.

    Attributes:
        mot: The word.
        nom: What a reader calls it.
        sorte: Its kind; or what makes it from the values read before (field -> value) and from what the
            address is read with, None when the word says nothing beside those values.
        sens: What it does, one French sentence.
        forme: How it holds its values.
        avis: What is said when it is wrong.
        ecrit: Value -> what the address says.
        vide: In a list with commas, the word that says that there is no value.
        cumule: In a list with commas, whether the lists of a word that is there twice add up.
        une_fois: In a list, whether a value that comes back is left out.
        lues_max: Values of a list that are looked at.
        gardees_max: Values of a list that are kept.
        devant: Said before the notices of one value of a list; `{rang}` is its rank.
        d_abord: Whether it is read before the others, whatever its place.
    """

    mot: str
    nom: str
    sorte: Sorte | Callable[..., Sorte | None]
    sens: str = ""
    forme: Forme = Forme.UNE
    avis: Avis = field(default_factory=Avis)
    ecrit: Callable[[Any], str] = str
    vide: str = ""
    cumule: bool = False
    une_fois: bool = True
    lues_max: int = 5_000
    gardees_max: int = 5_000
    devant: str = ""
    d_abord: bool = False

    @property
    def plusieurs(self) -> bool:
        """Whether it holds a list."""
        return self.forme is not Forme.UNE

    def sorte_de(self, lus: dict[str, Any], *fonds: object) -> Sorte | None:
        """Its kind, when these values have been read; None when the word says nothing beside them."""
        return self.sorte if isinstance(self.sorte, Sorte) else self.sorte(lus, *fonds)

    def ecrire(self, valeur: Any) -> list[str]:
        """What the address says for a value."""
        if self.forme is Forme.UNE:
            return [self.ecrit(valeur)]
        mots = [self.ecrit(une) for une in valeur]
        if self.forme is Forme.REPETEE:
            return mots
        return [",".join(mots) or self.vide]


@dataclass(frozen=True, kw_only=True)
class Regles:
    """How far a reader of addresses trusts them.

    Attributes:
        derniere: Of a word that is there twice, the last value counts and nothing is said; else the first
            one, and it is said.
        vide_faux: An empty value is a wrong one where the usual value is not empty; else it says nothing.
    """

    derniere: bool = False
    vide_faux: bool = False


def champ(*, defaut: Any, declare: Champ | None = None, **declaration: Any) -> Any:
    """A field of an address: its usual value, which is not written, and its declaration.

    Args:
        defaut: The usual value.
        declare: The declaration, when it serves elsewhere too.
        declaration: Else what it is made from (attributes of `Champ`).
    """
    return field(default=defaut, metadata={_CHAMP: declare or Champ(**declaration)})


def imbriquee(classe: type) -> Any:
    """A field that is an address itself, whose words stand among those of the other fields."""
    return field(default_factory=classe, metadata={_IMBRIQUEE: classe})


def champs(classe: type) -> dict[str, tuple[Champ, Any]]:
    """Name of the attribute -> declaration and usual value, in the order in which they are written."""
    return {f.name: (f.metadata[_CHAMP], f.default) for f in fields(classe) if _CHAMP in f.metadata}


def imbriquees(classe: type) -> Iterator[tuple[str, Any]]:
    """Name and class of the fields that are addresses themselves."""
    for f in fields(classe):
        if _IMBRIQUEE in f.metadata:
            yield f.name, f.metadata[_IMBRIQUEE]

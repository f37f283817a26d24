"""The parameters of the open data: the words of the pages, read strictly, and described.

They are those that addresses declare (`geo.adresse.champs`). One kind of values makes the schema, that of
OpenAPI 3.1, and checks a request: the description cannot promise what the server refuses, nor the other way
round.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, singledispatch
from typing import TYPE_CHECKING, Any, Final

from geo.adresse import ANNEES, AdresseDuMillesime, Choix, Entier, Mois, Sorte, Vocabulaire, champs
from geo.filtre import Filtre, ProjetsCoches, TexteCherche
from geo.indicateurs import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.adresse import Champ
    from service.ouvertes.matiere import Matiere

__all__ = ["LIMITE", "NIVEAUX", "Parametre", "pour_les_contours", "pour_les_indicateurs", "pour_les_projets"]

LIMITE: Final = 20_000
"""Rows or outlines in one answer, at most and when nothing is asked."""

A_LISTER: Final = 40
"""A remedy lists the values of a closed list up to so many."""

NIVEAUX: Final = {
    "ti": "Territoires d’industrie du millésime",
    "epci": "Intercommunalités du 1er janvier 2021",
    "region": "Régions",
    "france": "France",
}
"""What indicators are given for: word -> what a reader calls it."""


@dataclass(frozen=True, kw_only=True)
class Parametre:
    """One parameter of an address.

    Attributes:
        nom: Its word.
        sens: What it does, one French sentence.
        sorte: What one value may be (`geo.adresse.sortes`), exactly as it is written.
        plusieurs: Whether it may be repeated; its values then add up.
        defaut: What is meant without it; None when nothing is.
    """

    nom: str
    sens: str
    sorte: Sorte
    plusieurs: bool = False
    defaut: int | str | None = None

    @cached_property
    def schema(self) -> dict[str, Any]:
        """What one value may be, in the words of OpenAPI."""
        return _schema(self.sorte) | ({} if self.defaut is None else {"default": self.defaut})

    @cached_property
    def valeurs(self) -> tuple[str, ...]:
        """The closed list of its values as they are written; empty when it has none."""
        return tuple(map(str, self.schema.get("enum", ())))

    def accepte(self, valeur: str) -> bool:
        """Whether a value, as written in an address, is of its kind."""
        return self.sorte.accepte(valeur)

    @property
    def remede(self) -> str:
        """What to write, in French."""
        return f"{self._attendu}, ou retirez ce paramètre."

    @property
    def _attendu(self) -> str:
        if self.valeurs and len(self.valeurs) <= A_LISTER:
            combien = "une ou plusieurs" if self.plusieurs else "l’une"
            return f"Écrivez {combien} de ces valeurs : {', '.join(self.valeurs)}"
        if self.valeurs:
            return f"Écrivez l’une des {len(self.valeurs)} valeurs que liste /donnees/openapi.json"
        if self.schema["type"] == "integer":
            return f"Écrivez un nombre entier entre {self.schema['minimum']} et {self.schema['maximum']}"
        if isinstance(self.sorte, ProjetsCoches):
            return "Écrivez des identifiants de projets entre virgules, comme p-0123456789"
        if "pattern" in self.schema:
            return "Écrivez un mois comme 2021-03"
        return f"Écrivez un texte de {self.schema['maxLength']} caractères au plus"


@singledispatch
def _schema(sorte: Sorte) -> dict[str, Any]:
    """The schema of a kind of values."""
    raise TypeError(type(sorte).__name__)


@_schema.register
def _(sorte: Choix) -> dict[str, Any]:
    if all(type(valeur) is int for valeur in sorte.permis.values()):  # years
        return {"type": "integer", "enum": list(sorte.permis.values())}
    return {"type": "string", "enum": list(sorte.permis)}


@_schema.register
def _(sorte: Vocabulaire) -> dict[str, Any]:
    return {"type": "string", "enum": list(sorte.noms)}


@_schema.register
def _(sorte: Entier) -> dict[str, Any]:
    return {"type": "integer", "minimum": sorte.de, "maximum": sorte.a}


@_schema.register
def _(sorte: Mois) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{sorte.motif}$"}


@_schema.register
def _(sorte: TexteCherche) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": sorte.longueur_max}


@_schema.register
def _(sorte: ProjetsCoches) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{sorte.motif}$", "maxLength": sorte.longueur_max}


def _de(champ: Champ, sorte: Sorte, defaut: int | str | None) -> Parametre:
    """The parameter that a word of a page is."""
    return Parametre(nom=champ.mot, sens=champ.sens, sorte=sorte, plusieurs=champ.plusieurs, defaut=defaut)


MILLESIME: Final = _de(champs(AdresseDuMillesime)["millesime"][0], Choix(ANNEES), MILLESIME_PAR_DEFAUT)

PAGES: Final = (
    Parametre(
        nom="limite",
        sens="Nombre de lignes de la réponse, au plus.",
        sorte=Entier(de=1, a=LIMITE),
        defaut=LIMITE,
    ),
    Parametre(nom="depuis", sens="Nombre de lignes à passer avant la première.", sorte=Entier(), defaut=0),
)
"""What pages an answer."""


@garde(taille=1)
def pour_les_projets(matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the page « Projets »: what `geo.filtre.filtre.Filtre` declares."""
    return (
        *(_du_filtre(champ, matiere) for champ, _ in champs(Filtre).values()),
        *PAGES,
    )


def _du_filtre(champ: Champ, matiere: Matiere) -> Parametre:
    """A word of the filter, with the values that it has in any millésime."""
    possibles = [champ.sorte_de({"millesime": annee}, matiere.vocabulaires) for annee in MILLESIMES]
    sortes = [sorte for sorte in possibles if sorte]
    vocabulaires = [sorte.noms for sorte in sortes if isinstance(sorte, Vocabulaire)]
    tous = {mot: nom for noms in vocabulaires for mot, nom in noms.items()}
    sorte = Vocabulaire(tous) if vocabulaires else sortes[0]
    return _de(champ, sorte, MILLESIME_PAR_DEFAUT if champ.mot == MILLESIME.nom else None)


@garde(taille=1)
def pour_les_contours(matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the outlines."""
    region = Parametre(
        nom="region",
        sens="Code de la région, comme 53.",
        sorte=Choix.parmi(matiere.atlas.regions["code"]),
        plusieurs=True,
    )
    return (MILLESIME, region, *PAGES)


def pour_les_indicateurs(_matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the indicators."""
    return (
        MILLESIME,
        Parametre(nom="niveau", sens="Ce que les lignes décrivent.", sorte=Choix.parmi(NIVEAUX), defaut="ti"),
        Parametre(
            nom="indicateur",
            sens="Indicateur, par son mot.",
            sorte=Choix.parmi(INDICATEURS),
            plusieurs=True,
        ),
        *PAGES,
    )


if TYPE_CHECKING:
    Declarations = Callable[[Matiere], tuple[Parametre, ...]]

"""The parameters of the open data, declared once: the same words check a request and describe it.

A schema is the one of OpenAPI 3.1; `Parametre.accepte` reads it, so that the description cannot promise what
the server refuses, nor the other way round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from geo.filtre.facettes import DANS_TI, EMPLOIS, FACETTES
from geo.filtre.filtre import TRIS
from geo.filtre.lecture import LONGUEUR_TEXTE, PLAFOND
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.filtre.facettes import Facette
    from service.ouvertes.matiere import Matiere

__all__ = ["LIMITE", "NIVEAUX", "Parametre", "pour_les_contours", "pour_les_indicateurs", "pour_les_projets"]

LIMITE: Final = 20_000
"""Rows or outlines in one answer, at most and when nothing is asked."""

A_LISTER: Final = 40
"""A remedy lists the values of a closed list up to so many."""

MOIS: Final = "^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])$"
_ENTIER: Final = re.compile(r"[0-9]{1,9}")

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
        schema: What one value may be, in the words of OpenAPI.
        plusieurs: Whether it may be repeated; its values then add up.
    """

    nom: str
    sens: str
    schema: dict[str, Any]
    plusieurs: bool = False

    @property
    def valeurs(self) -> tuple[str, ...]:
        """The closed list of its values as they are written; empty when it has none."""
        return _valeurs(tuple(self.schema.get("enum", ())))

    def accepte(self, valeur: str) -> bool:
        """Whether a value, as written in an address, is of the schema."""
        if "enum" in self.schema:
            return valeur in self.valeurs
        if self.schema["type"] == "integer":
            lisible = _ENTIER.fullmatch(valeur) is not None
            return lisible and self.schema["minimum"] <= int(valeur) <= self.schema["maximum"]
        if "pattern" in self.schema:
            return re.fullmatch(self.schema["pattern"].strip("^$"), valeur) is not None
        dans: bool = self.schema["minLength"] <= len(valeur) <= self.schema["maxLength"]
        return dans

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
        if "pattern" in self.schema:
            return "Écrivez un mois comme 2021-03"
        return f"Écrivez un texte de {self.schema['maxLength']} caractères au plus"


@lru_cache(maxsize=64)
def _valeurs(brutes: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(map(str, brutes))


def _liste(nom: str, sens: str, valeurs: Iterable[str], *, plusieurs: bool = False) -> Parametre:
    return Parametre(
        nom=nom, sens=sens, schema={"type": "string", "enum": list(valeurs)}, plusieurs=plusieurs
    )


def _entier(nom: str, sens: str, *, de: int, a: int, defaut: int | None = None) -> Parametre:
    schema: dict[str, Any] = {"type": "integer", "minimum": de, "maximum": a}
    return Parametre(nom=nom, sens=sens, schema=schema | ({} if defaut is None else {"default": defaut}))


MILLESIME: Final = Parametre(
    nom="millesime",
    sens="Année du périmètre des Territoires d’industrie.",
    schema={"type": "integer", "enum": list(MILLESIMES), "default": MILLESIME_PAR_DEFAUT},
)

PAGES: Final = (
    _entier("limite", "Nombre de lignes de la réponse, au plus.", de=1, a=LIMITE, defaut=LIMITE),
    _entier("depuis", "Nombre de lignes à passer avant la première.", de=0, a=PLAFOND, defaut=0),
)
"""What pages an answer."""


@lru_cache(maxsize=2)
def pour_les_projets(matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the page « Projets » (`geo.filtre.filtre.Filtre`), in its words."""
    return (
        *(_facette(facette, matiere) for facette in FACETTES if facette.mot != "source"),
        _liste("source", "Source du projet.", _mots(matiere, "source"), plusieurs=True),
        _liste("dans_ti", "Dans un territoire du millésime, ou hors de tous.", DANS_TI),
        MILLESIME,
        _mois("du", "Premier mois."),
        _mois("au", "Dernier mois, compris."),
        _entier("emplois_min", "Emplois annoncés, au moins.", de=0, a=PLAFOND),
        _entier("emplois_max", "Emplois annoncés, au plus.", de=0, a=PLAFOND),
        _liste("emplois", "Les seuls projets qui disent leurs emplois.", EMPLOIS),
        Parametre(
            nom="q",
            sens="Mots à trouver tous dans l’entreprise, l’objet, la commune ou le SIREN.",
            schema={"type": "string", "minLength": 1, "maxLength": LONGUEUR_TEXTE},
        ),
        _liste("tri", "Ordre des lignes ; « - » devant, du dernier au premier.", _tris()),
        *PAGES,
    )


def _tris() -> list[str]:
    return [signe + mot for mot in TRIS for signe in ("", "-")]


def _mois(nom: str, sens: str) -> Parametre:
    return Parametre(nom=nom, sens=sens, schema={"type": "string", "pattern": MOIS})


def _facette(facette: Facette, matiere: Matiere) -> Parametre:
    return _liste(facette.mot, f"{facette.libelle} du projet.", _mots(matiere, facette.mot), plusieurs=True)


def _mots(matiere: Matiere, facette: str) -> dict[str, None]:
    """The values of a facet in any millésime."""
    vocabulaires = matiere.vocabulaires
    return {mot: None for annee in MILLESIMES for mot in vocabulaires.de(annee)[facette]}


@lru_cache(maxsize=2)
def pour_les_contours(matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the outlines."""
    codes = matiere.atlas.regions["code"]
    return (
        MILLESIME,
        _liste("region", "Code de la région, comme 53.", codes, plusieurs=True),
        *PAGES,
    )


@lru_cache(maxsize=2)
def pour_les_indicateurs(_matiere: Matiere) -> tuple[Parametre, ...]:
    """Those of the indicators."""
    niveau = _liste("niveau", "Ce que les lignes décrivent.", NIVEAUX)
    niveau.schema["default"] = "ti"
    return (
        MILLESIME,
        niveau,
        _liste("indicateur", "Indicateur, par son mot.", INDICATEURS, plusieurs=True),
        *PAGES,
    )


if TYPE_CHECKING:
    Declarations = Callable[[Matiere], tuple[Parametre, ...]]

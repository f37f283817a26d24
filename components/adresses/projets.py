"""The address of the page « Projets »: the filter, and how its selection is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geo.adresse import AdresseRepetee, Avis, Choix, Connu, Forme, Regles, champ, imbriquee
from geo.filtre import TRIS, Filtre, Vocabulaires

__all__ = ["COLONNES", "SYMBOLES", "AdresseProjets"]

COLONNES: Final = ("entreprise", "objet", "commune", "ti", "filiere", "stade", "mesure", "date")
"""Columns of the table before any choice."""

SYMBOLES: Final = {"filiere": "la filière", "stade": "le stade"}
"""What tells the marks of the map apart."""

_PROJET = re.compile(r"[a-z]-[0-9a-f]{6,10}(-\d+)?")


@dataclass(frozen=True, kw_only=True)
class AdresseProjets(AdresseRepetee[Vocabulaires]):
    """What the page « Projets » shows.

    Attributes:
        filtre: The filter, its order included.
        colonnes: Columns of the table, in their order (words of `geo.filtre.filtre.TRIS`).
        symbole: What tells the marks of the map apart (`SYMBOLES`).
        projet: Id of the open project.
    """

    page = "projets"
    regles = Regles(derniere=True)

    filtre: Filtre = imbriquee(Filtre)
    colonnes: tuple[str, ...] = champ(
        defaut=COLONNES,
        mot="colonnes",
        nom="Colonnes",
        sorte=Choix.parmi(TRIS),
        forme=Forme.VIRGULES,
        avis=Avis(fausse="Une colonne demandée n’existe pas : les autres sont montrées."),
    )
    symbole: str = champ(
        defaut="filiere",
        mot="symbole",
        nom="Distinguer les points par",
        sorte=Choix.parmi(SYMBOLES),
        avis=Avis(fausse="Les points de la carte se distinguent par la filière ou par le stade."),
    )
    projet: str | None = champ(
        defaut=None,
        mot="projet",
        nom="Projet",
        sorte=Connu(lambda mot: mot if _PROJET.fullmatch(mot) else None),
        avis=Avis(fausse="Le projet demandé n’a pas un identifiant de l’atlas."),
    )

    def __post_init__(self) -> None:
        """A table without any column is the usual one."""
        object.__setattr__(self, "colonnes", self.colonnes or COLONNES)

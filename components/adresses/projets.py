"""The address of the page « Projets »: the filter, and how its selection is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from geo.adresse import AdresseRepetee, Avis, Choix, Connu, Forme, Regles, champ, imbriquee
from geo.filtre import LESQUELS, TRIS, Coches, Filtre, ProjetsCoches, Vocabulaires

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
        lesquels: The reader's own projects, the published ones, or both (`geo.filtre.miens.LESQUELS`).
        symbole: What tells the marks of the map apart (`SYMBOLES`).
        projet: Id of the open project.
        coches: Projects that are ticked among the others; none when the filter keeps ticked ones alone.
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
    lesquels: str = champ(
        defaut="tous",
        mot="lesquels",
        nom="Les miens, publiés ou tous",
        sorte=Choix.parmi(LESQUELS),
        avis=Avis(fausse="Les projets montrés sont les miens, les publiés, ou tous : tous sont montrés."),
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

    coches: Coches = champ(
        defaut=Coches(),
        mot="coches",
        nom="Projets cochés",
        sorte=lambda _, vocabulaires: ProjetsCoches(vocabulaires.projets),
        ecrit=lambda coches: coches.ecrit,
    )

    def __post_init__(self) -> None:
        """A table without any column is the usual one; projects that are shown alone are not ticked twice."""
        object.__setattr__(self, "colonnes", self.colonnes or COLONNES)
        if self.filtre.choisis:
            object.__setattr__(self, "coches", Coches())

    @property
    def choisis(self) -> Coches:
        """The ticked projects, whether they are shown alone or among the others."""
        return self.filtre.choisis or self.coches

    def des_coches(self) -> AdresseProjets:
        """The view of the ticked projects alone: their filter, in the same year and order."""
        seuls = replace(self.filtre.efface(), choisis=self.choisis)
        return replace(self, filtre=seuls, coches=Coches(), projet=None)

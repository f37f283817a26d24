"""The address of the page « Projets »: the filter, and how its selection is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from geo.filtre.filtre import TRIS, Filtre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["COLONNES", "SYMBOLES", "AdresseProjets"]

COLONNES: Final = ("entreprise", "objet", "commune", "ti", "filiere", "stade", "mesure", "date")
"""Columns of the table before any choice."""

SYMBOLES: Final = {"filiere": "la filière", "stade": "le stade"}
"""What tells the marks of the map apart."""

_PROJET = re.compile(r"[a-z]-[0-9a-f]{6,10}(-\d+)?")


@dataclass(frozen=True, kw_only=True)
class AdresseProjets:
    """What the page « Projets » shows.

    Attributes:
        filtre: The filter, its order included.
        colonnes: Columns of the table, in their order (words of `geo.filtre.filtre.TRIS`).
        symbole: What tells the marks of the map apart (`SYMBOLES`).
        projet: Id of the open project.
    """

    filtre: Filtre = field(default_factory=Filtre)
    colonnes: tuple[str, ...] = COLONNES
    symbole: str = "filiere"
    projet: str | None = None

    def vue(self) -> dict[str, list[str]]:
        """The parameters that filter nothing; what is as usual is left out."""
        mots = {
            "colonnes": [] if self.colonnes == COLONNES else [",".join(self.colonnes)],
            "symbole": [] if self.symbole == "filiere" else [self.symbole],
            "projet": [self.projet] if self.projet else [],
        }
        return {mot: valeurs for mot, valeurs in mots.items() if valeurs}

    def ecrire(self) -> dict[str, list[str]]:
        """The parameters of the address."""
        return self.filtre.ecrire() | self.vue()

    @classmethod
    def lire(
        cls, parametres: Mapping[str, Sequence[str]], vocabulaires: Vocabulaires
    ) -> tuple[AdresseProjets, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside."""
        filtre, avis = Filtre.lire(parametres, vocabulaires)
        colonnes = _colonnes(_un(parametres, "colonnes"), avis)
        symbole = _un(parametres, "symbole") or "filiere"
        if symbole not in SYMBOLES:
            avis.append("Les points de la carte se distinguent par la filière ou par le stade.")
            symbole = "filiere"
        projet = _un(parametres, "projet")
        if projet and not _PROJET.fullmatch(projet):
            avis.append("Le projet demandé n’a pas un identifiant de l’atlas.")
            projet = ""
        return cls(filtre=filtre, colonnes=colonnes, symbole=symbole, projet=projet or None), avis


def _un(parametres: Mapping[str, Sequence[str]], mot: str) -> str:
    valeurs = parametres.get(mot, ())
    return valeurs[-1] if valeurs else ""


def _colonnes(demande: str, avis: list[str]) -> tuple[str, ...]:
    voulues = dict.fromkeys(mot for mot in demande[:400].split(",") if mot)
    connues = tuple(mot for mot in voulues if mot in TRIS)
    if len(connues) < len(voulues):
        avis.append("Une colonne demandée n’existe pas : les autres sont montrées.")
    return connues or COLONNES

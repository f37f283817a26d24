"""The native charts of a deck, from the profiles that the screens draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from exports.diaporama.planche import Boite, Diagramme, Serie
from francais import nombre
from geo.profils import PEU_DIT, RESTE
from geo.profils import par_mois as compter_par_mois
from theme import COULEURS, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["deux_series", "par_mois"]

COURTS: Final = (
    *("janv.", "févr.", "mars", "avril", "mai", "juin"),
    *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
)
"""The months under a column."""


def deux_series(
    boite: Boite, titre: str, table: pd.DataFrame, *, ici: str, noms: Mapping[str, str] | None = None
) -> Diagramme:
    """Shares here beside those of the rest of France; a value with few projects says so.

    Args:
        boite: Where.
        titre: Over the chart.
        table: As `geo.profils.profil.profil` gives it.
        ici: Name of the place.
        noms: Name of each value, when it is not its own.
    """
    categories = tuple(
        (noms or {}).get(str(valeur), str(valeur)) + (f" ({PEU_DIT})" if peu else "")
        for valeur, peu in zip(table["valeur"], table["peu"], strict=True)
    )
    parts = ", ".join(
        f"{nom} {nombre(part, 0, '%')} ({RESTE.lower()} {nombre(autre, 0, '%')})"
        for nom, part, autre in zip(categories, table["part"], table["part_reference"], strict=True)
    )
    return Diagramme(
        boite=boite,
        titre=titre,
        categories=categories,
        series=(
            Serie(nom=ici, valeurs=_valeurs(table["part"]), couleur=COULEURS["encre"]),
            Serie(nom=RESTE, valeurs=_valeurs(table["part_reference"]), couleur=SEQUENCE[1]),
        ),
        pourcent=True,
        alternative=f"{titre}, {ici} : {parts}.",
    )


def _valeurs(parts: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(part) else float(part) for part in parts)


def par_mois(boite: Boite, projets: pd.DataFrame) -> Diagramme:
    """Projects month by month, every month between the first and the last."""
    table = compter_par_mois(projets[projets["date"].notna()])
    categories = tuple(_mois(str(mois)) for mois in table["valeur"])
    combien = tuple(int(compte) for compte in table["projets"])
    dits = ", ".join(f"{mois} {nombre(n)}" for mois, n in zip(categories, combien, strict=True))
    return Diagramme(
        boite=boite,
        titre="Projets",
        categories=categories,
        series=(Serie(nom="Projets", valeurs=combien, couleur=COULEURS["encre"]),),
        sens="temps",
        alternative=f"Projets par mois de mise à jour : {dits}.",
    )


def _mois(texte: str) -> str:
    annee, numero = texte.split("-")
    return f"{COURTS[int(numero) - 1]} {annee}"

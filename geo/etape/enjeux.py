"""The three challenges by which the « Point d'étape » of 2021 tells its laureates, read from its rows.

The document does not count them the same way: one has no sub-categories, one has some that exclude each
other, one has some that overlap. A reader must be told which, or he adds up what cannot be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["Enjeu", "enjeux"]


@dataclass(frozen=True, kw_only=True)
class Enjeu:
    """One of the three challenges that the document tells the laureates by.

    Attributes:
        nom: Its name.
        projets: Laureates.
        investissements: Their investment, in millions of euros.
        resultat: What they bring (jobs relocated, places of training): name, figure, unit; None if not told.
        parties: Sub-categories and their number of projects, the largest first.
        plusieurs: Whether a project may stand in several sub-categories: they then sum to more.
        precision: What the document adds to the number of projects.
    """

    nom: str
    projets: float
    investissements: float
    resultat: tuple[str, float, str] | None
    parties: tuple[tuple[str, float], ...]
    plusieurs: bool
    precision: str


def enjeux(atlas: Atlas) -> tuple[Enjeu, ...]:
    """The three challenges, in the order of the document."""
    return tuple(_enjeu(str(nom), lignes) for nom, lignes in atlas.enjeux_2021.groupby("enjeu", sort=False))


def _enjeu(nom: str, lignes: pd.DataFrame) -> Enjeu:
    """Read the rows of one challenge: its projects, its investment, what it brings, its sub-categories."""
    est_total = lignes["indicateur"].str.startswith("Projets")
    est_montant = lignes["indicateur"] == "Investissements"
    en_projets = lignes["unite"] == "projets"
    total = lignes[est_total].iloc[0]
    resultats = lignes[~en_projets & ~est_montant]
    parties = lignes[en_projets & ~est_total]
    parties = parties.sort_values(["valeur", "indicateur"], ascending=[False, True])
    return Enjeu(
        nom=nom,
        projets=float(total["valeur"]),
        investissements=float(lignes.loc[est_montant, "valeur"].iloc[0]),
        resultat=_resultat(resultats.iloc[0]) if len(resultats) else None,
        parties=tuple(zip(parties["indicateur"], parties["valeur"].astype(float), strict=True)),
        plusieurs=bool(parties["valeur"].sum() > total["valeur"]),
        precision=str(total["indicateur"]).removeprefix("Projets").strip(" ()"),
    )


def _resultat(ligne: pd.Series) -> tuple[str, float, str]:
    return str(ligne["indicateur"]), float(ligne["valeur"]), str(ligne["unite"])

"""Who pays for the programme, line by line, and where the totals of the document do not close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["DOTATION", "Dotation", "dotation", "financements"]

DOTATION: Final = "Dotation du fonds d'accélération"
PART_DES_REGIONS: Final = "dont part des Régions"
"""The endowment and the part of the régions in it, as the national figures name them."""

FONDS: Final = "Fonds d'accélération"
"""How the table of funding begins to name the two lines of that fund."""


@dataclass(frozen=True, kw_only=True)
class Dotation:
    """The endowment of the fund as the document totals it, and as its table of funding details it, in M€."""

    publiee: float
    lignes: tuple[tuple[str, float], ...]
    part_des_regions: float

    @property
    def somme(self) -> float:
        """Sum of the detailed lines."""
        return sum(montant for _, montant in self.lignes)

    @property
    def ecart(self) -> float:
        """What the total has and the details do not."""
        return self.publiee - self.somme


def financements(atlas: Atlas) -> pd.DataFrame:
    """The funding of the programme by actor.

    Returns:
        financeur, dispositif, montant_meur, total_meur (of the actor), part (0 to 1, of the whole); the actor
        that gives most first, its largest line first.
    """
    table = atlas.financement_2021
    totaux = table.groupby("financeur")["montant_meur"].transform("sum")
    complet = table.assign(total_meur=totaux, part=table["montant_meur"] / table["montant_meur"].sum())
    return complet.sort_values(
        ["total_meur", "financeur", "montant_meur", "dispositif"],
        ascending=[False, True, False, True],
        ignore_index=True,
    )


def dotation(atlas: Atlas) -> Dotation:
    """The endowment of the fund: its published total beside the lines of the table of funding."""
    nationaux = atlas.national_2021.set_index("indicateur")["valeur"]
    lignes = atlas.financement_2021
    lignes = lignes[lignes["dispositif"].str.startswith(FONDS)]
    return Dotation(
        publiee=float(nationaux[DOTATION]),
        lignes=tuple(zip(lignes["financeur"], lignes["montant_meur"].astype(float), strict=True)),
        part_des_regions=float(nationaux[PART_DES_REGIONS]),
    )

"""The sentences that say the main fact of a chart of comparison, for whoever does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["dire_le_rang", "dire_les_parts", "pour_cent"]


def pour_cent(part: float) -> str:
    """« 24 % » of 0.24."""
    return nombre(100 * part, 0, "%")


def dire_le_rang(
    titre: str, noms: Sequence[str], valeurs: Sequence[float], ecrits: Sequence[str], unite: str
) -> str:
    """« Emplois : Bretagne vient en tête (12 emplois), devant Corse (3) ; en dernier, La Réunion (1). »."""
    connus = [rang for rang, valeur in enumerate(valeurs) if not pd.isna(valeur)]
    rangs = sorted(connus, key=lambda rang: -valeurs[rang])
    if not rangs:
        return f"{titre} : rien n’est renseigné."
    phrase = f"{titre} : {noms[rangs[0]]} vient en tête ({ecrits[rangs[0]]}{f' {unite}' if unite else ''})"
    if rangs[1:]:
        phrase += f", devant {noms[rangs[1]]} ({ecrits[rangs[1]]})"
    if rangs[2:]:
        phrase += f" ; en dernier, {noms[rangs[-1]]} ({ecrits[rangs[-1]]})"
    return f"{phrase}."


def dire_les_parts(titre: str, lignes: pd.DataFrame, ici: str, reference: str) -> str:
    """The row with most projects, its share here and there."""
    if not lignes["projets"].sum():
        return f"{titre} : aucun projet de {ici} ne le dit."
    tete = lignes.loc[lignes["projets"].idxmax()]
    return (
        f"{titre} : {tete['nom']} vient en tête avec {pour_cent(tete['part'])} des projets ({ici}), "
        f"contre {pour_cent(tete['part_reference'])} ({reference})."
    )

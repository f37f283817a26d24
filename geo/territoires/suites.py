"""Which territory of one millésime is which of another: matched by their communes, never by their id.

Ids are given anew (`ti-0101` is Cap Excellence in 2021 and Basse-Terre in 2023) and names change too. What
stays comparable are the communes of 1 January 2021, to which every millésime is brought: a territory follows
another when most of the inhabitants of either live in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.millesimes import colonne_ti

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["PART_D_UNE_SUITE", "communs", "familles", "recouvrements"]

PART_D_UNE_SUITE: Final = 0.5
"""Share of the inhabitants of either territory from which one follows the other. At half, a territory has
one main successor and one main origin at most, and the real maps fall apart into plain cases only: one to
one, one to several, several to one."""


def communs(atlas: Atlas, *, avant: int, apres: int) -> pd.DataFrame:
    """The cells with their TI in two millésimes.

    All in the geography of 2021, also for the map of 2023: an EPCI that was founded or renumbered since is
    told by the EPCI that its communes had.

    Returns:
        avant, apres (ids; missing outside any TI), communes, population (habitants), unite and libelle (SIREN
        and name of the commune if it takes part on its own in either millésime, else of its EPT or EPCI).
    """
    table = atlas.cellules
    groupements = atlas.groupements
    participants = set(groupements.loc[groupements["millesime"].isin((avant, apres)), "siren"])
    unites = table["siren_epci"]
    for colonne in ("siren_ept", "siren"):
        unites = table[colonne].where(table[colonne].isin(participants), unites)
    return pd.DataFrame(
        {
            "avant": table[colonne_ti(avant)],
            "apres": table[colonne_ti(apres)],
            "communes": table["communes"],
            "population": table["population"],
            "unite": unites,
            "libelle": unites.map(_libelles(atlas)),
        }
    )


def _libelles(atlas: Atlas) -> dict[str, str]:
    iles = atlas.communes[atlas.communes["siren_epci"].isna()]
    noms = dict(zip(iles["code"], iles["nom"], strict=True))
    for table in (atlas.groupements, atlas.epci):
        noms |= dict(zip(table["siren"], table["libelle"], strict=True))
    return noms


def recouvrements(lieux: pd.DataFrame) -> pd.DataFrame:
    """Every pair of territories that have communes in common.

    Args:
        lieux: avant, apres, population.

    Returns:
        avant, apres, population (habitants in both), part_avant, part_apres (share of the inhabitants of
        each, 0 to 1), suite (whether the one follows the other), in the order of the ids.
    """
    des_deux = lieux.dropna(subset=["avant", "apres"])
    paires = des_deux.groupby(["avant", "apres"], as_index=False)["population"].sum()
    for cote in ("avant", "apres"):
        totaux = lieux.groupby(cote)["population"].sum()
        entiers = paires[cote].map(totaux).astype("float64")
        paires[f"part_{cote}"] = (paires["population"] / entiers).fillna(0.0)
    plus_grande = paires[["part_avant", "part_apres"]].max(axis=1)
    return paires.assign(suite=plus_grande >= PART_D_UNE_SUITE)


def familles(lieux: pd.DataFrame) -> tuple[dict[str, int], dict[str, int]]:
    """Group the territories that follow one another: family of each id before, and of each id after.

    Args:
        lieux: avant, apres, population.

    Returns:
        Two dictionaries id → number of the family; a territory without any link is a family of its own.
    """
    paires = recouvrements(lieux)
    suites = paires[paires["suite"]]
    noeuds = [(cote, i) for cote in ("avant", "apres") for i in sorted(lieux[cote].dropna().unique())]
    famille = {noeud: rang for rang, noeud in enumerate(noeuds)}
    for avant, apres in zip(suites["avant"], suites["apres"], strict=True):
        gardee, fondue = famille["avant", avant], famille["apres", apres]
        if gardee != fondue:
            famille = {n: gardee if rang == fondue else rang for n, rang in famille.items()}
    cotes: dict[str, dict[str, int]] = {"avant": {}, "apres": {}}
    for (cote, id_ti), rang in famille.items():
        cotes[cote][id_ti] = rang
    return cotes["avant"], cotes["apres"]

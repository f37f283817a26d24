"""What is in a région: its projects, its territories, and those that it shares with other régions.

« Outre-mer » is the five overseas régions together, as the document of 2021 publishes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.atlas import OM, REGIONS_D_OUTRE_MER
from geo.indicateurs import INDICATEURS, ranger, valeurs

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = [
    "NOM_OM",
    "codes_de",
    "noms",
    "projets_ailleurs",
    "projets_de",
    "territoires_classes",
    "territoires_de",
]

RANGS: Final = ("rang", "ex_aequo", "tiers")
"""What tells the place of a TI among others."""

NOM_OM: Final = "Outre-mer"
"""Name of the five overseas régions together."""


def noms(atlas: Atlas) -> dict[str, str]:
    """Name of each région by its code, in the order of the names, then « Outre-mer »."""
    ordonnes = sorted(atlas.nom_region.items(), key=lambda paire: (paire[1].casefold(), paire[0]))
    return {**dict(ordonnes), OM: NOM_OM}


def codes_de(code: str) -> tuple[str, ...]:
    """The régions that a code stands for: itself, or the five overseas ones."""
    return REGIONS_D_OUTRE_MER if code == OM else (code,)


def projets_de(atlas: Atlas, code: str) -> pd.DataFrame:
    """The projects of a région, in a territory or not, in the order of the table `projets`."""
    return atlas.projets[atlas.projets["code_region"].isin(codes_de(code))]


def projets_ailleurs(atlas: Atlas, code: str) -> pd.DataFrame:
    """The projects of all other régions, which those of a région are compared with.

    Those that are in none of the 18 régions are in neither.
    """
    ailleurs = atlas.projets["code_region"].notna() & ~atlas.projets["code_region"].isin(codes_de(code))
    return atlas.projets[ailleurs]


def territoires_de(atlas: Atlas, code: str, millesime: int) -> pd.DataFrame:
    """The TI with a groupement whose seat is in the région, in the order of their ids.

    Returns:
        Rows of `territoires`, and ailleurs: the names of their other régions, empty for most.
    """
    siens = set(codes_de(code))
    table = atlas.territoires_de(millesime)
    regions = table["regions"].str.split(",")
    ici = regions.map(lambda codes: not siens.isdisjoint(codes)).astype("bool")
    autres = regions[ici].map(lambda codes: ", ".join(atlas.nom_region[c] for c in codes if c not in siens))
    return table[ici].assign(ailleurs=autres.astype("str"))


def territoires_classes(atlas: Atlas, *, code: str, millesime: int, cle: str) -> pd.DataFrame:
    """The TI of a région ranked by one indicator, each counted whole even when another région shares it.

    Returns:
        id_ti, lib_ti, ailleurs (as in `territoires_de`), valeur and couverture, rang, ex_aequo and tiers
        (`geo.indicateurs.rangs.ranger`) among the TI of the région, the same with « _national » among those
        of the millésime; the highest first, equal ones by name, unknown ones last.
    """
    table = territoires_de(atlas, code, millesime)[["id_ti", "lib_ti", "ailleurs"]]
    figures = valeurs(atlas, millesime=millesime, cle=cle)
    colonnes = ["id_ti", "valeur", "couverture", "effectif", *RANGS]
    nationaux = {nom: f"{nom}_national" for nom in RANGS}
    table = table.merge(figures[colonnes].rename(columns=nationaux), on="id_ti", how="left")
    table["lib_ti"] = table["lib_ti"].str.strip()
    table = table.join(ranger(table, INDICATEURS[cle])[list(RANGS)])
    return table.sort_values(["valeur", "lib_ti"], ascending=[False, True], ignore_index=True)

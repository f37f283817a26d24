"""What a territory is made of, each part called what it is: a community, an EPT, a commune on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["NATURES", "composition"]

NATURES: Final = {
    "CC": "Communauté de communes",
    "CA": "Communauté d’agglomération",
    "CU": "Communauté urbaine",
    "METRO": "Métropole",
    "MET69": "Métropole de Lyon",
    "EPT": "Établissement public territorial du Grand Paris",
    "COM": "Commune qui participe seule",
}
"""Nature of a groupement, as the DGCL codes it, in full."""


def composition(atlas: Atlas, *, id_ti: str, millesime: int) -> pd.DataFrame:
    """The groupements of a TI, the most populated first.

    Returns:
        siren, libelle, type (EPCI, EPT, commune), nature (in full, see `NATURES`), population (habitants of
        its communes that are in the TI), part (share of the TI's population, 0 to 1, missing in a TI without
        inhabitants), nb_communes (in the TI), nb_communes_total (of the groupement), entier (all of them are
        in the TI); empty for an unknown id.
    """
    groupements = atlas.groupements
    membres = groupements[(groupements["millesime"] == millesime) & (groupements["id_ti"] == id_ti)]
    membres = membres.sort_values(["population", "siren"], ascending=[False, True], ignore_index=True)
    return membres[["siren", "libelle", "type"]].assign(
        nature=membres["nature"].map(NATURES).astype("str"),
        population=membres["population"],
        part=membres["population"] / membres["population"].sum(),
        nb_communes=membres["nb_communes"],
        nb_communes_total=membres["nb_communes_total"],
        entier=membres["nb_communes"] == membres["nb_communes_total"],
    )

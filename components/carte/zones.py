"""What a map frames: the word of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.atlas import OM, REGIONS_D_OUTRE_MER
from geo.filtre import MANQUANT
from geo.territoires import projets_de

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.filtre import Filtre

__all__ = ["zone", "zone_du_filtre"]


def zone(atlas: Atlas, code: str) -> str:
    """What the map frames: the région; of the overseas ones, the one with most projects."""
    if code != OM:
        return f"region-{code}"
    premiere = max(REGIONS_D_OUTRE_MER, key=lambda c: (len(projets_de(atlas, c)), c))
    return f"region-{premiere}"


def zone_du_filtre(filtre: Filtre) -> str:
    """Where a selection of projects is: the narrowest places that its filter names; empty for the country.

    Returns:
        « ti-5304+ti-5307 », « departement-35 » or « region-53 »; « projets-200042729 » for the projects of
        intercommunalities, whose outlines the map does not hold.
    """
    lieux = [
        filtre.ti,
        [f"projets-{siren}" for siren in filtre.epci],
        [f"departement-{code}" for code in filtre.departements],
        [f"region-{code}" for code in filtre.regions],
    ]
    connus = [[lieu for lieu in de_la_sorte if not lieu.endswith(MANQUANT)] for de_la_sorte in lieux]
    return "+".join(next(filter(None, connus), []))

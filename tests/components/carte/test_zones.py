"""What a selection of projects asks its map to frame: the narrowest places that its filter names."""

from __future__ import annotations

import pytest

from components.carte import zone_du_filtre
from geo.filtre import MANQUANT, Filtre

CAS = [
    ({}, ""),
    ({"filieres": ("Automobile",)}, ""),
    ({"regions": ("28", "53")}, "region-28+region-53"),
    ({"regions": ("53",), "departements": ("35",)}, "departement-35"),
    ({"regions": ("53",), "epci": ("243500139",)}, "projets-243500139"),
    ({"departements": ("35",), "ti": ("ti-5302",)}, "ti-5302"),
    ({"regions": ("53", MANQUANT)}, "region-53"),
    ({"regions": (MANQUANT,)}, ""),
]


@pytest.mark.parametrize(("conditions", "attendue"), CAS)
def test_un_filtre_cadre_le_lieu_le_plus_etroit_qu_il_nomme(conditions, attendue):
    assert zone_du_filtre(Filtre(**conditions)) == attendue

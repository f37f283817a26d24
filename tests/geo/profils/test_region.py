"""Every profile of the projects of a région, beside those of France."""

from __future__ import annotations

import pytest

from geo.filtre.facettes import TYPES
from geo.profils.region import AUTRES, profils_de
from geo.territoires.regions import projets_de


@pytest.fixture(scope="module")
def profils(atlas):
    return profils_de(projets_de(atlas, "53"), atlas.projets[atlas.projets["code_region"].notna()])


@pytest.mark.parametrize("sorte", ["familles", "filieres", "natures", "types"])
def test_the_shares_of_a_profile_add_up_to_all(profils, sorte):
    table = getattr(profils, sorte)
    assert table["part"].sum() == pytest.approx(100)
    assert table["part_reference"].sum() == pytest.approx(100)


def test_a_filiere_is_counted_once_in_its_family(profils):
    assert profils.familles["projets"].sum() == profils.filieres["projets"].sum()


def test_the_sizes_come_in_order_and_the_others_last(profils):
    assert profils.types["valeur"].tolist() == [*TYPES, AUTRES]


def test_every_project_has_its_month(atlas, profils):
    assert profils.mois["projets"].sum() == len(projets_de(atlas, "53"))

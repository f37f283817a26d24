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
def test_les_parts_d_un_profil_font_un_tout(profils, sorte):
    table = getattr(profils, sorte)
    assert table["part"].sum() == pytest.approx(100)
    assert table["part_reference"].sum() == pytest.approx(100)


def test_une_filiere_est_comptee_une_fois_dans_sa_famille(profils):
    assert profils.familles["projets"].sum() == profils.filieres["projets"].sum()


def test_les_tailles_viennent_dans_l_ordre_et_les_autres_en_dernier(profils):
    assert profils.types["valeur"].tolist() == [*TYPES, AUTRES]


def test_chaque_projet_a_son_mois(atlas, profils):
    assert profils.mois["projets"].sum() == len(projets_de(atlas, "53"))

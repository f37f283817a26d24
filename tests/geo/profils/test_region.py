"""Every profile of the projects of a région, beside those of France."""

from __future__ import annotations

import pytest

from geo.filtre.facettes import TYPES
from geo.profils.region import AUTRES, profils_de
from geo.territoires.regions import projets_ailleurs, projets_de


@pytest.fixture(scope="module")
def profils(atlas):
    return profils_de(projets_de(atlas, "53"), projets_ailleurs(atlas, "53"))


@pytest.mark.parametrize("code", ["53", "OM"])
def test_une_region_et_le_reste_de_la_france_font_les_projets_des_regions(atlas, code):
    ici, ailleurs = projets_de(atlas, code), projets_ailleurs(atlas, code)
    assert not set(ici.index) & set(ailleurs.index)
    assert len(ici) + len(ailleurs) == atlas.projets["code_region"].notna().sum()


def test_la_guadeloupe_sans_description_n_a_aucune_part_par_nature(atlas):
    lus = profils_de(projets_de(atlas, "01"), projets_ailleurs(atlas, "01"))
    muettes = projets_de(atlas, "01")["nature"].isna().sum()
    assert lus.muets["natures"].startswith(f"{muettes}\u202fprojets sur {len(projets_de(atlas, '01'))}")
    autre = lus.natures.set_index("valeur")["projets"].get("autre", 0)
    assert autre == 0
    assert lus.natures["indice"].isna().all()


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

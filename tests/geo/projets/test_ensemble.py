"""Every project in one table: nothing lost, nothing twice, each stade with its source and date."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.contrats.projets import TABLE_PROJETS
from geo.projets.doublons import emplois_annonces
from geo.projets.ensemble import INSPIRANT, LAUREAT, TYPES, ajoutes, ensemble, stades_corriges


@pytest.fixture(scope="module")
def tous(atlas):
    return ensemble(atlas)


def test_the_laureates_come_first_and_keep_all_but_their_stade(tous, atlas):
    colonnes = [c.nom for c in TABLE_PROJETS.champs if c.nom != "stade"]
    pd.testing.assert_frame_equal(tous[colonnes].iloc[: len(atlas.projets)], atlas.projets[colonnes])


def test_only_the_projects_that_are_no_laureate_are_added(tous, atlas):
    assert len(tous) == len(atlas.projets) + 4
    assert (tous["source"].iloc[len(atlas.projets) :] == INSPIRANT).all()


def test_the_columns_have_their_types(tous):
    assert {nom: str(t) for nom, t in tous.dtypes.items()} == TYPES


def test_no_project_stands_twice(tous):
    assert tous["id_projet"].is_unique


def test_every_stade_says_from_whom_and_when(tous):
    assert tous[["stade", "stade_source", "stade_date"]].notna().all().all()


def test_a_laureate_that_the_document_describes_has_its_word(tous):
    kryole = tous[tous["entreprise"] == "K-RYOLE"].iloc[0]
    assert (kryole["stade"], kryole["stade_source"]) == ("En service", INSPIRANT)
    assert kryole["stade_date"] == pd.Timestamp("2021-09-24")


def test_a_laureate_that_nobody_describes_is_laureat_since_the_date_of_its_row(tous):
    autres = tous[tous["stade_source"] == LAUREAT]
    assert (autres["stade"] == "Lauréat").all()
    assert (autres["stade_date"] == autres["date"]).all()


def test_the_added_projects_stand_in_their_commune_and_its_territory(tous, atlas):
    vicky = tous[tous["entreprise"] == "Vicky Foods"].iloc[0]
    noms = atlas.territoires_de(2021).set_index("id_ti")["lib_ti"]
    assert (vicky["commune"], noms[vicky["id_ti_2021"]]) == ("Fragnes-La Loyère", "Grand Chalon")
    assert vicky["montant_meur"] == 62


def test_the_jobs_of_the_added_projects_count_once(tous, atlas):
    en_plus = emplois_annonces(tous)[0] - emplois_annonces(atlas.projets)[0]
    assert en_plus == 250 + 6


def test_a_commune_that_is_not_found_stops_the_table(atlas):
    perdus = atlas.projets_inspirants.head(1).assign(commune="Nulle-Part")
    with pytest.raises(ValueError, match="Nulle-Part"):
        ajoutes(atlas, perdus)


def test_the_map_is_told_only_the_stades_that_differ(tous, atlas):
    dits = dict(paire.split(":") for paire in stades_corriges(tous, atlas.projets).split())
    autres = tous.iloc[: len(atlas.projets)]
    assert {int(rang) for rang in dits} == set(autres.index[autres["stade"] != "Lauréat"])

"""The places that lead: by projects, then by jobs, then by name; unknown places stand nowhere."""

from __future__ import annotations

import pandas as pd
import pytest

from data import chargement
from geo.profils.palmares import EN_TETE, communes_en_tete, territoires_en_tete
from geo.territoires.regions import projets_de

ATLAS = chargement.atlas()


def projets(*lignes):
    """One row a project: code, name, TI, jobs, group."""
    table = pd.DataFrame(
        lignes, columns=["code_commune", "commune", "id_ti_2021", "emplois", "groupe_emplois"]
    )
    textes = ["code_commune", "commune", "id_ti_2021", "groupe_emplois"]
    return table.astype(dict.fromkeys(textes, "str")).assign(emplois_prevus=table["emplois"].astype("Int64"))


def test_most_projects_first_then_most_jobs_then_by_name():
    table = communes_en_tete(
        projets(
            ("1", "Zut", None, None, None),
            ("2", "Bar", None, None, None),
            ("3", "Sur", None, 4, "g"),
            ("4", "Deux", None, None, None),
            ("4", "Deux", None, None, None),
        )
    )
    assert table["nom"].tolist() == ["Deux", "Sur", "Bar", "Zut"]


def test_a_project_without_a_commune_stands_nowhere():
    assert communes_en_tete(projets((None, None, None, 9, "g"))).empty


def test_jobs_that_no_row_states_are_unknown_and_not_zero():
    assert communes_en_tete(projets(("1", "A", None, None, None)))["emplois"].isna().all()


def test_jobs_of_a_repeated_row_count_once():
    table = communes_en_tete(projets(("1", "A", None, 5, "g"), ("1", "A", None, 7, "g")))
    assert table["emplois"].tolist() == [7]


def test_a_territory_is_named_and_a_project_outside_counts_for_none():
    territoires = pd.DataFrame({"id_ti": ["ti-1"], "lib_ti": [" Le Pays "]})
    table = territoires_en_tete(
        projets(("1", "A", "ti-1", 3, "g"), ("2", "B", None, 8, "h")), territoires, millesime=2021
    )
    assert table[["code", "nom", "projets"]].to_numpy().tolist() == [["ti-1", "Le Pays", 1]]


@pytest.mark.parametrize("code", ["11", "53", "94", "OM"])
def test_ten_communes_at_most_and_their_counts_are_those_of_the_table(code):
    siens = projets_de(ATLAS, code)
    table = communes_en_tete(siens)
    comptes = siens["code_commune"].value_counts()
    assert len(table) == min(EN_TETE, len(comptes))
    assert table["projets"].tolist() == comptes.head(EN_TETE).tolist()
    assert (table["projets"] == table["code"].map(comptes)).all()

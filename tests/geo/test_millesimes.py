"""The four dates of the map."""

import pytest

from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES, colonne_ti, part_retrospective


def test_quatre_millesimes_du_plus_ancien_au_plus_recent():
    assert list(MILLESIMES) == [2020, 2021, 2022, 2023]


def test_chaque_millesime_se_range_sous_son_annee():
    assert [m.annee for m in MILLESIMES.values()] == list(MILLESIMES)


def test_chaque_millesime_compte_les_territoires_publies():
    assert [m.territoires for m in MILLESIMES.values()] == [148, 146, 149, 183]


def test_le_millesime_par_defaut_est_celui_du_point_d_etape():
    assert MILLESIME_PAR_DEFAUT == 2021


@pytest.mark.parametrize("millesime", MILLESIMES.values(), ids=str)
def test_le_libelle_dit_l_annee_et_le_nombre_de_territoires(millesime):
    assert millesime.libelle == f"{millesime.annee} · {millesime.territoires} TI"


@pytest.mark.parametrize("millesime", MILLESIMES.values(), ids=str)
def test_la_precision_est_une_phrase(millesime):
    assert millesime.precision[0].isupper()
    assert millesime.precision.endswith(".")


def test_la_colonne_d_un_millesime_porte_son_annee():
    assert colonne_ti(2021) == "id_ti_2021"


@pytest.mark.parametrize(
    ("annee", "dite"),
    [(2021, "60\u202f%"), (2022, "60\u202f% (rétrospectif)"), (2023, "60\u202f% (rétrospectif)")],
)
def test_une_part_dans_une_carte_arretee_apres_les_projets_est_retrospective(annee, dite):
    assert part_retrospective("60\u202f%", annee) == dite

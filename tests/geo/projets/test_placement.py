"""Which of the places of a row is believed."""

import math

import pytest

from tests.geo.monde_projets import projet


def test_un_point_dans_le_departement_dit_la_commune():
    lu = projet()
    assert (lu.code_commune, lu.methode_placement, lu.ecart_km) == ("01002", "coordonnées", 0)


def test_le_point_l_emporte_sur_le_code_postal_dans_le_departement():
    lu = projet(longitude="0.05", code_postal="01010")
    assert (lu.code_commune, lu.methode_placement) == ("01001", "coordonnées")
    assert lu.ecart_km == pytest.approx(3.94, abs=0.02)


def test_le_nom_publie_ne_deplace_jamais_un_point():
    lu = projet(nom_commune="PARIS")
    assert (lu.code_commune, lu.commune_publiee, lu.accord_commune) == ("01002", "PARIS", False)


def test_un_point_juste_au_dela_du_departement_est_cru_et_le_departement_suit():
    lu = projet(longitude="0.21")
    assert (lu.code_commune, lu.code_departement, lu.code_region) == ("02001", "02", "32")
    assert lu.methode_placement == "coordonnées"
    assert "département corrigé (01 → 02)" in lu.reparations


def test_un_point_a_plus_de_cinq_km_du_departement_cede_au_code_postal():
    lu = projet(longitude="0.35")
    assert (lu.code_commune, lu.methode_placement) == ("01002", "code postal")
    assert (lu.latitude, lu.longitude) == pytest.approx((45.05, 0.15))
    assert lu.ecart_km == pytest.approx(11.8, abs=0.1)
    assert lu.reparations == "coordonnées écartées (à 11,8 km du lieu déclaré)"


def test_un_point_a_l_etranger_cede_au_code_postal():
    assert projet(longitude="20", latitude="50").methode_placement == "code postal"


def test_un_point_aux_antipodes_cede_au_code_postal():
    assert projet(longitude="-179", latitude="-45").methode_placement == "code postal"


def test_le_code_postal_confirme_un_point_hors_du_departement():
    lu = projet(code_departement="75", longitude="0.15")
    assert (lu.code_commune, lu.methode_placement, lu.code_departement) == ("01002", "coordonnées", "01")
    assert "département corrigé (75 → 01)" in lu.reparations


def test_un_point_en_mer_est_rattache_a_la_commune_la_plus_proche():
    lu = projet(latitude="44.99")
    assert (lu.code_commune, lu.latitude) == ("01002", 44.99)
    assert lu.reparations == "point hors des communes, rattaché à la plus proche (1,1 km)"


def test_un_point_en_mer_cede_a_la_commune_que_disent_le_code_postal_et_le_nom():
    lu = projet(latitude="44.99", longitude="0.05")
    assert (lu.code_commune, lu.methode_placement) == ("01002", "code postal")
    assert (lu.latitude, lu.longitude) == pytest.approx((45.05, 0.15))
    assert "point hors des communes, cédé au code postal et au nom publiés" in lu.reparations


def test_un_point_en_mer_garde_la_commune_la_plus_proche_quand_le_nom_ne_dit_rien():
    assert projet(latitude="44.99", longitude="0.05", nom_commune=None).code_commune == "01001"


def test_le_code_postal_et_le_nom_d_accord_contre_le_point_rendent_le_lieu_incertain():
    lu = projet(longitude="0.05", code_postal="01010")
    assert (lu.code_commune, lu.lieu_incertain, lu.code_commune_dite) == ("01001", True, "01002")


@pytest.mark.parametrize(
    "ligne",
    [
        {},  # everything agrees
        {"longitude": "0.05", "code_postal": "01000"},  # the code serves the commune of the point as well
        {"longitude": "0.05", "nom_commune": "PARIS"},  # the name is not one of the code's communes
        {"longitude": "0.05", "nom_commune": None},
        {"longitude": "0.05", "code_postal": None},
        {"longitude": "0.35"},  # too far: the point is not believed, the code decides
    ],
)
def test_le_lieu_n_est_pas_incertain_tant_que_le_code_et_le_nom_ne_contredisent_pas_le_point(ligne):
    lu = projet(**ligne)
    assert not lu.lieu_incertain
    assert not isinstance(lu.code_commune_dite, str)


def test_un_point_trop_loin_en_mer_cede_au_code_postal():
    assert projet(latitude="44.90").methode_placement == "code postal"


@pytest.mark.parametrize(
    ("latitude", "longitude", "reparation"),
    [
        ("0.15", "45.05", "latitude et longitude échangées"),
        ("45.05", "-0.15", "signe de la longitude rendu"),
        ("-45.05", "0.15", "signe de la latitude rendu"),
    ],
)
def test_un_point_retourne_est_remis_ou_la_ligne_le_dit(latitude, longitude, reparation):
    lu = projet(latitude=latitude, longitude=longitude)
    assert (lu.methode_placement, lu.code_commune) == ("coordonnées réparées", "01002")
    assert (lu.latitude, lu.longitude) == (45.05, 0.15)
    assert lu.reparations == reparation


def test_un_point_retourne_hors_du_lieu_dit_reste_faux():
    assert projet(latitude="45.05", longitude="-0.38").methode_placement == "code postal"


def test_un_point_retourne_se_repare_par_le_departement_sans_code_postal():
    lu = projet(longitude="-0.15", code_postal=None)
    assert (lu.methode_placement, lu.code_commune) == ("coordonnées réparées", "01002")


@pytest.mark.parametrize(("latitude", "longitude"), [(None, None), ("0", "0"), ("n. c.", "0.1"), ("95", "0")])
def test_sans_point_le_code_postal_decide(latitude, longitude):
    lu = projet(latitude=latitude, longitude=longitude)
    assert lu.methode_placement == "code postal"
    assert math.isnan(lu.ecart_km)
    assert not isinstance(lu.reparations, str)


@pytest.mark.parametrize(
    ("nom", "commune"),
    [
        ("ALBA LA ROMAINE", "01001"),
        ("BERRE", "01002"),
        ("Alba-la-Rommaine", "01001"),  # a slip of the pen
        ("PARIS", "01002"),  # none of them: the most populated
        (None, "01002"),
    ],
)
def test_le_nom_choisit_entre_les_communes_d_un_code_postal(nom, commune):
    lu = projet(latitude=None, longitude=None, code_postal="01000", nom_commune=nom)
    assert (lu.code_commune, lu.methode_placement) == (commune, "code postal")


def test_le_premier_nom_d_une_commune_fusionnee_la_designe():
    lu = projet(latitude=None, longitude=None, code_postal="02000", nom_commune="FONTENAY")
    assert lu.code_commune == "02001"


def test_le_code_postal_d_une_commune_disparue_mene_a_celle_qui_l_a_prise():
    assert projet(latitude=None, longitude=None, code_postal="02900").code_commune == "02002"


def test_le_code_postal_d_un_arrondissement_mene_a_paris():
    assert projet(latitude=None, longitude=None, code_postal="75002").code_commune == "75056"


def test_sans_point_ni_code_postal_connu_le_departement_reste_seul():
    lu = projet(latitude=None, longitude=None, code_postal="01059")
    assert (lu.methode_placement, lu.code_departement, lu.code_region) == ("département", "01", "84")
    assert math.isnan(lu.latitude)
    assert not isinstance(lu.code_commune, str)


def test_un_point_ecarte_sans_code_postal_laisse_le_departement():
    lu = projet(longitude="0.35", code_postal=None)
    assert lu.methode_placement == "département"
    assert math.isnan(lu.longitude)
    assert lu.ecart_km == pytest.approx(11.8, abs=0.1)


def test_sans_rien_de_connu_la_ligne_n_a_pas_de_lieu():
    lu = projet(latitude=None, longitude=None, code_postal="98800", code_departement="98")
    assert lu.methode_placement == "aucune"
    assert not isinstance(lu.code_departement, str)
    assert not isinstance(lu.code_region, str)


def test_un_point_a_l_etranger_sans_aucun_code_n_a_pas_de_lieu():
    lu = projet(longitude="20", latitude="50", code_departement=None, code_postal=None)
    assert (lu.methode_placement, lu.reparations) == ("aucune", "coordonnées écartées")


def test_un_point_seul_suffit():
    lu = projet(code_departement=None, code_postal=None)
    assert (lu.code_commune, lu.methode_placement) == ("01002", "coordonnées")
    assert math.isnan(lu.ecart_km)


def test_une_ligne_corse_retrouve_son_departement():
    lu = projet(code_departement=None, code_postal="20000", latitude="41.95", longitude="8.75")
    assert (lu.code_departement, lu.methode_placement) == ("2A", "coordonnées")
    assert lu.reparations == "département tiré du code postal"


def test_un_departement_et_un_code_postal_sans_zero_sont_completes():
    lu = projet(code_departement="1", code_postal="1010")
    assert (lu.code_postal, lu.code_departement, lu.ecart_km) == ("01010", "01", 0)
    assert lu.reparations == "zéro rendu au département ; zéro rendu au code postal"

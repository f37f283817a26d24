"""SIREN recovered from what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from geo.projets import siren
from geo.projets.siren import Identifiant, nettoyer


def _siren(huit_chiffres: int) -> str:
    corps = f"{huit_chiffres:08d}"
    return corps + luhn.calc_check_digit(corps)


def test_un_siren_juste_reste_tel_quel():
    assert nettoyer("842959249") == Identifiant(siren="842959249", valide=True)


def test_un_siren_arrondi_par_le_producteur_est_garde_et_marque():
    assert nettoyer("417785000") == Identifiant(siren="417785000", valide=False)


def test_un_siret_est_coupe_en_siren():
    lu = nettoyer("43881012900025")
    assert lu == Identifiant(siren="438810129", valide=True, reparation=siren.SIRET_COUPE)


def test_un_siret_a_la_cle_fausse_est_coupe_et_le_dit():
    lu = nettoyer("43881012900026")
    assert (lu.siren, lu.valide, lu.reparation) == ("438810129", True, siren.SIRET_FAUX)


def test_un_siret_qui_a_perdu_son_zero_de_tete_le_retrouve():
    assert nettoyer("5750553900429") == Identifiant(
        siren="057505539", valide=True, reparation=siren.ZERO_SIRET
    )


def test_un_siret_qui_a_perdu_un_zero_en_son_milieu_le_retrouve():
    assert nettoyer("8416864210014").siren == "841686421"


def test_un_siret_de_treize_chiffres_sans_cle_juste_est_marque():
    lu = nettoyer("1234567890123")
    assert (lu.siren, lu.valide) == ("012345678", False)


def test_les_zeros_de_tete_reviennent():
    assert nettoyer("45750817") == Identifiant(siren="045750817", valide=True, reparation=siren.ZEROS_SIREN)


def test_un_numero_complete_dont_la_cle_est_fausse_est_marque():
    assert nettoyer("33815461") == Identifiant(siren="033815461", valide=False, reparation=siren.ZEROS_SIREN)


@pytest.mark.parametrize("publie", ["1120021", "85764", "384206"])
def test_un_numero_caledonien_ou_polynesien_n_est_pas_un_siren(publie):
    lu = nettoyer(publie, hors_sirene=True)
    assert lu == Identifiant(siren=None, valide=False, reparation=siren.HORS_SIRENE)


def test_un_vrai_siren_outre_mer_reste_un_siren():
    assert nettoyer("842959249", hors_sirene=True).siren == "842959249"


@pytest.mark.parametrize("publie", [None, float("nan"), "", "  "])
def test_un_identifiant_absent_n_est_pas_une_faute(publie):
    assert nettoyer(publie) == Identifiant(siren=None, valide=False)


@pytest.mark.parametrize("publie", ["ABC", "1234", "1234567890", "١٢٣٤٥٦٧٨٩", "123456789012345"])
def test_ce_qui_n_est_pas_un_identifiant_est_illisible(publie):
    assert nettoyer(publie) == Identifiant(siren=None, valide=False, reparation=siren.ILLISIBLE)


def test_les_espaces_et_les_points_ne_comptent_pas():
    assert nettoyer("842 959.249").siren == "842959249"


@given(st.integers(min_value=1000, max_value=99_999_999))
def test_perdre_ses_zeros_ne_change_pas_un_siren(corps):
    complet = _siren(corps)
    assert nettoyer(complet.lstrip("0")).siren == complet
    assert nettoyer(complet).valide

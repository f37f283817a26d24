"""The link of « France » restores it; what it gets wrong is said in French and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.france import TRI, AdresseFrance
from geo.etape.formules import FORMULES
from geo.millesimes import MILLESIMES


@st.composite
def etats(draw):
    """Every state that the page can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    autres = [annee for annee in MILLESIMES if annee != millesime]
    return AdresseFrance(
        millesime=millesime,
        tri=draw(st.sampled_from(sorted(FORMULES))),
        changements=draw(st.none() | st.sampled_from(autres)),
    )


@given(etats())
def test_un_etat_ecrit_puis_relu_est_le_meme_sans_avis(etat):
    assert AdresseFrance.lire(etat.ecrire()) == (etat, [])


@given(st.dictionaries(st.sampled_from(["millesime", "tri", "changements", "autre"]), st.text(max_size=12)))
def test_toute_adresse_donne_un_etat_que_sa_propre_adresse_retablit(parametres):
    etat, _ = AdresseFrance.lire(parametres)
    assert AdresseFrance.lire(etat.ecrire()) == (etat, [])


def test_l_etat_usuel_a_une_adresse_vide():
    assert AdresseFrance().ecrire() == {}


def test_les_regions_sont_d_abord_classees_par_leurs_laureats():
    assert TRI == "laureats"


def test_un_chiffre_inconnu_est_dit_et_le_reste_s_applique():
    etat, avis = AdresseFrance.lire({"tri": "pib", "millesime": "2023"})
    assert etat == AdresseFrance(millesime=2023)
    assert avis == [
        "Le chiffre « pib » n’existe pas : les régions sont classées par leurs lauréats du fonds."
    ]


def test_une_longue_valeur_fausse_est_coupee_dans_son_avis():
    _, avis = AdresseFrance.lire({"tri": "x" * 5_000})
    assert len(avis[0]) < 150


@pytest.mark.parametrize("demande", ["2021", "2019", "oui"])
def test_une_carte_ne_se_compare_ni_a_elle_meme_ni_a_ce_qui_n_existe_pas(demande):
    etat, avis = AdresseFrance.lire({"changements": demande})
    assert etat == AdresseFrance()
    assert avis == [f"La carte de 2021 ne se compare pas à « {demande} » : la voici seule."]


def test_un_millesime_inconnu_est_dit_et_la_comparaison_se_lit_avec_l_habituel():
    etat, avis = AdresseFrance.lire({"millesime": "1999", "changements": "2020"})
    assert etat == AdresseFrance(changements=2020)
    assert avis == ["Le millésime « 1999 » n’existe pas : voici celui de 2021."]

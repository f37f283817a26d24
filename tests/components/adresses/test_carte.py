"""A link restores the view; what it gets wrong is said in French and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.carte import APPARTENANCE, AdresseCarte
from data import chargement
from geo.couches import COUCHES
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

ATLAS = chargement.atlas()
ZONES = [f"region-{c}" for c in ATLAS.regions["code"]] + [
    f"departement-{c}" for c in ATLAS.departements["code"]
]
TERRITOIRES = {m: sorted(ATLAS.territoires_de(m)["id_ti"]) for m in MILLESIMES}


@st.composite
def etats(draw):
    """Every state that the page can be in: a TI exists in its millésime."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    ti = draw(st.none() | st.sampled_from(TERRITOIRES[millesime]))
    couleur = draw(st.sampled_from([APPARTENANCE, *INDICATEURS]))
    allumees = draw(st.sets(st.sampled_from(sorted(COUCHES))))
    couches = tuple(couche for couche in COUCHES if couche in allumees)
    zone = "" if ti else draw(st.sampled_from(["", *ZONES]))
    return AdresseCarte(millesime=millesime, ti=ti, couleur=couleur, couches=couches, zone=zone)


@given(etats())
def test_un_etat_ecrit_puis_relu_est_le_meme_sans_avis(etat):
    assert AdresseCarte.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(
    st.dictionaries(
        st.sampled_from(["ti", "millesime", "couleur", "couches", "zone", "autre"]), st.text(max_size=12)
    )
)
def test_toute_adresse_donne_un_etat_que_sa_propre_adresse_retablit(parametres):
    etat, _ = AdresseCarte.lire(parametres, ATLAS)
    assert AdresseCarte.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_l_etat_usuel_a_une_adresse_vide():
    assert AdresseCarte().ecrire() == {}


def test_une_adresse_vide_donne_l_etat_habituel():
    assert AdresseCarte.lire({}, ATLAS) == (AdresseCarte(), [])


@pytest.mark.parametrize("demande", ["2019", "", "²", "2021.0", "-2021", "deux mille"])
def test_un_millesime_inconnu_donne_l_habituel_et_le_dit(demande):
    etat, avis = AdresseCarte.lire({"millesime": demande}, ATLAS)
    assert etat.millesime == MILLESIME_PAR_DEFAUT
    assert len(avis) == 1
    assert f"« {demande} »" in avis[0]


def test_un_territoire_inconnu_est_laisse_de_cote_et_le_reste_s_applique():
    etat, avis = AdresseCarte.lire({"ti": "ti-9999", "millesime": "2022", "couches": "aucune"}, ATLAS)
    assert etat == AdresseCarte(millesime=2022, couches=())
    assert avis == ["Le territoire « ti-9999 » n’existe pas dans le millésime 2022."]


def test_un_territoire_se_cherche_dans_le_millesime_que_nomme_l_adresse():
    seul_en_2023 = min(set(TERRITOIRES[2023]) - set(TERRITOIRES[2021]))
    assert AdresseCarte.lire({"ti": seul_en_2023, "millesime": "2023"}, ATLAS)[0].ti == seul_en_2023
    assert AdresseCarte.lire({"ti": seul_en_2023}, ATLAS)[0].ti is None


def test_une_couche_inconnue_est_laissee_de_cote_et_les_autres_sont_montrees():
    etat, avis = AdresseCarte.lire({"couches": "epci,lune,projets"}, ATLAS)
    assert etat.couches == ("projets", "epci")
    assert avis == ["La couche « lune » n’existe pas."]


def test_un_indicateur_inconnu_donne_la_carte_simple_et_le_dit():
    etat, avis = AdresseCarte.lire({"couleur": "bonheur"}, ATLAS)
    assert etat == AdresseCarte()
    assert len(avis) == 1
    assert "« bonheur »" in avis[0]


def test_toute_couche_eteinte_est_un_mot_de_l_adresse():
    assert AdresseCarte(couches=()).ecrire() == {"couches": "aucune"}


@pytest.mark.parametrize("zone", ["region-53", "departement-2A"])
def test_une_region_ou_un_departement_a_cadrer_revient_de_l_adresse(atlas, zone):
    assert AdresseCarte.lire(AdresseCarte(zone=zone).ecrire(), atlas) == (AdresseCarte(zone=zone), [])


@pytest.mark.parametrize("zone", ["region-99", "commune-29019", "<img>", "-"])
def test_un_lieu_que_la_carte_ne_connait_pas_est_signale(atlas, zone):
    lue, avis = AdresseCarte.lire({"zone": zone}, atlas)
    assert lue.zone == ""
    assert len(avis) == 1


def test_un_territoire_choisi_quitte_le_cadrage(atlas):
    lue, _ = AdresseCarte.lire({"zone": "region-53", "ti": "ti-2806"}, atlas)
    assert (lue.ti, lue.zone) == ("ti-2806", "")

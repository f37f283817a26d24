"""Rows that repeat a project, and jobs that count once."""

import pytest

from geo.projets.doublons import EmploisAnnonces, emplois_annonces
from tests.geo.monde_projets import place

AUTRE_SIREN = "318697687"


def test_deux_projets_differents_ne_se_repetent_pas():
    projets = place({}, {"objet": "Chaufferie biomasse"})
    assert projets.doublon_de.isna().all()


def test_une_ligne_identique_renvoie_a_la_premiere():
    projets = place({}, {"objet": "Entre les deux"}, {})
    assert projets.doublon_de.tolist()[2] == projets.id_projet[0]
    assert projets.doublon_nature.tolist()[2] == "exact"
    assert projets.doublon_de.isna().tolist() == [True, True, False]


def test_un_objet_a_peine_recrit_au_meme_site_est_proche():
    projets = place({}, {"longitude": "0.15100", "objet": "Des robots de soudage pour châssis"})
    assert projets.doublon_nature.tolist()[1] == "proche"
    assert projets.doublon_de[1] == projets.id_projet[0]


def test_numerisation_et_digitalisation_sont_le_meme_mot():
    projets = place(
        {"objet": "Digitalisation d'un atelier"},
        {"objet": "Numérisation d'un atelier", "longitude": "0.15100"},
    )
    assert projets.doublon_nature.tolist()[1] == "proche"


def test_une_chaine_de_repetitions_renvoie_toujours_a_la_premiere():
    projets = place({}, {"longitude": "0.15500"}, {"longitude": "0.16000"}, {"longitude": "0.16500"})
    assert projets.doublon_de.tolist()[1:] == [projets.id_projet[0]] * 3


@pytest.mark.parametrize(
    "difference",
    [
        {"longitude": "0.18000"},  # another site, 2,4 km away
        {"date": "2021-11-02"},
        {"mesure": "Relocalisation"},
        {"siren": AUTRE_SIREN, "entreprise": "AUTRE"},
        {"objet": "Câble de recharge rapide"},
        {"objet": None},
    ],
    ids=lambda d: next(iter(d)),
)
def test_une_seule_difference_qui_compte_suffit_a_distinguer(difference):
    assert place({}, difference).doublon_de.isna().all()


def test_une_entreprise_sans_siren_est_reconnue_a_son_nom():
    projets = place({"siren": None}, {"siren": None, "entreprise": "Forges du Monde", "longitude": "0.15100"})
    assert projets.doublon_nature.tolist()[1] == "proche"


def test_deux_lignes_sans_nom_ni_siren_ne_sont_pas_une_entreprise():
    anonyme = {"siren": None, "entreprise": None}
    assert place(anonyme, {**anonyme, "longitude": "0.15100"}).doublon_de.isna().all()


def test_deux_lignes_sans_point_n_ont_pas_de_site_commun():
    sans_point = {"latitude": None, "longitude": None, "code_postal": "01059"}
    assert place(sans_point, {**sans_point, "tco2": "4"}).doublon_de.isna().all()


def test_un_projet_sur_trois_sites_annonce_ses_emplois_une_fois():
    projets = place(*({"emplois": "140", "longitude": x} for x in ("0.05", "0.15", "0.25")))
    assert projets.groupe_emplois.tolist() == [projets.id_projet[0]] * 3
    assert projets.doublon_de.isna().all()
    assert emplois_annonces(projets) == EmploisAnnonces(total=140, renseignes=3)


def test_deux_partenaires_du_meme_objet_annoncent_les_memes_emplois():
    projets = place({"emplois": "35"}, {"emplois": "35", "siren": AUTRE_SIREN, "entreprise": "PARTENAIRE"})
    assert emplois_annonces(projets).total == 35


def test_deux_entreprises_qui_creent_autant_d_emplois_les_creent_chacune():
    autre = {"siren": AUTRE_SIREN, "entreprise": "AUTRE", "objet": "Usine de parfums"}
    projets = place({"emplois": "35"}, {"emplois": "35", **autre})
    assert emplois_annonces(projets).total == 70


def test_une_entreprise_aidee_deux_fois_annonce_deux_fois_des_emplois():
    projets = place({"emplois": "10"}, {"emplois": "10", "date": "2021-11-02"})
    assert emplois_annonces(projets).total == 20


def test_une_repetition_au_chiffre_different_compte_le_plus_grand():
    projets = place({"emplois": "10"}, {"emplois": "12", "longitude": "0.15100"})
    assert projets.doublon_nature.tolist()[1] == "proche"
    assert emplois_annonces(projets) == EmploisAnnonces(total=12, renseignes=2)


def test_un_vide_n_est_ni_un_zero_ni_un_groupe():
    projets = place({}, {"emplois": "0", "objet": "Autre"})
    assert projets.groupe_emplois.isna().tolist() == [True, False]
    assert emplois_annonces(projets) == EmploisAnnonces(total=0, renseignes=1)


def test_une_selection_sans_chiffre_annonce_zero_renseigne():
    assert emplois_annonces(place({})) == EmploisAnnonces(total=0, renseignes=0)


def test_une_selection_partielle_compte_encore_le_groupe():
    projets = place(*({"emplois": "140", "longitude": x} for x in ("0.05", "0.15", "0.25")))
    assert emplois_annonces(projets.iloc[1:]).total == 140


def test_les_totaux_ne_dependent_pas_de_l_ordre():
    projets = place(
        {"emplois": "10"}, {"emplois": "12", "longitude": "0.15100"}, {"emplois": "7", "objet": "X"}
    )
    assert emplois_annonces(projets.iloc[::-1]) == emplois_annonces(projets)


MOINS_RESSEMBLANT = (
    {"objet": "Contrôle qualité par intelligence artificielle de pièces plastiques"},
    {"objet": "Contrôle qualité automatisé par IA de pièces plastiques injectées", "longitude": "0.15100"},
)


def test_un_objet_moins_ressemblant_au_meme_site_est_une_repetition_possible():
    assert place(*MOINS_RESSEMBLANT).doublon_nature.tolist()[1] == "possible"


def test_une_repetition_seulement_possible_ne_fond_pas_les_emplois():
    une, autre = MOINS_RESSEMBLANT
    projets = place({**une, "emplois": "10"}, {**autre, "emplois": "20"})
    assert emplois_annonces(projets) == (30, 2)

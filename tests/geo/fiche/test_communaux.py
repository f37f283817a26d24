"""The figures of a commune: published ones as they are, voids said, those of its EPCI as sums."""

import pytest

from data.sources import charger_registre
from francais import nombre
from geo.fiche.communaux import COMMUNAUX, ORDRE, PREFIXE, chiffres_de_commune, sources_de_commune
from geo.fiche.commune import commune
from geo.indicateurs import INDICATEURS, Objet, mesure


def lire(atlas, code, millesime=2021):
    fiche = commune(atlas, code=code, millesime=millesime)
    return {c.cle.removeprefix(PREFIXE): c for c in chiffres_de_commune(atlas, fiche)}


@pytest.fixture(scope="module")
def saint_flour(atlas):
    return lire(atlas, "15187")


def test_les_chiffres_viennent_dans_leur_ordre(saint_flour):
    assert tuple(saint_flour) == ORDRE


def test_un_chiffre_publie_est_celui_de_sa_source(atlas, saint_flour):
    publies = atlas.indicateurs_communes.set_index("code").loc["15187"]
    assert saint_flour["emplois"].valeur == nombre(publies["emplois_2018"])
    assert saint_flour["etablissements"].valeur == nombre(publies["etablissements_2018"])
    assert {c.origine for c in saint_flour.values()} == {"publié", "somme"}


@pytest.mark.parametrize("cle", ["population", "etablissements_industrie"])
def test_ce_que_l_intercommunalite_a_est_le_chiffre_de_la_comparaison(atlas, saint_flour, cle):
    epci = mesure(atlas, objet=Objet(sorte="epci", code="200066660"), millesime=2021, cle=cle)
    assert saint_flour[cle].references[0].valeur == nombre(epci.valeur)
    assert saint_flour[cle].libelle == INDICATEURS[cle].libelle


def test_les_communes_d_une_intercommunalite_font_sa_somme(atlas):
    membres = atlas.communes.loc[atlas.communes["siren_epci"] == "200066660", "code"]
    tous = [lire(atlas, code)["projets"] for code in membres]
    dits = sum(int(c.valeur) for c in tous)
    assert {c.references[0].valeur for c in tous} == {nombre(dits)}


def test_la_part_des_chomeurs_est_dite_ici_et_en_face(saint_flour):
    assert saint_flour["chomeurs"].couverture == "soit 11,8\u202f% des actifs"
    assert saint_flour["chomeurs"].references[0].notes == ("soit 7,6\u202f% des actifs",)


def test_le_chomage_est_celui_de_la_zone_d_emploi_qui_est_nommee(saint_flour):
    assert saint_flour["chomage"].valeur == "4,1\u202f%"
    assert saint_flour["chomage"].couverture == "taux de la zone d’emploi : Saint Flour"


def test_la_part_de_l_industrie_n_est_pas_celle_de_la_commune(saint_flour):
    assert saint_flour["part_industrie"].valeur == "non renseigné"
    assert saint_flour["part_industrie"].references[0].valeur == "8,2\u202f%"


def test_paris_a_sa_propre_part_de_l_industrie(atlas):
    assert lire(atlas, "75056")["part_industrie"].connue


def test_un_vide_n_est_pas_un_zero_et_un_compte_nul_en_est_un(atlas):
    mayotte = lire(atlas, "97608")
    assert mayotte["emplois"].valeur == "non renseigné"
    assert (mayotte["projets"].valeur, mayotte["projets"].unite) == ("0", "projet")


def test_une_somme_incomplete_dit_combien_de_communes_elle_compte(atlas):
    assert lire(atlas, "14712")["etablissements"].references[0].notes == ("pour 47 de ses 48 communes",)


def test_une_ile_sans_intercommunalite_n_a_personne_en_face(atlas):
    assert lire(atlas, "22016")["population"].references == ()


@pytest.mark.parametrize("communal", COMMUNAUX.values(), ids=COMMUNAUX)
def test_chaque_chiffre_declare_son_annee_sa_formule_et_ses_sources(communal):
    assert str(communal.annee) in communal.formule
    assert set(communal.sources) <= charger_registre().keys()


def test_les_sources_de_la_page_disent_la_carte_et_chaque_chiffre():
    cites = sources_de_commune(2023)
    assert {"ti183_groupements", "communes_2018", "base_cc_comparateur", "chomage_zones"} <= set(cites)
    assert len(cites) == len(set(cites))

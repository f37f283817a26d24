"""Indicators in a miniature world, where every figure can be reckoned by hand."""

import dataclasses
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sources.registre import charger_registre
from geo.indicateurs.mesures import (
    INDICATEURS,
    Mesure,
    territoire_reference,
    valeur_france,
    valeur_region,
    valeurs,
)
from geo.millesimes import MILLESIMES
from tests.geo.monde_indicateurs import COMMUNES, INDICATEURS_COMMUNES, PROJETS, monde


@pytest.fixture(scope="module")
def mini():
    return monde()


def du_ti(mini, cle, id_ti="ti-1101"):
    return territoire_reference(mini, millesime=2021, id_ti=id_ti, cle=cle)


@pytest.mark.parametrize(
    ("cle", "attendu"),
    [
        ("projets", 3),
        ("projets_pour_10000_hab", 3 * 10_000 / 10_000),
        ("projets_pour_1000_etab_ind", 3 * 1_000 / 50),
        ("emplois_annonces", 5),
        ("part_industrie", (1000 * 10 + 1000 * 30) / 2000),
        ("chomage", (300 * 6 + 700 * 11) / 1000),
        ("evolution_chomage", (300 * -2 + 700 * 1) / 1000),
        ("etablissements_industrie", 50),
        ("population", 10_000),
    ],
)
def test_un_territoire_interregional_est_un_territoire_comme_un_autre(mini, cle, attendu):
    assert du_ti(mini, cle).valeur == pytest.approx(attendu)


@pytest.mark.parametrize(
    ("cle", "attendu"),
    [
        ("projets", 3),
        ("projets_pour_10000_hab", 3 * 10_000 / 4500),
        ("projets_pour_1000_etab_ind", 3 * 1_000 / 40),
        ("emplois_annonces", 12),
        ("part_industrie", 10),
        ("chomage", (300 * 6 + 200 * 11) / 500),
        ("etablissements_industrie", 40),
        ("population", 4500),
    ],
)
def test_une_region_compte_ses_communes_dans_un_territoire_ou_non(mini, cle, attendu):
    assert valeur_region(mini, code_region="11", cle=cle).valeur == pytest.approx(attendu)


def test_la_france_suit_la_meme_formule(mini):
    assert valeur_france(mini, cle="population").valeur == 19_500
    connue = monde(communes=COMMUNES.assign(population=[1000, 3000, 500, 6000, 2000, 1]))
    assert valeur_france(connue, cle="chomage").valeur == pytest.approx((800 * 6 + 800 * 11) / 1600)


def test_un_projet_sans_commune_compte_dans_sa_region_et_en_france(mini):
    assert valeur_region(mini, code_region="24", cle="projets").valeur == 3
    assert valeur_france(mini, cle="projets").valeur == 7


def test_les_memes_emplois_comptent_une_fois_dans_chaque_ensemble(mini):
    assert du_ti(mini, "emplois_annonces").valeur == 5
    assert du_ti(mini, "emplois_annonces", "ti-0601").valeur == 5
    assert valeur_france(mini, cle="emplois_annonces").valeur == 5 + 7 + 2


def test_les_emplois_disent_combien_de_projets_en_parlent(mini):
    emplois = du_ti(mini, "emplois_annonces")
    assert (emplois.connus, emplois.total) == (2, 3)
    assert emplois.couverture == pytest.approx(2 / 3)


def test_des_projets_muets_n_annoncent_pas_zero_emploi(mini):
    muet = du_ti(mini, "emplois_annonces", "ti-2401")
    assert math.isnan(muet.valeur)
    assert (muet.connus, muet.total, muet.rang) == (0, 1, None)


def test_un_territoire_sans_projet_a_zero_projet_et_zero_emploi():
    sans = monde(projets=PROJETS[PROJETS["code_commune"] != "24002"])
    assert du_ti(sans, "projets", "ti-2401").valeur == 0
    assert du_ti(sans, "projets_pour_10000_hab", "ti-2401").valeur == 0
    emplois = du_ti(sans, "emplois_annonces", "ti-2401")
    assert emplois.valeur == 0
    assert math.isnan(emplois.couverture)


@pytest.mark.parametrize(
    "cle", ["projets_pour_1000_etab_ind", "part_industrie", "chomage", "evolution_chomage"]
)
def test_ce_que_personne_ne_publie_est_non_renseigne_et_sans_rang(mini, cle):
    inconnu = du_ti(mini, cle, "ti-0601")
    assert math.isnan(inconnu.valeur)
    assert inconnu.rang is None


def test_un_etablissement_inconnu_n_est_pas_zero(mini):
    assert math.isnan(du_ti(mini, "etablissements_industrie", "ti-0601").valeur)
    assert du_ti(mini, "etablissements_industrie", "ti-0601").couverture == 0


def test_un_projet_sans_denominateur_est_aussi_hors_du_numerateur(mini):
    france = valeur_france(mini, cle="projets_pour_1000_etab_ind")
    assert math.isnan(france.valeur)
    assert france.couverture == pytest.approx(12_500 / 19_500)
    connue = monde(communes=COMMUNES.assign(population=[1000, 3000, 500, 6000, 2000, 1]))
    assert valeur_france(connue, cle="projets_pour_1000_etab_ind").valeur == pytest.approx(6 * 1000 / 90)


def moyenne_connue_a(part):
    """The share of industry of ti-1101 when so much of its inhabitants have a figure."""
    communes = COMMUNES.assign(population=[10_000 * part, 0, 500, 10_000 * (1 - part), 2000, 7000])
    chiffres = INDICATEURS_COMMUNES.assign(siren_emploi=["100000001"] * 3 + [None] * 3)
    return du_ti(monde(communes=communes, indicateurs_communes=chiffres), "part_industrie")


def test_sous_80_pour_cent_de_ses_habitants_une_moyenne_est_non_renseignee():
    assert math.isnan(moyenne_connue_a(0.79).valeur)
    assert moyenne_connue_a(0.79).couverture == pytest.approx(0.79)


def test_a_80_pour_cent_elle_est_donnee_sur_ce_qui_est_connu():
    assert moyenne_connue_a(0.8).valeur == 10
    assert (moyenne_connue_a(0.8).connus, moyenne_connue_a(0.8).total) == (8000, 10_000)


def test_une_commune_sans_poids_compte_dans_ce_qui_manque(mini):
    # 7 000 of the 19 500 inhabitants have neither a rate nor active people: 64 % is known, and not all
    france = valeur_france(mini, cle="chomage")
    assert france.couverture == pytest.approx(12_500 / 19_500)
    assert math.isnan(france.valeur)


def test_un_chiffre_donne_nomme_la_region_qu_il_laisse():
    connue = monde(communes=COMMUNES.assign(population=[1000, 3000, 500, 6000, 2000, 1]))
    assert valeur_france(connue, cle="chomage").hors == "Mayotte"
    assert valeur_region(connue, code_region="11", cle="chomage").hors == ""


def test_un_denominateur_nul_ne_donne_pas_de_ratio():
    sans = monde(indicateurs_communes=INDICATEURS_COMMUNES.assign(etablissements_industrie_2018=0))
    assert math.isnan(du_ti(sans, "projets_pour_1000_etab_ind").valeur)
    assert du_ti(sans, "etablissements_industrie").valeur == 0


def test_le_rang_1_est_le_plus_haut_et_les_ex_aequo_le_partagent():
    table = valeurs(
        monde(communes=COMMUNES.assign(population=[1000, 500, 500, 500, 2000, 7000])),
        millesime=2021,
        cle="population",
    )
    assert table.set_index("id_ti")["rang"].to_dict() == {"ti-0601": 1, "ti-1101": 2, "ti-2401": 2}


def test_le_rang_dit_parmi_combien(mini):
    assert (du_ti(mini, "chomage").rang, du_ti(mini, "chomage").classes) == (1, 2)
    assert (du_ti(mini, "chomage", "ti-2401").rang, du_ti(mini, "chomage", "ti-2401").classes) == (2, 2)


def test_une_region_et_la_france_n_ont_pas_de_rang(mini):
    assert valeur_region(mini, code_region="11", cle="chomage").rang is None
    assert valeur_france(mini, cle="chomage").classes is None


@pytest.mark.parametrize("id_ti", ["ti-9999", "", "<b>"])
def test_un_territoire_inconnu_n_a_pas_de_mesure(mini, id_ti):
    assert du_ti(mini, "population", id_ti) is None


def test_une_region_inconnue_n_a_pas_de_mesure(mini):
    assert valeur_region(mini, code_region="99", cle="projets") is None


def test_un_indicateur_inconnu_est_une_faute_du_programme(mini):
    with pytest.raises(KeyError):
        valeurs(mini, millesime=2021, cle="bonheur")


def test_les_valeurs_suivent_l_ordre_des_ids_et_ont_leurs_colonnes(mini):
    table = valeurs(mini, millesime=2021, cle="part_industrie")
    assert table["id_ti"].tolist() == ["ti-0601", "ti-1101", "ti-2401"]
    figures = {champ.name for champ in dataclasses.fields(Mesure)}
    assert set(table.columns) == {"id_ti", *figures}
    assert table["rang"].dtype == "Int64"


POIDS = st.lists(st.floats(0.5, 1e5), min_size=6, max_size=6)


@given(POIDS)
def test_une_moyenne_reste_entre_le_plus_petit_et_le_plus_grand_de_ses_taux(poids):
    chiffres = INDICATEURS_COMMUNES.assign(actifs_1564_2018=poids)
    taux = du_ti(monde(indicateurs_communes=chiffres), "chomage").valeur
    assert 6 - 1e-6 <= taux <= 11 + 1e-6


@given(POIDS)
def test_des_zones_d_un_meme_taux_font_ce_taux_et_le_meme_rang(poids):
    chiffres = INDICATEURS_COMMUNES.assign(actifs_1564_2018=poids, zone_emploi="1102")
    table = valeurs(monde(indicateurs_communes=chiffres), millesime=2021, cle="chomage")
    assert table["valeur"].tolist() == [11, 11, 11]
    assert table["rang"].tolist() == [1, 1, 1]


def test_un_indicateur_est_fige():
    with pytest.raises(dataclasses.FrozenInstanceError):
        INDICATEURS["projets"].libelle = "autre"


@pytest.mark.parametrize("indicateur", INDICATEURS.values(), ids=lambda i: i.cle)
def test_un_indicateur_dit_sa_formule_ses_sources_et_ses_annees(indicateur):
    assert indicateur.formule.endswith(".")
    assert indicateur.libelle[0].isupper()
    assert indicateur.annees == tuple(sorted(indicateur.annees))
    assert set(indicateur.sources) <= set(charger_registre())


def test_les_figures_derivees_qui_melent_des_annees_le_disent():
    melees = [cle for cle, indicateur in INDICATEURS.items() if indicateur.mele_des_annees]
    assert melees == [
        "projets_pour_10000_hab",
        "projets_pour_1000_etab_ind",
        "part_industrie",
        "chomage",
        "evolution_chomage",
    ]
    assert [c for c in melees if str(INDICATEURS[c].annees[0]) not in INDICATEURS[c].formule] == []


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_projets_et_la_population_sont_ceux_des_tables(atlas, millesime):
    projets = valeurs(atlas, millesime=millesime, cle="projets").set_index("id_ti")["valeur"]
    population = valeurs(atlas, millesime=millesime, cle="population").set_index("id_ti")["valeur"]
    assert projets.to_dict() == atlas.projets_par_territoire(millesime).to_dict()
    assert population.to_dict() == atlas.territoires_de(millesime).set_index("id_ti")["population"].to_dict()


@pytest.mark.parametrize("cle", ["projets", "population", "etablissements_industrie"])
def test_les_regions_font_le_total_de_la_france(atlas, cle):
    regions = [valeur_region(atlas, code_region=r, cle=cle).valeur for r in atlas.regions["code"]]
    assert pd.Series(regions).sum() == valeur_france(atlas, cle=cle).valeur


@pytest.mark.parametrize("cle", INDICATEURS)
@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_territoire_a_sa_ligne(atlas, millesime, cle):
    table = valeurs(atlas, millesime=millesime, cle=cle)
    assert table["id_ti"].tolist() == atlas.territoires_de(millesime)["id_ti"].tolist()
    classes = table["rang"].notna() | (table["tiers"] != "")
    assert classes.sum() == (table["valeur"].notna().sum() if INDICATEURS[cle].classe else 0)
    assert table["valeur"].notna().sum() > 100

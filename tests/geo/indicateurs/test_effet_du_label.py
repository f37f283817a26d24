"""What is inside the territories and what is outside, of each total."""

from __future__ import annotations

import math

import pytest

from data.sources.registre import charger_registre
from francais import nombre
from geo.indicateurs.effet_du_label import GRANDEURS, Partage, part_industrielle, partages
from geo.millesimes import MILLESIMES, colonne_ti
from geo.projets.doublons import emplois_annonces
from tests.geo.monde_indicateurs import monde


@pytest.fixture(scope="module")
def du_monde():
    return {p.grandeur.cle: p for p in partages(monde(), millesime=2021)}


@pytest.fixture(scope="module")
def reels(atlas):
    return {p.grandeur.cle: p for p in partages(atlas, millesime=2021)}


@pytest.mark.parametrize(
    ("cle", "dans", "hors"),
    [
        ("projets", 5, 2),
        ("population", 19_000, 500),
        ("emplois", 2_050, 100),
    ],
)
def test_les_grandeurs_sont_comptees_dedans_et_dehors(du_monde, cle, dans, hors):
    assert (du_monde[cle].dans, du_monde[cle].hors) == (dans, hors)


def test_ce_qui_est_trop_peu_connu_dedans_n_a_pas_de_part(du_monde):
    # 7 000 of the 19 000 inhabitants inside live where no establishment is published
    assert math.isnan(du_monde["etablissements_industrie"].dans)
    assert math.isnan(du_monde["etablissements_industrie"].part)


def test_un_projet_sans_region_n_est_ni_dedans_ni_dehors(du_monde):
    # eight projects: p-8 is in no région; p-7 has no commune, so it is in a région and in no TI
    assert du_monde["projets"].dans + du_monde["projets"].hors == 7


def test_les_emplois_industriels_sont_les_emplois_fois_la_part_la_ou_elle_est_connue(du_monde):
    # inside: 1 000 jobs at 10 %, 1 000 at 30 %; 24002 has jobs and no share; outside: 100 at 10 %
    assert du_monde["emplois_industriels"].dans == pytest.approx(400)
    assert du_monde["emplois_industriels"].hors == pytest.approx(10)


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_dedans_et_dehors_font_le_total_une_fois_otes_les_emplois_comptes_deux_fois(atlas, millesime):
    lu = {p.grandeur.cle: p for p in partages(atlas, millesime=millesime)}["emplois_annonces"]
    total = emplois_annonces(atlas.projets).total
    assert lu.precision == f"{nombre(lu.dans + lu.hors - total)} comptés des deux côtés"


def test_les_emplois_de_2021_sont_13_446_et_9_862_dont_745_des_deux_cotes(reels):
    lu = reels["emplois_annonces"]
    assert (lu.dans, lu.hors, lu.precision) == (13_446, 9_862, "745 comptés des deux côtés")


def test_les_projets_hors_des_regions_se_disent_a_cote(atlas, reels):
    lu = reels["projets"]
    assert lu.precision == "et 9 hors des régions"
    assert lu.dans + lu.hors + 9 == len(atlas.projets)


def test_la_part_dedans_est_celle_des_deux_parties_ensemble():
    assert Partage(grandeur=GRANDEURS[0], dans=3, hors=1).part == 0.75


def test_une_part_de_rien_est_inconnue():
    assert math.isnan(Partage(grandeur=GRANDEURS[0], dans=0, hors=0).part)


def test_le_dedans_et_le_dehors_font_tout_le_pays(reels, atlas):
    population = reels["population"]
    assert population.dans + population.hors == atlas.communes["population"].sum()


def test_les_projets_dedans_sont_ceux_qui_ont_un_territoire(reels, atlas):
    assert reels["projets"].dans == atlas.projets[colonne_ti(2021)].notna().sum()


def test_la_part_des_projets_dedans_depasse_celle_des_habitants(reels):
    assert reels["projets"].part > reels["emplois_industriels"].part > reels["population"].part


def test_une_carte_plus_grande_tient_plus_d_habitants(atlas):
    parts = {m: {p.grandeur.cle: p.part for p in partages(atlas, millesime=m)} for m in MILLESIMES}
    assert parts[2023]["population"] > parts[2021]["population"]


def test_la_part_de_l_industrie_est_plus_haute_dedans(atlas):
    dans, hors = part_industrielle(atlas, millesime=2021)
    assert dans.valeur > hors.valeur


def test_la_part_calculee_est_a_moins_d_un_point_de_la_part_publiee(atlas):
    publies = atlas.national_2021.set_index("indicateur")["valeur"]
    dans, hors = part_industrielle(atlas, millesime=2021)
    assert dans.valeur == pytest.approx(
        publies["Part de l'emploi industriel dans les Territoires d'industrie"], abs=1
    )
    assert hors.valeur == pytest.approx(
        publies["Part de l'emploi industriel hors Territoires d'industrie"], abs=1
    )


def test_chaque_grandeur_est_declaree_en_entier():
    for grandeur in GRANDEURS:
        assert grandeur.formule.endswith(".")
        assert grandeur.annees
        assert set(grandeur.sources) <= set(charger_registre())

"""The ratios of the régions: declared once, counted by hand here, and France is never a mean of ratios."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sources.registre import charger_registre
from geo.etape.formules import FORMULES, FRANCE, Formule, assiette_regions, calculer, encadres


@pytest.fixture(scope="module")
def assiette(atlas):
    return assiette_regions(atlas)


@pytest.fixture(scope="module")
def brut(sources):
    return pd.read_csv(sources / "point_etape_2021/regions.csv", dtype={"code_region": str})


RAPPORT = Formule(
    cle="essai",
    libelle="Essai",
    unite="€",
    formule="Essai.",
    numerateur="laureats",
    denominateur="population",
    facteur=10,
)
SIMPLE = Formule(cle="simple", libelle="Simple", unite="projets", formule="Simple.", numerateur="laureats")


def petite(laureats, population, statut="publié"):
    """A document of a few régions: R0, R1…"""
    codes = [f"R{rang}" for rang in range(len(laureats))]
    return pd.DataFrame(
        {
            "code": codes,
            "nom": codes,
            "statut": statut,
            "laureats": pd.Series(laureats, dtype="float64"),
            "population": pd.Series(population, dtype="float64"),
        }
    )


def valeur_de(table, code):
    return table.set_index("code")["valeur"][code]


@pytest.mark.sources
@pytest.mark.parametrize("cle", ["laureats", "investissements", "engagements", "emplois"])
def test_un_chiffre_publie_est_celui_du_document(assiette, brut, cle):
    formule = FORMULES[cle]
    table = calculer(assiette, formule)
    attendu = dict(zip(brut["code_region"], brut[formule.numerateur], strict=True))
    assert {c: valeur_de(table, c) for c in attendu} == attendu
    assert valeur_de(table, FRANCE) == pytest.approx(brut[formule.numerateur].sum())


@pytest.mark.sources
def test_l_investissement_pour_un_euro_est_compte_a_la_main(assiette, brut):
    normandie = brut.set_index("code_region").loc["28"]
    attendu = normandie["investissements_meur"] / normandie["engagements_meur"]
    assert valeur_de(calculer(assiette, FORMULES["levier"]), "28") == pytest.approx(attendu, abs=1e-6)


@pytest.mark.sources
def test_le_cout_d_un_emploi_est_en_euros(assiette, brut):
    france = 1e6 * brut["engagements_meur"].sum() / brut["emplois_prevus"].sum()
    assert valeur_de(calculer(assiette, FORMULES["cout_emploi"]), FRANCE) == pytest.approx(france, abs=1e-5)


def test_l_outre_mer_est_une_ligne_rapportee_aux_habitants_de_ses_cinq_regions(assiette, atlas):
    cinq = atlas.communes[atlas.communes["region"].isin(["01", "02", "03", "04", "06"])]
    assert assiette.set_index("code")["population"]["OM"] == cinq["population"].sum()
    assert (assiette["code"] == "OM").sum() == 1


def test_les_regions_contiennent_chaque_habitant_de_la_france_une_fois(assiette, atlas):
    assert assiette["population"].sum() == atlas.communes["population"].sum()


def test_la_region_deduite_l_est_dans_chaque_chiffre_et_aucune_autre_ne_l_est(assiette):
    for formule in FORMULES.values():
        table = calculer(assiette, formule)
        assert table.loc[table["statut"] == "déduit", "code"].tolist() == ["84"]


def test_un_rapport_n_est_jamais_dit_publie(assiette):
    for formule in FORMULES.values():
        statuts = set(calculer(assiette, formule)["statut"])
        assert statuts == ({"publié", "déduit", "somme"} if formule.publie else {"calculé", "déduit"})


def test_le_plus_haut_vient_en_premier_et_la_france_en_dernier(assiette):
    for formule in FORMULES.values():
        table = calculer(assiette, formule)
        assert table["code"].iloc[-1] == FRANCE
        publiees = table["statut"] != "déduit"
        assert table.loc[publiees, "valeur"].iloc[:-1].is_monotonic_decreasing


def test_la_region_deduite_suit_celles_qui_ont_un_rang(assiette):
    for formule in FORMULES.values():
        assert calculer(assiette, formule)["code"].iloc[-2] == "84"


@pytest.mark.parametrize(
    ("cle", "code", "dit"),
    [
        ("laureats", "84", "120 (déduit)"),
        ("investissements", "84", "environ 370 (319 à 419, déduit)"),
        ("engagements", "84", "environ 53,6 (53,1 à 54,1, déduit)"),
        ("levier", "84", "environ 7 (5,9 à 7,9, déduit)"),
        ("engagements_hab", "84", "environ 6,7 (6,6 à 6,8, déduit)"),
        ("cout_emploi", "84", "environ 23 400 (23 230 à 23 670, déduit)"),
        ("laureats_hab", "84", "1,5 (déduit)"),
        ("investissements", FRANCE, "5 400"),
        ("engagements", FRANCE, "573"),
        ("levier", FRANCE, "9,4"),
        ("cout_emploi", FRANCE, "21 020"),
        ("cout_emploi", "OM", "46 900"),
        ("investissements", "53", "256,1"),
    ],
)
def test_un_chiffre_n_a_jamais_plus_de_chiffres_que_ses_sources(assiette, cle, code, dit):
    formule = FORMULES[cle]
    assert encadres(assiette, formule)[code].en_entier(formule.decimales).replace("\u202f", " ") == dit


def test_le_rapport_de_la_france_n_est_pas_la_moyenne_des_rapports():
    table = calculer(petite([1, 30], [10, 100]), RAPPORT)
    ratios = [valeur_de(table, "R0"), valeur_de(table, "R1")]
    assert ratios == [1.0, 3.0]
    assert valeur_de(table, FRANCE) == pytest.approx(310 / 110, abs=1e-6)
    assert valeur_de(table, FRANCE) != sum(ratios) / 2


def test_une_part_manquante_fait_un_rapport_manquant_et_quitte_la_france_des_deux_cotes():
    table = calculer(petite([1, None, 5], [10, 100, None]), RAPPORT)
    assert math.isnan(valeur_de(table, "R1"))
    assert math.isnan(valeur_de(table, "R2"))
    assert valeur_de(table, FRANCE) == 1.0


def test_un_denominateur_nul_ne_fait_pas_de_rapport():
    table = calculer(petite([1], [0]), RAPPORT)
    assert table["valeur"].isna().all()


def test_l_absence_de_laureat_est_un_zero_et_non_un_chiffre_manquant():
    assert valeur_de(calculer(petite([0], [10]), SIMPLE), "R0") == 0


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)), min_size=1, max_size=14))
def test_le_rapport_de_la_france_est_entre_le_plus_bas_et_le_plus_haut(paires):
    table = calculer(petite([p[0] for p in paires], [p[1] for p in paires]), RAPPORT)
    regions = table["valeur"].iloc[:-1]
    assert regions.min() - 1e-5 <= valeur_de(table, FRANCE) <= regions.max() + 1e-5


@pytest.mark.parametrize("formule", FORMULES.values(), ids=lambda f: f.cle)
def test_une_formule_est_declaree_entiere(formule, assiette):
    assert formule.libelle
    assert formule.unite
    assert formule.formule.endswith(".")
    assert formule.annees == tuple(sorted(formule.annees))
    assert set(formule.sources) <= set(charger_registre())
    assert {formule.numerateur, formule.denominateur or formule.numerateur} <= set(assiette.columns)
    assert formule.publie == (formule.facteur == 1.0 and not formule.denominateur)

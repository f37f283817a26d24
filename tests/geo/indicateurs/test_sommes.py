"""Every total is the sum of its parts, interregional territories once; a mean is never that of shares."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas.assiettes import assiettes
from geo.indicateurs.mesures import INDICATEURS, mesure, mesures_par_sorte
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, TOUS_LES_TI, Objet
from geo.millesimes import MILLESIMES
from tests.geo.monde_indicateurs import (
    COMMUNES,
    INDICATEURS_COMMUNES,
    NOMS_DES_REGIONS,
    PARTS,
    Monde,
    monde,
    tables,
)

SOMMES = ("projets", "etablissements_industrie", "population")
"""Indicators that are sums. Announced jobs are none: one project may announce them at several sites."""

MOYENNES = ("part_industrie", "chomage", "evolution_chomage")

TI = Objet(sorte="ti", code="ti-1101")
REGIONS = Objet(sorte="region", code="11")
EPCI = Objet(sorte="epci", code="200000001")


def total(atlas, objet, cle, millesime=2021):
    return mesures_par_sorte(atlas, objet=objet, millesime=millesime, cle=cle)["valeur"].sum()


def valeur(atlas, objet, cle, millesime=2021):
    return mesure(atlas, objet=objet, millesime=millesime, cle=cle).valeur


def test_la_liste_des_sommes_est_celle_des_montants_que_rien_ne_compte_deux_fois():
    montants = {cle for cle, indicateur in INDICATEURS.items() if indicateur.sorte == "montant"}
    assert set(SOMMES) == montants - {"emplois_annonces"}


@pytest.mark.parametrize("millesime", MILLESIMES)
@pytest.mark.parametrize("cle", SOMMES)
def test_la_somme_des_territoires_est_leur_ensemble_et_avec_le_reste_la_france(atlas, cle, millesime):
    dans = valeur(atlas, TOUS_LES_TI, cle, millesime)
    hors = valeur(atlas, HORS_TI, cle, millesime)
    assert total(atlas, TI, cle, millesime) == dans
    assert dans + hors == valeur(atlas, LA_FRANCE, cle, millesime)


@pytest.mark.parametrize("cle", SOMMES)
def test_la_somme_des_regions_est_la_france(atlas, cle):
    assert total(atlas, REGIONS, cle) == valeur(atlas, LA_FRANCE, cle)


@pytest.mark.parametrize("cle", SOMMES)
def test_un_territoire_interregional_compte_une_fois_dans_les_territoires(atlas, cle):
    paires = atlas.territoires_de(2021)[["id_ti", "regions"]]
    plusieurs = paires[paires["regions"].str.contains(",")]
    assert len(plusieurs)
    par_ti = mesures_par_sorte(atlas, objet=TI, millesime=2021, cle=cle)["valeur"]
    repetes = par_ti[[i for i, r in paires.itertuples(index=False) for _ in r.split(",")]].sum()
    assert par_ti.sum() == valeur(atlas, TOUS_LES_TI, cle)
    assert repetes > par_ti.sum()


@st.composite
def mondes(draw):
    """The communes of the miniature world, moved at random between TI, régions and EPCI."""
    combien = len(COMMUNES)
    piocher = {
        "region": st.sampled_from(["11", "24", "06"]),
        "siren_epci": st.sampled_from(["200000001", "200000002", None]),
        **{f"id_ti_{m}": st.sampled_from(["ti-1101", "ti-2401", "ti-0601", None]) for m in MILLESIMES},
        "population": st.integers(1, 100_000),
    }
    tire = {c: draw(st.lists(s, min_size=combien, max_size=combien)) for c, s in piocher.items()}
    tire["region"][:3] = ["11", "24", "06"]  # no région is without a commune, nor is what is outside
    for millesime in MILLESIMES:
        tire[f"id_ti_{millesime}"][-1] = None
    communes = COMMUNES.assign(**tire)
    lieux = communes.set_index("code")
    projets = tables()["projets"]
    situes = projets["code_commune"].map(lieux["region"])
    projets = projets.assign(code_region=situes.fillna(projets["code_region"]))
    for colonne in ("siren_epci", *(f"id_ti_{m}" for m in MILLESIMES)):
        projets[colonne] = projets["code_commune"].map(lieux[colonne])
    etablissements = draw(st.lists(st.integers(0, 500), min_size=combien, max_size=combien))
    figures = INDICATEURS_COMMUNES.assign(etablissements_industrie_2018=pd.array(etablissements, "Int64"))
    return Monde(
        assiettes=assiettes(**tables(communes=communes, projets=projets, indicateurs_communes=figures)),
        nom_region=NOMS_DES_REGIONS,
    )


@settings(max_examples=30)
@given(mondes())
def test_quelle_que_soit_la_carte_chaque_somme_boucle(atlas):
    for cle in SOMMES:
        france = valeur(atlas, LA_FRANCE, cle)
        assert total(atlas, REGIONS, cle) == france
        for millesime in (2021, 2023):
            par_label = mesures_par_sorte(atlas, objet=TOUS_LES_TI, millesime=millesime, cle=cle)["valeur"]
            assert par_label.sum() == france
            assert total(atlas, TI, cle, millesime) == par_label.get("dans", 0)


@settings(max_examples=30)
@given(mondes())
def test_quelle_que_soit_la_carte_une_moyenne_est_entre_ses_parties(atlas):
    for cle in MOYENNES:
        parts = mesures_par_sorte(atlas, objet=TOUS_LES_TI, millesime=2021, cle=cle)["valeur"].dropna()
        france = valeur(atlas, LA_FRANCE, cle)
        if len(parts) == 2 and not math.isnan(france):
            assert parts.min() - 1e-5 <= france <= parts.max() + 1e-5


def test_une_moyenne_ponderee_n_est_pas_la_moyenne_des_parts():
    # 1 000 jobs at 10 % and 1 000 at 30 % in ti-1101, 100 at 10 % outside: 19,5 % and not 15 %
    siren = INDICATEURS_COMMUNES["siren_emploi"].where(INDICATEURS_COMMUNES["code"] != "11003", "100000003")
    parts = pd.concat([PARTS, pd.DataFrame({"siren": ["100000003"], "part_industrie_2022": [10.0]})])
    petit = monde(
        communes=COMMUNES.assign(population=[1000, 3000, 500, 6000, 2000, 1]),
        indicateurs_communes=INDICATEURS_COMMUNES.assign(siren_emploi=siren),
        emploi_industriel_epci=parts,
    )
    dans, hors = (valeur(petit, objet, "part_industrie") for objet in (TOUS_LES_TI, HORS_TI))
    france = valeur(petit, LA_FRANCE, "part_industrie")
    assert (dans, hors) == (20.0, 10.0)
    assert france == pytest.approx((1000 * 10 + 1000 * 30 + 100 * 10) / 2100, abs=1e-6)
    assert france != (dans + hors) / 2


def test_un_rapport_de_la_france_n_est_pas_la_moyenne_de_ceux_des_regions(atlas):
    cle = "projets_pour_10000_hab"
    regions = mesures_par_sorte(atlas, objet=REGIONS, millesime=2021, cle=cle)["valeur"]
    projets, habitants = (valeur(atlas, LA_FRANCE, c) for c in ("projets", "population"))
    assert valeur(atlas, LA_FRANCE, cle) == pytest.approx(10_000 * projets / habitants, abs=1e-6)
    assert valeur(atlas, LA_FRANCE, cle) != pytest.approx(regions.mean(), abs=1e-3)


def test_les_memes_emplois_annonces_dedans_et_dehors_comptent_une_fois_en_france(atlas):
    dans, hors = (valeur(atlas, objet, "emplois_annonces") for objet in (TOUS_LES_TI, HORS_TI))
    france = valeur(atlas, LA_FRANCE, "emplois_annonces")
    assert max(dans, hors) <= france <= dans + hors

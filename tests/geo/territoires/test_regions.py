"""What is in a région: sums close, interregional territories stand in each of theirs."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from data import chargement
from geo.atlas.assiettes import OM
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.classes import arrondir
from geo.indicateurs.mesures import mesure, valeur_region
from geo.indicateurs.objets import Objet
from geo.millesimes import MILLESIMES
from geo.territoires.regions import NOM_OM, noms, projets_de, territoires_classes, territoires_de

ATLAS = chargement.atlas()
REGIONS = list(ATLAS.nom_region)


def test_les_projets_des_regions_sont_tous_ceux_qui_en_ont_une():
    total = sum(len(projets_de(ATLAS, code)) for code in REGIONS)
    assert total == ATLAS.projets["code_region"].notna().sum()


@pytest.mark.parametrize("millesime", list(MILLESIMES))
def test_chaque_territoire_est_dans_une_region_et_un_interregional_dans_chacune_des_siennes(millesime):
    vues = [ti for code in REGIONS for ti in territoires_de(ATLAS, code, millesime)["id_ti"]]
    attendues = ATLAS.territoires_de(millesime)
    assert set(vues) == set(attendues["id_ti"])
    assert len(vues) == attendues["regions"].str.split(",").map(len).sum()


def test_un_territoire_interregional_nomme_ses_autres_regions():
    huisne = territoires_de(ATLAS, "28", 2021).set_index("id_ti").loc["ti-5213", "ailleurs"]
    assert huisne == "Pays de la Loire, Centre-Val de Loire"


def test_l_outre_mer_est_les_cinq_regions_ensemble_et_vient_en_dernier():
    assert list(noms(ATLAS).items())[-1] == (OM, NOM_OM)
    ensemble = set(territoires_de(ATLAS, OM, 2021)["id_ti"])
    assert ensemble == {
        t for c in ("01", "02", "03", "04", "06") for t in territoires_de(ATLAS, c, 2021)["id_ti"]
    }


@pytest.mark.parametrize("cle", list(INDICATEURS))
@pytest.mark.parametrize("code", ["53", "76", OM])
def test_les_rangs_descendent_avec_les_valeurs_et_les_inconnus_viennent_en_dernier(code, cle):
    table = territoires_classes(ATLAS, code=code, millesime=2021, cle=cle)
    connues = table["valeur"].dropna()
    assert connues.is_monotonic_decreasing
    assert table["valeur"].isna().tolist() == sorted(table["valeur"].isna().tolist())
    for ligne in table.to_dict("records"):
        if math.isnan(ligne["valeur"]):
            assert pd.isna(ligne["rang"])
        elif INDICATEURS[cle].classe and not ligne["tiers"]:
            decimales = INDICATEURS[cle].decimales
            assert (
                ligne["rang"] == (arrondir(connues, decimales) > round(ligne["valeur"], decimales)).sum() + 1
            )
        else:
            assert pd.isna(ligne["rang"])


@pytest.mark.parametrize("cle", list(INDICATEURS))
def test_une_region_se_mesure_de_meme_avec_et_sans_rang_meme_si_un_chiffre_manque(cle):
    for code in REGIONS:
        avec = mesure(ATLAS, objet=Objet(sorte="region", code=code), millesime=2021, cle=cle)
        sans = valeur_region(ATLAS, code_region=code, cle=cle)
        assert avec.valeur == sans.valeur or (math.isnan(avec.valeur) and math.isnan(sans.valeur))
        classee = avec.rang is not None or avec.tiers != ""
        assert classee == (INDICATEURS[cle].classe and not math.isnan(sans.valeur))

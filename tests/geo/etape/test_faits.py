"""The facts that the product must reproduce: they hold on our tables, and fail when a table is altered."""

import dataclasses

import pandas as pd
import pytest

from geo.etape.faits import Fait, faits, territoires_par_region


def enonces(atlas, *, tenus):
    return [fait.enonce for fait in faits(atlas) if fait.tenu is tenus]


def test_tous_les_faits_sont_tenus_sur_les_tables_livrees(atlas):
    assert enonces(atlas, tenus=False) == []


def test_aucun_fait_n_est_dit_deux_fois(atlas):
    tous = enonces(atlas, tenus=True)
    assert len(tous) == len(set(tous))


@pytest.mark.parametrize(
    ("trouve", "tenu"), [(10, True), (10.5, True), (9.5, True), (10.6, False), (9.4, False)]
)
def test_un_fait_est_tenu_a_l_arrondi_de_la_publication_pres(trouve, tenu):
    assert Fait(enonce="E", attendu=10, trouve=trouve, source="S", tolerance=0.5).tenu is tenu


def test_un_fait_sans_arrondi_se_verifie_exactement():
    assert not Fait(enonce="E", attendu=146, trouve=147, source="S").tenu


def test_un_fait_dit_s_il_est_tenu_dans_le_rapport():
    fait = Fait(enonce="E", attendu=1, trouve=2, source="S")
    assert fait.en_dict() == {
        "enonce": "E",
        "attendu": 1,
        "trouve": 2,
        "source": "S",
        "tolerance": 0.0,
        "par_construction": False,
        "tenu": False,
    }


@pytest.mark.parametrize(
    ("table", "alterer", "enonce"),
    [
        ("projets", lambda t: t.iloc[1:], "Projets de l’extrait d’avril 2022, tous gardés"),
        ("epci", lambda t: t.iloc[1:], "EPCI en France en 2021"),
        (
            "territoires",
            lambda t: t[t["id_ti"] != "ti-2806"],
            "Territoires d’industrie au millésime 2021",
        ),
        (
            "territoires",
            lambda t: t.assign(regions=t["regions"].str.split(",").str[0]),
            "Territoires d’industrie de 2021 en Normandie",
        ),
        (
            "groupements",
            lambda t: t[t["type"] != "EPT"],
            "Intercommunalités couvertes en 2021 (EPCI et EPT)",
        ),
        (
            "regions_2021",
            lambda t: t.assign(laureats=t["laureats"] + 1),
            "Somme des régions : Projets lauréats du fonds d'accélération (projets)",
        ),
        (
            "regions_2021",
            lambda t: t.assign(statut="publié"),
            "Régions dont les chiffres sont déduits et non publiés",
        ),
    ],
)
def test_une_table_alteree_fait_tomber_son_fait(atlas, table, alterer, enonce):
    altere = dataclasses.replace(atlas, **{table: alterer(getattr(atlas, table))})
    assert enonce in enonces(altere, tenus=False)


def test_les_totaux_dont_une_region_est_deduite_sont_vrais_par_construction(atlas):
    construits = [fait.enonce for fait in faits(atlas) if fait.par_construction]
    assert len(construits) == 4
    assert all(enonce.startswith("Somme des régions : ") for enonce in construits)


def test_sans_region_deduite_les_totaux_s_eprouvent(atlas):
    publiees = atlas.regions_2021.assign(statut="publié")
    sans = dataclasses.replace(atlas, regions_2021=publiees)
    assert not any(fait.par_construction for fait in faits(sans))


def test_chaque_region_publiee_a_son_fait_et_la_region_deduite_n_en_a_pas(atlas):
    prefixe = "Territoires d’industrie de 2021 en "
    regions = {e.removeprefix(prefixe) for e in enonces(atlas, tenus=True) if e.startswith(prefixe)}
    publiees = atlas.regions_2021.loc[atlas.regions_2021["statut"] == "publié", "region"]
    assert regions == set(publiees)
    assert "Auvergne-Rhône-Alpes" not in regions


TERRITOIRES = pd.DataFrame(
    {"id_ti": ["ti-1", "ti-2", "ti-3", "ti-4"], "regions": ["11,24", "24", "01,02", "01"]}
)


def test_un_territoire_interregional_compte_dans_chacune_de_ses_regions():
    assert territoires_par_region(TERRITOIRES)[["11", "24"]].tolist() == [1, 2]


def test_un_territoire_ne_compte_qu_une_fois_outre_mer():
    assert territoires_par_region(TERRITOIRES)["OM"] == 2
    assert "01" not in territoires_par_region(TERRITOIRES)

"""Figures of « Point d'étape »: what was deduced is never shown as published, an empty is not a zero."""

import pandas as pd
import pytest

from data.fabrication import etape

TERRITOIRES = pd.DataFrame({"id_ti": ["ti-1", "ti-2", "ti-3"], "regions": ["84,27", "84", "01,02"]})

NATIONAL = pd.DataFrame(
    {
        "indicateur": [
            "Investissements industriels soutenus",
            "Subventions engagées par l'Etat et les Régions",
        ],
        "valeur": ["5.4", "573"],
    }
)


@pytest.fixture
def regions():
    brut = pd.DataFrame(
        {
            "code_region": ["84", "27", "OM"],
            "region": ["Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Outre-mer"],
            "territoires_industrie": [None, "10", "8"],
            "projets_remontes": [None, "112", "42"],
            "laureats": ["120", "87", "54"],
            "investissements_meur": ["368.7", "285.5", "94.8"],
            "engagements_meur": ["53.6", "41.7", "21.2"],
            "financeurs": ["Etat et Région", "Etat et Région", "Etat"],
            "emplois_prevus": ["2286", "1966", "452"],
            "statut": ["déduit par différence (page absente)", "publié", "publié (ensemble des DROM)"],
        },
        dtype="str",
    )
    return etape.regions(brut, TERRITOIRES, NATIONAL).set_index("code_region")


def test_une_region_deduite_est_dite_deduite(regions):
    assert regions["statut"].to_dict() == {"84": "déduit", "27": "publié", "OM": "publié"}


def test_la_precision_dit_pourquoi_et_manque_quand_il_n_y_a_rien_a_dire(regions):
    assert regions["precision"].fillna("").to_dict() == {
        "84": "déduit par différence (page absente)",
        "27": "",
        "OM": "publié (ensemble des DROM)",
    }


def test_un_nombre_de_territoires_non_publie_manque_et_n_est_pas_zero(regions):
    assert regions["territoires_publies"].isna().to_dict() == {"84": True, "27": False, "OM": False}
    assert regions.loc["27", "territoires_publies"] == 10


def test_notre_compte_met_un_territoire_interregional_dans_chaque_region(regions):
    assert regions["territoires_calcules"].to_dict() == {"84": 2, "27": 1, "OM": 1}


def test_les_montants_sont_des_nombres(regions):
    assert regions["investissements_meur"].sum() == pytest.approx(749.0)


def test_un_montant_deduit_porte_l_arrondi_de_son_total(regions):
    ligne = regions.loc["84"]
    assert (ligne["investissements_meur_bas"], ligne["investissements_meur_haut"]) == (318.7, 418.7)
    assert (ligne["engagements_meur_bas"], ligne["engagements_meur_haut"]) == (53.1, 54.1)


def test_un_montant_publie_porte_son_propre_arrondi(regions):
    ligne = regions.loc["27"]
    assert (ligne["investissements_meur_bas"], ligne["investissements_meur_haut"]) == (285.45, 285.55)


def test_une_cellule_vide_reste_manquante():
    brut = pd.DataFrame({"n": ["3", None], "x": [None, "1.5"], "t": ["a", None]}, dtype="str")
    table = etape.typer(brut, entiers=("n",), reels=("x",))
    assert table.isna().to_numpy().tolist() == [[False, True, False], [True, False, True]]
    assert (str(table["n"].dtype), str(table["x"].dtype), str(table["t"].dtype)) == (
        "Int64",
        "float64",
        "str",
    )


def test_un_chiffre_illisible_arrete_la_fabrication():
    with pytest.raises(ValueError, match="environ 3"):
        etape.typer(pd.DataFrame({"n": ["environ 3"]}, dtype="str"), entiers=("n",))

"""The table beside the map says what the map says."""

from __future__ import annotations

import pytest

from geo.indicateurs.mesures import INDICATEURS, valeurs
from geo.millesimes import MILLESIMES
from pages.carte.tableau import territoires
from tests.pages.regards import ouvrir


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_territoire_d_un_millesime_a_une_ligne(atlas, millesime):
    table = territoires(atlas, millesime)
    assert sorted(table["id_ti"]) == sorted(atlas.territoires_de(millesime)["id_ti"])


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_projets_du_tableau_sont_ceux_de_l_atlas(atlas, millesime):
    table = territoires(atlas, millesime).set_index("id_ti")["Projets"]
    assert table.sort_index().to_dict() == atlas.projets_par_territoire(millesime).sort_index().to_dict()


def test_les_intercommunalites_de_2021_sont_les_542_publiees(atlas):
    assert territoires(atlas, 2021)["Intercommunalités"].sum() == 542


def test_les_lignes_sont_dans_l_ordre_des_noms(atlas):
    noms = territoires(atlas, 2021)["Territoire"].str.casefold().to_list()
    assert noms == sorted(noms)


def test_un_territoire_interregional_nomme_chacune_de_ses_regions(atlas):
    table = territoires(atlas, 2021).set_index("id_ti")
    assert table.loc["ti-5213", "Régions"].split(", ") == list(atlas.fiche("ti-5213", 2021).regions)


@pytest.mark.parametrize("cle", INDICATEURS)
def test_le_tableau_a_une_colonne_pour_l_indicateur_de_la_carte(atlas, cle):
    table = territoires(atlas, 2021, cle).set_index("id_ti")
    colonne = {"population": "Population", "projets": "Projets"}.get(cle, INDICATEURS[cle].libelle)
    attendues = valeurs(atlas, millesime=2021, cle=cle).set_index("id_ti")["valeur"]
    assert table[colonne].sort_index().to_list() == pytest.approx(attendues.to_list(), nan_ok=True)


@pytest.mark.parametrize("cle", [None, "chomage", "population"])
def test_le_tableau_s_ouvre_quelle_que_soit_la_couleur_de_la_carte(cle):
    essai = ouvrir(**({"couleur": cle} if cle else {}))
    essai.session_state["tableau"] = True
    essai.run()
    assert not essai.exception
    assert ("Taux de chômage" in essai.dataframe[0].value.columns) is (cle == "chomage")

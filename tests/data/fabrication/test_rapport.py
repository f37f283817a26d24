"""What the build says of itself, and that it says the truth about the tables."""

import json
import shutil

import pytest

from data import chargement
from data.fabrication.rapport import rapporter, verifier
from geo.contrats.tables import TABLES
from tests.data.tables_signees import atelier_livre, poser


@pytest.fixture(scope="module")
def atelier():
    return atelier_livre()


@pytest.fixture(scope="module")
def rapport(atelier):
    return rapporter(atelier)


@pytest.fixture
def dossier(tmp_path):
    return shutil.copytree(chargement.dossier(), tmp_path / "processed")


def test_le_rapport_livre_est_celui_des_tables_livrees(rapport):
    assert json.loads(json.dumps(rapport)) == chargement.rapport()


def test_chaque_source_est_comptee(rapport):
    attendues = {cle for table in TABLES.values() for cle in table.sources}
    assert set(rapport["sources"]) == attendues
    assert all(compte["lues"] > 0 for compte in rapport["sources"].values())


def test_aucune_ligne_de_projet_n_est_perdue(rapport):
    projets = rapport["sources"]["plan_relance_industrie"]
    assert projets["lues"] == projets["gardees"] == 3080


def test_les_projets_non_places_sont_ceux_que_l_on_nomme(rapport):
    non_placees = rapport["sources"]["plan_relance_industrie"]["non_placees"]
    assert non_placees == len(rapport["projets"]["non_places"]) > 0


def test_une_ligne_perdue_se_voit(atelier):
    perdu = {**atelier.tables, "projets": atelier.tables["projets"].iloc[1:]}
    ampute = type(atelier)(chemins={}, tables=perdu, lues=atelier.lues)
    compte = rapporter(ampute)["sources"]["plan_relance_industrie"]
    assert (compte["lues"], compte["gardees"]) == (3080, 3079)


def test_chaque_table_dit_ses_lignes(rapport, atelier):
    assert rapport["tables"] == {nom: len(table) for nom, table in sorted(atelier.tables.items())}
    assert set(rapport["tables"]) == set(TABLES)


def test_chaque_passage_est_dans_le_rapport_et_un_vide_y_est_nul(rapport, atelier):
    assert len(rapport["passages"]) == len(atelier.tables["passages"])
    groupements = [p for p in rapport["passages"] if p["objet"] == "groupement"]
    assert groupements
    assert all(p["ecart_surface"] is None for p in groupements)


def test_un_groupement_partiel_a_moins_de_communes_que_le_groupement_entier(rapport):
    partiels = rapport["groupements_partiels"]
    assert partiels
    assert all(p["nb_communes"] < p["nb_communes_total"] for p in partiels)


def test_verifier_refait_les_faits_sur_les_tables_livrees():
    assert verifier() == chargement.rapport()


def test_verifier_ne_croit_pas_le_rapport_mais_les_tables(dossier, atlas):
    poser(dossier, "regions_2021", atlas.regions_2021.assign(laureats=1))
    faux = [fait["enonce"] for fait in verifier(dossier)["faits_par_construction"] if not fait["tenu"]]
    assert faux == ["Somme des régions : Projets lauréats du fonds d'accélération (projets)"]


def test_verifier_refuse_une_table_manquante(dossier):
    (dossier / "epci.parquet").unlink()
    with pytest.raises(chargement.DonneesIllisibles, match=r"epci\.parquet"):
        verifier(dossier)


COMPTES_DES_SOURCES = {
    # read, kept, repaired, unplaced: counted by hand on the raw files
    "base_cc_comparateur": (35_010, 34_965, 0, 0),
    "communes_2018": (35_357, 35_357, 396, 0),
    "correspondance_postale": (36_742, 35_398, 0, 1_344),
    "epci_2021": (1_254, 1_254, 2, 0),
    "epcicom2021": (34_961, 34_961, 1, 0),
    "plan_relance_industrie": (3_080, 3_080, 617, 13),
    "ti148_communes": (15_697, 15_697, 3, 0),
    "ti149_communes": (16_197, 16_197, 0, 0),
    "ti183_groupements": (641, 641, 3, 0),
}


@pytest.mark.parametrize("cle", COMPTES_DES_SOURCES)
def test_le_rapport_dit_ce_qui_a_ete_lu_garde_repare_et_non_place(cle):
    compte = chargement.rapport()["sources"][cle]
    noms = ("lues", "gardees", "reparees", "non_placees")
    assert tuple(compte[nom] for nom in noms) == COMPTES_DES_SOURCES[cle]

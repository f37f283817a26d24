"""The chain of steps from raw to processed tables."""

import pandas as pd
import pytest

from data.fabrication import fabrique
from data.fabrication.fabrique import ETAPES, SOURCES, Atelier, fabriquer
from data.sources.registre import charger_registre
from geo.contrats.tables import TABLES

DE_L_ETAPE = tuple(
    nom for nom, table in TABLES.items() if all(cle.startswith("point_etape") for cle in table.sources)
)


def test_chaque_source_d_un_contrat_est_demandee_une_fois():
    assert len(SOURCES) == len(set(SOURCES))
    assert set(SOURCES) == {cle for table in TABLES.values() for cle in table.sources}


def test_chaque_source_demandee_est_declaree():
    assert set(SOURCES) <= set(charger_registre())


def test_chaque_etape_a_un_nom_a_elle():
    noms = [nom for nom, _ in ETAPES]
    assert len(noms) == len(set(noms))


def test_une_table_brute_est_lue_et_ses_lignes_comptees(tmp_path):
    chemin = tmp_path / "t.csv"
    chemin.write_text("code\n01\n02\n", encoding="utf-8")
    atelier = Atelier(chemins={"source": chemin})
    assert atelier.brut("source")["code"].tolist() == ["01", "02"]
    assert atelier.lues == {"source": 2}


def test_une_table_brute_se_lit_par_le_lecteur_que_l_on_donne(tmp_path):
    atelier = Atelier(chemins={"source": tmp_path})
    lue = atelier.brut("source", lambda chemin: pd.DataFrame({"dossier": [chemin.name]}))
    assert lue["dossier"].tolist() == [tmp_path.name]


def test_chaque_etape_est_annoncee_avant_d_etre_faite(monkeypatch):
    journal = []
    etapes = tuple((nom, lambda _, n=nom: journal.append(f"fait {n}")) for nom in ("une", "deux"))
    monkeypatch.setattr(fabrique, "ETAPES", etapes)
    fabriquer({}, annoncer=lambda nom: journal.append(f"dit {nom}"))
    assert journal == ["dit une", "fait une", "dit deux", "fait deux"]


def test_une_etape_voit_ce_que_la_precedente_a_fait(monkeypatch):
    def premiere(atelier):
        atelier.tables["une"] = pd.DataFrame({"n": [1]})

    def seconde(atelier):
        atelier.tables["deux"] = atelier.tables["une"] + 1

    monkeypatch.setattr(fabrique, "ETAPES", (("1", premiere), ("2", seconde)))
    assert fabriquer({}).tables["deux"]["n"].tolist() == [2]


@pytest.mark.sources
def test_les_tables_du_point_d_etape_sont_celles_qui_sont_livrees(sources, atlas):
    registre = charger_registre()
    atelier = Atelier(
        chemins={cle: sources / registre[cle].fichier for cle in SOURCES},
        tables={"territoires": atlas.territoires},
    )
    dict(ETAPES)["Point d’étape à 3 ans"](atelier)
    for nom in DE_L_ETAPE:
        pd.testing.assert_frame_equal(atelier.tables[nom], getattr(atlas, nom))
    assert len(DE_L_ETAPE) == 6

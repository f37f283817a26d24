"""« Méthode » in memory: facts, sources, repairs and dictionary are all there."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import unescape

import pytest

from components.leaflet import elements
from data import chargement
from data.sources.registre import charger_registre
from geo.contrats.tables import TABLES
from geo.projets.stades import LECTURES
from pages.methode import statistique
from tests.pages.regards import mots, ouvrir, titre


@pytest.fixture(scope="module")
def lu() -> str:
    """Every word of the page."""
    return mots(ouvrir("methode"))


def sans_blancs(texte: str) -> str:
    return "".join(texte.split())


def test_la_page_s_ouvre_sans_erreur():
    essai = ouvrir("methode")
    assert not essai.exception
    assert not essai.error
    assert titre(essai) == "Méthode"


def test_chaque_fait_du_rapport_est_dans_la_page(lu):
    assert [f["enonce"] for f in chargement.rapport()["faits"] if f["enonce"] not in lu] == []


def test_chaque_lieu_incertain_est_dans_la_page(lu):
    lieux = chargement.rapport()["projets"]["lieux_incertains"]
    assert len(lieux) == 48
    assert [lieu["entreprise"] for lieu in lieux if lieu["entreprise"] not in unescape(lu)] == []


def test_ce_qui_est_vrai_par_construction_est_a_part(lu):
    construits = [f["enonce"] for f in chargement.rapport()["faits_par_construction"]]
    assert len(construits) == 4
    apres = lu.split("Faits vrais par construction", 1)[1]
    assert [enonce for enonce in construits if enonce not in apres] == []


def test_chaque_lecture_d_un_stade_est_dans_la_page_avec_sa_raison(lu):
    for decrit, (stade, raison) in LECTURES.items():
        assert decrit in lu
        assert stade in lu
        assert raison in lu


def test_un_fait_qui_n_est_pas_tenu_est_dit(donnees_a_soi):
    fichier = donnees_a_soi / chargement.RAPPORT
    contenu = fichier.read_text(encoding="utf-8")
    fichier.write_text(contenu.replace('"tenu": true', '"tenu": false', 1), encoding="utf-8")
    manifeste = donnees_a_soi / chargement.MANIFESTE
    fiches = json.loads(manifeste.read_text(encoding="utf-8"))
    fiches["rapport"] = asdict(chargement.empreinte(fichier, lignes=0))
    manifeste.write_text(json.dumps(fiches), encoding="utf-8")
    essai = ouvrir("methode")
    assert not essai.success
    assert any(a.value.startswith("1 fait") for a in essai.warning)


def test_chaque_source_declaree_est_dans_la_page(lu):
    page = sans_blancs(lu)
    assert [s.jeu for s in charger_registre().values() if sans_blancs(s.jeu) not in page] == []


def test_chaque_source_dit_sa_licence_et_sa_date(lu):
    page = sans_blancs(lu)
    absents = [
        s.jeu
        for s in charger_registre().values()
        if not {sans_blancs(s.licence), sans_blancs(s.maj)}
        <= {v for v in (sans_blancs(s.licence), sans_blancs(s.maj)) if v in page}
    ]
    assert absents == []


def test_chaque_projet_que_la_carte_ne_peut_montrer_est_nomme_avec_sa_raison(lu):
    page = sans_blancs(lu)
    lignes = chargement.rapport()["projets"]["non_places"]
    assert [
        p for p in lignes if sans_blancs(p["entreprise"]) not in page or sans_blancs(p["raison"]) not in page
    ] == []


def test_chaque_groupement_et_commune_rattaches_sont_dans_la_page(lu):
    page = sans_blancs(lu)
    passages = chargement.rapport()["passages"]
    assert passages
    assert [p["code"] for p in passages if p["code"] not in page] == []


@pytest.mark.parametrize("table", sorted(TABLES))
def test_le_dictionnaire_dit_chaque_colonne_d_une_table(table):
    essai = ouvrir("methode")
    essai.selectbox[0].select(table).run()
    assert not essai.exception
    lu = mots(essai)
    assert [champ.sens for champ in TABLES[table].champs if champ.sens not in lu] == []


def test_la_page_dit_quand_leaflet_n_a_pas_pu_etre_installe(monkeypatch, tmp_path):
    (tmp_path / "atlas").symlink_to(elements.STATIQUE / "atlas")
    monkeypatch.setattr(elements, "STATIQUE", tmp_path)
    assert any("serveurs extérieurs" in a.value for a in ouvrir("methode").warning)


def test_la_methode_statistique_s_ouvre_dans_la_page():
    essai = ouvrir("methode")
    assert "Poisson" not in mots(essai)
    essai.session_state["methode-statistique"] = True
    essai.run()
    assert "Poisson" in mots(essai)


def test_un_document_absent_est_nomme_avec_le_remede(monkeypatch, tmp_path):
    monkeypatch.setattr(statistique.chargement, "RACINE", tmp_path)
    essai = ouvrir("methode")
    essai.session_state["methode-statistique"] = True
    essai.run()
    assert "docs/methode_statistique.md" in " ".join(avis.value for avis in essai.warning)
    assert "git checkout -- docs" in " ".join(avis.value for avis in essai.warning)

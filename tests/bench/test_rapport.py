"""docs/mesures.md: every measure has its part, what is kept is what is written, a failure is told."""

from __future__ import annotations

import json
import re

import pytest

from bench.mesures import GRANDEURS, bilan
from bench.rapport import __main__ as rapport
from bench.rapport import etapes
from bench.rapport.etapes import ETAPES, TESTS, EtapeEchouee, proprietes
from bench.rapport.texte import MANQUE, PARTIES, ecrire
from bench.serveurs import RACINE
from bench.tableau import contenu

JOURNAL = """<testsuites><testsuite><testcase><properties>
<property name="axe" value="{&quot;page&quot;: &quot;/&quot;}"/><property name="autre" value="x"/>
</properties></testcase></testsuite></testsuites>"""


def vitesse(**atlas):
    """What `python -m bench` would leave, one second everywhere but where a test says otherwise."""
    facons = {
        "atlas": {nom: bilan([atlas.get(nom, 0.01)]) for nom in GRANDEURS},
        "stock": {nom: bilan([5.0]) for nom in GRANDEURS},
    }
    return contenu(facons, {"date": "2026-11-21", "coeurs": 2, "cycles": 7})


def note(lu):
    return {"date": "2026-11-21", "coeurs": 2, "contenu": lu}


def test_chaque_etape_a_sa_partie_et_chaque_partie_son_etape():
    assert PARTIES.keys() == ETAPES.keys()


def test_une_mesure_jamais_faite_le_dit():
    assert ecrire({}).count(MANQUE) == len(PARTIES)


def test_une_vitesse_au_dela_de_son_budget_se_voit():
    ligne = next(
        li for li in ecrire({"vitesse": vitesse(changement=0.3)}).splitlines() if "Millésime |" in li
    )
    assert "0,30" in ligne
    assert "**dépassé**" in ligne


def test_une_mesure_porte_sa_date_et_sa_machine():
    lu = {"entrees": 20_000, "secondes": 101.0, "erreurs": 0}
    assert "Mesuré le 21/11/2026, sur 2\u202fcœurs." in ecrire({"fuzz": note(lu)})


def test_les_defauts_d_axe_s_additionnent():
    page = {"page": "/projets", "largeur": 390, "theme": "light", "regles": 30, "defauts": 1}
    assert "2\u202fvues lues, 2\u202fdéfauts en tout" in ecrire({"axe": note([page, page])})


def test_les_requetes_de_schemathesis_s_additionnent():
    adresse = {"adresse": "projets.csv", "mode": "positive", "statuts": {"200": 24, "422": 1}}
    texte = ecrire({"schemathesis": note([adresse, {**adresse, "mode": "negative"}])})
    assert "50\u202fdemandes" in texte
    assert "200 : 24, 422 : 1" in texte


def test_une_propriete_se_lit_dans_le_journal_des_tests():
    assert proprietes(JOURNAL, "axe") == [{"page": "/"}]


@pytest.mark.parametrize("nom", TESTS)
def test_les_tests_demandes_enregistrent_la_propriete(nom):
    voisins = (RACINE / TESTS[nom]).parent.glob("*.py")
    textes = "".join(fichier.read_text(encoding="utf-8") for fichier in voisins)
    assert (RACINE / TESTS[nom]).is_file()
    assert re.search(rf'\(\s*"{nom}",', textes)


def test_une_etape_qui_echoue_est_signalee_et_les_autres_continuent(monkeypatch, tmp_path, capsys):
    def rater():
        raise EtapeEchouee("rien ne répond.")

    faits = []
    monkeypatch.setattr(rapport, "ETAPES", {"charge": rater, "fuzz": lambda: faits.append("fuzz")})
    monkeypatch.setattr(rapport, "DOCUMENT", tmp_path / "mesures.md")
    assert rapport.principal([]) == 1
    assert faits == ["fuzz"]
    assert "charge : rien ne répond." in capsys.readouterr().out


def test_une_mesure_inconnue_est_refusee_avec_celles_qui_sont_connues(capsys):
    assert rapport.principal(["vitese"]) == 2
    assert "vitesse" in capsys.readouterr().out


def test_ce_qu_une_etape_garde_laisse_les_autres_en_place(monkeypatch, tmp_path):
    monkeypatch.setattr(etapes, "GARDE", tmp_path / "mesures.json")
    etapes._noter("axe", [1])
    etapes._noter("fuzz", {"entrees": 3})
    gardees = json.loads((tmp_path / "mesures.json").read_text())
    assert (gardees["axe"]["contenu"], gardees["fuzz"]["contenu"]) == ([1], {"entrees": 3})


def test_le_document_est_ce_que_disent_les_mesures_gardees():
    assert rapport.DOCUMENT.read_text(encoding="utf-8") == ecrire(rapport.gardees())


def test_chaque_partie_du_document_a_ete_mesuree():
    assert MANQUE not in rapport.DOCUMENT.read_text(encoding="utf-8")

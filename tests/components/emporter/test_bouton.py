"""An offer costs nothing before it is asked for; what fails is said in French, and logged with its trace."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.emporter import bouton
from components.emporter.offre import Offre

RACINE = Path(__file__).resolve().parents[3]
FAITS = []
"""Names of the files made, in order."""


def offre(**reste):
    return Offre(
        **{
            "cle": "essai",
            "libelle": "Essai (CSV)",
            "nom": "essai.csv",
            "type_mime": "text/csv",
            "faire": lambda: FAITS.append("essai.csv") or b"a;b",
            **reste,
        }
    )


def rater(*_progres):
    raise OSError("disque plein")


def reussir(progres):
    progres(0.5)
    FAITS.append("long")
    return b"long"


LONGUE = offre(barre=reussir, de="une vue")
VOULUE = {"offre": LONGUE}
"""What the page of the test offers."""


PAGE = """
from components.emporter.bouton import offrir
from tests.components.emporter.test_bouton import VOULUE

offrir(VOULUE["offre"])
"""


@pytest.fixture
def ouvrir(monkeypatch):
    """Run a page that offers one file."""
    FAITS.clear()
    rejouer = bouton.st.rerun

    def _ouvrir(voulue):
        monkeypatch.setitem(VOULUE, "offre", voulue)
        monkeypatch.setattr(bouton.st, "rerun", lambda **_portee: rejouer())  # AppTest knows no fragment
        return AppTest.from_string(PAGE).run()

    return _ouvrir


def proposer(monkeypatch, voulue):
    """What Streamlit is asked when a file is offered."""
    demande = {}
    monkeypatch.setattr(bouton.st, "download_button", lambda _libelle, **options: demande.update(options))
    bouton.offrir(voulue)
    return demande


def boutons(essai):
    return [b.proto.label for b in essai.get("download_button")]


def test_rien_n_est_fait_tant_qu_on_n_a_rien_demande(ouvrir):
    essai = ouvrir(offre())
    essai.run()
    assert boutons(essai) == ["Essai (CSV)"]
    assert FAITS == []


def test_un_fichier_est_fait_a_chaque_pression_et_avec_le_type_qu_il_dit(monkeypatch):
    donnes = proposer(monkeypatch, offre())
    FAITS.clear()
    assert (donnes["file_name"], donnes["mime"], donnes["on_click"]) == ("essai.csv", "text/csv", "ignore")
    assert [donnes["data"](), donnes["data"]()] == [b"a;b"] * 2
    assert FAITS == ["essai.csv"] * 2


def test_un_fichier_qui_echoue_est_au_journal_avec_sa_trace(monkeypatch, caplog):
    donnes = proposer(monkeypatch, offre(faire=rater))
    with pytest.raises(OSError, match="disque plein"):
        donnes["data"]()
    assert "Le fichier « essai.csv » n’a pas pu être fait." in caplog.text
    assert "rater" in caplog.text


def test_un_long_fichier_est_prepare_puis_propose(ouvrir):
    essai = ouvrir(LONGUE)
    assert boutons(essai) == []
    essai.button(key="essai").click().run()
    assert boutons(essai) == ["Essai (CSV) : enregistrer le fichier"]
    assert FAITS == ["long"]
    essai.run()
    assert FAITS == ["long"]


def test_un_long_fichier_qui_echoue_le_dit_en_francais_et_peut_etre_redemande(ouvrir, caplog):
    essai = ouvrir(offre(barre=rater))
    essai.button(key="essai").click().run()
    assert not essai.exception
    assert [erreur.value for erreur in essai.error] == [bouton.ECHEC]
    assert "disque plein" in caplog.text
    assert essai.button(key="essai").label == "Essai (CSV) : préparer le fichier"


def test_un_fichier_pret_n_est_pas_propose_pour_une_autre_vue(ouvrir, monkeypatch):
    essai = ouvrir(LONGUE)
    essai.button(key="essai").click().run()
    monkeypatch.setitem(VOULUE, "offre", offre(barre=reussir, de="une autre vue"))
    essai.run()
    assert boutons(essai) == []
    assert essai.button(key="essai").label == "Essai (CSV) : préparer le fichier"


@pytest.mark.parametrize("nom", ["a b.csv", "../a.csv", "a/b.csv", "a", ".csv", "a\u202e.csv", "a.csv\n", ""])
def test_un_nom_qui_n_est_pas_celui_d_un_fichier_est_refuse(nom):
    with pytest.raises(ValueError, match="n’est pas le nom d’un fichier"):
        offre(nom=nom)


@pytest.mark.parametrize("nom", ["seance-comité.pptx", "modele_projets.csv", "carte-côte-d-azur-2021.svg"])
def test_un_nom_de_lettres_est_accepte(nom):
    assert offre(nom=nom).nom == nom


def test_l_echec_est_dit_avec_les_mots_du_navigateur():
    scripts = (RACINE / "static" / "atlas").rglob("francais.js")
    assert any(bouton.ECHEC in script.read_text(encoding="utf-8") for script in scripts)


def test_un_seul_endroit_propose_un_fichier():
    appels = {
        fichier.relative_to(RACINE).as_posix()
        for dossier in ("components", "pages")
        for fichier in (RACINE / dossier).rglob("*.py")
        for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8")))
        if isinstance(noeud, ast.Attribute) and noeud.attr == "download_button"
    }
    assert appels == {"components/emporter/bouton.py"}

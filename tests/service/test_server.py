"""The server tells whether the atlas can be read, and starts even when it cannot."""

from __future__ import annotations

import ast
import json
import logging
import subprocess
import sys
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

import memoire
import server
from data import chargement
from data.couches import magasin
from data.couches.depots import deposer
from geo.contrats.tables import TABLES
from tests.service.visiteur import Visiteur, executer


@pytest.fixture
def client():
    """A browser of the health route alone; Streamlit is not started."""
    return Visiteur(Starlette(routes=[Route("/sante", server.sante)]))


@pytest.fixture
def couches(tmp_path, monkeypatch):
    """An index of one layer, in the place of the real one."""
    (tmp_path / "couches").mkdir()
    for nom in ("index", "controler"):
        monkeypatch.setattr(server.magasin, nom, partial(getattr(magasin, nom), tmp_path / "couches"))
    fichier = deposer(tmp_path / "couches", "projets", {})
    fiche = {"fichier": fichier, "octets": 2, "gzip": 22, "ids": 0}
    index = json.dumps({"empreinte": "x", "couches": {"projets": fiche}})
    (tmp_path / "couches" / magasin.INDEX).write_text(index, encoding="utf-8")
    return tmp_path / "couches"


@pytest.mark.usefixtures("couches")
def test_la_sante_est_bonne_quand_les_tables_et_les_couches_sont_la(client):
    reponse = client.get("/sante")
    assert reponse.status_code == 200
    assert reponse.json() == {"etat": "en service", "tables": len(TABLES), "couches": 1}


@pytest.mark.usefixtures("couches")
def test_la_sante_est_mauvaise_sans_le_manifeste_et_dit_quel_fichier_reparer(client, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_DONNEES", str(tmp_path))
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "« manifeste.json » est manquant" in reponse.json()["raison"]


def test_la_sante_est_mauvaise_sans_couches_et_dit_quelle_commande_les_fait(client, couches):
    (couches / magasin.INDEX).unlink()
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert "python -m data.couches" in reponse.json()["raison"]


def test_la_sante_est_mauvaise_avec_une_couche_coupee_et_dit_laquelle(client, couches):
    (couche,) = couches.glob("projets.*.json")
    couche.write_bytes(b"{")
    reponse = client.get("/sante")
    assert reponse.status_code == 503
    assert f"« couches/{couche.name} »" in reponse.json()["raison"]


def demarrer():
    async def vivre():
        async with server._vie(server.app) as etat:
            return etat

    return executer(vivre())


def test_le_serveur_ouvre_ce_que_tous_partagent_avant_le_premier_lecteur(monkeypatch):
    gestes = []
    monkeypatch.setattr(server.donnees, "atlas", lambda: "atlas")
    monkeypatch.setattr(server, "ouvrir_d_avance", lambda atlas: gestes.append(f"tout, de {atlas}"))
    monkeypatch.setattr(server.annuaire, "ranger", lambda: gestes.append("rangement"))
    demarrer()
    assert gestes == ["tout, de atlas", "rangement"]


def annonces_du_code():
    """Every function of the code that asks to be opened before the first reader comes."""
    for dossier in ("geo", "data", "exports", "components", "service", "pages"):
        for fichier in (server.RACINE / dossier).rglob("*.py"):
            module = ".".join(fichier.relative_to(server.RACINE).with_suffix("").parts)
            for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
                if "d_avance=" in " ".join(map(ast.unparse, getattr(noeud, "decorator_list", []))):
                    yield f"{module}.{noeud.name}"


def test_le_serveur_connait_tout_ce_qui_demande_a_s_ouvrir_d_avance():
    dire = (
        "import server, importlib; [importlib.import_module(nom) for nom in server.ANNONCENT];"
        "from memoire import annoncees; print(*annoncees())"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", dire], cwd=server.RACINE, capture_output=True, text=True, check=True
    ).stdout
    assert set(sortie.split()) == set(annonces_du_code())
    assert {nom.rpartition(".")[2] for nom in sortie.split()} >= {
        "_construire",  # the search
        "publie",  # the projects ready to be filtered
        "_comparaison",  # the histories of the territories
        "_mesurer",  # the indicators
        "apparier",  # the laureates put forward
    }


def test_ce_qui_est_ouvert_d_avance_n_est_pas_refait_pour_un_lecteur(atlas):
    memoire.ouvrir_d_avance(atlas)
    for gardee, annonces in memoire._D_AVANCE:
        faits = gardee.comptes(atlas).misses
        for arguments in annonces:
            assert gardee.connue(atlas, *arguments) is not None
        assert gardee.comptes(atlas).misses == faits


def test_le_serveur_demarre_avec_un_fichier_casse_et_le_journalise_en_francais(monkeypatch, caplog):
    def refuser(*_):
        raise chargement.DonneesIllisibles("data/processed/projets.parquet", "est tronqué")

    monkeypatch.setattr(server.donnees, "atlas", refuser)
    with caplog.at_level(logging.ERROR, logger="atlas"):
        assert demarrer() == {}
    assert "« data/processed/projets.parquet » est tronqué" in caplog.text


def test_le_serveur_demarre_quand_les_couches_ne_peuvent_pas_s_ecrire(monkeypatch, caplog):
    def refuser():
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(server.donnees, "atlas", refuser)
    with caplog.at_level(logging.ERROR, logger="atlas"):
        assert demarrer() == {}
    assert "Read-only file system" in caplog.text


def test_la_politique_n_ouvre_que_les_origines_dont_folium_a_besoin(monkeypatch):
    adresses = ["https://cdn.example/a.js", "https://cdn.example/b.css"]
    monkeypatch.setattr(server.elements, "adresses_exterieures", lambda: adresses)
    assert server._origines() == ["https://cdn.example"]


def test_les_scripts_sont_servis_comme_scripts_sur_toute_machine():
    assert server.mimetypes.guess_type("carte.js")[0] in {"text/javascript", "application/javascript"}


@pytest.mark.parametrize("accepte", ["gzip", "identity"])
@pytest.mark.parametrize("chemin", ["/", "/methode"])
def test_chaque_page_du_serveur_est_en_francais_quoi_que_le_navigateur_accepte(chemin, accepte):
    page = Visiteur(server.app, accepte=accepte).get(chemin)
    assert page.status_code == 200
    assert '<html lang="fr"' in page.text


@pytest.fixture
def sans_memoire():
    """The list of the map's files, computed anew."""
    server._fichiers_de_la_carte.oublier()
    yield
    server._fichiers_de_la_carte.oublier()


@pytest.mark.usefixtures("sans_memoire")
@pytest.mark.parametrize("chemin", ["/", "/carte", "/sous/chemin/carte", "/carte/"])
def test_une_page_avec_carte_n_annonce_que_des_fichiers_de_ce_serveur(chemin):
    annonces = server._annonces(chemin)
    assert annonces[0].startswith("./app/static/couches/atlas-")
    assert {a.rpartition("/")[0] for a in annonces} == {"./app/static/couches"}


@pytest.mark.usefixtures("sans_memoire")
def test_chaque_fichier_annonce_est_la():
    absents = [
        a for a in server._annonces("/") if not (server.RACINE / a[len("./app/") :].split("?")[0]).is_file()
    ]
    assert absents == []


def test_une_page_sans_carte_n_annonce_rien():
    assert server._annonces("/methode") == ()


@pytest.mark.usefixtures("sans_memoire")
def test_sans_couches_une_page_n_annonce_rien_et_vient_quand_meme(couches):
    (couches / magasin.INDEX).unlink()
    assert server._annonces("/") == ()

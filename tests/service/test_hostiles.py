"""Hostile addresses get nothing of the project, fill no memory, and write nothing into an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit

import server
from service.compression import CompressionUnique
from tests.hostiles import ADRESSES_STATIQUES
from tests.service.visiteur import Visiteur

SECRETS = ("uvicorn", "import streamlit", "gatherUsageStats", "root:", "from __future__")


@pytest.mark.parametrize("adresse", ADRESSES_STATIQUES)
def test_aucun_fichier_hors_du_dossier_statique_n_est_donne(adresse):
    reponse = Visiteur(server.app).get(adresse)
    assert reponse.status_code < 500
    assert [secret for secret in SECRETS if secret in reponse.text] == []
    assert reponse.headers["x-content-type-options"] == "nosniff"


DETOURS = ("/static//js/{}", "/static/js//{}", "/static/js/%2e/{}", "/static/%2e/js/{}", "/%2e/static/js/{}")
"""Other ways to the same file, without end: each one kept would take its weight in memory."""


@pytest.mark.parametrize("detour", DETOURS)
def test_seul_le_chemin_habituel_d_un_fichier_est_garde_en_memoire(detour):
    scripts = Path(streamlit.__file__).parent / "static" / "static" / "js"
    nom = min(scripts.glob("*.js"), key=lambda f: f.stat().st_size).name
    memoire = CompressionUnique(server.app)
    visiteur = Visiteur(memoire, accepte="gzip")
    visiteur.get(detour.format(nom))
    assert memoire.memoire == {}
    assert visiteur.get(f"/static/js/{nom}").status_code == 200
    assert list(memoire.memoire) == [f"/static/js/{nom}"]


@pytest.mark.parametrize(
    "chemin", ["/", "/methode/", "/sante/", "/donnees/", "/donnees/projets.csv?limite=1"]
)
def test_l_hote_qu_une_requete_nomme_n_est_ecrit_nulle_part(chemin):
    pirate = {"host": "pirate.test", "x-forwarded-host": "pirate.test", "forwarded": "host=pirate.test"}
    reponse = Visiteur(server.app).get(chemin, pirate)
    assert "pirate.test" not in reponse.text
    assert [nom for nom, valeur in reponse.headers.items() if "pirate" in valeur] == []

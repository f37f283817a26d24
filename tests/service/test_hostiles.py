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
def test_no_file_outside_the_static_folder_is_given(adresse):
    reponse = Visiteur(server.app).get(adresse)
    assert reponse.status_code < 500
    assert [secret for secret in SECRETS if secret in reponse.text] == []
    assert reponse.headers["x-content-type-options"] == "nosniff"


DETOURS = ("/static//js/{}", "/static/js//{}", "/static/js/%2e/{}", "/static/%2e/js/{}", "/%2e/static/js/{}")
"""Other ways to the same file, without end: each one kept would take its weight in memory."""


@pytest.mark.parametrize("detour", DETOURS)
def test_only_the_usual_way_to_a_file_is_kept_in_memory(detour):
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
def test_the_host_that_a_request_names_is_written_nowhere(chemin):
    pirate = {"host": "pirate.test", "x-forwarded-host": "pirate.test", "forwarded": "host=pirate.test"}
    reponse = Visiteur(server.app).get(chemin, pirate)
    assert "pirate.test" not in reponse.text
    assert [nom for nom, valeur in reponse.headers.items() if "pirate" in valeur] == []

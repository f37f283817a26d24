"""Addresses that try to leave the folder of static files get nothing of the project."""

from __future__ import annotations

import pytest

import server
from tests.hostiles import ADRESSES_STATIQUES
from tests.service.visiteur import Visiteur

SECRETS = ("uvicorn", "import streamlit", "gatherUsageStats", "root:", "from __future__")


@pytest.mark.parametrize("adresse", ADRESSES_STATIQUES)
def test_no_file_outside_the_static_folder_is_given(adresse):
    reponse = Visiteur(server.app).get(adresse)
    assert reponse.status_code < 500
    assert [secret for secret in SECRETS if secret in reponse.text] == []
    assert reponse.headers["x-content-type-options"] == "nosniff"

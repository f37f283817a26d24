"""No program drives the atlas: Streamlit's addresses for agents answer 404, and no page names them."""

from __future__ import annotations

import pytest
from streamlit import config

import server
from service.agents import REFUS
from tests.service.visiteur import Visiteur

ADRESSES = (
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/agent/mcp/",
    "/_stcore/agent/autre",
    "/_stcore/agent",
    "/methode/_stcore/agent/mcp",
)


@pytest.mark.parametrize("methode", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize("adresse", ADRESSES)
def test_une_adresse_pour_agents_n_existe_pas(adresse, methode):
    reponse = Visiteur(server.app).demander(methode, adresse)
    assert reponse.status_code == 404
    assert reponse.text in {REFUS, ""}
    assert "link" not in reponse.headers


def test_le_refus_dit_ou_se_lisent_les_donnees():
    assert "/donnees" in Visiteur(server.app).get(ADRESSES[0]).text


@pytest.mark.parametrize("page", ["/", "/methode"])
def test_aucune_page_ne_nomme_une_adresse_pour_les_agents(page):
    assert "_stcore/agent" not in Visiteur(server.app).get(page).text


def test_le_reglage_de_streamlit_est_coupe_aussi():
    assert config.get_option("server.enableAgentApi") is False


def test_ce_qui_ne_fait_que_leur_ressembler_passe():
    assert Visiteur(server.app).get("/_stcore/agents").text != REFUS

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
def test_an_address_for_agents_does_not_exist(adresse, methode):
    reponse = Visiteur(server.app).demander(methode, adresse)
    assert reponse.status_code == 404
    assert reponse.text in {REFUS, ""}
    assert "link" not in reponse.headers


def test_the_refusal_tells_where_the_data_are_read():
    assert "/donnees" in Visiteur(server.app).get(ADRESSES[0]).text


@pytest.mark.parametrize("page", ["/", "/methode"])
def test_no_page_names_an_address_for_agents(page):
    assert "_stcore/agent" not in Visiteur(server.app).get(page).text


def test_the_setting_of_streamlit_is_off_too():
    assert config.get_option("server.enableAgentApi") is False


def test_what_only_resembles_them_passes():
    assert Visiteur(server.app).get("/_stcore/agents").text != REFUS

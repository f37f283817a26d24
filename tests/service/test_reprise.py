"""A browser that comes back has its page run whole, whatever it asks for first."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.cadre.reprise import INVITATION, NOM, page_entiere
from service.reprise import Reprise
from tests.service.visiteur import executer


def demande(fragment=""):
    message = BackMsg()
    message.rerun_script.fragment_id = fragment
    message.rerun_script.query_string = "ti=ti-2806"
    return message.SerializeToString()


def fragment(octets):
    return BackMsg.FromString(octets).rerun_script.fragment_id


def dialoguer(messages, *, mots=("streamlit", "jeton", "session"), chemin="/_stcore/stream"):
    """What the app reads of these messages, and what the browser gets."""
    lus, recus = [], []
    file = [{"type": "websocket.connect"}, *messages, {"type": "websocket.disconnect"}]

    async def app(scope, receive, send):
        while (message := await receive())["type"] != "websocket.disconnect":
            if message["type"] == "websocket.connect":
                await send({"type": "websocket.accept"})
            else:
                lus.append(message["bytes"])

    async def recevoir():
        return file.pop(0)

    async def envoyer(message):
        recus.append(message)

    garde = Reprise(app, invitation=INVITATION, entiere=page_entiere)
    scope = {"type": "websocket", "path": chemin, "subprotocols": list(mots)}
    executer(garde(scope, recevoir, envoyer))
    return lus, recus


def envois(*octets):
    return [{"type": "websocket.receive", "bytes": o} for o in octets]


def test_la_premiere_demande_est_pour_la_page_entiere_et_garde_son_adresse():
    (lu,), _ = dialoguer(envois(demande("un fragment")))
    assert fragment(lu) == ""
    assert BackMsg.FromString(lu).rerun_script.query_string == "ti=ti-2806"


def test_les_suivantes_passent_telles_quelles():
    suivante = demande("un fragment")
    lus, _ = dialoguer(envois(demande(), suivante))
    assert lus == [demande(), suivante]


def test_la_reponse_a_l_invitation_ne_compte_qu_une_fois():
    lus, _ = dialoguer(envois(demande(NOM), demande(NOM), demande("un fragment")))
    assert [fragment(lu) for lu in lus] == ["", "un fragment"]


def test_qui_revient_est_invite_apres_l_acceptation():
    _, recus = dialoguer([])
    assert recus == [{"type": "websocket.accept"}, {"type": "websocket.send", "bytes": INVITATION}]


def test_qui_vient_pour_la_premiere_fois_ne_l_est_pas():
    _, recus = dialoguer([], mots=("streamlit", "jeton"))
    assert recus == [{"type": "websocket.accept"}]


def test_l_invitation_demande_une_reprise_bientot():
    invitation = ForwardMsg.FromString(INVITATION).auto_rerun
    assert invitation.fragment_id == NOM
    assert 0 < invitation.interval <= 0.5


@pytest.mark.parametrize("octets", [b"\xff\xff\xff", BackMsg(clear_cache=True).SerializeToString()])
def test_ce_qui_n_est_pas_une_demande_passe(octets):
    assert page_entiere(octets, demandee=False) == (octets, False)


def test_une_autre_adresse_n_est_pas_touchee():
    suivante = demande("un fragment")
    lus, recus = dialoguer(envois(suivante), chemin="/ailleurs")
    assert lus == [suivante]
    assert recus == [{"type": "websocket.accept"}]

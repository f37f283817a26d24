"""After a cut, Streamlit's page may wait for a gesture that the server cannot understand any more.

A page whose body is a fragment asks for nothing when it reconnects: its next gesture names a fragment that
a restarted server, or another copy of it, has never run, and nothing answers. The two messages made here
are what `service.reprise` needs to have the whole page run first.
"""

from __future__ import annotations

from typing import Final

from streamlit.proto.AutoRerun_pb2 import AutoRerun
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

__all__ = ["INVITATION", "page_entiere"]

NOM: Final = "reprise"
"""In the place of a fragment: asks for the whole page."""

DELAI: Final = 0.2
"""Seconds after which the page answers the invitation, again and again until the page runs."""

INVITATION: Final = ForwardMsg(auto_rerun=AutoRerun(fragment_id=NOM, interval=DELAI)).SerializeToString()
"""What makes the page ask for a run, with its widgets and its address, without a gesture."""


def page_entiere(octets: bytes, demandee: bool) -> tuple[bytes | None, bool]:  # noqa: FBT001  a pair in, a pair out
    """What the server must read instead of a message of the browser.

    The first demand of a connection is for the whole page, whatever it names; a message that cannot be read
    is left to Streamlit.

    Args:
        octets: The message.
        demandee: Whether a run was asked for since the browser connected.

    Returns:
        What to read instead, None for nothing (the invitation was already answered); and whether a run has
        been asked for now.
    """
    message = BackMsg()
    try:
        message.ParseFromString(octets)
    except Exception:  # noqa: BLE001  protobuf has many, and Streamlit will say which
        return octets, demandee
    if message.WhichOneof("type") != "rerun_script":
        return octets, demandee
    demande = message.rerun_script
    if demandee or not demande.fragment_id:
        return None if demande.fragment_id == NOM else octets, True
    demande.fragment_id = ""
    demande.is_auto_rerun = False
    return message.SerializeToString(), True

"""What a browser of Streamlit sends and what it remembers of the answers, without the browser.

Only what a reader's gesture needs: the pages that he may open, the widgets that he may change, the fragment
that such a change runs again, and what went wrong. Bytes in, bytes out: nothing here touches a network.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from streamlit.proto.BidiComponent_pb2 import BidiComponent
    from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.proto.Delta_pb2 import Delta
    from streamlit.proto.Selectbox_pb2 import Selectbox
    from streamlit.proto.WidgetStates_pb2 import WidgetState

__all__ = ["Commande", "Ecran", "cle_lisible"]

FINI: Final = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}
"""A run that ends early for another one is not the end of what the reader waits for."""

INTERNE: Final = "$$STREAMLIT_INTERNAL_KEY_"
"""Streamlit puts it before the identifier of a component to name the events that it sends."""

ERREUR: Final = "report"
"""Icon of the messages that say: a page stopped (`components.cadre.coquille`); a notice has another one."""


def cle_lisible(identifiant: str) -> str:
    """The key that the app gave to a widget, at the end of the identifier that Streamlit made of it."""
    return identifiant.split("-", 2)[-1]


@dataclass(frozen=True, kw_only=True)
class Commande:
    """A widget as a browser knows it.

    Attributes:
        identifiant: Its identifier in this run.
        sorte: `liste` (one line of a list), `boutons` (buttons in a row), `composant` (one of ours).
        choix: Texts that it offers.
        valeur: Texts that are chosen.
        fragment: The fragment that a change of it runs; empty for the whole page.
    """

    identifiant: str
    sorte: str
    choix: tuple[str, ...] = ()
    valeur: tuple[str, ...] = ()
    fragment: str = ""

    def ecrire(self, etat: WidgetState) -> None:
        """Put its value into a message."""
        etat.id = self.identifiant
        if self.sorte == "liste":
            etat.string_value = self.valeur[0]
        else:
            etat.string_array_value.data.extend(self.valeur)


@dataclass(kw_only=True)
class Ecran:
    """What one reader's browser holds.

    Attributes:
        adresse: Address of the atlas.
        session: Name of his session, given by the server.
        pages: Path of a page -> its name for Streamlit.
        page: Path of the page that he reads.
        parametres: What stands after `?` in his address bar.
        commandes: Key of a widget -> the widget.
        erreurs: What went wrong since the beginning, one line each.
        etat: How the last run ended; None while it runs.
    """

    adresse: str
    session: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    page: str = ""
    parametres: str = ""
    commandes: dict[str, Commande] = field(default_factory=dict)
    erreurs: list[str] = field(default_factory=list)
    etat: int | None = None

    def ouvrir(self, page: str, parametres: Mapping[str, str] | None = None) -> bytes:
        """Come to a page by its address, or follow a link to it: nothing of the former page is sent."""
        self.page, self.parametres, self.etat = page, urlencode(parametres or {}), None
        self.commandes = {}
        message, demande = self._demande()
        if page in self.pages:
            demande.page_script_hash = self.pages[page]
        else:
            demande.page_name = page
        return message.SerializeToString()

    def changer(self, cle: str, valeur: tuple[str, ...]) -> bytes:
        """Choose texts of a list or of a row of buttons."""
        commande = self.commandes[cle]
        self.commandes[cle] = Commande(
            identifiant=commande.identifiant,
            sorte=commande.sorte,
            choix=commande.choix,
            valeur=valeur,
            fragment=commande.fragment,
        )
        return self._relancer(commande)[0].SerializeToString()

    def demander(self, cle: str, evenement: str, valeur: object) -> bytes:
        """Let a component of ours send an event."""
        commande = self.commandes[cle]
        message, demande = self._relancer(commande)
        etat = demande.widget_states.widgets.add()
        etat.id = f"{INTERNE}{commande.identifiant}__events"
        etat.json_trigger_value = json.dumps([{"event": evenement, "value": valeur}])
        return message.SerializeToString()

    def _demande(self) -> tuple[BackMsg, ClientState]:
        message = BackMsg()
        demande = message.rerun_script
        demande.query_string = self.parametres
        demande.widget_states.SetInParent()
        contexte = demande.context_info
        contexte.timezone, contexte.timezone_offset, contexte.locale = "Europe/Paris", -120, "fr-FR"
        contexte.url, contexte.color_scheme = f"{self.adresse}/{self.page}", "light"
        contexte.is_embedded = False
        return message, demande

    def _relancer(self, commande: Commande) -> tuple[BackMsg, ClientState]:
        self.etat = None
        message, demande = self._demande()
        demande.page_script_hash = self.pages[self.page]
        demande.fragment_id = commande.fragment
        for autre in self.commandes.values():
            if autre.valeur:
                autre.ecrire(demande.widget_states.widgets.add())
        return message, demande

    def recevoir(self, octets: bytes) -> None:
        """Take one message of the server."""
        message = ForwardMsg.FromString(octets)
        sorte = message.WhichOneof("type")
        if sorte == "delta":
            self._dessiner(message.delta)
        elif sorte == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
        elif sorte == "navigation":
            self.pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
        elif sorte == "page_info_changed":
            self.parametres = message.page_info_changed.query_string
        elif sorte == "page_not_found":
            self.erreurs.append(f"page inconnue : {message.page_not_found.page_name}")
        elif sorte == "script_finished" and message.script_finished in FINI:
            self._finir(message.script_finished)

    def _finir(self, etat: int) -> None:
        self.etat = etat
        if etat == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.erreurs.append("le script ne se lit pas")

    def _dessiner(self, delta: Delta) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        sorte = element.WhichOneof("type")
        if sorte == "exception":
            self.erreurs.append(f"{element.exception.type} : {element.exception.message}")
        elif sorte == "alert" and ERREUR in element.alert.icon:
            self.erreurs.append(element.alert.body)
        elif sorte in LECTEURS:
            self._retenir(LECTEURS[sorte](getattr(element, sorte)), delta.fragment_id)

    def _retenir(self, commande: Commande, fragment: str) -> None:
        """Keep a widget; what the reader chose stays chosen unless the server says otherwise."""
        cle = cle_lisible(commande.identifiant)
        ancienne = self.commandes.get(cle)
        valeur = commande.valeur
        if ancienne is not None and not valeur:
            valeur = ancienne.valeur
        self.commandes[cle] = Commande(
            identifiant=commande.identifiant,
            sorte=commande.sorte,
            choix=commande.choix,
            valeur=valeur,
            fragment=fragment,
        )


def _boutons(boutons: ButtonGroup) -> Commande:
    choix = tuple(option.content for option in boutons.options)
    posees = (
        tuple(boutons.raw_values) if boutons.set_value else tuple(choix[rang] for rang in boutons.default)
    )
    return Commande(identifiant=boutons.id, sorte="boutons", choix=choix, valeur=posees)


def _liste(liste: Selectbox) -> Commande:
    choix = tuple(liste.options)
    if liste.set_value:
        valeur = (liste.raw_value,) if liste.HasField("raw_value") else ()
    else:
        valeur = (choix[liste.default],) if liste.HasField("default") else ()
    return Commande(identifiant=liste.id, sorte="liste", choix=choix, valeur=valeur)


def _composant(composant: BidiComponent) -> Commande:
    return Commande(identifiant=composant.id, sorte="composant")


LECTEURS: Final[dict[str, Callable[..., Commande]]] = {
    "button_group": _boutons,
    "selectbox": _liste,
    "bidi_component": _composant,
}
"""Kind of element -> what reads it as a widget."""

"""The reader's own browser as a store: the server asks it to keep, give back, erase or list, and it answers.

A component of our own, for want of a better one: no widget of Streamlit reads what a browser keeps. The
store is IndexedDB (`static/atlas/commun/coffre.js`): a text under a name, on the reader's computer alone.
What comes back may have been changed there: who reads it checks it as any file. It crosses the WebSocket
once each way (a trigger, that Streamlit does not send again), and stays in memory.

How it is used, in the body of a page, outside of any fragment::

    demander("selections", "ecrire", "selection:Agro", texte)  # anywhere: in a callback, in a window
    coffre("selections", au_retour=recevoir)  # once in each run: sends, then calls with the answers
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

import streamlit as st

from components.html import balise
from components.statiques import amorce

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Garde", "Reponse", "coffre", "demander", "en_attente"]

Quoi = Literal["lire", "ecrire", "effacer", "lister"]

REPONSES_MAX: Final = 100
GARDES_MAX: Final = 1_000
NOM_MAX: Final = 300
DATE_MAX: Final = 40
CONTENU_MAX: Final = 25_000_000
"""Answers of a run, things listed, characters of a name, of a date and of a content: more is not ours."""

_composant = st.components.v2.component(
    "atlas_coffre",
    html=balise("div", classe="atlas-coffre"),
    js=amorce("commun/gardien.js"),
    isolate_styles=False,
)


@dataclass(frozen=True, kw_only=True)
class Geste:
    """One thing to do in the browser; `discret` ones that find nothing, or fail, are not answered."""

    rang: int
    quoi: Quoi
    nom: str
    contenu: str = ""
    discret: bool = False


@dataclass(frozen=True, kw_only=True)
class Garde:
    """What the browser says of a thing that it keeps: name, ISO instant of its keeping, characters."""

    nom: str
    date: str
    taille: int


@dataclass(frozen=True, kw_only=True)
class Reponse:
    """What the browser answered to one gesture.

    Attributes:
        quoi: « lire », « ecrire », « effacer » or « lister ».
        nom: Name that was asked for, or the beginning of the names to list.
        contenu: The text that was read, as the browser keeps it: to be checked; None when there is none.
        date: ISO instant at which it was kept, empty when there is none.
        gardes: What was listed, by name.
        faute: Why it could not be done, a French sentence; empty when it was.
    """

    quoi: str
    nom: str
    contenu: str | None = None
    date: str = ""
    gardes: tuple[Garde, ...] = field(default=())
    faute: str = ""


def demander(cle: str, quoi: Quoi, nom: str, contenu: str = "", *, discret: bool = False) -> None:
    """Ask the browser for something; it leaves with the next whole run of the page.

    Args:
        cle: Key of the component that sends it (`coffre`).
        quoi: What to do.
        nom: Name of the thing, « selection:Agro en Bretagne »; the beginning of the names to list.
        contenu: Text to keep.
        discret: Nothing found, or a failure, is not answered: no run is made for it.
    """
    rang = st.session_state[f"coffre-{cle}-rang"] = st.session_state.get(f"coffre-{cle}-rang", 0) + 1
    geste = Geste(rang=rang, quoi=quoi, nom=nom, contenu=contenu, discret=discret)
    st.session_state[_file(cle)] = (*en_attente(cle), geste)


def en_attente(cle: str) -> tuple[Geste, ...]:
    """What was asked and has no answer yet, in order."""
    gestes: tuple[Geste, ...] = st.session_state.get(_file(cle), ())
    return gestes


def coffre(cle: str, *, au_retour: Callable[[Reponse], None]) -> None:
    """Send what was asked to the browser.

    Args:
        cle: Key of the component.
        au_retour: Called with each answer, in order, before the run that they cause.
    """

    def _recevoir() -> None:
        for geste, reponse in _lues(st.session_state[f"coffre-{cle}"].get("reponses"), en_attente(cle)):
            st.session_state[_file(cle)] = tuple(g for g in en_attente(cle) if g.rang != geste.rang)
            au_retour(reponse)

    _composant(
        key=f"coffre-{cle}",
        data={"gestes": [asdict(geste) for geste in en_attente(cle)]},
        on_reponses_change=_recevoir,
    )


def _file(cle: str) -> str:
    return f"coffre-{cle}-gestes"


def _lues(reponses: object, attendues: tuple[Geste, ...]) -> list[tuple[Geste, Reponse]]:
    """The answers that look like some, each to a gesture that waits for one."""
    if not isinstance(reponses, list) or len(reponses) > REPONSES_MAX:
        return []
    par_rang = {geste.rang: geste for geste in attendues}
    lues = []
    for reponse in reponses:
        rang = reponse.get("rang") if isinstance(reponse, dict) else None
        geste = par_rang.pop(rang, None) if isinstance(rang, int) else None
        if geste is not None:
            lues.append((geste, _reponse(geste, reponse)))
    return lues


def _reponse(geste: Geste, dite: dict[str, Any]) -> Reponse:
    gardes = dite.get("gardes")
    return Reponse(
        quoi=geste.quoi,
        nom=geste.nom,
        contenu=_texte(dite.get("contenu"), CONTENU_MAX) or None,
        date=_texte(dite.get("date"), DATE_MAX),
        gardes=_gardes(gardes if isinstance(gardes, list) else []),
        faute=_texte(dite.get("faute"), NOM_MAX),
    )


def _gardes(dites: list[Any]) -> tuple[Garde, ...]:
    lues = (_garde(dite) for dite in dites[:GARDES_MAX] if isinstance(dite, dict))
    return tuple(garde for garde in lues if garde.nom)


def _garde(dite: dict[str, Any]) -> Garde:
    taille = dite.get("taille")
    return Garde(
        nom=_texte(dite.get("nom"), NOM_MAX),
        date=_texte(dite.get("date"), DATE_MAX),
        taille=taille if isinstance(taille, int) else 0,
    )


def _texte(valeur: object, longueur: int) -> str:
    return valeur if isinstance(valeur, str) and len(valeur) <= longueur else ""

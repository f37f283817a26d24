"""A gesture that replaces something a reader prepared keeps the last state, and offers to take it back.

One state a kind (a séance, the filters, a list, a comparison), for the session alone. The sentence that says
what was replaced stands at the foot of the window with « Annuler », which is itself taken back by
« Rétablir ». A state that is an address is followed from run to run, so that no gesture has to be told of,
not even a link from another page; the tab of the browser remembers it too (`sessionStorage`), for a link
that loads the whole page makes another session. A state that is an object of the session is kept by the
gesture itself (`garder`).

What the reader sees and presses is in `static/atlas/commun/annulation.js`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.html import balise
from components.statiques import amorce

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CLE", "Prepare", "garder", "offrir"]

CLE: Final = "annulation"
"""Key of the component, and class of its place."""

GESTES: Final = "annulation-gestes"
PRESENTS: Final = "annulation-presents"
RANG: Final = "annulation-rang"
"""Keys of the session: kind -> what may be taken back, kind -> its state in the last run, gestures so far."""

LONGUEUR_MAX: Final = 60_000
"""Characters of an address beyond which it did not come from our page."""

ANNULER: Final = "Annuler"
RETABLIR: Final = "Rétablir"
REVENU: Final = "L’état d’avant est revenu."

_composant = st.components.v2.component(
    "atlas_annulation",
    html=balise("div", classe="atlas-annulation", role="group", aria_label="Dernier geste"),
    js=amorce("commun/annulation.js"),
    isolate_styles=False,
)


@dataclass(frozen=True, kw_only=True)
class Prepare:
    """Something that the reader prepared, as the page shows it now.

    Attributes:
        sorte: Its kind: « projets ».
        present: Its state: an address (the query alone), or an object of the session.
        reprendre: Puts an earlier state back, before the run that shows it.
        perte: For an address: an earlier state and a later one -> what was replaced, « 3 filtres effacés. »;
            empty when nothing that the reader prepared is gone. None when gestures tell it (`garder`).
        retrouver: For an address: takes the state that the tab had when this page was loaded, and says
            whether that is all; else it is compared by `perte`.
        tenace: Whether the offer outlives later changes that lose nothing; else it goes with the first one.
    """

    sorte: str
    present: object
    reprendre: Callable[[Any], None]
    perte: Callable[[str, str], str] | None = None
    retrouver: Callable[[str], bool] | None = None
    tenace: bool = False


@dataclass(frozen=True, kw_only=True)
class _Geste:
    """What can be taken back: since when, in which words, and to what."""

    rang: int
    phrase: str
    avant: object
    bouton: str = ANNULER


def garder(sorte: str, avant: object, phrase: str) -> None:
    """Keep a state that a gesture is about to replace.

    Args:
        sorte: Its kind.
        avant: The state, as `Prepare.reprendre` takes it.
        phrase: What is replaced, a French sentence.
    """
    _noter(sorte, avant, phrase)


def _noter(sorte: str, avant: object, phrase: str, bouton: str = ANNULER) -> None:
    rang = st.session_state[RANG] = st.session_state.get(RANG, 0) + 1
    _gestes()[sorte] = _Geste(rang=rang, phrase=phrase, avant=avant, bouton=bouton)


def _gestes() -> dict[str, _Geste]:
    gestes: dict[str, _Geste] = st.session_state.setdefault(GESTES, {})
    return gestes


def _presents() -> dict[str, object]:
    presents: dict[str, object] = st.session_state.setdefault(PRESENTS, {})
    return presents


def offrir(*prepares: Prepare) -> None:
    """Offer to take the last gesture back; once per page, whatever it prepares.

    Args:
        prepares: What the page prepares, in its present state.
    """
    par_sorte = {prepare.sorte: prepare for prepare in prepares}
    for prepare in prepares:
        _suivre(prepare)
    siens = [geste for sorte, geste in _gestes().items() if sorte in par_sorte]
    dernier = max(siens, key=lambda geste: geste.rang, default=None)
    _composant(
        key=CLE,
        data={
            "rang": dernier.rang if dernier else 0,
            "phrase": dernier.phrase if dernier else "",
            "bouton": dernier.bouton if dernier else "",
            "presents": {p.sorte: p.present for p in prepares if p.perte is not None},
        },
        on_annuler_change=lambda: _annuler(_recu("annuler"), par_sorte),
        on_fermer_change=lambda: _fermer(_recu("fermer")),
        on_retrouve_change=lambda: _retrouver(_recu("retrouve"), par_sorte),
    )


def _recu(nom: str) -> object:
    return st.session_state[CLE].get(nom)


def _suivre(prepare: Prepare) -> None:
    """Compare a state with that of the last run: what was lost without a word is kept."""
    avant, apres = _presents().get(prepare.sorte), prepare.present
    _presents()[prepare.sorte] = apres
    if prepare.perte is None or not isinstance(avant, str) or avant == apres:
        return
    if phrase := prepare.perte(avant, str(apres)):
        garder(prepare.sorte, avant, phrase)
    elif not prepare.tenace:
        _gestes().pop(prepare.sorte, None)


def _du_rang(rang: object) -> tuple[str, _Geste] | None:
    """The gesture that the browser speaks of, unless another one came since."""
    return next((paire for paire in _gestes().items() if paire[1].rang == rang), None)


def _annuler(rang: object, prepares: dict[str, Prepare]) -> None:
    """Put the last state back; the present one may be taken back in its turn."""
    trouve = _du_rang(rang)
    if trouve is None or trouve[0] not in prepares:
        return
    sorte, geste = trouve
    prepare = prepares[sorte]
    present = _presents().pop(sorte, prepare.present)  # the run that comes compares with nothing
    _noter(sorte, present, REVENU, RETABLIR if geste.bouton == ANNULER else ANNULER)
    prepare.reprendre(geste.avant)


def _fermer(rang: object) -> None:
    """The reader has read."""
    if trouve := _du_rang(rang):
        del _gestes()[trouve[0]]


def _retrouver(demande: object, prepares: dict[str, Prepare]) -> None:
    """The tab had something else when it loaded this page; nothing of what it sends is believed."""
    trouves = demande if isinstance(demande, dict) else {}
    for sorte, prepare in prepares.items():
        avant = trouves.get(sorte)
        if not isinstance(avant, str) or len(avant) > LONGUEUR_MAX or prepare.perte is None:
            continue
        if prepare.retrouver is not None and prepare.retrouver(avant):
            _presents().pop(sorte, None)
        elif phrase := prepare.perte(avant, str(prepare.present)):
            garder(sorte, avant, phrase)

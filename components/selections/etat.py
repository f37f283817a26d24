"""The selections that a reader named: known to his session, kept by his own browser, each under its name.

Each selection is one thing of the store (`components.coffre`), so that two tabs never undo one another. What
comes back is read as a file that anybody may have written; what cannot be read is told, and left where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.coffre import coffre, demander
from francais import accorder
from geo.selections import Selections, ecrire_fichier, lire_fichier

if TYPE_CHECKING:
    from components.coffre import Reponse
    from geo.selections import Nommee

__all__ = ["annuler", "avis", "connues", "garder", "ouvrir", "renommer", "retiree", "supprimer", "veiller"]

CLE: Final = "selections"
CONNUES: Final = "selections-connues"
AVIS: Final = "selections-avis"
RETIREE: Final = "selections-retiree"
DEBUT: Final = "selection:"
"""Before the names of the store."""


def veiller() -> None:
    """Ask the browser for what it keeps, once, and send it what is to be kept; once in each whole run."""
    if CONNUES not in st.session_state:
        st.session_state[CONNUES] = Selections()
        demander(CLE, "lister", DEBUT, discret=True)
    coffre(CLE, au_retour=_recevoir)


def connues() -> Selections:
    """The selections of the reader."""
    lues: Selections = st.session_state.get(CONNUES, Selections())
    return lues


def garder(nommee: Nommee) -> str:
    """Keep a selection; its name, which a number follows when it was taken."""
    suite = connues().avec(nommee)
    if len(suite) == len(connues()):
        _prevenir(
            f"« Mes sélections » en tient {accorder(len(suite), 'au plus', 'au plus')} : supprimez-en une."
        )
        return ""
    _poser(suite)
    gardee = suite.nommees[-1]
    _ecrire(gardee)
    return gardee.nom


def renommer(nom: str, nouveau: str) -> None:
    """Give another name, in the same place."""
    avant = connues()
    suite = avant.renommee(nom, nouveau)
    partis = {n.nom for n in avant} - {n.nom for n in suite}
    _poser(suite)
    for nommee in suite:
        if avant.de_nom(nommee.nom) is None:
            _ecrire(nommee)
    for parti in partis:
        demander(CLE, "effacer", f"{DEBUT}{parti}")


def supprimer(nom: str) -> None:
    """Take a selection away; the last one can come back."""
    nommee = connues().de_nom(nom)
    if nommee is None:
        return
    st.session_state[RETIREE] = (connues().nommees.index(nommee), nommee)
    _poser(connues().sans(nom))
    demander(CLE, "effacer", f"{DEBUT}{nom}")


def retiree() -> str:
    """Name of the selection that can come back; empty for none."""
    gardee: tuple[int, Nommee] | None = st.session_state.get(RETIREE)
    return gardee[1].nom if gardee else ""


def annuler() -> None:
    """The selection that was taken away last comes back, in its place."""
    gardee: tuple[int, Nommee] | None = st.session_state.pop(RETIREE, None)
    if gardee:
        place, nommee = gardee
        suite = connues().avec(nommee, place)
        _poser(suite)
        _ecrire(suite.nommees[min(place, len(suite) - 1)])


def ouvrir(texte: str) -> None:
    """Add the selections of a file to those that are there: nothing is replaced."""
    lues, dits = lire_fichier(texte)
    for nommee in lues or ():
        garder(nommee)
    if lues is not None:
        dits = [f"{accorder(len(lues), 'sélection ouverte', 'sélections ouvertes')}.", *dits]
    _prevenir(*dits)


def avis() -> list[str]:
    """What the last gesture has to say, once."""
    dits: list[str] = st.session_state.pop(AVIS, [])
    return dits


def _prevenir(*textes: str) -> None:
    st.session_state[AVIS] = [*st.session_state.get(AVIS, []), *textes]


def _poser(selections: Selections) -> None:
    st.session_state[CONNUES] = selections


def _ecrire(nommee: Nommee) -> None:
    demander(CLE, "ecrire", f"{DEBUT}{nommee.nom}", ecrire_fichier(Selections(nommees=(nommee,))))


def _recevoir(reponse: Reponse) -> None:
    """What the browser answers: names to read, then what they hold."""
    if reponse.faute:
        _prevenir(reponse.faute)
    elif reponse.quoi == "lister":
        for gardee in sorted(reponse.gardes, key=lambda gardee: gardee.date):
            demander(CLE, "lire", gardee.nom, discret=True)
    elif reponse.quoi == "lire" and reponse.contenu:
        lues, _ = lire_fichier(reponse.contenu)
        if not lues:
            nom = reponse.nom.removeprefix(DEBUT)
            _prevenir(f"La sélection « {nom} » que garde ce navigateur est abîmée : elle n’est pas ouverte.")
        for nommee in lues or ():
            if connues().de_nom(nommee.nom) is None:
                _poser(connues().avec(nommee))

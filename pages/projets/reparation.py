"""A reader's list corrected in its window: the rejected rows first, any other row that he looks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.emporter import offrir
from components.html import markdown
from data.liste import controler, corriger, lignes_rejetees, lignes_trouvees
from erreurs import DemandeRefusee
from francais import accorder
from francais import liste as enumerer
from geo.projets import ensemble
from pages.projets import liste
from pages.projets.corrections import corriger_ici
from pages.projets.offres import rejets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.liste import Brut, Liste, Sauvegarde
    from geo.atlas import Atlas

__all__ = ["BROUILLON", "CHANGEE", "DIT", "chercher", "rejetees"]

BROUILLON: Final = "ma-liste-brut"
"""Key of the list that is not in the page yet: what tells its file from others, and the list."""

DIT: Final = "ma-liste-dit"
"""Key of what came of the last correction, and of the table in which it was made."""

CHANGEE: Final = "ma-liste-changee"
"""Key of whether a correction has just changed the page under the window."""

REJETEES, TROUVEES = "ma-liste-rejetees", "ma-liste-trouvees"
"""Keys of the two tables of rows."""

LIGNES: Final = 40
"""Rejected rows that the window lets correct at once; the file to download has them all."""

TROUVEES_MAX: Final = 10
"""Rows that a search in one's own list shows."""

CHERCHE_MAX: Final = 100
"""Characters of that search."""


def rejetees(atlas: Atlas, lue: Liste, brouillon: Sauvegarde) -> None:
    """The rejected rows, each faulty cell with its message, to be corrected here or in the file."""
    dit = _dit(REJETEES)
    if not lue.rejetees and not dit:
        return
    lignes = lignes_rejetees(lue, brouillon.correspondance, au_plus=LIGNES)
    corriger_ici(
        "Lignes rejetées",
        lignes,
        cle=REJETEES,
        au_changement=lambda changees: _corriger(atlas, REJETEES, changees, brouillon.correspondance),
        dit=dit,
    )
    if lue.rejetees > len(lignes):
        reste = accorder(
            lue.rejetees - len(lignes), "autre ligne rejetée suit", "autres lignes rejetées suivent"
        )
        st.markdown(f"{reste} ; le fichier les a toutes.")
    if lue.rejetees:
        offrir(rejets(lue))


def _dit(ou: str) -> str:
    """What came of the last correction, if it was made in this table."""
    lieu, phrase = st.session_state.get(DIT, ("", ""))
    return str(phrase) if lieu == ou else ""


def _corriger(
    atlas: Atlas,
    ou: str,
    changees: Mapping[tuple[int, str], str],
    correspondance: Mapping[str, str | None],
) -> None:
    """Write the corrected cells into the list, and check all of it again: a row may repeat another one."""
    ajoutee = liste.actuelle(atlas)
    avant = st.session_state[BROUILLON][1] if ajoutee is None else ajoutee.sauvegarde
    brut, faites = corriger(avant.brut, changees)
    apres = replace(
        avant, brut=brut, corrections=(*avant.corrections, *faites), correspondance=correspondance
    )
    try:
        lue = controler(brut, correspondance, atlas, publies=ensemble(atlas))
        if ajoutee is None:
            st.session_state[BROUILLON] = (st.session_state[BROUILLON][0], apres)
        else:
            liste.ajouter(atlas, apres, lue)
            st.session_state[CHANGEE] = True
    except DemandeRefusee as refus:
        st.session_state[DIT] = (ou, str(refus))
        return
    st.session_state[DIT] = (ou, _ce_qu_il_en_est(brut, lue, {rang for rang, _ in changees}))


def _ce_qu_il_en_est(brut: Brut, lue: Liste, rangs: set[int]) -> str:
    """What came of the rows that were checked again."""
    rejetes = set(lue.rejets["rang"].tolist())
    phrases = []
    for combien, une, plusieurs in (
        (rangs - rejetes, "La ligne {} est acceptée.", "Les lignes {} sont acceptées."),
        (rangs & rejetes, "La ligne {} est encore rejetée.", "Les lignes {} sont encore rejetées."),
    ):
        numeros = [str(int(brut.lignes[rang])) for rang in sorted(combien) if 0 <= rang < len(brut.lignes)]
        if numeros:
            phrases.append((une if len(numeros) == 1 else plusieurs).format(enumerer(numeros)))
    return " ".join(phrases)


def chercher(atlas: Atlas, sauvegarde: Sauvegarde) -> None:
    """Any row of the list, to correct a cell that was accepted."""
    voulu = st.text_input(
        "Corriger une autre ligne : son numéro dans le fichier, ou un mot (entreprise, commune…)",
        key="ma-liste-chercher",
    )[:CHERCHE_MAX]
    if not voulu.strip():
        return
    lignes = lignes_trouvees(sauvegarde.brut, sauvegarde.correspondance, voulu, au_plus=TROUVEES_MAX)
    if not lignes:
        st.markdown(f"Aucune ligne de votre liste ne contient « {markdown(voulu)} ».")
        return
    corriger_ici(
        "Lignes trouvées",
        lignes,
        cle=TROUVEES,
        au_changement=lambda changees: _corriger(atlas, TROUVEES, changees, sauvegarde.correspondance),
        dit=_dit(TROUVEES),
    )

"""The filters of the page « Projets »: facets with their counts, chips, and one new state at each gesture.

A component of our own, for want of a better one: `st.multiselect` sends every label of every list (1 254
intercommunalités) with each run and shows no count, and a run that rebuilds it closes it. Here the labels are
a static file, a run sends counts and chips, and an open panel stays open. What the reader sees and presses
is in `static/atlas/projets/filtres/filtres.js`; what it means is in `geo.filtre.filtre`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise, joindre
from components.statiques import amorce, feuille

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["EtatFiltres", "Parametres", "demande_lue", "filtres"]

Parametres = dict[str, list[str]]
"""Words of the address -> values, as `Filtre.ecrire` writes them and `Filtre.lire` reads them."""

MOTS_MAX: Final = 40
VALEURS_MAX: Final = 3_000
LONGUEUR_MAX: Final = 300
"""More words, more values of a word or a longer value than this did not come from our page."""

HTML: Final = joindre(
    [
        feuille("projets/filtres/filtres.css"),
        "\n",
        balise("div", classe="atlas-filtres", role="group", aria_label="Filtres"),
        "\n",
    ]
)

_composant = st.components.v2.component(
    "atlas_filtres",
    html=HTML,
    js=amorce("projets/filtres/filtres.js"),
    isolate_styles=False,
)


def demande_lue(demande: object) -> Parametres | None:
    """The state that the browser asks for, if it looks like one; what its values mean is not believed yet.

    Args:
        demande: What the browser sent: `etat`, words of the address -> list of texts, and `rang`.

    Returns:
        Words -> values; None when it is anything else.
    """
    etat = demande.get("etat") if isinstance(demande, dict) else None
    if not isinstance(etat, dict) or len(etat) > MOTS_MAX:
        return None
    juste = all(isinstance(mot, str) and _sont_des_textes(valeurs) for mot, valeurs in etat.items())
    return etat if juste else None


def _sont_des_textes(valeurs: object) -> bool:
    if not isinstance(valeurs, list) or len(valeurs) > VALEURS_MAX:
        return False
    return all(isinstance(valeur, str) and len(valeur) <= LONGUEUR_MAX for valeur in valeurs)


def _rang(demande: object) -> int:
    rang = demande.get("rang") if isinstance(demande, dict) else None
    return rang if isinstance(rang, int) and not isinstance(rang, bool) else 0


@dataclass(frozen=True, kw_only=True)
class EtatFiltres:
    """What the filters show.

    Attributes:
        etat: Words of the address -> values, as the page understands them.
        comptes: Word -> counts of its values (`data.couches.vocabulaire.comptes_compacts`), those of `ajouts`
            last;
            a word without counts shows none.
        puces: Active filters: word, value, text to read.
        vocabulaire: Address of the file that `data.couches.vocabulaire.vocabulaire_json` made, from the page.
        ajouts: Values that the file does not know (those of the reader's own list): value and text.
    """

    etat: Mapping[str, Sequence[str]]
    comptes: Mapping[str, str]
    puces: Sequence[tuple[str, str, str]]
    vocabulaire: str
    ajouts: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


def filtres(
    montre: EtatFiltres, *, cle: str, au_changement: Callable[[Parametres], None] | None = None
) -> Parametres | None:
    """Draw the filters and say what the reader asks for.

    Args:
        montre: What they show.
        cle: Key of the component, and class of its place.
        au_changement: Called with the new state before the run that it causes, to write the address.

    Returns:
        The new state, in the run that it causes; None in all others.
    """
    rang = f"{cle}-rang"

    def _changer() -> None:
        demande = st.session_state[cle].get("demande")
        st.session_state[rang] = _rang(demande)
        nouveau = demande_lue(demande)
        if nouveau is not None and au_changement is not None:
            au_changement(nouveau)

    reponse = _composant(
        key=cle,
        data={"rang": st.session_state.get(rang, 0), **asdict(montre)},
        on_demande_change=_changer,
    )
    return demande_lue(reponse.get("demande"))

"""What a gesture takes from a séance, in the words that offer to take it back; what a full one answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from francais import accorder
from geo.seance.contenu import titre_de
from geo.seance.seance import VUES_MAX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.filtre import Vocabulaires
    from geo.seance.seance import Seance, Vue

__all__ = ["perte", "pleine"]


def perte(avant: Seance, apres: Seance, atlas: Atlas, vocabulaires: Vocabulaires) -> str:
    """What was lost between two states, « Séance de 7 vues remplacée. »; empty when nothing was."""
    etaient, sont = Counter(avant.mots), Counter(apres.mots)
    partis, venus = etaient - sont, sont - etaient
    toute = f"Séance de {accorder(len(avant.vues), 'vue')}"
    if not partis:
        return "" if _dans_l_ordre(avant.mots, apres.mots) else "Ordre des vues changé."
    if not apres.vues:
        return f"{toute} vidée."
    if venus:
        return f"{toute} remplacée."
    if partis.total() > 1:
        return f"{accorder(partis.total(), 'vue retirée', 'vues retirées')}."
    (mot,) = partis
    vue = next(vue for vue in avant.vues if vue.mot == mot)
    return f"Vue « {titre_de(vue, atlas, vocabulaires)} » retirée."


def _dans_l_ordre(mots: Sequence[str], suite: Sequence[str]) -> bool:
    """Whether words stand in a longer list in the same order."""
    restants = iter(suite)
    return all(mot in restants for mot in mots)


def pleine(vues: Sequence[Vue], seance: Seance, atlas: Atlas, vocabulaires: Vocabulaires) -> str:
    """Why views are not added, and what to do; empty when there is room for them.

    Args:
        vues: Views that are not in the séance yet.
        seance: The séance, which is left as it is.
        atlas: The atlas.
        vocabulaires: What the values of the filters of a selection are called.
    """
    if len(vues) <= seance.libres:
        return ""
    if len(vues) == 1:
        quoi = f"« {titre_de(vues[0], atlas, vocabulaires)} » n’y entre pas"
    else:
        quoi = f"{accorder(len(vues), 'vue')} de plus n’y entrent pas"
    etat = f"La séance a {accorder(len(seance.vues), 'vue')}, sur {VUES_MAX} au plus"
    faire = "Retirez-en, ou enregistrez-la puis videz-la pour en commencer une autre."
    return f"{etat}\u00a0: {quoi}, et rien n’a changé. {faire}"

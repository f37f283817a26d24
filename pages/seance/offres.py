"""What « Séance » lets a reader take away: its views as slides that can be edited.

The small file that opens again is written by the page's own script, which needs no server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from components.emporter import LIBELLES, TYPES, Offre, adresse_entiere
from components.partage import donnees, projets_prets
from exports.diaporama import diaporama_seance, vue_dessinee
from exports.jour import aujourd_hui
from geo.filtre import filtrer
from geo.seance import contenu, nom_du_fichier
from memoire import garde

if TYPE_CHECKING:
    from exports.diaporama import VueDessinee
    from geo.atlas import Atlas
    from geo.seance import Seance, Vue

__all__ = ["fabriquer", "offre"]

GARDES: Final = 4
"""Decks that are kept, of about 1 MB each."""


def offre(seance: Seance) -> Offre:
    """The deck of a séance."""
    adresse = adresse_entiere(seance.lien())
    return Offre(
        cle="seance-diaporama",
        libelle=LIBELLES["pptx"],
        nom=nom_du_fichier(seance).removesuffix(".json") + ".pptx",
        type_mime=TYPES["pptx"],
        faire=lambda: fabriquer(seance, adresse, jour=aujourd_hui()),
        icone=":material/slideshow:",
        etiree=False,
    )


def fabriquer(seance: Seance, adresse: str, *, jour: str) -> bytes:
    """The deck of a séance.

    Args:
        seance: Its name and views.
        adresse: Link to it, whole.
        jour: Day of the deck, « 2026-11-21 »: the same day gives the same bytes.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    return _fabriquer(donnees.atlas(), seance, adresse, jour)


@garde(taille=GARDES)
def _fabriquer(atlas: Atlas, seance: Seance, adresse: str, jour: str) -> bytes:
    vues = [_dessiner(atlas, vue) for vue in seance.vues]
    return diaporama_seance(vues, nom=seance.nom, jour=jour, adresse=adresse)


def _dessiner(atlas: Atlas, vue: Vue) -> VueDessinee:
    prets = projets_prets.publie(atlas)
    diapo = contenu(vue, atlas, prets.preparee, prets.vocabulaires)
    choisis = None if vue.objet else prets.preparee.table[filtrer(prets.preparee, vue.filtre)]
    return vue_dessinee(atlas, diapo, objet=vue.objet, millesime=vue.millesime, projets=choisis)

"""The sentence of meaning of a place, written from its figures: pages, files and first view say the same.

Two or three facts at most, the farthest from the middle of the ranks, told in the order of `ORDRE`; each
figure is one that the page shows, with its rounding and its words (`geo.indicateurs.ecriture`). A rank is
told where it is the fact (projects), and beside a figure of the first or the last twentieth. Nothing is
said of a cause. When nothing stands out, the sentence says so; when nothing can be known, it says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import liste, nombre
from geo.indicateurs import ecriture, part_industrielle, partages, raison
from geo.millesimes import MILLESIMES
from geo.sens.ecriture import APRES, AU_MILIEU, DU_SUJET
from geo.sens.faits import faits
from geo.sens.sujets import sujet
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.indicateurs import Objet
    from geo.sens.ecriture import Place
    from geo.sens.faits import Fait

__all__ = ["LONGUEUR_MAX", "NOMBRE_DE_FAITS", "Sens", "phrase", "sens"]

LONGUEUR_MAX: Final = 240
"""Characters of a sentence."""

NOMBRE_DE_FAITS: Final = 3

SUITE: Final = "\u202f; "
"""Between two facts."""

GARDES: Final = 1000
"""Sentences that the server keeps: more than the territories of the four millésimes and the régions."""

RETROSPECTIVE: Final = " (part rétrospective\u00a0: la carte a été choisie après eux)"
"""Said of a share of the projects in territories that were chosen when they were known."""


@dataclass(frozen=True, kw_only=True)
class Sens:
    """The sentence of a place.

    Attributes:
        texte: What it says.
        dits: The facts that it tells; empty when nothing stands out or nothing is known, and for France.
    """

    texte: str
    dits: tuple[Fait, ...] = ()


def phrase(atlas: Atlas, objet: Objet, millesime: int) -> str:
    """The sentence of a place, at most `LONGUEUR_MAX` characters; see `sens`."""
    return sens(atlas, objet, millesime).texte


@garde(taille=GARDES)
def sens(atlas: Atlas, objet: Objet, millesime: int) -> Sens:
    """The sentence of a place, and the facts that it tells.

    Args:
        atlas: The atlas.
        objet: A territory, a région, the five overseas ones together, or France.
        millesime: Year of the perimeters.

    Raises:
        KeyError: The millésime has no such place.
    """
    if objet.sorte == "france":
        return Sens(texte=_france(atlas, millesime))
    tous = faits(atlas, objet, millesime)
    place = sujet(atlas, objet, millesime)
    forts = sorted((fait for fait in tous if fait.marquant), key=lambda fait: -fait.force)
    for combien in range(min(NOMBRE_DE_FAITS, len(forts)), 0, -1):
        dits = [fait for fait in tous if fait in forts[:combien]]
        texte = _dire(place, dits)
        if len(texte) <= LONGUEUR_MAX:
            return Sens(texte=texte, dits=tuple(dits))
    return Sens(texte=_au_milieu(place, tous) or _inconnu(atlas, objet, millesime, place, tous))


def _dire(place: Place, dits: Sequence[Fait]) -> str:
    premier, *autres = dits
    suites = [APRES[fait.cle](fait, place, avant.cle) for avant, fait in zip(dits, autres, strict=False)]
    return f"{SUITE.join([f'{place.nom} {DU_SUJET[premier.cle](premier, place)}', *suites])}."


def _au_milieu(place: Place, tous: Sequence[Fait]) -> str:
    """What is said when nothing stands out; empty when no figure is known to be in the middle."""
    milieu = [
        AU_MILIEU[fait.cle].format(ecriture.valeur(fait.indicateur, fait.ici.valeur))
        for fait in tous
        if fait.cote == "milieu"
    ][:NOMBRE_DE_FAITS]
    return (
        f"{place.nom} {place.selon('est', 'sont')} au milieu des rangs pour {liste(milieu)}."
        if milieu
        else ""
    )


def _inconnu(atlas: Atlas, objet: Objet, millesime: int, place: Place, tous: Sequence[Fait]) -> str:
    """Why nothing can be said."""
    pourquoi = [
        raison(atlas, fait.indicateur, objet, millesime, fait.ici) for fait in tous if fait.cote == "inconnu"
    ][:1]
    if any(fait.ici.intervalle for fait in tous):
        pourquoi.insert(0, "trop peu de projets pour un rang sûr")
    fin = f"\u00a0: {liste(pourquoi)}" if pourquoi else ""
    return f"Les chiffres publiés ne suffisent pas à situer {place.nom}{fin}."


def _france(atlas: Atlas, millesime: int) -> str:
    """What the territories of a map hold of the country, and how much industry weighs in them and out."""
    parts = {
        partage.grandeur.cle: nombre(100 * partage.part, 0, "%")
        for partage in partages(atlas, millesime=millesime)
    }
    dans, hors = part_industrielle(atlas, millesime=millesime)
    territoires = nombre(len(atlas.territoires_de(millesime)))
    retrospective = RETROSPECTIVE if MILLESIMES[millesime].retrospectif else ""
    texte = (
        f"Les {territoires} territoires de {millesime} réunissent {parts['projets']} des projets "
        f"France Relance{retrospective} pour {parts['population']} des habitants"
    )
    if dans is None or hors is None:
        return f"{texte}."
    poids = [nombre(trouvee.valeur, 1, "%") for trouvee in (dans, hors)]
    return f"{texte}{SUITE}l’industrie y fait {poids[0]} de l’emploi, contre {poids[1]} hors d’eux."

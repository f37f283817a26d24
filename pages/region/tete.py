"""The parts of the page « Région », as the page lays them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import FACE_A_LA_FRANCE
from components.chiffres import chiffres as chiffres_cles
from components.chiffres import vignettes as vignettes_des_indicateurs
from components.entete import dater
from components.entete import entete as entete_commun
from components.html import balise, poser
from components.seance import lien
from francais import liste
from geo.atlas import OM
from geo.etape import financeurs
from geo.fiche import la_france, la_region
from geo.indicateurs import Objet
from geo.seance import Vue
from geo.sens import phrase
from geo.territoires import codes_de, noms
from pages.region import calculs, etat
from pages.region.chiffres import renvoi_outre_mer, vignettes
from pages.region.projets import mis_en_avant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseRegion
    from geo.atlas import Atlas

__all__ = ["chiffres", "entete", "indicateurs", "projets"]


def entete(atlas: Atlas, adresse: AdresseRegion, avis: Sequence[str]) -> str:
    """Name of the région and the choices of the page; returns the name."""
    code = str(adresse.code)
    nom = noms(atlas)[code]
    parties = (
        f"{liste([atlas.nom_region[c] for c in codes_de(code)])}, publiées ensemble. " if code == OM else ""
    )
    chapeau = f"{parties}Ce que publie le « Point d’étape à 3 ans », et ce que l’atlas compte."

    def _actions() -> None:
        etat.choisir(atlas, adresse)
        lien.ajouter(Vue(objet=Objet(sorte="region", code=code)), adresse.millesime)

    autre = calculs.nom_reference(atlas, adresse.reference)
    face = "" if adresse.reference == FACE_A_LA_FRANCE else f" face à {autre}"
    entete_commun(
        nom,
        onglet=f"{nom}{face} · {dater('Région', adresse.millesime)}",
        phrase=phrase(atlas, Objet(sorte="region", code=code), adresse.millesime),
        chapeau=chapeau,
        millesime=etat.choisir_le_millesime,
        actions=_actions,
        avis=avis,
    )
    return nom


def chiffres(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The six published figures, and what we count."""
    code = str(adresse.code)
    siens, autres, ratios = calculs.chiffres(atlas, code, adresse.reference)
    poser(
        balise("h2", "Chiffres publiés du Point d’étape", classe="atlas-lecteurs")
        + renvoi_outre_mer(code)
        + vignettes(
            siens,
            autres,
            ratios,
            nom_reference=calculs.nom_reference(atlas, adresse.reference),
            qui_finance=financeurs(atlas, code),
        )
    )


def indicateurs(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The indicators of the whole région beside those of the reference."""
    reference = adresse.reference
    lieu = la_france(atlas) if reference == FACE_A_LA_FRANCE else la_region(atlas, reference, contient=False)
    objet = Objet(sorte="region", code=str(adresse.code))
    siens = chiffres_cles(atlas, objet=objet, millesime=adresse.millesime, lieux=(lieu,))
    titre = balise("h2", "La région entière, face à la référence")
    precision = balise(
        "p", "Dans un territoire ou non ; rang parmi les 18 régions, du plus haut ou du plus bas."
    )
    poser(titre + precision + vignettes_des_indicateurs(siens))


def projets(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The projects put forward."""
    poser(mis_en_avant(atlas, str(adresse.code)))

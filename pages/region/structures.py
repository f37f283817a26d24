"""What the projects of a région are: the families of filières in sight, all the rest in parts that open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.graphiques import graphique
from components.html import balise, poser
from components.sommaire import repli
from francais import accorder
from geo.atlas import OM
from geo.profils import FORMULE
from geo.territoires import noms
from pages.region import calculs, profil, territoires
from pages.region.carte import outre_mer

if TYPE_CHECKING:
    from components.adresses import AdresseRegion
    from geo.atlas import Atlas
    from pages.region.calculs import Profils

__all__ = ["DETAILS", "details", "filieres"]

DETAILS: Final = "region-details"
"""Key of the parts that open."""

PAGE: Final = "Région"


def filieres(atlas: Atlas, adresse: AdresseRegion, profils: Profils) -> None:
    """Where the région stands out; for « Outre-mer », what each of the five holds."""
    reference = calculs.nom_du_reste(atlas, adresse.reference)
    poser(
        balise(
            "details",
            balise("summary", balise("h2", "Filières"), balise("i", "i")),
            balise(
                "p", f"{FORMULE} Huit familles de filières, dites sur « Méthode ». Référence : {reference}."
            ),
            classe="atlas-region-note",
            name="i-region",
        )
    )
    trace = profil.familles(profils, noms(atlas)[str(adresse.code)], reference)
    graphique.montrer(trace, cle="region-familles")
    if adresse.code == OM:
        poser(outre_mer(atlas, adresse.millesime))


def details(atlas: Atlas, adresse: AdresseRegion, profils: Profils) -> None:
    """What is read after the rest: each part is closed until it is asked for."""
    reference = calculs.nom_du_reste(atlas, adresse.reference)
    ici = noms(atlas)[str(adresse.code)]
    combien = accorder(len(profils.filieres), "filière publiée", "filières publiées")

    def _filieres() -> None:
        poser(balise("p", FORMULE) + profil.filieres(profils, reference))

    def _natures_et_types() -> None:
        colonnes = st.columns(2, gap="large")
        for rang, trace in enumerate(profil.natures_et_types(profils, ici, reference)):
            with colonnes[rang]:
                graphique.montrer(trace, cle=f"region-profil-{rang}")

    def _mois() -> None:
        graphique.montrer(profil.mois(profils, ici, reference), cle="region-mois")

    with st.container(key=DETAILS):
        poser(balise("h2", "Le détail"))
        repli(
            "Tous les indicateurs des territoires",
            cle="region-indicateurs",
            page=PAGE,
            icone=":material/table:",
            montrer=lambda: territoires.tous_les_indicateurs(atlas, adresse),
        )
        repli(
            f"Les projets par filière : {combien}",
            cle="region-filieres",
            page=PAGE,
            icone=":material/factory:",
            montrer=_filieres,
        )
        repli(
            "Ce que l’argent achète, et la taille des entreprises",
            cle="region-natures",
            page=PAGE,
            icone=":material/bar_chart:",
            montrer=_natures_et_types,
        )
        repli(
            "Les projets mois par mois",
            cle="region-mois-repli",
            page=PAGE,
            icone=":material/calendar_month:",
            montrer=_mois,
        )
        repli(
            "Les communes en tête",
            cle="region-communes",
            page=PAGE,
            icone=":material/location_city:",
            montrer=lambda: poser(territoires.communes(atlas, adresse)),
        )

"""Which files each page offers: those of what its address says, since the address is the state of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses.carte import AdresseCarte
from components.adresses.france import AdresseFrance
from components.adresses.region import AdresseRegion
from components.adresses.territoire import AdresseTerritoire
from components.carte.changements import compare_a
from components.emporter.emporter import adresse_entiere
from components.emporter.fichiers import Demande
from components.partage import donnees
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.objets import LA_FRANCE, Objet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.emporter.fichiers import Sorte

__all__ = ["carte", "france", "region", "territoire"]


def territoire() -> Sequence[Demande]:
    """The sheet of the territory shown, and its map; nothing before one is chosen."""
    atlas = donnees.atlas()
    adresse, _ = AdresseTerritoire.lire(st.query_params.to_dict(), atlas)
    if adresse.ti is None or atlas.fiche(adresse.ti, adresse.millesime) is None:
        return ()
    lien = AdresseTerritoire(ti=adresse.ti, millesime=adresse.millesime).lien()
    return _documents(("pdf",), Objet(sorte="ti", code=adresse.ti), adresse.millesime, lien)


def region() -> Sequence[Demande]:
    """The sheet of the région shown, and its map; nothing before one is chosen."""
    adresse, _ = AdresseRegion.lire(st.query_params.to_dict(), donnees.atlas())
    if adresse.code is None:
        return ()
    lien = AdresseRegion(code=adresse.code, millesime=adresse.millesime).lien()
    return _documents(("pdf", "pptx"), Objet(sorte="region", code=adresse.code), adresse.millesime, lien)


def _documents(sortes: tuple[Sorte, ...], objet: Objet, millesime: int, lien: str) -> Sequence[Demande]:
    """Documents that bear a link, then the map."""
    entiere = adresse_entiere(lien)
    documents = [Demande(sorte=s, objet=objet, millesime=millesime, adresse=entiere) for s in sortes]
    return (*documents, *_carte(objet, millesime))


def _carte(objet: Objet, millesime: int, indicateur: str = "", autre: int | None = None) -> Sequence[Demande]:
    images: tuple[Sorte, ...] = ("png", "svg")
    return tuple(
        Demande(sorte=s, objet=objet, millesime=millesime, indicateur=indicateur, autre=autre) for s in images
    )


def carte() -> Sequence[Demande]:
    """France as the map is coloured."""
    adresse, _ = AdresseCarte.lire(st.query_params.to_dict(), donnees.atlas())
    indicateur = adresse.couleur if adresse.couleur in INDICATEURS else ""
    return _carte(LA_FRANCE, adresse.millesime, indicateur, compare_a(adresse.couleur, adresse.millesime))


def france() -> Sequence[Demande]:
    """France at the millésime of the map."""
    adresse, _ = AdresseFrance.lire(st.query_params.to_dict())
    return _carte(LA_FRANCE, adresse.millesime, autre=adresse.changements)

"""The page of a commune, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import AdresseRegion, AdresseTerritoire
from components.html import RIEN, balise, poser, tracer
from components.liens import territoire_lie
from geo.fiche import MESURE_DES_DISTANCES
from geo.millesimes import MILLESIMES
from theme import NOM

if TYPE_CHECKING:
    from components.html import Html
    from geo.atlas import Atlas
    from geo.fiche import Appartenance, Commune

__all__ = ["montrer"]


def montrer(atlas: Atlas, fiche: Commune) -> None:  # noqa: ARG001  figures come with it
    """The whole page."""
    st.set_page_config(page_title=f"{fiche.nom} · {NOM}")
    poser(balise("section", *_tete(fiche), classe="atlas-fiche-tete") + _proches(fiche))


def _tete(fiche: Commune) -> tuple[Html, ...]:
    region = AdresseRegion(code=fiche.code_region, millesime=fiche.millesime).lien()
    return (
        balise("h1", fiche.nom),
        balise(
            "p",
            f"{fiche.departement} · ",
            balise("a", fiche.region, href=region, target="_self"),
            f" · {fiche.epci}",
            classe="atlas-chapeau",
        ),
        _situation(fiche),
    )


def _situation(fiche: Commune) -> Html:
    if fiche.ici:
        return balise(
            "p",
            "Dans le Territoire d’industrie ",
            _fiche_liee(fiche.ici, fiche.code),
            f" en {fiche.millesime}.",
        )
    siens = [
        balise("p", f"{MILLESIMES[autre.millesime].libelle} : ", _fiche_liee(autre, fiche.code))
        for autre in fiche.ailleurs
    ]
    return sum(siens, balise("p", f"Dans aucun Territoire d’industrie en {fiche.millesime}."))


def _fiche_liee(sien: Appartenance, code: str) -> Html:
    adresse = AdresseTerritoire(ti=sien.id_ti, millesime=sien.millesime, commune=code)
    return balise("a", sien.nom, href=adresse.lien(), target="_self")


def _proches(fiche: Commune) -> Html:
    titre = balise("h2", "Territoires les plus proches")
    if not fiche.proches:
        return titre + balise("p", fiche.sans_proche)
    lignes = [
        [territoire_lie(proche.id_ti, proche.nom, fiche.millesime), proche.distance, proche.vers]
        for proche in fiche.proches
    ]
    table = tracer(
        "Territoires les plus proches", ("Territoire", "Distance", "Vers"), lignes, chiffres=("Distance",)
    )
    return titre + balise("p", MESURE_DES_DISTANCES) + (table or RIEN)

"""What stands beside the map: the chosen territory, or France while nothing is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.texte import balise, echapper
from geo.doublons import emplois_annonces
from geo.millesimes import MILLESIMES
from theme import accorder, liste, nombre

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas, Fiche

__all__ = ["france", "territoire"]

NOMS_DES_NATURES = {
    "EPCI": ("intercommunalité", "intercommunalités"),
    "EPT": ("établissement public territorial", "établissements publics territoriaux"),
    "commune": ("commune seule", "communes seules"),
}


def _chiffre(valeur: str, libelle: str, precision: str = "") -> str:
    return balise(
        "div",
        balise("dd", echapper(valeur)),
        balise("dt", echapper(libelle), *([balise("small", echapper(precision))] if precision else [])),
        classe="atlas-chiffre",
    )


def _chiffres(*cartes: str) -> str:
    return balise("dl", *cartes, classe="atlas-chiffres")


def _emplois(projets: pd.DataFrame) -> str:
    total, renseignes = emplois_annonces(projets)
    precision = f"{nombre(renseignes)} sur {accorder(len(projets), 'projet')} le disent"
    return _chiffre(
        nombre(total if renseignes else None), "emplois annoncés", precision if len(projets) else ""
    )


def _composition(groupements: pd.DataFrame) -> str:
    par_type = groupements["type"].value_counts()
    parts = [accorder(par_type[t], *noms) for t, noms in NOMS_DES_NATURES.items() if t in par_type]
    return liste(parts)


def _groupement(ligne: pd.Series) -> str:
    nature = {"EPT": " · EPT du Grand Paris", "commune": " · commune seule"}.get(ligne["type"], "")
    partie = ""
    if ligne["nb_communes"] < ligne["nb_communes_total"]:
        partie = f" · en partie : {ligne['nb_communes']} communes sur {ligne['nb_communes_total']}"
    detail = f"{nombre(ligne['population'], unite='hab.')}{nature}{partie}"
    return balise("li", balise("b", echapper(ligne["libelle"])), balise("span", echapper(detail)))


def territoire(fiche: Fiche) -> None:
    """Name, regions, groupements and counts of one TI."""
    t = fiche.territoire
    st.html(
        balise(
            "section",
            balise("h2", echapper(t["lib_ti"])),
            balise(
                "p",
                echapper(f"{liste(fiche.regions)} · {_composition(fiche.groupements)}"),
                classe="atlas-chapeau",
            ),
            _chiffres(
                _chiffre(nombre(len(fiche.projets)), "projets France Relance", "extrait d’avril 2022"),
                _emplois(fiche.projets),
                _chiffre(nombre(t["population"]), "habitants", "population municipale 2018"),
                _chiffre(nombre(t["nb_communes"]), "communes", "au 1er janvier 2021"),
            ),
            balise("h3", "Ce qui le compose"),
            balise(
                "ul", *(_groupement(g) for _, g in fiche.groupements.iterrows()), classe="atlas-groupements"
            ),
            classe="atlas-panneau",
            aria_live="polite",
        ),
    )


def france(atlas: Atlas, millesime: int) -> None:
    """The same figures for all of France, and what to do next."""
    territoires = atlas.territoires_de(millesime)
    dans_un_ti = int(atlas.projets_par_territoire(millesime).sum())
    total = len(atlas.projets)
    part = nombre(100 * dans_un_ti / total, 0, "%")
    st.html(
        balise(
            "section",
            balise("h2", "France"),
            balise("p", echapper(MILLESIMES[millesime].precision), classe="atlas-chapeau"),
            _chiffres(
                _chiffre(nombre(len(territoires)), "territoires d’industrie", f"millésime {millesime}"),
                _chiffre(nombre(territoires["population"].sum()), "habitants", "population municipale 2018"),
                _chiffre(nombre(total), "projets France Relance", "extrait d’avril 2022"),
                _chiffre(nombre(dans_un_ti), "projets dans un territoire", f"soit {part}"),
            ),
            balise(
                "p", "Cliquez sur un territoire de la carte pour voir ce qu’il est.", classe="atlas-invite"
            ),
            classe="atlas-panneau",
            aria_live="polite",
        ),
    )

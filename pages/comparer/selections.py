"""Selections of projects side by side: their figures, what they share, one of them drawn, a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd
import streamlit as st

from components import selections as gardees
from components.cadre import dire
from components.emporter import Offre, adresse_entiere, offrir
from components.graphiques import compares, graphique
from components.html import RIEN, balise, poser
from components.partage import projets_prets
from data.sources import charger_registre
from exports.jour import aujourd_hui
from exports.tables import Contexte, ecrire_confrontation
from geo.indicateurs import MAXIMUM, SORTES, nom_objet
from geo.selections import confronter, ecrire_mot, filtre_du_lieu, lire_mot
from geo.sources import projets_de
from theme import NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseComparer
    from components.html import Html
    from geo.atlas import Atlas
    from geo.filtre import Filtre
    from geo.indicateurs import Objet
    from geo.selections import Confrontation, Rangee

__all__ = ["SELECTIONS", "choisir", "montrer"]

SELECTIONS: Final = "comparer-selections"
GRAPHIQUE: Final = "comparer-selections-graphique"
SORTE: Final = "Sélection de projets"


class Colonne(NamedTuple):
    """One column: its name, what it is, its projects."""

    nom: str
    sorte: str
    filtre: Filtre


def choisir(atlas: Atlas, voulue: AdresseComparer) -> None:
    """The choice of selections: those of the reader, and those of the link; nothing when there is none."""
    vocabulaires = projets_prets.publie(atlas).vocabulaires
    connues = {
        ecrire_mot(nommee.nom, nommee.filtre(vocabulaires)[0]): nommee.nom for nommee in gardees.connues()
    }
    du_lien = {mot: lue[0] for mot in voulue.selections for lue in (lire_mot(mot, vocabulaires)[0],) if lue}
    noms = {**connues, **du_lien}
    if noms:
        choisies = st.session_state.get(SELECTIONS, [])
        st.session_state[SELECTIONS] = [mot for mot in choisies if mot in noms]
        st.multiselect(
            "Sélections de projets",
            list(noms),
            key=SELECTIONS,
            max_selections=max(1, MAXIMUM - len(voulue.objets)),
            format_func=lambda mot: noms.get(mot, mot),
            placeholder="Mes sélections…",
        )


def montrer(atlas: Atlas, voulue: AdresseComparer, objets: Sequence[Objet]) -> None:
    """The selections, and the places beside them as their own projects.

    Args:
        atlas: The atlas.
        voulue: The view.
        objets: The places that it compares.
    """
    prets = projets_prets.publie(atlas)
    colonnes: list[Colonne] = []
    for mot in voulue.selections:
        lue, avis = lire_mot(mot, prets.vocabulaires)
        dire(avis)
        if lue is not None:
            colonnes.append(Colonne(lue[0], SORTE, lue[1]))
    siennes = len(colonnes)
    colonnes += [
        Colonne(
            nom_objet(atlas, objet, millesime=voulue.millesime).strip(),
            SORTES[objet.sorte],
            filtre_du_lieu(objet, voulue.millesime),
        )
        for objet in objets
    ]
    confrontation = confronter(
        prets.preparee, [colonne.filtre for colonne in colonnes], voulue.millesime, selections=siennes
    )
    noms = [colonne.nom for colonne in colonnes]
    poser(balise("h2", "Les projets") + _communs(confrontation, noms) + _table(confrontation, colonnes))
    offrir(_offre(voulue, confrontation, noms))
    with st.container(key="comparer-selections-trace"):
        _graphique(confrontation.rangees, noms)


def _communs(confrontation: Confrontation, noms: Sequence[str]) -> Html:
    """What each two of them share, the largest first."""
    ranges = sorted(confrontation.communs, key=lambda commun: -commun.projets)
    dits = [commun.dire(noms) for commun in ranges]
    elements = [balise("li", dit[0].upper() + dit[1:] + ".") for dit in dits]
    return balise("ul", *elements, classe="atlas-comparer-communs") if elements else RIEN


def _table(confrontation: Confrontation, colonnes: Sequence[Colonne]) -> Html:
    tetes = [balise("th", "Chiffre", scope="col")]
    tetes += [balise("th", c.nom, balise("small", c.sorte), scope="col") for c in colonnes]
    corps = [balise("tr", _nom(rangee), *_cases(rangee)) for rangee in confrontation.rangees]
    titre = balise("caption", "Les projets côte à côte", classe="atlas-lecteurs")
    tableau = balise("table", titre, balise("thead", balise("tr", *tetes)), balise("tbody", *corps))
    return balise(
        "div",
        tableau,
        classe="atlas-comparer",
        tabindex="0",
        role="region",
        aria_label="Comparaison des projets",
    )


def _nom(rangee: Rangee) -> Html:
    resume = balise("summary", rangee.libelle, balise("i", "i", aria_hidden="true"))
    return balise("th", balise("details", resume, balise("p", rangee.note)), scope="row")


def _cases(rangee: Rangee) -> list[Html]:
    sommet = max((valeur for valeur in rangee.valeurs if not math.isnan(valeur)), default=0.0) or 1.0
    cases = []
    for valeur, case in zip(rangee.valeurs, rangee.cases, strict=True):
        precision = [balise("small", case.precision)] if case.precision else []
        if math.isnan(valeur):
            cases.append(balise("td", balise("em", case.texte), *precision, classe="rien"))
            continue
        barre = balise("i", classe="plus", style=f"width:{valeur / sommet:.1%}")
        cases.append(
            balise("td", balise("b", case.texte), balise("span", barre, aria_hidden="true"), *precision)
        )
    return cases


def _graphique(rangees: Sequence[Rangee], noms: Sequence[str]) -> None:
    par_cle = {rangee.cle: rangee for rangee in rangees}
    voulue = st.selectbox(
        "Chiffre du graphique", list(par_cle), key=GRAPHIQUE, format_func=lambda cle: par_cle[cle].libelle
    )
    rangee = par_cle.get(str(voulue), rangees[0])
    trace = compares.cote_a_cote(
        rangee.libelle,
        pd.DataFrame({"nom": noms, "valeur": rangee.valeurs}),
        entete="Sélection",
        unite=rangee.unite,
        decimales=rangee.decimales,
    )
    graphique.montrer(trace, cle="comparer-selections-barres", partie="Les sélections en graphique")


def _offre(voulue: AdresseComparer, confrontation: Confrontation, noms: Sequence[str]) -> Offre:
    lien = adresse_entiere(voulue.lien())

    def _ecrire() -> bytes:
        registre = charger_registre()
        contexte = Contexte(
            titre=f"Comparaison de sélections de projets, {NOM}",
            jour=aujourd_hui(),
            lien=lien,
            filtres=(f"Colonnes : {', '.join(noms)}", f"Millésime des territoires : {voulue.millesime}"),
            sources=tuple(registre[cle].citation() for cle in projets_de(voulue.millesime)),
        )
        return ecrire_confrontation(confrontation, noms, contexte)

    return Offre(
        cle="comparer-selections-csv",
        libelle="Télécharger les projets comparés (CSV)",
        nom="comparaison-selections.csv",
        type_mime="text/csv",
        faire=_ecrire,
        etiree=False,
    )

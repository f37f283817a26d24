"""The page where a séance is prepared: what it may show is ticked on the left, and stands on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.emporter import offrir
from components.entete import entete, millesime
from components.html import balise, markdown, poser
from components.partage import projets_prets
from components.seance import etat
from components.statiques import amorce
from francais import accorder
from geo.indicateurs import LA_FRANCE, Objet
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.noms import cle as repliee
from geo.seance import (
    FONDS,
    FORMES,
    NOM_MAX,
    PROJETS,
    Vue,
    ecrire_fichier,
    lire_vue,
    nom_du_fichier,
    requete_du_lien,
)
from geo.territoires import noms, territoires_de
from pages.seance.offres import offre
from pages.seance.vues import intitules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.seance import Seance

__all__ = ["preparer"]

LISTE: Final = "seance-liste"
REGION: Final = "seance-region"
PHRASE: Final = (
    "Une suite de vues à projeter : une idée par écran. Une fois lancée, elle n’a besoin ni du réseau ni du "
    "serveur. L’adresse de cette page est la séance."
)
LIEN: Final = "seance-lien"
FORME: Final = "seance-forme"
ANNEE: Final = "seance-millesime"

_composant = st.components.v2.component(
    "atlas_preparation",
    html=balise("div", classe="atlas-preparation"),
    js=amorce("seance/liste.js"),
    isolate_styles=False,
)


def preparer(atlas: Atlas, seance: Seance, avis: Sequence[str]) -> None:
    """The whole page of preparation."""
    entete(
        seance.nom or "Séance",
        onglet=f"{seance.nom} · Séance" if seance.nom else None,
        phrase=PHRASE,
        avis=[*avis, *etat.avis()],
    )
    gauche, droite = st.columns([1, 1], gap="large")
    with gauche:
        _choisir(atlas, seance)
    with droite:
        _ordonner(atlas, seance)


def _vues(objet: Objet | None, annee: int) -> list[Vue]:
    return [Vue(objet=objet, forme=forme, millesime=annee) for forme in FORMES]


def _cocher(titre: str, vues: Sequence[Vue], seance: Seance, *, cle: str, noms_: dict[str, str]) -> None:
    """Buttons that stay pressed, one a view; pressing one adds its view or takes it away."""
    mots = {vue.mot: vue for vue in vues}
    st.session_state[cle] = [mot for mot in mots if mot in seance.mots]

    def _suivre() -> None:
        presses = set(st.session_state[cle])
        avant = set(seance.mots)
        etat.retirer([vue for mot, vue in mots.items() if mot in avant and mot not in presses])
        etat.ajouter([vue for mot, vue in mots.items() if mot in presses and mot not in avant])

    st.pills(
        markdown(titre),
        list(mots),
        selection_mode="multi",
        key=cle,
        format_func=lambda mot: markdown(noms_[mot]),
        on_change=_suivre,
    )


def _par_forme(vues: Sequence[Vue]) -> dict[str, str]:
    return {vue.mot: FORMES[vue.forme] for vue in vues}


def _choisir(atlas: Atlas, seance: Seance) -> None:
    poser(balise("h2", "Ce qu’elle peut montrer"))
    annee = _millesime(seance)
    france = _vues(LA_FRANCE, annee)
    _cocher("France", france, seance, cle=f"seance-france-{annee}", noms_=_par_forme(france))
    connues = noms(atlas)
    if REGION not in st.session_state:
        st.session_state[REGION] = _region_de(seance, list(connues))
    st.selectbox("Région", list(connues), key=REGION, format_func=connues.__getitem__)
    code = st.session_state[REGION]
    nom = connues[code]
    siennes = _vues(Objet(sorte="region", code=code), annee)
    _cocher(nom, siennes, seance, cle=f"seance-region-{code}-{annee}", noms_=_par_forme(siennes))
    _territoires(atlas, seance, code, annee)
    _selection(atlas)


def _millesime(seance: Seance) -> int:
    """The year of the views to add; those that are there keep theirs."""
    if ANNEE not in st.session_state:
        st.session_state[ANNEE] = seance.vues[-1].millesime if seance.vues else MILLESIME_PAR_DEFAUT
    millesime(ANNEE)
    poser(
        balise(
            "p",
            "Pour les vues à ajouter\u00a0: celles qui y sont gardent leur millésime.",
            classe="atlas-chapeau",
        )
    )
    return int(st.session_state[ANNEE])


def _region_de(seance: Seance, codes: list[str]) -> str:
    """The région of the first view that shows one; else the first of the list."""
    dites = [vue.objet.code for vue in seance.vues if vue.objet and vue.objet.sorte == "region"]
    return dites[0] if dites else codes[0]


def _territoires(atlas: Atlas, seance: Seance, code: str, annee: int) -> None:
    nom = noms(atlas)[code]
    table = territoires_de(atlas, code, annee)
    table = table.sort_values("lib_ti", key=lambda noms: noms.map(repliee))
    if table.empty:
        poser(balise("p", f"{nom} n’a pas de territoire en {annee}."))
        return
    with st.container(key="seance-tous", horizontal=True, vertical_alignment="bottom"):
        forme = st.segmented_control(
            "Pour chaque territoire",
            list(FORMES),
            key=FORME,
            default="carte",
            format_func=FORMES.__getitem__,
            required=True,
        )
        objets = [Objet(sorte="ti", code=ti) for ti in table["id_ti"]]
        vues = [Vue(objet=objet, forme=str(forme), millesime=annee) for objet in objets]
        toutes = all(vue.mot in seance.mots for vue in vues)
        st.button(
            "Tous les retirer" if toutes else "Tous les ajouter",
            on_click=etat.retirer if toutes else etat.ajouter,
            args=(vues,),
            icon=":material/playlist_remove:" if toutes else ":material/playlist_add:",
        )
    libelles = dict(zip((vue.mot for vue in vues), table["lib_ti"].str.strip(), strict=True))
    cle = f"seance-ti-{code}-{forme}-{annee}"
    _cocher(f"Territoires\u00a0: {nom}", vues, seance, cle=cle, noms_=libelles)


def _selection(atlas: Atlas) -> None:
    """A selection of « Projets », by its link."""
    voc = projets_prets.publie(atlas).vocabulaires

    def _ajouter() -> None:
        requete = requete_du_lien(st.session_state[LIEN])
        mot = f"{PROJETS}.{requete}" if requete else PROJETS
        vue, avis = (None, []) if requete is None else lire_vue(mot, atlas, voc)
        if vue is None:
            etat.prevenir(["Ce lien n’est pas celui d’une sélection de la page « Projets »."])
            return
        etat.prevenir(avis)
        etat.ajouter([vue])
        st.session_state[LIEN] = ""

    with st.container(key="seance-selection", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Une sélection de « Projets », par son lien",
            key=LIEN,
            placeholder="…/projets?filiere=Agroalimentaire",
        )
        st.button("Ajouter", on_click=_ajouter, icon=":material/add:")


def _ordonner(atlas: Atlas, seance: Seance) -> None:
    combien = f"La séance\u00a0: {accorder(len(seance.vues), 'vue')}"
    poser(balise("h2", combien if seance.vues else "La séance"))
    with st.container(key="seance-reglages", horizontal=True, vertical_alignment="bottom"):
        st.session_state["seance-nom"] = seance.nom
        st.text_input(
            "Nom",
            key="seance-nom",
            max_chars=NOM_MAX,
            placeholder="Comité régional",
            on_change=lambda: etat.nommer(st.session_state["seance-nom"]),
        )
        st.session_state["seance-fond"] = seance.fond
        st.segmented_control(
            "Fond",
            list(FONDS),
            key="seance-fond",
            format_func=str.capitalize,
            required=True,
            on_change=lambda: etat.fondre(st.session_state["seance-fond"]),
        )
    donnees: dict[str, Any] = {
        "vues": intitules(atlas, seance),
        "fichier": {"nom": nom_du_fichier(seance), "texte": ecrire_fichier(seance)},
    }
    _composant(
        key=LISTE,
        data=donnees,
        on_ordre_change=lambda: etat.ordonner(st.session_state[LISTE].get("ordre")),
        on_lancer_change=lambda: etat.lancer(st.session_state[LISTE].get("lancer")),
        on_ouvrir_change=lambda: etat.ouvrir(st.session_state[LISTE].get("ouvrir")),
    )
    if seance.vues:
        offrir(offre(seance))

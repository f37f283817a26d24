"""The state of « Comparer » between two runs: widgets follow the address, the address follows the widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import VUES, AdresseComparer, barre
from components.entete import millesime
from components.html import markdown
from geo.atlas import OM
from geo.fiche import DEPARTEMENT, PROFIL, VOISINS, rapprochements
from geo.indicateurs import (
    HORS_TI,
    INDICATEURS,
    LA_FRANCE,
    MAXIMUM,
    SORTES,
    TOUS_LES_TI,
    Objet,
    lire_objet,
    nom_objet,
)
from geo.millesimes import MILLESIMES
from geo.profils import FORMULE_DU_PROFIL
from geo.territoires import territoires_de, voisins
from memoire import garde
from pages.comparer import selections
from pages.comparer.selections import SELECTIONS

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = [
    "avis",
    "choisir",
    "choisir_le_millesime",
    "ecrire",
    "exemples",
    "indicateur",
    "offres",
    "proposer",
    "propositions",
    "suivre",
]

ADRESSE: Final = "comparer-adresse"
OBJETS: Final = "comparer-objets"
MILLESIME: Final = "comparer-millesime"
VUE: Final = "comparer-vue"
INDICATEUR: Final = "comparer-indicateur"
AVIS: Final = "comparer-avis"
PROPOSES: Final = "comparer-proposes"

SORTES_DES_PROCHES: Final = {VOISINS: "Voisin", PROFIL: "Même profil", DEPARTEMENT: "Département"}
"""What stands before the name of a place that is offered beside a territory."""


@garde(taille=len(MILLESIMES))
def offres(atlas: Atlas, *, millesime: int) -> dict[str, str]:
    """Every object that a reader may choose: its word, and the name with its kind."""
    tous = [LA_FRANCE, TOUS_LES_TI, HORS_TI]
    tous += [Objet(sorte="region", code=code) for code in (*sorted(atlas.nom_region), OM)]
    tous += [Objet(sorte="departement", code=code) for code in atlas.nom_departement]
    tous += [Objet(sorte="ti", code=code) for code in atlas.territoires_de(millesime)["id_ti"]]
    tous += [Objet(sorte="epci", code=code) for code in atlas.nom_epci]
    noms = [(objet, nom_objet(atlas, objet, millesime=millesime).strip()) for objet in tous]
    rang = {
        sorte: place
        for place, sorte in enumerate(
            ("france", "tous-les-ti", "hors-ti", "region", "ti", "departement", "epci")
        )
    }
    noms.sort(key=lambda paire: (rang[paire[0].sorte], paire[1].casefold(), paire[0].code))
    return {o.mot: f"{nom} · {SORTES[o.sorte]}" if o.code else nom for o, nom in noms}


def suivre(adresse: AdresseComparer) -> AdresseComparer:
    """What the page must show: the address when it is new (link, back button), else the widgets."""
    if st.session_state.get(ADRESSE) != adresse or VUE not in st.session_state:
        st.session_state[ADRESSE] = adresse  # at once: the next address may cut this run short
        st.session_state[OBJETS] = list(adresse.objets)
        st.session_state[SELECTIONS] = list(adresse.selections)
        st.session_state[MILLESIME] = adresse.millesime
        st.session_state[VUE] = adresse.vue
        st.session_state[INDICATEUR] = adresse.indicateur
    objets = tuple(st.session_state[OBJETS])
    return AdresseComparer(
        objets=objets,
        selections=tuple(st.session_state.get(SELECTIONS, adresse.selections))[: MAXIMUM - len(objets)],
        millesime=st.session_state[MILLESIME],
        vue=st.session_state[VUE],
        indicateur=st.session_state.get(INDICATEUR, adresse.indicateur),
    )


def ecrire(voulue: AdresseComparer) -> None:
    """Put what is shown into the address."""
    st.session_state[ADRESSE] = voulue
    barre.ecrire(voulue)


def _garder_les_connus(atlas: Atlas) -> None:
    """A territory that another millésime does not know leaves the comparison, and the page says so."""
    annee = st.session_state[MILLESIME]
    avant: AdresseComparer = st.session_state[ADRESSE]
    mots = st.session_state[OBJETS]
    st.session_state[OBJETS] = [mot for mot in mots if lire_objet(mot, atlas, millesime=annee)]
    noms = offres(atlas, millesime=avant.millesime)
    partis = [noms.get(mot, mot) for mot in mots if mot not in st.session_state[OBJETS]]
    st.session_state[AVIS] = [f"« {nom} » n’existe pas dans le millésime {annee}." for nom in partis]


def _refuser_le_sixieme(noms: dict[str, str]) -> None:
    """Those that are compared stay; one more is refused in French, which Streamlit would do in English."""
    mots = st.session_state[OBJETS]
    st.session_state[OBJETS] = mots[:MAXIMUM]
    refus = f"une comparaison tient en {MAXIMUM} colonnes. Retirez un lieu, puis ajoutez-le."
    st.session_state[AVIS] = [
        f"« {noms.get(mot, mot)} » n’y est pas\u00a0: {refus}" for mot in mots[MAXIMUM:]
    ]


def avis() -> list[str]:
    """What the last choice has to say, once."""
    return list(st.session_state.pop(AVIS, []))


def indicateur() -> str:
    """The choice of the indicator that the chart draws."""
    return str(
        st.selectbox(
            "Indicateur du graphique",
            list(INDICATEURS),
            key=INDICATEUR,
            format_func=lambda cle: INDICATEURS[cle].libelle,
        )
    )


def choisir_le_millesime(atlas: Atlas) -> None:
    """The choice of the year."""
    millesime(MILLESIME, au_choix=_garder_les_connus, arguments=(atlas,))


def choisir(atlas: Atlas, voulue: AdresseComparer) -> None:
    """The choices of the page: the objects (chips that are taken away one by one), the view."""
    noms = offres(atlas, millesime=voulue.millesime)
    st.multiselect(
        f"Comparer (jusqu’à {MAXIMUM}, dans l’ordre du choix)",
        list(noms),
        key=OBJETS,
        on_change=_refuser_le_sixieme,
        args=(noms,),
        format_func=lambda mot: noms.get(mot, mot),
        placeholder="Territoire, intercommunalité, région, France…",
    )
    selections.choisir(atlas, voulue)
    st.segmented_control("Voir", list(VUES), key=VUE, required=True, format_func=VUES.__getitem__)


def propositions(atlas: Atlas, voulue: AdresseComparer) -> dict[str, str]:
    """What stands well beside the first territory of a comparison: neighbours, same profile, départements.

    Returns:
        Word of each object that is not compared yet, and what its button says; empty when there is no
        territory, or no room.
    """
    ti = next((mot for mot in voulue.objets if mot.startswith("ti-")), None)
    if ti is None or len(voulue.objets) >= MAXIMUM:
        return {}
    offertes: dict[str, str] = {}
    for sorte, lieux in rapprochements(atlas, ti, voulue.millesime).items():
        for lieu in lieux:
            dite = f"{SORTES_DES_PROCHES[sorte]}\u00a0: {lieu.libelle}"
            offertes.setdefault(lieu.objet.mot, dite)  # a neighbour of the same profile is offered once
    return {mot: dite for mot, dite in offertes.items() if mot not in voulue.objets}


def proposer(atlas: Atlas, voulue: AdresseComparer) -> None:
    """A press puts a place that resembles or touches the first territory beside it."""
    offertes = propositions(atlas, voulue)
    if offertes:
        st.pills(
            "Ajouter à côté",
            list(offertes),
            key=PROPOSES,
            format_func=lambda mot: markdown(offertes.get(mot, mot)),
            on_change=_ajouter,
            help=FORMULE_DU_PROFIL,
        )


def _ajouter() -> None:
    choisi = st.session_state[PROPOSES]
    if choisi:
        st.session_state[OBJETS] = [*st.session_state[OBJETS], choisi]
        st.session_state[PROPOSES] = None


@garde(taille=len(MILLESIMES))
def exemples(atlas: Atlas, millesime: int) -> list[tuple[str, AdresseComparer]]:
    """Comparisons ready to open, chosen by rule: what each says, and its address.

    The territory that has most projects among those with two neighbours or more, and its two longest borders;
    the région that has most territories, beside France; what is in the territories, and out of them.
    """
    region = max(atlas.nom_region, key=lambda code: (len(territoires_de(atlas, code, millesime)), code))
    trouves = [
        (
            f"{atlas.nom_region[region]}, face à la France",
            AdresseComparer(objets=(f"region-{region}", LA_FRANCE.mot), millesime=millesime),
        ),
        (
            "Dans les territoires, hors des territoires",
            AdresseComparer(objets=(TOUS_LES_TI.mot, HORS_TI.mot, LA_FRANCE.mot), millesime=millesime),
        ),
    ]
    projets = atlas.projets_par_territoire(millesime).sort_values(ascending=False, kind="stable")
    for ti in projets.index:
        siens = voisins(atlas, id_ti=ti, millesime=millesime)["id_ti"][:2]
        if len(siens) > 1:
            adresse = AdresseComparer(objets=(ti, *siens), millesime=millesime)
            return [(f"{atlas.nom_ti[millesime, ti].strip()} et ses voisins", adresse), *trouves]
    return trouves

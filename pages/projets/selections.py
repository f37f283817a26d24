"""« Mes sélections »: ticked projects or a filter, under a name, opened, compared, saved and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components import selections
from components.adresses import AdresseComparer, barre
from components.cadre import dire
from components.emporter import Offre, offrir
from components.html import markdown
from francais import accorder, liste
from geo.filtre import decrire, filtrer
from geo.indicateurs import MAXIMUM
from geo.selections import NOM_MAX, OCTETS_MAX, Nommee, Selections, ecrire_fichier, ecrire_mot, nom_du_fichier
from pages.projets import emporter

if TYPE_CHECKING:
    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets
    from geo.filtre import Filtre

__all__ = ["bouton", "fenetre", "ouvrir"]

OUVERTE: Final = "selections-ouverte"
NOM: Final = "selections-nom"
FICHIER: Final = "selections-fichier"
LU: Final = "selections-fichier-lu"

OU: Final = (
    "Gardées par **votre navigateur, sur cet ordinateur seulement** : rien n’en est écrit sur le serveur. "
    "Pour les porter ailleurs, enregistrez-les dans un fichier."
)
CRITERES: Final = 4
"""Criteria of a selection that its line names."""

DE_LA_VUE: Final = ("colonnes", "symbole")


def bouton() -> None:
    """The button that opens the window."""
    combien = len(selections.connues())
    nom = f"Mes sélections ({combien})…" if combien else "Mes sélections…"
    if st.button(nom, key="selections-bouton", icon=":material/bookmark:", width="stretch"):
        ouvrir()


def ouvrir() -> None:
    """Let the window open in this run."""
    st.session_state[OUVERTE] = True


def fenetre(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    """The window, where it was asked for."""
    if st.session_state.get(OUVERTE):
        _fenetre(prets, adresse)


def _fermer() -> None:
    st.session_state[OUVERTE] = False


@st.dialog("Mes sélections", width="large", on_dismiss=_fermer)
def _fenetre(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    dire(selections.avis())
    _garder(prets, adresse)
    if selections.retiree():
        _reprendre()
    choisies = [nommee for rang, nommee in enumerate(selections.connues()) if _ligne(prets, rang, nommee)]
    _comparer(prets, choisies)
    _fichiers()


def _garder(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    """A name for what is ticked, or for what the filters show."""
    voulue = emporter.voulue(prets, adresse, cle="selections-quoi", titre="Ce que vous gardez")
    dits = _dits(prets, voulue.filtre, int(filtrer(prets.preparee, voulue.filtre).sum()))
    with st.form("selections-garder", clear_on_submit=True, border=False):
        nom = st.text_input(
            f"Nom de la sélection : {dits}", key=NOM, max_chars=NOM_MAX, placeholder="Agro en Bretagne"
        )
        garde = st.form_submit_button("Garder sous ce nom", type="primary")
    st.markdown(OU)
    if garde and not nom.strip():
        st.warning("Donnez un nom à la sélection.", icon=":material/edit:")
    elif garde:
        nommee = Nommee.de(nom, voulue.filtre, prets.vocabulaires.projets)
        selections.garder(nommee)
        st.rerun()


def _dits(prets: ProjetsPrets, filtre: Filtre, combien: int) -> str:
    """« 27 projets (Agroalimentaire, Bretagne) »."""
    criteres = [markdown(puce.texte) for puce in decrire(filtre, prets.vocabulaires)]
    if filtre.choisis and len(criteres) == 1:
        return criteres[0]
    suite = criteres[:CRITERES] + (["…"] if len(criteres) > CRITERES else [])
    return accorder(combien, "projet") + (f" ({', '.join(suite)})" if suite else "")


def _reprendre() -> None:
    phrase, geste = st.columns([4, 1], vertical_alignment="center")
    phrase.markdown(f"« {markdown(selections.retiree())} » est supprimée.")
    if geste.button("Annuler", key="selections-annuler", width="stretch"):
        selections.annuler()
        st.rerun()


def _ligne(prets: ProjetsPrets, rang: int, nommee: Nommee) -> bool:
    """One selection and what may be done with it; whether it is picked to be compared."""
    filtre, avis = nommee.filtre(prets.vocabulaires)
    combien = int(filtrer(prets.preparee, filtre).sum())
    with st.container(key=f"selections-ligne-{rang}", border=True):
        choisie = st.checkbox(
            f"**{markdown(nommee.nom)}** : {_dits(prets, filtre, combien)}",
            key=f"selections-choisie-{nommee.nom}",
        )
        for texte in avis:
            st.caption(markdown(texte))
        with st.container(horizontal=True):
            if st.button("Ouvrir", key=f"selections-ouvrir-{rang}", icon=":material/filter_alt:"):
                _montrer(filtre)
            with st.popover("Renommer", key=f"selections-renommer-{rang}"):
                nouveau = st.text_input(
                    "Nouveau nom", value=nommee.nom, key=f"selections-nouveau-{nommee.nom}"
                )
                if st.button("Renommer", key=f"selections-renommer-oui-{rang}", disabled=not nouveau.strip()):
                    selections.renommer(nommee.nom, nouveau)
                    st.rerun()
            if st.button("Supprimer", key=f"selections-supprimer-{rang}", icon=":material/delete:"):
                selections.supprimer(nommee.nom)
                st.rerun()
    return choisie


def _montrer(filtre: Filtre) -> None:
    """The page shows the selection; Back shows again what it showed."""
    vue = {mot: valeurs for mot, valeurs in barre.parametres().items() if mot in DE_LA_VUE}
    st.query_params.from_dict({**filtre.ecrire(), **vue})
    _fermer()
    st.rerun()


def _comparer(prets: ProjetsPrets, choisies: list[Nommee]) -> None:
    """The way to « Comparer », once there is something to compare."""
    if len(selections.connues()) < 1:
        return
    if not 1 < len(choisies) <= MAXIMUM:
        st.caption(f"Cochez deux sélections, jusqu’à {MAXIMUM}, pour les mettre côte à côte.")
        return
    mots = tuple(ecrire_mot(nommee.nom, nommee.filtre(prets.vocabulaires)[0]) for nommee in choisies)
    st.page_link(
        "pages/comparer/page.py",
        label=f"Comparer {liste([markdown(nommee.nom) for nommee in choisies])}",
        icon=":material/compare_arrows:",
        query_params=AdresseComparer(selections=mots).ecrire(),
    )


def _fichiers() -> None:
    """The selections as a file, and back."""
    with st.expander("Enregistrer ou ouvrir un fichier", icon=":material/save:"):
        connues = selections.connues()
        if len(connues):
            offrir(_offre(connues))
        fichier = st.file_uploader(
            "Ouvrir un fichier de sélections : elles s’ajoutent aux vôtres",
            type=["json"],
            key=FICHIER,
            max_upload_size=OCTETS_MAX // 1_000_000,
        )
        if fichier is not None and st.session_state.get(LU) != fichier.file_id:
            st.session_state[LU] = fichier.file_id
            selections.ouvrir(fichier.getvalue().decode("utf-8", errors="replace"))
            st.rerun()


def _offre(connues: Selections) -> Offre:
    return Offre(
        cle="selections-enregistrer",
        libelle=f"Enregistrer {accorder(len(connues), 'sélection')} dans un fichier",
        nom=nom_du_fichier(connues),
        type_mime="application/json",
        faire=lambda: ecrire_fichier(connues).encode(),
        etiree=False,
    )

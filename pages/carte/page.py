"""« Où est mon territoire, et que s'y passe-t-il ? »: the national map and what a click tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components.adresses import AdresseCarte, barre
from components.carte import (
    EtatCarte,
    afficher,
    coloriage,
    coloriage_des_changements,
    compare_a,
    liste_des_changements,
)
from components.emporter import emporter
from components.entete import dater, entete, nommer_l_onglet
from components.leaflet import absentes, bibliotheques_locales
from components.partage import donnees
from components.recherche import CADRAGES
from francais import liste
from geo.indicateurs import INDICATEURS, Mesure, territoire_reference
from geo.sens import UN_TERRITOIRE
from pages.carte import panneau, tableau
from pages.carte.commandes import choix_du_millesime, commandes, nommer_la_vue, suivre
from pages.carte.offres import offres

CLE = "carte"
SANS_LEAFLET = (
    "La carte a besoin de Leaflet, qui n’est pas installé sur ce serveur : sans accès à Internet, son cadre "
    "restera vide. Pour l’installer, relancez « make run » avec un accès au réseau. Le tableau sous la carte "
    "donne les mêmes chiffres, et la recherche mène à chaque territoire. Il manque, dans static/vendor :"
)


def _choisir() -> None:
    """The reader clicked: remember the TI before the page runs again, so that one run shows it.

    He then looks at the map in his own way: it no longer frames the place that he came for.
    """
    st.session_state.update(ti=st.session_state[CLE].get("territoire"), zone="")


def _choisir_dans_le_tableau(id_ti: str) -> None:
    st.session_state.update(ti=id_ti, zone="")


def _couleur(voulue: AdresseCarte, cle: str | None, autre: int | None) -> dict[str, Any] | None:
    if autre:
        return coloriage_des_changements(atlas, millesime=voulue.millesime, autre=autre)
    return coloriage(atlas, millesime=voulue.millesime, cle=cle) if cle else None


def _mesurer(voulue: AdresseCarte, cle: str | None) -> Mesure | None:
    if not (cle and voulue.ti):
        return None
    return territoire_reference(atlas, millesime=voulue.millesime, id_ti=voulue.ti, cle=cle)


atlas = donnees.atlas()
adresse, avis = AdresseCarte.lire(barre.parametres(), atlas)
suivre(adresse)
emporter.montrer("Carte", offres)
entete(
    "Carte des Territoires d’industrie",
    onglet="",
    phrase=UN_TERRITOIRE,
    millesime=choix_du_millesime,
    avis=avis,
)
colonne_carte, colonne_panneau = st.columns([7, 3], gap="medium")
with colonne_carte:
    voulue = commandes()
    if voulue.ti and atlas.fiche(voulue.ti, voulue.millesime) is None:
        voulue = replace(voulue, ti=None)
        st.session_state["ti"] = None
    cle = voulue.couleur if voulue.couleur in INDICATEURS else None
    autre = compare_a(voulue.couleur, voulue.millesime)
    if not bibliotheques_locales():
        st.warning(f"{SANS_LEAFLET} {liste(absentes())}.", icon=":material/wifi_off:")
    afficher(
        EtatCarte(
            millesime=voulue.millesime,
            choisi=voulue.ti,
            couches=voulue.couches,
            zone=voulue.zone,
            cadrages=st.session_state.get(CADRAGES, 0),
            couleur=_couleur(voulue, cle, autre),
        ),
        cle=CLE,
        titre="Carte des Territoires d’industrie et des projets France Relance",
        au_clic=_choisir,
    )
with colonne_panneau:
    fiche = atlas.fiche(voulue.ti, voulue.millesime) if voulue.ti else None
    if fiche:
        panneau.territoire(fiche, couleur=cle, mesure=_mesurer(voulue, cle))
    else:
        panneau.france(atlas, voulue.millesime)
if autre:
    liste_des_changements(atlas, millesime=voulue.millesime, autre=autre)
tableau.choix(atlas, voulue.millesime, couleur=cle, au_choix=_choisir_dans_le_tableau)
nommer_l_onglet(*nommer_la_vue(voulue, fiche), dater("Carte", voulue.millesime))
st.session_state["adresse"] = voulue
barre.ecrire(voulue)

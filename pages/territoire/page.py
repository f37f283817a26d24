"""« Que dois-je savoir avant la réunion de demain ? »: the sheet of one territory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components.adresses import AdresseCarte, AdresseComparer, AdresseTerritoire, barre
from components.cadre import en_francais
from components.chiffres import notes
from components.emporter import emporter
from components.laureats import lister
from components.partage import donnees
from components.seance import lien
from geo.fiche import lieu
from geo.indicateurs import Objet
from geo.seance import Vue
from geo.sens import phrase
from pages.territoire import absente, communes, etat, fiche
from pages.territoire.offres import offres

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.atlas import Atlas, Fiche


@st.fragment
def feuille() -> None:
    """A choice runs the sheet alone: the shell of the page is neither run nor sent again."""
    with en_francais("Territoire"):
        lire_et_montrer()


def lire_et_montrer() -> None:
    """The sheet that the address asks for, or the help when it names none."""
    atlas = donnees.atlas()
    etat.ouvrir_la_comparaison()
    adresse, avis = AdresseTerritoire.lire(barre.parametres(), atlas)
    voulue = etat.suivre(adresse)
    avis = [*avis, *etat.avis()]
    territoire = atlas.fiche(voulue.ti, voulue.millesime) if voulue.ti else None
    if territoire is None:
        absente.montrer(atlas, voulue, avis)
        etat.ecrire(voulue)
    else:
        montrer(atlas, voulue, territoire, avis)
    etat.liens()


def _liens(adresse: AdresseTerritoire, territoire: Fiche) -> Callable[[], None]:
    """What draws the links of a sheet: the same territory elsewhere in the atlas."""

    def _dessiner() -> None:
        st.page_link(
            "pages/carte/page.py",
            label="Voir sur la carte",
            icon=":material/map:",
            query_params=AdresseCarte(ti=adresse.ti, millesime=adresse.millesime).ecrire(),
        )
        st.page_link(
            "pages/comparer/page.py",
            label="Comparer",
            icon=":material/compare_arrows:",
            query_params=AdresseComparer.du_territoire(territoire).ecrire(),
        )
        lien.ajouter(Vue(objet=Objet(sorte="ti", code=str(adresse.ti))), adresse.millesime)

    return _dessiner


def montrer(atlas: Atlas, adresse: AdresseTerritoire, territoire: Fiche, avis: Sequence[str]) -> None:
    """The sheet, from its title to its sources."""
    objet = Objet(sorte="ti", code=str(adresse.ti))
    votre = lieu(atlas, adresse.commune) if adresse.commune else None
    fiche.entete(
        territoire,
        avis=avis,
        actions=_liens(adresse, territoire),
        phrase=phrase(atlas, objet, adresse.millesime),
        votre=votre,
    )
    with st.container(key="fiche-corps"):
        fiche.chiffres(atlas, adresse, territoire)
        with st.container(key="fiche-carte-et-projets"):
            gauche, droite = st.columns([11, 9], gap="medium")
            with gauche:
                fiche.carte(adresse, territoire, votre)
            with droite:
                fiche.projets(atlas, territoire)
    if len(territoire.projets):
        lister(territoire.projets, cle="fiche-projets", legende="Projets France Relance du territoire")
    communes.lister(atlas, adresse, territoire)
    fiche.perimetre(atlas, adresse)
    fiche.sources(adresse.millesime)


emporter.montrer("Territoire", offres)
notes()
feuille()

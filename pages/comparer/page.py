"""« Et à côté des autres ? »: up to five objects of any kind, the same indicators side by side."""

from __future__ import annotations

import streamlit as st

from components import selections as gardees
from components.adresses import AdresseComparer, barre
from components.cadre import en_francais
from components.chiffres import notes
from components.emporter import emporter, offrir
from components.entete import dater, entete
from components.html import balise, poser
from components.partage import donnees
from geo.fiche import note
from geo.indicateurs import comparer, lire_objet
from pages.comparer import etat, reprise, selections, suite
from pages.comparer.offres import noms, offre
from pages.comparer.table import tracer


@st.fragment
def _corps() -> None:
    """A choice runs the page alone: the shell is neither run nor sent again."""
    with en_francais("Comparer"):
        _lire_et_montrer()


def _lire_et_montrer() -> None:
    atlas = donnees.atlas()
    adresse, avis = AdresseComparer.lire(barre.parametres(), atlas)
    voulue = etat.suivre(adresse)
    lus = [lire_objet(mot, atlas, millesime=voulue.millesime) for mot in voulue.objets]
    objets = [objet for objet in lus if objet is not None]
    page = dater("Comparer", voulue.millesime)
    entete(
        "Comparer",
        onglet=f"{page} : {', '.join(noms(atlas, objets, voulue.millesime))}" if objets else page,
        phrase="Les mêmes chiffres, jusqu’à cinq lieux ou sélections de projets côte à côte.",
        millesime=lambda: etat.choisir_le_millesime(atlas),
        avis=[*avis, *etat.avis()],
    )
    with st.container(key="comparer-choix", horizontal=True, vertical_alignment="bottom"):
        etat.choisir(atlas, voulue)
    etat.proposer(atlas, voulue)
    if voulue.selections:
        selections.montrer(atlas, voulue, objets)
    if objets:
        lignes = comparer(atlas, objets=objets, millesime=voulue.millesime)
        poser(tracer(atlas, objets, lignes, millesime=voulue.millesime, vue=voulue.vue))
        offrir(offre(atlas, voulue, objets, lignes))
        with st.container(key="comparer-trace"):
            suite.tracer(atlas, voulue, objets, lignes)
    elif not voulue.selections:
        poser(
            balise("p", "Choisissez jusqu’à cinq lieux ci-dessus, ou partez d’un exemple :")
            + balise(
                "ul",
                *(
                    balise("li", balise("a", dit, href=exemple.lien(), target="_self"))
                    for dit, exemple in etat.exemples(atlas, voulue.millesime)
                ),
                classe="atlas-comparer-exemples",
            )
        )
    etat.ecrire(voulue)
    reprise.offrir(atlas, voulue)


emporter.montrer("Comparer")
notes(note)
_corps()
gardees.veiller()

"""The state of a sheet between two runs: widgets follow the address, the address follows the widgets.

When the reader changes the millésime, the sheet follows the communes and not the id: the same id may be
another territory on another map.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from components.adresses import FRANCE, REGION, REGION_ET_FRANCE, AdresseComparer, AdresseTerritoire, barre
from components.chiffres import NOMS, autres, usuelles
from components.entete import millesime as choix_du_millesime
from components.partage import donnees
from francais import liste
from geo.communes import nom_de, territoire_de
from geo.territoires import histoire
from pages.territoire import liens as fiche_liens

__all__ = [
    "CARTE",
    "avis",
    "choisir_sur_la_carte",
    "ecrire",
    "liens",
    "millesime",
    "ouvrir_la_comparaison",
    "reference",
    "suivre",
]

CARTE: Final = "fiche-carte"
"""Key of the map's frame."""

ADRESSE: Final = "fiche-adresse"
AVIS: Final = "fiche-avis"
COMMUNE: Final = "fiche-commune"
MILLESIME: Final = "fiche-millesime"
REFERENCE: Final = "fiche-reference"
REFERENCE_AUTRE: Final = "fiche-reference-autre"
TI: Final = "fiche-ti"
COMPARER: Final = "fiche-comparer-a"
"""The words of the comparison that a press on a link asks for, until its page is open."""

AUTRE: Final = "autre"
"""In the first list: a région or a territory, which the second one names."""

UN_AUTRE: Final = "Une région, un territoire…"


def suivre(adresse: AdresseTerritoire) -> AdresseTerritoire:
    """What the page must show: the address when it is new (link, search, back button), else the widgets."""
    if st.session_state.get(ADRESSE) != adresse or MILLESIME not in st.session_state:
        st.session_state[ADRESSE] = adresse  # at once: the next address may cut this run short
        _prendre(adresse)
    voulue = AdresseTerritoire(
        ti=st.session_state[TI],
        millesime=st.session_state[MILLESIME],
        reference=_reference_choisie(adresse.reference),
        commune=_commune_d_ici(),
    )
    if voulue.reference == voulue.ti or _perdue(voulue):
        _poser_la_reference(REGION_ET_FRANCE)
        return replace(voulue, reference=REGION_ET_FRANCE)
    return voulue


def _perdue(voulue: AdresseTerritoire) -> bool:
    """Whether the territory has not what the one before was compared with: neighbours, a known profile."""
    return voulue.reference in NOMS and voulue.reference not in usuelles(donnees.atlas(), voulue)


def _prendre(adresse: AdresseTerritoire) -> None:
    """Put an address into the widgets; a commune alone says which territory is meant."""
    par = adresse.commune and territoire_de(donnees.atlas(), adresse.commune, adresse.millesime)
    st.session_state[TI] = adresse.ti or par
    st.session_state[MILLESIME] = adresse.millesime
    st.session_state[COMMUNE] = adresse.commune
    _poser_la_reference(adresse.reference)


def _commune_d_ici() -> str | None:
    """The reader's commune, as long as the territory shown is its own."""
    sienne: str | None = st.session_state[COMMUNE]
    if sienne and territoire_de(donnees.atlas(), sienne, st.session_state[MILLESIME]) != st.session_state[TI]:
        sienne = st.session_state[COMMUNE] = None
    return sienne


def ecrire(voulue: AdresseTerritoire) -> None:
    """Put what is shown into the address."""
    st.session_state[ADRESSE] = voulue
    barre.ecrire(voulue)


def avis() -> list[str]:
    """What the last choice has to say, once."""
    return list(st.session_state.pop(AVIS, []))


def _avertir(avis: str) -> None:
    st.session_state[AVIS] = [*st.session_state.get(AVIS, ()), avis]


def choisir_sur_la_carte() -> None:
    """The reader clicked a territory of the map: its sheet opens."""
    ti = st.session_state[CARTE].get("territoire")
    if ti:
        st.session_state[TI] = ti


def liens() -> None:
    """Make the links between sheets change this one."""
    fiche_liens.ecouter(_suivre_un_lien)


def _suivre_un_lien(parametres: dict[str, str]) -> None:
    if "objets" in parametres:
        st.session_state[COMPARER] = parametres
        return
    adresse, _ = AdresseTerritoire.lire(parametres, donnees.atlas())
    if (adresse.ti, adresse.millesime) == (st.session_state[TI], st.session_state[MILLESIME]):
        st.session_state[COMMUNE] = adresse.commune
        return
    _prendre(adresse)


def ouvrir_la_comparaison() -> None:
    """Go to the comparison that a link of the sheet asked for, if any."""
    parametres = st.session_state.pop(COMPARER, None)
    if parametres:
        adresse, _ = AdresseComparer.lire(parametres, donnees.atlas())
        st.switch_page("pages/comparer/page.py", query_params=adresse.ecrire())


def millesime() -> None:
    """The choice of the millésime."""
    choix_du_millesime(MILLESIME, au_choix=_changer_de_millesime)


def _changer_de_millesime() -> None:
    """Follow the communes to the other map: to the territory that holds most of them."""
    ancienne: AdresseTerritoire = st.session_state[ADRESSE]
    annee = st.session_state[MILLESIME]
    if ancienne.reference.startswith("ti-"):
        _poser_la_reference(REGION_ET_FRANCE)
    if ancienne.commune and _suivre_la_commune(ancienne.commune, annee):
        return
    etapes = histoire(donnees.atlas(), id_ti=ancienne.ti or "", millesime=ancienne.millesime)
    etape = next((e for e in etapes if e.millesime == annee), None)
    if etape is None:
        return
    noms = {e.millesime: e.territoires[0].lib_ti for e in etapes if e.territoires}
    nom = noms[ancienne.millesime]
    if not etape.territoires:
        st.session_state[TI] = None
        _avertir(f"« {nom} » ({ancienne.millesime}) n’a pas d’équivalent en {annee}.")
        return
    st.session_state[TI] = etape.territoires[0].id_ti
    if len(etape.territoires) > 1:
        tous = liste([suite.lib_ti for suite in etape.territoires])
        phrase = f"« {nom} » ({ancienne.millesime}) correspond en {annee} à plusieurs territoires : {tous}."
        _avertir(f"{phrase} Voici celui qui réunit le plus de ses habitants.")


def _suivre_la_commune(code: str, annee: int) -> bool:
    """Go to the territory that holds the reader's commune on another map; say when none does."""
    atlas = donnees.atlas()
    ti = territoire_de(atlas, code, annee)
    if ti is None:
        _avertir(f"{nom_de(atlas, code)} n’est dans aucun territoire en {annee}.")
        return False
    st.session_state[TI] = ti
    return True


def reference(adresse: AdresseTerritoire) -> str:
    """The choice of whom to compare with; régions and territories are listed only when one is wanted."""
    choix = {**usuelles(donnees.atlas(), adresse), AUTRE: UN_AUTRE}
    st.selectbox("Comparer à", list(choix), key=REFERENCE, format_func=choix.__getitem__)
    if st.session_state[REFERENCE] == AUTRE:
        noms = autres(donnees.atlas(), adresse)
        st.selectbox(
            "Région ou territoire à comparer",
            list(noms),
            key=REFERENCE_AUTRE,
            format_func=noms.__getitem__,
            index=None,
            placeholder="Choisir une région ou un territoire",
        )
    return _reference_choisie(adresse.reference)


def _poser_la_reference(voulue: str) -> None:
    usuelle = voulue in {REGION_ET_FRANCE, REGION, FRANCE, *NOMS}
    st.session_state[REFERENCE] = voulue if usuelle else AUTRE
    if not usuelle:
        st.session_state[REFERENCE_AUTRE] = voulue


def _reference_choisie(sinon: str) -> str:
    """What the widgets ask for; the usual reference while no territory is picked."""
    choisie = st.session_state.get(REFERENCE, sinon)
    return (st.session_state.get(REFERENCE_AUTRE) or REGION_ET_FRANCE) if choisie == AUTRE else choisie

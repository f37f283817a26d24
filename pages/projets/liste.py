"""« Ma liste »: the reader's own projects beside the published ones, for his session alone.

The file is read, checked and joined in memory (`data.liste`); nothing is written. What he has added stays
until he takes it away or closes the page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components import annulation
from components.emporter import offrir
from components.html import markdown, table
from components.partage import projets_prets
from data.liste import (
    CHAMPS_LISTE,
    OCTETS_MAX,
    controler,
    fusionner,
    lire,
    reconnaitre,
)
from erreurs import DemandeRefusee
from francais import accorder
from geo.projets import ensemble
from pages.projets import versions
from pages.projets.offres import MODELES, rejets

if TYPE_CHECKING:
    from components.partage import ProjetsPrets
    from data.liste import Brut, Fusion, Liste
    from geo.atlas import Atlas

__all__ = ["bouton", "preparee", "prets"]

CLE: Final = "ma-liste"
FICHIER: Final = "ma-liste-fichier"
OUVERTE: Final = "ma-liste-ouverte"
TYPES: Final = ("csv", "tsv", "txt", "xlsx", "geojson", "json")
MONTREES: Final = 100
"""Rejected cells and changes that the window shows; the file to download has them all."""

AUCUNE: Final = "(aucune colonne)"


@dataclass(frozen=True, kw_only=True, eq=False)
class MaListe:
    """A list that the reader has added to the page.

    Attributes:
        nom: Name of his file.
        fonds: The projects of the page, his own behind the published ones.
        nouveaux: Projects added.
        mis_a_jour: Published projects that his list updates.
        liste: The list as it was checked, without the cells of the file.
    """

    nom: str
    prets: ProjetsPrets
    nouveaux: int
    mis_a_jour: int
    liste: Liste


def prets(atlas: Atlas) -> ProjetsPrets:
    """The projects of the page: the published ones, with the reader's own when he has added a list."""
    ajoutee: MaListe | None = st.session_state.get(CLE)
    if ajoutee is None:
        return projets_prets.publie(atlas)
    if ajoutee.prets.atlas is not atlas:  # the files were made anew meanwhile
        ajoutee = st.session_state[CLE] = _fondre(atlas, ajoutee.liste, ajoutee.prets.liste)
    return ajoutee.prets


def bouton(atlas: Atlas) -> None:
    """The button that opens the window, and what was added."""
    ajoutee: MaListe | None = st.session_state.get(CLE)
    nom = "Ma liste…" if ajoutee is None else f"Ma liste : {accorder(ajoutee.nouveaux, 'projet')}"
    if st.button(nom, key="ma-liste-bouton", icon=":material/upload_file:", width="stretch"):
        st.session_state[OUVERTE] = True
    if st.session_state.get(OUVERTE):
        _fenetre(atlas)


def preparee() -> annulation.Prepare:
    """The reader's list, which its removal does not lose."""
    return annulation.Prepare(sorte=CLE, present=st.session_state.get(CLE), reprendre=_reprendre, tenace=True)


def _reprendre(liste: MaListe | None) -> None:
    """An earlier list, or none."""
    if liste is None:
        st.session_state.pop(CLE, None)
    else:
        st.session_state[CLE] = liste


def _fermer() -> None:
    st.session_state[OUVERTE] = False


@st.dialog("Ma liste de projets", width="large", on_dismiss=_fermer)
def _fenetre(atlas: Atlas) -> None:
    st.markdown(
        "Apportez vos projets : ils apparaissent sur la carte, dans le tableau, les chiffres et les "
        "graphiques, à côté des projets publiés, **pour votre session seulement**. Rien n’est gardé sur le "
        "serveur."
    )
    _modeles()
    ajoutee: MaListe | None = st.session_state.get(CLE)
    if ajoutee is not None:
        _retirer(ajoutee)
        _plus_recente(atlas, ajoutee)
        return
    fichier = st.file_uploader(
        "Votre fichier : CSV, XLSX ou GeoJSON, 20 Mo et 200 000 lignes au plus",
        type=list(TYPES),
        key=FICHIER,
        max_upload_size=OCTETS_MAX // (1024 * 1024),
    )
    if fichier is None:
        return
    try:
        with st.spinner("Lecture du fichier…"):
            brut = _lire(fichier.getvalue(), fichier.name)
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return
    correspondance = _correspondance(brut)
    try:
        with st.spinner("Vérification ligne par ligne…"):
            liste = controler(brut, correspondance, atlas, publies=ensemble(atlas))
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return
    fusion = fusionner(ensemble(atlas), liste)
    _bilan(liste, fusion)
    _ajouter(atlas, liste, fusion)


def _modeles() -> None:
    for place, offre in zip(st.columns(len(MODELES)), MODELES, strict=True):
        with place:
            offrir(offre)


def _lire(octets: bytes, nom: str) -> Brut:
    """The file as it was read, once for each content."""
    cle = hashlib.sha256(nom.encode() + b"\0" + octets).hexdigest()
    deja = st.session_state.get("ma-liste-brut")
    if deja is None or deja[0] != cle:
        st.session_state["ma-liste-brut"] = deja = (cle, lire(octets, nom))
    brut: Brut = deja[1]
    return brut


def _correspondance(brut: Brut) -> dict[str, str | None]:
    """Which column of the file is which field; the reader may correct it."""
    reconnues = reconnaitre(brut.colonnes)
    trouvees = sum(colonne is not None for colonne in reconnues.values())
    with st.expander(
        f"{accorder(trouvees, 'colonne reconnue', 'colonnes reconnues')} : vérifier ou corriger"
    ):
        choix = [AUCUNE, *brut.colonnes]
        blocs = st.columns(3)
        voulues = {}
        for rang, champ in enumerate(CHAMPS_LISTE):
            voulue = blocs[rang % 3].selectbox(
                champ.titre,
                choix,
                index=choix.index(reconnues[champ.nom] or AUCUNE),
                key=f"ma-liste-{champ.nom}",
                help=champ.sens,
            )
            voulues[champ.nom] = None if voulue == AUCUNE else voulue
    return voulues


def _bilan(liste: Liste, fusion: Fusion) -> None:
    """What is good, what is not and why, what changes."""
    bonnes = len(liste.projets)
    phrase = f"**{accorder(bonnes, 'ligne bonne', 'lignes bonnes')}**, {accorder(liste.rejetees, 'rejetée')}."
    st.markdown(
        f"{phrase} {accorder(len(fusion.nouveaux), 'projet nouveau', 'projets nouveaux')}, "
        f"{accorder(len(fusion.mis_a_jour), 'projet publié mis à jour', 'projets publiés mis à jour')}."
    )
    for avis in (*liste.avis, *fusion.avis):
        st.info(markdown(avis), icon=":material/info:")
    if liste.rejetees:
        montres = liste.rejets.head(MONTREES)
        table(
            "Lignes rejetées",
            ("Ligne", "Colonne", "Valeur", "Motif"),
            montres[["ligne", "colonne", "valeur", "motif"]].fillna("").to_numpy().tolist(),
        )
        offrir(rejets(liste))
    if len(fusion.changements):
        changes = fusion.changements.head(MONTREES)
        table(
            "Ce qui change dans les projets publiés",
            ("Entreprise", "Champ", "Avant", "Après"),
            changes[["entreprise", "champ", "avant", "apres"]].fillna("").to_numpy().tolist(),
        )


def _ajouter(atlas: Atlas, liste: Liste, fusion: Fusion) -> None:
    utiles = len(fusion.nouveaux) + len(fusion.mis_a_jour)
    nom = f"Ajouter {accorder(utiles, 'projet')} à la page"
    if st.button(nom, type="primary", disabled=not utiles, key="ma-liste-ajouter"):
        empreinte = st.session_state["ma-liste-brut"][0][:12]
        lignes = replace(liste.brut, table=liste.brut.table.iloc[:0], lignes=liste.brut.lignes[:0])
        st.session_state[CLE] = _fondre(atlas, replace(liste, brut=lignes), empreinte)
        st.session_state.pop("ma-liste-brut", None)
        _fermer()
        st.rerun()


def _fondre(atlas: Atlas, liste: Liste, cle: str) -> MaListe:
    """The list behind the published projects of this atlas."""
    fusion = fusionner(ensemble(atlas), liste)
    return MaListe(
        nom=liste.nom,
        prets=projets_prets.de_la_liste(atlas, fusion.table, cle),
        nouveaux=len(fusion.nouveaux),
        mis_a_jour=len(fusion.mis_a_jour),
        liste=liste,
    )


def _plus_recente(atlas: Atlas, ajoutee: MaListe) -> None:
    """A newer file of the same list: what differs is told, and nothing is replaced unasked."""
    fichier = versions.demander(OCTETS_MAX)
    if fichier is None:
        return
    try:
        brut = _lire(fichier.getvalue(), fichier.name)
        liste = controler(brut, reconnaitre(brut.colonnes), atlas, publies=ensemble(atlas))
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return
    choix = versions.montrer(ajoutee.liste, liste)
    if choix == "remplacer":
        empreinte = st.session_state["ma-liste-brut"][0][:12]
        lignes = replace(brut, table=brut.table.iloc[:0], lignes=brut.lignes[:0])
        st.session_state[CLE] = _fondre(atlas, replace(liste, brut=lignes), empreinte)
    if choix is not None:
        st.session_state.pop("ma-liste-brut", None)
        _fermer()
        st.rerun()


def _retirer(ajoutee: MaListe) -> None:
    maj = accorder(ajoutee.mis_a_jour, "projet publié mis à jour", "projets publiés mis à jour")
    st.success(
        f"« {markdown(ajoutee.nom)} » est dans la page : "
        f"{accorder(ajoutee.nouveaux, 'projet ajouté', 'projets ajoutés')}, {maj}.",
        icon=":material/check:",
    )
    if st.button("Retirer ma liste", key="ma-liste-retirer"):
        annulation.garder(CLE, st.session_state.pop(CLE, None), f"Votre liste « {ajoutee.nom} » est retirée.")
        _fermer()
        st.rerun()

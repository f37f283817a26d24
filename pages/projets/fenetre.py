"""The window « Mes projets »: bring a list, correct it, keep it, save it, take it away."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components import annulation
from components.emporter import offrir
from components.html import markdown, table
from data.liste import (
    CHAMPS_LISTE,
    OCTETS_MAX,
    Sauvegarde,
    controler,
    est_une_sauvegarde,
    fusionner,
    lire,
    reconnaitre,
    rouvrir,
)
from erreurs import DemandeRefusee
from francais import accorder, nombre
from geo.projets import ensemble
from pages.projets import liste, reparation, versions
from pages.projets.offres import MODELES
from pages.projets.offres import sauvegarde as offre_de_sauvegarde

if TYPE_CHECKING:
    from data.liste import Fusion, Liste
    from geo.atlas import Atlas
    from pages.projets.liste import MaListe

__all__ = ["bouton"]

FICHIER: Final = "ma-liste-fichier"
OUVERTE: Final = "ma-liste-ouverte"
TYPES: Final = ("csv", "tsv", "txt", "xlsx", "geojson", "json")
MONTREES: Final = 100
"""Changes that the window shows."""

AUCUNE: Final = "(aucune colonne)"


def bouton(atlas: Atlas) -> None:
    """The button that opens the window, and what was added."""
    ajoutee = liste.actuelle(atlas)
    nom = "Mes projets…" if ajoutee is None else f"Mes projets : {nombre(ajoutee.projets)}"
    if st.button(nom, key="ma-liste-bouton", icon=":material/upload_file:", width="stretch"):
        st.session_state[OUVERTE] = True
        st.session_state.pop(reparation.DIT, None)
    if st.session_state.get(OUVERTE):
        _fenetre(atlas)


def _fermer() -> None:
    st.session_state[OUVERTE] = False


@st.dialog("Mes projets", width="large", on_dismiss=_fermer)
def _fenetre(atlas: Atlas) -> None:
    ajoutee = liste.actuelle(atlas)
    if ajoutee is None:
        _apporter(atlas)
    else:
        _tenir(atlas, ajoutee)


def _apporter(atlas: Atlas) -> None:
    """No list yet: bring one, or take back the one that the browser keeps."""
    st.markdown(
        "Apportez vos projets : ils apparaissent sur la carte, dans le tableau, les chiffres et les "
        "graphiques, à côté des projets publiés. **Rien n’est écrit sur le serveur** : la liste y reste en "
        "mémoire le temps de votre visite."
    )
    if liste.en_reserve():
        _reprendre()
    for place, offre in zip(st.columns(len(MODELES)), MODELES, strict=True):
        with place:
            offrir(offre)
    fichier = st.file_uploader(
        "Votre fichier : CSV, XLSX, GeoJSON, ou une liste enregistrée ici ; 20 Mo et 200 000 lignes au plus",
        type=list(TYPES),
        key=FICHIER,
        max_upload_size=OCTETS_MAX // (1024 * 1024),
    )
    if fichier is None:
        return
    try:
        with st.spinner("Lecture du fichier…"):
            cle, brouillon = _lire(fichier.getvalue(), fichier.name)
        brouillon = replace(brouillon, correspondance=_correspondance(brouillon, cle))
        with st.spinner("Vérification ligne par ligne…"):
            lue = controler(brouillon.brut, brouillon.correspondance, atlas, publies=ensemble(atlas))
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return
    fusion = fusionner(ensemble(atlas), lue)
    _bilan(lue, fusion)
    reparation.rejetees(atlas, lue, brouillon)
    _ajouter(atlas, brouillon, lue, fusion)


def _reprendre() -> None:
    st.info("Ce navigateur garde une liste.", icon=":material/inventory_2:")
    reprendre, effacer = st.columns(2)
    if reprendre.button("Rouvrir la liste gardée", key="ma-liste-rouvrir", width="stretch"):
        liste.redemander()
        _fermer()
        st.rerun()
    if effacer.button("Effacer de ce navigateur", key="ma-liste-effacer", width="stretch"):
        liste.effacer()
        st.rerun()


def _lire(octets: bytes, nom: str) -> tuple[str, Sauvegarde]:
    """The file as it was read and corrected since, once for each content, and what tells it from others."""
    cle = hashlib.sha256(nom.encode() + b"\0" + octets).hexdigest()
    if st.session_state.get(reparation.BROUILLON, ("",))[0] != cle:
        if est_une_sauvegarde(octets):
            lue = rouvrir(octets, nom)
        else:
            brut = lire(octets, nom)
            lue = Sauvegarde(brut=brut, correspondance=reconnaitre(brut.colonnes), jour=liste.aujourdhui())
        st.session_state[reparation.BROUILLON] = (cle, lue)
        st.session_state.pop(reparation.DIT, None)
    brouillon: Sauvegarde = st.session_state[reparation.BROUILLON][1]
    return cle[:8], brouillon


def _correspondance(brouillon: Sauvegarde, cle: str) -> dict[str, str | None]:
    """Which column of the file is which field; the reader may correct it."""
    colonnes, connues = brouillon.brut.colonnes, brouillon.correspondance
    trouvees = sum(colonne is not None for colonne in connues.values())
    with st.expander(
        f"{accorder(trouvees, 'colonne reconnue', 'colonnes reconnues')} : vérifier ou corriger"
    ):
        choix = [AUCUNE, *colonnes]
        blocs = st.columns(3)
        voulues = {}
        for rang, champ in enumerate(CHAMPS_LISTE):
            voulue = blocs[rang % 3].selectbox(
                champ.titre,
                choix,
                index=choix.index(connues[champ.nom] or AUCUNE),
                key=f"ma-liste-{cle}-{champ.nom}",
                help=champ.sens,
            )
            voulues[champ.nom] = None if voulue == AUCUNE else voulue
    return voulues


def _bilan(lue: Liste, fusion: Fusion) -> None:
    """What is good, what is not and why, what changes."""
    bonnes = len(lue.projets)
    phrase = f"**{accorder(bonnes, 'ligne bonne', 'lignes bonnes')}**, {accorder(lue.rejetees, 'rejetée')}."
    st.markdown(f"{phrase} {_ce_qui_entre(len(fusion.nouveaux), len(fusion.mis_a_jour))}.")
    avis = "\n".join(f"- {markdown(un)}" for un in (*lue.avis, *fusion.avis))
    if avis:
        st.info(avis, icon=":material/info:")
    if len(fusion.changements):
        changes = fusion.changements.head(MONTREES)
        table(
            "Ce qui change dans les projets publiés",
            ("Entreprise", "Champ", "Avant", "Après"),
            changes[["entreprise", "champ", "avant", "apres"]].fillna("").to_numpy().tolist(),
        )


def _ce_qui_entre(nouveaux: int, mis_a_jour: int) -> str:
    """« 3 projets nouveaux, 1 projet publié mis à jour »; none is said only when there is nothing else."""
    dits = [accorder(nouveaux, "projet nouveau", "projets nouveaux")] if nouveaux or not mis_a_jour else []
    if mis_a_jour:
        dits.append(accorder(mis_a_jour, "projet publié mis à jour", "projets publiés mis à jour"))
    return ", ".join(dits)


def _ajouter(atlas: Atlas, brouillon: Sauvegarde, lue: Liste, fusion: Fusion) -> None:
    utiles = len(fusion.nouveaux) + len(fusion.mis_a_jour)
    garder = _case()
    nom = f"Ajouter {accorder(utiles, 'projet')} à la page"
    if not st.button(nom, type="primary", disabled=not utiles, key="ma-liste-ajouter"):
        return
    try:
        liste.ajouter(atlas, brouillon, lue)
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return
    if garder:
        liste.garder()
    st.session_state.pop(reparation.BROUILLON, None)
    _fermer()
    st.rerun()


def _case() -> bool:
    """Whether the browser keeps the list: the reader's choice, and what it means."""
    voulue = st.checkbox("Garder cette liste dans ce navigateur", value=liste.gardee(), key=liste.CASE)
    autre = " Elle y remplacera celle qu’il garde déjà." if liste.en_reserve() else ""
    st.caption(
        "La copie reste sur cet ordinateur : personne d’autre ne la voit, et elle revient à votre prochaine "
        f"visite. L’effacer : décocher cette case.{autre} Sur un ordinateur partagé, enregistrez plutôt un "
        "fichier."
    )
    return voulue


def _tenir(atlas: Atlas, ajoutee: MaListe) -> None:
    """A list is in the page: what it is, and what can be done with it."""
    if st.session_state.pop(reparation.CHANGEE, False):
        st.rerun()  # a correction changes the page under the window
    rejetees = ajoutee.liste.rejetees
    reste = f", {accorder(rejetees, 'ligne rejetée', 'lignes rejetées')}" if rejetees else ""
    st.success(
        f"« {markdown(ajoutee.liste.nom)} » est dans la page : "
        f"{_ce_qui_entre(ajoutee.nouveaux, ajoutee.mis_a_jour)}{reste}.",
        icon=":material/check:",
    )
    if _case() != liste.gardee():
        (liste.effacer if liste.gardee() else liste.garder)()
        st.rerun()
    enregistrer, retirer = st.columns(2)
    with enregistrer:
        offrir(offre_de_sauvegarde(lambda: ajoutee.octets, ajoutee.jour))
    if retirer.button("Retirer de la page", key="ma-liste-retirer", width="stretch"):
        liste.retirer()
        _fermer()
        st.rerun()
    if liste.gardee():
        st.caption("Retirée de la page, elle reste gardée dans ce navigateur tant que la case est cochée.")
    if _plus_recente(atlas, ajoutee):
        return
    sauvegarde = ajoutee.sauvegarde
    reparation.rejetees(atlas, replace(ajoutee.liste, brut=sauvegarde.brut), sauvegarde)
    reparation.chercher(atlas, sauvegarde)


def _plus_recente(atlas: Atlas, ajoutee: MaListe) -> bool:
    """A newer file of the same list: what differs is told, and nothing is replaced unasked.

    Returns:
        Whether one is being compared.
    """
    fichier = versions.demander(OCTETS_MAX)
    if fichier is None:
        return False
    try:
        _, brouillon = _lire(fichier.getvalue(), fichier.name)
        lue = controler(brouillon.brut, brouillon.correspondance, atlas, publies=ensemble(atlas))
        choix = versions.montrer(ajoutee.liste, lue)
        if choix == "remplacer":
            liste.ajouter(atlas, brouillon, lue)
            annulation.garder(liste.CLE, ajoutee, f"Votre liste « {ajoutee.liste.nom} » est remplacée.")
    except DemandeRefusee as refus:
        st.error(markdown(refus), icon=":material/report:")
        return True
    if choix is not None:
        st.session_state.pop(reparation.BROUILLON, None)
        _fermer()
        st.rerun()
    return True

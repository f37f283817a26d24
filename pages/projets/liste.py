"""« Mes projets »: the reader's own projects beside the published ones, in his session and in his browser.

The list is read, checked and joined in memory (`data.liste`); nothing of it is written on the server. What he
has added stays until he takes it away or closes the page; if he asks for it, his own browser keeps it
(`components.coffre`) and gives it back at the next visit, where it is read and checked again as any file.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components import annulation
from components.adresses import AdresseProjets, barre
from components.coffre import coffre, demander, en_attente
from components.partage import projets_prets
from data.liste import controler, enregistrer, fusionner, rouvrir
from erreurs import DemandeRefusee
from exports.jour import aujourd_hui
from francais import accorder, date_en_lettres
from geo.filtre import LESQUELS, selectionner
from geo.projets import ensemble

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from components.coffre import Reponse
    from components.partage import ProjetsPrets
    from data.liste import Liste, Sauvegarde
    from geo.atlas import Atlas
    from geo.filtre import Selection

    Masque = npt.NDArray[np.bool_]

__all__ = [
    "CASE",
    "CLE",
    "MaListe",
    "Vue",
    "actuelle",
    "ajouter",
    "aujourdhui",
    "avis",
    "choisir",
    "effacer",
    "en_reserve",
    "gardee",
    "garder",
    "parmi",
    "preparee",
    "redemander",
    "retirer",
    "retrouver",
    "voir",
]

CLE: Final = "mes-projets"
"""Key of the list in the session, and of the component that talks with the browser."""

NOM: Final = "liste:mes-projets"
"""Name under which the browser keeps it."""

FICHIER: Final = "liste gardée dans ce navigateur"
"""What a damaged one is called in a message."""

GARDE: Final = "mes-projets-garde"
"""Key of the list that the browser keeps, as far as this session knows (`ProjetsPrets.liste`)."""

AUTRE: Final = "autre"
"""Stands for one that this session has not put in the page."""

CASE: Final = "mes-projets-garder"
"""Key of the box that says whether the browser keeps the list of the page."""

LUE: Final = "mes-projets-lue"
DIT: Final = "mes-projets-dit"


@dataclass(frozen=True, kw_only=True, eq=False)
class MaListe:
    """A list that the reader has added to the page.

    Attributes:
        prets: The projects of the page, his own behind the published ones.
        nouveaux: Projects added.
        mis_a_jour: Published projects that his list updates.
        liste: The list as it was checked, without the cells of the file.
        paquet: The whole list as a file of ours, compressed: what is saved, kept and corrected.
        jour: Day when it was added.
    """

    prets: ProjetsPrets
    nouveaux: int
    mis_a_jour: int
    liste: Liste
    paquet: bytes
    jour: dt.date

    @property
    def projets(self) -> int:
        """Own projects of the page: added, and published ones that are updated."""
        return self.nouveaux + self.mis_a_jour

    @property
    def octets(self) -> bytes:
        """The list as a file of ours."""
        return zlib.decompress(self.paquet)

    @property
    def sauvegarde(self) -> Sauvegarde:
        """The list with its cells and corrections."""
        return rouvrir(self.octets, self.liste.nom)


@dataclass(frozen=True, kw_only=True, eq=False)
class Vue:
    """What the page shows: projects, address as it applies, notices, selection."""

    prets: ProjetsPrets
    adresse: AdresseProjets
    avis: list[str]
    selection: Selection


def actuelle(atlas: Atlas) -> MaListe | None:
    """The list of this session, beside the published projects of this atlas."""
    ajoutee: MaListe | None = st.session_state.get(CLE)
    if ajoutee is not None and ajoutee.prets.atlas is not atlas:  # the files were made anew meanwhile
        ajoutee = st.session_state[CLE] = _fondre(atlas, ajoutee.liste, ajoutee.paquet, ajoutee.jour)
    return ajoutee


def voir(atlas: Atlas) -> Vue:
    """The projects that the address asks for: the reader's own, the published ones, or both."""
    ajoutee = actuelle(atlas)
    publies = projets_prets.publie(atlas)
    prets = publies if ajoutee is None else ajoutee.prets
    adresse, dits = AdresseProjets.lire(barre.parametres(), prets.vocabulaires)
    if ajoutee is None:
        dits += _sans_liste(adresse)
        adresse = replace(adresse, lesquels="tous")
    elif adresse.lesquels == "publies":  # as they are published: nothing of his list
        prets = publies
        adresse, dits = AdresseProjets.lire(barre.parametres(), prets.vocabulaires)
    return Vue(prets=prets, adresse=adresse, avis=[*avis(), *dits], selection=choisir(prets, adresse))


def choisir(prets: ProjetsPrets, adresse: AdresseProjets) -> Selection:
    """The projects of the page that an address keeps, the reader's own alone if it says so."""
    return selectionner(prets.preparee, adresse.filtre, parmi(prets, adresse))


def parmi(prets: ProjetsPrets, adresse: AdresseProjets) -> Masque | None:
    """The reader's own projects, when the address asks for them alone; None for all of the page."""
    return prets.miens.masque if prets.miens is not None and adresse.lesquels == "miens" else None


def _sans_liste(adresse: AdresseProjets) -> list[str]:
    if adresse.lesquels != "miens" or any(not geste.discret for geste in en_attente(CLE)):
        return []
    phrase = (
        f"Cette adresse demande « {LESQUELS['miens']} », et aucune liste n’est ouverte ici : tous les "
        "projets publiés sont montrés. « Mes projets… » ouvre votre liste."
    )
    return [phrase]


def avis() -> list[str]:
    """What the browser's store has just said, as long as the address is the same."""
    dit = st.session_state.get(DIT)
    return [dit[0]] if dit and dit[1] == barre.parametres() else []


def ajouter(atlas: Atlas, sauvegarde: Sauvegarde, liste: Liste) -> None:
    """Put a list beside the published projects; the browser keeps it if it kept that of the page.

    Args:
        atlas: The atlas.
        sauvegarde: The list.
        liste: The same, checked.

    Raises:
        ListeRefusee: It is too large to be saved.
    """
    paquet = zlib.compress(enregistrer(sauvegarde), 1)
    lignes = replace(liste.brut, table=liste.brut.table.iloc[:0], lignes=liste.brut.lignes[:0])
    suivie = gardee()
    st.session_state[CLE] = _fondre(atlas, replace(liste, brut=lignes), paquet, sauvegarde.jour)
    st.session_state.pop(DIT, None)
    if suivie:
        garder()


def retirer() -> None:
    """Take the list away from the page, which may be taken back; what the browser keeps stays there."""
    retiree: MaListe = st.session_state.pop(CLE)
    annulation.garder(CLE, retiree, f"Votre liste « {retiree.liste.nom} » est retirée de la page.")
    st.session_state.pop(DIT, None)


def preparee() -> annulation.Prepare:
    """The reader's list, which its removal does not lose."""
    return annulation.Prepare(sorte=CLE, present=st.session_state.get(CLE), reprendre=_reprendre, tenace=True)


def _reprendre(avant: MaListe | None) -> None:
    """An earlier list, or none."""
    if avant is None:
        st.session_state.pop(CLE, None)
    else:
        st.session_state[CLE] = avant


def gardee() -> bool:
    """Whether the browser keeps the list of the page."""
    ajoutee: MaListe | None = st.session_state.get(CLE)
    return ajoutee is not None and ajoutee.prets.liste == st.session_state.get(GARDE)


def en_reserve() -> bool:
    """Whether the browser keeps a list that is not that of the page."""
    return bool(st.session_state.get(GARDE)) and not gardee()


def garder() -> None:
    """Ask the browser to keep the list of the page, in the place of the one that it keeps."""
    ajoutee: MaListe = st.session_state[CLE]
    st.session_state[GARDE] = ajoutee.prets.liste
    demander(CLE, "ecrire", NOM, ajoutee.octets.decode())


def effacer() -> None:
    """Ask the browser to forget the list."""
    st.session_state.pop(GARDE, None)
    demander(CLE, "effacer", NOM)


def redemander() -> None:
    """Ask the browser for the list that it keeps, whatever the session has read before."""
    demander(CLE, "lire", NOM)


def retrouver(atlas: Atlas) -> None:
    """Talk with the browser's own store; at the first run of a visit, ask for the list that it may keep."""
    if CLE not in st.session_state and LUE not in st.session_state:
        st.session_state[LUE] = True
        demander(CLE, "lire", NOM, discret=barre.parametres().get("lesquels") != ["miens"])
    coffre(CLE, au_retour=lambda reponse: _entendre(atlas, reponse))


def _entendre(atlas: Atlas, reponse: Reponse) -> None:
    if reponse.faute:
        st.session_state.pop(GARDE, None)
        st.session_state[CASE] = False
        _dire(reponse.faute)
    elif reponse.quoi == "lire" and reponse.contenu is not None:
        st.session_state[GARDE] = AUTRE
        if CLE not in st.session_state:
            _dire(_revenir(atlas, reponse.contenu))


def _revenir(atlas: Atlas, contenu: str) -> str:
    """Put back the list that the browser kept; what is said of it."""
    try:
        sauvegarde = rouvrir(contenu.encode(), FICHIER)
        liste = controler(sauvegarde.brut, sauvegarde.correspondance, atlas, publies=ensemble(atlas))
        paquet = zlib.compress(enregistrer(sauvegarde), 1)
    except (DemandeRefusee, UnicodeEncodeError) as refus:
        return f"{refus} « Mes projets… » permet de l’effacer."
    lignes = replace(liste.brut, table=liste.brut.table.iloc[:0], lignes=liste.brut.lignes[:0])
    ajoutee = _fondre(atlas, replace(liste, brut=lignes), paquet, sauvegarde.jour)
    st.session_state[CLE] = ajoutee
    st.session_state[GARDE] = ajoutee.prets.liste
    jour = date_en_lettres(ajoutee.jour.isoformat())
    return f"Votre liste du {jour} ({accorder(ajoutee.projets, 'projet')}) est revenue de ce navigateur."


def _dire(phrase: str) -> None:
    st.session_state[DIT] = (phrase, barre.parametres())


def _fondre(atlas: Atlas, liste: Liste, paquet: bytes, jour: dt.date) -> MaListe:
    """The list behind the published projects of this atlas."""
    fusion = fusionner(ensemble(atlas), liste)
    cle = hashlib.sha256(paquet).hexdigest()[:12]
    return MaListe(
        prets=projets_prets.de_la_liste(atlas, fusion, cle),
        nouveaux=len(fusion.nouveaux),
        mis_a_jour=len(fusion.mis_a_jour),
        liste=liste,
        paquet=paquet,
        jour=jour,
    )


def aujourdhui() -> dt.date:
    """The day that a list added now bears."""
    return dt.date.fromisoformat(aujourd_hui())

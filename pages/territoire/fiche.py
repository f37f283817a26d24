"""The sheet of one territory, part by part; the page lays them out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import REGION_ET_FRANCE, AdresseCommune
from components.carte import EtatCarte, afficher
from components.chiffres import chiffres as les_chiffres
from components.chiffres import references, vignettes
from components.entete import dater, nommer_l_onglet
from components.entete import entete as entete_commun
from components.html import RIEN, balise, joindre, poser
from components.liens import regions_liees
from data.sources import charger_registre
from francais import accorder, liste
from geo.fiche import PROFIL, composition_dite, laureats
from geo.fiche import sources as cles_des_sources
from geo.indicateurs import Objet
from geo.millesimes import MILLESIMES
from geo.profils import FORMULE_DU_PROFIL
from geo.sens import UN_TERRITOIRE
from geo.territoires import composition
from pages.territoire import etat
from pages.territoire.perimetre import groupements, table_d_histoire, table_des_voisins
from pages.territoire.projets import repartitions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from components.adresses import AdresseTerritoire
    from components.html import Html
    from geo.atlas import Atlas, Fiche
    from geo.fiche import Lieu, Reference

__all__ = ["carte", "chiffres", "entete", "perimetre", "projets", "sources"]

GROUPEMENTS_MAX: Final = 8
GROUPEMENTS_MONTRES: Final = 6
"""A list longer than the first number shows as many as the second says; the others on demand."""


def titre(texte: str, precision: str = "") -> Html:
    """The heading of a part."""
    return balise("h2", texte) + (balise("p", precision) if precision else RIEN)


def entete(
    fiche: Fiche,
    *,
    avis: Sequence[str],
    actions: Callable[[], object],
    phrase: str,
    votre: Lieu | None = None,
) -> None:
    """Name, sentence, régions, millésime, what the territory is made of, its identifier, what such a one is.

    Args:
        fiche: The territory.
        avis: What the address gets wrong, what the last choice has to say.
        actions: Draws the links of the sheet.
        phrase: What its figures mean, in one sentence.
        votre: The commune by which the reader came.
    """
    t = fiche.territoire
    nom = t["lib_ti"].strip()
    entete_commun(
        nom,
        onglet="",  # named below, with whom it is compared to
        phrase=phrase,
        chapeau=joindre(
            [
                _votre_commune(votre),
                regions_liees(fiche),
                "".join(f" · {morceau}" for morceau in composition_dite(t)),
                balise("small", f" · identifiant officiel {t['id_ti']}", balise("br"), UN_TERRITOIRE),
            ]
        ),
        millesime=etat.millesime,
        actions=actions,
        avis=avis,
    )


def _votre_commune(votre: Lieu | None) -> Html:
    """« Votre commune : Saint-Flour, CC de Saint-Flour », a link to its page."""
    if votre is None:
        return RIEN
    page = AdresseCommune(code=votre.code).lien()
    return balise(
        "span",
        "Votre commune\u00a0: ",
        balise("a", votre.nom, href=page, target="_self"),
        f", {votre.intercommunalite}",
        classe="atlas-votre-commune",
    )


@st.fragment
def chiffres(atlas: Atlas, adresse: AdresseTerritoire, fiche: Fiche) -> None:
    """The key figures beside their reference: choosing another one runs nothing else of the page."""
    codes = tuple(fiche.territoire["regions"].split(","))
    with st.container(key="fiche-comparer", horizontal=True, vertical_alignment="bottom"):
        poser(titre("Chiffres clés"))
        choisie = etat.reference(adresse)
    voulue = replace(adresse, reference=choisie)
    if choisie == PROFIL:
        poser(_profil())
    lieux = references(atlas, voulue, codes)
    objet = Objet(sorte="ti", code=str(adresse.ti))
    poser(vignettes(les_chiffres(atlas, objet=objet, millesime=adresse.millesime, lieux=tuple(lieux))))
    nommer_l_onglet(_face(fiche, choisie, lieux), dater("Territoire", adresse.millesime))
    etat.ecrire(voulue)


def _profil() -> Html:
    """How the profiles are compared, under its « i »."""
    resume = balise("summary", "Comment le profil est comparé", balise("i", "i"))
    return balise("details", resume, balise("p", FORMULE_DU_PROFIL), classe="atlas-region-note", name="i")


def _face(fiche: Fiche, reference: str, lieux: Sequence[Reference]) -> str:
    """The territory, and whom it is compared with when it is not as usual, for the browser's tab."""
    nom = str(fiche.territoire["lib_ti"]).strip()
    return nom if reference == REGION_ET_FRANCE else f"{nom} face à {liste([lieu.libelle for lieu in lieux])}"


def carte(adresse: AdresseTerritoire, fiche: Fiche, votre: Lieu | None = None) -> None:
    """The territory on the map, its groupements and the reader's commune outlined; a click opens a sheet."""
    afficher(
        EtatCarte(
            millesime=adresse.millesime,
            choisi=adresse.ti,
            groupements=tuple(fiche.groupements["siren"]),
            commune=(votre.code, votre.nom) if votre else None,
        ),
        cle=etat.CARTE,
        titre=f"Carte du territoire {fiche.territoire['lib_ti'].strip()}",
        au_clic=etat.choisir_sur_la_carte,
    )


def projets(atlas: Atlas, fiche: Fiche) -> None:
    """The projects by filière, by nature, by year."""
    if fiche.projets.empty:
        rien = "Aucun projet de l’extrait d’avril 2022 de France Relance n’est dans ce territoire."
        poser(titre("Projets France Relance", f"{rien} {_doute(atlas, fiche)}".strip()))
        return
    lignes = f"{accorder(len(fiche.projets), 'ligne')} d’avril 2022, répétitions comprises"
    precision = f"{lignes} ; « – » : non renseigné. {_doute(atlas, fiche)}".strip()
    poser(titre("Projets France Relance", precision) + repartitions(fiche.projets))


def _doute(atlas: Atlas, fiche: Fiche) -> str:
    """How many projects may be elsewhere, or placed elsewhere be here."""
    objet = Objet(sorte="ti", code=str(fiche.territoire["id_ti"]))
    return laureats(atlas, objet, int(fiche.territoire["millesime"])).doute


def perimetre(atlas: Atlas, adresse: AdresseTerritoire) -> None:
    """The groupements, the neighbours, and what the territory was and became."""
    ti, annee = str(adresse.ti), adresse.millesime
    table = composition(atlas, id_ti=ti, millesime=annee)
    premiers = len(table) if len(table) <= GROUPEMENTS_MAX else GROUPEMENTS_MONTRES
    debut = titre("Ce qui le compose", "Populations municipales de 2018, communes du territoire.")
    debut += groupements(table[:premiers])
    if len(table) > premiers:
        poser(debut)
        _suite_des_groupements(table[premiers:])
        debut = RIEN
    voisins = titre("Voisins") + table_des_voisins(atlas, id_ti=ti, millesime=annee)
    histoire = titre("Histoire du périmètre") + table_d_histoire(atlas, id_ti=ti, millesime=annee)
    parties = [balise("section", partie) for partie in (debut, voisins, histoire) if partie]
    poser(balise("div", *parties, classe="atlas-perimetre"))


@st.fragment
def _suite_des_groupements(table: pd.DataFrame) -> None:
    """The least populated groupements of a long list, closed until they are asked for."""
    repli = st.expander(
        f"Les {accorder(len(table), 'autre groupement', 'autres groupements')}, moins peuplés",
        key="fiche-groupements",
        on_change="rerun",
        icon=":material/list:",
    )
    with repli:
        if repli.open:
            poser(groupements(table))


@st.fragment
def sources(millesime: int) -> None:
    """What the perimeter is exactly, and every source, cited as its licence asks; closed until asked for."""
    repli = st.expander(
        "Sources de cette fiche", key="fiche-sources", on_change="rerun", icon=":material/menu_book:"
    )
    with repli:
        if repli.open:
            registre = charger_registre()
            lignes = [balise("li", registre[cle].citation()) for cle in cles_des_sources(millesime)]
            poser(
                balise("p", MILLESIMES[millesime].precision) + balise("ul", *lignes, classe="atlas-sources")
            )

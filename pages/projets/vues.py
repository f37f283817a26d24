"""The views of a selection of projects: filters, figures, map, table, and the project that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.adresses import SYMBOLES, AdresseProjets, barre
from components.cadre import dire
from components.carte import EtatCarte, afficher, zone_du_filtre
from components.html import balise, poser
from data.couches import comptes_compacts
from francais import NON_RENSEIGNE, accorder, le_disent, nombre
from geo.filtre import LESQUELS, bits, chiffres, decrire
from geo.indicateurs import ecriture
from geo.millesimes import part_retrospective
from pages.projets import coches, projet
from pages.projets.filtres import EtatFiltres, filtres
from pages.projets.table import EtatTable, table_projets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html import Html
    from components.partage import ProjetsPrets
    from geo.filtre import Selection
    from pages.projets.filtres import Parametres
    from pages.projets.liste import MaListe
    from pages.projets.table import Gestes

__all__ = [
    "AILLEURS",
    "carte",
    "choisir",
    "figures",
    "filtrer",
    "lesquels",
    "ouvert",
    "refiltrer",
    "table",
]

CARTE: Final = "projets-carte"
AILLEURS: Final = "projets-geste-ailleurs"
"""Key of the session: whether the last gesture was made outside of the filters."""

MOTS_DE_LA_VUE: Final = ("colonnes", "lesquels", "symbole", "projet", "coches")


def choisir(nouveaux: Mapping[str, list[str]]) -> None:
    """Write new values of some words into the address, before the run that shows them."""
    st.session_state[AILLEURS] = True
    st.query_params.from_dict({**barre.parametres(), **nouveaux})


def refiltrer(etat: Parametres) -> None:
    """The filters ask for a whole new state: what the view says stays, an open project closes.

    Projects that were shown alone, and no longer are, stay ticked among the others.
    """
    mots = barre.parametres()
    vue = {mot: valeurs for mot, valeurs in mots.items() if mot in MOTS_DE_LA_VUE and mot != "projet"}
    if "choix" in mots and "choix" not in etat:
        vue["coches"] = mots["choix"]
    demandes = {mot: valeurs for mot, valeurs in etat.items() if mot not in MOTS_DE_LA_VUE}
    st.query_params.from_dict({**demandes, **vue})


def filtrer(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    """The filters, with their counts and their chips."""
    filtre = adresse.filtre
    connus = prets.vocabulaires.de(filtre.millesime)
    comptes = {
        mot: comptes_compacts(selection.comptes[mot], list(valeurs)) for mot, valeurs in connus.items()
    }
    filtres(
        EtatFiltres(
            etat=filtre.ecrire(),
            comptes=comptes,
            puces=[(puce.mot, puce.valeur, puce.texte) for puce in decrire(filtre, prets.vocabulaires)],
            vocabulaire=prets.vocabulaire(filtre.millesime),
        ),
        cle="projets-filtres",
        au_changement=refiltrer,
    )


def lesquels(ajoutee: MaListe | None, adresse: AdresseProjets) -> None:
    """« Tous, les miens, publiés », once the reader has a list; how many they are, before any filter."""
    with st.container():  # always there: what comes or goes moves no element
        if ajoutee is None:
            return
        combien = {
            "tous": len(ajoutee.prets.preparee),
            "miens": ajoutee.projets,
            "publies": ajoutee.prets.rangees,
        }
        st.segmented_control(
            "Quels projets",
            list(LESQUELS),
            default=adresse.lesquels,
            key=f"projets-lesquels-{adresse.lesquels}",
            format_func=lambda mot: f"{LESQUELS[mot]} : {nombre(combien[mot])}",
            required=True,
            label_visibility="collapsed",
            on_change=lambda: choisir(
                {"lesquels": [st.session_state[f"projets-lesquels-{adresse.lesquels}"]], "projet": []}
            ),
        )


def figures(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    """Projects, enterprises, announced jobs with how many rows say so, share in a territory."""
    annee = adresse.filtre.millesime
    lus = chiffres(prets.preparee, selection.masque, annee)
    part = lus.part_ti
    dits = le_disent(lus.emplois_renseignes, lus.projets)
    miens = prets.miens
    total = nombre(len(miens if miens is not None and adresse.lesquels == "miens" else prets.preparee))
    les_siens = miens is not None and adresse.lesquels == "miens" and not _publies(prets, selection)
    dont = (lambda _quoi: "") if les_siens else lus.dont  # all of them are: saying it again adds nothing
    cartes = [
        _figure(
            nombre(lus.projets),
            "projets" if lus.projets > 1 else "projet",
            _joindre(f"sur {total}", dont("projets")),
        ),
        _figure(nombre(lus.entreprises), "entreprises" if lus.entreprises > 1 else "entreprise", ""),
        _figure(
            ecriture.emplois_dits(lus.emplois, lus.emplois_renseignes, lus.projets),
            "emplois annoncés",
            _joindre(dits, dont("emplois")),
        ),
        _figure(
            NON_RENSEIGNE if part is None else nombre(part, 0, "%"),
            part_retrospective(f"dans un territoire de {annee}", annee),
            _joindre(f"{nombre(lus.dans_ti)} des {accorder(lus.places, 'projet')} placés", dont("dans_ti")),
        ),
    ]
    if miens is not None:  # apart from the published amounts, which say something else
        montant = miens.montant(selection.masque)
        cartes.append(_figure(montant.dit, "montants de mes projets", montant.precision))
    poser(balise("dl", *cartes, classe="atlas-figures"))


def _publies(prets: ProjetsPrets, selection: Selection) -> bool:
    """Whether a selection holds published projects."""
    return bool(selection.masque[: prets.rangees].any())


def _joindre(*precisions: str) -> str:
    return ", ".join(filter(None, precisions))


def _figure(valeur: str, nom: str, precision: str) -> Html:
    note = [balise("small", precision)] if precision else []
    return balise("div", balise("dd", valeur), balise("dt", nom, *note))


def carte(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    """The selection on the map: only the visible set changes."""
    filtre = adresse.filtre
    afficher(
        EtatCarte(
            millesime=filtre.millesime,
            choisi=filtre.ti[0] if len(filtre.ti) == 1 else None,
            visibles=bits(selection.masque),
            symbole=adresse.symbole,
            stades=prets.stades if adresse.symbole == "stade" else "",
            ajouts=prets.ajouts,
            zone=zone_du_filtre(filtre),
            miens="" if prets.miens is None else bits(prets.miens.masque),
            selection=True,
        ),
        cle=CARTE,
        titre="Carte des projets de la sélection",
        au_clic=_choisir_le_territoire,
    )
    st.segmented_control(
        "Distinguer les points par",
        list(SYMBOLES),
        default=adresse.symbole,
        key="projets-symbole",
        format_func=SYMBOLES.__getitem__,
        required=True,
        on_change=lambda: choisir({"symbole": [st.session_state["projets-symbole"]]}),
    )


def _choisir_le_territoire() -> None:
    """The reader clicked a territory of the map: the selection becomes that of the territory."""
    ti = st.session_state[CARTE].get("territoire")
    choisir({"ti": [ti] if ti else []})


def table(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> None:
    """The selection as rows; one press opens a project."""
    filtre = adresse.filtre
    cochees = prets.vocabulaires.projets.rangs(adresse.choisis)

    def _suivre(gestes: Gestes) -> None:
        nouveaux: dict[str, list[str]] = {}
        if gestes.tri is not None:
            nouveaux["tri"] = [gestes.tri] if gestes.tri else []
        if gestes.colonnes is not None:
            nouveaux["colonnes"] = [",".join(gestes.colonnes)]
        if gestes.ouvrir is not None:
            nouveaux["projet"] = [gestes.ouvrir]
        choisir(nouveaux)

    table_projets(
        EtatTable(
            adresses=prets.colonnes(filtre.millesime),
            visibles=bits(selection.masque),
            tri=filtre.tri.ecrire() if filtre.tri else "",
            colonnes=adresse.colonnes,
            coches=coches.coches_ecrites(cochees, len(prets.preparee)),
            rang=coches.rang(),
            seules=bool(filtre.choisis),
        ),
        cle="projets-table",
        au_geste=_suivre,
    )


def ouvert(prets: ProjetsPrets, adresse: AdresseProjets) -> None:
    """The open project, in a window above the page; an unknown one is told."""
    if not adresse.projet:
        return
    lignes = prets.projets[prets.projets["id_projet"] == adresse.projet]
    if lignes.empty:
        dire([f"Le projet « {adresse.projet} » n’est pas parmi ceux de la page."])
        return
    projet.ouvrir(
        prets.atlas,
        lignes.iloc[0].to_dict(),
        adresse.filtre.millesime,
        a_la_fermeture=lambda: choisir({"projet": []}),
    )

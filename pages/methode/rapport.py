"""The report of the build as a reader sees it: facts, sources, repairs, what could not be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from components.html import balise, joindre, markdown, table
from data.sources import charger_registre
from francais import NON_RENSEIGNE, accorder, nombre, tel_quel
from geo.contrats import TABLES
from geo.projets import DATE_DU_DOCUMENT, LECTURES, TOLERANCE_KM

if TYPE_CHECKING:
    from components.html import Html
    from data.sources import Source

__all__ = ["faits", "passages", "projets", "sources", "stades"]

COMPTES: Final = {"lues": "Lues", "gardees": "Gardées", "reparees": "Réparées", "non_placees": "Non placées"}
PLACEMENTS: Final = {
    "coordonnées": "par leurs coordonnées publiées",
    "coordonnées réparées": "par leurs coordonnées, une fois réparées",
    "code postal": "par leur code postal",
    "département": "dans leur département seulement, sans point sur la carte",
    "aucune": "sans lieu reconnu",
}
REPARATIONS: Final = {
    "siret_coupes": "SIRET coupés en SIREN",
    "siren_completes": "SIREN auxquels leurs zéros de tête ont été rendus",
    "identifiants_hors_sirene": "identifiants d’un autre répertoire que Sirene",
    "identifiants_illisibles": "identifiants illisibles",
    "siren_invalides": "SIREN dont la clé de contrôle est fausse, marqués",
    "siren_absents": "lignes sans SIREN",
    "departements_completes": "départements complétés (zéro de tête, code postal)",
    "departements_corriges": "départements corrigés par les coordonnées",
    "codes_postaux_completes": "codes postaux dont le zéro de tête a été rendu",
    "points_cedes": "point en mer, cédé à la commune que disent le code postal et le nom",
    "points_rattaches": "points tombés à côté de la terre, rattachés à la commune la plus proche",
    "coordonnees_ecartees": "coordonnées écartées parce que trop loin du lieu déclaré",
    "natures_absentes": "lignes sans description, dont la nature est « non renseignée » et hors des parts",
    "filieres_reunies": "variantes d’écriture d’une filière, réunies",
}


def faits(rapport: dict[str, Any]) -> None:
    """Expected and found, fact by fact; those that cannot fail are told apart, and not counted."""
    total = len(rapport["faits"])
    tenus = sum(fait["tenu"] for fait in rapport["faits"])
    if tenus == total:
        st.success(
            f"Les {tenus} faits publiés se retrouvent dans les tables de l’atlas.", icon=":material/check:"
        )
    else:
        st.warning(f"{total - tenus} faits sur {total} ne se retrouvent pas.", icon=":material/warning:")
    colonnes = ["Fait", "Attendu", "Trouvé", "Retrouvé", "Publié par"]
    table(
        "Faits publiés et faits trouvés", colonnes, _lignes(rapport["faits"]), chiffres=("Attendu", "Trouvé")
    )
    st.subheader("Vrais par construction")
    st.markdown(
        "Ces sommes ne prouvent rien : la page d’Auvergne-Rhône-Alpes manque au document publié, et ses "
        "chiffres sont **déduits** de ces mêmes totaux. La somme les retrouve donc toujours."
    )
    construits = _lignes(rapport["faits_par_construction"])
    table("Faits vrais par construction", colonnes, construits, chiffres=("Attendu", "Trouvé"))
    st.caption("Un total publié arrondi (5,4 Md€) est donné à son arrondi près.")


def _lignes(faits: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """The rows of a table of facts."""
    return [
        (
            f["enonce"],
            tel_quel(f["attendu"]),
            tel_quel(f["trouve"]),
            _tenu(f),
            f["source"],
        )
        for f in faits
    ]


def _tenu(fait: dict[str, Any]) -> str:
    if not fait["tenu"]:
        return "non"
    return "par construction" if fait["par_construction"] else "oui"


def sources(rapport: dict[str, Any]) -> None:
    """Every declared source, with what was read, kept, repaired and left unplaced."""
    comptes = rapport["sources"]
    colonnes = ["Jeu de données", "Date", "Licence", "Alimente", *COMPTES.values()]
    lignes = [
        (
            _presentation(source),
            joindre([source.date, balise("small", f"mise à jour {source.maj}")]),
            source.licence,
            ", ".join(t for t in source.alimente if t in TABLES) or "pas encore utilisé",
            *(_compte(comptes, cle, nom) for nom in COMPTES),
        )
        for cle, source in charger_registre().items()
    ]
    table("Sources de l’atlas", colonnes, lignes, chiffres=tuple(COMPTES.values()))


def _presentation(source: Source) -> Html:
    """Title with its link, producer, and what to know."""
    adresse = source.adresse or source.page
    lien = balise("a", source.jeu, href=adresse, target="_blank", rel="noopener")
    return joindre([balise("b", lien), balise("small", source.producteur), balise("small", source.note)])


def _compte(comptes: dict[str, dict[str, int]], cle: str, nom: str) -> str:
    return nombre(comptes[cle][nom]) if cle in comptes else "–"


def projets(rapport: dict[str, Any]) -> None:
    """How the projects were placed and repaired, and which could not be placed."""
    bilan = rapport["projets"]
    accord = bilan["commune_publiee"]
    st.markdown(
        f"L’extrait d’avril 2022 compte **{accorder(bilan['lignes_lues'], 'ligne')}** ; "
        f"{nombre(bilan['lignes_gardees'])} sont gardées. Ce n’est pas la liste des 1 416 lauréats du "
        "fonds d’accélération, publiée le 24 septembre 2021 : elle est plus tardive, sans montants, et "
        "couvre d’autres mesures. La commune "
        f"publiée est celle des coordonnées dans **{nombre(100 * accord['part_en_accord'], 0, '%')}** "
        f"des lignes placées ainsi ({nombre(accord['en_accord'])} sur {nombre(accord['comparees'])}) : "
        "l’atlas montre la commune trouvée, et garde la commune publiée à côté.",
    )
    gauche, droite = st.columns(2, gap="large")
    with gauche:
        st.subheader("Comment les projets sont placés")
        st.markdown(_puces(bilan["placement"], PLACEMENTS))
        st.markdown(
            f"{accorder(bilan['ecarts_importants'], 'ligne')} ont des lieux qui se contredisent de plus "
            "de 5 km : leur écart est noté dans la colonne « ecart_km ».",
        )
    with droite:
        st.subheader("Ce qui a été réparé ou marqué")
        st.markdown(_puces(bilan, REPARATIONS))
    emplois, doublons = bilan["emplois"], bilan["doublons"]
    st.markdown(
        f"Répétitions : {accorder(doublons['exact'], 'ligne exacte', 'lignes exactes')}, "
        f"{accorder(doublons['proche'], 'proche')} et {accorder(doublons['possible'], 'possible')}, "
        "marquées et gardées.",
    )
    st.markdown(
        f"Emplois : {accorder(emplois['renseignes'], 'ligne')} en annoncent, pour un total de "
        f"**{nombre(emplois['total'])}**, chaque emploi compté une fois "
        f"({accorder(emplois['lignes_qui_repetent'], 'ligne')} répètent ceux d’une autre).",
    )
    st.subheader(f"Les {nombre(len(bilan['non_places']))} projets que la carte ne peut pas montrer")
    colonnes = ["Entreprise", "Commune publiée", "Code postal", "Raison"]
    lignes = [
        (p["entreprise"], p["commune_publiee"], p["code_postal"] or NON_RENSEIGNE, p["raison"])
        for p in bilan["non_places"]
    ]
    table("Projets sans point sur la carte", colonnes, lignes)

    _incertains(bilan["lieux_incertains"])


def _incertains(lieux: list[dict[str, Any]]) -> None:
    """The projects whose postal code and name agree on another commune than their point."""
    st.subheader(f"Les {nombre(len(lieux))} projets au lieu incertain")
    loin = sum(lieu["ecart_km"] > TOLERANCE_KM for lieu in lieux)
    st.markdown(
        "Leur code postal et leur nom de commune publiés disent ensemble une commune ; leur point est dans "
        "une autre, que ce code postal ne dessert pas. L’atlas garde le point et marque la ligne « lieu "
        "incertain » : tableaux, fiches, carte et fichiers le disent, et la fiche d’un territoire compte "
        f"les siens. {nombre(loin)} sont à plus de {nombre(TOLERANCE_KM, 0, 'km')} des communes de ce code."
    )
    colonnes = ["Entreprise", "Dite par le code et le nom", "Code postal", "Commune du point", "Écart (km)"]
    lignes = [
        (p["entreprise"], p["commune_publiee"], p["code_postal"], p["commune"], nombre(p["ecart_km"], 1))
        for p in lieux
    ]
    table("Projets au lieu incertain", colonnes, lignes, chiffres=("Écart (km)",))


def stades() -> None:
    """The words of the « Point d'étape » for the state of a project, and the stade that each one means."""
    st.markdown(
        "Un projet de l’extrait de France Relance est « Lauréat » tant que rien ne dit le contraire. Le "
        f"« Point d’étape à 3 ans » ({DATE_DU_DOCUMENT:%d/%m/%Y}) décrit l’avancement de quelques projets, "
        "retrouvés parmi les lauréats par leur nom et leur lieu, ou ajoutés avec leur source. Ses mots "
        "sont lus ainsi :"
    )
    lignes = [(decrit, stade, raison) for decrit, (stade, raison) in LECTURES.items()]
    table("Lecture des stades décrits", ["Le document dit", "L’atlas lit", "Parce que"], lignes)


def _puces(comptes: dict[str, int], textes: dict[str, str]) -> str:
    """One line for each count that is not zero."""
    return "\n".join(
        f"- **{nombre(comptes[cle])}** {markdown(texte)}" for cle, texte in textes.items() if comptes[cle]
    )


def passages(rapport: dict[str, Any]) -> None:
    """Communes and groupements brought to the geography of 2021, and groupements that a TI holds in part."""
    st.markdown(
        "Chaque carte est ramenée aux communes du 1er janvier 2021. Aucune table officielle de passage "
        "n’est parmi les sources : les fusions de communes sont **déduites** des surfaces publiées.",
    )
    lignes = pd.DataFrame(rapport["passages"])
    colonnes = {
        "code": "Code d’origine",
        "libelle": "Nom d’origine",
        "code_2021": "Code de 2021",
        "libelle_2021": "Nom de 2021",
        "methode": "Méthode",
    }
    for objet, titre in (("groupement", "Groupements de 2023"), ("commune", "Communes de 2018")):
        choisies = lignes.loc[lignes["objet"] == objet, list(colonnes)].rename(columns=colonnes)
        with st.expander(f"{titre} ramenés à 2021 : {accorder(len(choisies), 'passage')}"):
            st.dataframe(choisies, hide_index=True, width="stretch")
    partiels = [
        (g["millesime"], g["id_ti"], g["libelle"], f"{g['nb_communes']} sur {g['nb_communes_total']}")
        for g in rapport["groupements_partiels"]
    ]
    with st.expander(f"Groupements qu’un territoire ne tient qu’en partie : {nombre(len(partiels))}"):
        colonnes_partiels = ["Millésime", "Territoire", "Groupement", "Communes"]
        table("Groupements tenus en partie", colonnes_partiels, partiels, chiffres=("Communes",))

"""The report of the build as a reader sees it: facts, sources, repairs, what could not be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from components.texte import markdown
from data.registre import charger_registre
from geo.contracts import TABLES
from theme import accorder, nombre

if TYPE_CHECKING:
    from data.registre import Source

__all__ = ["faits", "passages", "projets", "sources"]

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
    "points_rattaches": "points tombés à côté de la terre, rattachés à la commune la plus proche",
    "coordonnees_ecartees": "coordonnées écartées parce que trop loin du lieu déclaré",
    "filieres_reunies": "variantes d’écriture d’une filière, réunies",
}


def faits(rapport: dict[str, Any]) -> None:
    """Expected and found, fact by fact."""
    table = pd.DataFrame(rapport["faits"])
    tenus = int(table["tenu"].sum())
    if tenus == len(table):
        st.success(f"Les {tenus} faits publiés se retrouvent dans les tables de l’atlas.", icon=":material/check:")
    else:
        st.warning(f"{len(table) - tenus} faits sur {len(table)} ne se retrouvent pas.", icon=":material/warning:")
    lisible = pd.DataFrame(
        {
            "Fait": table["enonce"],
            "Attendu": table["attendu"].map(_chiffre),
            "Trouvé": table["trouve"].map(_chiffre),
            "Retrouvé": table["tenu"].map({True: "oui", False: "non"}),
            "Publié par": table["source"],
        },
    )
    st.dataframe(lisible, hide_index=True, width="stretch", height=320)
    st.caption(
        "Un total publié arrondi (5,4 Md€) est tenu pour retrouvé à son arrondi près. Les chiffres de la région "
        "Auvergne-Rhône-Alpes sont **déduits** par différence : sa page manque au document publié.",
    )


def _chiffre(valeur: float) -> str:
    return nombre(valeur, 0 if float(valeur).is_integer() else 1)


def _periode(source: Source) -> str:
    return f"{source.date} (mise à jour : {source.maj})"


def sources(rapport: dict[str, Any]) -> None:
    """Every declared source, with what was read, kept, repaired and left unplaced."""
    comptes = rapport["sources"]
    lignes = [
        {
            "Jeu de données": source.jeu,
            "Producteur": source.producteur,
            "Licence": source.licence,
            "Date": _periode(source),
            "Lignes lues": _compte(comptes, cle, "lues"),
            "Gardées": _compte(comptes, cle, "gardees"),
            "Réparées": _compte(comptes, cle, "reparees"),
            "Non placées": _compte(comptes, cle, "non_placees"),
            "Alimente": ", ".join(t for t in source.alimente if t in TABLES) or "pas encore utilisé",
            "Adresse": source.adresse or source.page,
            "À savoir": source.note,
        }
        for cle, source in charger_registre().items()
    ]
    st.dataframe(
        pd.DataFrame(lignes),
        hide_index=True,
        width="stretch",
        column_config={
            "Jeu de données": st.column_config.TextColumn(width="large"),
            "Adresse": st.column_config.LinkColumn(display_text="ouvrir"),
        },
    )


def _compte(comptes: dict[str, dict[str, int]], cle: str, nom: str) -> str:
    return nombre(comptes[cle][nom]) if cle in comptes else "–"


def projets(rapport: dict[str, Any]) -> None:
    """How the projects were placed and repaired, and which could not be placed."""
    bilan = rapport["projets"]
    accord = bilan["commune_publiee"]
    st.markdown(
        f"L’extrait d’avril 2022 compte **{accorder(bilan['lignes_lues'], 'ligne')}** ; "
        f"{nombre(bilan['lignes_gardees'])} sont gardées. Ce n’est pas la liste des 1 416 lauréats du 24 septembre "
        "2021 : elle est plus tardive, sans montants, et couvre d’autres mesures. La commune publiée est celle "
        f"des coordonnées dans **{nombre(100 * accord['part_en_accord'], 0, '%')}** des lignes placées ainsi "
        f"({nombre(accord['en_accord'])} sur {nombre(accord['comparees'])}) : l’atlas montre la commune trouvée, "
        "et garde la commune publiée à côté.",
    )
    gauche, droite = st.columns(2, gap="large")
    with gauche:
        st.subheader("Comment les projets sont placés")
        st.markdown(_puces((nombre(bilan["placement"][cle]), texte) for cle, texte in PLACEMENTS.items()))
        st.markdown(
            f"{accorder(bilan['ecarts_importants'], 'ligne')} ont des lieux qui se contredisent de plus de 5 km : "
            "leur écart est noté dans la colonne « ecart_km ».",
        )
    with droite:
        st.subheader("Ce qui a été réparé ou marqué")
        st.markdown(_puces((nombre(bilan[cle]), texte) for cle, texte in REPARATIONS.items()))
    emplois = bilan["emplois"]
    st.markdown(
        f"Emplois : {accorder(emplois['renseignes'], 'ligne')} en annoncent, pour un total de "
        f"**{nombre(emplois['total'])}**, chaque emploi compté une fois "
        f"({accorder(emplois['lignes_qui_repetent'], 'ligne')} répètent ceux d’une autre).",
    )
    st.subheader(f"Les {nombre(len(bilan['non_places']))} projets que la carte ne peut pas montrer")
    noms = {
        "entreprise": "Entreprise",
        "commune_publiee": "Commune publiée",
        "code_postal": "Code postal",
        "raison": "Raison",
    }
    st.dataframe(pd.DataFrame(bilan["non_places"]).rename(columns=noms), hide_index=True, width="stretch")


def _puces(lignes: Any) -> str:
    return "\n".join(f"- **{chiffre}** {markdown(texte)}" for chiffre, texte in lignes)


def passages(rapport: dict[str, Any]) -> None:
    """Communes and groupements brought to the geography of 2021, and groupements that a TI holds in part."""
    st.markdown(
        "Chaque carte est ramenée aux communes du 1er janvier 2021. Aucune table officielle de passage n’est parmi "
        "les sources : les fusions de communes sont **déduites** des surfaces publiées.",
    )
    table = pd.DataFrame(rapport["passages"])
    colonnes = {
        "code": "Code d’origine",
        "libelle": "Nom d’origine",
        "code_2021": "Code de 2021",
        "libelle_2021": "Nom de 2021",
        "methode": "Méthode",
    }
    for objet, titre in (("groupement", "Groupements de 2023"), ("commune", "Communes de 2018")):
        lignes = table.loc[table["objet"] == objet, list(colonnes)].rename(columns=colonnes)
        with st.expander(f"{titre} ramenés à 2021 : {accorder(len(lignes), 'passage')}"):
            st.dataframe(lignes, hide_index=True, width="stretch")
    partiels = pd.DataFrame(rapport["groupements_partiels"])
    with st.expander(f"Groupements qu’un territoire ne tient qu’en partie : {nombre(len(partiels))}"):
        st.dataframe(partiels, hide_index=True, width="stretch")

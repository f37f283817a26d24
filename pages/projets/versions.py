"""A newer file of the reader's own list: what differs is told before anything is replaced."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from components.emporter import Offre, offrir
from components.html import table
from data.liste import CHAMPS_LISTE
from exports.tables import FORMATS, neutraliser_le_texte
from francais import accorder, liste
from geo.versions import comparer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from data.liste import Liste
    from geo.versions import Ecarts

__all__ = ["demander", "montrer"]

FICHIER: Final = "ma-liste-plus-recente"
TYPES: Final = ("csv", "tsv", "txt", "xlsx", "geojson", "json")
MONTREES: Final = 100
"""Rows of a table that the window shows; the file to download has them all."""

DEDUITS: Final = frozenset({"id_projet", "latitude", "longitude", "code_departement", "code_region"})
"""Fields that follow from others: a commune that changes says it once."""

CHAMPS: Final = {champ.nom: champ.titre for champ in CHAMPS_LISTE if champ.nom not in DEDUITS}

Choix = Literal["remplacer", "garder"]


def demander(octets_max: int) -> st.runtime.uploaded_file_manager.UploadedFile | None:
    """The newer file, where the reader brings one."""
    return st.file_uploader(
        "Une version plus récente de votre fichier ? Elle est comparée à celle de la page avant tout",
        type=list(TYPES),
        key=FICHIER,
        max_upload_size=octets_max // (1024 * 1024),
    )


def montrer(ancienne: Liste, nouvelle: Liste) -> Choix | None:
    """What differs, field by field, and what to do; None until the reader says.

    Args:
        ancienne: The list of the page.
        nouvelle: The newer one, checked.
    """
    avant, apres = ancienne.projets, nouvelle.projets
    ecarts = comparer(avant, apres, CHAMPS, ids=(ancienne.vises, nouvelle.vises))
    st.markdown(f"**{_bilan(ecarts)}**")
    if nouvelle.rejetees:
        rejetees = accorder(nouvelle.rejetees, "ligne rejetée n’est", "lignes rejetées ne sont")
        st.info(f"{rejetees} pas comparée : retirez votre liste puis apportez le fichier pour les corriger.")
    for titre, entetes, lignes in _tables(avant, apres, ecarts):
        if lignes:
            table(titre, entetes, lignes[:MONTREES])
    if not ecarts.rien:
        offrir(_offre(avant, apres, ecarts))
    with st.container(horizontal=True):
        remplace = st.button("Remplacer ma liste", type="primary", key="ma-liste-remplacer")
        garde = st.button("Garder l’ancienne", key="ma-liste-garder")
    return "remplacer" if remplace else "garder" if garde else None


def _bilan(ecarts: Ecarts) -> str:
    """« 2 projets ajoutés, 1 parti, 3 modifiés ; 40 sans changement »."""
    if ecarts.rien:
        return "Les deux versions disent la même chose."
    parts = [
        accorder(len(ecarts.ajoutes), "projet ajouté", "projets ajoutés"),
        accorder(len(ecarts.partis), "parti", "partis"),
        accorder(ecarts.modifies, "modifié", "modifiés"),
        f"{accorder(ecarts.pareils, 'projet')} sans changement",
    ]
    if ecarts.ambigus_apres:
        dits = accorder(len(ecarts.ambigus_apres), "projet", "projets")
        parts.append(f"{dits} que plusieurs lignes d’avant peuvent être : à vérifier")
    return f"{liste(parts)}."


def _tables(
    avant: pd.DataFrame, apres: pd.DataFrame, ecarts: Ecarts
) -> Iterator[tuple[str, tuple[str, ...], list[list[str]]]]:
    """Title, heads and rows of each table of the window."""
    qui = ("Entreprise", "Objet", "Commune")
    yield "Projets ajoutés", qui, _qui(apres, ecarts.ajoutes)
    yield "Projets partis", qui, _qui(avant, ecarts.partis)
    yield (
        "Projets modifiés",
        ("Entreprise", "Champ", "Avant", "Après"),
        [[_texte(apres, c.apres, "entreprise"), c.champ, c.disait, c.dit] for c in ecarts.changements],
    )
    yield "À vérifier : plusieurs lignes se ressemblent", qui, _qui(apres, ecarts.ambigus_apres)


def _qui(projets: pd.DataFrame, rangs: Sequence[int]) -> list[list[str]]:
    return [[_texte(projets, rang, nom) for nom in ("entreprise", "objet", "commune")] for rang in rangs]


def _texte(projets: pd.DataFrame, rang: int, nom: str) -> str:
    valeur = projets[nom].iloc[rang]
    return valeur if isinstance(valeur, str) else ""


def _offre(avant: pd.DataFrame, apres: pd.DataFrame, ecarts: Ecarts) -> Offre:
    return Offre(
        cle="ma-liste-ecarts",
        libelle="Télécharger ce qui change (CSV)",
        nom="ce_qui_change.csv",
        type_mime=FORMATS["csv"].types[0],
        faire=lambda: _en_csv(avant, apres, ecarts),
        etiree=False,
    )


def _en_csv(avant: pd.DataFrame, apres: pd.DataFrame, ecarts: Ecarts) -> bytes:
    """One row a project that came or went, one row a field that changed."""
    sortie = io.StringIO(newline="")
    sortie.write("\ufeff")
    auteur = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    auteur.writerow(("Quoi", "Entreprise", "Objet", "Commune", "Champ", "Avant", "Après"))
    groupes = (
        ("ajouté", apres, ecarts.ajoutes),
        ("parti", avant, ecarts.partis),
        ("à vérifier, avant", avant, ecarts.ambigus_avant),
        ("à vérifier, après", apres, ecarts.ambigus_apres),
    )
    lignes = [[quoi, *qui, "", "", ""] for quoi, projets, rangs in groupes for qui in _qui(projets, rangs)]
    for change in ecarts.changements:
        (qui,) = _qui(apres, (change.apres,))
        lignes.append(["modifié", *qui, change.champ, change.disait, change.dit])
    auteur.writerows([neutraliser_le_texte(texte) for texte in ligne] for ligne in lignes)
    return sortie.getvalue().encode("utf-8")

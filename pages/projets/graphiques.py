"""The charts of a selection of projects; a press on a mark filters the page."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import streamlit as st

from components.graphiques import Serie, graphique
from components.graphiques import comptes as charts
from geo.filtre import FACETTE_DE, MANQUANT, NATURES, TYPES, mois_en_lettres
from theme import FAMILLES, STADES

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from components.graphiques import Graphique
    from components.partage import ProjetsPrets
    from geo.filtre import Facette

    Masque = npt.NDArray[np.bool_]

__all__ = ["filieres_de", "laisser_peindre_la_carte", "montrer", "montrer_les_autres"]

PRESSE: Final = "Cliquez sur une barre pour filtrer."
AVANCE: Final = 0.05
"""Seconds from the map of a selection to its charts."""

DEJA: Final = "projets-deja"
MUETTE: Final = str(FACETTE_DE["filiere"].manquant)
"""The projects that say no filière."""

AUTRES: Final = "Filières et régions, natures, tailles"


def filieres_de(famille: str, prets: ProjetsPrets) -> list[str]:
    """The filières that a family of the charts gathers, as the filter names them."""
    nommees = {nom: f.libelle for f in FAMILLES for nom in f.filieres} | {MANQUANT: MUETTE}
    autres = FAMILLES[-1].libelle
    connues = prets.vocabulaires.de(2021)["filiere"]
    return [valeur for valeur in connues if nommees.get(valeur, autres) == famille]


def _familles(prets: ProjetsPrets) -> list[str]:
    """The families of the charts; a last one for the projects without a filière, where the page has some."""
    muettes = [MUETTE] if (prets.familles == len(FAMILLES)).any() else []
    return [*(famille.libelle for famille in FAMILLES), *muettes]


def _croiser(
    lignes: npt.NDArray[np.integer], colonnes: npt.NDArray[np.integer], forme: tuple[int, int]
) -> list[list[int]]:
    """Number of projects for each pair of ranks; what has no rank (-1) is left out."""
    table = np.zeros(forme, dtype=np.int64)
    dits = (lignes >= 0) & (colonnes >= 0)
    np.add.at(table, (lignes[dits], colonnes[dits]), 1)
    comptes: list[list[int]] = table.tolist()
    return comptes


def par_filiere_et_stade(prets: ProjetsPrets, masque: Masque) -> Graphique:
    """Families of filières cut by stade: only the stades that the projects of the page have."""
    tous = prets.rangs_des_stades
    noms = _familles(prets)
    comptes = _croiser(prets.familles[masque], tous[masque], (len(noms), len(STADES)))
    series = [
        Serie(nom=s.libelle, couleur=s.couleur, valeurs=[ligne[rang] for ligne in comptes], cle=s.libelle)
        for rang, s in enumerate(STADES)
        if (tous == rang).any()
    ]
    return charts.empilees("Filières et stades", noms, noms, series, entete="Filière")


def par_mois(prets: ProjetsPrets, masque: Masque) -> Graphique:
    """Month by month, over the whole period of the page: the axis does not move."""
    cles, rangs = prets.mois
    siens = rangs[masque]
    comptes = np.bincount(siens[siens >= 0], minlength=len(cles))
    noms = [mois_en_lettres(cle) for cle in cles]
    lignes = pd.DataFrame({"cle": list(cles), "nom": noms, "projets": comptes})
    return charts.colonnes("Projets par mois de mise à jour", lignes, entete="Mois")


def par_filiere_et_region(prets: ProjetsPrets, masque: Masque) -> Graphique:
    """Régions by families of filières; a last row for the projects of no région."""
    regions = list(prets.vocabulaires.de(2021)["region"].items())
    rangs = {code: rang for rang, (code, _) in enumerate(regions)}
    lignes = prets.projets["code_region"].fillna(MANQUANT).map(rangs).to_numpy(dtype=np.int64)[masque]
    familles = [(nom, nom) for nom in _familles(prets)]
    comptes = _croiser(lignes, prets.familles[masque], (len(regions), len(familles)))
    return charts.grille("Filières et régions", regions, familles, comptes, entete="Région")


def par_facette(
    prets: ProjetsPrets, masque: Masque, facette: Facette, noms: dict[str, str], titre: str
) -> Graphique:
    """One bar for each value of a facet; the last one counts the projects without any, if there are some."""
    colonne = prets.projets[facette.colonne_de(2021)]
    comptes = colonne[masque].fillna(MANQUANT).value_counts()
    if colonne.isna().any():
        noms = {**noms, MANQUANT: str(facette.manquant)}
    lignes = pd.DataFrame(
        {
            "cle": list(noms),
            "nom": list(noms.values()),
            "projets": comptes.reindex(list(noms), fill_value=0).to_numpy(),
        }
    )
    return charts.barres(titre, lignes, entete=facette.libelle)


def laisser_peindre_la_carte() -> None:
    """Let the map of a new selection leave before its charts, which a browser takes 60 ms to draw.

    Sent together, they would hold back the answer that the reader waits for. Nothing waits on the first run.
    """
    if st.session_state.get(DEJA):
        time.sleep(AVANCE)
    st.session_state[DEJA] = True


def montrer(prets: ProjetsPrets, masque: Masque, au_choix: Callable[[dict[str, list[str]]], None]) -> None:
    """The two charts that stand beside the map."""

    def _filiere(famille: str, stade: str) -> None:
        au_choix(
            {
                "filiere": filieres_de(famille, prets),
                **({"stade": [FACETTE_DE["stade"].ecrire(stade)]} if stade else {}),
            }
        )

    graphique.montrer(
        par_filiere_et_stade(prets, masque),
        cle="projets-stades",
        au_choix=_filiere,
        aide=PRESSE,
        partie="Les projets en graphiques",
    )
    graphique.montrer(
        par_mois(prets, masque),
        cle="projets-mois",
        au_choix=lambda mois, _: au_choix({"du": [mois], "au": [mois]}),
    )


def montrer_les_autres(
    prets: ProjetsPrets, masque: Masque, au_choix: Callable[[dict[str, list[str]]], None]
) -> None:
    """The other charts, in a part that the reader opens: closed, they cost nothing."""
    repli = st.expander(AUTRES, key="projets-autres", on_change="rerun", icon=":material/bar_chart:")
    with repli:
        if not repli.open:
            return
        gauche, droite = st.columns([3, 2], gap="large")
        with gauche:
            graphique.montrer(
                par_filiere_et_region(prets, masque),
                cle="projets-regions",
                au_choix=lambda region, famille: au_choix(
                    {"region": [region], "filiere": filieres_de(famille, prets)}
                ),
                aide="Cliquez sur une case pour filtrer.",
            )
        with droite:
            for mot, noms, titre in (
                ("nature", NATURES, "Natures"),
                ("type", _tailles(prets), "Tailles d’entreprise"),
            ):
                facette = FACETTE_DE[mot]
                graphique.montrer(
                    par_facette(prets, masque, facette, noms, titre),
                    cle=f"projets-{mot}",
                    au_choix=_choisisseur(mot, au_choix),
                )


def _choisisseur(mot: str, au_choix: Callable[[dict[str, list[str]]], None]) -> Callable[[str, str], None]:
    return lambda valeur, _: au_choix({mot: [valeur]})


def _tailles(prets: ProjetsPrets) -> dict[str, str]:
    """Every size of the page; the published ones first."""
    connues = prets.vocabulaires.de(2021)["type"]
    return {
        valeur: valeur if valeur in TYPES else nom for valeur, nom in connues.items() if valeur != MANQUANT
    }

"""What follows the table of a comparison: one indicator drawn, and the table to take away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.graphiques import compares, graphique
from data.sources.registre import charger_registre
from exports.tables.comparaison import ecrire
from exports.tables.contexte import Contexte
from geo.indicateurs.objets import nom_objet
from pages.comparer import etat
from theme import NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses.comparer import AdresseComparer
    from geo.atlas.atlas import Atlas
    from geo.indicateurs.comparaison import Ligne
    from geo.indicateurs.objets import Objet

__all__ = ["emporter", "tracer"]

PERIMETRES: Final = ("ti149_groupements", "epcicom2021")
"""Sources of what the objects are made of."""


def noms(atlas: Atlas, objets: Sequence[Objet], millesime: int) -> list[str]:
    """What a reader calls each object."""
    return [nom_objet(atlas, objet, millesime=millesime).strip() for objet in objets]


def tracer(atlas: Atlas, adresse: AdresseComparer, objets: Sequence[Objet], lignes: Sequence[Ligne]) -> None:
    """The indicator that the reader picks, as bars that read in grey."""
    voulu = etat.indicateur()
    ligne = next(ligne for ligne in lignes if ligne.indicateur.cle == voulu)
    valeurs = [c.mesure.valeur if c.mesure and not c.raison else float("nan") for c in ligne.cases]
    table = pd.DataFrame({"nom": noms(atlas, objets, adresse.millesime), "valeur": valeurs})
    trace = compares.cote_a_cote(
        ligne.indicateur.libelle,
        table,
        entete="Lieu",
        unite=ligne.indicateur.unite,
        decimales=ligne.indicateur.decimales,
    )
    graphique.montrer(trace, cle="comparer-graphique", partie="La comparaison en graphique")


def emporter(
    atlas: Atlas, adresse: AdresseComparer, objets: Sequence[Objet], lignes: Sequence[Ligne]
) -> None:
    """The table as CSV, made when it is pressed."""
    siens = noms(atlas, objets, adresse.millesime)
    st.download_button(
        "Télécharger le tableau (CSV)",
        data=lambda: ecrire(lignes, siens, _contexte(adresse, siens, lignes)).octets,
        file_name="comparaison.csv",
        mime="text/csv",
        on_click="ignore",
        key="comparer-csv",
        icon=":material/download:",
    )


def _contexte(adresse: AdresseComparer, siens: Sequence[str], lignes: Sequence[Ligne]) -> Contexte:
    registre = charger_registre()
    cles = dict.fromkeys([*PERIMETRES, *(cle for ligne in lignes for cle in ligne.indicateur.sources)])
    base = str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    return Contexte(
        titre=f"Comparaison, {NOM}",
        jour=datetime.now(UTC).strftime("%Y-%m-%d"),
        lien=f"{base}/{adresse.lien()}",
        filtres=(f"Lieux : {', '.join(siens)}", f"Millésime des territoires : {adresse.millesime}"),
        sources=tuple(registre[cle].citation() for cle in cles),
    )

"""What follows the table of a comparison: one indicator drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from components.graphiques import compares, graphique
from pages.comparer import etat
from pages.comparer.offres import noms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseComparer
    from geo.atlas import Atlas
    from geo.indicateurs import Ligne, Objet

__all__ = ["tracer"]


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

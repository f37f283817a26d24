"""The contract of what links territories to one another: which of them touch, in each millésime."""

from __future__ import annotations

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code
from geo.contrats.projets import PERIMETRES
from geo.millesimes import MILLESIMES

__all__ = ["TABLES_HISTOIRE"]

TABLES_HISTOIRE = (
    Table(
        nom="voisinages",
        titre="Les territoires qui se touchent, millésime par millésime",
        sources=("communes_2018", "epci_2021", *PERIMETRES),
        cle=("millesime", "id_ti", "voisin"),
        champs=(
            Champ(
                nom="millesime",
                sens="Millésime du périmètre.",
                type=champs.ENTIER,
                valeurs=tuple(MILLESIMES),
            ),
            code("id_ti", "Identifiant du territoire, valable dans son millésime.", champs.TI),
            code("voisin", "Identifiant d’un territoire qui le touche.", champs.TI),
            Champ(
                nom="longueur_km",
                sens="Longueur de leur frontière commune.",
                type=champs.REEL,
                unite="km",
                bornes=(0.01, 2000),
            ),
        ),
    ),
)
"""Shared borders."""

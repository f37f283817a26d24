"""The projects of a sheet as bars that can be read as figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from components.html import balise
from francais import NON_RENSEIGNE, nombre
from geo.filtre import NATURES
from geo.profils import par_annee, repartition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html import Html

__all__ = ["barres", "repartitions"]


def repartitions(projets: pd.DataFrame) -> Html:
    """By filière, by nature, by year, largest first; the years in their order."""
    entetes = [balise("th", mot) for mot in ("Projets", "Emplois annoncés")]
    return balise(
        "table",
        balise("caption", "Projets et emplois annoncés", classe="atlas-lecteurs"),
        balise("thead", balise("tr", balise("td"), *entetes)),
        barres("Par filière", repartition(projets, "filiere"), muette="Non renseignée"),
        barres("Par nature de dépense", repartition(projets, "nature"), NATURES, muette="Non renseignée"),
        barres("Par année de mise à jour", par_annee(projets)),
        classe="atlas-repartitions",
    )


def barres(
    titre: str, lignes: pd.DataFrame, noms: Mapping[str, str] | None = None, muette: str = NON_RENSEIGNE
) -> Html:
    """A part of that table: one row per value, its number of projects as a text and as a bar.

    Args:
        titre: What the rows are.
        lignes: valeur, projets, emplois, renseignes, as `geo.profils.repartitions.repartition` gives them.
        noms: What a reader sees for a value.
        muette: What a reader sees for an empty one.
    """
    plus_grand = max(1, int(lignes["projets"].max())) if len(lignes) else 1
    rangees = [_barre(ligne, plus_grand, noms or {}, muette) for ligne in lignes.to_dict("records")]
    entete = balise("tr", balise("th", titre, scope="rowgroup", colspan="3"))
    return balise("tbody", entete, *rangees)


def _barre(ligne: dict[str, object], plus_grand: int, noms: Mapping[str, str], muette: str) -> Html:
    valeur, projets = ligne["valeur"], int(str(ligne["projets"]))
    nom = muette if pd.isna(valeur) else noms.get(str(valeur), str(valeur))
    emplois = ligne["emplois"] if ligne["renseignes"] else None
    largeur = {"style": f"--l:{100 * projets / plus_grand:.0f}%"} if projets < plus_grand else {}
    return balise(
        "tr",
        balise("th", nom, **largeur),
        balise("td", nombre(projets)),
        balise("td", "–" if emplois is None else nombre(float(str(emplois)))),
    )

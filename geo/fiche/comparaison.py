"""How a comparison is read: each cell as a value, a rank or a distance to France, or why it is empty."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import ESPACE_FINE, MOINS, NON_RENSEIGNE, nombre
from geo.atlas import OM
from geo.indicateurs import ecriture

if TYPE_CHECKING:
    from geo.indicateurs import Case, Indicateur, Ligne

__all__ = ["ECARTS", "CaseDite", "dire", "libelle", "note", "tete"]

ECARTS: Final = {"points": "écart en points", "fois": "rapport à la France", "part": "% de la France"}
"""What a distance to France is told in."""

ECART_DECIMALES: Final = 2
"""Decimals to which distances are drawn: what is written as zero has no bar."""


@dataclass(frozen=True, kw_only=True)
class CaseDite:
    """A cell as it is read.

    Attributes:
        texte: What it says.
        connue: Whether it is a figure; else words that stand for it.
        poids: What its bar measures; NaN without one.
        raison: Why there is none, one French clause; empty when there is one, or when it has no rank.
        precision: What stands beside a value: of what it is the rate, what it leaves out; may be empty.
    """

    texte: str
    connue: bool
    poids: float
    raison: str = ""
    precision: str = ""


def libelle(indicateur: Indicateur) -> str:
    """The name of a row, its thousands kept together."""
    return indicateur.libelle.replace(" 000", f"{ESPACE_FINE}000")


def note(indicateur: Indicateur) -> str:
    """How the figures of a row are made, for whoever asks."""
    annees = ecriture.annees(indicateur)
    return f"{indicateur.formule} Géographie : {indicateur.geographie}. Années : {annees}."


def tete(ligne: Ligne, vue: str) -> str:
    """What the cells of a row are in."""
    if vue == "ecarts":
        return ECARTS[ligne.ecart_en]
    return "rang parmi les siens" if vue == "rangs" else ligne.indicateur.unite


def dire(ligne: Ligne, case: Case, vue: str) -> CaseDite:
    """One cell as it is read.

    Args:
        ligne: Its row.
        case: The cell.
        vue: « valeurs », « rangs » or « ecarts ».
    """
    raison = case.raison or (case.sans_ecart if vue == "ecarts" else "")
    if raison:
        texte = NON_RENSEIGNE if case.raison else "sans écart"
        return CaseDite(texte=texte, connue=False, poids=math.nan, raison=raison)
    poids = _poids(case, vue)
    if vue == "rangs" and case.mesure and case.mesure.tiers:
        return CaseDite(texte=ecriture.rang(ligne.indicateur, case.mesure), connue=True, poids=math.nan)
    if math.isnan(poids):
        mot = "sans rang : la somme des régions d’outre-mer" if case.objet.code == OM else "sans rang"
        return CaseDite(texte=mot, connue=False, poids=poids)
    precision = case.precision if vue == "valeurs" else ""
    return CaseDite(texte=_texte(ligne, case, vue), connue=True, poids=poids, precision=precision)


def _poids(case: Case, vue: str) -> float:
    """What the bar measures; a rank is drawn as the share of objects that stand behind."""
    if case.mesure is None:
        return math.nan
    if vue == "ecarts":
        return round(case.ecart, ECART_DECIMALES)
    if vue == "valeurs":
        return case.mesure.valeur
    if case.mesure.rang is None or not case.mesure.classes:
        return math.nan
    return (case.mesure.classes - case.mesure.rang + 1) / case.mesure.classes


def _texte(ligne: Ligne, case: Case, vue: str) -> str:
    mesure = case.mesure
    assert mesure is not None
    if vue == "rangs":
        return ecriture.rang(ligne.indicateur, mesure)
    if vue == "ecarts":
        nul = mesure.etat == "zéro" and ligne.ecart_en != "points"
        return "zéro ici" if nul else _ecart(ligne, case.ecart)
    return ecriture.valeur(ligne.indicateur, mesure.valeur, mesure.couverture)


def _ecart(ligne: Ligne, ecart: float) -> str:
    if ligne.ecart_en == "points":
        arrondi = round(ecart, ligne.indicateur.decimales)
        if not arrondi:
            return "comme la France"
        signe = "+ " if arrondi > 0 else f"{MOINS} "
        return f"{signe}{nombre(abs(arrondi), ligne.indicateur.decimales)}"
    if ligne.ecart_en == "fois":
        return f"× {nombre(ecart, 2)}"
    return nombre(ecart, 2 if 0 < ecart < 1 else 1, "%")

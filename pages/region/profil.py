"""What the projects of a région are made of: shares here and in the reference, and their ratio."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from components.graphiques import parts as parts_dessinees
from components.html import RIEN, balise
from francais import nombre
from geo.filtre import NATURES, TYPES
from geo.profils import DECIMALES_INDICE, PEU_DIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.graphiques import Graphique
    from components.html import Html
    from pages.region.calculs import Profils

__all__ = ["familles", "filieres", "mois", "natures_et_types", "parts"]

MOIS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")


def familles(profils: Profils, ici: str, reference: str) -> Graphique:
    """The families of filières: where the région stands out."""
    trace = _graphique("Familles de filières", profils.familles, "Famille", ici, reference)
    return replace(trace, note=profils.muets["familles"])


def filieres(profils: Profils, reference: str) -> Html:
    """Every published filière that has a project here or in the reference."""
    return parts("Par filière publiée", profils.filieres, entete="Filière", reference=reference)


def natures_et_types(profils: Profils, ici: str, reference: str) -> tuple[Graphique, Graphique]:
    """Natures of expense, types of enterprise."""
    natures = _graphique("Natures de dépense", profils.natures, "Nature", ici, reference, NATURES)
    types = _graphique("Types d’entreprise", profils.types, "Type", ici, reference, TYPES)
    return (
        replace(natures, note=profils.muets["natures"]),
        replace(types, note=profils.muets["types"]),
    )


def mois(profils: Profils, ici: str, reference: str) -> Graphique:
    """The months of the last update; without an index: a share of a month is a pace."""
    return _graphique("Mois de mise à jour", profils.mois, "Mois", ici, reference)


def _graphique(  # noqa: PLR0913, PLR0917  the words of a chart
    titre: str,
    lignes: pd.DataFrame,
    entete: str,
    ici: str,
    reference: str,
    noms: Mapping[str, str] | None = None,
) -> Graphique:
    """One chart of a profile; the months have no index: a share of a month is a pace."""
    par_mois = "mois" in lignes
    valeurs = lignes["mois" if par_mois else "valeur"].astype(str)
    de = {v: _nom_du_mois(v) for v in valeurs} if par_mois else dict(noms or {})
    table = pd.DataFrame(
        {
            "cle": valeurs,
            "nom": [de.get(valeur, valeur) for valeur in valeurs],
            "projets": lignes["projets"],
            "part": lignes["part"] / 100,
            "part_reference": lignes["part_reference"] / 100,
            "indice": float("nan") if par_mois else lignes["indice"],
            "peu": False if par_mois else lignes["peu"],
        }
    )
    return parts_dessinees(titre, table, entete=entete, ici=ici, reference=reference, serre=par_mois)


def parts(
    titre: str,
    lignes: pd.DataFrame,
    *,
    entete: str,
    reference: str,
) -> Html:
    """A table whose cells are drawn: share here as a bar, share of the reference as a tick, index as a text.

    Args:
        titre: What the table holds.
        lignes: As `geo.profils.profil.profil` gives them.
        entete: Header of the names.
        reference: Name of the reference.
    """
    sommet = max(1.0, float(lignes[["part", "part_reference"]].max().max() or 1)) if len(lignes) else 1.0
    tetes = (entete, "Projets", "Part", reference, "Indice")
    corps = [_ligne(ligne, sommet) for ligne in lignes.to_dict("records")]
    return balise(
        "table",
        balise("caption", titre),
        balise("thead", balise("tr", *(balise("th", tete, scope="col") for tete in tetes))),
        balise("tbody", *corps),
        classe="atlas-parts",
    )


def _ligne(ligne: dict[str, object], sommet: float) -> Html:
    part, autre, indice = (float(str(ligne[c])) for c in ("part", "part_reference", "indice"))
    nom = str(ligne["valeur"])
    barre = _barre(part, autre, sommet)
    return balise(
        "tr",
        balise("th", nom, barre),
        balise("td", nombre(float(str(ligne["projets"])))),
        balise("td", _pourcent(part)),
        balise("td", _pourcent(autre)),
        _indice(indice),
    )


def _barre(part: float, autre: float, sommet: float) -> Html:
    """The share here as a bar, that of the reference as a tick; what is zero or unknown draws nothing."""
    trait = balise("i", style=f"width:{100 * part / sommet:.1f}%") if part > 0 else RIEN
    repere = balise("s", style=f"left:{100 * autre / sommet:.1f}%") if autre > 0 else RIEN
    return balise("span", trait, repere, classe="b")


def _pourcent(part: float) -> str:
    return "–" if math.isnan(part) else nombre(part, 0, "%")


def _indice(indice: float) -> Html:
    """An index; the word that stands in its place where it would hang on a few projects."""
    if math.isnan(indice):
        return balise("td", balise("small", PEU_DIT))
    return balise("td", balise("b", nombre(indice, DECIMALES_INDICE)))


def _nom_du_mois(mois: str) -> str:
    annee, numero = mois.split("-")
    return f"{MOIS[int(numero) - 1]} {annee}"

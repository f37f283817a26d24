"""The six published figures of a région: each with its status, its rank, the reference, and what we count.

Published, deduced and missing look different, by a word and by their frame; what we count stands under.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.adresses.region import AdresseRegion
from components.html.texte import RIEN, balise
from francais import nombre, ordinal
from geo.atlas.assiettes import OM, REGIONS_D_OUTRE_MER
from geo.etape.formules import FORMULES
from geo.etape.regions import DATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html.texte import Html
    from geo.etape.regions import Calcul, ChiffreRegion

__all__ = ["cartes", "renvoi_outre_mer"]

JOUR: Final = "/".join(reversed(DATE.split("-")))
MUETTE: Final = "–"
"""What stands for a figure that the document does not give: a word says it beside."""


def cartes(
    chiffres: tuple[ChiffreRegion, ...],
    reference: Mapping[str, float],
    ratios: Mapping[str, tuple[float, float]],
    *,
    nom_reference: str,
    qui_finance: str = "",
) -> Html:
    """One card for each published figure.

    Args:
        chiffres: As `geo.etape.regions.chiffres_de_region` gives them.
        reference: The same figures of the reference; NaN when the document gives none.
        ratios: By key of `FORMULES`, the ratio of the région and that of the reference; NaN when unknown.
        nom_reference: Name of the reference.
        qui_finance: Who funds, as published.
    """
    contenu = [
        _carte(
            c, reference.get(c.publie.cle, math.nan), ratios.get(c.publie.ratio), nom_reference, qui_finance
        )
        for c in chiffres
    ]
    return balise("div", *contenu, classe="atlas-region-chiffres")


def _carte(
    chiffre: ChiffreRegion,
    autre: float,
    ratio: tuple[float, float] | None,
    nom_reference: str,
    qui_finance: str,
) -> Html:
    publie = chiffre.publie
    connue = not math.isnan(chiffre.valeur)
    unite = "M€" if publie.unite == "M€" else ""
    valeur = nombre(chiffre.valeur, publie.decimales, unite) if connue else MUETTE
    return balise(
        "article",
        _nom(chiffre, qui_finance),
        balise("p", balise("b", valeur), classe="v" if connue else "v muette"),
        balise("p", _statut(chiffre), classe="s"),
        _face_aux_autres(chiffre, autre, ratio, nom_reference),
        _calculee(chiffre.calcul),
        classe={"publié": "publie", "déduit": "deduit", "absent": "absent"}[chiffre.statut],
    )


def _nom(chiffre: ChiffreRegion, qui_finance: str) -> Html:
    publie = chiffre.publie
    phrases = [publie.formule, f"« Point d’étape à 3 ans », {JOUR}."]
    if publie.cle == "engagements" and qui_finance:
        phrases.append(f"Financeurs\u00a0: {qui_finance}.")
    if publie.ratio:
        ratio = FORMULES[publie.ratio]
        phrases.append(f"{ratio.libelle}\u00a0: {ratio.formule}")
    phrases += [phrase for phrase in (chiffre.absence, _en_plus(chiffre.calcul)) if phrase]
    return balise(
        "details",
        balise("summary", balise("h3", publie.libelle), balise("i", "i")),
        balise("p", " ".join(phrases)),
        name="i-region",
    )


def _statut(chiffre: ChiffreRegion) -> Html:
    mot = {"publié": f"publié · {JOUR}", "déduit": f"déduit · {JOUR}", "absent": "non publié"}[chiffre.statut]
    rang = f"{ordinal(chiffre.rang)} sur {nombre(chiffre.classes)}" if chiffre.rang else ""
    return balise("u", mot) + (balise("span", rang) if rang else RIEN)


def _face_aux_autres(
    chiffre: ChiffreRegion, autre: float, ratio: tuple[float, float] | None, nom_reference: str
) -> Html:
    """The ratio that compares régions of any size, and the figure of the reference."""
    publie = chiffre.publie
    if chiffre.statut == "absent":
        return balise("p", chiffre.absence)
    lignes = []
    if ratio and not math.isnan(ratio[0]):
        formule = FORMULES[publie.ratio]
        ici, la_bas = (nombre(v, formule.decimales) for v in ratio)
        lignes.append(_ligne(_COURTS.get(publie.ratio, formule.libelle), ici))
        if not math.isnan(ratio[1]):
            lignes.append(_ligne(nom_reference, la_bas))
    elif not math.isnan(autre):
        lignes.append(_ligne(nom_reference, nombre(autre, publie.decimales)))
    return balise("dl", *lignes)


_COURTS: Final = {
    "laureats_hab": "pour 100 000 hab.",
    "levier": "€ pour 1 € public",
    "engagements_hab": "€ par habitant",
    "emplois_hab": "pour 10 000 hab.",
}
"""A ratio in a few words; its « i » has them all."""


def _ligne(nom: str, valeur: str) -> Html:
    return balise("div", balise("dt", nom), balise("dd", valeur))


def _en_plus(calcul: Calcul) -> str:
    """What « i » tells of our own figure: what it counts, why it differs, its years."""
    if math.isnan(calcul.valeur):
        return calcul.ecart
    annees = ", ".join(map(str, calcul.annees))
    phrases = (
        f"Calculé\u00a0: {nombre(calcul.valeur)} {calcul.quoi}.",
        calcul.ecart,
        f"Années\u00a0: {annees}.",
    )
    return " ".join(phrase for phrase in phrases if phrase)


def _calculee(calcul: Calcul) -> Html:
    if math.isnan(calcul.valeur):
        return balise("p", calcul.ecart, classe="c rien")
    return balise(
        "p",
        balise("em", "calculé"),
        balise("b", f" {nombre(calcul.valeur)} "),
        calcul.quoi,
        classe="c",
    )


def renvoi_outre_mer(code: str) -> Html:
    """For an overseas région: that the document publishes the five together, with a link; else nothing."""
    if code not in REGIONS_D_OUTRE_MER:
        return RIEN
    ou = balise("a", "voir l’outre-mer", href=AdresseRegion(code=OM).lien(), target="_self")
    texte = "Le « Point d’étape » du 24 septembre 2021 publie les cinq régions d’outre-mer ensemble"
    return balise("p", f"{texte}\u00a0: ", ou, ".", classe="atlas-chapeau atlas-renvoi")

"""How the six published figures of a région are read: page, sheet, deck and séance say the same words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import nombre
from geo.etape.formules import FORMULES
from geo.etape.regions import DATE
from geo.indicateurs import UNITES_COLLEES, ecriture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.etape.precision import Encadre
    from geo.etape.regions import Calcul, ChiffreRegion, Statut

__all__ = ["JOUR", "NON_PUBLIE", "PublieDit", "dire", "explication", "face", "phrase"]

JOUR: Final = "/".join(reversed(DATE.split("-")))
"""Day of the published figures, as it is read."""

NON_PUBLIE: Final = "non publié"

_COURTS: Final = {
    "laureats_hab": "pour 100 000 hab.",
    "levier": "€ pour 1 € public",
    "engagements_hab": "€ par habitant",
    "emplois_hab": "pour 10 000 hab.",
}
"""A ratio in a few words; its explanation has them all."""


@dataclass(frozen=True, kw_only=True)
class PublieDit:
    """A published figure as it is read.

    Attributes:
        libelle: What it is.
        statut: « publié », « déduit » or « absent ».
        connue: Whether the document gives it.
        valeur: The figure with the unit that sticks to it, « environ » before one that is deduced from a
            rounded total; « non publié » without one.
        intervalle: Its bounds, « entre 319 et 419 », when it is deduced from a rounded total; else empty.
        rang: Its rank among the lines of the document, in words; empty without one.
        absence: Why the document does not give it, or how it was deduced.
        calcul: What our tables count: the figure, and what it counts; both empty when they cannot say.
        ecart: Why both differ, or why our tables cannot say.
    """

    libelle: str
    statut: Statut
    connue: bool
    valeur: str
    intervalle: str
    rang: str
    absence: str
    calcul: tuple[str, str]
    ecart: str


def dire(chiffre: ChiffreRegion) -> PublieDit:
    """A published figure as it is read."""
    publie, calcul = chiffre.publie, chiffre.calcul
    connue = not math.isnan(chiffre.valeur)
    unite = publie.unite if publie.unite in UNITES_COLLEES else ""
    return PublieDit(
        libelle=publie.libelle,
        statut=chiffre.statut,
        connue=connue,
        valeur=chiffre.encadre.dite(publie.decimales, unite) if connue else NON_PUBLIE,
        intervalle=chiffre.encadre.entre(publie.decimales),
        rang=ecriture.place(chiffre.rang, chiffre.classes, chiffre.ex_aequo),
        absence=_absence(chiffre),
        calcul=("", "") if math.isnan(calcul.valeur) else (nombre(calcul.valeur), calcul.quoi),
        ecart=calcul.ecart,
    )


def explication(chiffre: ChiffreRegion, qui_finance: str = "") -> str:
    """What is counted, its document, its ratio, and what our own figure counts: for whoever asks.

    Args:
        chiffre: The figure.
        qui_finance: Who funds, as published.
    """
    publie = chiffre.publie
    phrases = [publie.formule, f"« Point d’étape à 3 ans », {JOUR}."]
    if publie.cle == "engagements" and qui_finance:
        phrases.append(f"Financeurs\u00a0: {qui_finance}.")
    if publie.ratio:
        ratio = FORMULES[publie.ratio]
        phrases.append(f"{ratio.libelle}\u00a0: {ratio.formule}")
    return " ".join(filter(None, (*phrases, _absence(chiffre), _en_plus(chiffre.calcul))))


def _absence(chiffre: ChiffreRegion) -> str:
    """Why the document does not give a figure; how it was deduced, and how well it is known."""
    if chiffre.statut != "déduit":
        return chiffre.absence
    entre = chiffre.encadre.entre(chiffre.publie.decimales)
    arrondi = f"Le total national est arrondi : il est {entre} {chiffre.publie.unite}. " if entre else ""
    return f"{chiffre.absence} {arrondi}Un chiffre déduit n’a pas de rang."


def _en_plus(calcul: Calcul) -> str:
    """What is told of our own figure: what it counts, why it differs, its years."""
    if math.isnan(calcul.valeur):
        return calcul.ecart
    annees = ", ".join(map(str, calcul.annees))
    phrases = (
        f"Calculé\u00a0: {nombre(calcul.valeur)} {calcul.quoi}.",
        calcul.ecart,
        f"Années\u00a0: {annees}.",
    )
    return " ".join(filter(None, phrases))


def face(
    chiffre: ChiffreRegion, autre: Encadre, ratio: tuple[Encadre, Encadre] | None, nom_reference: str
) -> tuple[tuple[str, str], ...]:
    """The ratio that compares régions of any size with that of the reference, else the figure of the latter.

    Args:
        chiffre: The figure.
        autre: That of the reference; NaN when the document gives none.
        ratio: The ratio of the région and that of the reference; NaN when unknown.
        nom_reference: Name of the reference.

    Returns:
        A name and a figure, line by line; the bounds alone of one that is deduced from a rounded total.
    """
    publie = chiffre.publie
    if ratio and not math.isnan(ratio[0].valeur):
        formule = FORMULES[publie.ratio]
        noms = (_COURTS.get(publie.ratio, formule.libelle), nom_reference)
        lus = zip(noms, ratio, strict=True)
        return tuple((nom, e.courte(formule.decimales)) for nom, e in lus if not math.isnan(e.valeur))
    return () if math.isnan(autre.valeur) else ((nom_reference, autre.courte(publie.decimales)),)


def phrase(chiffres: Sequence[ChiffreRegion]) -> str:
    """The published figures of a région in a sentence; what is deduced is said so, what is not too."""
    dits = [dire(chiffre) for chiffre in chiffres]
    if not any(dit.connue for dit in dits):
        return f"« Point d’étape » du {JOUR}\u00a0: aucun chiffre propre à cette région n’est publié."
    deduits = any(dit.statut == "déduit" for dit in dits)
    morceaux = [
        f"{dit.libelle.lower()}\u00a0: {', '.join(filter(None, (dit.valeur, dit.intervalle)))}"
        f"{' (déduit)' if dit.statut == 'déduit' else ''}"
        for dit in dits
    ]
    return f"{'Au' if deduits else 'Publié au'} « Point d’étape » du {JOUR} – {' ; '.join(morceaux)}."

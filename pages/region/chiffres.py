"""The six published figures of a région: each with its status, its rank, the reference, and what we count.

Published, deduced and missing look different, by a word and by their frame; what we count stands under.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.adresses import AdresseRegion
from components.html import RIEN, balise
from geo.atlas import OM, REGIONS_D_OUTRE_MER
from geo.etape import ENVIRON, JOUR, NON_PUBLIE, Encadre, dire, explication, face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from components.html import Html
    from geo.etape import ChiffreRegion, PublieDit

__all__ = ["renvoi_outre_mer", "vignettes"]

MUETTE: Final = "–"
"""What stands for a figure that the document does not give: a word says it beside."""


def vignettes(
    chiffres: tuple[ChiffreRegion, ...],
    reference: Mapping[str, Encadre],
    ratios: Mapping[str, tuple[Encadre, Encadre]],
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
        _vignette(
            c,
            reference.get(c.publie.cle, Encadre.exact(math.nan)),
            ratios.get(c.publie.ratio),
            nom_reference,
            qui_finance,
        )
        for c in chiffres
    ]
    return balise("div", *contenu, classe="atlas-region-chiffres")


def _vignette(
    chiffre: ChiffreRegion,
    autre: Encadre,
    ratio: tuple[Encadre, Encadre] | None,
    nom_reference: str,
    qui_finance: str,
) -> Html:
    dit = dire(chiffre)
    return balise(
        "article",
        _nom(dit, explication(chiffre, qui_finance)),
        balise(
            "p",
            *_valeur(dit),
            classe="v" if dit.connue else "v muette",
        ),
        balise("p", _statut(dit), classe="s"),
        _face_aux_autres(dit, face(chiffre, autre, ratio, nom_reference)),
        _calculee(dit),
        classe={"publié": "publie", "déduit": "deduit", "absent": "absent"}[dit.statut],
    )


def _valeur(dit: PublieDit) -> tuple[Html, ...]:
    """The figure, what makes it approximate in small before it."""
    if not dit.connue:
        return (balise("b", MUETTE),)
    lue = dit.valeur.removeprefix(ENVIRON)
    environ = (balise("small", ENVIRON),) if lue != dit.valeur else ()
    return (*environ, balise("b", lue))


def _nom(dit: PublieDit, quoi: str) -> Html:
    return balise(
        "details",
        balise("summary", balise("h3", dit.libelle), balise("i", "i")),
        balise("p", quoi),
        name="i-region",
    )


def _statut(dit: PublieDit) -> Html:
    mot = NON_PUBLIE if dit.statut == "absent" else f"{dit.statut} · {JOUR}"
    note = dit.intervalle or dit.rang
    return balise("u", mot) + (balise("span", note) if note else RIEN)


def _face_aux_autres(dit: PublieDit, lignes: Sequence[tuple[str, str]]) -> Html:
    """The ratio that compares régions of any size, and the figure of the reference."""
    if dit.statut == "absent":
        return balise("p", dit.absence)
    return balise("dl", *(_ligne(nom, valeur) for nom, valeur in lignes))


def _ligne(nom: str, valeur: str) -> Html:
    return balise("div", balise("dt", nom), balise("dd", valeur))


def _calculee(dit: PublieDit) -> Html:
    valeur, quoi = dit.calcul
    if not valeur:
        return balise("p", dit.ecart, classe="c rien")
    return balise(
        "p",
        balise("em", "calculé"),
        balise("b", f" {valeur} "),
        quoi,
        classe="c",
    )


def renvoi_outre_mer(code: str) -> Html:
    """For an overseas région: that the document publishes the five together, with a link; else nothing."""
    if code not in REGIONS_D_OUTRE_MER:
        return RIEN
    ou = balise("a", "voir l’outre-mer", href=AdresseRegion(code=OM).lien(), target="_self")
    texte = "Le « Point d’étape » du 24 septembre 2021 publie les cinq régions d’outre-mer ensemble"
    return balise("p", f"{texte}\u00a0: ", ou, ".", classe="atlas-chapeau atlas-renvoi")

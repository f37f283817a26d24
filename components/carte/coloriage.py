"""How an indicator colours the map: five fills for a ratio, circles for an amount, and the legend of both.

The frame knows the territories by their ids; it is told a digit or a radius for each, in the order of the
ids, and the words of the legend and of the tooltips. No outline is ever sent again.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from francais import ESPACE_FINE, NON_RENSEIGNE, accord, liste, nombre
from geo.indicateurs import INDICATEURS, classes_de, couleurs, intervalles, raisons, valeurs
from geo.millesimes import MILLESIMES
from memoire import garde

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur

__all__ = ["RAYON_MAX", "SEPARATEUR", "coloriage", "paliers"]

SEPARATEUR: Final = "|"
"""Between the figures of the tooltips: a text weighs less in the message than a list."""

PALETTE_CENTREE: Final = "Bleu en baisse, orange en hausse"
"""How the legend names the palette of what goes up or down."""

RAYON_MAX: Final = 20
"""Radius in pixels of the circle of the largest amount; areas are proportional to amounts."""

PARTS_DES_PALIERS: Final = (1, 4, 20)
"""The legend shows circles near the largest amount divided by these."""

RAYON_MIN: Final = 1.5
"""Radius of the smallest circle that is not a zero: it must be seen."""


@garde(taille=len(MILLESIMES) * len(INDICATEURS))
def coloriage(atlas: Atlas, *, millesime: int, cle: str) -> dict[str, Any]:
    """What the frame needs to colour the TI of a millésime by an indicator.

    Returns:
        `classes` (one digit a TI in the order of the ids, 0 for « non renseigné ») or `rayons` (pixels, None
        likewise), `valeurs` (figures between `SEPARATEUR`, empty likewise) in `unite`, which a figure that
        ends in `singulier` already says, `raisons` (id of a TI without a figure -> why, when some have none),
        and `legende`: titre, precision, lignes, for classes methode and explication, and palette when it
        parts at zero.
    """
    indicateur = INDICATEURS[cle]
    table = valeurs(atlas, millesime=millesime, cle=cle).sort_values("id_ti").set_index("id_ti")["valeur"]
    textes = ["" if math.isnan(v) else _compact(_sans_unite(indicateur, v)) for v in table.tolist()]
    dessin = _remplissages if indicateur.sorte == "ratio" else _cercles
    vides = raisons(atlas, millesime=millesime, cle=cle)
    singulier = accord(indicateur.unite, 1)
    return {
        "valeurs": SEPARATEUR.join(textes),
        "unite": indicateur.unite,
        **({"singulier": singulier} if singulier != indicateur.unite else {}),
        **({"raisons": dict(vides)} if vides else {}),
        **dessin(table, indicateur),
    }


def _sans_unite(indicateur: Indicateur, valeur: float) -> str:
    """A figure without its unit, which the frame adds; a small share stays « < 0,1 », a singular is kept."""
    lue = nombre(valeur, indicateur.decimales, indicateur.unite)
    return lue.removesuffix(indicateur.unite).removesuffix(ESPACE_FINE)


def _compact(texte: str) -> str:
    """A number for the message, where a narrow no-break space takes seven characters: the frame adds it."""
    return texte.replace(ESPACE_FINE, " ")


def _remplissages(table: pd.Series, indicateur: Indicateur) -> dict[str, Any]:
    classes = classes_de(table, indicateur)
    chiffres = "".join(str(c) for c in classes.classe.fillna(0).astype("int64"))
    lignes = [
        {"couleur": couleur, "texte": texte, "effectif": effectif}
        for couleur, texte, effectif in zip(
            couleurs(classes, indicateur),
            intervalles(classes, indicateur),
            classes.effectifs,
            strict=True,
        )
    ]
    legende = _legende(indicateur, lignes, classes.non_renseignes)
    methode = {"methode": f"Classes : {classes.methode.partition(' (')[0]}", "explication": classes.methode}
    palette = {"palette": PALETTE_CENTREE} if indicateur.autour_de_zero else {}
    return {"classes": chiffres, "legende": legende | palette | methode}


def _cercles(table: pd.Series, indicateur: Indicateur) -> dict[str, Any]:
    plus_grand = float(table.max()) if table.notna().any() else 0.0
    rayons = [None if math.isnan(v) else _rayon(v, plus_grand) for v in table.tolist()]
    lignes = [
        {"rayon": _rayon(palier, plus_grand), "texte": nombre(palier, unite=indicateur.unite)}
        for palier in paliers(plus_grand)
    ]
    return {"rayons": rayons, "legende": _legende(indicateur, lignes, int(table.isna().sum()))}


def _rayon(valeur: float, plus_grand: float) -> float:
    """Radius of a circle whose area is proportional to the amount."""
    if valeur <= 0 or plus_grand <= 0:
        return 0.0
    return round(max(RAYON_MIN, RAYON_MAX * math.sqrt(valeur / plus_grand)), 1)


def paliers(plus_grand: float) -> list[int]:
    """Round amounts for the legend of circles, largest first, at most `plus_grand`."""
    trouves = []
    for part in PARTS_DES_PALIERS:
        cible = plus_grand / part
        if cible >= 1:
            ordre = 10 ** math.floor(math.log10(cible))
            trouves.append(int(cible // ordre * ordre))
    return list(dict.fromkeys(trouves))


def _legende(indicateur: Indicateur, lignes: list[dict[str, Any]], muets: int) -> dict[str, Any]:
    annees = liste([str(annee) for annee in indicateur.annees])
    vides = [{"lacune": True, "texte": NON_RENSEIGNE, "effectif": muets}] if muets else []
    return {
        "titre": indicateur.libelle,
        "precision": f"{indicateur.unite} · données de {annees}",
        "lignes": [*lignes, *vides],
    }

"""The slides of figures of a région: what the document publishes, and how it stands in France."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exports.diaporama.citations import courte, longues
from exports.diaporama.communs import ENTRE
from exports.diaporama.planche import BAS, HAUT, MARGE, UTILE, Boite, Planche, Vignette
from geo.etape import JOUR, dire
from geo.sources import REGIONS, sources_de

if TYPE_CHECKING:
    from geo.etape import ChiffreRegion
    from geo.fiche import Chiffre, Contenu

__all__ = ["indicateurs", "publies", "vignette_de"]

COLONNES: Final = 3
"""Cards side by side."""


def publies(chiffres: tuple[ChiffreRegion, ...]) -> tuple[Planche, ...]:
    """The six published figures; nothing for a région of which the document gives none."""
    if all(chiffre.statut == "absent" for chiffre in chiffres):
        return ()
    deduits = any(chiffre.statut == "déduit" for chiffre in chiffres)
    return (
        Planche(
            titre="Ce que le « Point d’étape » publie"
            if not deduits
            else "Ce que le « Point d’étape » donne",
            sous_titre=f"Chiffres du {JOUR}"
            + (" ; la page de la région manque : déduits des totaux nationaux" if deduits else ""),
            blocs=tuple(_publie(c, _case(rang, COLONNES, 2)) for rang, c in enumerate(chiffres)),
            notes=(
                *(f"{c.publie.libelle} : {c.publie.formule} {dire(c).absence}".strip() for c in chiffres),
                *longues(REGIONS),
            ),
            source=courte(REGIONS),
        ),
    )


def _case(rang: int, colonnes: int, lignes: int) -> Boite:
    """A cell of a grid that fills the body of a slide."""
    large = (UTILE - ENTRE * (colonnes - 1)) / colonnes
    haut = (BAS - HAUT - ENTRE * (lignes - 1)) / lignes
    ligne, colonne = divmod(rang, colonnes)
    return Boite(x=MARGE + colonne * (large + ENTRE), y=HAUT + ligne * (haut + ENTRE), large=large, haut=haut)


def _publie(chiffre: ChiffreRegion, boite: Boite) -> Vignette:
    dit = dire(chiffre)
    mot = "" if dit.statut == "absent" else dit.statut
    absence = dit.absence if dit.statut == "absent" else ""
    details = (
        " · ".join(filter(None, (mot, dit.intervalle, dit.rang))),
        absence,
        " ".join(filter(None, dit.calcul)),
    )
    return Vignette(
        boite=boite,
        libelle=dit.libelle,
        valeur=dit.valeur,
        details=tuple(filter(None, details)),
        sorte=dit.statut,
        muette=not dit.connue,
    )


def vignette_de(chiffre: Chiffre, boite: Boite) -> Vignette:
    """The card of an indicator, as on the sheet: rank, what is known of it, references."""
    references = [f"{face.libelle} : {face.valeur}" for face in chiffre.references]
    rang = " · ".join(filter(None, (chiffre.unite, chiffre.rang)))
    mentions = " · ".join(filter(None, (chiffre.couverture, chiffre.dates)))
    return Vignette(
        boite=boite,
        libelle=chiffre.libelle,
        valeur=chiffre.valeur,
        details=tuple(filter(None, (rang, mentions, *references))),
        sorte=chiffre.origine if chiffre.connue else "absent",
        muette=not chiffre.connue,
    )


def indicateurs(contenu: Contenu) -> Planche:
    """The indicators of the sheet, beside those of France."""
    cles = sources_de(*contenu.chiffres)
    rangees = math.ceil(len(contenu.chiffres) / COLONNES)
    return Planche(
        titre="Face à la France",
        sous_titre=contenu.etape if "aucun chiffre" in contenu.etape else "Rangs parmi les régions connues",
        blocs=tuple(
            vignette_de(c, _case(rang, COLONNES, rangees)) for rang, c in enumerate(contenu.chiffres)
        ),
        notes=(
            *(f"{c.libelle} : {c.formule}" for c in contenu.chiffres),
            *longues(cles),
        ),
        source=courte(cles),
    )

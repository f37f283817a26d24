"""The slides of figures of a région: what the document publishes, and how it stands in France."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from exports.diaporama.citations import courte, longues
from exports.diaporama.communs import ENTRE, JOUR
from exports.diaporama.planche import BAS, HAUT, MARGE, UTILE, Boite, Carte, Planche
from francais import NON_RENSEIGNE, nombre, ordinal
from geo.indicateurs.catalogue import INDICATEURS
from geo.sources import REGIONS, sources_de

if TYPE_CHECKING:
    from exports.fiche.chiffres import Chiffre
    from exports.fiche.contenu import Contenu
    from geo.etape.regions import ChiffreRegion

__all__ = ["carte_de", "indicateurs", "publies"]


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
            blocs=tuple(_publie(c, _case(rang, 3, 2)) for rang, c in enumerate(chiffres)),
            notes=(
                *(f"{c.publie.libelle} : {c.publie.formule} {c.absence}".strip() for c in chiffres),
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


def _publie(chiffre: ChiffreRegion, boite: Boite) -> Carte:
    publie, connue = chiffre.publie, not math.isnan(chiffre.valeur)
    rang = f"{ordinal(chiffre.rang)} sur {nombre(chiffre.classes)}" if chiffre.rang else ""
    mot = {"publié": "publié", "déduit": "déduit", "absent": ""}[chiffre.statut]
    details = [" · ".join(filter(None, (mot, rang)))]
    if chiffre.statut == "absent":
        details.append(chiffre.absence)
    calcul = chiffre.calcul
    if not math.isnan(calcul.valeur):
        details.append(f"{nombre(calcul.valeur)} {calcul.quoi}")
    return Carte(
        boite=boite,
        libelle=publie.libelle,
        valeur=nombre(chiffre.valeur, publie.decimales, "M€" if publie.unite == "M€" else "")
        if connue
        else "non publié",
        details=tuple(filter(None, details)),
        sorte=chiffre.statut,
        muette=not connue,
    )


def carte_de(chiffre: Chiffre, boite: Boite) -> Carte:
    """The card of an indicator, as on the sheet: rank, what is known of it, references."""
    muette = chiffre.valeur == NON_RENSEIGNE
    references = [f"{nom} : {valeur}" for nom, valeur in chiffre.references]
    return Carte(
        boite=boite,
        libelle=chiffre.libelle,
        valeur=chiffre.valeur,
        details=tuple(
            filter(None, (" · ".join(filter(None, (chiffre.unite, chiffre.rang))), chiffre.note, *references))
        ),
        sorte="somme" if not muette else "absent",
        muette=muette,
    )


def indicateurs(contenu: Contenu) -> Planche:
    """The nine indicators of the sheet, beside those of France."""
    cles = sources_de(*(INDICATEURS[c.cle] for c in contenu.chiffres))
    return Planche(
        titre="Face à la France",
        sous_titre=contenu.etape if "aucun chiffre" in contenu.etape else "Rangs parmi les régions connues",
        blocs=tuple(carte_de(c, _case(rang, 3, 3)) for rang, c in enumerate(contenu.chiffres)),
        notes=(
            *(f"{c.libelle} : {INDICATEURS[c.cle].formule}" for c in contenu.chiffres),
            *longues(cles),
        ),
        source=courte(cles),
    )

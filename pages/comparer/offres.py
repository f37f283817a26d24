"""What « Comparer » lets a reader take away: the table as it stands, as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.emporter import Offre, adresse_entiere
from data.sources import charger_registre
from exports.jour import aujourd_hui
from exports.tables import Contexte, ecrire
from geo.indicateurs import nom_objet, sources
from theme import NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseComparer
    from geo.atlas import Atlas
    from geo.indicateurs import Ligne, Objet

__all__ = ["noms", "offre"]


def noms(atlas: Atlas, objets: Sequence[Objet], millesime: int) -> list[str]:
    """What a reader calls each object."""
    return [nom_objet(atlas, objet, millesime=millesime).strip() for objet in objets]


def offre(atlas: Atlas, adresse: AdresseComparer, objets: Sequence[Objet], lignes: Sequence[Ligne]) -> Offre:
    """The table of a comparison.

    Args:
        atlas: The atlas.
        adresse: The view.
        objets: What it compares.
        lignes: As `geo.indicateurs.comparaison.comparer` gives them.
    """
    lien = adresse_entiere(adresse.lien())

    def _ecrire() -> bytes:
        siens = noms(atlas, objets, adresse.millesime)
        return ecrire(lignes, siens, _contexte(adresse, siens, lignes, lien))

    return Offre(
        cle="comparer-csv",
        libelle="Télécharger le tableau (CSV)",
        nom="comparaison.csv",
        type_mime="text/csv",
        faire=_ecrire,
        etiree=False,
    )


def _contexte(adresse: AdresseComparer, siens: Sequence[str], lignes: Sequence[Ligne], lien: str) -> Contexte:
    registre = charger_registre()
    cles = sources(lignes, adresse.millesime)
    return Contexte(
        titre=f"Comparaison, {NOM}",
        jour=aujourd_hui(),
        lien=lien,
        filtres=(f"Lieux : {', '.join(siens)}", f"Millésime des territoires : {adresse.millesime}"),
        sources=tuple(registre[cle].citation() for cle in cles),
    )

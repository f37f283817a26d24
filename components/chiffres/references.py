"""With whom a territory is compared: its régions and France, or whomever the reader picks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import FRANCE, REGION, REGION_ET_FRANCE
from geo.fiche import (
    DEPARTEMENT,
    PROFIL,
    VOISINS,
    Reference,
    la_france,
    la_region,
    rapprochements,
    references_de,
)
from geo.fiche import chiffres as chiffres_d_un_lieu
from geo.indicateurs import Objet
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.adresses import AdresseTerritoire
    from geo.atlas import Atlas
    from geo.fiche import Chiffre

__all__ = ["NOMS", "autres", "chiffres", "references", "usuelles"]

NOMS = {
    VOISINS: ("Son voisin", "Ses voisins"),
    PROFIL: ("Un territoire de même profil", "Des territoires de même profil"),
    DEPARTEMENT: ("Son département", "Ses départements"),
}
"""What the list says of one place, and of several."""

GARDES = 700
"""Sets of figures that the server keeps: more than the territories of the four millésimes."""


def references(atlas: Atlas, adresse: AdresseTerritoire, codes_regions: tuple[str, ...]) -> list[Reference]:
    """The places that an address compares its territory with.

    Args:
        atlas: The atlas.
        adresse: A known territory and its reference.
        codes_regions: Codes of the régions of the territory.
    """
    choix = adresse.reference
    if choix == FRANCE:
        return [la_france(atlas)]
    if choix in {REGION_ET_FRANCE, REGION}:
        usuels = list(references_de(atlas, codes_regions))
        return usuels[:-1] if choix == REGION else usuels
    proches = rapprochements(atlas, str(adresse.ti), adresse.millesime)
    if choix in proches:
        return list(proches[choix])
    if choix in atlas.nom_region:
        return [la_region(atlas, choix, contient=codes_regions == (choix,))]
    autre = Objet(sorte="ti", code=choix)
    return [Reference(objet=autre, libelle=_noms(atlas, adresse.millesime)[choix], contient=False)]


def _noms(atlas: Atlas, millesime: int) -> dict[str, str]:
    table = atlas.territoires_de(millesime)
    return dict(zip(table["id_ti"], table["lib_ti"].str.strip(), strict=True))


def usuelles(atlas: Atlas, adresse: AdresseTerritoire) -> dict[str, str]:
    """What a reader usually compares with: each reference of an address, and what the list says.

    Args:
        atlas: The atlas.
        adresse: A territory; one that touches no other has no neighbours, for instance.
    """
    lignes = atlas.territoires_de(adresse.millesime)
    plusieurs = bool(lignes.loc[lignes["id_ti"] == adresse.ti, "regions"].str.contains(",").any())
    proches = rapprochements(atlas, adresse.ti or "", adresse.millesime)
    return {
        REGION_ET_FRANCE: "Ses régions et la France" if plusieurs else "Sa région et la France",
        REGION: "Ses régions" if plusieurs else "Sa région",
        FRANCE: "La France",
        **{sorte: NOMS[sorte][len(lieux) > 1] for sorte, lieux in proches.items()},
    }


def autres(atlas: Atlas, adresse: AdresseTerritoire) -> dict[str, str]:
    """Whom else a reader may compare with, by name: the régions, then the territories of the millésime."""
    noms = _noms(atlas, adresse.millesime)
    noms.pop(adresse.ti or "", None)
    regions = {code: f"Région {nom}" for code, nom in _par_nom(atlas.nom_region)}
    return {**regions, **dict(_par_nom(noms))}


def _par_nom(noms: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(noms.items(), key=lambda paire: (paire[1].casefold(), paire[0]))


@garde(taille=GARDES)
def chiffres(
    atlas: Atlas, *, objet: Objet, millesime: int, lieux: tuple[Reference, ...]
) -> tuple[Chiffre, ...]:
    """The key figures of a place as they are read; see `geo.fiche.chiffres.chiffres`."""
    return chiffres_d_un_lieu(atlas, objet, millesime, lieux)

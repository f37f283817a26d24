"""With whom a territory is compared: its régions and France, or whomever the reader picks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import streamlit as st

from components.adresses.territoire import FRANCE, REGION, REGION_ET_FRANCE
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import Mesure, territoire_reference, valeur_france, valeur_region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.adresses.territoire import AdresseTerritoire
    from geo.atlas.atlas import Atlas

__all__ = ["Reference", "autres", "mesures", "references", "usuelles"]

GARDES = 700
"""Sets of figures that the server keeps: more than the territories of the four millésimes."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place whose figures stand beside those of the territory.

    Attributes:
        sorte: What it is.
        code: Code of the région or id of the TI; empty for France.
        libelle: Its name.
        contient: Whether the whole territory is a part of it, so that a share of it makes sense.
        sans: Projects of the extract that its figures leave out, for they are in none of the régions.
    """

    sorte: Literal["territoire", "region", "france"]
    code: str
    libelle: str
    contient: bool
    sans: int = 0


def references(atlas: Atlas, adresse: AdresseTerritoire, codes_regions: tuple[str, ...]) -> list[Reference]:
    """The places that an address compares its territory with.

    Args:
        atlas: The atlas.
        adresse: A known territory and its reference.
        codes_regions: Codes of the régions of the territory.
    """
    choix = adresse.reference
    hors = int(atlas.projets["code_region"].isna().sum())
    france = Reference(sorte="france", code="", libelle="France", contient=True, sans=hors)
    if choix == FRANCE:
        return [france]
    if choix in {REGION_ET_FRANCE, REGION}:
        regions = [_region(atlas, code, codes_regions) for code in codes_regions]
        return regions if choix == REGION else [*regions, france]
    if choix in atlas.nom_region:
        return [_region(atlas, choix, codes_regions)]
    libelle = _noms(atlas, adresse.millesime)[choix]
    return [Reference(sorte="territoire", code=choix, libelle=libelle, contient=False)]


def _region(atlas: Atlas, code: str, codes_regions: tuple[str, ...]) -> Reference:
    nom = atlas.nom_region[code]
    return Reference(sorte="region", code=code, libelle=nom, contient=codes_regions == (code,))


def _noms(atlas: Atlas, millesime: int) -> dict[str, str]:
    table = atlas.territoires_de(millesime)
    return dict(zip(table["id_ti"], table["lib_ti"].str.strip(), strict=True))


def usuelles(*, plusieurs_regions: bool) -> dict[str, str]:
    """What a reader usually compares with: each reference of an address, and what the list says.

    Args:
        plusieurs_regions: Whether the territory is interregional.
    """
    return {
        REGION_ET_FRANCE: "Ses régions et la France" if plusieurs_regions else "Sa région et la France",
        REGION: "Ses régions" if plusieurs_regions else "Sa région",
        FRANCE: "La France",
    }


def autres(atlas: Atlas, adresse: AdresseTerritoire) -> dict[str, str]:
    """Whom else a reader may compare with, by name: the régions, then the territories of the millésime."""
    noms = _noms(atlas, adresse.millesime)
    noms.pop(adresse.ti or "", None)
    regions = {code: f"Région {nom}" for code, nom in _par_nom(atlas.nom_region)}
    return {**regions, **dict(_par_nom(noms))}


def _par_nom(noms: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(noms.items(), key=lambda paire: (paire[1].casefold(), paire[0]))


@st.cache_data(show_spinner=False, max_entries=GARDES)
def mesures(_atlas: Atlas, *, millesime: int, sorte: str, code: str) -> dict[str, Mesure]:
    """Every indicator of a place by its key; the millésime only matters to a TI.

    Args:
        millesime: Year of the perimeter of a TI.
        sorte: As in `Reference`.
        code: Code of the région or id of the TI, which exists.
    """
    trouvees = {cle: _mesure(_atlas, millesime, sorte, code, cle) for cle in INDICATEURS}
    return {cle: mesure for cle, mesure in trouvees.items() if mesure is not None}


def _mesure(atlas: Atlas, millesime: int, sorte: str, code: str, cle: str) -> Mesure | None:
    if sorte == "france":
        return valeur_france(atlas, cle=cle)
    if sorte == "region":
        return valeur_region(atlas, code_region=code, cle=cle)
    return territoire_reference(atlas, millesime=millesime, id_ti=code, cle=cle)

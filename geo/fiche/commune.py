"""What the page of a commune says: where it is, in which territories, near which ones.

More than half of the communes of France are in no Territoire d'industrie: theirs is not a dead end. The page
answers for the others too, with their territory first, so that an address of a commune holds whatever the
millésime.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from francais import nombre
from geo.communes import territoire_de
from geo.millesimes import MILLESIMES
from geo.territoires import RAYON_KM, plus_proches

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["MESURE_DES_DISTANCES", "SANS_EPCI", "Appartenance", "Commune", "Pres", "commune"]

MESURE_DES_DISTANCES: Final = (
    "Distances à vol d’oiseau, du point de la commune (dans son contour) à celui de la commune la plus "
    "proche de chaque territoire, sur l’ellipsoïde WGS 84 : ni par la route, ni à la limite du territoire."
)
"""How far a territory is said to be."""

SANS_EPCI: Final = "aucune intercommunalité à fiscalité propre"
"""What four islands have in the place of an EPCI."""


@dataclass(frozen=True, kw_only=True)
class Appartenance:
    """A territory that holds the commune in one millésime.

    Attributes:
        millesime: Year of the perimeters.
        id_ti: Its id in that year.
        nom: Its name.
    """

    millesime: int
    id_ti: str
    nom: str


@dataclass(frozen=True, kw_only=True)
class Pres:
    """A territory near the commune.

    Attributes:
        id_ti: Its id.
        nom: Its name.
        distance: How far, « 12 km ».
        vers: Its nearest commune.
    """

    id_ti: str
    nom: str
    distance: str
    vers: str


@dataclass(frozen=True, kw_only=True)
class Commune:
    """A commune of 2021 and where it stands.

    Attributes:
        code: INSEE code.
        nom: Its name.
        departement: Name of its département.
        code_region: Code of its région.
        region: Name of its région.
        siren_epci: SIREN of its EPCI; empty for the four islands that have none.
        epci: Name of its EPCI, `SANS_EPCI` without one.
        millesime: Year of the perimeters.
        ici: The territory that holds it in that year; None outside of all.
        ailleurs: Those of the other years, the newest first.
        proches: The territories nearest to it, without its own; empty when none is within `RAYON_KM`.
    """

    code: str
    nom: str
    departement: str
    code_region: str
    region: str
    siren_epci: str
    epci: str
    millesime: int
    ici: Appartenance | None
    ailleurs: tuple[Appartenance, ...]
    proches: tuple[Pres, ...]

    @property
    def sans_proche(self) -> str:
        """What is said when nothing is near; empty otherwise."""
        return "" if self.proches else f"Aucun territoire n’est à moins de {nombre(RAYON_KM, 0, 'km')}."


def commune(atlas: Atlas, *, code: str, millesime: int) -> Commune:
    """Where a commune stands.

    Raises:
        KeyError: The geography of 2021 has no such commune.
    """
    lignes = atlas.communes[atlas.communes["code"] == code]
    if lignes.empty:
        raise KeyError(code)
    ligne = lignes.iloc[0]
    departements = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    siren = "" if pd.isna(ligne["siren_epci"]) else str(ligne["siren_epci"])
    siens = {annee: _appartenance(atlas, code, annee) for annee in sorted(MILLESIMES, reverse=True)}
    ici = siens.pop(millesime)
    return Commune(
        code=code,
        nom=ligne["nom"],
        departement=departements[ligne["departement"]],
        code_region=ligne["region"],
        region=atlas.nom_region[ligne["region"]],
        siren_epci=siren,
        epci=atlas.nom_epci.get(siren, SANS_EPCI),
        millesime=millesime,
        ici=ici,
        ailleurs=tuple(sien for sien in siens.values() if sien),
        proches=_proches(atlas, code, millesime, sauf=ici),
    )


def _appartenance(atlas: Atlas, code: str, millesime: int) -> Appartenance | None:
    id_ti = territoire_de(atlas, code, millesime)
    if id_ti is None:
        return None
    return Appartenance(millesime=millesime, id_ti=id_ti, nom=atlas.nom_ti[millesime, id_ti].strip())


def _proches(atlas: Atlas, code: str, millesime: int, *, sauf: Appartenance | None) -> tuple[Pres, ...]:
    trouves = plus_proches(atlas, code, millesime=millesime)
    return tuple(
        Pres(
            id_ti=proche.id_ti,
            nom=proche.lib_ti.strip(),
            distance=nombre(proche.distance_km, 0, "km"),
            vers=proche.commune,
        )
        for proche in trouves
        if sauf is None or proche.id_ti != sauf.id_ti
    )

"""What the page of a commune says: where it is, in which territories, near which ones.

More than half of the communes of France are in no Territoire d'industrie: theirs is not a dead end. The page
answers for the others too, with their territory first, so that an address of a commune holds whatever the
millésime.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from francais import nombre
from geo.communes import territoire_de
from geo.millesimes import MILLESIMES
from geo.territoires import NOMBRE_DE_PROCHES, RAYON_KM, plus_proches

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.territoires import Proche

__all__ = ["MESURE_DES_DISTANCES", "SANS_EPCI", "Appartenance", "Commune", "Lieu", "Pres", "commune", "lieu"]

MESURE_DES_DISTANCES: Final = (
    "Distances à vol d’oiseau, du point de la commune (dans son contour) à celui de la commune la plus "
    "proche de chaque territoire, sur l’ellipsoïde WGS 84 : ni par la route, ni à la limite du territoire."
)
"""How far a territory is said to be."""

MARGE: Final = 0.08
"""Degrees around the points that the map of a commune frames: an outline has its width."""

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
class Lieu:
    """A commune of 2021 and what it is a part of.

    Attributes:
        code: INSEE code.
        nom: Its name.
        code_departement: Code of its département.
        departement: Name of its département.
        code_region: Code of its région.
        region: Name of its région.
        siren_epci: SIREN of its EPCI; empty for the four islands that have none.
        epci: Name of its EPCI, `SANS_EPCI` without one.
        ept: Name of its EPT of the Grand Paris, where that is a groupement of a territory; else empty.
        dessinee: Whether it has an outline of its own.
    """

    code: str
    nom: str
    code_departement: str
    departement: str
    code_region: str
    region: str
    siren_epci: str
    epci: str
    ept: str
    dessinee: bool

    @property
    def intercommunalite(self) -> str:
        """Its EPCI as a reader reads it, after its EPT: « Est Ensemble, Métropole du Grand Paris »."""
        return f"{self.ept}, {self.epci}" if self.ept else self.epci


@dataclass(frozen=True, kw_only=True)
class Commune(Lieu):
    """A commune of 2021 and where it stands.

    Attributes:
        millesime: Year of the perimeters.
        ici: The territory that holds it in that year; None outside of all.
        ailleurs: Those of the other years, the newest first.
        proches: The territories nearest to it, without its own; empty when none is within `RAYON_KM`.
        cadre: South-west and north-east corners around it and what is nearest, latitude first (degrees).
    """

    millesime: int
    ici: Appartenance | None
    ailleurs: tuple[Appartenance, ...]
    proches: tuple[Pres, ...]
    cadre: tuple[tuple[float, float], tuple[float, float]] | None

    @property
    def sans_proche(self) -> str:
        """What is said when nothing is near; empty otherwise."""
        return "" if self.proches else f"Aucun territoire n’est à moins de {nombre(RAYON_KM, 0, 'km')}."


def lieu(atlas: Atlas, code: str) -> Lieu:
    """What a commune is a part of.

    Raises:
        KeyError: The geography of 2021 has no such commune.
    """
    return Lieu(**_lieu(atlas, _ligne(atlas, code)))


def _ligne(atlas: Atlas, code: str) -> pd.Series:
    lignes = atlas.communes[atlas.communes["code"] == code]
    if lignes.empty:
        raise KeyError(code)
    return lignes.iloc[0]


def _lieu(atlas: Atlas, ligne: pd.Series) -> dict[str, Any]:
    departements = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    siren = "" if pd.isna(ligne["siren_epci"]) else str(ligne["siren_epci"])
    epts = atlas.groupements.loc[atlas.groupements["siren"] == ligne["siren_ept"], "libelle"]
    separees = atlas.passages.loc[atlas.passages["methode"] == "séparation", "code_2021"]
    return {
        "code": ligne["code"],
        "nom": ligne["nom"],
        "code_departement": ligne["departement"],
        "departement": departements[ligne["departement"]],
        "code_region": ligne["region"],
        "region": atlas.nom_region[ligne["region"]],
        "siren_epci": siren,
        "epci": atlas.nom_epci.get(siren, SANS_EPCI),
        "ept": "" if epts.empty else str(epts.iloc[-1]),
        "dessinee": ligne["code"] not in set(separees),
    }


def commune(atlas: Atlas, *, code: str, millesime: int) -> Commune:
    """Where a commune stands.

    Raises:
        KeyError: The geography of 2021 has no such commune.
    """
    ligne = _ligne(atlas, code)
    siens = {annee: _appartenance(atlas, code, annee) for annee in sorted(MILLESIMES, reverse=True)}
    ici = siens.pop(millesime)
    trouves = [
        proche
        for proche in plus_proches(
            atlas, code, millesime=millesime, nombre=NOMBRE_DE_PROCHES + (ici is not None)
        )
        if ici is None or proche.id_ti != ici.id_ti
    ]
    return Commune(
        **_lieu(atlas, ligne),
        millesime=millesime,
        ici=ici,
        ailleurs=tuple(sien for sien in siens.values() if sien),
        proches=tuple(map(_pres, trouves)),
        cadre=_cadre(atlas, ligne, [proche.code_commune for proche in trouves]),
    )


def _appartenance(atlas: Atlas, code: str, millesime: int) -> Appartenance | None:
    id_ti = territoire_de(atlas, code, millesime)
    if id_ti is None:
        return None
    return Appartenance(millesime=millesime, id_ti=id_ti, nom=atlas.nom_ti[millesime, id_ti].strip())


def _pres(proche: Proche) -> Pres:
    return Pres(
        id_ti=proche.id_ti,
        nom=proche.lib_ti.strip(),
        distance=nombre(proche.distance_km, 0, "km"),
        vers=proche.commune,
    )


def _cadre(
    atlas: Atlas, ligne: pd.Series, codes: list[str]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Corners around a commune and the nearest commune of each territory; None without a point."""
    if pd.isna(ligne["latitude"]):
        return None
    points = atlas.communes.loc[
        atlas.communes["code"].isin([ligne["code"], *codes]), ["latitude", "longitude"]
    ]
    sud, ouest = (float(v) - MARGE for v in points.min())
    nord, est = (float(v) + MARGE for v in points.max())
    return (round(sud, 3), round(ouest, 3)), (round(nord, 3), round(est, 3))

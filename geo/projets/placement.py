"""The decision for one project: which of the places that its row gives is to be believed.

The row gives up to four: coordinates, a postal code, a département and a commune's name. They disagree
often, and the name most often of all. Coordinates are believed unless they fall more than five kilometres
outside the stated département, or abroad; then the postal code decides, then the département alone. The
name only chooses among the communes of one postal code. Where both name the same commune, a point that is in
no commune at all yields to it, and a point in another one leaves the place uncertain.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from geo.noms import cle_commune

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.communes import Localisateur

__all__ = ["TOLERANCE_KM", "Lieu", "Place", "Reperes", "commune_dite", "decider", "ecart_km"]

TOLERANCE_KM = 5.0
"""How far from a stated place a point may fall and still be believed: shores and addresses are not exact."""

NOM_RECONNU = 90.0
"""Similarity (rapidfuzz, 0 to 100) from which a published name is one of the communes of its postal code.

It lets through a slip of the pen (Montivilliers for Montilliers) and the first name of a merged commune
(Romagny for Romagny-Fontenay); among the few communes of one code, names this close are the same place."""

LATITUDE_MAXIMALE = 90.0

COORDONNEES = "coordonnées"
COORDONNEES_REPAREES = "coordonnées réparées"
CODE_POSTAL = "code postal"
DEPARTEMENT = "département"
AUCUNE = "aucune"

POINT_HORS_COMMUNE = "point hors des communes, cédé au code postal et au nom publiés"
POINT_RATTACHE = "point hors des communes, rattaché à la plus proche"
DEPARTEMENT_CORRIGE = "département corrigé"
INVERSION = "latitude et longitude échangées"
SIGNE_LONGITUDE = "signe de la longitude rendu"
SIGNE_LATITUDE = "signe de la latitude rendu"
COORDONNEES_ECARTEES = "coordonnées écartées"


@dataclass(frozen=True, kw_only=True)
class Lieu:
    """What a row says of its place, codes repaired.

    Attributes:
        departement: Code of the stated département, or empty.
        code_postal: Five digits, or empty.
        commune: Name of the commune as published, or empty.
        latitude: Degrees, NaN when missing.
        longitude: Degrees, NaN when missing.
        contenue_dans: Commune that contains the point, None outside of all.
    """

    departement: str
    code_postal: str
    commune: str
    latitude: float
    longitude: float
    contenue_dans: str | None


@dataclass(frozen=True, kw_only=True)
class Reperes:
    """What the decision looks up.

    Attributes:
        localisateur: Index of the commune outlines.
        communes_du_code: Communes that each postal code serves.
        communes_du_departement: Communes of each département.
        departement_de: Département of each commune.
        nom_de: Name of each commune.
        population_de: Population of each commune.
        centre_de: Latitude and longitude of a point inside each commune.
    """

    localisateur: Localisateur
    communes_du_code: Mapping[str, tuple[str, ...]]
    communes_du_departement: Mapping[str, tuple[str, ...]]
    departement_de: Mapping[str, str]
    nom_de: Mapping[str, str]
    population_de: Mapping[str, float]
    centre_de: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a project was placed, and how.

    Attributes:
        methode: One of coordonnées, coordonnées réparées, code postal, département, aucune.
        code_commune: INSEE code, None when only the département (or nothing) is known.
        departement: Département of the commune, or the stated one, None when unknown.
        latitude: Degrees, NaN when the project is not on the map.
        longitude: Degrees, NaN when the project is not on the map.
        reparations: What was repaired on the way, in French.
    """

    methode: str
    code_commune: str | None = None
    departement: str | None = None
    latitude: float = math.nan
    longitude: float = math.nan
    reparations: tuple[str, ...] = ()


def decider(lieu: Lieu, reperes: Reperes) -> Place:
    """Place one project by the first source that can be believed."""
    return (
        _par_le_code_et_le_nom(lieu, reperes)
        or _par_coordonnees(lieu, reperes)
        or _par_coordonnees_reparees(lieu, reperes)
        or _par_code_postal(lieu, reperes)
        or _par_departement(lieu, reperes)
    )


def commune_dite(lieu: Lieu, place: Place, reperes: Reperes) -> str | None:
    """The commune that postal code and published name agree on, where a believed point is in another one.

    Only where the postal code does not serve the commune of the point: it then contradicts it. A code that
    serves both says nothing against the point, and the name alone is wrong too often to cast a doubt.

    Returns:
        INSEE code; None where the place is not uncertain in this way.
    """
    if place.methode not in {COORDONNEES, COORDONNEES_REPAREES}:
        return None
    if place.code_commune in reperes.communes_du_code.get(lieu.code_postal, ()):
        return None
    return _nommee_par_le_code(lieu, reperes)


def ecart_km(lieu: Lieu, reperes: Reperes) -> float:
    """Distance in km between the published coordinates and the place that the codes of the row state.

    That place is the communes of the postal code or, when the postal code is missing or unknown, the stated
    département: 0 when the point lies in it, else the distance to its nearest outline; NaN when the row lacks
    coordinates or states no known place. A CEDEX code, which belongs to no commune, counts as unknown.
    """
    if math.isnan(lieu.latitude):
        return math.nan
    codes = reperes.communes_du_code.get(lieu.code_postal) or _du_departement(lieu, reperes)
    if lieu.contenue_dans in codes:
        return 0.0
    return round(reperes.localisateur.distance_km(lieu.longitude, lieu.latitude, codes), 2)


def _du_departement(lieu: Lieu, reperes: Reperes) -> tuple[str, ...]:
    return reperes.communes_du_departement.get(lieu.departement, ())


def _nommee_par_le_code(lieu: Lieu, reperes: Reperes) -> str | None:
    """The commune of the postal code that bears the published name, to the letter (`cle_commune`)."""
    voulue = cle_commune(lieu.commune)
    codes = reperes.communes_du_code.get(lieu.code_postal, ())
    return next((c for c in codes if voulue and cle_commune(reperes.nom_de[c]) == voulue), None)


def _par_le_code_et_le_nom(lieu: Lieu, reperes: Reperes) -> Place | None:
    """A point in no commune, at sea for instance, says none: code and name do, when they agree on another.

    The point itself is moved to the commune: it would stand in the water, or nearest to a third one.
    """
    if math.isnan(lieu.latitude) or lieu.contenue_dans is not None:
        return None
    proche = reperes.localisateur.plus_proche(lieu.longitude, lieu.latitude, rayon_km=TOLERANCE_KM)
    commune = _nommee_par_le_code(lieu, reperes)
    if proche is None or commune is None or commune == proche[0]:
        return None
    latitude, longitude = reperes.centre_de[commune]
    au_centre = replace(lieu, latitude=latitude, longitude=longitude)
    dit = f"{POINT_HORS_COMMUNE} ({_km(ecart_km(lieu, reperes))})"
    return _au_point(au_centre, commune, reperes, methode=CODE_POSTAL, reparations=[dit])


def _par_coordonnees(lieu: Lieu, reperes: Reperes) -> Place | None:
    if math.isnan(lieu.latitude):
        return None
    commune, reparations = lieu.contenue_dans, []
    if commune is None:
        proche = reperes.localisateur.plus_proche(lieu.longitude, lieu.latitude, rayon_km=TOLERANCE_KM)
        if proche is None:
            return None
        commune = proche[0]
        reparations.append(f"{POINT_RATTACHE} ({_km(proche[1])})")
    if not _credible(lieu, commune, reperes):
        return None
    return _au_point(lieu, commune, reperes, methode=COORDONNEES, reparations=reparations)


def _credible(lieu: Lieu, commune: str, reperes: Reperes) -> bool:
    """The point is near the stated département, or the postal code says that the département is wrong."""
    du_departement = _du_departement(lieu, reperes)
    du_code = reperes.communes_du_code.get(lieu.code_postal, ())
    if commune in du_code or commune in du_departement or not (du_code or du_departement):
        return True
    return any(_pres_de(lieu, codes, reperes) for codes in (du_departement, du_code))


def _pres_de(lieu: Lieu, codes: Sequence[str], reperes: Reperes) -> bool:
    return reperes.localisateur.distance_km(lieu.longitude, lieu.latitude, codes) <= TOLERANCE_KM


def _par_coordonnees_reparees(lieu: Lieu, reperes: Reperes) -> Place | None:
    """The point mirrored or turned, only where it then falls on the place that the codes state."""
    vises = reperes.communes_du_code.get(lieu.code_postal) or _du_departement(lieu, reperes)
    if math.isnan(lieu.latitude):
        return None
    for essai, reparation in _variantes(lieu):
        proche = reperes.localisateur.plus_proche(essai.longitude, essai.latitude, rayon_km=TOLERANCE_KM)
        if proche and _pres_de(essai, vises, reperes):
            methode = COORDONNEES_REPAREES
            return _au_point(essai, proche[0], reperes, methode=methode, reparations=[reparation])
    return None


def _variantes(lieu: Lieu) -> Iterator[tuple[Lieu, str]]:
    """The three slips that leave a point on Earth: each turned back."""
    if abs(lieu.longitude) <= LATITUDE_MAXIMALE:
        yield replace(lieu, latitude=lieu.longitude, longitude=lieu.latitude), INVERSION
    yield replace(lieu, longitude=-lieu.longitude), SIGNE_LONGITUDE
    yield replace(lieu, latitude=-lieu.latitude), SIGNE_LATITUDE


def _par_code_postal(lieu: Lieu, reperes: Reperes) -> Place | None:
    codes = reperes.communes_du_code.get(lieu.code_postal)
    if not codes:
        return None
    ressemblances = {c: _ressemblance(reperes.nom_de[c], lieu.commune) for c in codes}
    meilleure = max(ressemblances.values())
    nommees = [c for c in codes if ressemblances[c] == meilleure >= NOM_RECONNU]
    commune = max(nommees or codes, key=lambda c: (reperes.population_de[c], c))
    latitude, longitude = reperes.centre_de[commune]
    au_centre = replace(lieu, latitude=latitude, longitude=longitude)
    ecartees = _ecartees(lieu, reperes)
    return _au_point(au_centre, commune, reperes, methode=CODE_POSTAL, reparations=ecartees)


def _ressemblance(nom: str, publie: str) -> float:
    """How much a published name says this commune: 101 for the same name, else a similarity up to 100."""
    une, autre = cle_commune(nom), cle_commune(publie)
    if not une or not autre:
        return 0.0
    return 101.0 if une == autre else max(fuzz.ratio(une, autre), fuzz.token_set_ratio(une, autre))


def _par_departement(lieu: Lieu, reperes: Reperes) -> Place:
    ecartees = tuple(_ecartees(lieu, reperes))
    if _du_departement(lieu, reperes):
        return Place(methode=DEPARTEMENT, departement=lieu.departement, reparations=ecartees)
    return Place(methode=AUCUNE, reparations=ecartees)


def _ecartees(lieu: Lieu, reperes: Reperes) -> list[str]:
    """What is said of coordinates that were not believed."""
    if math.isnan(lieu.latitude):
        return []
    distance = ecart_km(lieu, reperes)
    suite = "" if math.isnan(distance) else f" (à {_km(distance)} du lieu déclaré)"
    return [COORDONNEES_ECARTEES + suite]


def _au_point(lieu: Lieu, commune: str, reperes: Reperes, *, methode: str, reparations: list[str]) -> Place:
    """The commune, at the coordinates of `lieu`; the département follows the commune."""
    departement = reperes.departement_de[commune]
    if lieu.departement and lieu.departement != departement:
        reparations = [*reparations, f"{DEPARTEMENT_CORRIGE} ({lieu.departement} → {departement})"]
    return Place(
        methode=methode,
        code_commune=commune,
        departement=departement,
        latitude=lieu.latitude,
        longitude=lieu.longitude,
        reparations=tuple(reparations),
    )


def _km(distance: float) -> str:
    """A distance as a French reader sees it, to a tenth of a kilometre."""
    return f"{distance:.1f} km".replace(".", ",")

"""GeoJSON: the properties of each entity are its columns, its geometry gives its latitude and longitude."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import shapely
from shapely.geometry import shape

from data.liste.brut import COLONNES_MAX, LIGNES_MAX, Brut, ListeRefusee, assembler, noms_de_colonnes
from data.liste.encodages import decoder
from francais import accorder, nombre
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["lire_geojson"]

REFERENCES: Final = ("crs84", "4326", "wgs84", "wgs 84")
"""What the name of a coordinate system holds when it is WGS 84."""

ENTIERS_EXACTS: Final = 1e15
"""Below, a float that holds a whole number holds it exactly."""

ILLISIBLES: Final = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What a geometry raises that is none: too big a number, brackets without end, a name without sense."""

LATITUDE, LONGITUDE = "latitude", "longitude"


def lire_geojson(octets: bytes, nom: str) -> Brut:
    """Read the entities of a GeoJSON; a line or an area is kept by a point inside it, and the reader told.

    Columns « latitude » and « longitude » come from the geometry; properties of these names are set aside.

    Raises:
        ListeRefusee: Not JSON, not a list of entities, too many of them, or not in WGS 84.
    """
    lu = decoder(octets, nom)
    entites = _entites(_json(lu.texte, nom), nom)
    proprietes = [_proprietes(entite) for entite in entites]
    clefs = list(dict.fromkeys(clef for fiche in proprietes for clef in fiche))
    if len(clefs) > COLONNES_MAX:
        raise ListeRefusee(
            f"Les entités de « {nom} » ont {nombre(len(clefs))} propriétés ; l’atlas en lit "
            f"{COLONNES_MAX} au plus."
        )
    points, defauts, approches = _points(entites)
    avis = list(lu.avis)
    if approches:
        avis.append(
            f"{accorder(approches, 'ligne ou surface est ramenée', 'lignes ou surfaces sont ramenées')} "
            "à un point pris dedans."
        )
    return assembler(
        nom=nom,
        forme="GeoJSON",
        colonnes=noms_de_colonnes([*map(_a_part, clefs), LATITUDE, LONGITUDE]),
        cellules=[
            *([_texte(fiche.get(clef)) for fiche in proprietes] for clef in clefs),
            [point[0] for point in points],
            [point[1] for point in points],
        ],
        lignes=range(2, 2 + len(entites)),
        defauts=defauts,
        avis=avis,
    )


def _json(texte: str, nom: str) -> Any:
    try:
        return json.loads(texte, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as erreur:
        ou = f" (ligne {erreur.lineno})" if isinstance(erreur, json.JSONDecodeError) else ""
        raise ListeRefusee(
            f"Le fichier « {nom} » n’est pas un GeoJSON bien formé{ou}. Exportez-le de nouveau."
        ) from erreur


def _entites(contenu: Any, nom: str) -> list[Mapping[str, Any]]:
    """The entities that are objects, in their order."""
    if not isinstance(contenu, dict) or contenu.get("type") not in {"FeatureCollection", "Feature"}:
        raise ListeRefusee(
            f"Le fichier « {nom} » est du JSON, mais pas une liste d’entités GeoJSON (FeatureCollection)."
        )
    reference = json.dumps(contenu.get("crs"), ensure_ascii=False).lower()
    if contenu.get("crs") is not None and not any(connue in reference for connue in REFERENCES):
        raise ListeRefusee(
            f"Les coordonnées de « {nom} » ne sont pas en WGS 84. Exportez le GeoJSON en EPSG:4326."
        )
    entites = [contenu] if contenu["type"] == "Feature" else contenu.get("features")
    if not isinstance(entites, list) or not all(isinstance(entite, dict) for entite in entites):
        raise ListeRefusee(f"Le fichier « {nom} » n’a pas de liste d’entités lisible (« features »).")
    if not entites:
        raise ListeRefusee(f"Le fichier « {nom} » n’a aucune entité. Ajoutez au moins un projet.")
    if len(entites) > LIGNES_MAX:
        raise ListeRefusee(
            f"Le fichier a {nombre(len(entites))} entités ; l’atlas en lit {nombre(LIGNES_MAX)} au plus. "
            "Partagez-le en plusieurs fichiers."
        )
    return entites


def _proprietes(entite: Mapping[str, Any]) -> dict[str, Any]:
    fiche = entite.get("properties")
    return {str(clef): valeur for clef, valeur in fiche.items()} if isinstance(fiche, dict) else {}


def _a_part(clef: str) -> str:
    """The name of a property, set aside when the geometry says the same."""
    return f"{clef} (propriété)" if cle(clef) in {LATITUDE, LONGITUDE} else clef


def _texte(valeur: Any) -> str | None:
    """A property as text; what is nested stays JSON."""
    if valeur is None or isinstance(valeur, str):
        return valeur
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, float):
        return str(int(valeur)) if valeur.is_integer() and abs(valeur) < ENTIERS_EXACTS else repr(valeur)
    return json.dumps(valeur, ensure_ascii=False)


def _points(
    entites: Sequence[Mapping[str, Any]],
) -> tuple[list[tuple[str | None, str | None]], dict[int, str], int]:
    """Latitude and longitude of each entity as texts, what is wrong with some, how many are not points."""
    points: list[tuple[str | None, str | None]] = []
    defauts: dict[int, str] = {}
    approches = 0
    for rang, entite in enumerate(entites):
        try:
            point, exact = _point(entite.get("geometry"))
        except (*ILLISIBLES, shapely.errors.ShapelyError):
            defauts[rang] = "la géométrie ne se lit pas"
            point, exact = (None, None), True
        points.append(point)
        approches += not exact
    return points, defauts, approches


def _point(geometrie: Any) -> tuple[tuple[str | None, str | None], bool]:
    """Latitude and longitude, and whether they are those of the entity itself."""
    if geometrie is None:
        return (None, None), True
    if geometrie["type"] == "Point":
        longitude, latitude = (float(valeur) for valeur in geometrie["coordinates"][:2])
        return (repr(latitude), repr(longitude)), True
    point = shape(geometrie).representative_point()
    return (repr(float(point.y)), repr(float(point.x))), False

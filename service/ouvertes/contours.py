"""Territories and intercommunalities as GeoJSON (RFC 7946): the outlines of the map, for other maps.

The map's layers (`data.couches.contenus`) and these files come from the same table `contours`, generalised
for the whole country and checked by the same reader; only the encoding differs, since TopoJSON needs a
library where GeoJSON needs none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import shapely

from data import chargement
from francais import nombre
from geo.contours import ECART_DE_SURFACE, NATIONALE, couche_ti
from geo.contrats import TABLES, Champ
from geo.indicateurs import Objet
from geo.millesimes import MILLESIMES
from geo.sens import phrase
from geo.sources import de_l_annee, perimetres_de, sources_de
from memoire import garde
from service.ouvertes.contenu import LICENCE, Contenu, citations
from service.ouvertes.lecture import bornes
from service.ouvertes.parametres import MILLESIME, pour_les_contours

if TYPE_CHECKING:
    import pandas as pd

    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere

__all__ = ["COLONNES_EPCI", "COLONNES_TI", "epci", "territoires"]

LISTES: Final = {
    "regions": "Codes des régions des sièges des groupements, la plus peuplée d’abord : une liste.",
    "departements": "Codes des départements des sièges des groupements, le plus peuplé d’abord : une liste.",
}
"""Properties that hold several codes, which the tables write with commas."""

PHRASE: Final = {
    "phrase": "Ce qui est haut, bas ou inhabituel ici, en une phrase écrite d’après les indicateurs."
}
"""What no table holds: it is written from the figures (`geo.sens`)."""

ECART: Final = {champ.nom: champ.sens for champ in TABLES["contours"].champs if champ.nom == "ecart_m"}
"""What each outline says of its own error, metres."""

COLONNES_TI: Final = (
    {champ.nom: champ.sens for champ in TABLES["territoires"].champs} | LISTES | PHRASE | ECART
)
"""Properties of a territory and what they mean."""

_ID_TI: Final = Champ(
    nom="id_ti", sens="Territoire du millésime auquel il participe, entier ou en partie ; vide sinon."
)
COLONNES_EPCI: Final = {champ.nom: champ.sens for champ in (*TABLES["epci"].champs, _ID_TI)} | ECART
"""Properties of an intercommunality and what they mean."""


M2_D_UN_HECTARE: Final = 10_000

COUCHES: Final = len(MILLESIMES) + 1
"""Sets of outlines kept: the territories of each millésime, and the intercommunalities."""


def territoires(matiere: Matiere, demande: Demande) -> Contenu:
    """The territories of a millésime, those of some régions only when they are named."""
    millesime = _millesime(demande)
    table = matiere.atlas.territoires_de(millesime)
    if "region" in demande:
        voulues = set(demande["region"])
        table = table[[not voulues.isdisjoint(codes.split(",")) for codes in table["regions"]]]
    table = table.sort_values("id_ti")
    phrases = [phrase(matiere.atlas, Objet(sorte="ti", code=ti), millesime) for ti in table["id_ti"]]
    table = table.assign(phrase=phrases)
    titre = f"Territoires d’industrie, millésime {millesime}"
    return _collection(matiere, demande, table, nom="territoires", titre=titre)


def epci(matiere: Matiere, demande: Demande) -> Contenu:
    """The intercommunalities of 2021, with the territory that each takes part in."""
    millesime = _millesime(demande)
    groupements = matiere.atlas.groupements
    du_millesime = groupements[groupements["millesime"] == millesime].set_index("siren")["id_ti"]
    table = matiere.atlas.epci
    if "region" in demande:
        table = table[table["region"].isin(demande["region"])]
    table = table.sort_values("siren").assign(id_ti=lambda t: t["siren"].map(du_millesime))
    titre = f"Intercommunalités du 1er janvier 2021, territoires du millésime {millesime}"
    return _collection(matiere, demande, table, nom="epci", titre=titre)


def _millesime(demande: Demande) -> int:
    return int(demande.get("millesime", (MILLESIME.schema["default"],))[0])


def _collection(matiere: Matiere, demande: Demande, table: pd.DataFrame, *, nom: str, titre: str) -> Contenu:
    depuis, fin = bornes(demande, pour_les_contours(matiere))
    page = table.iloc[depuis:fin]
    cle = "siren" if nom == "epci" else "id_ti"
    declaree = TABLES[nom]
    annee = _millesime(demande)
    declarees = de_l_annee((*declaree.sources, *TABLES["contours"].sources), annee)
    sources = citations(sources_de(declarees, perimetres_de(annee)))
    formes = _formes("epci" if nom == "epci" else couche_ti(annee))
    ecarts = sorted(ecart for ecart, _ in formes.values())
    entete = {
        "type": "FeatureCollection",
        "titre": titre,
        "licence": LICENCE,
        "sources": list(sources),
        "generalisation": _generalisation(ecarts),
        "ecart_m": {"median": ecarts[len(ecarts) // 2], "maximum": ecarts[-1]},
        "colonnes": COLONNES_EPCI if nom == "epci" else COLONNES_TI,
        "total": len(table),
    }
    fiches = page.astype(object).to_dict("records")
    elements = [
        _element(fiche | {"ecart_m": ecart}, cle, forme)
        for fiche in fiches
        for ecart, forme in (formes[fiche[cle]],)
    ]
    octets = b'%b,"features":[%b]}' % (_json(entete)[:-1], b",\n".join(elements))
    return Contenu(nom=f"{nom}.geojson", octets=octets, total=len(table), fin=fin, sources=sources)


def _generalisation(ecarts: list[int]) -> str:
    """How far the outlines of a layer are from those that they simplify."""
    surface = nombre(100 * ECART_DE_SURFACE, 0, "%")
    hectares = nombre(NATIONALE.ilot * NATIONALE.tolerance_m**2 / M2_D_UN_HECTARE)
    return (
        f"Contours simplifiés pour une carte de France, en WGS 84\u00a0: la moitié à moins de "
        f"{nombre(ecarts[len(ecarts) // 2])} m du contour d’origine, tous à moins de {nombre(ecarts[-1])} m. "
        f"L’aire d’un territoire est juste à {surface} près. Les îlots de moins de {hectares} hectares ne "
        "sont pas dessinés."
    )


@garde(taille=COUCHES, depend=chargement.etat)
def _formes(couche: str) -> dict[str, tuple[int, bytes]]:
    """Id -> its error in metres, its outline as GeoJSON, outer rings counter-clockwise as the RFC asks."""
    contours = chargement.lire("contours")
    lignes = contours[contours["couche"] == couche]
    tournees = shapely.orient_polygons(lignes["geometry"].to_numpy())
    ecrites = (texte.encode() for texte in shapely.to_geojson(tournees))
    return dict(zip(lignes["id"], zip(lignes["ecart_m"].tolist(), ecrites, strict=True), strict=True))


def _element(fiche: dict[str, Any], cle: str, forme: bytes) -> bytes:
    proprietes = {nom: _simple(nom, valeur) for nom, valeur in fiche.items()}
    return b'{"type":"Feature","id":%b,"properties":%b,"geometry":%b}' % (
        _json(fiche[cle]),
        _json(proprietes),
        forme,
    )


def _simple(nom: str, valeur: Any) -> Any:
    """A value that JSON holds; a missing one is null."""
    if nom in LISTES:
        return valeur.split(",")
    return None if valeur != valeur else valeur  # noqa: PLR0124  NaN differs from itself


def _json(contenu: object) -> bytes:
    return json.dumps(contenu, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()

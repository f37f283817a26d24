"""The description of the open data (OpenAPI 3.1), written from the declarations that check the requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from service.ouvertes.adresses import GEOJSON, adresses
from service.ouvertes.contenu import LICENCE
from service.ouvertes.refus import TITRES, TYPE_PROBLEME
from service.ouvertes.reponses import LICENCE_EN_LIGNE, Reponse
from theme import NOM

if TYPE_CHECKING:
    from service.ouvertes.adresses import Adresse
    from service.ouvertes.matiere import Matiere
    from service.ouvertes.parametres import Parametre

__all__ = ["VERSION", "decrire", "openapi"]

VERSION: Final = "1.0.0"
"""Version of the contract: its first number changes when an address or a column goes."""

SENS: Final = (
    "Ce que montrent les pages de l’atlas, en fichiers. Lecture seule, sans clé ni compte. "
    "Chaque réponse porte une étiquette (ETag) : renvoyée dans If-None-Match, elle épargne le "
    "téléchargement de ce qui n’a pas changé. « limite » et « depuis » découpent une réponse ; "
    "X-Total-Count donne le nombre de lignes en tout, Link la page suivante. Une demande fautive est "
    "refusée, avec le paramètre, sa valeur et le remède."
)

ENTETES: Final = {
    "ETag": "Étiquette du contenu, à renvoyer dans If-None-Match.",
    "Link": "Pages précédente et suivante, licence, description.",
    "X-Total-Count": "Nombre de lignes en tout, quelle que soit la page.",
    "Content-Disposition": "Nom du fichier.",
}

ERREURS: Final = (400, 404, 406, 422, 500, 503)

PROBLEME: Final = {
    "type": "object",
    "description": "Pourquoi une demande n’a pas de réponse (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string", "enum": list(TITRES.values())},
        "status": {"type": "integer", "enum": list(TITRES)},
        "detail": {"type": "string", "description": "Ce qui ne va pas, et le remède."},
        "fautes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parametre", "valeur", "remede"],
                "properties": {
                    "parametre": {"type": "string", "description": "Mot du paramètre fautif."},
                    "valeur": {"type": "string", "description": "Sa valeur, écourtée."},
                    "remede": {"type": "string", "description": "Ce qu’il faut écrire."},
                },
            },
        },
    },
}


def decrire(matiere: Matiere) -> Reponse:
    """`/donnees/openapi.json`."""
    octets = json.dumps(openapi(matiere), ensure_ascii=False, indent=1).encode()
    return Reponse.de(octets, {"content-type": "application/json"})


def openapi(matiere: Matiere) -> dict[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Données ouvertes de l’{NOM}",
            "version": VERSION,
            "description": SENS,
            "license": {"name": LICENCE, "url": LICENCE_EN_LIGNE},
        },
        "externalDocs": {"description": "La page qui les présente", "url": "../donnees"},
        "servers": [{"url": "..", "description": "Ce serveur"}],
        "paths": {adresse.chemin: {"get": _lecture(adresse, matiere)} for adresse in adresses()},
        "components": {
            "schemas": {"Probleme": PROBLEME},
            "headers": {
                nom: {"description": sens, "schema": {"type": "string"}} for nom, sens in ENTETES.items()
            },
            "responses": {str(statut): _refus(statut) for statut in ERREURS},
        },
    }


def _lecture(adresse: Adresse, matiere: Matiere) -> dict[str, Any]:
    entetes = {nom: {"$ref": f"#/components/headers/{nom}"} for nom in ENTETES}
    reponse = {
        "description": adresse.sens,
        "headers": entetes,
        "content": {adresse.types[0]: {"schema": _schema(adresse)}},
    }
    refus = {str(statut): {"$ref": f"#/components/responses/{statut}"} for statut in ERREURS}
    return {
        "operationId": adresse.fichier.replace(".", "_"),
        "summary": adresse.resume,
        "description": f"{adresse.sens} Exemple : {adresse.fichier}?{adresse.exemple}",
        "parameters": [_parametre(parametre) for parametre in adresse.parametres(matiere)],
        "responses": {"200": reponse, "304": {"description": "Rien n’a changé."}, **refus},
    }


def _parametre(parametre: Parametre) -> dict[str, Any]:
    schema: dict[str, Any] = parametre.schema
    if parametre.plusieurs:
        schema = {"type": "array", "items": schema, "minItems": 1}
    return {
        "name": parametre.nom,
        "in": "query",
        "description": parametre.sens + (" Se répète." if parametre.plusieurs else ""),
        "required": False,
        "style": "form",
        "explode": True,
        "schema": schema,
    }


def _schema(adresse: Adresse) -> dict[str, Any]:
    """What the body is; the columns of a file that is not GeoJSON are told in its description."""
    dites = adresse.colonnes
    if adresse.types[0] != GEOJSON:
        lignes = "\n".join(f"- {nom} : {sens}" for nom, sens in dites.items())
        return {"type": "string", "description": f"Colonnes :\n{lignes}"}
    element = {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "geometry": {"type": ["object", "null"]},
            "properties": {
                "type": "object",
                "required": list(dites),
                "properties": {nom: {"description": sens} for nom, sens in dites.items()},
            },
        },
    }
    return {
        "type": "object",
        "required": ["type", "titre", "sources", "colonnes", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "titre": {"type": "string"},
            "sources": {"type": "array", "items": {"type": "string"}, "minItems": 1},
            "colonnes": {"type": "object"},
            "features": {"type": "array", "items": element},
        },
    }


def _refus(statut: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Probleme"}
    return {"description": f"{TITRES[statut]}.", "content": {TYPE_PROBLEME: {"schema": schema}}}

"""One more format of the projects, declared in memory for a test: a line of JSON for each."""

from __future__ import annotations

import json

from exports.tables import projets as declares
from exports.tables.colonnes import COLONNES, lisible

TYPE = "application/x-ndjson"


def ecrire(projets, contexte, progres=None):
    lignes = [{"lien": contexte.lien}, *({"id_projet": id_} for id_ in lisible(projets)["id_projet"])]
    if progres:
        progres(1.0)
    return "\n".join(json.dumps(ligne) for ligne in lignes).encode()


def declarer(monkeypatch, *, ouvert):
    """Declare it: `ouvert` is what the open data call it."""
    declare = declares.Format(libelle="Lignes de JSON", types=(TYPE,), ecrire=ecrire, ouvert=ouvert)
    monkeypatch.setitem(declares.FORMATS, "ndjson", declare)


def colonnes():
    """The words of its columns, as the description must tell them."""
    return [colonne.nom for colonne in COLONNES]

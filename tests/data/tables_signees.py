"""Processed tables that a test writes itself, with a manifest that vouches for them."""

from __future__ import annotations

import json
from dataclasses import asdict

from data import chargement
from data.fabrication.fabrique import Atelier
from geo.contrats.tables import TABLES


def manifeste(dossier):
    chemin = dossier / chargement.MANIFESTE
    return json.loads(chemin.read_text(encoding="utf-8")) if chemin.exists() else {}


def signer(dossier, nom, *, lignes=0):
    """Make the manifest vouch for the file of a table as it stands."""
    fiches = manifeste(dossier) | {
        nom: asdict(chargement.empreinte(dossier / f"{nom}.parquet", lignes=lignes))
    }
    (dossier / chargement.MANIFESTE).write_text(json.dumps(fiches), encoding="utf-8")


def poser(dossier, nom, table):
    """Write a table and sign it."""
    table.to_parquet(dossier / f"{nom}.parquet", index=False)
    signer(dossier, nom, lignes=len(table))


def atelier_livre():
    """A workshop that holds the committed tables, with the counts of the committed report."""
    sources = chargement.rapport()["sources"]
    return Atelier(
        chemins={},
        tables={nom: chargement.lire(nom) for nom in TABLES},
        lues={cle: compte["lues"] for cle, compte in sources.items()},
        reparees={cle: compte["reparees"] for cle, compte in sources.items()},
        gardees={cle: compte["gardees"] for cle, compte in sources.items()},
        non_placees={cle: compte["non_placees"] for cle, compte in sources.items()},
    )

"""What Python writes or computes, for `node --test` to find again in the pure parts of `static/atlas`.

The browser reads bits, counts and columns that the domain writes, and sorts and gathers on its own. The
vectors are made from the real projects each time that the tests run: none is committed, none goes stale.

`python -m tests.javascript.vecteurs DOSSIER` writes one JSON file a subject.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
import shapely

from data.couches import colonnes
from data.couches.vocabulaire import comptes_compacts
from geo.filtre.bits import bits
from geo.filtre.filtre import TRIS, Filtre, Tri
from geo.filtre.ordre import ordre
from geo.filtre.selection import facettes, filtrer
from tests.geo.monde_filtre import monde
from theme import FAMILLES, LABELS, STADES

GRAINE = 12
MILLESIME = 2021
FILTRES = (
    Filtre(),
    Filtre(regions=("53",)),
    Filtre(filieres=("Automobile",), dans_ti=True),
    Filtre(texte="hydrogene"),
    Filtre(texte="ce texte ne se trouve nulle part"),
)


def les_bits():
    """Sets of rows of every length around a byte, and of the real table: text, n, positions."""
    hasard = np.random.default_rng(GRAINE)
    longueurs = [*range(18), len(monde().table)]
    masques = [hasard.random(n) < part for n in longueurs for part in (0, 0.3, 1)]
    return [{"texte": bits(m), "n": len(m), "positions": np.flatnonzero(m).tolist()} for m in masques]


def les_comptes():
    """Counts of every facet under a few filters: text, and one number a value."""
    noms = monde().vocab.de(MILLESIME)
    cas = []
    for filtre in FILTRES:
        comptes_de = facettes(monde().preparee, filtre)
        for mot in noms.keys() & comptes_de.keys():
            valeurs, comptes = list(noms[mot]), comptes_de[mot]
            nombres = [int(comptes.get(valeur, 0)) for valeur in valeurs]
            cas.append({"texte": comptes_compacts(comptes, valeurs), "nombres": nombres})
    return cas


def les_ordres():
    """The files of the table, cut in two, and the rows in each order, of all projects and of selections."""
    table = monde().table
    moities = (table.iloc[:1000], table.iloc[1000:])
    fichiers = [colonnes.table(moitie, monde().vocab, MILLESIME) for moitie in moities]
    cas = []
    for filtre in FILTRES[:3]:
        masque = filtrer(monde().preparee, filtre)
        for mot in TRIS:
            for decroissant in (False, True):
                tri = Tri(colonne=mot, decroissant=decroissant)
                rangs = ordre(monde().preparee, masque, tri, MILLESIME).tolist()
                cas.append({"tri": f"{'-' * decroissant}{mot}", "visibles": bits(masque), "rangs": rangs})
    return {"fichiers": fichiers, "cas": cas}


def les_projets():
    """The projects as the map reads them, where Python has them, and how many of each family are placed."""
    table = monde().table
    lues = colonnes.points(table)
    famille = {nom: rang for rang, f in enumerate(FAMILLES) for nom in f.filieres}
    rangs = [famille.get(nom, len(FAMILLES) - 1) for nom in table["filiere"]]
    place = table["latitude"].notna() & table["longitude"].notna()
    lieux = table.loc[place, ["latitude", "longitude"]].round(6)
    memes = lieux.groupby(["latitude", "longitude"]).indices.values()
    positions = np.flatnonzero(place)
    return {
        "colonnes": lues,
        "lieux": [
            [float(y), float(x)] if oui else None
            for y, x, oui in zip(table["latitude"], table["longitude"], place, strict=True)
        ],
        "config": {
            "familles": [asdict(f) for f in FAMILLES],
            "stades": [asdict(s) for s in STADES],
            "labels": [asdict(f) for f in LABELS],
            "laureat": [s.libelle for s in STADES].index("Lauréat"),
        },
        "rangs": rangs,
        "stades": lues["stade"],
        "dedans": bits(table[f"id_ti_{MILLESIME}"].notna().to_numpy()),
        "effectifs": np.bincount(np.array(rangs)[place.to_numpy()], minlength=len(FAMILLES)).tolist(),
        "au_meme_lieu": [positions[groupe].tolist() for groupe in memes if len(groupe) > 1],
    }


def les_enclos():
    """Polygons with a hole, and points that are inside or not."""
    hasard = np.random.default_rng(GRAINE)
    centres = hasard.uniform(-5, 5, (6, 2))
    formes = [
        shapely.Point(c).buffer(2, quad_segs=3).difference(shapely.Point(c).buffer(0.7)) for c in centres
    ]
    points = hasard.uniform(-7, 7, (300, 2))
    return [
        {
            "anneaux": [shapely.get_coordinates(a).tolist() for a in (forme.exterior, *forme.interiors)],
            "points": points.tolist(),
            "dedans": shapely.contains_xy(forme, points).tolist(),
        }
        for forme in formes
    ]


SUJETS = {
    "bits": les_bits,
    "comptes": les_comptes,
    "ordres": les_ordres,
    "projets": les_projets,
    "enclos": les_enclos,
}


def ecrire(dossier):
    """Write every subject into a folder."""
    for nom, faire in SUJETS.items():
        texte = json.dumps(faire(), allow_nan=False, ensure_ascii=False)
        (Path(dossier) / f"{nom}.json").write_text(texte, encoding="utf-8")


if __name__ == "__main__":
    ecrire(sys.argv[1])

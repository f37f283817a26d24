"""Every sheet of a millésime: time, weight, boxes that overflow, figures that are not those of the screen.

python -m bench.fiche [millésime]
"""

from __future__ import annotations

import io
import sys
from functools import partial
from typing import TYPE_CHECKING

from pypdf import PdfReader
from tqdm import tqdm

from bench.lots import Lot
from data import chargement
from exports.fiche import debordements, fiche_region, fiche_territoire
from geo.fiche import contenu_region, contenu_territoire
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.territoires import noms

if TYPE_CHECKING:
    from geo.atlas import Atlas

JOUR = "2026-11-21"
BUDGET_S = 2.0
BUDGET_OCTETS = 1_000_000


def _fiche(atlas: Atlas, mot: str, millesime: int) -> bytes:
    adresse = f"https://atlas.exemple/{mot}"
    if mot.startswith("region-"):
        code = mot.removeprefix("region-")
        return fiche_region(atlas, code=code, millesime=millesime, adresse=adresse, jour=JOUR)
    return fiche_territoire(atlas, id_ti=mot, millesime=millesime, adresse=adresse, jour=JOUR)


def _plat(texte: str) -> str:
    """A text without its spaces, which a reader of PDF may set otherwise."""
    return "".join(texte.split())


def ecarts(atlas: Atlas, octets: bytes, mot: str, millesime: int) -> list[str]:
    """The figures of the screen that a sheet does not carry."""
    lu = _plat(PdfReader(io.BytesIO(octets)).pages[0].extract_text())
    if mot.startswith("region-"):
        contenu = contenu_region(atlas, code=mot.removeprefix("region-"), millesime=millesime)
    else:
        contenu = contenu_territoire(atlas, id_ti=mot, millesime=millesime)
    attendus = [
        (c.libelle, v) for c in contenu.chiffres for v in (c.valeur, *(face.valeur for face in c.references))
    ]
    return [f"{libelle} ({valeur}) manque" for libelle, valeur in attendus if _plat(valeur) not in lu]


def mesurer(millesime: int) -> Lot:
    """Make them all, with a bar."""
    atlas = chargement.atlas()
    lot = Lot(quoi="fiches", secondes=BUDGET_S, octets=BUDGET_OCTETS)
    mots = [*atlas.territoires_de(millesime)["id_ti"], *(f"region-{code}" for code in noms(atlas))]
    for mot in tqdm(mots, desc="Fiches", unit="fiche"):
        octets = lot.faire(mot, partial(_fiche, atlas, mot, millesime))
        lot.fautes.extend(f"{mot} : {boite}" for boite in debordements(atlas, mot=mot, millesime=millesime))
        lot.fautes.extend(f"{mot} : {ecart}" for ecart in ecarts(atlas, octets, mot, millesime))
    return lot


if __name__ == "__main__":
    fait = mesurer(int(sys.argv[1]) if len(sys.argv) > 1 else MILLESIME_PAR_DEFAUT)
    print(fait.dire())
    sys.exit(bool(fait.fautes))

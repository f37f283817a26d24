"""The deck of every région: time, weight, what overflows, and figures that are not those of the screen.

The time is that of the processor, which nothing else on the machine changes.

python -m bench.diaporama [millésime]
"""

from __future__ import annotations

import io
import sys
import time
from typing import TYPE_CHECKING

from pptx import Presentation
from tqdm import tqdm

from data import load
from exports.diaporama import debordements, diaporama_region
from exports.fiche_contenu import contenu_region
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.region import noms
from theme import nombre

if TYPE_CHECKING:
    from geo.atlas import Atlas

JOUR = "2026-11-21"
BUDGET_S = 10.0


def ecarts(atlas: Atlas, octets: bytes, code: str, millesime: int) -> list[str]:
    """The figures of the screen that no slide of a deck carries."""
    lus = {
        forme.text_frame.text
        for page in Presentation(io.BytesIO(octets)).slides
        for forme in page.shapes
        if forme.has_text_frame
    }
    contenu = contenu_region(atlas, code=code, millesime=millesime)
    return [f"{c.libelle} ({c.valeur}) manque" for c in contenu.chiffres if c.valeur not in lus]


def mesurer(millesime: int) -> list[str]:
    """Make them all; print the slowest and the heaviest, and return every fault."""
    atlas = load.atlas()
    fautes, temps, poids = [], [], []
    for code, nom in tqdm(noms(atlas).items(), desc="Diaporamas", unit="diaporama"):
        debut = time.process_time()
        octets = diaporama_region(
            atlas,
            code=code,
            millesime=millesime,
            jour=JOUR,
            adresse=f"https://atlas.exemple/region?region={code}",
        )
        duree = time.process_time() - debut
        temps.append((duree, nom))
        poids.append((len(octets), nom))
        fautes += [f"{nom} : {faute}" for faute in debordements(octets)]
        fautes += [f"{nom} : {ecart}" for ecart in ecarts(atlas, octets, code, millesime)]
        if duree > BUDGET_S:
            fautes.append(f"{nom} : {nombre(duree, 1, 's')}")
    durees = sorted(duree for duree, _ in temps)
    print(f"{nombre(len(temps))} diaporamas ; médiane {nombre(durees[len(durees) // 2], 1, 's')}")
    print("le plus lent :", nombre(max(temps)[0], 1, "s"), max(temps)[1])
    print("le plus lourd :", nombre(max(poids)[0] / 1000, 0, "ko"), max(poids)[1])
    return fautes


if __name__ == "__main__":
    manques = mesurer(int(sys.argv[1]) if len(sys.argv) > 1 else MILLESIME_PAR_DEFAUT)
    print("\n".join(manques) or "Rien ne déborde, et les chiffres sont ceux de l’écran.")
    sys.exit(bool(manques))

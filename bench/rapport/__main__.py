"""`python -m bench.rapport [step …]`: make the measures, all or those named, and write docs/mesures.md.

The speed and the load want a machine that does nothing else; the whole takes about forty minutes. With
`--ecrire`, nothing is measured: the document is written again from what is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any, Final

from bench.rapport.etapes import ETAPES, GARDE, EtapeEchouee
from bench.rapport.texte import ecrire
from bench.serveurs import RACINE

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DOCUMENT", "gardees", "principal"]

DOCUMENT: Final = RACINE / "docs" / "mesures.md"


def _lire(chemin: Path) -> dict[str, Any] | None:
    return json.loads(chemin.read_text(encoding="utf-8")) if chemin.is_file() else None


def gardees() -> dict[str, dict[str, Any] | None]:
    """What each measure left, by the part of the document."""
    return {
        "vitesse": _lire(RACINE / "bench" / "resultats.json"),
        "charge": _lire(RACINE / "bench" / "charge.json"),
        "gestes": _lire(RACINE / "bench" / "gestes.json"),
        **(_lire(GARDE) or {}),
    }


def principal(arguments: list[str]) -> int:
    """Make the measures asked for, one after the other; 1 when one could not be made."""
    lecteur = argparse.ArgumentParser(prog="python -m bench.rapport", description="Les mesures de l’atlas.")
    lecteur.add_argument("etapes", nargs="*", metavar="mesure", help=f"parmi {', '.join(ETAPES)} (toutes)")
    lecteur.add_argument("--ecrire", action="store_true", help="réécrit le document, sans mesurer")
    choix = lecteur.parse_args(arguments)
    inconnues = [nom for nom in choix.etapes if nom not in ETAPES]
    if inconnues:
        print(f"Mesure inconnue : {', '.join(inconnues)}. Les mesures sont {', '.join(ETAPES)}.")
        return 2
    manquees = []
    for nom in [] if choix.ecrire else choix.etapes or ETAPES:
        print(f"\n· {nom}")
        try:
            ETAPES[nom]()
        except EtapeEchouee as raison:
            print(f"{nom} : {raison}")
            manquees.append(nom)
    DOCUMENT.write_text(ecrire(gardees()), encoding="utf-8")
    print(f"Écrit : {DOCUMENT.parent.name}/{DOCUMENT.name}")
    return 1 if manquees else 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

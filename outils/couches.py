"""Map layers at set-up: made by `data.couches.magasin` from the processed tables, when one has changed.

`data.couches.magasin` would itself find that nothing is to be done, but only after importing pandas (a second
or two). Comparing fingerprints first keeps the second `make run` quick.
"""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING

from outils.environnement import empreinte, lire_marque, noter
from outils.lieux import Lieux, alerter, dire

if TYPE_CHECKING:
    from pathlib import Path

ENTREES = ("data/processed/*", "data/**/*.py", "geo/**/*.py", "requirements.txt")
"""What the layers depend on: tables, code, libraries."""


def preparer(lieux: Lieux) -> bool:
    """Make the map layers if the tables or the code have changed; tell whether they are there in the end."""
    if lire_marque(lieux).get("couches") == etat(lieux):
        return True
    dire("Préparation des couches de la carte…")
    if subprocess.run([str(lieux.python), "-m", "data.couches"], cwd=lieux.racine, check=False).returncode:
        alerter(
            "Les couches de la carte n'ont pas pu être préparées (le détail est au-dessus).",
            "Remède : « git checkout -- data/processed » remet les tables livrées avec l'atlas, "
            "ou « make build » les reconstruit depuis les sources.",
        )
        return False
    noter(lieux, couches=etat(lieux))
    return True


def etat(lieux: Lieux) -> str:
    """Fingerprint of what the layers are made from (contents) and of the layers there (names and sizes)."""
    entrees = sorted(f for motif in ENTREES for f in lieux.racine.glob(motif) if f.is_file())
    noms = "\n".join(f.relative_to(lieux.racine).as_posix() for f in entrees)
    presentes = "\n".join(_ligne(f, lieux) for f in sorted(lieux.couches.glob("*.json")))
    return hashlib.sha256("\n".join([noms, empreinte(entrees), presentes]).encode()).hexdigest()


def _ligne(fichier: Path, lieux: Lieux) -> str:
    """Name and size of one layer."""
    return f"{fichier.relative_to(lieux.couches).as_posix()} {fichier.stat().st_size}"

"""The scripts of `static/atlas` among the checks: their style, their types, and what they compute.

Biome, TypeScript and the types of Leaflet come from npm into `node_modules` when the checks run, never at
set-up: whoever only runs the atlas has no use for them, nor for Node. What the pure parts compute is compared
with vectors that Python has just written (`tests/javascript`).

`python -m outils.javascript` runs these checks alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from outils.bibliotheques import NPM_CI
from outils.environnement import empreinte
from outils.lieux import Lieux, alerter, dire

__all__ = ["controler", "npm", "principal"]

BIOME = "node_modules/@biomejs/biome/bin/biome"
TSC = "node_modules/typescript/bin/tsc"
MARQUE = "node_modules/.atlas"
"""Fingerprint of the lists that `node_modules` was installed from."""

PATIENCE = 600
"""Seconds that npm may take."""


def npm(lieux: Lieux) -> str | None:
    """The npm of the machine, or else the spare one of the virtual environment, each with its Node."""
    secours = lieux.programme("npm")
    trouve = shutil.which("npm") if shutil.which("node") else None
    return trouve or (str(secours) if secours.exists() else None)


def controler(lieux: Lieux) -> int:
    """Run every check of the scripts and return 0 only if all of them pass."""
    programme = npm(lieux)
    if programme is None:
        alerter(
            "Ni Node ni npm n'ont été trouvés : les scripts ne sont pas vérifiés.",
            "Remède : installez Node, ou relancez « make installer » avec un accès au réseau.",
        )
        return 1
    chemins = os.pathsep.join([str(Path(programme).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": chemins}
    if not _installer(lieux, programme, env):
        alerter(
            "npm n'a pas pu installer les outils de vérification (le détail est au-dessus).",
            "Remède : rétablir l'accès au réseau, puis relancer la même commande.",
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="atlas-vecteurs-") as dossier:
        essais = sorted(str(f) for f in (lieux.racine / "tests" / "javascript").glob("*.test.js"))
        python, node = str(lieux.python), shutil.which("node", path=chemins) or "node"
        etapes = {
            "style (biome)": [node, BIOME, "ci", "--error-on-warnings", "."],
            "types (tsc)": [node, TSC, "-p", "."],
            "vecteurs (Python)": [python, "-m", "tests.javascript.vecteurs", dossier],
            "essais (node --test)": [node, "--test", "--test-reporter=dot", *essais],
        }
        env["ATLAS_VECTEURS"] = dossier
        echecs = [nom for nom, commande in etapes.items() if _lancer(lieux, commande, env)]
    for nom in echecs:
        dire(f"{nom} : ÉCHEC")
    return 1 if echecs else 0


def _installer(lieux: Lieux, programme: str, env: dict[str, str]) -> bool:
    """Bring the tools of `package-lock.json` into `node_modules` if need be; tell whether they are there."""
    marque = lieux.racine / MARQUE
    voulue = empreinte(lieux.racine / nom for nom in ("package.json", "package-lock.json"))
    if marque.is_file() and marque.read_text(encoding="utf-8") == voulue:
        return True
    dire("Installation de biome et de TypeScript (npm)…")
    try:
        if _lancer(lieux, [programme, *NPM_CI], env, timeout=PATIENCE):
            return False
    except (OSError, subprocess.TimeoutExpired):
        return False
    marque.write_text(voulue, encoding="utf-8")
    return True


def _lancer(lieux: Lieux, commande: list[str], env: dict[str, str], *, timeout: int | None = None) -> int:
    """Run a program from the root of the clone; its exit code."""
    return subprocess.run(commande, cwd=lieux.racine, env=env, timeout=timeout, check=False).returncode


def principal() -> int:
    """The checks of this clone."""
    return controler(Lieux())


if __name__ == "__main__":
    sys.exit(principal())

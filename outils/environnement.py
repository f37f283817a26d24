"""The virtual environment: made once, filled with the exact pins, left alone while the pins do not change.

Asking pip whether everything is in place takes seconds; comparing one fingerprint takes a millisecond. So a
mark inside `.venv` remembers the fingerprint of the requirement files that were installed, and `make run`
trusts it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from outils.lieux import EchecAtelierError, Lieux, dire

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EXIGENCES = {
    "run": ("requirements.txt",),
    "test": ("requirements.txt", "requirements-dev.txt"),
}
"""Requirement files of each use; the last one includes the others."""


def empreinte(fichiers: Iterable[Path]) -> str:
    """Fingerprint (SHA-256, hexadecimal) of the contents of files, in the order given."""
    somme = hashlib.sha256()
    for fichier in fichiers:
        somme.update(hashlib.sha256(fichier.read_bytes()).digest())
    return somme.hexdigest()


def lire_marque(lieux: Lieux) -> dict[str, Any]:
    """What the last set-up wrote in its mark; empty when there is none or it cannot be read."""
    try:
        marque = json.loads(lieux.marque.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return marque if isinstance(marque, dict) else {}


def noter(lieux: Lieux, **valeurs: str) -> None:
    """Add values to the mark; it is replaced at once, never half written."""
    provisoire = lieux.marque.with_suffix(".partiel")
    texte = json.dumps({**lire_marque(lieux), **valeurs}, ensure_ascii=False, indent=1, sort_keys=True)
    provisoire.write_text(texte, encoding="utf-8")
    provisoire.replace(lieux.marque)


def _identite(lieux: Lieux) -> dict[str, str]:
    """What makes an environment unusable when it changes: its folder and its base interpreter."""
    return {"dossier": str(lieux.venv), "interprete": str(lieux.python.resolve())}


def _utilisable(lieux: Lieux) -> bool:
    """Whether the environment has a living interpreter with pip, and is the one that was marked, if any."""
    if not lieux.python.exists():
        return False
    marque = lire_marque(lieux)
    if any(marque.get(cle, valeur) != valeur for cle, valeur in _identite(lieux).items()):
        return False
    essai = subprocess.run([str(lieux.python), "-m", "pip", "--version"], capture_output=True, check=False)
    return essai.returncode == 0


def _creer(lieux: Lieux) -> None:
    """Make a new, empty environment in place of whatever stands there."""
    if str(lieux.venv) == sys.prefix:
        raise EchecAtelierError(
            f"L'environnement {lieux.venv} doit être refait, mais c'est lui qui exécute cette commande : "
            "désactivez-le (« deactivate »), puis relancez-la."
        )
    dire("Création de l'environnement Python (.venv)…")
    essai = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(lieux.venv)],
        capture_output=True,
        text=True,
        check=False,
    )
    if essai.returncode:
        raise EchecAtelierError(
            "L'environnement Python n'a pas pu être créé dans .venv.\n"
            "Sous Debian ou Ubuntu, il manque le plus souvent un paquet : « sudo apt install python3-venv », "
            "puis relancez la commande.\n"
            f"Message de Python : {(essai.stdout + essai.stderr).strip()}"
        )


def pip_installer(lieux: Lieux, *arguments: str) -> int:
    """Run `pip install` in the environment, showing its progress, and return its exit code."""
    commande = [
        str(lieux.python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        *arguments,
    ]
    return subprocess.run(commande, cwd=lieux.racine, check=False).returncode


def preparer(lieux: Lieux, usage: str) -> bool:
    """Make the environment ready for a use, `run` or `test`; tell whether anything had to be installed.

    Raises:
        EchecAtelierError: if the environment cannot be made or a library cannot be installed.
    """
    fichiers = [lieux.racine / nom for nom in EXIGENCES[usage]]
    voulu = {**_identite(lieux), usage: empreinte(fichiers)}
    marque = lire_marque(lieux)
    if lieux.python.exists() and all(marque.get(cle) == valeur for cle, valeur in voulu.items()):
        return False
    if not _utilisable(lieux):
        _creer(lieux)
    dire("Installation des bibliothèques Python (une à trois minutes la première fois)…")
    if pip_installer(lieux, "-r", str(fichiers[-1])):
        raise EchecAtelierError(
            f"Les bibliothèques de {fichiers[-1].name} n'ont pas toutes pu être installées.\n"
            "Vérifiez l'accès au réseau et relancez la même commande : ce qui est installé le reste."
        )
    couverts = [nom for nom in EXIGENCES if set(EXIGENCES[nom]) <= set(EXIGENCES[usage])]
    faits = {nom: empreinte(lieux.racine / fichier for fichier in EXIGENCES[nom]) for nom in couverts}
    noter(lieux, **_identite(lieux), **faits)
    return True

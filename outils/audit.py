"""`pip-audit` among the checks: the known flaws of the pinned versions, where the base of flaws answers.

It is a program of the machine, as Chromium is: the atlas does not install it. Without it, or without the
public registry that it asks, nothing was audited, and `make test` says so instead of staying silent.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMME = "pip-audit"
ARGUMENTS = ("--no-deps", "--disable-pip", "--progress-spinner=off", "--format=json")
PATIENCE = 180
"""Seconds that the base of flaws has to answer."""


@dataclass(frozen=True)
class Audit:
    """What an audit gave."""

    failles: tuple[str, ...] = ()
    """Known flaws, one French sentence each."""
    empeche: str = ""
    """Why nothing, or not everything, was audited; empty when everything was."""


def auditer(exigences: Path) -> Audit:
    """Ask for the known flaws of each version of a list of requirements."""
    programme = shutil.which(PROGRAMME)
    if programme is None:
        return Audit(empeche=f"{PROGRAMME} n'est pas sur le PATH")
    try:
        fait = subprocess.run(
            [programme, "-r", str(exigences), *ARGUMENTS],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Audit(empeche=f"{PROGRAMME} n'a pas eu de réponse en {PATIENCE} s")
    try:
        paquets = json.loads(fait.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        derniere = (fait.stderr.strip().splitlines() or ["aucune réponse"])[-1]
        return Audit(empeche=f"{PROGRAMME} s'est arrêté : {derniere[:200]}")
    return lire(paquets)


def lire(paquets: list[dict[str, Any]]) -> Audit:
    """What the answer of pip-audit says: `dependencies` of its JSON."""
    failles = []
    sautes = []
    for paquet in paquets:
        if "skip_reason" in paquet:
            sautes.append(str(paquet["name"]))
        for faille in paquet.get("vulns", ()):
            remede = ", ".join(faille.get("fix_versions", ())) or "aucune version réparée"
            failles.append(f"{paquet['name']} {paquet['version']} : {faille['id']} (réparé dans : {remede})")
    phrase = f"{len(sautes)} paquet(s) sur {len(paquets)} sans réponse de la base des failles"
    return Audit(failles=tuple(failles), empeche=phrase if sautes or not paquets else "")

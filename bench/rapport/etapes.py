"""The measures of the report, one by one: each runs a command of the house and reads what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from bench import diaporama, fiche
from bench.serveurs import RACINE
from bench.tableau import ecrire
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ETAPES", "GARDE", "EtapeEchouee", "dites", "proprietes"]

GARDE: Final = RACINE / "bench" / "mesures.json"
"""What the steps found, except the speed (`resultats.json`) and the load (`charge.json`)."""

TESTS: Final = {
    "axe": "tests/navigateur/test_axe.py",
    "schemathesis": "tests/service/test_ouvertes_schemathesis.py",
}
"""Name of the property that tests record -> where these tests are."""


class EtapeEchouee(RuntimeError):
    """A measure could not be made; its message is a French sentence."""


def _lancer(*arguments: str, permis: tuple[int, ...] = (0,)) -> str:
    """Run a Python module of the house; the last line that it printed. Its bars are seen meanwhile."""
    fait = subprocess.run(
        [sys.executable, *arguments], cwd=RACINE, stdout=subprocess.PIPE, text=True, check=False
    )
    print(fait.stdout)
    if fait.returncode not in permis:
        raise EtapeEchouee(f"« {' '.join(arguments)} » s’est arrêté avec le code {fait.returncode}.")
    lignes = fait.stdout.strip().splitlines()
    return lignes[-1] if lignes else ""


def proprietes(journal: str, nom: str) -> list[dict[str, Any]]:
    """What tests recorded under a name, in the order of a JUnit record."""
    trouvees = ET.fromstring(journal).iter("property")
    return [json.loads(p.get("value", "")) for p in trouvees if p.get("name") == nom]


def dites(nom: str) -> list[dict[str, Any]]:
    """Run the tests that record a property, and give what they recorded.

    Raises:
        EtapeEchouee: A test failed, or none records this.
    """
    with tempfile.TemporaryDirectory() as dossier:
        journal = Path(dossier) / "junit.xml"
        _lancer("-m", "pytest", "-q", f"--junitxml={journal}", TESTS[nom])
        lues = proprietes(journal.read_text(encoding="utf-8"), nom)
    if not lues:
        raise EtapeEchouee(f"Aucun test de {TESTS[nom]} ne note « {nom} ».")
    return lues


def _noter(nom: str, contenu: object) -> None:
    """Keep what a step found, dated, beside what the others had found."""
    gardees = json.loads(GARDE.read_text(encoding="utf-8")) if GARDE.is_file() else {}
    date = datetime.now(tz=UTC).date().isoformat()
    gardees[nom] = {"date": date, "coeurs": os.cpu_count(), "contenu": contenu}
    GARDE.write_text(ecrire(gardees), encoding="utf-8")


def _fichiers() -> None:
    lots = [fiche.mesurer(MILLESIME_PAR_DEFAUT), diaporama.mesurer(MILLESIME_PAR_DEFAUT)]
    for lot in lots:
        print(lot.dire())
    _noter("fichiers", {lot.quoi: lot.resume() for lot in lots})


def _fuzz() -> None:
    _noter("fuzz", json.loads(_lancer("-m", "tests.fuzz")))


ETAPES: Final[dict[str, Callable[[], object]]] = {
    "vitesse": lambda: _lancer("-m", "bench"),
    "charge": lambda: _lancer("-m", "bench.charge", permis=(0, 1)),  # 1: a budget that is not kept
    "fichiers": _fichiers,
    "gestes": lambda: _lancer("-m", "bench.gestes"),
    "axe": lambda: _noter("axe", dites("axe")),
    "schemathesis": lambda: _noter("schemathesis", dites("schemathesis")),
    "fuzz": _fuzz,
}
"""Name -> measure, in the order of the report."""

"""`make test`: every check, one after the other, and at the end what was left out, said loudly.

A check that does not run looks like one that passed. So what is left out (no browser, no LibreOffice, no raw
sources, no base of known flaws, or a test that skips itself, read from pytest's own record) is named at the
end. In CI a test that skips itself is a failure, and `.ci/run` demands the browser, LibreOffice, and the raw
sources wherever `../shared` stands beside the clone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from outils import javascript
from outils.audit import Audit, auditer
from outils.lieux import Lieux, alerter, dire

NAVIGATEURS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names under which a Chromium is looked for on the PATH, after the variable `CHROMIUM`."""

JAVASCRIPT = "scripts (biome, tsc, node --test)"
"""The one of them that needs Node."""

SANS_NODE = f"les {JAVASCRIPT} : ni Node ni npm trouvés"

STATIQUES = {
    "règles d'écriture (ruff check)": ["ruff", "check", "."],
    "mise en forme (ruff format)": ["ruff", "format", "--check", "."],
    "types (mypy)": ["mypy"],
    JAVASCRIPT: ["outils.javascript"],
}
"""Checks that are not of pytest, each a module with its arguments: both lanes start with them."""

OUVRIERS_MAX = 4
"""Processes of tests at most: each holds an atlas, a server and a browser, about 1 GB."""

ENSEMBLE = 2
"""Checks that are not of pytest run at the same time."""

BUREAUTIQUE = ("soffice", "pdftotext", "pdftoppm")
"""Programs that open a deck, turn it into a PDF, and read a PDF."""


@dataclass(frozen=True)
class Conditions:
    """What this machine allows and what it demands."""

    chromium: str | None
    """Path of the browser, if one was found."""
    bureau: bool
    """Whether LibreOffice and the tools of poppler are here, to open what the atlas writes."""
    sources: bool
    """Whether the raw sources stand beside the clone."""
    navigateur_obligatoire: bool
    """`NAVIGATEUR=obligatoire`: no browser is a failure."""
    bureau_obligatoire: bool
    """`BUREAU=obligatoire`: no LibreOffice is a failure."""
    sources_obligatoires: bool
    """`SOURCES=obligatoires`: no raw sources is a failure."""
    ci: bool
    """`CI=true`: a test that skips itself is a failure."""
    javascript: bool = True
    """Whether Node and npm are here, to check the scripts; demanded in CI."""

    @property
    def manques(self) -> list[str]:
        """What is demanded and absent, as French sentences; empty when the tests may start."""
        phrases = []
        if self.navigateur_obligatoire and not self.chromium:
            phrases.append(
                "NAVIGATEUR=obligatoire, mais aucun Chromium n'a été trouvé : installez-le, "
                "ou donnez son chemin dans la variable CHROMIUM."
            )
        if self.bureau_obligatoire and not self.bureau:
            phrases.append(
                "BUREAU=obligatoire, mais il manque LibreOffice ou poppler : installez "
                f"{', '.join(BUREAUTIQUE)}."
            )
        if self.sources_obligatoires and not self.sources:
            phrases.append(
                "SOURCES=obligatoires, mais les sources brutes sont introuvables : donnez leur dossier dans "
                "la variable ATLAS_SOURCES, ou déposez-les dans ../shared/sources."
            )
        if self.ci and not self.javascript:
            phrases.append("CI=true, mais Node et npm manquent pour vérifier les scripts : installez-les.")
        return phrases

    @property
    def omissions(self) -> list[str]:
        """Families of tests that this machine cannot run, as French sentences."""
        phrases = []
        if not self.chromium:
            phrases.append("les tests dans un navigateur (aucun Chromium trouvé ; variable CHROMIUM ou PATH)")
        if not self.bureau:
            phrases.append(
                f"l'ouverture des fiches et des diaporamas par LibreOffice ({', '.join(BUREAUTIQUE)} : PATH)"
            )
        if not self.javascript:
            phrases.append(SANS_NODE)
        if not self.sources:
            phrases.append(
                "les tests depuis les sources brutes (../shared/sources absent), et le seuil de couverture"
            )
        return phrases


def conditions(lieux: Lieux) -> Conditions:
    """Read the conditions of this machine from its environment variables and its PATH."""
    return Conditions(
        chromium=trouver_chromium(),
        bureau=bureau_present(),
        sources=lieux.sources.is_dir() and any(lieux.sources.iterdir()),
        navigateur_obligatoire=os.environ.get("NAVIGATEUR") == "obligatoire",
        bureau_obligatoire=os.environ.get("BUREAU") == "obligatoire",
        sources_obligatoires=os.environ.get("SOURCES") == "obligatoires",
        ci=os.environ.get("CI", "").lower() in {"1", "true"},
        javascript=javascript.npm(lieux) is not None,
    )


def statiques(etat: Conditions) -> dict[str, list[str]]:
    """The checks of `STATIQUES` that this machine can run."""
    return {nom: commande for nom, commande in STATIQUES.items() if nom != JAVASCRIPT or etat.javascript}


def trouver_chromium() -> str | None:
    """Path of Chromium: what the variable `CHROMIUM` names, or else the first known name on the PATH."""
    declare = os.environ.get("CHROMIUM")
    if declare:
        return shutil.which(declare)
    return next((chemin for nom in NAVIGATEURS if (chemin := shutil.which(nom))), None)


def bureau_present() -> bool:
    """Whether every program that opens the files of the atlas is on the PATH."""
    return all(shutil.which(programme) for programme in BUREAUTIQUE)


def ouvriers(partage: str, *options: str) -> list[str]:
    """Arguments of pytest for as many processes as this machine has cores for; none for one core.

    Args:
        partage: How tests are shared out (`--dist` of pytest-xdist).
        options: Further options of that way.
    """
    nombre = min(os.cpu_count() or 1, OUVRIERS_MAX)
    return ["-n", str(nombre), "--dist", partage, *options] if nombre > 1 else []


def commande_pytest(etat: Conditions, journal: Path) -> list[str]:
    """Arguments of pytest under these conditions; its record goes to `journal` (JUnit XML)."""
    retires = [
        f"not {marque}"
        for marque, present in (
            ("navigateur", etat.chromium),
            ("bureau", etat.bureau),
            ("sources", etat.sources),
        )
        if not present
    ]
    # in the order of the folders: bench, which opens a browser of its own, before navigateur keeps one open
    partage = ouvriers("loadfile", "--no-loadscope-reorder")
    commande = ["pytest", "--cov", "--cov-report=term", f"--junitxml={journal}", *partage]
    if retires:
        commande += ["-m", " and ".join(retires)]
    if not etat.sources:
        commande += ["--cov-fail-under=0"]  # a build that cannot run covers nothing
    return commande


def ignores_dans(journal: Path) -> list[str]:
    """Names and reasons of the tests that skipped themselves; an expected failure is not one of them."""
    if not journal.exists():
        return []
    return sorted(
        f"{cas.get('classname')}::{cas.get('name')} ({saut.get('message')})"
        for cas in ET.parse(journal).iter("testcase")  # noqa: S314  # written by our own pytest a moment ago
        for saut in cas.iter("skipped")
        if saut.get("type") != "pytest.xfail"
    )


def tout_controler(lieux: Lieux) -> int:
    """Run every check of the house and return 0 only if all of them pass."""
    etat = conditions(lieux)
    if etat.manques:
        alerter(*etat.manques)
        return 1
    with tempfile.TemporaryDirectory(prefix="atlas-tests-") as dossier:
        journal = Path(dossier) / "junit.xml"
        bons = relire(lieux, etat)
        bons["tests (pytest)"] = lancer(lieux, etat, "tests (pytest)", commande_pytest(etat, journal))
        echecs = [nom for nom, bon in bons.items() if not bon]
        ignores = ignores_dans(journal)
    return conclure(etat, echecs, ignores, auditer(lieux.racine / "requirements.txt"))


def relire(lieux: Lieux, etat: Conditions) -> dict[str, bool]:
    """Run the checks of `STATIQUES` two at a time, for each keeps one core busy: whether each succeeded."""
    with ThreadPoolExecutor(ENSEMBLE) as fils:
        essais = {
            nom: fils.submit(_relire, lieux, nom, commande) for nom, commande in statiques(etat).items()
        }
    return {nom: essai.result() for nom, essai in essais.items()}


def _relire(lieux: Lieux, nom: str, commande: list[str]) -> bool:
    """Run one of them; what it says comes in one piece, for another one speaks at the same time."""
    depart = time.monotonic()
    essai = subprocess.run(
        [str(lieux.python), "-m", *commande],
        cwd=lieux.racine,
        env={**os.environ},
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    dire("\n".join(filter(None, (_issue(nom, depart, bon=not essai.returncode), essai.stdout))).rstrip())
    return not essai.returncode


def _issue(nom: str, depart: float, *, bon: bool) -> str:
    return f"{nom} : {'bon' if bon else 'ÉCHEC'} en {time.monotonic() - depart:.0f} s"


def lancer(
    lieux: Lieux, etat: Conditions, nom: str, commande: list[str], admis: tuple[int, ...] = (0,)
) -> bool:
    """Run one module of the virtual environment from the root of the clone; tell whether it succeeded.

    Args:
        lieux: The clone.
        etat: What this machine allows.
        nom: What is announced.
        commande: The module, then its arguments.
        admis: Exit codes that are a success.
    """
    dire(f"{nom}…")
    depart = time.monotonic()
    env = {**os.environ, **({"CHROMIUM": etat.chromium} if etat.chromium else {})}
    code = subprocess.run(
        [str(lieux.python), "-m", *commande], cwd=lieux.racine, env=env, check=False
    ).returncode
    dire(_issue(nom, depart, bon=code in admis))
    return code in admis


def conclure(etat: Conditions, echecs: list[str], ignores: list[str], audit: Audit | None = None) -> int:
    """Say what failed and what was left out, and return the exit code."""
    audit = audit or Audit()
    omissions = [*etat.omissions, *([f"l'audit des dépendances ({audit.empeche})"] if audit.empeche else [])]
    if omissions or ignores:
        alerter(
            "LAISSÉ DE CÔTÉ : ce qui suit n'a pas été vérifié.",
            *(f"- {phrase}" for phrase in omissions),
            *(f"- {test}" for test in ignores),
        )
    if echecs:
        alerter("ÉCHEC : " + ", ".join(echecs) + ".")
        return 1
    if audit.failles:
        alerter("ÉCHEC : failles connues dans les dépendances.", *(f"- {faille}" for faille in audit.failles))
        return 1
    if etat.ci and ignores:
        alerter("ÉCHEC : en intégration continue (CI=true), aucun test ne peut s'ignorer lui-même.")
        return 1
    dire("Tout est bon." if not omissions else "Tout ce qui a pu être vérifié est bon.")
    return 0

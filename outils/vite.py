"""`make vite`: in a minute, what is most likely to be broken by what was just changed.

Style, types, then the tests of the files that git says are changed and of whatever depends on them, nearest
first, until the minute is over. It replaces nothing: browser, office suite and slow tests wait for
`make test`, and everything that was not run is named at the end.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from outils import controles
from outils.graphe import Graphe
from outils.lieux import EchecAtelierError, Lieux, alerter, dire

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MINUTE = 60.0
"""Seconds of the whole lane, preparation left aside."""

FIN = 14.0
"""Seconds kept for the tests under way when time is up, and for the end of pytest."""

AU_MOINS = 15.0
"""Seconds that tests get in any case, even when types had no memory of an earlier run."""

ECARTES = {
    "navigateur": "les tests dans un navigateur",
    "bureau": "les tests avec LibreOffice",
    "lent": "les tests de plus de dix secondes",
}
"""Marks that this lane leaves to `make test`, and how it says so."""

REFERENCES = ("@{upstream}", "origin/HEAD", "origin/main", "main")
"""Where a branch may have left from; the first one that is known here and is not itself is taken."""

RIEN_DE_CHOISI = 5
"""Exit code of pytest when no test is left once the marks are put aside."""


def _git(racine: Path, *arguments: str) -> str:
    """What a command of git prints; empty when it fails, a revision that is not known for instance."""
    essai = subprocess.run(["git", *arguments], cwd=racine, capture_output=True, check=False)
    return essai.stdout.decode() if essai.returncode == 0 else ""


def base(racine: Path, voulue: str | None = None) -> str:
    """The commit from which changes are counted, abbreviated: where the branch left, or else the last one.

    Args:
        racine: Folder of the clone.
        voulue: A revision asked for.

    Raises:
        EchecAtelierError: if that revision is not known, or if the folder is not a clone of git.
    """
    for reference in (voulue,) if voulue else REFERENCES:
        trouvee = _git(racine, "merge-base", reference, "HEAD")
        if trouvee:
            return _git(racine, "rev-parse", "--short", trouvee.strip()).strip()
    dernier = "" if voulue else _git(racine, "rev-parse", "--short", "HEAD").strip()
    if not dernier:
        raise EchecAtelierError(
            f"« {voulue or 'HEAD'} » n’est pas une version connue de git : « make vite » ne sait pas "
            "ce qui a changé. « make test » vérifie tout."
        )
    return dernier


def changes(racine: Path, depuis: str) -> list[str]:
    """Paths of the files changed, added or removed since a commit, in the folder or in git."""
    ecarts = _git(racine, "diff", "--name-only", "--no-renames", "-z", depuis)
    nouveaux = _git(racine, "ls-files", "--others", "--exclude-standard", "-z")
    return sorted({nom for nom in f"{ecarts}{nouveaux}".split("\0") if nom})


def est_un_test(chemin: str) -> bool:
    """Whether pytest collects tests from a file."""
    fichier = PurePosixPath(chemin)
    return fichier.parts[0] == "tests" and fichier.suffix == ".py" and fichier.name.startswith("test_")


def tests_de(distances: dict[str, int], fichiers: Iterable[str]) -> list[str]:
    """Files of tests among what depends on a change, nearest first; a file that is gone holds none."""
    presents = set(fichiers)
    choisis = [chemin for chemin in distances if est_un_test(chemin) and chemin in presents]
    return sorted(choisis, key=lambda chemin: (distances[chemin], chemin))


def commande_pytest(tests: list[str], secondes: float) -> list[str]:
    """Arguments of pytest for these files, in this order, during so many seconds."""
    return [
        "pytest",
        "-q",
        *("-p", "outils.delai", f"--secondes={secondes:.0f}"),
        *("--hypothesis-profile", "vite"),
        *controles.ouvriers("loadfile", "--no-loadscope-reorder"),
        *("-m", " and ".join(f"not {marque}" for marque in ECARTES)),
        *tests,
    ]


def controler(lieux: Lieux, voulue: str | None = None) -> int:
    """Run the lane and return 0 if nothing that was run has failed."""
    depart = time.monotonic()
    depuis = base(lieux.racine, voulue)
    touches = changes(lieux.racine, depuis)
    graphe = Graphe(lieux.racine)
    tests = tests_de(graphe.dependants(touches), graphe.fichiers)
    dire(f"Depuis {depuis} : {len(touches)} fichiers changés, {len(tests)} fichiers de tests en dépendent.")
    etat = controles.conditions(lieux)
    codes = controles.relire(lieux, etat)
    if tests:
        reste = max(MINUTE - FIN - (time.monotonic() - depart), AU_MOINS)
        code = controles.lancer(
            lieux, etat, "tests (pytest)", commande_pytest(tests, reste), admis=(0, RIEN_DE_CHOISI)
        )
        codes["tests (pytest)"] = code
    dire(f"En {time.monotonic() - depart:.0f} s.")
    return conclure(
        [nom for nom, code in codes.items() if not code], [] if etat.javascript else [controles.SANS_NODE]
    )


def conclure(echecs: list[str], omissions: Iterable[str] = ()) -> int:
    """Say what failed and what was not looked at, by this lane or on this machine; return the exit code."""
    alerter(
        "LAISSÉ DE CÔTÉ par « make vite » ; « make test » vérifie tout :",
        *(f"- {phrase}" for phrase in (*ECARTES.values(), *omissions)),
        "- les tests qui ne dépendent de rien de changé, et ceux que pytest dit n’avoir pas commencés",
    )
    if echecs:
        alerter("ÉCHEC : " + ", ".join(echecs) + ".")
        return 1
    dire("Rien de ce qui a été vérifié n’est cassé.")
    return 0

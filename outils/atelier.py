"""The single entry to every habit of the house: `python -m outils.atelier run`, `test`, `build`, and so on.

The Makefile only calls this file, so that Windows, where there is no make, has the same commands. It is
readable by older Pythons than the atlas needs, to be able to say so, or to hand over to a newer one.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

from outils import bibliotheques, controles, couches, environnement, ouverture, vite
from outils.lieux import RACINE, EchecAtelierError, Lieux, alerter, dire

if TYPE_CHECKING:
    from collections.abc import Callable

PYTHON_MINIMAL = (3, 11)
PYTHONS_CONNUS = ("python3.13", "python3.12", "python3.11", "python3.14")
PORT_HABITUEL = "8501"
PORT_MAXIMAL = 65535

A_NETTOYER = (
    ".venv",
    "static/vendor",
    "static/couches",
    "node_modules",
    ".coverage",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
)
"""What set-up and tests make; downloads (`data/cache`) are kept."""


def installer(lieux: Lieux, usage: str = "run") -> bool:
    """Prepare libraries, Leaflet and map layers; tell whether the layers are there."""
    environnement.preparer(lieux, usage)
    bibliotheques.preparer(lieux)
    return couches.preparer(lieux)


def commande_installer(lieux: Lieux, _arguments: list[str]) -> int:
    """Prépare tout, sans rien lancer."""
    return 0 if installer(lieux) else 1


def commande_run(lieux: Lieux, arguments: list[str]) -> int:
    """Prépare tout, puis ouvre l'atlas (port 8501, ou PORT=9000)."""
    port = lire_port()
    installer(lieux)
    dire(f"L'atlas s'ouvre sur http://localhost:{port} (Ctrl+C pour l'arrêter).")
    if ouverture.souhaitee():
        subprocess.Popen([sys.executable, "-m", "outils.ouverture", str(port)], cwd=lieux.racine)
    return _devenir(lieux, "server.py", *arguments, PORT=str(port))


def commande_test(lieux: Lieux, _arguments: list[str]) -> int:
    """Prépare tout, puis vérifie tout : règles, types, tests, navigateur."""
    if not installer(lieux, "test"):
        return 1
    return controles.tout_controler(lieux)


def commande_vite(lieux: Lieux, arguments: list[str]) -> int:
    """Vérifie en une minute ce qui a changé et ce qui en dépend (ARGS=HEAD~3 pour compter de là)."""
    if not installer(lieux, "test"):
        return 1
    return vite.controler(lieux, *arguments[:1])


def commande_build(lieux: Lieux, arguments: list[str]) -> int:
    """Reconstruit les tables depuis les sources (ARGS=--verifier pour le rapport)."""
    environnement.preparer(lieux, "run")
    return _lancer(lieux, "-m", "data.fabrication", *arguments)


def commande_bench(lieux: Lieux, arguments: list[str]) -> int:
    """Prépare tout, puis mesure l'atlas face à un folium ordinaire."""
    installer(lieux, "test")
    return _lancer(lieux, "-m", "bench", *arguments)


def commande_charge(lieux: Lieux, arguments: list[str]) -> int:
    """Prépare tout, puis mesure l'atlas devant 1, 10, 50 et 100 lecteurs à la fois."""
    installer(lieux, "test")
    return _lancer(lieux, "-m", "bench.charge", *arguments)


def commande_mesures(lieux: Lieux, arguments: list[str]) -> int:
    """Prépare tout, puis refait docs/mesures.md (ARGS="axe fuzz" pour ces mesures seules)."""
    installer(lieux, "test")
    return _lancer(lieux, "-m", "bench.rapport", *arguments)


def commande_propre(lieux: Lieux, _arguments: list[str]) -> int:
    """Enlève tout ce que les autres commandes ont fabriqué."""
    for nom in A_NETTOYER:
        chemin = lieux.racine / nom
        if chemin.is_dir():
            shutil.rmtree(chemin)
        else:
            chemin.unlink(missing_ok=True)
    dire("Tout est propre ; la prochaine commande réinstallera ce qu'il lui faut.")
    return 0


COMMANDES: dict[str, Callable[[Lieux, list[str]], int]] = {
    "run": commande_run,
    "test": commande_test,
    "vite": commande_vite,
    "installer": commande_installer,
    "build": commande_build,
    "bench": commande_bench,
    "charge": commande_charge,
    "mesures": commande_mesures,
    "propre": commande_propre,
}
"""The habits by name; the first line of each docstring is its help, in French."""


def lire_port() -> int:
    """Port asked for by the variable `PORT`, 8501 without it.

    Raises:
        EchecAtelierError: if it is not a port number, or if something listens there already.
    """
    texte = os.environ.get("PORT") or PORT_HABITUEL
    if not (texte.isascii() and texte.isdigit() and 0 < int(texte) <= PORT_MAXIMAL):
        raise EchecAtelierError(
            f"PORT={texte} n'est pas un numéro de port : un nombre de 1 à {PORT_MAXIMAL} convient."
        )
    port = int(texte)
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return port
    raise EchecAtelierError(
        f"Le port {port} est déjà pris, peut-être par un atlas resté ouvert : "
        f"fermez-le, ou choisissez un autre port, par exemple « PORT={port % PORT_MAXIMAL + 1} »."
    )


def _lancer(lieux: Lieux, *arguments: str, **variables: str) -> int:
    """Run the environment's Python from the root of the clone and wait for its end."""
    env = {**os.environ, **variables}
    return subprocess.run([str(lieux.python), *arguments], cwd=lieux.racine, env=env, check=False).returncode


def _devenir(lieux: Lieux, *arguments: str, **variables: str) -> int:
    """Become the environment's Python, so that signals reach it; on Windows, wait for it."""
    if not lieux.windows:
        os.chdir(lieux.racine)
        os.execve(str(lieux.python), [str(lieux.python), *arguments], {**os.environ, **variables})  # noqa: S606
    return _lancer(lieux, *arguments, **variables)


def aide() -> str:
    """The list of the habits, each with its line."""
    lignes = [f"  make {nom:<10} {fonction.__doc__}" for nom, fonction in COMMANDES.items()]
    return "\n".join(["Atlas des Territoires d'industrie : les commandes de l'atelier", *lignes])


def passer_la_main(arguments: list[str]) -> int:
    """On a Python that is too old, start again with a newer one of this machine, or say what is needed."""
    for nom in PYTHONS_CONNUS:
        chemin = shutil.which(nom)
        if chemin and not subprocess.run([chemin, "--version"], capture_output=True, check=False).returncode:
            return subprocess.run(
                [chemin, "-m", "outils.atelier", *arguments], cwd=RACINE, check=False
            ).returncode
    alerter(
        f"L'atlas demande Python 3.11 ou plus récent ; celui-ci est {sys.version.split()[0]}.",
        "Installez-en un, ou indiquez-le : « make run PYTHON=/chemin/vers/python3.12 ».",
    )
    return 1


def main(arguments: list[str], lieux: Lieux | None = None) -> int:
    """Run one habit and return its exit code; without a name, or with an unknown one, print the list."""
    nom = arguments[0] if arguments else "aide"
    if nom not in COMMANDES:
        print(aide())
        return 0 if nom == "aide" else 2
    if sys.version_info < PYTHON_MINIMAL:
        return passer_la_main(arguments)
    try:
        return COMMANDES[nom](lieux or Lieux(), arguments[1:])
    except EchecAtelierError as echec:
        alerter(*str(echec).splitlines())
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for flux in (sys.stdout, sys.stderr):
        flux.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # the console's own streams
    sys.exit(main(sys.argv[1:]))

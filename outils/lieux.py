"""Where things stand in one clone, so that every tool agrees and a test can build a clone of its own."""

from __future__ import annotations

import os
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
"""Folder of this clone."""

LARGEUR = 88
"""Width of a warning, in characters."""


@dataclass(frozen=True)
class Lieux:
    """Folders and programs of one clone."""

    racine: Path = RACINE
    windows: bool = os.name == "nt"

    @property
    def venv(self) -> Path:
        """Virtual environment of the clone."""
        return self.racine / ".venv"

    @property
    def python(self) -> Path:
        """Interpreter of the virtual environment."""
        return self.programme("python")

    @property
    def marque(self) -> Path:
        """JSON file that remembers what the last set-up installed and made."""
        return self.venv / "atelier.json"

    @property
    def vendor(self) -> Path:
        """Browser libraries, served to the reader's browser by the app itself."""
        return self.racine / "static" / "vendor"

    @property
    def couches(self) -> Path:
        """Map layers, made from the processed data."""
        return self.racine / "static" / "couches"

    @property
    def sources(self) -> Path:
        """Raw sources: `ATLAS_SOURCES`, or the folder `shared/sources` beside the clone."""
        return Path(os.environ.get("ATLAS_SOURCES") or self.racine.parent / "shared" / "sources").expanduser()

    def programme(self, nom: str) -> Path:
        """Path of a program of the virtual environment, whether it exists or not."""
        return self.venv / "Scripts" / f"{nom}.exe" if self.windows else self.venv / "bin" / nom


class EchecAtelierError(Exception):
    """Set-up cannot go on; the message is a French sentence that tells the remedy."""


def dire(message: str) -> None:
    """Print one line of progress at once."""
    print(f"· {message}", flush=True)


def alerter(*lignes: str) -> None:
    """Print a framed warning on the error stream, too loud to be missed; long lines are folded."""
    barre = "!" * LARGEUR
    plis = (pli for ligne in lignes for pli in textwrap.wrap(ligne, LARGEUR - 3) or [""])
    print("", barre, *(f"!  {pli}" for pli in plis), barre, "", sep="\n", file=sys.stderr, flush=True)

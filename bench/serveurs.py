"""Two servers on free ports, one per way, started fresh and stopped whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
import psutil  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FACONS", "RACINE", "Serveur", "ServeurMuet", "atlas", "stock"]

RACINE: Final = Path(__file__).resolve().parent.parent
DELAI: Final = 60.0
"""Seconds that a server has to answer."""


class ServeurMuet(RuntimeError):
    """A server did not start; the message carries the end of its log."""


@dataclass(frozen=True, kw_only=True)
class Serveur:
    """A server that answers.

    Attributes:
        adresse: Its address.
        processus: Its process.
        demarrage: Seconds from its start to its first answer.
    """

    adresse: str
    processus: psutil.Process
    demarrage: float

    def secondes_cpu(self) -> float:
        """Processor time spent so far by the server and its children, in seconds."""
        familles = [self.processus, *self.processus.children(recursive=True)]
        return float(sum(temps.user + temps.system for temps in (p.cpu_times() for p in familles)))


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port: int = prise.getsockname()[1]
    return port


def _attendre(adresse: str, processus: subprocess.Popen[bytes], journal: Path) -> None:
    limite = time.monotonic() + DELAI
    while time.monotonic() < limite and processus.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{adresse}/_stcore/health", timeout=1, trust_env=False).is_success:
                return
        time.sleep(0.05)
    fin = journal.read_text(encoding="utf-8", errors="replace")[-1500:]
    raise ServeurMuet(f"Le serveur n’a pas répondu en {DELAI:.0f} s. Fin de son journal :\n{fin}")


@contextlib.contextmanager
def _lancer(commande: list[str], port: int, dossier: Path, **variables: str) -> Iterator[Serveur]:
    adresse = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="atlas-banc-") as temporaire:
        journal = Path(temporaire) / "journal.txt"
        depart = time.monotonic()
        with journal.open("wb") as sortie:
            processus = subprocess.Popen(
                [sys.executable, *commande],
                cwd=dossier,
                env={**os.environ, **variables},
                stdout=sortie,
                stderr=subprocess.STDOUT,
            )
        try:
            _attendre(adresse, processus, journal)
            demarrage = time.monotonic() - depart
            yield Serveur(adresse=adresse, processus=psutil.Process(processus.pid), demarrage=demarrage)
        finally:
            processus.terminate()
            try:
                processus.wait(10)
            except subprocess.TimeoutExpired:
                processus.kill()
                processus.wait()


@contextlib.contextmanager
def atlas(racine: Path = RACINE) -> Iterator[Serveur]:
    """The atlas, as `make run` starts it, of this project or of another checkout."""
    port = _port_libre()
    with _lancer(["server.py"], port, racine, PORT=str(port)) as serveur:
        yield serveur


@contextlib.contextmanager
def stock() -> Iterator[Serveur]:
    """The stock script, beside a copy of the same Leaflet and of the same settings, by `streamlit run`."""
    port = _port_libre()
    commande = ["-m", "streamlit", "run", "stock.py", "--server.port", str(port), "--server.headless", "true"]
    with tempfile.TemporaryDirectory(prefix="atlas-stock-") as temporaire:
        dossier = Path(temporaire)
        shutil.copy(RACINE / "bench" / "stock.py", dossier)
        shutil.copytree(RACINE / ".streamlit", dossier / ".streamlit")
        shutil.copytree(RACINE / "static" / "vendor", dossier / "static" / "vendor")
        donnees = os.environ.get("ATLAS_DONNEES", str(RACINE / "data" / "processed"))
        with _lancer(commande, port, dossier, PYTHONPATH=str(RACINE), ATLAS_DONNEES=donnees) as serveur:
            yield serveur


FACONS: Final[dict[str, Callable[[], contextlib.AbstractContextManager[Serveur]]]] = {
    "atlas": atlas,
    "stock": stock,
}
"""Name of a way -> what starts its server."""

"""Fetch one source from its official address without ever harming a good file.

Public sites cut long downloads, answer 503 at the end of the month, or send a web page with a status of 200.
So: bytes go to a `.partiel` file beside the target, a cut line is resumed where it stopped (`Range`, guarded
by `If-Range` so that two editions are never sewn together), only what may mend itself is tried again, and the
target is replaced in one step after the whole file has been verified.
"""

from __future__ import annotations

import errno
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from tqdm import tqdm

from data.sources.erreurs import ErreurSource, SourceAlteree, SourceSansAdresse, TelechargementImpossible
from data.sources.verification import verifier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.sources.registre import Source

__all__ = ["POLITIQUE", "Politique", "telecharger"]

_ENTETES = {"Accept-Encoding": "identity", "User-Agent": "atlas-territoires-industrie"}
"""Plain bytes, so that a cut download can be resumed, and an honest name."""

_FAUTES_DU_DISQUE = {
    errno.ENOSPC: "il n’y a plus de place sur le disque",
    errno.EACCES: "l’écriture y est interdite",
    errno.EPERM: "l’écriture y est interdite",
    errno.EROFS: "le disque est en lecture seule",
}

_PASSAGERES = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
"""Faults of the line that another try may mend."""


@dataclass(frozen=True, kw_only=True)
class Politique:
    """How patient a download is.

    Attributes:
        essais: Number of tries in all.
        attente_s: Pause before the second try, in seconds; it doubles at each further try.
        connexion_s: Longest wait for a connection, in seconds.
        lecture_s: Longest silence of the server, in seconds.
    """

    essais: int = 5
    attente_s: float = 1.0
    connexion_s: float = 10.0
    lecture_s: float = 30.0


POLITIQUE = Politique()
"""Five tries over about a quarter of a minute of pauses."""


class _Interrompu(ErreurSource):
    """The line failed in a way that another try may mend; the message says how, in French."""


@dataclass(frozen=True, kw_only=True)
class _Partiel:
    """A download under way.

    Attributes:
        octets: The bytes already there.
        validateur: What the server gave to tell one edition of the file from another.
    """

    octets: Path
    validateur: Path

    @classmethod
    def de(cls, cible: Path) -> _Partiel:
        return cls(
            octets=cible.with_name(f"{cible.name}.partiel"),
            validateur=cible.with_name(f"{cible.name}.validateur.partiel"),
        )

    def position(self) -> int:
        """Bytes that can be kept: none unless the server gave a validator with them."""
        if self.octets.is_file() and self.validateur.is_file():
            return self.octets.stat().st_size
        return 0

    def demande(self) -> dict[str, str]:
        """Headers that ask for the rest, or nothing when the download starts from zero."""
        position = self.position()
        if not position:
            return {}
        return {
            "Range": f"bytes={position}-",
            "If-Range": self.validateur.read_text(encoding="ascii", errors="ignore"),
        }

    def oublier(self) -> None:
        self.octets.unlink(missing_ok=True)
        self.validateur.unlink(missing_ok=True)


def telecharger(
    source: Source,
    cible: Path,
    *,
    politique: Politique = POLITIQUE,
    pause: Callable[[float], None] = time.sleep,
    barre: bool | None = None,
) -> Path:
    """Download a source, verify it whole, then put it in place in one step.

    A file that already stands at `cible` stays as it is until the new one is verified. A download that was
    cut is resumed at the next call; a file that proves to be the wrong one is thrown away.

    Args:
        source: What to fetch, with its address, size, type and checksum.
        cible: Where the verified file goes.
        politique: Tries, pauses and time-outs.
        pause: Called with the seconds to wait between two tries.
        barre: Whether to show a progress bar; None shows it in a terminal only.

    Returns:
        `cible`.

    Raises:
        SourceSansAdresse: When the source has no direct address.
        TelechargementImpossible: When the server refuses, the line fails at every try, or the disk is full.
        SourceAlteree: When what came is not the declared file.
    """
    if not source.adresse:
        raise SourceSansAdresse(
            f"Le fichier « {source.fichier} » n’a pas d’adresse de téléchargement direct : "
            f"le jeu d’origine, parfois sous une autre forme, est sur {source.page}."
        )
    partiel = _Partiel.de(cible)
    try:
        cible.parent.mkdir(parents=True, exist_ok=True)
        _obtenir(source, partiel, politique=politique, pause=pause, barre=barre)
        _verifier_ou_jeter(source, partiel)
        partiel.octets.replace(cible)
        partiel.oublier()
    except OSError as erreur:
        raise TelechargementImpossible(
            f"Le fichier « {source.fichier} » n’a pas pu être écrit dans « {cible.parent} » : "
            f"{_FAUTES_DU_DISQUE.get(erreur.errno or 0, 'le système refuse l’écriture')}. "
            "Remédiez-y, puis relancez."
        ) from erreur
    return cible


def _verifier_ou_jeter(source: Source, partiel: _Partiel) -> None:
    try:
        verifier(partiel.octets, source)
    except SourceAlteree:
        partiel.oublier()
        raise


def _obtenir(
    source: Source,
    partiel: _Partiel,
    *,
    politique: Politique,
    pause: Callable[[float], None],
    barre: bool | None,
) -> None:
    delais = httpx.Timeout(politique.lecture_s, connect=politique.connexion_s)
    raison = ""
    with httpx.Client(timeout=delais, follow_redirects=True, headers=_ENTETES) as client:
        for essai in range(politique.essais):
            if essai:
                pause(politique.attente_s * 2 ** (essai - 1))
            try:
                _essayer(client, source, partiel, barre=barre)
            except _Interrompu as erreur:
                raison = str(erreur)
            else:
                return
    raise TelechargementImpossible(
        f"Le fichier « {source.fichier} » n’a pas pu être téléchargé en {politique.essais} essais : "
        f"{raison}. Vérifiez le réseau et relancez (le téléchargement reprendra où il s’est arrêté), "
        f"ou prenez le fichier à la main : {source.page or source.adresse}."
    )


def _essayer(client: httpx.Client, source: Source, partiel: _Partiel, *, barre: bool | None) -> None:
    try:
        with client.stream("GET", source.adresse, headers=partiel.demande()) as reponse:
            _recevoir(reponse, source, partiel, barre=barre)
    except _PASSAGERES as erreur:
        raise _Interrompu(_nommer(erreur)) from erreur
    except (httpx.HTTPError, httpx.InvalidURL) as erreur:
        raise TelechargementImpossible(
            f"Le fichier « {source.fichier} » ne peut être téléchargé depuis {source.adresse} "
            f"(détail : {erreur}). Vérifiez « adresse » de [{source.cle}] dans data/sources/sources.toml."
        ) from erreur


def _nommer(erreur: httpx.TransportError) -> str:
    if isinstance(erreur, httpx.TimeoutException):
        return "le serveur n’a pas répondu à temps"
    if isinstance(erreur, httpx.ConnectError):
        return "la connexion au serveur a échoué"
    return "la connexion a été coupée en cours de route"


def _recevoir(reponse: httpx.Response, source: Source, partiel: _Partiel, *, barre: bool | None) -> None:
    position = _position_accordee(reponse, source, partiel)
    if not position:
        partiel.oublier()
        validateur = _validateur(reponse)
        if validateur:
            partiel.validateur.write_text(validateur, encoding="ascii")
    with (
        partiel.octets.open("ab") as flux,
        tqdm(
            total=source.octets,
            initial=position,
            desc=source.fichier.rpartition("/")[2],
            unit="o",
            unit_scale=True,
            leave=False,
            disable=None if barre is None else not barre,
        ) as progression,
    ):
        for bloc in reponse.iter_bytes():
            flux.write(bloc)
            progression.update(len(bloc))
            if flux.tell() > source.octets:
                return  # too long already: the verification will say so
    if "content-length" not in reponse.headers and partiel.octets.stat().st_size < source.octets:
        raise _Interrompu("la connexion a été coupée en cours de route")


def _position_accordee(reponse: httpx.Response, source: Source, partiel: _Partiel) -> int:
    """Where the bytes of this answer start, after the status has been judged."""
    code = reponse.status_code
    if code == httpx.codes.PARTIAL_CONTENT:
        debut = re.match(r"bytes (\d+)-", reponse.headers.get("content-range", ""))
        if debut and int(debut[1]) == partiel.position():
            return partiel.position()
        partiel.oublier()
        raise _Interrompu("le serveur a repris au mauvais endroit")
    if code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        partiel.oublier()
        raise _Interrompu("le serveur a refusé de reprendre le téléchargement")
    if reponse.is_server_error:
        raise _Interrompu(f"le serveur est en panne (code {code})")
    if not reponse.is_success:
        raise TelechargementImpossible(
            f"Le fichier « {source.fichier} » n’est plus à son adresse {source.adresse} (code {code}). "
            f"Cherchez la nouvelle adresse{f' sur {source.page}' if source.page else ''} et corrigez "
            f"« adresse » de [{source.cle}] dans data/sources/sources.toml."
        )
    return 0


def _validateur(reponse: httpx.Response) -> str:
    """A strong ETag, else the date of last change; empty when the bytes on disk cannot be matched again."""
    if reponse.headers.get("content-encoding", "identity") != "identity":
        return ""
    etag: str = reponse.headers.get("etag", "")
    candidat = etag if etag and not etag.startswith("W/") else reponse.headers.get("last-modified", "")
    return candidat if candidat.isascii() else ""

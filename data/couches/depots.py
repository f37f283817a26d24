"""Static files whose names carry their content, written once, that the browser keeps for ever."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["deposer", "en_json"]


def en_json(contenu: object) -> bytes:
    """The JSON of a static file: no spaces, French letters as they are, no NaN."""
    return json.dumps(contenu, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def deposer(dossier: Path, prefixe: str, contenu: object) -> str:
    """Write a content as JSON under a name that it decides, whole or not at all.

    Args:
        dossier: Where; made if need be.
        prefixe: What the name begins with.
        contenu: Anything that JSON can say.

    Returns:
        Name of the file in `dossier`.
    """
    octets = en_json(contenu)
    fichier = dossier / f"{prefixe}.{hashlib.sha256(octets).hexdigest()[:12]}.json"
    if not fichier.is_file() or fichier.read_bytes() != octets:
        dossier.mkdir(parents=True, exist_ok=True)
        provisoire = fichier.with_name(f".{fichier.name}.{os.getpid()}.partiel")
        provisoire.write_bytes(octets)
        provisoire.replace(fichier)
    return fichier.name

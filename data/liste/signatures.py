"""What a file really is, by its first bytes: an extension proves nothing.

Each thing that is not a list has its own sentence: what it is, and what to do instead.
"""

from __future__ import annotations

import re
from typing import Final

from data.liste.brut import OCTETS_MAX, ListeRefusee
from francais import nombre

__all__ = ["ZIP", "refuser_l_etranger"]

ZIP: Final = b"PK\x03\x04"
"""How a zip archive begins: an XLSX is one."""

_DEBUT: Final = 2_048
"""Bytes looked at to know a page or another XML."""

_TABLEUR: Final = "Ouvrez-le dans votre tableur et enregistrez-le en XLSX ou en CSV."
_AUTRE: Final = "Déposez une liste de projets en CSV, en XLSX ou en GeoJSON."

_SIGNATURES: Final = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "est un ancien classeur Excel (.xls) ou un classeur protégé par un mot de passe",
        f"{_TABLEUR[:-1]}, sans mot de passe.",
    ),
    (b"\x89PNG", "est une image PNG", _AUTRE),
    (b"\xff\xd8\xff", "est une image JPEG", _AUTRE),
    (b"GIF8", "est une image GIF", _AUTRE),
    (b"RIFF", "est une image ou un son", _AUTRE),
    (b"II*\x00", "est une image TIFF", _AUTRE),
    (b"MM\x00*", "est une image TIFF", _AUTRE),
    (b"%PDF", "est un document PDF", "Demandez le tableau d’où il vient, ou recopiez-le dans le modèle."),
    (b"{\\rtf", "est un document de traitement de texte", _AUTRE),
    (b"PAR1", "est un fichier Parquet", "Exportez-le en CSV ou en GeoJSON."),
    (b"SQLite format 3\x00", "est une base de données (GeoPackage)", "Exportez-la en GeoJSON ou en CSV."),
    (b"\x1f\x8b", "est compressé (gzip)", "Décompressez-le d’abord."),
    (b"7z\xbc\xaf\x27\x1c", "est une archive 7z", "Décompressez-la d’abord."),
    (b"Rar!", "est une archive RAR", "Décompressez-la d’abord."),
    (b"PK\x05\x06", "est une archive vide", _AUTRE),
    (b"\x7fELF", "est un programme", _AUTRE),
    (b"MZ\x90\x00", "est un programme", _AUTRE),
)
"""Beginning of the file, what it is, remedy."""

_PAGE: Final = re.compile(rb"<\s*(!doctype\s+html|html|head|body|table|script|meta)\b", re.IGNORECASE)


def refuser_l_etranger(octets: bytes, nom: str) -> None:
    """Refuse what cannot be a list: empty, too big, an image, a page, an old spreadsheet, and so on.

    Raises:
        ListeRefusee: Saying what the file is and what to do instead.
    """
    if len(octets) > OCTETS_MAX:
        raise ListeRefusee(
            f"Le fichier « {nom} » pèse {nombre(len(octets) / 1024**2, 1)} Mo ; l’atlas en lit 20 au plus. "
            "Partagez-le, ou retirez les colonnes inutiles."
        )
    if not octets.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ListeRefusee(f"Le fichier « {nom} » est vide. {_AUTRE}")
    for debut, chose, remede in _SIGNATURES:
        if octets.startswith(debut):
            raise ListeRefusee(f"Le fichier « {nom} » {chose}. {remede}")
    _refuser_le_balisage(octets[:_DEBUT].lstrip(b"\xef\xbb\xbf \t\r\n\x00"), nom)


def _refuser_le_balisage(debut: bytes, nom: str) -> None:
    """A page saved under the name of a spreadsheet, or another XML."""
    if not debut.startswith(b"<"):
        return
    if _PAGE.search(debut):
        raise ListeRefusee(
            f"Le fichier « {nom} » est une page web, même si son nom dit autre chose. {_TABLEUR}"
        )
    if debut.startswith((b"<?xml", b"<kml", b"<gpx", b"<svg")):
        raise ListeRefusee(f"Le fichier « {nom} » est un document XML. {_AUTRE}")

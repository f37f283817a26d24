"""A deck whose bytes depend on what it says and on its day alone, so that two decks can be compared.

A file of Office is an archive: each part carries the hour at which it was written, and each chart brings a
workbook that carries it again.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

__all__ = ["figer"]

_EPOQUE: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can write."""

_INSTANT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def figer(octets: bytes, jour: str) -> bytes:
    """The same archive, its hours and those of the workbooks inside set to a day.

    Args:
        octets: A file of Office.
        jour: « 2026-11-21 ».
    """
    sortie = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(octets)) as lue,
        zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as ecrite,
    ):
        for nom in lue.namelist():
            membre = zipfile.ZipInfo(nom, _EPOQUE)
            membre.compress_type = zipfile.ZIP_DEFLATED
            ecrite.writestr(membre, _fige(nom, lue.read(nom), jour))
    return sortie.getvalue()


def _fige(nom: str, contenu: bytes, jour: str) -> bytes:
    if nom.endswith(".xlsx"):
        return figer(contenu, jour)
    if nom.endswith("docProps/core.xml"):
        return _INSTANT.sub(rb"\g<1>" + f"{jour}T00:00:00Z".encode(), contenu)
    return contenu

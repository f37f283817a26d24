"""What a workbook would weigh once unfolded, measured by unfolding it piece by piece and keeping nothing.

The sizes that a zip declares can lie, so each part is inflated under a limit. Then the sheets are searched
for what makes a reader of spreadsheets allocate without measure: a far cell, a long text used many times.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final, NamedTuple

import numpy as np

from data.liste.brut import COLONNES_MAX, LIGNES_MAX, ListeRefusee

__all__ = ["Pesee", "peser"]

DEPLIE_MAX: Final = 300 * 1024 * 1024
"""Bytes of all parts together, once inflated; 200 000 rows of 20 columns take about 150 Mo."""

TAUX_MAX: Final = 200
"""Most times that a part of more than `TAUX_DES` may grow: the XML of a true sheet grows 10 to 40 times."""

TAUX_DES: Final = 10 * 1024 * 1024
PARTIES_MAX: Final = 2_000
CELLULES_MAX: Final = 12_000_000
"""Cells of the rectangle from the first to the last cell: 200 000 rows of 60 columns."""

TEXTE_MAX: Final = 200 * 1024 * 1024
"""Characters of all cells together, shared texts counted each time."""

_ENTETE_LOCAL: Final = 30
_STOCKE, _DEGONFLE = 0, 8
_REF: Final = rb"""\sr\s*=\s*["']\s*"""
_DEUX_LETTRES: Final = re.compile(_REF + rb"([A-Za-z]{2})\d")
_CINQ_CHIFFRES: Final = re.compile(_REF + rb"[A-Za-z]{0,2}0*[1-9]\d{4}")
_LOIN: Final = re.compile(_REF + rb"(?:[A-Za-z]{3}|[A-Za-z]{0,2}0*(?:[1-9]\d{6}|[3-9]\d{5}|2[1-9]\d{4}))")
"""A column beyond ZZ, or a row beyond 209 999."""

_FORMULES: Final = (b"<f>", b"<f ", b"<x:f>", b"<x:f ")
_CELLULE_PARTAGEE: Final = re.compile(rb"""\st\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d{1,9})\s*<""")
_ENTREE: Final = re.compile(rb"<(?:\w+:)?si\b")


class Pesee(NamedTuple):
    """What was learnt on the way.

    Attributes:
        formules: Cells that hold a formula.
    """

    formules: int


def peser(octets: bytes, nom: str) -> Pesee:
    """Check an XLSX before it is opened.

    Raises:
        ListeRefusee: Not a workbook, macros, a binary workbook, or more than the atlas unfolds.
    """
    archive = _archive(octets, nom)
    _refuser_les_macros(archive, nom)
    reste, formules, partages, feuilles = DEPLIE_MAX, 0, b"", []
    for partie in archive.infolist():
        if partie.is_dir():
            continue
        contenu = _deplier(octets, partie, reste, nom)
        reste -= len(contenu)
        chemin = partie.filename.lower()
        if chemin.endswith("sharedstrings.xml"):
            partages = contenu
        elif "worksheets/" in chemin and chemin.endswith(".xml"):
            _refuser_le_lointain(contenu, nom)
            formules += sum(map(contenu.count, _FORMULES))
            feuilles.append(contenu)
    _refuser_les_repetitions(partages, feuilles, nom)
    return Pesee(formules=formules)


def _archive(octets: bytes, nom: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(octets))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as erreur:
        raise _abimee(nom) from erreur
    if len(archive.infolist()) > PARTIES_MAX:
        raise _bombe(nom)
    return archive


def _refuser_les_macros(archive: zipfile.ZipFile, nom: str) -> None:
    noms = {partie.filename.lower().replace("\\", "/") for partie in archive.infolist()}
    if nom.lower().endswith((".xlsm", ".xltm", ".xlam")) or any("vbaproject" in n for n in noms):
        raise ListeRefusee(
            f"Le classeur « {nom} » contient des macros : l’atlas ne les ouvre pas. Enregistrez-le en "
            "« Classeur Excel (.xlsx) », sans macros."
        )
    if "xl/workbook.bin" in noms or "content.xml" in noms:
        sorte = "binaire (.xlsb)" if "xl/workbook.bin" in noms else "OpenDocument (.ods)"
        raise ListeRefusee(f"Le classeur « {nom} » est au format {sorte}. Enregistrez-le en XLSX ou en CSV.")
    if "xl/workbook.xml" not in noms:
        raise ListeRefusee(
            f"Le fichier « {nom} » est une archive, non un classeur. Sortez-en la liste (CSV, XLSX ou "
            "GeoJSON) et déposez-la seule."
        )


def _deplier(octets: bytes, partie: zipfile.ZipInfo, reste: int, nom: str) -> bytes:
    """The content of one part, inflated from its own bytes, never beyond what remains allowed."""
    debut = partie.header_offset
    entete = octets[debut : debut + _ENTETE_LOCAL]
    if (
        partie.flag_bits & 1
        or partie.compress_type not in (_STOCKE, _DEGONFLE)
        or len(entete) < _ENTETE_LOCAL
    ):
        raise _abimee(nom)
    debut += _ENTETE_LOCAL + int.from_bytes(entete[26:28], "little") + int.from_bytes(entete[28:30], "little")
    comprime = octets[debut : debut + partie.compress_size]
    permis = min(reste, max(TAUX_MAX * len(comprime), TAUX_DES))
    if partie.compress_type == _STOCKE:
        contenu = comprime
    else:
        try:
            contenu = zlib.decompressobj(-15).decompress(comprime, permis + 1)
        except zlib.error as erreur:
            raise _abimee(nom) from erreur
    if len(contenu) > permis:
        raise _bombe(nom)
    return contenu


def _refuser_le_lointain(feuille: bytes, nom: str) -> None:
    """A cell far away makes a reader allocate the whole rectangle up to it."""
    if _LOIN.search(feuille):
        raise _trop_grande(nom)
    doubles = {lettres.upper() for lettres in _DEUX_LETTRES.findall(feuille)}
    colonnes = max((26 * (a - 64) + b - 64 for a, b in doubles), default=26)
    lignes = LIGNES_MAX if _CINQ_CHIFFRES.search(feuille) else 10_000
    if colonnes > 2 * COLONNES_MAX or colonnes * lignes > CELLULES_MAX:
        raise _trop_grande(nom)


def _refuser_les_repetitions(partages: bytes, feuilles: list[bytes], nom: str) -> None:
    """One long shared text, written in every cell, weighs its length in each of them."""
    debuts = [m.start() for m in _ENTREE.finditer(partages)]
    if not debuts:
        return
    longueurs = np.diff([*debuts, len(partages)])
    total = 0
    for feuille in feuilles:
        if longueurs.max() * feuille.count(b"<c") <= TEXTE_MAX:
            continue
        rangs = np.array(_CELLULE_PARTAGEE.findall(feuille), dtype=np.int64)
        total += int(longueurs[rangs[rangs < len(longueurs)]].sum())
    if total > TEXTE_MAX:
        raise _bombe(nom)


def _abimee(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Le classeur « {nom} » est abîmé : il ne s’ouvre pas. Enregistrez-le de nouveau "
        "depuis votre tableur."
    )


def _bombe(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Le classeur « {nom} » prendrait une place démesurée une fois ouvert : il n’est pas lu. Copiez ses "
        "valeurs dans un classeur neuf, ou enregistrez-le en CSV."
    )


def _trop_grande(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Une feuille du classeur « {nom} » a des cellules bien au-delà de 200 000 lignes ou de "
        f"{COLONNES_MAX} colonnes. Effacez ce qui est au loin, ou copiez la liste dans un classeur neuf."
    )

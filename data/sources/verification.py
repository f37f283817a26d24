"""Is this file the one that was declared?

A checksum alone would do, but it says nothing to a person. A site that is moving answers with a web page and
a status of 200, a cut line leaves half a file, a producer replaces last year's edition under the same name:
each has its own sentence, so the cheap and telling checks come first and the checksum last.
"""

from __future__ import annotations

import codecs
import hashlib
import zipfile
from typing import TYPE_CHECKING

from data.sources.erreurs import SourceAbsente, SourceAlteree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.sources.registre import Source

__all__ = ["somme", "verifier"]

ENTETE = 65_536
"""Bytes read at the head of a file to recognise its type."""

_BOM = b"\xef\xbb\xbf"


def somme(path: Path) -> str:
    """SHA-256 of a file, 64 hexadecimal digits in lower case."""
    with path.open("rb") as flux:
        return hashlib.file_digest(flux, "sha256").hexdigest()


def verifier(path: Path, source: Source) -> None:
    """Check that a file is the declared source: not a web page, right size, right type, right checksum.

    Args:
        path: The file on disk.
        source: What was declared.

    Raises:
        SourceAbsente: When there is no such file.
        SourceAlteree: When the file is another one; the message names the file, the fault and the remedy.
    """
    if not path.is_file():
        raise SourceAbsente(f"Le fichier « {source.fichier} » est absent de « {path.parent} ».")
    entete = _lire_entete(path)
    if _est_page_web(entete):
        raise _alteree(source, "est une page web, pas des données : l’adresse a sans doute changé")
    octets = path.stat().st_size
    if octets != source.octets:
        raise _alteree(source, f"compte {octets} octets au lieu de {source.octets}")
    if not _RECONNAITRE[source.type](path, entete):
        raise _alteree(source, f"n’est pas un fichier {source.type} lisible")
    trouvee = somme(path)
    if trouvee != source.sha256:
        raise _alteree(
            source,
            f"n’a pas la somme de contrôle attendue ({trouvee[:12]}… au lieu de {source.sha256[:12]}…)",
        )


def _alteree(source: Source, faute: str) -> SourceAlteree:
    origine = source.adresse or source.page
    return SourceAlteree(
        f"Le fichier « {source.fichier} » {faute}. Remettez le fichier d’origine (voir {origine}) ; "
        f"si le producteur a publié une nouvelle version, relisez-la puis mettez à jour « octets », "
        f"« sha256 », « date » et « maj » de [{source.cle}] dans data/sources/sources.toml."
    )


def _lire_entete(path: Path) -> bytes:
    with path.open("rb") as flux:
        return flux.read(ENTETE)


def _est_page_web(entete: bytes) -> bool:
    debut = entete[:1024].removeprefix(_BOM).lstrip().lower()
    return debut.startswith((b"<!doctype html", b"<html")) or (debut.startswith(b"<") and b"<html" in debut)


def _est_texte(entete: bytes, separateurs: str) -> bool:
    """A text of columns: UTF-8, no NUL, and a first line cut by one of the separators."""
    try:
        texte = codecs.getincrementaldecoder("utf-8-sig")().decode(entete)
    except UnicodeDecodeError:
        return False
    premiere = texte.partition("\n")[0]
    return "\0" not in texte and any(s in premiere for s in separateurs)


def _est_csv(_: Path, entete: bytes) -> bool:
    return _est_texte(entete, ",;")


def _est_tsv(_: Path, entete: bytes) -> bool:
    return _est_texte(entete, "\t")


def _est_json(path: Path, entete: bytes) -> bool:
    """Opened and closed by the same kind of bracket: enough to see a page of error or a file cut short."""
    with path.open("rb") as flux:
        flux.seek(max(0, path.stat().st_size - 64))
        fin = flux.read().rstrip()[-1:]
    return entete.removeprefix(_BOM).lstrip()[:1] + fin in {b"{}", b"[]"}


def _est_geojson(path: Path, entete: bytes) -> bool:
    return _est_json(path, entete) and b'"FeatureCollection"' in entete


def _est_parquet(path: Path, entete: bytes) -> bool:
    with path.open("rb") as flux:
        flux.seek(max(0, path.stat().st_size - 4))
        return entete[:4] == flux.read() == b"PAR1"


def _est_zip(path: Path, _: bytes) -> bool:
    return zipfile.is_zipfile(path)


def _est_xlsx(path: Path, _: bytes) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


_RECONNAITRE: dict[str, Callable[[Path, bytes], bool]] = {
    "csv": _est_csv,
    "tsv": _est_tsv,
    "json": _est_json,
    "geojson": _est_geojson,
    "parquet": _est_parquet,
    "zip": _est_zip,
    "xlsx": _est_xlsx,
}

"""From the bytes of a text file to its text: which encoding, and what could not be read.

French spreadsheets still write Windows-1252 where others write UTF-8, and Excel's « Texte Unicode » is
UTF-16. The encoding is decided by what the bytes can be, never by the name of the file.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from data.liste.brut import ListeRefusee
from francais import accorder

__all__ = ["Texte", "decoder"]

PART_BINAIRE: Final = 0.01
"""Share of control characters from which a text is no text; a few are always forgiven."""

CONTROLES_PARDONNES: Final = 10

_MARQUES: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIOCTETS: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+|\xc2[\x80-\xbf]")
_CONTROLES: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ECHANTILLON: Final = 4_096
_PART_DE_ZEROS: Final = 0.3
"""Share of zero bytes, at even or odd places alone, that tells UTF-16 without its mark."""


class Texte(NamedTuple):
    """A decoded file: its text, the name of its encoding, what was noticed."""

    texte: str
    encodage: str
    avis: tuple[str, ...] = ()


def decoder(octets: bytes, nom: str) -> Texte:
    """Decode a file: mark of the encoding, UTF-16 without mark, UTF-8, else Windows-1252.

    A UTF-8 text with a few broken bytes is read with « � » in their place, and a notice says so.

    Raises:
        ListeRefusee: The bytes are no text in any of these encodings.
    """
    lu = _par_la_marque(octets, nom) or _sans_marque(octets, nom)
    if len(_CONTROLES.findall(lu.texte)) > CONTROLES_PARDONNES + PART_BINAIRE * len(lu.texte):
        raise _illisible(nom)
    return lu


def _par_la_marque(octets: bytes, nom: str) -> Texte | None:
    for marque, encodage in _MARQUES:
        if octets.startswith(marque):
            corps = octets[len(marque) :]
            return _tolerant(corps) if encodage == "utf-8" else _utf16(corps, encodage, nom)
    zeros = [octets[:_ECHANTILLON][reste::2].count(0) for reste in (0, 1)]
    moitie = min(len(octets), _ECHANTILLON) / 2
    if zeros[1] > _PART_DE_ZEROS * moitie > zeros[0] * 10:
        return _utf16(octets, "utf-16-le", nom)
    if zeros[0] > _PART_DE_ZEROS * moitie > zeros[1] * 10:
        return _utf16(octets, "utf-16-be", nom)
    return None


def _utf16(octets: bytes, encodage: str, nom: str) -> Texte:
    try:
        return Texte(octets.decode(encodage), encodage)
    except UnicodeDecodeError as erreur:
        raise _illisible(nom) from erreur


def _sans_marque(octets: bytes, nom: str) -> Texte:
    try:
        return Texte(octets.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if 2 * sum(map(len, _MULTIOCTETS.findall(octets))) > sum(octet > 0x7F for octet in octets):  # noqa: PLR2004
        return _tolerant(octets)
    try:
        return Texte(octets.decode("cp1252"), "windows-1252")
    except UnicodeDecodeError as erreur:
        raise _illisible(nom) from erreur


def _tolerant(octets: bytes) -> Texte:
    texte = octets.decode("utf-8", "replace")
    perdus = texte.count("\ufffd")
    if not perdus:
        return Texte(texte, "utf-8")
    lignes = sorted({1 + texte.count("\n", 0, m.start()) for m in re.finditer("\ufffd", texte[:200_000])})
    ou = f", d’abord ligne {lignes[0]}" if lignes else ""
    avis = (
        f"L’encodage est abîmé : {accorder(perdus, 'signe illisible', 'signes illisibles')} "
        f"(remplacés par « � »{ou}). Pour les retrouver, enregistrez de nouveau l’original en UTF-8."
    )
    return Texte(texte, "utf-8", (avis,))


def _illisible(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Le fichier « {nom} » n’est pas un texte lisible : son encodage est abîmé, ou ce n’est pas une "
        "liste. Enregistrez-le de nouveau en CSV UTF-8 ou en XLSX."
    )

"""A reader's file, whatever it is: a list as text cells, or a French sentence that says why not."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from data.liste.brut import Brut, ListeRefusee
from data.liste.classeur import lire_classeur
from data.liste.geojson import lire_geojson
from data.liste.signatures import ZIP, refuser_l_etranger
from data.liste.texte import lire_texte

__all__ = ["lire", "nom_visible"]

_NOM_MAX: Final = 80
_ETRANGES: Final = re.compile(r"[^\w .()\-]+")


def lire(octets: bytes, nom: str, *, feuille: str | None = None) -> Brut:
    """Read a CSV, an XLSX or a GeoJSON by what its bytes are; its name only serves in messages.

    Everything happens in memory; nothing is executed, nothing is written.

    Args:
        octets: The whole file, 20 Mo at most.
        nom: Its name.
        feuille: Sheet of a workbook, the first one that may hold a list by default.

    Raises:
        ListeRefusee: The file cannot be used: the message says what it is and what to do.
    """
    visible = nom_visible(nom)
    refuser_l_etranger(octets, visible)
    if octets.startswith(ZIP):
        return lire_classeur(octets, visible, feuille=feuille)
    if _annonce_du_json(octets, visible):
        return lire_geojson(octets, visible)
    if visible.lower().endswith((".xlsx", ".xlsm", ".xls")):
        raise ListeRefusee(
            f"Le fichier « {visible} » n’est pas un classeur, malgré son nom. Ouvrez-le dans votre tableur "
            "et enregistrez-le en XLSX, ou donnez-lui l’extension .csv si c’est du texte."
        )
    return lire_texte(octets, visible)


def _annonce_du_json(octets: bytes, nom: str) -> bool:
    debut = octets[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return debut.startswith((b"{", b"[{", b"[\n")) or nom.lower().endswith((".geojson", ".json"))


def nom_visible(nom: str) -> str:
    """The name without folders nor odd signs, short enough for a sentence."""
    seul = _ETRANGES.sub("_", PurePosixPath(nom.replace("\\", "/")).name).strip()
    return f"{seul[: _NOM_MAX - 12]}…{seul[-8:]}" if len(seul) > _NOM_MAX else seul or "sans nom"

"""From the processed files to the atlas, refusing any file that is not exactly what the build wrote.

A reader must never meet a traceback: each way in which a file can be wrong has a French message that names
the file and the command that mends it.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from erreurs import ContratRompu, FichierIllisible
from geo.atlas import TABLES_DE_L_ATLAS, Atlas
from geo.contrats import TABLES, valider
from memoire import signature

__all__ = [
    "DonneesIllisibles",
    "Empreinte",
    "atlas",
    "dossier",
    "empreinte",
    "etat",
    "lire",
    "manifeste",
    "rapport",
]

MANIFESTE = "manifeste.json"
RAPPORT = "rapport.json"
RACINE = Path(__file__).resolve().parent.parent


class DonneesIllisibles(FichierIllisible):
    """A processed file is missing, cut or altered; `str()` is the French message for the reader."""

    def __init__(self, fichier: str, raison: str) -> None:
        """Name the file (relative to the project) and what is wrong with it."""
        self.fichier = fichier
        self.raison = raison
        super().__init__(
            f"Le fichier « {fichier} » {raison}. Pour le rétablir, lancez `git checkout -- data/processed` "
            "ou, avec les sources, `python -m data.fabrication`.",
        )


@dataclass(frozen=True, kw_only=True)
class Empreinte:
    """What the manifest says of one file: size in bytes, SHA-256, rows."""

    octets: int
    sha256: str
    lignes: int

    def __post_init__(self) -> None:
        """Refuse, with a TypeError, what an altered manifest may say."""
        if not (type(self.octets) is type(self.lignes) is int and isinstance(self.sha256, str)):
            raise TypeError(f"une empreinte ne se lit pas : {self!r}")


def dossier() -> Path:
    """The folder of processed files: `ATLAS_DONNEES`, or `data/processed`."""
    return Path(os.environ.get("ATLAS_DONNEES", RACINE / "data" / "processed"))


def etat() -> tuple[Path, tuple[int, int, int] | None]:
    """What changes when the processed files are made anew: their folder and its manifest, written last."""
    ici = dossier()
    return ici, signature(ici / MANIFESTE)


def empreinte(chemin: Path, *, lignes: int) -> Empreinte:
    """Size and SHA-256 of a file that holds that many rows."""
    contenu = chemin.read_bytes()
    return Empreinte(octets=len(contenu), sha256=hashlib.sha256(contenu).hexdigest(), lignes=lignes)


def _nom_visible(chemin: Path) -> str:
    return chemin.relative_to(RACINE).as_posix() if chemin.is_relative_to(RACINE) else chemin.name


def _json(chemin: Path) -> dict[str, Any]:
    try:
        contenu = json.loads(chemin.read_text(encoding="utf-8"))
    except FileNotFoundError as erreur:
        raise DonneesIllisibles(_nom_visible(chemin), "est manquant") from erreur
    except (OSError, ValueError) as erreur:
        raise DonneesIllisibles(_nom_visible(chemin), "est abîmé : il ne se lit pas") from erreur
    if not isinstance(contenu, dict):
        raise DonneesIllisibles(_nom_visible(chemin), "est abîmé : ses champs ne sont pas les bons")
    return contenu


def manifeste(source: Path | None = None) -> dict[str, Empreinte]:
    """What the last build wrote, by table, and the report.

    Raises:
        DonneesIllisibles: The manifest is missing or cannot be read.
    """
    chemin = (source or dossier()) / MANIFESTE
    try:
        return {nom: Empreinte(**fiche) for nom, fiche in _json(chemin).items()}
    except TypeError as erreur:
        raise DonneesIllisibles(
            _nom_visible(chemin), "est abîmé : ses champs ne sont pas les bons"
        ) from erreur


def rapport(source: Path | None = None) -> dict[str, Any]:
    """The report of the last build.

    Raises:
        DonneesIllisibles: The report is missing, or is not what the build wrote.
    """
    chemin = (source or dossier()) / RAPPORT
    _controler(chemin)
    return _json(chemin)


def lire(nom: str, source: Path | None = None) -> pd.DataFrame:
    """One processed table, after its size, checksum and contract have been verified.

    Args:
        nom: Name of the table in `geo.contrats.tables.TABLES`.
        source: Folder of processed files.

    Raises:
        DonneesIllisibles: The file is missing, cut, altered, or does not keep its contract.
    """
    chemin = (source or dossier()) / f"{nom}.parquet"
    _controler(chemin)
    try:
        table = gpd.read_parquet(chemin) if TABLES[nom].geometrie else pd.read_parquet(chemin)
        return valider(nom, table)
    except ContratRompu as erreur:
        raise DonneesIllisibles(_nom_visible(chemin), f"n’a pas la forme attendue ({erreur})") from erreur
    except (OSError, ValueError) as erreur:
        raise DonneesIllisibles(_nom_visible(chemin), "ne se lit pas") from erreur


def _controler(chemin: Path) -> None:
    """Compare a file with the manifest: there, whole, and the very bytes that the build wrote."""
    visible = _nom_visible(chemin)
    attendu = manifeste(chemin.parent).get(chemin.stem)
    if attendu is None:
        raise DonneesIllisibles(visible, f"n’est pas dans {MANIFESTE}")
    if not chemin.is_file():
        raise DonneesIllisibles(visible, "est manquant")
    try:
        trouve = empreinte(chemin, lignes=attendu.lignes)
    except OSError as erreur:
        raise DonneesIllisibles(visible, f"ne s’ouvre pas ({erreur.strerror})") from erreur
    if trouve.octets < attendu.octets:
        raise DonneesIllisibles(visible, f"est tronqué ({trouve.octets} octets au lieu de {attendu.octets})")
    if trouve != attendu:
        raise DonneesIllisibles(visible, "a été modifié depuis sa fabrication")


def atlas(source: Path | None = None) -> Atlas:
    """The whole atlas.

    Raises:
        DonneesIllisibles: On the first file that is not what the build wrote.
    """
    return Atlas(**{nom: lire(nom, source) for nom in TABLES_DE_L_ATLAS})

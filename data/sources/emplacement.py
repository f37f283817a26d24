"""Where a raw source is: in the folder of sources, in the cache of downloads, or still at its producer's.

The raw files are never copied into the project. The build asks for each by name and gets a verified path,
wherever it comes from; `python -m data.sources` tells the state of all of them at a glance.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.sources.erreurs import (
    ErreurSource,
    RegistreInvalide,
    SourceAbsente,
    SourceAlteree,
    SourceSansAdresse,
    TelechargementImpossible,
)
from data.sources.registre import Source, charger_registre
from data.sources.telechargement import POLITIQUE, Politique, telecharger
from data.sources.verification import verifier

__all__ = [
    "CACHE",
    "ErreurSource",
    "Etat",
    "Politique",
    "RegistreInvalide",
    "Releve",
    "Source",
    "SourceAbsente",
    "SourceAlteree",
    "SourceSansAdresse",
    "TelechargementImpossible",
    "charger_registre",
    "main",
    "racine",
    "relever",
    "telecharger",
    "trouver",
    "verifier",
]

PROJET = Path(__file__).resolve().parents[2]
"""The folder of the project."""

CACHE = PROJET / "data" / "cache"
"""Where downloads are kept (not committed)."""

VARIABLE = "ATLAS_SOURCES"
"""Environment variable that names another folder of sources."""


def racine() -> Path:
    """The folder of raw sources: `ATLAS_SOURCES` if set, else `../shared/sources` beside the project."""
    choisie = os.environ.get(VARIABLE)
    return Path(choisie).expanduser() if choisie else PROJET.parent / "shared" / "sources"


_racine_par_defaut = racine


def trouver(
    source: Source,
    *,
    racine: Path | None = None,
    cache: Path = CACHE,
    politique: Politique = POLITIQUE,
) -> Path:
    """The verified file of a source: from the folder of sources, else the cache, else downloaded.

    Args:
        source: Which source.
        racine: Folder of sources; `racine()` when None.
        cache: Folder of downloads, made when needed.
        politique: Tries, pauses and time-outs of a download.

    Raises:
        SourceAlteree: When the file in the folder of sources is not the declared one (a wrong file of the
            cache is fetched again instead), or when the download brings another file.
        SourceSansAdresse: When the file is nowhere and has no direct address.
        TelechargementImpossible: When the download fails.
    """
    locale = (racine or _racine_par_defaut()) / source.fichier
    if locale.is_file():
        verifier(locale, source)
        return locale
    en_cache = cache / source.fichier
    if _est_bonne(en_cache, source):
        return en_cache
    if not source.adresse:
        raise SourceSansAdresse(_remede_manuel(source, locale))
    return telecharger(source, en_cache, politique=politique)


def _est_bonne(path: Path, source: Source) -> bool:
    try:
        verifier(path, source)
    except (SourceAbsente, SourceAlteree):
        return False
    return True


def _remede_manuel(source: Source, locale: Path) -> str:
    transcription = f" Ce fichier est une transcription : {source.note}" if source.transcrit else ""
    return (
        f"Le fichier « {source.fichier} » ({source.jeu}, {source.producteur}) est absent et n’a pas "
        f"d’adresse de téléchargement direct. Copiez-le d’un dossier de sources complet vers {locale}, ou "
        f"indiquez ce dossier par la variable {VARIABLE}. Le jeu d’origine, parfois sous une autre forme, "
        f"est sur {source.page}.{transcription}"
    )


class Etat(StrEnum):
    """What can be said of the file of a source."""

    PRESENTE = "présente"
    VERIFIEE = "vérifiée"
    ABSENTE = "absente"
    ALTEREE = "altérée"


@dataclass(frozen=True, kw_only=True)
class Releve:
    """The state of one source.

    Attributes:
        source: The source.
        etat: Its state.
        lieu: Where the file was found, in French; empty when it is absent.
        message: Fault and remedy, in French; empty when all is well.
    """

    source: Source
    etat: Etat
    lieu: str = ""
    message: str = ""


def relever(source: Source, *, racine: Path, cache: Path = CACHE, rapide: bool = False) -> Releve:
    """The state of a source, without downloading anything.

    Args:
        source: Which source.
        racine: Folder of sources.
        cache: Folder of downloads.
        rapide: Look at the size only, which gives « présente » instead of « vérifiée ».
    """
    lieux = {"dossier des sources": racine / source.fichier, "cache": cache / source.fichier}
    lieu, path = next(((nom, p) for nom, p in lieux.items() if p.is_file()), ("", None))
    if path is None:
        remede = (
            f"Le fichier « {source.fichier} » est absent ; la prochaine construction le prendra sur "
            f"{source.adresse}."
            if source.adresse
            else _remede_manuel(source, racine / source.fichier)
        )
        return Releve(source=source, etat=Etat.ABSENTE, message=remede)
    if rapide and path.stat().st_size == source.octets:
        return Releve(source=source, etat=Etat.PRESENTE, lieu=lieu)
    try:
        verifier(path, source)
    except SourceAlteree as erreur:
        return Releve(source=source, etat=Etat.ALTEREE, lieu=lieu, message=str(erreur))
    return Releve(source=source, etat=Etat.VERIFIEE, lieu=lieu)


def _tableau(releves: list[Releve]) -> str:
    lignes = [("source", "état", "octets", "lieu", "fichier")]
    lignes += [(r.source.cle, r.etat, str(r.source.octets), r.lieu or "–", r.source.fichier) for r in releves]
    largeurs = [max(map(len, colonne)) for colonne in zip(*lignes, strict=True)]
    return "\n".join(
        "  ".join(cellule.ljust(largeur) for cellule, largeur in zip(ligne, largeurs, strict=True)).rstrip()
        for ligne in lignes
    )


def _bilan(releves: list[Releve]) -> str:
    fautives = [r for r in releves if r.message]
    if not fautives:
        return f"Tout est en ordre : {len(releves)} source(s) sur {len(releves)}."
    return "\n".join(
        [f"{len(fautives)} source(s) sur {len(releves)} à remettre en ordre :"]
        + [f"- {r.source.cle} : {r.message}" for r in fautives]
        + ["L’application, elle, n’a pas besoin des sources : data/processed lui suffit."]
    )


def main(arguments: list[str] | None = None) -> int:
    """Print the state of every source.

    Returns:
        0 when all are there, 1 when one is missing or altered, 2 when the register is invalid.
    """
    analyse = argparse.ArgumentParser(prog="python -m data.sources", description="L’état des sources brutes.")
    analyse.add_argument("--rapide", action="store_true", help="ne regarder que la taille des fichiers")
    options = analyse.parse_args(arguments)
    try:
        registre = charger_registre()
    except RegistreInvalide as erreur:
        sys.stderr.write(f"{erreur}\n")
        return 2
    releves = [relever(s, racine=racine(), rapide=options.rapide) for s in registre.values()]
    sys.stdout.write(f"{_tableau(releves)}\n\n{_bilan(releves)}\n")
    return int(any(r.message for r in releves))

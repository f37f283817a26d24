"""The map layers: small static files whose names carry their content, made from the processed tables.

A layer is fetched once by its address and kept by the browser for ever, since another content has another
name. The files are not committed: they are made at set-up or at first start, in a few seconds, and nothing is
done when they already match the tables and the code.

New files are written beside the old ones, then the index in one move, then the stale files are removed,
but for those of the generation before: a server that started with them goes on serving its map until it is
restarted.

`python -m data.couches` makes them from `data/processed` into `static/couches`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from data import chargement
from data.couches import contenus
from data.couches.code import RACINE, code_des_couches
from erreurs import CouchesIllisibles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

__all__ = [
    "CIBLE",
    "Couche",
    "Index",
    "controler",
    "fabriquer",
    "index",
    "principal",
    "remplacer",
]

CIBLE: Final = RACINE / "static" / "couches"
"""Where the server finds the layers."""

INDEX: Final = "index.json"


@dataclass(frozen=True, kw_only=True)
class Couche:
    """One file of `static/couches`.

    Attributes:
        fichier: Name of the file, which carries the start of its SHA-256.
        octets: Size in bytes.
        gzip: Size in bytes once compressed (gzip, level 6), as a browser receives it.
        ids: Number of outlines or projects in it.
    """

    fichier: str
    octets: int
    gzip: int
    ids: int


Index = dict[str, Couche]
"""Layer -> file, in the order of the names."""


def index(cible: Path = CIBLE) -> Index:
    """What the folder of layers holds.

    Raises:
        CouchesIllisibles: When the index is missing or broken.
    """
    return _lire_index(cible)[1]


def controler(cible: Path = CIBLE) -> Index:
    """What the folder of layers holds, once each file has been read again.

    Raises:
        CouchesIllisibles: When the index is missing or broken, or a layer missing, cut or altered.
    """
    faites = _lire_index(cible)[1]
    for couche in faites.values():
        if not _entiere(cible / couche.fichier):
            raise CouchesIllisibles(
                f"La couche « {cible.name}/{couche.fichier} » manque, ou n’est plus celle qui a été faite. "
                "Lancez `python -m data.couches`."
            )
    return faites


def _lire_index(cible: Path) -> tuple[str, Index]:
    chemin = cible / INDEX
    try:
        contenu = json.loads(chemin.read_text(encoding="utf-8"))
        return contenu["empreinte"], {nom: Couche(**fiche) for nom, fiche in contenu["couches"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as erreur:
        raise CouchesIllisibles(
            f"Les couches de la carte ne sont pas prêtes (« {cible.name}/{INDEX} » manque ou ne se lit pas). "
            "Lancez `python -m data.couches`."
        ) from erreur


def fabriquer(
    processed: Path,
    cible: Path = CIBLE,
    *,
    lire: Callable[[str, Path], pd.DataFrame] = chargement.lire,
) -> Index:
    """Make the layers that the processed tables ask for; do nothing when they are already there.

    Args:
        processed: Folder of the processed tables and of their manifest.
        cible: Folder of the layers.
        lire: Reads a table by its name in a folder, and checks it.

    Returns:
        The index of what the folder now holds.

    Raises:
        DonneesIllisibles: When a processed table is not what the build wrote.
    """
    attendue = _empreinte(processed)
    if (pretes := _pretes(cible, attendue)) is not None:
        return pretes
    anciennes = _fichiers(cible)
    tables = {nom: lire(nom, processed) for nom in contenus.TABLES_DES_COUCHES}
    cible.mkdir(parents=True, exist_ok=True)
    faites = {nom: _ecrire(cible, nom, contenu) for nom, contenu in sorted(contenus.tous(tables))}
    fiches = {nom: asdict(couche) for nom, couche in faites.items()}
    remplacer(cible / INDEX, _json({"empreinte": attendue, "couches": fiches}))
    _balayer(cible, {INDEX, *(couche.fichier for couche in faites.values()), *anciennes})
    return faites


def _empreinte(processed: Path) -> str:
    """Fingerprint of the tables, as their manifest gives it, and of the code."""
    manifeste = chargement.manifeste(processed)
    sommes = [f"{nom} {manifeste[nom].sha256}" for nom in contenus.TABLES_DES_COUCHES if nom in manifeste]
    sommes += [hashlib.sha256((RACINE / fichier).read_bytes()).hexdigest() for fichier in code_des_couches()]
    return hashlib.sha256("\n".join(sommes).encode()).hexdigest()


def _pretes(cible: Path, attendue: str) -> Index | None:
    try:
        empreinte, faites = _lire_index(cible)
    except CouchesIllisibles:
        return None
    entieres = all(_entiere(cible / couche.fichier) for couche in faites.values())
    return faites if empreinte == attendue and entieres else None


def _fichiers(cible: Path) -> set[str]:
    """Names of the layers that the index names now: none without an index."""
    try:
        return {couche.fichier for couche in _lire_index(cible)[1].values()}
    except CouchesIllisibles:
        return set()


def _entiere(fichier: Path) -> bool:
    """Whether a layer is there with the content that its name announces."""
    return fichier.is_file() and fichier.name.split(".")[-2] == _somme(fichier.read_bytes())


def _somme(octets: bytes) -> str:
    """What the name of a layer keeps of its content."""
    return hashlib.sha256(octets).hexdigest()[:12]


def _json(contenu: object) -> bytes:
    return json.dumps(contenu, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _ecrire(cible: Path, nom: str, contenu: dict[str, Any]) -> Couche:
    octets = _json(contenu)
    fichier = f"{nom}.{_somme(octets)}.json"
    remplacer(cible / fichier, octets)
    return Couche(
        fichier=fichier,
        octets=len(octets),
        gzip=len(gzip.compress(octets, 6, mtime=0)),
        ids=sum(len(o["geometries"]) for o in contenu["objects"].values())
        if "objects" in contenu
        else contenu["n"],
    )


def remplacer(fichier: Path, octets: bytes) -> None:
    """Write a file whole or not at all."""
    provisoire = fichier.with_name(f".{fichier.name}.{os.getpid()}.partiel")
    try:
        provisoire.write_bytes(octets)
        provisoire.replace(fichier)
    finally:
        provisoire.unlink(missing_ok=True)


def _balayer(cible: Path, gardes: set[str]) -> None:
    """Remove the layers that the index does not name; what another process is writing is not a layer yet."""
    for fichier in sorted(cible.glob("*.json")):
        if fichier.name not in gardes:
            fichier.unlink(missing_ok=True)


def principal() -> int:
    """Make the layers and say what they weigh; 1 with a French message when it cannot be done."""
    try:
        faites = fabriquer(chargement.dossier())
    except chargement.DonneesIllisibles as erreur:
        sys.stderr.write(f"{erreur}\n")
        return 1
    except OSError as erreur:
        sys.stderr.write(f"Les couches ne s’écrivent pas dans « {CIBLE.name} » : {erreur.strerror}.\n")
        return 1
    for nom, ids, octets in _par_famille(faites):
        sys.stdout.write(f"{nom:<12} {ids:>5} tracés  {octets / 1000:>6.1f} ko compressés\n")
    return 0


def _par_famille(faites: Index) -> list[tuple[str, int, int]]:
    """Name, outlines and compressed size of each layer, those of the départements together."""
    sommes: dict[str, tuple[int, int]] = {}
    for nom, couche in faites.items():
        famille = next((f for f in (contenus.COMMUNES, contenus.MEMBRES) if nom.startswith(f)), nom)
        ids, octets = sommes.get(famille, (0, 0))
        sommes[famille] = (ids + couche.ids, octets + couche.gzip)
    return [(famille, *somme) for famille, somme in sommes.items()]

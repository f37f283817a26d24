"""`python -m data.fabrication`: raw sources in, processed tables and map layers out.

Everything is written to a temporary folder, checked against its contract, and put in place in one move at the
end: a build that fails, for whatever reason, leaves the old files untouched. The same input gives the same
bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tqdm import tqdm

from data import chargement
from data.couches import magasin
from data.fabrication.fabrique import ETAPES, SOURCES, Atelier, fabriquer
from data.fabrication.rapport import rapporter, verifier
from data.sources import charger_registre, trouver
from erreurs import ContratRompu, FabricationImpossible, FichierIllisible
from geo.contrats import TABLES, valider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

__all__ = ["construire", "main"]

ECHECS: Final = (
    FabricationImpossible,
    FichierIllisible,
    OSError,
)
"""What can keep a build or a check from being done; `str()` of each is a message for whoever runs it."""


def construire(cible: Path, *, annoncer: Callable[[str], None] = lambda _: None) -> dict[str, Any]:
    """Build every processed table into `cible`, which is replaced as a whole at the end.

    Args:
        cible: Folder of processed files; may not exist yet.
        annoncer: Called with the name of each step before it starts.

    Returns:
        The report.

    Raises:
        ErreurSource: A source cannot be had.
        ContratRompu: A table does not keep its contract.
        PerimetreIncomplet: A published perimeter leads nowhere; so for the other errors of `geo`.
        OSError: The disk refuses. Whatever the error, the old files stay.
    """
    annoncer("Vérification des sources")
    registre = charger_registre()
    chemins = {cle: trouver(registre[cle]) for cle in SOURCES}
    atelier = fabriquer(chemins, annoncer=annoncer)
    annoncer("Contrats et écriture")
    with _remplacement(cible) as chantier:
        return ecrire(atelier, chantier)


def ecrire(atelier: Atelier, dossier: Path) -> dict[str, Any]:
    """Check every table against its contract and write tables, manifest and report into `dossier`.

    Raises:
        ContratRompu: A table is missing or does not keep its contract.
    """
    absentes = sorted(set(TABLES) - set(atelier.tables))
    if absentes:
        raise ContratRompu(f"Tables non fabriquées : {', '.join(absentes)}.")
    manifeste = {}
    for nom in sorted(TABLES):
        table = valider(nom, atelier.tables[nom])
        chemin = dossier / f"{nom}.parquet"
        _parquet(table, chemin)
        manifeste[nom] = asdict(chargement.empreinte(chemin, lignes=len(table)))
    rapport = rapporter(atelier)
    _json(rapport, dossier / chargement.RAPPORT)
    manifeste[Path(chargement.RAPPORT).stem] = asdict(
        chargement.empreinte(dossier / chargement.RAPPORT, lignes=0)
    )
    _json(manifeste, dossier / chargement.MANIFESTE)
    return rapport


def _parquet(table: pd.DataFrame, chemin: Path) -> None:
    table.reset_index(drop=True).to_parquet(chemin, index=False, compression="zstd", compression_level=15)


def _json(contenu: object, chemin: Path) -> None:
    texte = json.dumps(contenu, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    chemin.write_text(texte + "\n", encoding="utf-8", newline="\n")


@contextmanager
def _remplacement(cible: Path) -> Iterator[Path]:
    """A temporary folder that takes the place of `cible` when the block ends well, and vanishes otherwise."""
    cible.parent.mkdir(parents=True, exist_ok=True)
    chantier = Path(tempfile.mkdtemp(prefix=".construction-", dir=cible.parent))
    try:
        yield chantier
        chantier.chmod(0o755)
        _echanger(chantier, cible)
    finally:
        shutil.rmtree(chantier, ignore_errors=True)


def _echanger(chantier: Path, cible: Path) -> None:
    """Put the new folder in place; the old one goes only after that, and comes back if it cannot be done."""
    ancien = chantier.with_name(f"{chantier.name}-ancien")
    try:
        if cible.exists():
            cible.rename(ancien)
        chantier.rename(cible)
    except BaseException:  # Ctrl+C too
        if ancien.exists() and not cible.exists():
            ancien.rename(cible)
        raise
    shutil.rmtree(ancien, ignore_errors=True)


def _avec_barre() -> dict[str, Any]:
    """Build into the usual folders behind a progress bar."""
    with tqdm(
        total=len(ETAPES) + 3, bar_format="{l_bar}{bar:30}| {n}/{total} {postfix}", file=sys.stderr
    ) as barre:
        faites = iter([0, *[1] * (len(ETAPES) + 3)])

        def annoncer(nom: str) -> None:
            barre.update(next(faites))
            barre.set_postfix_str(nom)

        rapport = construire(chargement.dossier(), annoncer=annoncer)
        annoncer("Couches de la carte")
        magasin.fabriquer(chargement.dossier())
        annoncer("Terminé")
    return rapport


def _dire(rapport: dict[str, Any]) -> int:
    """Say which facts fail; the exit code."""
    tous = [*rapport["faits"], *rapport.get("faits_par_construction", ())]
    manques = [fait for fait in tous if not fait["tenu"]]
    for fait in manques:
        print(f"{fait['enonce']} : attendu {fait['attendu']}, trouvé {fait['trouve']}.", file=sys.stderr)  # noqa: T201  command line
    return 1 if manques else 0


def main(arguments: list[str] | None = None) -> int:
    """The command line.

    Returns:
        0 when every fact holds; 1 when one does not; 2 when the build or the check could not be done.
    """
    analyse = argparse.ArgumentParser(
        prog="python -m data.fabrication", description="Fabrique les données de l’atlas."
    )
    analyse.add_argument("--verifier", action="store_true", help="imprime le rapport et vérifie les faits")
    choix = analyse.parse_args(arguments)
    try:
        rapport = verifier() if choix.verifier else _avec_barre()
    except ECHECS as erreur:
        print(f"\n{erreur}", file=sys.stderr)  # noqa: T201  command line
        return 2
    if choix.verifier:
        print(json.dumps(rapport, ensure_ascii=False, indent=1, sort_keys=True))  # noqa: T201  command line
    return _dire(rapport)

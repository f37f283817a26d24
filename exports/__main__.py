"""Sheets and decks from a terminal, without a browser nor a server.

python -m exports fiche ti-2806 ti-5304
python -m exports region 53 --diaporama
"""

from __future__ import annotations

import argparse
import errno
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from tqdm import tqdm

from data import chargement
from exports.lots import (
    Commande,
    DemandeInconnue,
    archiver,
    deposer,
    nom_d_archive,
    pieces_de_la_region,
    pieces_des_fiches,
)
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from geo.territoires import noms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.lots import Piece
    from geo.atlas import Atlas

__all__ = ["main"]

ADRESSE = "http://localhost:8501"
"""Where the links lead when no address is given: the atlas as `make run` opens it."""


RAISONS: Final = {
    errno.EACCES: "l’écriture y est refusée",
    errno.EPERM: "l’écriture y est refusée",
    errno.EROFS: "il est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.EEXIST: "c’est un fichier",
    errno.ENOTDIR: "c’est un fichier",
    errno.ENOENT: "il ne peut pas être créé",
}
"""Why a folder cannot be written."""

FAUTES: Final = {
    r"the following arguments are required: (.+)": r"il manque : \1",
    r"unrecognized arguments: (.+)": r"de trop ou inconnu : \1",
    r"argument (\S+): expected one argument": r"\1 attend une valeur",
    r"argument (\S+): invalid int value: '(.*)'": r"\1 : « \2 » n’est pas un nombre entier",
    r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)": r"\1 : « \2 » n’est pas l’un de \3",
    r"argument (\S+): (.*)": r"\1 : \2",
}
"""What `argparse` says of a wrong command -> the same in French, the first that fits."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what is asked for; 0 when every file stands."""
    demande = _lecteur().parse_args(arguments)
    try:
        _faire(chargement.atlas(), demande)
    except DemandeInconnue as erreur:
        tqdm.write(str(erreur), file=sys.stderr)
        return 2
    except OSError as erreur:
        raison = RAISONS.get(erreur.errno or 0, erreur.strerror)
        tqdm.write(
            f"Le dossier « {demande.dossier} » ne peut pas être écrit ({raison}) : "
            "donnez-en un autre avec --dossier.",
            file=sys.stderr,
        )
        return 1
    return 0


class _Lecteur(argparse.ArgumentParser):
    """A reader of commands whose help is in French."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "add_help": False})
        self._positionals.title, self._optionals.title = "ce qu’il faut", "options"
        if options.get("add_help", True):
            self.add_argument("-h", "--help", "--aide", action="help", help="cette aide")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "emploi : ", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "emploi : ", 1)

    def error(self, message: str) -> NoReturn:
        for anglais, francais in FAUTES.items():
            if trouve := re.fullmatch(anglais, message):
                message = trouve.expand(francais)
                break
        self.exit(2, f"{self.format_usage()}{message}\n")


def _lecteur() -> argparse.ArgumentParser:
    communs = _Lecteur(add_help=False)
    communs.add_argument("--dossier", type=Path, default=Path(), help="où écrire (par défaut : ici)")
    communs.add_argument(
        "--millesime",
        type=int,
        choices=sorted(MILLESIMES),
        default=MILLESIME_PAR_DEFAUT,
        help="année des périmètres (par défaut : %(default)s)",
    )
    communs.add_argument(
        "--adresse", default=ADRESSE, help="début des liens vers l’atlas en ligne (par défaut : %(default)s)"
    )
    communs.add_argument(
        "--jour",
        type=_jour,
        default=date.today().isoformat(),  # noqa: DTZ011  the day of whoever asks
        help="date portée par les fichiers, AAAA-MM-JJ (par défaut : aujourd’hui)",
    )
    lecteur = _Lecteur(
        prog="python -m exports",
        description="Fabrique les fiches A4 (PDF) et les diaporamas (PPTX) de l’atlas.",
    )
    verbes = lecteur.add_subparsers(dest="verbe", required=True, metavar="{fiche,region}")
    fiche = verbes.add_parser("fiche", parents=[communs], help="la fiche A4 de territoires")
    fiche.add_argument("codes", nargs="*", metavar="ti-NNNN", help="codes des territoires")
    fiche.add_argument("--tous", action="store_true", help="tous les territoires du millésime")
    region = verbes.add_parser("region", parents=[communs], help="la fiche A4 et le diaporama de régions")
    region.add_argument("codes", nargs="*", metavar="code", help="codes des régions, ou OM pour l’outre-mer")
    region.add_argument("--deck", "--diaporama", action="store_true", help="ajoute le diaporama")
    region.add_argument(
        "--tous",
        action="store_true",
        help="ajoute les fiches de tous les territoires : une archive zip par région ; "
        "sans code, toutes les régions",
    )
    for verbe in (fiche, region):
        verbe.set_defaults(lecteur=verbe)
    return lecteur


def _jour(texte: str) -> str:
    try:
        return date.fromisoformat(texte).isoformat()
    except ValueError as erreur:
        raise argparse.ArgumentTypeError(f"« {texte} » n’est pas une date : écrivez AAAA-MM-JJ") from erreur


def _faire(atlas: Atlas, demande: argparse.Namespace) -> None:
    if not demande.codes and not demande.tous:
        demande.lecteur.error("donnez au moins un code, ou --tous")
    commande = Commande(millesime=demande.millesime, jour=demande.jour, adresse=demande.adresse.rstrip("/"))
    if demande.verbe == "fiche":
        _deposer(pieces_des_fiches(atlas, [] if demande.tous else demande.codes, commande), demande.dossier)
        return
    lots = {
        code: pieces_de_la_region(atlas, code, commande, diaporama=demande.deck, territoires=demande.tous)
        for code in demande.codes or noms(atlas)
    }
    for code, pieces in lots.items():
        if demande.tous:
            chemin = demande.dossier / nom_d_archive(atlas, code)
            faits = archiver(pieces, chemin, commande.jour)
            for _ in tqdm(faits, total=len(pieces), desc=chemin.name, unit="fichier"):
                pass
            tqdm.write(str(chemin))
        else:
            _deposer(pieces, demande.dossier)


def _deposer(pieces: list[Piece], dossier: Path) -> None:
    dossier.mkdir(parents=True, exist_ok=True)  # before a bar of progress is drawn for nothing
    for chemin in tqdm(deposer(pieces, dossier), total=len(pieces), desc="Fichiers", unit="fichier"):
        tqdm.write(str(chemin))


if __name__ == "__main__":
    sys.exit(main())

"""Files by the dozen: the sheets of chosen places, the deck of a région, a whole région in one archive.

Each file is written beside its place and then set there in one move: a batch that is cut leaves no half file.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from erreurs import DemandeRefusee
from exports.diaporama import diaporama_region
from exports.fiche import fiche_region, fiche_territoire
from exports.noms import en_nom
from geo.territoires import noms, territoires_de

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.atlas import Atlas

__all__ = [
    "Commande",
    "DemandeInconnue",
    "Piece",
    "archiver",
    "deposer",
    "nom_d_archive",
    "pieces_de_la_region",
    "pieces_des_fiches",
]

CITES: Final = 5
"""Codes that an error names."""


class DemandeInconnue(DemandeRefusee, ValueError):
    """A place that the atlas does not know; the message says which ones it does."""


@dataclass(frozen=True, kw_only=True)
class Commande:
    """What all the files of a batch share.

    Attributes:
        millesime: Year of the perimeters.
        jour: Day of the files, « 2026-11-21 ».
        adresse: Start of the links, « https://atlas.exemple ».
    """

    millesime: int
    jour: str
    adresse: str


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A file to make.

    Attributes:
        nom: Its name.
        faire: Its bytes.
    """

    nom: str
    faire: Callable[[], bytes]


def pieces_des_fiches(atlas: Atlas, ids: Sequence[str], commande: Commande) -> list[Piece]:
    """The sheets of some territories, all of them when none is named.

    Raises:
        DemandeInconnue: The millésime has no such territory.
    """
    table = atlas.territoires_de(commande.millesime)
    connus = dict(zip(table["id_ti"], table["lib_ti"].str.strip(), strict=True))
    _refuser(ids, list(connus), f"un territoire du millésime {commande.millesime}", "ti-2806")
    return [_fiche(atlas, id_ti, connus[id_ti], commande) for id_ti in dict.fromkeys(ids or sorted(connus))]


def pieces_de_la_region(
    atlas: Atlas, code: str, commande: Commande, *, diaporama: bool, territoires: bool
) -> list[Piece]:
    """The sheet of a région, its deck and the sheets of its territories if they are asked for.

    Raises:
        DemandeInconnue: There is no such région.
    """
    connues = noms(atlas)
    _refuser([code], list(connues), "une région", "53")
    lien = f"{commande.adresse}/region?code={code}&millesime={commande.millesime}"
    base = f"region-{code}-{en_nom(connues[code])}"
    ici = {"code": code, "millesime": commande.millesime, "jour": commande.jour, "adresse": lien}
    pieces = [Piece(nom=f"{base}.pdf", faire=lambda: fiche_region(atlas, **ici))]  # type: ignore[arg-type]
    if diaporama:
        pieces.append(Piece(nom=f"{base}.pptx", faire=lambda: diaporama_region(atlas, **ici)))  # type: ignore[arg-type]
    if territoires and len(siens := territoires_de(atlas, code, commande.millesime)):
        pieces += pieces_des_fiches(atlas, siens["id_ti"].tolist(), commande)
    return pieces


def _fiche(atlas: Atlas, id_ti: str, nom: str, commande: Commande) -> Piece:
    lien = f"{commande.adresse}/territoire?ti={id_ti}&millesime={commande.millesime}"
    return Piece(
        nom=f"fiche-{id_ti}-{en_nom(nom)}.pdf",
        faire=lambda: fiche_territoire(
            atlas, id_ti=id_ti, millesime=commande.millesime, adresse=lien, jour=commande.jour
        ),
    )


def nom_d_archive(atlas: Atlas, code: str) -> str:
    """Name of the archive of a whole région."""
    return f"region-{code}-{en_nom(noms(atlas)[code])}.zip"


def deposer(pieces: Iterable[Piece], dossier: Path) -> Iterator[Path]:
    """Make each file and set it in the folder; the path of each when it stands.

    Raises:
        OSError: The folder cannot be written.
    """
    dossier.mkdir(parents=True, exist_ok=True)
    for piece in pieces:
        octets = piece.faire()
        with _en_un_coup(dossier / piece.nom) as brouillon:
            brouillon.write_bytes(octets)
        yield dossier / piece.nom


def archiver(pieces: Iterable[Piece], chemin: Path, jour: str) -> Iterator[str]:
    """Make each file inside one archive, that stands when the last is in; the name of each when it is.

    Args:
        pieces: What goes in.
        chemin: The archive.
        jour: Day of its members: the same day gives the same bytes.

    Raises:
        OSError: The folder cannot be written.
    """
    chemin.parent.mkdir(parents=True, exist_ok=True)
    annee, mois, numero = (int(nombre) for nombre in jour.split("-"))
    with _en_un_coup(chemin) as brouillon, zipfile.ZipFile(brouillon, "w", zipfile.ZIP_DEFLATED) as archive:
        for piece in pieces:
            membre = zipfile.ZipInfo(piece.nom, (annee, mois, numero, 0, 0, 0))
            membre.compress_type = zipfile.ZIP_DEFLATED
            membre.external_attr = 0o644 << 16
            archive.writestr(membre, piece.faire())
            yield piece.nom


class _en_un_coup:  # noqa: N801  reads as a verb in a `with`
    """A draft beside a file, that takes its place at the end, or vanishes if something failed."""

    def __init__(self, chemin: Path) -> None:
        self.chemin = chemin
        poignee, nom = tempfile.mkstemp(prefix=f".{chemin.name}-", dir=chemin.parent)
        os.close(poignee)
        self.brouillon = Path(nom)

    def __enter__(self) -> Path:
        return self.brouillon

    def __exit__(self, erreur: object, *_reste: object) -> None:
        if erreur is None:
            self.brouillon.chmod(0o644)
            self.brouillon.replace(self.chemin)
        else:
            self.brouillon.unlink(missing_ok=True)


def _refuser(demandes: Iterable[str], connus: Sequence[str], quoi: str, exemple: str) -> None:
    inconnus = [demande for demande in demandes if demande not in connus]
    if inconnus:
        debut = ", ".join(sorted(connus)[:CITES])
        raise DemandeInconnue(
            f"« {inconnus[0]} » n’est pas {quoi} : écrivez par exemple « {exemple} ». "
            f"Les premiers codes connus : {debut}."
        )

"""A reader's list as a file of ours, that loses nothing: cells, corrections, rejected rows, name and day.

What is written is the list as its author gave it, each cell as a text, with the cells that he corrected since
and what stood there before. Opened again, it is read and checked as any file: nothing that it says of itself
is believed, and a rejected row is rejected again, for the same reason.

JSON, one object: `format`, `version`, `nom`, `forme`, `jour` (AAAA-MM-JJ), `colonnes` (names), `lignes`
(line of each row in the first file), `cellules` (one list a column, null where empty), `defauts` (rank of the
row -> fault of its shape), `avis`, `correspondance` (field -> column or null), `corrections` (lists of line,
column, before, after).
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from data.liste.brut import OCTETS_MAX, Brut, ListeRefusee, assembler, noms_de_colonnes
from data.liste.colonnes import reconnaitre, verifier_la_correspondance
from data.liste.corrections import Correction
from data.liste.declaration import CHAMPS_LISTE
from data.liste.lecture import nom_visible

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Sauvegarde", "enregistrer", "est_une_sauvegarde", "rouvrir"]

FORMAT: Final = "atlas-mes-projets"
VERSION: Final = 1
DEBUT: Final = f'{{"format":"{FORMAT}"'.encode()
"""How a file of ours begins: told from a GeoJSON before it is read."""

FORMES: Final = ("CSV", "XLSX", "GeoJSON")
AVIS_MAX, PHRASE_MAX, CORRECTIONS_MAX = 50, 1_000, 200_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Sauvegarde:
    """A list with all that its author gave and did.

    Attributes:
        brut: The cells, as they were corrected.
        correspondance: Column of each field.
        corrections: What was changed since the first file, in order.
        jour: Day when the list was added.
    """

    brut: Brut
    correspondance: Mapping[str, str | None]
    corrections: tuple[Correction, ...] = ()
    jour: dt.date


def est_une_sauvegarde(octets: bytes) -> bool:
    """Whether a file says that it is one of ours; it may be damaged."""
    return b"".join(octets[:200].removeprefix(b"\xef\xbb\xbf").split()).startswith(DEBUT)


def enregistrer(sauvegarde: Sauvegarde) -> bytes:
    """The list as a file of ours.

    Raises:
        ListeRefusee: It is larger than what the atlas reads.
    """
    brut = sauvegarde.brut
    table = brut.table.astype(object).where(brut.table.notna(), None)
    contenu = {
        "format": FORMAT,
        "version": VERSION,
        "nom": brut.nom,
        "forme": brut.forme,
        "jour": sauvegarde.jour.isoformat(),
        "colonnes": list(brut.colonnes),
        "lignes": brut.lignes.tolist(),
        "cellules": [table[colonne].tolist() for colonne in brut.colonnes],
        "defauts": {str(rang): motif for rang, motif in brut.defauts.items()},
        "avis": list(brut.avis),
        "correspondance": dict(sauvegarde.correspondance),
        "corrections": [[c.ligne, c.colonne, c.avant, c.apres] for c in sauvegarde.corrections],
    }
    octets = json.dumps(contenu, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    if len(octets) > OCTETS_MAX:
        raise ListeRefusee(
            "Cette liste est trop grande pour être enregistrée ainsi : 20 Mo au plus. Partagez votre fichier "
            "en plusieurs listes."
        )
    return octets


def rouvrir(octets: bytes, nom: str) -> Sauvegarde:
    """Read a file of ours again, whatever became of it meanwhile.

    Args:
        octets: The whole file, 20 Mo at most.
        nom: Its name, for the messages.

    Raises:
        ListeRefusee: It is damaged, from a later version, or larger than what the atlas reads.
    """
    visible = nom_visible(nom)
    if len(octets) > OCTETS_MAX:
        raise ListeRefusee(f"Le fichier « {visible} » pèse plus de 20 Mo : l’atlas ne le lit pas.")
    try:
        dit = json.loads(octets.decode("utf-8-sig"))
        if not isinstance(dit, dict) or dit.get("format") != FORMAT:
            raise _abime(visible)
        _exiger_la_version(dit, visible)
        return _lue(dit)
    except (ValueError, TypeError, KeyError, RecursionError) as faute:  # not what `enregistrer` wrote
        raise _abime(visible) from faute


def _abime(nom: str) -> ListeRefusee:
    return ListeRefusee(
        f"Le fichier « {nom} » est abîmé : il a été coupé ou modifié depuis que l’atlas l’a enregistré. "
        "Reprenez une autre copie, ou le fichier d’origine de votre liste."
    )


def _exiger_la_version(dit: Mapping[str, Any], nom: str) -> None:
    version = dit["version"]
    if isinstance(version, int) and version > VERSION:
        raise ListeRefusee(
            f"Le fichier « {nom} » vient d’une version plus récente de l’atlas : rechargez la page, puis "
            "ouvrez-le de nouveau."
        )
    if version != VERSION:
        raise ValueError(version)


def _lue(dit: Mapping[str, Any]) -> Sauvegarde:
    colonnes, cellules = _textes(dit["colonnes"]), dit["cellules"]
    lignes = [_entier(ligne) for ligne in _liste(dit["lignes"])]
    if noms_de_colonnes(colonnes) != colonnes or len(_liste(cellules)) != len(colonnes):
        raise ValueError(colonnes)
    if any(len(_liste(colonne)) != len(lignes) for colonne in cellules):
        raise ValueError(len(lignes))
    brut = assembler(
        nom=nom_visible(_texte(dit["nom"])),
        forme=FORMES[FORMES.index(dit["forme"])],
        colonnes=colonnes,
        cellules=[[_cellule(cellule) for cellule in colonne] for colonne in cellules],
        lignes=lignes,
        defauts={
            int(rang): _texte(motif)[:PHRASE_MAX]
            for rang, motif in _dictionnaire(dit["defauts"]).items()
            if 0 <= int(rang) < len(lignes)
        },
        avis=[avis[:PHRASE_MAX] for avis in _textes(dit["avis"])[:AVIS_MAX]],
    )
    return Sauvegarde(
        brut=brut,
        correspondance=_correspondance(_dictionnaire(dit["correspondance"]), brut),
        corrections=tuple(_correction(une) for une in _liste(dit["corrections"])[:CORRECTIONS_MAX]),
        jour=dt.date.fromisoformat(_texte(dit["jour"])),
    )


def _correspondance(dite: Mapping[str, Any], brut: Brut) -> dict[str, str | None]:
    """The correspondence that was kept, or that of the names when it does not hold."""
    voulue = {champ.nom: dite.get(champ.nom) for champ in CHAMPS_LISTE}
    try:
        verifier_la_correspondance(voulue, brut.colonnes)
    except (ListeRefusee, TypeError):
        return reconnaitre(brut.colonnes)
    return voulue


def _correction(dite: Any) -> Correction:
    ligne, colonne, avant, apres = _liste(dite)
    return Correction(ligne=_entier(ligne), colonne=_texte(colonne), avant=_texte(avant), apres=_texte(apres))


def _texte(valeur: Any) -> str:
    if not isinstance(valeur, str):
        raise TypeError(type(valeur))
    return valeur


def _cellule(valeur: Any) -> str | None:
    return None if valeur is None else _texte(valeur)


def _entier(valeur: Any) -> int:
    if not isinstance(valeur, int) or isinstance(valeur, bool) or not 0 <= valeur < 2**31:
        raise TypeError(type(valeur))
    return valeur


def _liste(valeur: Any) -> list[Any]:
    if not isinstance(valeur, list):
        raise TypeError(type(valeur))
    return valeur


def _textes(valeur: Any) -> list[str]:
    return [_texte(un) for un in _liste(valeur)]


def _dictionnaire(valeur: Any) -> dict[str, Any]:
    if not isinstance(valeur, dict):
        raise TypeError(type(valeur))
    return valeur

"""What a reader's file is once read: cells as text, with the line where each stands.

Reading and judging are kept apart: nothing is converted here, so that a rejected row can be shown and given
back exactly as its author wrote it. Everything stays in memory.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from pyarrow import array, compute

from erreurs import DemandeRefusee
from francais import accorder, nombre

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "COLONNES_MAX",
    "LIGNES_MAX",
    "OCTETS_MAX",
    "Brut",
    "ListeRefusee",
    "assembler",
    "nettoyer",
    "noms_de_colonnes",
]

OCTETS_MAX: Final = 20 * 1024 * 1024
"""Largest file that is read: 20 Mo."""

LIGNES_MAX: Final = 200_000
"""Most rows that a list may hold."""

COLONNES_MAX: Final = 100
"""Most columns that a list may hold."""

LONGUEUR_NOM: Final = 200
"""Longest name of a column: a longer one is cut, it is a text that stands in the wrong place."""

INVISIBLES: Final = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{84}\x{86}-\x{9f}\x{ad}\x{61c}\x{200b}-\x{200f}"
    r"\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}\x{fff9}-\x{fffb}\x{fffe}\x{ffff}]"
)
"""Characters that show nothing, or turn the direction of what follows: never part of a name (RE2)."""

BLANCS: Final = r"[\s\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+"
"""Spaces of every width, tabs and line ends: one plain space once cleaned (RE2)."""

APOSTROPHE_DE_TABLEUR: Final = r"^'([=+\-@＝＋－＠])"
"""How our own exports keep a text from being a formula: the apostrophe goes when the text comes back."""


class ListeRefusee(DemandeRefusee):
    """The file cannot be used at all; `str()` is the French message: what is wrong, and the remedy."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Brut:
    """The cells of a file.

    Attributes:
        nom: Name of the file as given, cleaned.
        forme: « CSV », « XLSX » or « GeoJSON ».
        table: One column for each column of the file, all text (`str`), missing where empty; index 0…n-1.
        lignes: Line of each row in the file: the header of a plain file stands on line 1; in a spreadsheet
            that is the row number it shows, in a GeoJSON the rank of the entity plus one.
        defauts: What is wrong with the shape of a row, by its index.
        avis: What was done or noticed while reading, French sentences.
    """

    nom: str
    forme: str
    table: pd.DataFrame
    lignes: np.ndarray
    defauts: Mapping[int, str] = field(default_factory=dict)
    avis: tuple[str, ...] = ()

    @property
    def colonnes(self) -> tuple[str, ...]:
        """Names of the columns, in the order of the file."""
        return tuple(self.table.columns)


def assembler(  # noqa: PLR0913  what a reader of one format has found, named
    *,
    nom: str,
    forme: str,
    colonnes: Sequence[str],
    cellules: Sequence[Sequence[str | None]],
    lignes: Sequence[int],
    defauts: Mapping[int, str] | None = None,
    avis: Sequence[str] = (),
) -> Brut:
    """Clean the cells and put the file together; columns without name nor content are left out.

    Args:
        nom: Name of the file.
        forme: Its format.
        colonnes: Names of the columns, unique (`noms_de_colonnes`).
        cellules: The columns, each a sequence of texts.
        lignes: Line of each row in the file.
        defauts: What is wrong with the shape of a row, by its rank.
        avis: Notices so far.

    Raises:
        ListeRefusee: The file has no row, too many rows, or too many columns.
    """
    _mesurer(len(lignes), len(colonnes))
    retires = 0
    series = {}
    for titre, valeurs in zip(colonnes, cellules, strict=True):
        series[titre], touchees = nettoyer(valeurs)
        retires += touchees
    if retires:
        debut = accorder(retires, "cellule")
        avis = [*avis, f"Des signes invisibles ont été retirés de {debut}."]
    table = pd.DataFrame(series)
    vides = [c for c in table.columns if c.startswith("(colonne ") and table[c].isna().all()]
    table = table.drop(columns=vides)
    pleines = table.notna().any(axis=1).to_numpy() | np.isin(np.arange(len(table)), list(defauts or {}))
    anciens = np.flatnonzero(pleines)
    if not len(anciens):
        raise ListeRefusee(
            f"Le fichier « {nom} » n’a aucune ligne sous son en-tête. Ajoutez au moins un projet, "
            "puis déposez-le de nouveau."
        )
    rangs = {int(ancien): nouveau for nouveau, ancien in enumerate(anciens)}
    return Brut(
        nom=nom,
        forme=forme,
        table=table[pleines].reset_index(drop=True),
        lignes=np.asarray(lignes, dtype=np.int64)[anciens],
        defauts={rangs[rang]: texte for rang, texte in sorted((defauts or {}).items())},
        avis=tuple(avis),
    )


def noms_de_colonnes(titres: Sequence[str | None]) -> list[str]:
    """Names of columns, cleaned and made unique: « (colonne 3) » when empty, « Nom (2) » when repeated."""
    lisibles, _ = nettoyer([titre or "" for titre in titres])
    noms = [
        f"(colonne {rang})" if pd.isna(titre) else titre[:LONGUEUR_NOM]
        for rang, titre in enumerate(lisibles, start=1)
    ]
    vus: Counter[str] = Counter()
    uniques: dict[str, None] = {}  # in their order; a file may name a million columns
    for nom in noms:
        candidat = nom
        while candidat in uniques:
            vus[nom] += 1
            candidat = f"{nom} ({vus[nom] + 1})"
        uniques[candidat] = None
    return list(uniques)


def _mesurer(lignes: int, colonnes: int) -> None:
    if lignes > LIGNES_MAX:
        raise ListeRefusee(
            f"Le fichier a {nombre(lignes)} lignes ; l’atlas en lit {nombre(LIGNES_MAX)} au plus. "
            "Partagez-le en plusieurs fichiers."
        )
    if colonnes > COLONNES_MAX:
        raise ListeRefusee(
            f"Le fichier a {nombre(colonnes)} colonnes ; l’atlas en lit {COLONNES_MAX} au plus. "
            "Gardez les colonnes utiles (le modèle les donne)."
        )


def nettoyer(valeurs: Sequence[str | None]) -> tuple[pd.Series, int]:
    """The texts without invisible signs nor repeated spaces, missing where empty; and how many had some."""
    textes = _arrow(valeurs)
    touchees = compute.sum(compute.match_substring_regex(textes, INVISIBLES)).as_py() or 0
    if touchees:
        textes = compute.replace_substring_regex(textes, INVISIBLES, "")
    textes = compute.utf8_trim(compute.replace_substring_regex(textes, BLANCS, " "), characters=" ")
    textes = compute.replace_substring_regex(textes, APOSTROPHE_DE_TABLEUR, r"\1")
    textes = compute.if_else(compute.equal(textes, ""), None, textes)
    return pd.Series(textes.to_pandas(), dtype="str"), int(touchees)


def _arrow(valeurs: Sequence[str | None]) -> array:
    """The texts as Arrow keeps them; half a character (a lone surrogate) becomes « � »."""
    try:
        return array(valeurs, type="string")
    except UnicodeEncodeError:
        return array(
            [v if v is None else v.encode("utf-8", "replace").decode() for v in valeurs], type="string"
        )

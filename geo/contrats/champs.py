"""How a contract is written: columns, tables, and the error that names what breaks one.

Kept apart from `geo.contrats.tables`, which holds the declarations themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd
import pandera.pandas as pa
from pyarrow import array, compute

__all__ = ["Champ", "Table", "code", "nombre", "reel"]

SIREN = r"^\d{9}$"
COMMUNE = r"^(\d\d|2[AB])\d{3}$"
DEPARTEMENT = r"^(\d\d|2[AB]|97\d)$"
REGION = r"^\d\d$"
TI = r"^ti-\d{4}$"
PROJET = r"^p-[0-9a-f-]+$"

TEXTE, ENTIER, ENTIER_VIDE, REEL = "str", "int64", "Int64", "float64"
BOOLEEN, BOOLEEN_VIDE, DATE = "bool", "boolean", "datetime64[us]"


@dataclass(frozen=True, kw_only=True)
class Champ:
    """One column of a processed table.

    Attributes:
        nom: Name of the column.
        sens: What it means, in French, for the dictionary.
        type: pandas dtype.
        unite: Unit of the figures, empty for texts and codes.
        vide: Whether a value may be missing (a missing value is never a zero).
        motif: Regular expression that every value matches from end to end, in ASCII.
        valeurs: Closed list of values.
        bornes: Smallest and largest value, both included.
    """

    nom: str
    sens: str
    type: str = TEXTE
    unite: str = ""
    vide: bool = False
    motif: str = ""
    valeurs: tuple[object, ...] = ()
    bornes: tuple[float, float] | None = None

    def colonne(self) -> pa.Column:
        """The pandera column that checks this field."""
        checks = []
        if self.motif:
            checks.append(pa.Check(self._suit_le_motif, error=f"hors du motif {self.motif}"))
        if self.valeurs:
            checks.append(pa.Check.isin(self.valeurs, error="hors de la liste"))
        if self.bornes:
            checks.append(pa.Check.in_range(*self.bornes, error="hors de {} à {}".format(*self.bornes)))
        return pa.Column(self.type, checks=checks, nullable=self.vide, description=self.sens)

    def _suit_le_motif(self, valeurs: pd.Series) -> pd.Series:
        """Which values match; Arrow's `$` is the very end, that of `str.match` lets a line feed pass."""
        textes = array(valeurs.astype("str"))
        suivent = compute.match_substring_regex(textes, f"^(?:{self.motif})$")
        return pd.Series(suivent.to_numpy(zero_copy_only=False), index=valeurs.index)


@dataclass(frozen=True, kw_only=True)
class Table:
    """One processed table: its columns in order, its key and the sources it is made from.

    Attributes:
        nom: File name in `data/processed`, without extension.
        titre: What the table holds, in French.
        sources: Keys of `data/sources/sources.toml`.
        cle: Columns that together are unique.
        champs: The columns, in order.
        lignes: Smallest and largest number of rows.
        geometrie: Whether the file is a GeoParquet with a `geometry` column (WGS 84).
    """

    nom: str
    titre: str
    sources: tuple[str, ...]
    cle: tuple[str, ...]
    champs: tuple[Champ, ...]
    lignes: tuple[int, int] = (1, 10_000_000)
    geometrie: bool = False
    schema: pa.DataFrameSchema = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive the pandera schema."""
        colonnes = {c.nom: c.colonne() for c in self.champs}
        if self.geometrie:
            colonnes["geometry"] = pa.Column("geometry", nullable=False, description="Contour, WGS 84.")
        schema = pa.DataFrameSchema(
            colonnes,
            strict=True,
            ordered=True,
            unique=list(self.cle),
            checks=pa.Check(self._a_ses_lignes, error="il faut de {} à {} lignes".format(*self.lignes)),
            name=self.nom,
        )
        object.__setattr__(self, "schema", schema)

    def _a_ses_lignes(self, df: pd.DataFrame) -> bool:
        return self.lignes[0] <= len(df) <= self.lignes[1]


def code(nom: str, sens: str, motif: str, *, vide: bool = False) -> Champ:
    """A column of codes: strings that match `motif`."""
    return Champ(nom=nom, sens=sens, motif=motif, vide=vide)


def nombre(nom: str, sens: str, unite: str, *, maximum: float = 1e9, vide: bool = False) -> Champ:
    """A column of counts, from zero up; `vide` when the source does not say it everywhere."""
    dtype = ENTIER_VIDE if vide else ENTIER
    return Champ(nom=nom, sens=sens, unite=unite, type=dtype, vide=vide, bornes=(0, maximum))


def reel(nom: str, sens: str, unite: str, bornes: tuple[float, float]) -> Champ:
    """A column of measures that may be missing."""
    return Champ(nom=nom, sens=sens, unite=unite, type=REEL, bornes=bornes, vide=True)

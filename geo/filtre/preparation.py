"""A table of projects made ready to be filtered: small integers and one folded text per row.

Texts and dates are looked at once, when a table is prepared; a filter on a million rows is then a few passes
over arrays of two or four bytes. The table itself is kept beside, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from geo.filtre.facettes import FACETTES, MANQUANT
from geo.filtre.plein_texte import plier
from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pyarrow as pa

    from geo.filtre.facettes import Facette
    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["INCONNU", "Codes", "Preparee", "preparer", "rang_du_mois"]

INCONNU = -1
"""Stands for an unknown month, number of jobs or enterprise."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Codes:
    """One facet of every row.

    Attributes:
        rangs: Rank of each row's value in `valeurs`, `len(valeurs)` when it has none.
        valeurs: Values of the address, in the order of the vocabulary, without the missing one.
    """

    rangs: npt.NDArray[np.int16]
    valeurs: tuple[str, ...]

    @property
    def dits(self) -> npt.NDArray[np.bool_]:
        """The rows that have a value."""
        return self.rangs < len(self.valeurs)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Preparee:
    """A table of projects, ready to be filtered; row i of every array is row i of the table.

    Attributes:
        table: The table itself (`geo.projets.ensemble`).
        codes: Column -> its values, those of the territories in every millésime.
        places: A commune is known.
        mois: Months since year 0, `INCONNU` without a date.
        emplois: Announced jobs, `INCONNU` when none are stated.
        textes: Enterprise, object, commune and SIREN, folded (`geo.filtre.plein_texte`).
        entreprises: Number of each enterprise: its valid SIREN, else its folded name, else `INCONNU`.
        groupes: Number of each group of rows that state the same jobs.
        porteurs: Rows that state jobs, those that state fewest first, the later ones first among equals.
        rangs: What `geo.filtre.ordre` has ranked, kept from one sort to the next.
    """

    table: pd.DataFrame
    codes: dict[str, Codes]
    places: npt.NDArray[np.bool_]
    mois: npt.NDArray[np.int32]
    emplois: npt.NDArray[np.int64]
    textes: pa.LargeStringArray
    entreprises: npt.NDArray[np.int32]
    groupes: npt.NDArray[np.int32]
    porteurs: npt.NDArray[np.int64]
    rangs: dict[str, npt.NDArray[np.int32]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Number of projects."""
        return len(self.table)

    def codes_de(self, facette: Facette, millesime: int) -> Codes:
        """The values of a facet in one millésime."""
        return self.codes[facette.colonne_de(millesime)]


def preparer(table: pd.DataFrame, vocabulaires: Vocabulaires) -> Preparee:
    """Make a table ready to be filtered.

    Args:
        table: The projects (`geo.projets.ensemble`), any number of rows, any index.
        vocabulaires: The values of its facets, made from this table.

    Raises:
        ValueError: When the table holds a value that the vocabulary does not have: it was made from another.
    """
    emplois = table["emplois_prevus"].fillna(INCONNU).to_numpy(dtype=np.int64)
    return Preparee(
        table=table,
        codes=_codes(table, vocabulaires),
        places=table["code_commune"].notna().to_numpy(),
        mois=_mois(table["date"]),
        emplois=emplois,
        textes=plier(table["entreprise"], table["objet"], table["commune"], table["siren"]),
        entreprises=_entreprises(table),
        groupes=_numeroter(table["groupe_emplois"].fillna(table["id_projet"])),
        porteurs=_porteurs(emplois),
    )


def rang_du_mois(mois: str) -> int:
    """Months since year 0 of a month written « 2021-03 »."""
    annee, rang = mois.split("-")
    return int(annee) * 12 + int(rang) - 1


def _codes(table: pd.DataFrame, vocabulaires: Vocabulaires) -> dict[str, Codes]:
    codes: dict[str, Codes] = {}
    for facette, millesime in product(FACETTES, MILLESIMES):
        colonne = facette.colonne_de(millesime)
        if colonne not in codes:
            codes[colonne] = _coder(table[colonne], facette, vocabulaires.de(millesime)[facette.mot])
    return codes


def _coder(colonne: pd.Series, facette: Facette, vocabulaire: Mapping[str, str]) -> Codes:
    valeurs = tuple(mot for mot in vocabulaire if mot != MANQUANT)
    bruts, uniques = pd.factorize(colonne)
    mots = [facette.ecrire(valeur) for valeur in uniques]
    rang_de = {mot: rang for rang, mot in enumerate(valeurs)} | {MANQUANT: len(valeurs)}
    inconnus = [mot for mot in mots if mot not in rang_de]
    if inconnus:
        raise ValueError(
            f"{facette.libelle} : « {inconnus[0]} » manque au vocabulaire, fait d’une autre table de projets."
        )
    # factorize says -1 for a missing value: the last place of this array.
    traduction = np.array([*(rang_de[mot] for mot in mots), len(valeurs)], dtype=np.int16)
    return Codes(rangs=traduction[bruts], valeurs=valeurs)


def _mois(dates: pd.Series) -> npt.NDArray[np.int32]:
    rangs = dates.dt.year * 12 + dates.dt.month - 1
    mois: npt.NDArray[np.int32] = rangs.fillna(INCONNU).to_numpy(dtype=np.int32)
    return mois


def _entreprises(table: pd.DataFrame) -> npt.NDArray[np.int32]:
    noms = pd.Series(plier(table["entreprise"]).to_pandas().to_numpy(), index=table.index, dtype="str")
    cles = table["siren"].where(table["siren_valide"].astype("bool")).fillna("nom " + noms)
    return _numeroter(cles.where(cles != "nom "))


def _numeroter(cles: pd.Series) -> npt.NDArray[np.int32]:
    """A number for each different text, `INCONNU` for a missing one."""
    numeros: npt.NDArray[np.int32] = pd.factorize(cles)[0].astype(np.int32)
    return numeros


def _porteurs(emplois: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    dits = np.flatnonzero(emplois != INCONNU)[::-1]
    return dits[np.argsort(emplois[dits], kind="stable")]

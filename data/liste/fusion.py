"""The reader's list beside the published projects: what is the same project updates it, the rest is added.

A row is a published project when it names its id, or when its SIREN and its commune are those of one
published project and of one row only. As soon as several projects or several rows answer, nobody can tell
which is which: the rows are added as new ones, and the reader is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from data.liste.projets import SOURCE
from francais import NON_RENSEIGNE, accorder, tel_quel
from geo.filtre import Miens

if TYPE_CHECKING:
    from data.liste.controles import Liste

__all__ = ["CHAMPS_MIS_A_JOUR", "Fusion", "fusionner"]

CHAMPS_MIS_A_JOUR: Final = {
    "stade": "Stade",
    "stade_date": "Date du stade",
    "montant_meur": "Montant (M€)",
    "emplois_prevus": "Emplois annoncés",
}
"""What a row may change in a published project, and what it is called."""

REPETITIONS_SURES: Final = ("exact", "proche")
"""Published rows that repeat another one: they do not make a match ambiguous."""

_LIEU: Final = ["siren", "code_commune"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Fusion:
    """Published projects and those of a list, together.

    Attributes:
        table: The published rows, updated, in their order, then the new ones; columns of the first.
        changements: id_projet, entreprise, champ, avant, apres (French texts), in the order of `table`.
        mis_a_jour: Ids of the published projects that a row named or matched.
        nouveaux: Ids of the added rows.
        avis: What the reader should know, French sentences.
        miens: Which rows of `table` are the reader's, updated ones included, with the amounts of his list.
    """

    table: pd.DataFrame
    changements: pd.DataFrame
    mis_a_jour: tuple[str, ...]
    nouveaux: tuple[str, ...]
    avis: tuple[str, ...]
    miens: Miens


def fusionner(ensemble: pd.DataFrame, liste: Liste, *, mettre_a_jour: bool = True) -> Fusion:
    """Put a list beside the published projects.

    An empty cell changes nothing. A project keeps its source; a stade that comes from the list says so in
    `stade_source` and takes the date of the row (missing when the row gives none).

    Args:
        ensemble: The published projects (`geo.projets.ensemble`).
        liste: The list, checked.
        mettre_a_jour: Whether rows may update published projects; else all of them are added.
    """
    ensemble = ensemble.reset_index(drop=True)
    aucune = pd.Series([pd.NA] * len(liste.projets), dtype="Int64")
    cibles, ambigues = _cibles(ensemble, liste) if mettre_a_jour else (aucune, 0)
    rangs = cibles.dropna().astype("int64")
    table = ensemble.copy()
    changements = _appliquer(table, liste.projets, rangs)
    nouveaux = liste.projets[cibles.isna()]
    avis = []
    if ambigues:
        une, plusieurs = "ligne de la liste répond", "lignes de la liste répondent"
        avis.append(
            f"{accorder(ambigues, une, plusieurs)} à plusieurs projets publiés, ou à plusieurs pour un "
            "seul (même SIREN, même commune) : projets nouveaux. Pour en mettre un à jour, donnez son "
            "identifiant."
        )
    ensemble_et_liste = pd.concat(
        [table, nouveaux.reindex(columns=table.columns).astype(table.dtypes)], ignore_index=True
    )
    return Fusion(
        table=ensemble_et_liste,
        changements=changements,
        mis_a_jour=tuple(ensemble["id_projet"].iloc[sorted(rangs)]),
        nouveaux=tuple(nouveaux["id_projet"]),
        avis=tuple(avis),
        miens=_miens(liste.projets, cibles, len(ensemble)),
    )


def _miens(projets: pd.DataFrame, cibles: pd.Series, publies: int) -> Miens:
    """Where the rows of the list stand in the merged table: at their published project, or behind all."""
    ajoutes = cibles.isna().to_numpy()
    places = cibles.fillna(0).to_numpy(dtype=np.int64)
    places[ajoutes] = publies + np.arange(np.count_nonzero(ajoutes))
    lignes = publies + int(np.count_nonzero(ajoutes))
    masque, repetes = np.zeros(lignes, dtype=np.bool_), np.zeros(lignes, dtype=np.bool_)
    montants = np.full(lignes, np.nan)
    masque[places] = True
    montants[places] = projets["montant_meur"].to_numpy(dtype=np.float64)
    repetes[places] = (projets["doublon_nature"] == "exact").to_numpy(dtype=np.bool_)
    return Miens(masque=masque, montants=montants, repetes=repetes)


def _cibles(ensemble: pd.DataFrame, liste: Liste) -> tuple[pd.Series, int]:
    """Rank of the published project that each row updates, missing for new ones; how many are ambiguous."""
    par_id = pd.Series(ensemble.index, index=ensemble["id_projet"])
    cibles = liste.vises.map(par_id).astype("Int64")
    libres = liste.projets[cibles.isna() & liste.projets[_LIEU].notna().all(axis=1)]
    uniques = ensemble[
        ~ensemble["doublon_nature"].isin(REPETITIONS_SURES) & ensemble[_LIEU].notna().all(axis=1)
    ]
    publies = uniques.groupby(_LIEU).agg(
        combien=("id_projet", "size"), rang=("id_projet", lambda s: s.index[0])
    )
    trouves = libres.join(publies, on=_LIEU)
    trouves = trouves[trouves["combien"].notna()]
    seules = ~trouves.duplicated(_LIEU, keep=False) & (trouves["combien"] == 1)
    deja = trouves["rang"].isin(cibles.dropna().tolist())
    retenues = trouves[seules & ~deja]
    cibles.loc[retenues.index] = retenues["rang"].astype("Int64")
    return cibles, int(len(trouves) - len(retenues))


def _appliquer(table: pd.DataFrame, lignes: pd.DataFrame, rangs: pd.Series) -> pd.DataFrame:
    """Write what the rows say into the table, and list what changed."""
    changements = []
    for champ, titre in CHAMPS_MIS_A_JOUR.items():
        dits = lignes[champ].loc[rangs.index]
        dits = dits[(lignes["stade"] if champ == "stade_date" else lignes[champ]).loc[rangs.index].notna()]
        cibles = rangs.loc[dits.index].to_numpy()
        avant = table[champ].iloc[cibles]
        differents = ~_egaux(avant.to_numpy(dtype=object), dits.to_numpy(dtype=object))
        changements.append(_noter(table, titre, cibles[differents], avant[differents], dits[differents]))
        table.loc[cibles, champ] = dits.to_numpy()
        if champ == "stade":
            table.loc[cibles, "stade_source"] = SOURCE
        if champ == "emplois_prevus":
            table.loc[cibles, "groupe_emplois"] = (
                table["groupe_emplois"].iloc[cibles].fillna(table["id_projet"].iloc[cibles])
            )
    reunis = pd.concat(changements, ignore_index=True)
    return reunis.sort_values("rang", kind="stable", ignore_index=True).drop(columns="rang")


def _egaux(uns: np.ndarray, autres: np.ndarray) -> np.ndarray:
    """Whether values are the same, two missing ones included."""
    vides = pd.isna(uns) & pd.isna(autres)
    pareils = [not pd.isna(a) and not pd.isna(b) and a == b for a, b in zip(uns, autres, strict=True)]
    return np.asarray(vides | np.array(pareils, dtype=bool))


def _noter(
    table: pd.DataFrame, titre: str, rangs: np.ndarray, avant: pd.Series, apres: pd.Series
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rang": rangs,
            "id_projet": table["id_projet"].iloc[rangs].to_numpy(),
            "entreprise": table["entreprise"].iloc[rangs].to_numpy(),
            "champ": titre,
            "avant": [_dire(valeur) for valeur in avant],
            "apres": [_dire(valeur) for valeur in apres],
        }
    ).astype({"rang": "int64", "champ": "str", "avant": "str", "apres": "str"})


def _dire(valeur: str | float | pd.Timestamp | None) -> str:
    """A value as a French reader sees it."""
    if pd.isna(valeur) or valeur is None:
        return NON_RENSEIGNE
    if isinstance(valeur, pd.Timestamp):
        return f"{valeur:%d/%m/%Y}"
    if isinstance(valeur, str):
        return valeur
    return tel_quel(float(valeur), au_plus=2)

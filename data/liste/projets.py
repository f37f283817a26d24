"""The good rows as projects: the columns of the published ones, marked by their source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from geo.contrats import BOOLEEN, BOOLEEN_VIDE, DATE, ENTIER_VIDE, REEL
from geo.noms import cle, cle_commune
from geo.projets import SEPARATEUR, TERRITOIRES, TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.atlas import Atlas

__all__ = ["REPETE", "SOURCE", "composer", "par_cle"]

SOURCE: Final = "liste"
"""Source of the projects of a reader's list, and of the stade that they give."""

REPETE: Final = {
    "exact": (
        "répète une ligne plus haut, mot pour mot : gardée, ses emplois comptent une fois.",
        "répètent une ligne plus haut, mot pour mot : gardées, leurs emplois comptent une fois.",
    ),
    "possible": (
        "a l’entreprise, la commune, la date et l’objet d’une ligne plus haut : vérifiez-la.",
        "ont l’entreprise, la commune, la date et l’objet d’une ligne plus haut : vérifiez-les.",
    ),
}
"""How rows repeat an earlier one, and what is said of it."""

_DU_LIEU: Final = ("code_commune", "latitude", "longitude", "methode_placement", "commune_publiee")


def composer(
    lus: Mapping[str, pd.Series],
    lieux: pd.DataFrame,
    notes: Sequence[pd.Series],
    bons: np.ndarray,
    atlas: Atlas,
) -> pd.DataFrame:
    """The table of the good rows.

    Args:
        lus: Value of each field that was read.
        lieux: Place of each row (`data.liste.lieux.placer`), with commune_publiee and code_postal as written.
        notes: What was repaired, by row.
        bons: Ranks of the good rows.
        atlas: The atlas.

    Returns:
        The columns of `TYPES`; ids `l-000001`… in the order of the rows; missing where the
        file says nothing, stade and nature included.
    """
    valeurs = {champ: serie.iloc[bons].reset_index(drop=True) for champ, serie in lus.items()}
    lieu = lieux.iloc[bons].reset_index(drop=True)
    valeurs |= {champ: lieu[champ] for champ in _DU_LIEU}
    valeurs |= _geographie(lieu["code_commune"], atlas)
    valeurs |= {
        "id_projet": pd.Series([f"l-{rang:06d}" for rang in range(1, len(bons) + 1)]),
        "siren_publie": valeurs["siren"],
        "siren_valide": valeurs["siren"].notna(),
        "mesure_light": _courtes(valeurs["mesure"], atlas),
        "code_postal": lieu["code_postal"].where(lieu["code_postal"].str.fullmatch(r"[0-9]{5}", na=False)),
        "reparations": _reunir([note.iloc[bons].tolist() for note in notes]),
        "source": pd.Series([SOURCE] * len(bons)),
        "stade_source": pd.Series([SOURCE] * len(bons)).where(valeurs["stade"].notna()),
        "stade_date": valeurs["stade_date"].where(valeurs["stade_date"].notna(), valeurs["date"]),
    }
    valeurs["stade_date"] = valeurs["stade_date"].where(valeurs["stade"].notna())
    valeurs["lieu_incertain"] = pd.Series([False] * len(bons))
    valeurs["accord_commune"] = _accord(valeurs["commune"], valeurs["commune_publiee"])
    projets = pd.DataFrame({nom: _typer(valeurs.get(nom), type_, len(bons)) for nom, type_ in TYPES.items()})
    return _marquer(projets)


def par_cle(textes: pd.Series, cle_de: Callable[[str], str]) -> pd.Series:
    """Comparison key of each text, each different text once; missing stays missing."""
    rangs, uniques = pd.factorize(textes)
    cles = np.array([*map(cle_de, uniques), None], dtype=object)
    return pd.Series(cles[rangs], index=textes.index, dtype="str")


def _repetitions(projets: pd.DataFrame) -> pd.DataFrame:
    """Rows that repeat an earlier one: rang, premier (ranks in `projets`), nature (exact or possible)."""
    exacts = _premiers(projets.drop(columns=["id_projet", "reparations"]))
    proches = _premiers(
        pd.DataFrame(
            {
                "entreprise": projets["siren"].fillna(par_cle(projets["entreprise"], cle)),
                "commune": projets["code_commune"],
                "date": projets["date"],
                "objet": projets["objet"].str.lower(),
            }
        )
    )
    rangs = np.arange(len(projets))
    nature = np.where(exacts < rangs, "exact", "possible")
    premiers = np.where(exacts < rangs, exacts, proches)
    table = pd.DataFrame({"rang": rangs, "premier": premiers, "nature": nature})
    return table[table["premier"] < table["rang"]].reset_index(drop=True)


def _premiers(contenu: pd.DataFrame) -> np.ndarray:
    """Rank of the first row that says the same, for each row."""
    groupes = contenu.groupby([*contenu.columns], sort=False, dropna=False).ngroup().to_numpy()
    _, premiers = np.unique(groupes, return_index=True)
    return np.asarray(premiers[groupes])


def _marquer(projets: pd.DataFrame) -> pd.DataFrame:
    """doublon_de, doublon_nature and groupe_emplois, which count the jobs of an exact repeat once."""
    repetes = _repetitions(projets)
    ids = projets["id_projet"].to_numpy(dtype=object)
    doublons, natures, groupes = (np.full(len(projets), None, dtype=object) for _ in range(3))
    rangs = repetes["rang"].to_numpy()
    doublons[rangs] = ids[repetes["premier"].to_numpy()]
    natures[rangs] = repetes["nature"].to_numpy(dtype=object)
    groupes[:] = ids
    exacts = repetes[repetes["nature"] == "exact"]
    groupes[exacts["rang"].to_numpy()] = ids[exacts["premier"].to_numpy()]
    groupes[projets["emplois_prevus"].isna().to_numpy()] = None
    return projets.assign(
        doublon_de=pd.Series(doublons, dtype="str"),
        doublon_nature=pd.Series(natures, dtype="str"),
        groupe_emplois=pd.Series(groupes, dtype="str"),
    )


def _geographie(codes: pd.Series, atlas: Atlas) -> dict[str, pd.Series]:
    """What each commune belongs to."""
    communes = atlas.communes.set_index("code").reindex(codes).reset_index(drop=True)
    propres = {
        "commune": "nom",
        "code_departement": "departement",
        "code_region": "region",
        "siren_epci": "siren_epci",
        **{nom: nom for nom in TERRITOIRES},
    }
    return {champ: communes[colonne] for champ, colonne in propres.items()}


def _courtes(mesures: pd.Series, atlas: Atlas) -> pd.Series:
    """Short name of each dispositif, the name itself when it is not a published one."""
    publiees = atlas.projets[["mesure", "mesure_light"]].drop_duplicates("mesure")
    courtes = mesures.map(dict(zip(publiees["mesure"], publiees["mesure_light"], strict=True)))
    return courtes.where(courtes.notna(), mesures)


def _accord(trouvees: pd.Series, ecrites: pd.Series) -> pd.Series:
    pareilles = par_cle(trouvees, cle_commune) == par_cle(ecrites, cle_commune)
    return pareilles.astype(BOOLEEN_VIDE).where(trouvees.notna() & ecrites.notna())


def _reunir(notes: Sequence[Sequence[str]]) -> pd.Series:
    """The repairs of each row in one text, missing where there were none."""
    textes = [SEPARATEUR.join(filter(None, ligne)) or None for ligne in zip(*notes, strict=True)]
    return pd.Series(textes, dtype="str")


def _typer(valeurs: pd.Series | None, type_: str, longueur: int) -> pd.Series:
    """One column in its type, all missing when the list has no such field."""
    if valeurs is None:
        return pd.Series([None] * longueur, dtype="object").astype(type_)
    if type_ == DATE:
        return pd.to_datetime(valeurs).astype(DATE)
    if type_ in {REEL, ENTIER_VIDE}:
        nombres = pd.to_numeric(valeurs.astype(object).where(valeurs.notna(), np.nan)).astype("float64")
        return nombres if type_ == REEL else nombres.astype(ENTIER_VIDE)
    return valeurs.astype(type_ if type_ != BOOLEEN else bool)

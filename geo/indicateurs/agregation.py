"""The few ways in which a figure of a set of communes follows from its communes and projects.

Each function answers for every set of one partition at once (the TI of a millésime, the régions, France) and
says how much of what it needed was known: an empty is not a zero, and a mean over half of the jobs is not the
mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.atlas import REGION, REGIONS_D_OUTRE_MER

if TYPE_CHECKING:
    from geo.atlas import Assiettes

__all__ = ["emplois_annonces", "moyenne", "nombre_de_projets", "rapport", "silences", "somme"]

PRESQUE: Final = 0.95
"""From this share on, what is known of a set is nearly all of it."""


def _sommes(cle: pd.Series, **colonnes: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(colonnes).groupby(cle, observed=True).sum()


def somme(assiettes: Assiettes, par: str, *, colonne: str) -> pd.DataFrame:
    """Sum of a column of the communes.

    Args:
        assiettes: Communes and projects.
        par: Column that names the set of each commune.
        colonne: What is summed.

    Returns:
        By set: valeur (NaN when nothing is known), connus and total (habitants of the communes whose figure
        is known, and of all of them).
    """
    communes = assiettes.communes
    connue = communes[colonne].notna()
    sommes = _sommes(
        communes[par],
        valeur=communes[colonne],
        connus=communes["population"].where(connue, 0.0),
        total=communes["population"],
    )
    return sommes.assign(valeur=sommes["valeur"].where(sommes["connus"] > 0))


def moyenne(assiettes: Assiettes, par: str, *, colonne: str, poids: str) -> pd.DataFrame:
    """Mean of a column of the communes, weighted by another.

    How much is known is told in habitants: a commune that has no weight either would else be forgotten.

    Returns:
        By set: valeur (NaN when nothing is known), connus and total (habitants of the communes whose figure
        and weight are known, and of all of them).
    """
    communes = assiettes.communes
    peses = communes[poids].where(communes[colonne].notna())
    sommes = _sommes(
        communes[par],
        produit=communes[colonne] * peses,
        poids=peses,
        connus=communes["population"].where(peses.notna(), 0.0),
        total=communes["population"],
    )
    sommes["valeur"] = (sommes["produit"] / sommes["poids"]).where(sommes["poids"] > 0)
    return sommes[["valeur", "connus", "total"]]


def silences(assiettes: Assiettes, par: str, *, colonne: str) -> dict[str, tuple[str, ...]]:
    """The régions that a column leaves out as a whole of a set that it tells else.

    Returns:
        Set -> codes of those régions, for the sets that have some: the five overseas ones when it leaves out
        all those that the set has. A set of which it leaves out more, beyond a few communes, is not there.
    """
    communes = assiettes.communes
    table = pd.DataFrame(
        {
            "muette": communes[colonne].isna(),
            "connus": communes["population"].where(communes[colonne].notna(), 0.0),
            "total": communes["population"],
        }
    )
    par_region = table.groupby([communes[par], communes[REGION]], observed=True).agg(
        {"muette": "all", "connus": "sum", "total": "sum"}
    )
    dites = par_region[~par_region["muette"]].groupby(level=0, observed=True)[["connus", "total"]].sum()
    presque = dites.index[dites["connus"] >= PRESQUE * dites["total"]]
    trouvees: dict[str, tuple[str, ...]] = {}
    for ensemble, region in par_region.index[par_region["muette"]]:
        if ensemble in presque:
            trouvees[ensemble] = (*trouvees.get(ensemble, ()), region)
    for ensemble, muettes in trouvees.items():
        ici = par_region.loc[ensemble].index.intersection(REGIONS_D_OUTRE_MER)
        if len(ici) > 1 and set(muettes) == set(ici):
            trouvees[ensemble] = REGIONS_D_OUTRE_MER
    return trouvees


def nombre_de_projets(assiettes: Assiettes, par: str) -> pd.DataFrame:
    """Number of rows of the list of projects, repeated ones included; a set without any has zero.

    Returns:
        By set: valeur, connus and total (habitants: everything is known).
    """
    return _avec_projets(assiettes, par, assiettes.projets)


def _avec_projets(assiettes: Assiettes, par: str, projets: pd.DataFrame) -> pd.DataFrame:
    sommes = somme(assiettes, par, colonne="population")
    compte = projets.groupby(par, observed=True).size()
    return sommes.assign(valeur=compte.reindex(sommes.index, fill_value=0).astype("float64"))


def emplois_annonces(assiettes: Assiettes, par: str) -> pd.DataFrame:
    """Jobs that the projects announce, the same jobs once in each set (see `geo.projets.doublons`).

    Jobs announced by one project at several sites count in each of its sets: the sets may sum to more than
    the whole.

    Returns:
        By set: valeur (NaN when there are projects and none says, 0 when there is no project), connus and
        total (projects that state a number, and all of them).
    """
    projets = assiettes.projets
    dits = projets[projets["emplois_prevus"].notna()]
    une_fois = dits.groupby([par, "groupe_emplois"], observed=True)["emplois_prevus"].max()
    valeur = une_fois.groupby(level=0, observed=True).sum()
    table = nombre_de_projets(assiettes, par)
    total = table["valeur"]
    connus = dits.groupby(par, observed=True).size().reindex(total.index, fill_value=0).astype("float64")
    valeur = valeur.reindex(total.index, fill_value=0.0).where((connus > 0) | (total == 0))
    return pd.DataFrame({"valeur": valeur, "connus": connus, "total": total})


def rapport(assiettes: Assiettes, par: str, *, colonne: str, pour: float) -> pd.DataFrame:
    """Projects for so many units of a column of the communes.

    A project whose commune has no figure of that column is left out of both sides.

    Args:
        assiettes: Communes and projects.
        par: Column that names the set of each commune and project.
        colonne: The denominator: `population` or `etablissements_industrie`.
        pour: So many units, 10 000 for instance.

    Returns:
        By set: valeur (NaN when the denominator is zero or unknown), connus and total as in `somme`, effectif
        (projects counted) and unitaire (what one project weighs in the value).
    """
    projets = assiettes.projets
    if colonne == "etablissements_industrie":
        projets = projets[~projets["lieu_sans_etablissements"]]
    denominateur = somme(assiettes, par, colonne=colonne)
    compte = _avec_projets(assiettes, par, projets)["valeur"]
    unitaire = (pour / denominateur["valeur"]).where(denominateur["valeur"] > 0)
    return denominateur.assign(valeur=compte * unitaire, effectif=compte, unitaire=unitaire)

"""What a set of projects is made of, beside what another set is made of.

A share alone says little: 20 % of projects in agri-food is much in one place and little in another. Each
share stands beside the same share in a reference, and their ratio says how many times more or fewer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from francais import accorder, nombre
from geo.profils.repartitions import par_mois

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["DECIMALES_INDICE", "FORMULE", "PEU", "PEU_DIT", "dire_les_muets", "familles", "mois", "profil"]

PEU: Final = 10
"""Under this number of projects, here or in the reference, an index hangs on a few: none is given."""

PEU_DIT: Final = "peu"
"""What stands in the place of such an index, in tables, charts and decks."""

FORMULE: Final = (
    "Indice de spécialisation = part ici ÷ part dans la référence, sans les projets d’ici : 1 veut dire "
    "autant, 2 deux fois plus. Parts des projets de l’extrait d’avril 2022 qui le disent, répétitions "
    f"comprises. « {PEU_DIT} » : moins de {PEU} projets ici ou dans la référence, donc sans indice."
)
"""How the index is computed, as a page says it."""

DECIMALES_INDICE: Final = 1
"""Decimals of an index that are shown."""


def profil(ici: pd.Series, reference: pd.Series, *, valeurs: Sequence[str] | None = None) -> pd.DataFrame:
    """Shares of each value here and in a reference.

    Args:
        ici: One value a project, missing when it says none.
        reference: The same for the projects of the reference, which must not contain those of here: they
            would draw every index towards 1.
        valeurs: Values to give, in this order; else those of both, most projects here first, then most in
            the reference, then by name.

    Returns:
        valeur, projets and reference (numbers of projects), part and part_reference (% of the projects that
        say a value; NaN when none does), peu (fewer than `PEU` projects here or in the reference), indice
        (part ÷ part_reference; NaN where there are few). Parts of all values add up to 100.
    """
    comptes = pd.DataFrame({"projets": ici.value_counts(), "reference": reference.value_counts()})
    if valeurs is not None:
        comptes = comptes.reindex(list(valeurs))
    comptes = comptes.fillna(0).astype("int64").rename_axis("valeur").reset_index()
    if valeurs is None:
        comptes = comptes.sort_values(
            ["projets", "reference", "valeur"], ascending=[False, False, True], ignore_index=True
        )
    part = _parts(comptes["projets"], int(ici.notna().sum()))
    part_reference = _parts(comptes["reference"], int(reference.notna().sum()))
    peu = comptes[["projets", "reference"]].min(axis=1) < PEU
    return comptes.assign(
        part=part, part_reference=part_reference, indice=(part / part_reference).where(~peu), peu=peu
    )


def _parts(comptes: pd.Series, total: int) -> pd.Series:
    return 100 * comptes / total if total else pd.Series(float("nan"), comptes.index)


def dire_les_muets(muets: int, tous: int, quoi: str) -> str:
    """How many projects are in no share, « 9 projets sur 9 : nature non renseignée, hors des parts ».

    Args:
        muets: Projects that say nothing.
        tous: All of them.
        quoi: What they do not say, a feminine noun: filière, nature, taille.

    Returns:
        Empty when every project says it.
    """
    if not muets:
        return ""
    return f"{accorder(muets, 'projet')} sur {nombre(tous)} : {quoi} non renseignée, hors des parts"


def familles(filieres: pd.Series, groupes: Mapping[str, Sequence[str]], *, sinon: str) -> pd.Series:
    """The family of each published filière; the projects without one stay without.

    Args:
        filieres: One filière a project.
        groupes: The filières of each family.
        sinon: The family of every other filière.
    """
    de = {filiere: famille for famille, siennes in groupes.items() for filiere in siennes}
    return filieres.map(lambda nom: de.get(nom, sinon), na_action="ignore").astype("str")


def mois(ici: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Projects of each month here, and what the reference would give at its own pace.

    Args:
        ici: Projects (`projets`: date, emplois_prevus, groupe_emplois).
        reference: Projects of the reference.

    Returns:
        mois (« 2021-03 », every month of the reference, in order), projets, reference (numbers), part and
        part_reference (%; NaN when there is no project).
    """
    autres = par_mois(reference).set_index("valeur")["projets"]
    siens = ici["date"].dt.strftime("%Y-%m").value_counts()
    tous = sorted({*autres.index, *siens.index})
    table = pd.DataFrame(
        {
            "mois": tous,
            "projets": siens.reindex(tous, fill_value=0).to_numpy(),
            "reference": autres.reindex(tous, fill_value=0).to_numpy(),
        }
    ).astype({"mois": "str", "projets": "int64", "reference": "int64"})
    return table.assign(
        part=_parts(table["projets"], len(ici)), part_reference=_parts(table["reference"], len(reference))
    )

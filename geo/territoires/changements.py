"""What changed between two maps of the programme, deduced from the communes of its territories.

The list was redrawn three times and nobody published what became of whom: some territories appeared, some
went, merged, split, gained or lost intercommunalités.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from francais import accorder
from geo.millesimes import MILLESIMES
from geo.noms import cle
from geo.territoires.suites import communs, familles
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas import Atlas

__all__ = ["LEGENDES", "SEPARATEUR", "SORTES", "changements", "dire_la_sorte", "noms_des_territoires"]

SORTES: Final = (
    "apparu",
    "disparu",
    "scindé",
    "fusionné",
    "agrandi",
    "réduit",
    "modifié",
    "ajusté",
    "renommé",
    "inchangé",
)
"""What can happen to a territory, in the order of a list; « modifié » both gained and lost groupements, and
« ajusté » neither: some of its communes went from one intercommunalité to another, and it followed."""

LEGENDES: Final = {"ajusté": "communes passées à une autre intercommunalité"}
"""How a legend says a sort that its own word does not explain."""

SEPARATEUR: Final = " ; "
"""Between two names in one cell: names hold commas and dashes. Ids and SIREN are separated by commas."""

PART_D_UN_GROUPEMENT: Final = 0.5
"""Share of the inhabitants of a groupement that must come or go for the groupement to be named; with less,
only its communes are counted."""


@garde(taille=len(MILLESIMES) ** 2)
def changements(atlas: Atlas, *, avant: int, apres: int) -> pd.DataFrame:
    """What changed between two millésimes; the older one comes first, in whatever order they are given.

    Args:
        atlas: The atlas.
        avant: Year of one millésime.
        apres: Year of the other.

    Returns:
        One row per territory, or per set of territories that split or merged, every id of either millésime
        being in exactly one row; in the order of `SORTES`, then of the names. Columns: sorte; id_avant,
        lib_avant, id_apres, lib_apres (lists in one text, most populated first; empty for none); renomme (the
        name differs by more than accents, capitals and punctuation); sirens_gagnes, groupements_gagnes,
        sirens_perdus, groupements_perdus (lists likewise, in the geography of 2021); communes_gagnees,
        communes_perdues; population_avant, population_apres, population_gagnee, population_perdue
        (habitants of 2018, so that every difference is one of perimeter); venus_de, partis_vers (names of
        the other territories from which communes came, to which they went); dit (the sort, in a few words).
        Read only, shared by all readers.
    """
    avant, apres = sorted((avant, apres))
    lieux = communs(atlas, avant=avant, apres=apres)
    de_avant, de_apres = familles(lieux)
    lieux["famille_avant"] = lieux["avant"].map(de_avant)
    lieux["famille_apres"] = lieux["apres"].map(de_apres)
    noms = {"avant": noms_des_territoires(atlas, avant), "apres": noms_des_territoires(atlas, apres)}
    rangs = sorted({*de_avant.values(), *de_apres.values()})
    table = pd.DataFrame({"famille": rangs}).set_index("famille")
    for cote, autre in (("avant", "apres"), ("apres", "avant")):
        table = table.join(_membres(lieux, cote, noms[cote])).join(_ecarts(lieux, cote, autre, noms))
    nombres = [c for c in table.columns if c.startswith(("communes_", "population_"))]
    textes = table.columns.difference(nombres)
    table = table.fillna(dict.fromkeys(textes, "") | dict.fromkeys(nombres, 0))
    table = table.astype(dict.fromkeys(textes, "str") | dict.fromkeys(nombres, "int64"))
    table["renomme"] = [_renomme(*libs) for libs in zip(table["lib_avant"], table["lib_apres"], strict=True)]
    table["sorte"] = [_sorte(ligne) for ligne in table.to_dict("records")]
    table["dit"] = [dire_la_sorte(ligne) for ligne in table.to_dict("records")]
    return _ranger(table)[list(_COLONNES)]


def _ranger(table: pd.DataFrame) -> pd.DataFrame:
    """By sort of change, then by name, as a list reads."""
    cles = {
        "_sorte": table["sorte"].map(SORTES.index),
        "_nom": (table["lib_apres"] + " " + table["lib_avant"]).map(cle),
        "_ids": table["id_apres"] + "," + table["id_avant"],
    }
    return table.assign(**cles).sort_values(list(cles), ignore_index=True)


def _renomme(lib_avant: str, lib_apres: str) -> bool:
    """Whether one territory took another name; to gain, split or merge is not to be renamed."""
    seuls = all(lib and SEPARATEUR not in lib for lib in (lib_avant, lib_apres))
    return seuls and cle(lib_avant) != cle(lib_apres)


def _sorte(ligne: dict[str, Any]) -> str:
    avant, apres = (len([i for i in ligne[cote].split(",") if i]) for cote in ("id_avant", "id_apres"))
    if not (avant and apres):
        return "disparu" if avant else "apparu"
    if avant == apres == 1:
        return _sorte_d_un_seul(ligne)
    if avant > 1 and apres > 1:
        return "modifié"
    return "scindé" if avant == 1 else "fusionné"


def _sorte_d_un_seul(ligne: dict[str, Any]) -> str:
    """By the groupements that came or went; communes alone followed theirs, or went to another one."""
    ecart = (bool(ligne["groupements_gagnes"]), bool(ligne["groupements_perdus"]))
    sortes = {(True, True): "modifié", (True, False): "agrandi", (False, True): "réduit"}
    if ligne["communes_gagnees"] or ligne["communes_perdues"]:
        return sortes.get(ecart, "ajusté")
    return "renommé" if ligne["renomme"] else "inchangé"


def dire_la_sorte(ligne: Mapping[str, Any]) -> str:
    """What happened, in a few words: « réduit », « une commune a changé d’intercommunalité ».

    Args:
        ligne: sorte, communes_gagnees, communes_perdues.
    """
    if ligne["sorte"] != "ajusté":
        return str(ligne["sorte"])
    combien = int(ligne["communes_gagnees"]) + int(ligne["communes_perdues"])
    if combien == 1:
        return "une commune a changé d’intercommunalité"
    return f"{accorder(combien, 'commune')} ont changé d’intercommunalité"


_COLONNES: Final = (
    *("sorte", "id_avant", "lib_avant", "id_apres", "lib_apres", "renomme"),
    *("sirens_gagnes", "groupements_gagnes", "sirens_perdus", "groupements_perdus"),
    *("communes_gagnees", "communes_perdues", "population_avant", "population_apres"),
    *("population_gagnee", "population_perdue", "venus_de", "partis_vers", "dit"),
)

_SENS: Final = {
    "apres": ("gagnes", "gagnees", "gagnee", "venus_de"),
    "avant": ("perdus", "perdues", "perdue", "partis_vers"),
}


def noms_des_territoires(atlas: Atlas, millesime: int) -> dict[str, str]:
    """Name of each TI of a millésime by its id."""
    territoires = atlas.territoires_de(millesime)
    return dict(zip(territoires["id_ti"], territoires["lib_ti"], strict=True))


def _membres(lieux: pd.DataFrame, cote: str, noms: dict[str, str]) -> pd.DataFrame:
    """id_…, lib_…, population_… of each family on one side."""
    famille = f"famille_{cote}"
    poids = lieux.groupby([famille, cote], as_index=False)["population"].sum()
    poids = poids.sort_values([famille, "population", cote], ascending=[True, False, True])
    poids = poids.assign(lib=poids[cote].map(noms))
    par_famille = poids.groupby(famille)
    return pd.DataFrame(
        {
            f"id_{cote}": par_famille[cote].agg(",".join),
            f"lib_{cote}": par_famille["lib"].agg(SEPARATEUR.join),
            f"population_{cote}": par_famille["population"].sum().astype("float64"),
        }
    )


def _ecarts(lieux: pd.DataFrame, cote: str, autre: str, noms: dict[str, dict[str, str]]) -> pd.DataFrame:
    """Communes that a family has on one side only: what it gained (`apres`) or lost (`avant`)."""
    famille = f"famille_{cote}"
    groupes, nombre, habitants, d_ou = _SENS[cote]
    seules = lieux[lieux[famille].notna() & (lieux[famille] != lieux[f"famille_{autre}"])]
    par_famille = seules.groupby(famille)
    unites = _groupements(lieux, seules, famille).groupby(famille)
    autres = seules.dropna(subset=[autre])
    autres = autres.groupby([famille, autre], as_index=False)["population"].sum()
    autres = autres.sort_values([famille, "population", autre], ascending=[True, False, True])
    autres = autres.assign(lib=autres[autre].map(noms[autre]))
    return pd.DataFrame(
        {
            f"communes_{nombre}": par_famille["communes"].sum().astype("float64"),
            f"population_{habitants}": par_famille["population"].sum().astype("float64"),
            f"sirens_{groupes}": unites["unite"].agg(",".join),
            f"groupements_{groupes}": unites["libelle"].agg(SEPARATEUR.join),
            d_ou: autres.groupby(famille)["lib"].agg(SEPARATEUR.join),
        }
    )


def _groupements(lieux: pd.DataFrame, seules: pd.DataFrame, famille: str) -> pd.DataFrame:
    """famille, unite, libelle of the groupements that moved by half or more, most populated first."""
    partis = seules.groupby([famille, "unite", "libelle"], as_index=False)["population"].sum()
    entiers = partis["unite"].map(lieux.groupby("unite")["population"].sum()).astype("float64")
    partis = partis[partis["population"] >= PART_D_UN_GROUPEMENT * entiers]
    return partis.sort_values([famille, "population", "unite"], ascending=[True, False, True])

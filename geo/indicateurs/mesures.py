"""What an indicator is worth for a TI, a région and France, with how much of it is known and its rank.

Everything is a sum over communes or projects, so that a TI, a région and France are computed by the same
formula and an interregional TI is one territory like another. A value that too little is known about is
missing, never a smaller number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd

from francais import liste
from geo.atlas import FRANCE, OM, PAYS, REGION, REGIONS_D_OUTRE_MER
from geo.indicateurs.agregation import silences
from geo.indicateurs.catalogue import INDICATEURS, Indicateur
from geo.indicateurs.heritage import SEUIL_D_EMPRUNT, emprunts
from geo.indicateurs.rangs import PEU_DE_PROJETS, bornes_de_poisson, ranger
from geo.millesimes import MILLESIMES, colonne_ti
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.indicateurs.objets import Objet

__all__ = [
    "INDICATEURS",
    "Etat",
    "Indicateur",
    "Mesure",
    "etat_de",
    "mesure",
    "mesures_par_sorte",
    "regions_dites",
    "territoire_reference",
    "valeur_france",
    "valeur_region",
    "valeurs",
]

PARTITIONS: Final = 4 * 2 + 5
"""Ways to cut the communes: TI, inside or out, by millésime; EPCI, département, région, overseas, France."""

OUTRE_MER: Final = "outre-mer"
"""What the five overseas régions are called together, without an article."""

DECIMALES_EXACTES: Final = 6
"""Figures are rounded to this many decimals: equal figures that were summed in another order stay equal."""


Etat = Literal["connu", "zéro", "emprunté", "partiel", "absent"]
"""What a figure is: one, a known zero, none but that of a larger unit, too little known, or nothing known."""


@dataclass(frozen=True, kw_only=True)
class Mesure:
    """One indicator of one place.

    Attributes:
        valeur: The figure, in the unit of the indicator; NaN when it is « non renseigné ».
        couverture: Share (0 to 1) of the weight that is known; NaN when there is nothing to weigh.
        connus: Weight that is known, in the unit `couverture_en`.
        total: Weight in all.
        rang: Rank among those of its kind, 1 for the highest figure as displayed; None for France, without a
            figure, for what ranks nothing, or when too few projects are behind it.
        classes: Number of places that have a figure; None where there is neither rank nor third.
        ex_aequo: Other places that have the same figure.
        tiers: Third in which a rate of few projects falls (`geo.indicateurs.rangs.Tiers`); empty for others.
        effectif: Projects behind a rate; NaN for another figure.
        unitaire: What one of them weighs in the value; NaN likewise.
        emprunt: Share (0 to 1) of its weight whose figure is that of larger units only partly in the place.
        partielles: Number of those units.
        unites: Number of larger units whose figures it is made of; 0 when communes have their own.
        hors: Régions that the figure leaves out as a whole, in French; empty for none.
    """

    valeur: float
    couverture: float
    connus: float
    total: float
    rang: int | None = None
    classes: int | None = None
    ex_aequo: int = 0
    tiers: str = ""
    effectif: float = math.nan
    unitaire: float = math.nan
    emprunt: float = 0.0
    partielles: int = 0
    unites: int = 0
    hors: str = ""

    @property
    def etat(self) -> Etat:
        """Whether there is a figure, and which kind of nothing there is otherwise."""
        return etat_de(self.valeur, self.connus, self.emprunt)

    @property
    def intervalle(self) -> tuple[float, float] | None:
        """Bounds of a rate of few projects, in the unit of the value; None for any other figure."""
        if math.isnan(self.valeur) or math.isnan(self.unitaire) or not self.effectif < PEU_DE_PROJETS:
            return None
        bas, haut = bornes_de_poisson(int(self.effectif))
        return bas * self.unitaire, haut * self.unitaire


def etat_de(valeur: float, connus: float, emprunt: float = 0.0) -> Etat:
    """What a figure is: one, a zero, that of a larger unit, too little known to be given, or nothing known.

    Args:
        valeur: The figure; NaN when there is none.
        connus: Weight that is known.
        emprunt: Share of the weight that comes from larger units only partly in the place.
    """
    if not math.isnan(valeur):
        return "connu" if valeur else "zéro"
    if emprunt > SEUIL_D_EMPRUNT:
        return "emprunté"
    return "partiel" if connus > 0 else "absent"


@garde(
    taille=PARTITIONS * len(INDICATEURS),
    d_avance=product(INDICATEURS, (*map(colonne_ti, MILLESIMES), REGION, PAYS)),
)
def _mesurer(atlas: Atlas, cle: str, par: str) -> pd.DataFrame:
    """The figures of `Mesure` of every set of a partition, ranks aside: read only, shared by all readers."""
    indicateur = INDICATEURS[cle]
    table = indicateur.calcul(atlas.assiettes, par)
    table["couverture"] = (table["connus"] / table["total"]).where(table["total"] > 0)
    if indicateur.seuil:
        table["valeur"] = table["valeur"].where(table["couverture"] >= indicateur.seuil)
    table["valeur"] = table["valeur"].round(DECIMALES_EXACTES)
    table = table.reindex(columns=["valeur", "couverture", "connus", "total", "effectif", "unitaire"])
    table = _avec_emprunts(atlas, indicateur, par, table)
    return table.assign(hors=_hors(atlas, indicateur, par, table))


def _avec_emprunts(atlas: Atlas, indicateur: Indicateur, par: str, table: pd.DataFrame) -> pd.DataFrame:
    """emprunt, partielles and unites beside the figures; what stands for a larger unit is no figure."""
    heritage = indicateur.heritage
    if heritage is None:
        return table.assign(emprunt=0.0, partielles=0, unites=0)
    empruntes = emprunts(atlas.assiettes, par, heritage).reindex(table.index)
    if not heritage.par_definition:
        table = table.assign(valeur=table["valeur"].where(empruntes["emprunt"] <= SEUIL_D_EMPRUNT))
    return table.join(empruntes)


def _hors(atlas: Atlas, indicateur: Indicateur, par: str, table: pd.DataFrame) -> list[str]:
    """The régions that each figure leaves out as a whole, in words; empty without a figure."""
    if not indicateur.colonne:
        return [""] * len(table)
    muettes = silences(atlas.assiettes, par, colonne=indicateur.colonne)
    return [
        regions_dites(atlas, muettes.get(ensemble, ())) if connue else ""
        for ensemble, connue in table["valeur"].notna().items()
    ]


def regions_dites(atlas: Atlas, codes: Sequence[str]) -> str:
    """Régions in a sentence, « Guyane et Mayotte », the five overseas ones by their common name."""
    if set(codes) == set(REGIONS_D_OUTRE_MER):
        return OUTRE_MER
    return liste([atlas.nom_region[code] for code in codes])


def valeurs(atlas: Atlas, *, millesime: int, cle: str) -> pd.DataFrame:
    """One indicator for every TI of a millésime, in the order of their ids.

    Args:
        atlas: The atlas.
        millesime: Year of the perimeter.
        cle: Key of `INDICATEURS`.

    Returns:
        id_ti, the fields of `Mesure` (valeur NaN: non renseigné), the last ones as
        `geo.indicateurs.rangs.ranger` gives them. Read only, shared by all readers.
    """
    return _valeurs(atlas, cle, millesime)


@garde(taille=len(MILLESIMES) * len(INDICATEURS))
def _valeurs(atlas: Atlas, cle: str, millesime: int) -> pd.DataFrame:
    par_ti = _mesurer(atlas, cle, colonne_ti(millesime))
    table = par_ti.reindex(atlas.territoires_de(millesime)["id_ti"].to_numpy())
    return table.join(ranger(table, INDICATEURS[cle])).rename_axis("id_ti").reset_index()


def territoire_reference(atlas: Atlas, *, millesime: int, id_ti: str, cle: str) -> Mesure | None:
    """One indicator of one TI with its rank; None when the millésime has no such id."""
    table = valeurs(atlas, millesime=millesime, cle=cle)
    lignes = table[table["id_ti"] == id_ti]
    if lignes.empty:
        return None
    return _mesure(lignes.iloc[0])


def mesures_par_sorte(atlas: Atlas, *, objet: Objet, millesime: int, cle: str) -> pd.DataFrame:
    """One indicator for every object of the same kind as one.

    Returns:
        By code of the object (id of TI, SIREN, code of région): the fields of `Mesure`, the last ones as
        `geo.indicateurs.rangs.ranger` gives them. « dans » and « hors » for the objects inside and outside
        TI, « FR » for France, which have no rank. Read only, shared by all.
    """
    return _rangees(atlas, cle, objet.partition(millesime)[0], classer=objet.code not in {"", OM})


@garde(taille=2 * PARTITIONS * len(INDICATEURS))
def _rangees(atlas: Atlas, cle: str, par: str, *, classer: bool) -> pd.DataFrame:
    table = _mesurer(atlas, cle, par)
    return table.join(ranger(table, INDICATEURS[cle]) if classer else _sans_rang(table))


def _sans_rang(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of `ranger` for objects that are one of their kind."""
    return pd.DataFrame({"rang": pd.NA, "ex_aequo": 0, "tiers": "", "classes": 0}, index=table.index).astype(
        {"rang": "Int64", "tiers": "str"}
    )


def mesure(atlas: Atlas, *, objet: Objet, millesime: int, cle: str) -> Mesure | None:
    """One indicator of any object, with its rank among those of its kind; None when there is no such object.

    A TI, a région and France give what `territoire_reference`, `valeur_region` and `valeur_france` give,
    with a rank for the régions too.
    """
    table = mesures_par_sorte(atlas, objet=objet, millesime=millesime, cle=cle)
    code = objet.partition(millesime)[1]
    if code not in table.index:
        return None
    return _mesure(table.loc[code])


def valeur_region(atlas: Atlas, *, code_region: str, cle: str) -> Mesure | None:
    """One indicator over all communes of a région, in a TI or not; None when there is no such région.

    Projects count by their région, which a few have without having a commune.
    """
    table = _mesurer(atlas, cle, REGION)
    return _mesure(table.join(_sans_rang(table)).loc[code_region]) if code_region in table.index else None


def valeur_france(atlas: Atlas, *, cle: str) -> Mesure:
    """One indicator over all communes of the 18 régions."""
    table = _mesurer(atlas, cle, PAYS)
    return _mesure(table.join(_sans_rang(table)).loc[FRANCE])


def _mesure(ligne: pd.Series) -> Mesure:
    rang, tiers = ligne["rang"], str(ligne["tiers"])
    classee = bool(tiers) or not pd.isna(rang)
    return Mesure(
        valeur=float(ligne["valeur"]),
        couverture=float(ligne["couverture"]),
        connus=float(ligne["connus"]),
        total=float(ligne["total"]),
        emprunt=float(ligne["emprunt"]),
        partielles=int(ligne["partielles"]),
        unites=int(ligne["unites"]),
        hors=str(ligne["hors"]),
        rang=None if pd.isna(rang) else int(rang),
        classes=int(ligne["classes"]) if classee else None,
        ex_aequo=int(ligne["ex_aequo"]),
        tiers=tiers,
        effectif=float(ligne["effectif"]),
        unitaire=float(ligne["unitaire"]),
    )

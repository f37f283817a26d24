"""The atlas: every validated table in one frozen object.

Pages, layers and exports are functions of it. It is loaded once per server and shared by all sessions, so
nobody may change it: the tables are read through, never written to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geo.atlas.assiettes import Assiettes, assiettes
from geo.atlas.cellules import cellules
from geo.millesimes import colonne_ti
from memoire import garde

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLES_DE_L_ATLAS", "Atlas", "Fiche"]

TABLES_DE_L_ATLAS = (
    "territoires",
    "groupements",
    "epci",
    "communes",
    "regions",
    "departements",
    "projets",
    "regions_2021",
    "national_2021",
    "enjeux_2021",
    "financement_2021",
    "chronologie",
    "projets_inspirants",
    "indicateurs_communes",
    "chomage",
    "emploi_industriel_epci",
    "villes",
    "voisinages",
    "passages",
    "codes_postaux",
    "autres_noms",
)
"""The processed tables that the atlas holds; outlines stay in the map layers."""


@dataclass(frozen=True, kw_only=True)
class Fiche:
    """One TI in one millésime, with what it is made of.

    Attributes:
        territoire: Its row of `territoires`.
        groupements: Its rows of `groupements`, the most populated first.
        projets: Its rows of `projets`, in the order of the table.
        regions: Names of its régions, the most populated first.
    """

    territoire: pd.Series
    groupements: pd.DataFrame
    projets: pd.DataFrame
    regions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Atlas:
    """The processed tables, as `geo.contrats.tables` describes them. Populations in habitants, WGS 84.

    An atlas equals itself alone, so that what is deduced from it can be kept by it.
    """

    territoires: pd.DataFrame
    groupements: pd.DataFrame
    epci: pd.DataFrame
    communes: pd.DataFrame
    regions: pd.DataFrame
    departements: pd.DataFrame
    projets: pd.DataFrame
    regions_2021: pd.DataFrame
    national_2021: pd.DataFrame
    enjeux_2021: pd.DataFrame
    financement_2021: pd.DataFrame
    chronologie: pd.DataFrame
    projets_inspirants: pd.DataFrame
    indicateurs_communes: pd.DataFrame
    chomage: pd.DataFrame
    emploi_industriel_epci: pd.DataFrame
    villes: pd.DataFrame
    voisinages: pd.DataFrame
    passages: pd.DataFrame
    codes_postaux: pd.DataFrame
    autres_noms: pd.DataFrame

    @cached_property
    def nom_region(self) -> dict[str, str]:
        """Name of each région by its code."""
        return dict(zip(self.regions["code"], self.regions["nom"], strict=True))

    @cached_property
    def nom_departement(self) -> dict[str, str]:
        """Name of each département by its code."""
        return dict(zip(self.departements["code"], self.departements["nom"], strict=True))

    @cached_property
    def nom_epci(self) -> dict[str, str]:
        """Name of each EPCI of 2021 by its SIREN."""
        return dict(zip(self.epci["siren"], self.epci["libelle"], strict=True))

    @cached_property
    def nom_ti(self) -> dict[tuple[int, str], str]:
        """Name of each TI by its millésime and its id."""
        t = self.territoires
        return dict(zip(zip(t["millesime"], t["id_ti"], strict=True), t["lib_ti"], strict=True))

    @property
    @garde(taille=1)
    def assiettes(self) -> Assiettes:
        """What the indicators are computed from, commune by commune and project by project."""
        return assiettes(
            communes=self.communes,
            projets=self.projets,
            indicateurs_communes=self.indicateurs_communes,
            chomage=self.chomage,
            emploi_industriel_epci=self.emploi_industriel_epci,
        )

    @property
    @garde(taille=1)
    def cellules(self) -> pd.DataFrame:
        """The communes joined where no map and no groupement tells them apart, to compare millésimes."""
        return cellules(self.communes, self.groupements)

    def territoires_de(self, millesime: int) -> pd.DataFrame:
        """The TI of one millésime, in the order of their ids."""
        return self.territoires[self.territoires["millesime"] == millesime]

    def fiche(self, id_ti: str, millesime: int) -> Fiche | None:
        """What the atlas knows of one TI; None when that millésime has no such id."""
        if not id_ti.isascii():  # a lone surrogate would be an error of the column, not an absence
            return None
        lignes = self.territoires_de(millesime)
        lignes = lignes[lignes["id_ti"] == id_ti]
        if lignes.empty:
            return None
        membres = self.groupements[
            (self.groupements["millesime"] == millesime) & (self.groupements["id_ti"] == id_ti)
        ]
        territoire = lignes.iloc[0]
        return Fiche(
            territoire=territoire,
            groupements=membres.sort_values(["population", "siren"], ascending=[False, True]),
            projets=self.projets[self.projets[colonne_ti(millesime)] == id_ti],
            regions=tuple(self.nom_region[code] for code in territoire["regions"].split(",")),
        )

    def projets_par_territoire(self, millesime: int) -> pd.Series:
        """Number of projects in each TI of one millésime (index: id_ti; a TI without project has 0)."""
        compte = self.projets[colonne_ti(millesime)].value_counts()
        ids = self.territoires_de(millesime)["id_ti"]
        return compte.reindex(ids, fill_value=0).rename("projets").astype("int64")

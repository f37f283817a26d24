"""The facts that the product must reproduce: what was published, beside what our tables give.

One list serves the build (which stops on none of them but says which fail), `--verifier`, the page
« Méthode » and the tests.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from geo.atlas import REGIONS_D_OUTRE_MER
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["NATIONAL", "Fait", "faits", "territoires_par_region"]

NATIONAL = {
    "laureats": ("Projets lauréats du fonds d'accélération", 1, 0.5, "projets"),
    "investissements_meur": ("Investissements industriels soutenus", 1000, 50.0, "M€"),
    "engagements_meur": ("Subventions engagées par l'Etat et les Régions", 1, 0.5, "M€"),
    "emplois_prevus": ("Créations d'emplois prévues", 1, 0.5, "emplois"),
}
"""Column of `regions_2021` → national indicator, factor to the column's unit, rounding published, unit."""


@dataclass(frozen=True, kw_only=True)
class Fait:
    """One fact: `attendu` was published, `trouve` is in the tables, `tolerance` is the published rounding.

    A fact that is `par_construction` cannot fail, since what is found was made from what is expected: it
    proves nothing, and is told apart.
    """

    enonce: str
    attendu: float
    trouve: float
    source: str
    tolerance: float = 0.0
    par_construction: bool = False

    @property
    def tenu(self) -> bool:
        """Whether the tables reproduce the publication."""
        return abs(self.attendu - self.trouve) <= self.tolerance

    def en_dict(self) -> dict[str, object]:
        """The fact for the report."""
        return {**asdict(self), "tenu": self.tenu}


def faits(atlas: Atlas) -> list[Fait]:
    """Every fact of the design, checked on these tables."""
    return [*_territoires(atlas), *_regions(atlas), *_totaux(atlas), *_projets(atlas)]


def territoires_par_region(territoires: pd.DataFrame) -> pd.Series:
    """Number of TI per région (OM: all of overseas); an interregional TI counts once in each of its régions.

    Args:
        territoires: TI of one millésime, with `regions`.
    """
    paires = (
        territoires[["id_ti", "regions"]]
        .assign(region=territoires["regions"].str.split(","))
        .explode("region")
    )
    zone = paires["region"].where(~paires["region"].isin(REGIONS_D_OUTRE_MER), "OM")
    return paires.assign(zone=zone).drop_duplicates(["id_ti", "zone"]).groupby("zone").size()


def _territoires(atlas: Atlas) -> Iterator[Fait]:
    for millesime in MILLESIMES.values():
        yield Fait(
            enonce=f"Territoires d’industrie au millésime {millesime.annee}",
            attendu=millesime.territoires,
            trouve=len(atlas.territoires_de(millesime.annee)),
            source="ANCT",
        )
    groupements = atlas.groupements[atlas.groupements["millesime"] == MILLESIME_PAR_DEFAUT]
    par_type = groupements["type"].value_counts()
    publies = {"EPCI": 539, "EPT": 3, "commune": 38}
    for type_, attendu in publies.items():
        yield Fait(
            enonce=f"Groupements de 2021 de type {type_}",
            attendu=attendu,
            trouve=int(par_type.get(type_, 0)),
            source="ANCT, composition des territoires",
        )
    yield Fait(
        enonce="Groupements de 2021",
        attendu=580,
        trouve=len(groupements),
        source="ANCT, composition des territoires",
    )
    yield Fait(
        enonce="Intercommunalités couvertes en 2021 (EPCI et EPT)",
        attendu=542,
        trouve=int(par_type.get("EPCI", 0) + par_type.get("EPT", 0)),
        source="Point d’étape à 3 ans",
    )
    yield Fait(enonce="EPCI en France en 2021", attendu=1254, trouve=len(atlas.epci), source="DGCL")


def _regions(atlas: Atlas) -> Iterator[Fait]:
    publiees = atlas.regions_2021.dropna(subset=["territoires_publies"])
    trouves = territoires_par_region(atlas.territoires_de(MILLESIME_PAR_DEFAUT))
    for ligne in publiees.itertuples():
        yield Fait(
            enonce=f"Territoires d’industrie de 2021 en {ligne.region}",
            attendu=int(ligne.territoires_publies),
            trouve=int(trouves.get(ligne.code_region, 0)),
            source="Point d’étape à 3 ans",
        )


def _totaux(atlas: Atlas) -> Iterator[Fait]:
    """The national totals: true by construction as soon as a région is deduced from them."""
    deduites = atlas.regions_2021[atlas.regions_2021["statut"] == "déduit"]
    national = atlas.national_2021.set_index("indicateur")["valeur"]
    for colonne, (indicateur, facteur, tolerance, unite) in NATIONAL.items():
        yield Fait(
            enonce=f"Somme des régions : {indicateur} ({unite})",
            attendu=round(float(national[indicateur]) * facteur, 1),
            trouve=round(float(atlas.regions_2021[colonne].sum()), 1),
            source="Point d’étape à 3 ans",
            tolerance=tolerance,
            par_construction=len(deduites) > 0,
        )
    yield Fait(
        enonce="Régions dont les chiffres sont déduits et non publiés",
        attendu=1,
        trouve=len(deduites),
        source="Point d’étape à 3 ans",
    )


def _projets(atlas: Atlas) -> Iterator[Fait]:
    yield Fait(
        enonce="Projets de l’extrait d’avril 2022, tous gardés",
        attendu=3080,
        trouve=len(atlas.projets),
        source="DGE",
    )

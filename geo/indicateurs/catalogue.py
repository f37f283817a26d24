"""The indicators of a territory, each declared once: name, formula, years, sources, and computation.

The page, the map, the legend and the exports say what stands here, and nothing else about a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from francais import accord
from geo.indicateurs import agregation
from geo.indicateurs.heritage import INTERCOMMUNALITE, ZONE_D_EMPLOI

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from geo.atlas import Assiettes
    from geo.indicateurs.heritage import Heritage

    Calcul = Callable[[Assiettes, str], pd.DataFrame]

__all__ = ["INDICATEURS", "SEUIL_DE_COUVERTURE", "UNITES_COLLEES", "Indicateur", "de_la_fiche"]

SEUIL_DE_COUVERTURE: Final = 0.8
"""Under this share of its weight, a figure is « non renseigné »."""

UNITES_COLLEES: Final = frozenset({"%", "points", "M€", "Md€", "€"})
"""Units that a figure never goes without."""


@dataclass(frozen=True, kw_only=True)
class Indicateur:
    """One indicator.

    Attributes:
        cle: Short name, in addresses and files.
        libelle: What a reader sees.
        unite: Unit, as `francais.nombre` shows it after the figure.
        decimales: Decimals that are shown.
        sorte: « montant » (drawn as circles) or « ratio » (drawn as fills).
        formule: How it is computed, one French sentence or two.
        annees: Years of the figures that it is made of; several when it mixes years.
        sources: Keys of `data/sources/sources.toml`.
        geographie: Which map of communes, EPCI or zones the figures speak of.
        plus_haut_est: What a higher figure is for a reader: favorable, défavorable or neutre.
        couverture_en: Unit of `connus` and `total`, the weight by which coverage is measured.
        seuil: Smallest coverage with which the figure is given.
        calcul: How it is computed for all sets of a partition at once.
        en_tete: Its place among the first figures of a sheet, from 1; None for one that refines them.
        abrege: What the head of a narrow column calls it; empty for one that such a table leaves out.
        part_dite: Whether its share of a larger place means something; a ratio has none.
        colonne: Column of the communes that it needs, where it may be missing; empty when it never is.
        lacune: What its source leaves out as a whole, one French clause.
        autre_geographie: How a source that speaks of another map leaves communes out, « …, où manquent ».
        autour_de_zero: Whether it goes up or down: its colours part at zero.
        classe: Whether places are ranked by it.
        minimum: Whether it adds up what only some of its projects say: « au moins ».
        plus_haut: What a place high in its ranks has, « taux le plus haut ».
        plus_bas: What one low in them has.
        dates: Which of its parts is of which year, in a few words; empty for one that is of one year.
        heritage: The larger unit whose figure a commune takes; None for a figure that communes have.
    """

    cle: str
    libelle: str
    unite: str
    decimales: int = 0
    sorte: Literal["montant", "ratio"]
    formule: str
    annees: tuple[int, ...]
    sources: tuple[str, ...]
    geographie: str = "communes du 1er janvier 2021"
    plus_haut_est: Literal["favorable", "défavorable", "neutre"] = "neutre"
    couverture_en: str = "habitants"
    seuil: float = SEUIL_DE_COUVERTURE
    calcul: Calcul = field(repr=False, compare=False)
    en_tete: int | None = None
    abrege: str = ""
    part_dite: bool = True
    colonne: str = ""
    lacune: str = ""
    autre_geographie: str = ""
    autour_de_zero: bool = False
    classe: bool = True
    minimum: bool = False
    plus_haut: str = "plus haut"
    plus_bas: str = "plus bas"
    dates: str = ""
    heritage: Heritage | None = None

    @property
    def montant(self) -> bool:
        """Whether published figures are added up; else a formula of the atlas makes the figure."""
        return self.sorte == "montant"

    @property
    def unite_collee(self) -> str:
        """Its unit when no figure goes without it, else nothing."""
        return self.unite if self.unite in UNITES_COLLEES else ""

    @property
    def mele_des_annees(self) -> bool:
        """Whether figures of several years are put together, which the sheet must say."""
        return len(self.annees) > 1

    def unite_de(self, valeur: float) -> str:
        """The unit as it is read after a figure: « 1 projet », « 2 projets »; « % » never changes."""
        return accord(self.unite, round(valeur, self.decimales))


INDICATEURS: Final[dict[str, Indicateur]] = {
    indicateur.cle: indicateur
    for indicateur in (
        Indicateur(
            cle="projets",
            libelle="Projets lauréats de France Relance",
            unite="projets",
            sorte="montant",
            formule="Lignes de l’extrait d’avril 2022 de France Relance dont la commune est ici, répétitions "
            "comprises. « Projets territoriaux » : fonds du programme.",
            annees=(2022,),
            sources=("plan_relance_industrie",),
            plus_haut_est="favorable",
            calcul=agregation.nombre_de_projets,
            en_tete=1,
            abrege="Projets",
        ),
        Indicateur(
            cle="projets_pour_10000_hab",
            libelle="Projets pour 10 000 habitants",
            unite="pour 10 000 hab.",
            decimales=2,
            sorte="ratio",
            formule=("Projets de l’extrait × 10 000 ÷ population municipale de 2018 des communes."),
            annees=(2018, 2022),
            sources=("plan_relance_industrie", "epcicom2021"),
            plus_haut_est="favorable",
            calcul=partial(agregation.rapport, colonne="population", pour=10_000),
            dates="projets 2022, population 2018",
        ),
        Indicateur(
            cle="projets_pour_1000_etab_ind",
            libelle="Projets pour 1 000 établissements industriels",
            unite="pour 1 000 étab.",
            decimales=1,
            sorte="ratio",
            formule=(
                "Projets de l’extrait × 1 000 ÷ établissements de l’industrie au 31 décembre "
                "2018 des communes."
            ),
            annees=(2018, 2022),
            sources=("plan_relance_industrie", "base_cc_comparateur"),
            plus_haut_est="favorable",
            calcul=partial(agregation.rapport, colonne="etablissements_industrie", pour=1_000),
            colonne="etablissements_industrie",
            lacune="les établissements de Mayotte ne sont pas publiés",
            dates="projets 2022, établissements 2018",
        ),
        Indicateur(
            cle="emplois_annonces",
            libelle="Emplois annoncés",
            unite="emplois",
            sorte="montant",
            formule=(
                "Emplois que les projets disent créer ; les mêmes, dits par plusieurs lignes, comptent une "
                "fois."
            ),
            annees=(2022,),
            sources=("plan_relance_industrie",),
            plus_haut_est="favorable",
            couverture_en="projets",
            seuil=0.0,
            calcul=agregation.emplois_annonces,
            en_tete=2,
            abrege="Emplois",
            part_dite=False,
            classe=False,
            minimum=True,
        ),
        Indicateur(
            cle="part_industrie",
            libelle="Part de l’industrie dans l’emploi",
            unite="%",
            decimales=1,
            sorte="ratio",
            formule=(
                "Moyenne des parts de 2022 des intercommunalités (ou EPT, ou Paris), pondérée par leurs "
                "emplois de 2018 ici ; aucune si plus de 20 % de ces emplois sont d’intercommunalités "
                "en partie ici. "
                "L’outre-mer n’est pas publié."
            ),
            annees=(2018, 2022),
            sources=("agg_epci_exdeco", "base_cc_comparateur"),
            geographie="intercommunalités de 2025 et EPT, communes du 1er janvier 2021",
            calcul=partial(agregation.moyenne, colonne="part_industrie", poids="emplois"),
            heritage=INTERCOMMUNALITE,
            en_tete=3,
            abrege="Industrie",
            colonne="part_industrie",
            lacune="la part de l’industrie par intercommunalité n’est pas publiée outre-mer",
            autre_geographie="ses données de 2022 suivent les intercommunalités de 2025, où manquent",
            plus_haut="part la plus haute",
            plus_bas="part la plus basse",
            dates="part 2022, emplois 2018, EPCI 2025",
        ),
        Indicateur(
            cle="chomage",
            libelle="Taux de chômage",
            unite="%",
            decimales=1,
            sorte="ratio",
            formule=(
                "Moyenne des taux du 3e trimestre 2023 des zones d’emploi (ou de leur partie dans la "
                "région), pondérée par leurs actifs de 2018 ici : des voisins ont le même. "
                "La Guyane et Mayotte ne sont pas publiées."
            ),
            annees=(2018, 2023),
            sources=("chomage_zones", "appartenance_2022", "base_cc_comparateur"),
            geographie="zones d’emploi de 2020, communes du 1er janvier 2021",
            plus_haut_est="défavorable",
            calcul=partial(agregation.moyenne, colonne="chomage", poids="actifs"),
            heritage=ZONE_D_EMPLOI,
            en_tete=4,
            abrege="Chômage",
            colonne="chomage",
            lacune="le chômage de la Guyane et de Mayotte n’est pas publié",
            plus_haut="taux le plus haut",
            plus_bas="taux le plus bas",
            dates="3e trimestre 2023, actifs 2018",
        ),
        Indicateur(
            cle="evolution_chomage",
            libelle="Évolution du chômage depuis début 2019",
            unite="points",
            decimales=1,
            sorte="ratio",
            formule=(
                "Taux de chômage du 3e trimestre 2023 moins celui du 1er trimestre 2019, tous deux avec les "
                "actifs de 2018."
            ),
            annees=(2018, 2019, 2023),
            sources=("chomage_zones", "appartenance_2022", "base_cc_comparateur"),
            geographie="zones d’emploi de 2020, communes du 1er janvier 2021",
            plus_haut_est="défavorable",
            calcul=partial(agregation.moyenne, colonne="evolution_chomage", poids="actifs"),
            heritage=ZONE_D_EMPLOI,
            colonne="evolution_chomage",
            lacune="le chômage de la Guyane et de Mayotte n’est pas publié",
            autour_de_zero=True,
            plus_haut="évolution la plus haute",
            plus_bas="évolution la plus basse",
            dates="de 2019 à 2023, actifs 2018",
        ),
        Indicateur(
            cle="etablissements_industrie",
            libelle="Établissements industriels",
            unite="établissements",
            sorte="montant",
            formule=(
                "Établissements de l’industrie au 31 décembre 2018, somme des communes. Mayotte n’est pas "
                "publiée."
            ),
            annees=(2018,),
            sources=("base_cc_comparateur",),
            calcul=partial(agregation.somme, colonne="etablissements_industrie"),
            colonne="etablissements_industrie",
            lacune="les établissements de Mayotte ne sont pas publiés",
        ),
        Indicateur(
            cle="population",
            libelle="Population",
            unite="habitants",
            sorte="montant",
            formule="Populations municipales de 2018, somme des communes.",
            annees=(2018,),
            sources=("epcicom2021",),
            calcul=partial(agregation.somme, colonne="population"),
            en_tete=5,
            abrege="Habitants",
        ),
    )
}
"""Every indicator by its key, in the order in which a reader is offered them."""


def de_la_fiche() -> tuple[Indicateur, ...]:
    """Every indicator as a sheet shows them: the first figures, then those that refine them."""
    premiers = sorted((i for i in INDICATEURS.values() if i.en_tete), key=lambda i: i.en_tete or 0)
    return (*premiers, *(i for i in INDICATEURS.values() if not i.en_tete))

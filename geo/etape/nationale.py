"""The national figures of the « Point d'étape » of 2021, and what our own tables give beside them.

What was published stays as published, with its date and its place in the document. What we can count
ourselves stands beside it, declared once with its formula and with the reason why it differs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from francais import accorder, liste
from geo.indicateurs import HORS_TI, TOUS_LES_TI, emplois_industriels, mesure
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.sources import perimetres_de

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.atlas import Atlas
    from geo.indicateurs import Objet

__all__ = ["CALCULS", "PRINCIPAUX", "Calcul", "Chiffre", "chiffres_nationaux"]

PRINCIPAUX: Final = (
    "Territoires d'industrie",
    "Intercommunalités couvertes",
    "Projets remontés dans les plans d'actions",
    "Projets lauréats du fonds d'accélération",
    "Investissements industriels soutenus",
    "Subventions engagées par l'Etat et les Régions",
    "Créations d'emplois prévues",
)
"""The figures that say where the programme stands, in the order in which they are read."""

_MILLION: Final = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Calcul:
    """What our tables give for a published figure.

    Attributes:
        formule: How it is computed, one French sentence.
        ecart: Why it may differ from what was published; empty when it does not.
        annees: Years of the figures that it is made of.
        sources: Keys of `data/sources/sources.toml`.
        decimales: Decimals that are shown.
        par_construction: Whether it was made from the published figure, and so cannot but find it again.
        valeur: The computation, in the unit of the published figure.
        portee: What it covers or leaves out, a few French words after the figure; empty for nothing to say.
    """

    formule: str
    ecart: str = ""
    annees: tuple[int, ...] = (2021,)
    sources: tuple[str, ...]
    decimales: int = 0
    par_construction: bool = False
    valeur: Callable[[Atlas], float] = field(repr=False, compare=False)
    portee: Callable[[Atlas], str] = field(default=lambda _: "", repr=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class Chiffre:
    """A published figure.

    Attributes:
        indicateur: What is counted, as published.
        valeur: The figure, as published.
        unite: Its unit, as published.
        date: Its date, « 2021-09-24 », or its year.
        section: Part of the document.
        calcul: How we compute it ourselves; None when we cannot.
        calculee: What we find, in the same unit; NaN without a computation.
        portee: What our figure covers or leaves out, in a few words.
    """

    indicateur: str
    valeur: float
    unite: str
    date: str
    section: str
    calcul: Calcul | None = None
    calculee: float = float("nan")
    portee: str = ""


def _territoires(atlas: Atlas) -> float:
    return float(len(atlas.territoires_de(MILLESIME_PAR_DEFAUT)))


def _intercommunalites(atlas: Atlas) -> float:
    groupements = atlas.groupements[atlas.groupements["millesime"] == MILLESIME_PAR_DEFAUT]
    return float(groupements["type"].isin(["EPCI", "EPT"]).sum())


def _sortes(atlas: Atlas) -> str:
    groupements = atlas.groupements[atlas.groupements["millesime"] == MILLESIME_PAR_DEFAUT]
    comptes = groupements["type"].value_counts()
    return f"dont {accorder(int(comptes.get('EPT', 0)), 'EPT', 'EPT')} du Grand Paris"


def _hors(colonne: str) -> Callable[[Atlas], str]:
    """The régions of which a column says nothing."""

    def portee(atlas: Atlas) -> str:
        absentes = atlas.regions_2021.loc[atlas.regions_2021[colonne].isna(), "region"].tolist()
        return f"hors {liste(absentes)}" if absentes else ""

    return portee


def _population(atlas: Atlas) -> float:
    return _valeur(atlas, TOUS_LES_TI, "population") / _MILLION


def _emplois_industriels(atlas: Atlas) -> float:
    return emplois_industriels(atlas, TOUS_LES_TI, MILLESIME_PAR_DEFAUT) / _MILLION


def _valeur(atlas: Atlas, objet: Objet, cle: str) -> float:
    trouvee = mesure(atlas, objet=objet, millesime=MILLESIME_PAR_DEFAUT, cle=cle)
    return trouvee.valeur if trouvee else float("nan")


def _somme(colonne: str, facteur: float = 1.0) -> Callable[[Atlas], float]:
    """Sum of a column of the régions, known ones only."""
    return lambda atlas: float(atlas.regions_2021[colonne].sum()) * facteur


def _moyenne_par_laureat(atlas: Atlas) -> float:
    regions = atlas.regions_2021
    return float(regions["investissements_meur"].sum() / regions["laureats"].sum())


_REGIONS: Final = ("point_etape_regions",)
_PARTS: Final = ("agg_epci_exdeco", "base_cc_comparateur")
_PAR_CONSTRUCTION: Final = (
    "La ligne d’Auvergne-Rhône-Alpes est déduite de ce total : la somme le retrouve par construction."
)
_AUTRE_ANNEE: Final = (
    "Publié pour 2018 ; calculé avec les parts du recensement de 2022 par intercommunalité de 2025 (sans "
    "l’outre-mer), pondérées par les emplois de 2018 de leurs communes."
)

CALCULS: Final[dict[str, Calcul]] = {
    "Territoires d'industrie": Calcul(
        formule="Territoires de la carte de 2021, comptés un par un.",
        sources=perimetres_de(MILLESIME_PAR_DEFAUT),
        valeur=_territoires,
    ),
    "Intercommunalités couvertes": Calcul(
        formule="EPCI et établissements publics territoriaux du Grand Paris, dans un territoire de 2021. "
        "Les communes qui participent seules n’en sont pas.",
        sources=perimetres_de(MILLESIME_PAR_DEFAUT),
        valeur=_intercommunalites,
        portee=_sortes,
    ),
    "Habitants des intercommunalités couvertes": Calcul(
        formule="Population municipale de 2018 des communes des territoires de 2021.",
        ecart="Publié en millions entiers.",
        annees=(2018,),
        sources=("epcicom2021",),
        decimales=1,
        valeur=_population,
    ),
    "Emplois industriels dans les Territoires d'industrie": Calcul(
        formule="Emplois de 2018 des communes des territoires × part de l’industrie de 2022 de leur "
        "intercommunalité.",
        ecart=_AUTRE_ANNEE,
        annees=(2018, 2022),
        sources=_PARTS,
        decimales=1,
        valeur=_emplois_industriels,
    ),
    "Part de l'emploi industriel dans les Territoires d'industrie": Calcul(
        formule="Moyenne des parts de 2022 des intercommunalités, pondérée par leurs emplois de 2018 dans un "
        "territoire de 2021.",
        ecart=_AUTRE_ANNEE,
        annees=(2018, 2022),
        sources=_PARTS,
        decimales=1,
        valeur=lambda atlas: _valeur(atlas, TOUS_LES_TI, "part_industrie"),
    ),
    "Part de l'emploi industriel hors Territoires d'industrie": Calcul(
        formule="Moyenne des parts de 2022 des intercommunalités, pondérée par leurs emplois de 2018 hors "
        "des territoires de 2021.",
        ecart=_AUTRE_ANNEE,
        annees=(2018, 2022),
        sources=_PARTS,
        decimales=1,
        valeur=lambda atlas: _valeur(atlas, HORS_TI, "part_industrie"),
    ),
    "Projets remontés dans les plans d'actions": Calcul(
        formule="Somme des régions qui publient ce nombre.",
        ecart="Celui d’Auvergne-Rhône-Alpes n’est pas connu : sa page manque au document.",
        sources=_REGIONS,
        valeur=_somme("projets_remontes"),
        portee=_hors("projets_remontes"),
    ),
    "Projets lauréats du fonds d'accélération": Calcul(
        formule="Somme des régions.",
        ecart=_PAR_CONSTRUCTION,
        sources=_REGIONS,
        par_construction=True,
        valeur=_somme("laureats"),
    ),
    "Investissements industriels soutenus": Calcul(
        formule="Somme des régions.",
        ecart=_PAR_CONSTRUCTION,
        sources=_REGIONS,
        decimales=1,
        par_construction=True,
        valeur=_somme("investissements_meur", 1 / 1000),
    ),
    "Subventions engagées par l'Etat et les Régions": Calcul(
        formule="Somme des régions.",
        ecart=_PAR_CONSTRUCTION,
        sources=_REGIONS,
        par_construction=True,
        valeur=_somme("engagements_meur"),
    ),
    "Créations d'emplois prévues": Calcul(
        formule="Somme des régions.",
        ecart=_PAR_CONSTRUCTION,
        sources=_REGIONS,
        par_construction=True,
        valeur=_somme("emplois_prevus"),
    ),
    "Investissement moyen par projet soutenu": Calcul(
        formule="Somme des investissements des régions ÷ somme de leurs lauréats du fonds.",
        ecart="Ces deux sommes sont les totaux publiés, par construction.",
        sources=_REGIONS,
        decimales=1,
        par_construction=True,
        valeur=_moyenne_par_laureat,
    ),
}
"""What we compute ourselves, by the name of the published figure."""


def chiffres_nationaux(atlas: Atlas) -> tuple[Chiffre, ...]:
    """Every published figure in the order of the document, with what we compute beside it."""
    return tuple(_chiffre(atlas, ligne) for ligne in atlas.national_2021.to_dict("records"))


def _chiffre(atlas: Atlas, ligne: dict[str, object]) -> Chiffre:
    calcul = CALCULS.get(str(ligne["indicateur"]))
    return Chiffre(
        indicateur=str(ligne["indicateur"]),
        valeur=float(str(ligne["valeur"])),
        unite=str(ligne["unite"]),
        date=str(ligne["date"]),
        section=str(ligne["section"]),
        calcul=calcul,
        calculee=calcul.valeur(atlas) if calcul else float("nan"),
        portee=calcul.portee(atlas) if calcul else "",
    )

"""The figures of the régions that the « Point d'étape » of 2021 published, and the ratios made from them.

Each is declared once: what is published, by what it is divided, unit, years, sources. The figure of France is
always the sum of the numerators over the sum of the denominators, never a mean of the régions' ratios: so it
follows from how a figure is declared, and no page can do otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.etape.precision import Encadre
from geo.indicateurs import DECIMALES_EXACTES, Objet, mesure
from geo.millesimes import MILLESIME_PAR_DEFAUT
from memoire import garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["EUROS", "FORMULES", "FRANCE", "Formule", "assiette_regions", "calculer", "encadres"]

EUROS: Final = 1_000_000
"""Euros in a M€."""

FRANCE: Final = "FR"
"""Code of the last row of `calculer`."""

DOCUMENT: Final = "point_etape_regions"
"""Key of `data/sources/sources.toml`."""

DEDUIT: Final = "déduit"
CALCULE: Final = "calculé"

BAS: Final = "_bas"
HAUT: Final = "_haut"
"""What ends the name of a column that bounds another one."""

_PUBLIEES: Final = (
    "laureats",
    *("investissements_meur", "investissements_meur_bas", "investissements_meur_haut"),
    *("engagements_meur", "engagements_meur_bas", "engagements_meur_haut"),
    "emplois_prevus",
)

POPULATION: Final = "population"
ETABLISSEMENTS: Final = "etablissements_industrie"


@dataclass(frozen=True, kw_only=True)
class Formule:
    """One figure of a région.

    Attributes:
        cle: Short name, in addresses and files.
        libelle: What a reader sees.
        unite: Unit, as `francais.nombre` shows it after the figure.
        decimales: Decimals that are shown.
        formule: How it is computed, one French sentence or two.
        annees: Years of the figures that it is made of.
        numerateur: Column of `assiette_regions`.
        denominateur: Column that divides it; empty for a figure that is published as it is.
        facteur: By what the ratio is multiplied (10 000 inhabitants, euros in a M€).
        sources: Keys of `data/sources/sources.toml`.
        geographie: Of which map the figures speak.
    """

    cle: str
    libelle: str
    unite: str
    decimales: int = 0
    formule: str
    annees: tuple[int, ...] = (2021,)
    numerateur: str
    denominateur: str = ""
    facteur: float = 1.0
    sources: tuple[str, ...] = (DOCUMENT,)
    geographie: str = "régions de 2016 ; l’outre-mer en une ligne, comme publié"

    @property
    def publie(self) -> bool:
        """Whether the document gives the figure itself; else the atlas computes it."""
        return not self.denominateur


_HABITANTS: Final = "population municipale de 2018 de la région"
_USINES: Final = (
    "établissements de l’industrie au 31 décembre 2018 de la région. Ceux de Mayotte ne sont pas publiés : "
    "l’outre-mer paraît donc un peu plus haut qu’il n’est"
)
_AVEC_HABITANTS: Final = (DOCUMENT, "epcicom2021")
_AVEC_USINES: Final = (DOCUMENT, "base_cc_comparateur")

FORMULES: Final[dict[str, Formule]] = {
    formule.cle: formule
    for formule in (
        Formule(
            cle="laureats",
            libelle="Lauréats du fonds d’accélération",
            unite="projets",
            formule="Projets lauréats du fonds d’accélération, tels que publiés.",
            numerateur="laureats",
        ),
        Formule(
            cle="investissements",
            libelle="Investissements soutenus",
            unite="M€",
            decimales=1,
            formule="Investissements des projets lauréats du fonds d’accélération, tels que publiés.",
            numerateur="investissements_meur",
        ),
        Formule(
            cle="engagements",
            libelle="Subventions engagées",
            unite="M€",
            decimales=1,
            formule="Subventions engagées par l’État et la Région, telles que publiées.",
            numerateur="engagements_meur",
        ),
        Formule(
            cle="emplois",
            libelle="Emplois prévus",
            unite="emplois",
            formule="Créations d’emplois que les lauréats du fonds prévoient, telles que publiées.",
            numerateur="emplois_prevus",
        ),
        Formule(
            cle="levier",
            libelle="Investissement pour 1 € public",
            unite="€",
            decimales=1,
            formule="Investissements soutenus ÷ subventions engagées.",
            numerateur="investissements_meur",
            denominateur="engagements_meur",
        ),
        Formule(
            cle="cout_emploi",
            libelle="Subvention par emploi prévu",
            unite="€",
            formule="Subventions engagées ÷ emplois prévus : des emplois annoncés, pas encore créés.",
            numerateur="engagements_meur",
            denominateur="emplois_prevus",
            facteur=EUROS,
        ),
        Formule(
            cle="laureats_hab",
            libelle="Lauréats du fonds pour 100 000 habitants",
            unite="pour 100 000 hab.",
            decimales=1,
            formule=f"Lauréats du fonds × 100 000 ÷ {_HABITANTS}.",
            annees=(2018, 2021),
            numerateur="laureats",
            denominateur=POPULATION,
            facteur=100_000,
            sources=_AVEC_HABITANTS,
        ),
        Formule(
            cle="engagements_hab",
            libelle="Subvention par habitant",
            unite="€",
            decimales=1,
            formule=f"Subventions engagées ÷ {_HABITANTS}.",
            annees=(2018, 2021),
            numerateur="engagements_meur",
            denominateur=POPULATION,
            facteur=EUROS,
            sources=_AVEC_HABITANTS,
        ),
        Formule(
            cle="emplois_hab",
            libelle="Emplois prévus pour 10 000 habitants",
            unite="pour 10 000 hab.",
            decimales=1,
            formule=f"Emplois prévus × 10 000 ÷ {_HABITANTS}.",
            annees=(2018, 2021),
            numerateur="emplois_prevus",
            denominateur=POPULATION,
            facteur=10_000,
            sources=_AVEC_HABITANTS,
        ),
        Formule(
            cle="laureats_etab",
            libelle="Lauréats du fonds pour 1 000 établissements industriels",
            unite="pour 1 000 étab.",
            decimales=1,
            formule=f"Lauréats du fonds × 1 000 ÷ {_USINES}.",
            annees=(2018, 2021),
            numerateur="laureats",
            denominateur=ETABLISSEMENTS,
            facteur=1_000,
            sources=_AVEC_USINES,
        ),
        Formule(
            cle="engagements_etab",
            libelle="Subvention par établissement industriel",
            unite="€",
            formule=f"Subventions engagées ÷ {_USINES}.",
            annees=(2018, 2021),
            numerateur="engagements_meur",
            denominateur=ETABLISSEMENTS,
            facteur=EUROS,
            sources=_AVEC_USINES,
        ),
    )
}
"""Every figure of a région by its key: the four that are published, then the ratios."""


@garde(taille=1)
def assiette_regions(atlas: Atlas) -> pd.DataFrame:
    """What the figures are made of, one row a région of the document, in its order.

    Returns:
        code (or OM), nom, statut, precision as published; laureats, investissements_meur, engagements_meur,
        emplois_prevus (published; an amount with its bounds, `…_bas` and `…_haut`); population (2018),
        etablissements_industrie (2018). All figures float64, NaN where nothing is known. Read only, shared by
        all readers.
    """
    publies = atlas.regions_2021
    figures = {colonne: publies[colonne].astype("float64") for colonne in _PUBLIEES}
    references = {
        cle: [_reference(atlas, code, cle) for code in publies["code_region"]]
        for cle in (POPULATION, ETABLISSEMENTS)
    }
    return pd.DataFrame(
        {
            "code": publies["code_region"],
            "nom": publies["region"],
            "statut": publies["statut"],
            "precision": publies["precision"],
            **figures,
            **references,
        }
    )


def _reference(atlas: Atlas, code: str, cle: str) -> float:
    """A figure of a région or of overseas as a whole, from the communes."""
    objet = Objet(sorte="region", code=code)
    trouvee = mesure(atlas, objet=objet, millesime=MILLESIME_PAR_DEFAUT, cle=cle)
    return trouvee.valeur if trouvee else float("nan")


def calculer(assiette: pd.DataFrame, formule: Formule) -> pd.DataFrame:
    """One figure of every région, then of France.

    Args:
        assiette: Rows of `assiette_regions`.
        formule: Which figure.

    Returns:
        code, nom, statut (publié, déduit, calculé, somme), valeur (NaN when a part of it is missing or its
        denominator is zero), bas and haut (what the roundings of its parts allow). The highest first, equal
        ones by name, then the deduced ones, which have no rank, unknown ones after all others. The last row
        is France (code `FRANCE`): a sum, or a ratio of the sums over the régions whose parts are known.
    """
    hauts, bas = _termes(assiette, formule.numerateur), _termes(assiette, formule.denominateur)
    connues = hauts["valeur"].notna() & (bas["valeur"] > 0)
    deduites = assiette["statut"] == DEDUIT
    table = assiette[["code", "nom"]].assign(
        statut=assiette["statut"].where(formule.publie | deduites, CALCULE),
        **{nom: v.where(connues) for nom, v in _rapport(hauts, bas, formule.facteur).items()},
    )
    ordre = table.assign(_rang=deduites.astype(int).where(connues, 2))
    ordre = ordre.sort_values(["_rang", "valeur", "nom"], ascending=[True, False, True], ignore_index=True)
    sommes = [_somme(termes[connues], deduites[connues]) for termes in (hauts, bas)]
    if formule.publie:
        sommes[1] = pd.DataFrame(1.0, index=[0], columns=sommes[1].columns)
    france = pd.DataFrame(_rapport(sommes[0], sommes[1], formule.facteur)).assign(
        code=FRANCE, nom="France", statut="somme" if formule.publie else CALCULE
    )
    table = pd.concat([ordre.drop(columns="_rang"), france], ignore_index=True)
    return table.round(dict.fromkeys(("valeur", "bas", "haut"), DECIMALES_EXACTES))


def encadres(assiette: pd.DataFrame, formule: Formule) -> dict[str, Encadre]:
    """One figure of every région and of France by its code, in the order of `calculer`."""
    return {
        ligne["code"]: Encadre(
            valeur=ligne["valeur"], bas=ligne["bas"], haut=ligne["haut"], deduit=ligne["statut"] == DEDUIT
        )
        for ligne in calculer(assiette, formule).to_dict("records")
    }


def _termes(assiette: pd.DataFrame, colonne: str) -> pd.DataFrame:
    """valeur, bas, haut of one column: a figure without bounds is exact, no column is one everywhere."""
    valeur = assiette[colonne] if colonne else pd.Series(1.0, assiette.index)
    return pd.DataFrame(
        {
            "valeur": valeur,
            "bas": assiette.get(f"{colonne}{BAS}", valeur),
            "haut": assiette.get(f"{colonne}{HAUT}", valeur),
        }
    )


def _somme(termes: pd.DataFrame, deduites: pd.Series) -> pd.DataFrame:
    """valeur, bas, haut of a sum: known as its deduced part is, since both come from one national total."""
    marges = {"bas": termes["bas"] - termes["valeur"], "haut": termes["haut"] - termes["valeur"]}
    total = float(termes["valeur"].sum())
    bornes = {nom: total + float(marge[deduites].sum()) for nom, marge in marges.items()}
    return pd.DataFrame({"valeur": [total], **{nom: [borne] for nom, borne in bornes.items()}})


def _rapport(haut: pd.DataFrame, bas: pd.DataFrame, facteur: float) -> dict[str, pd.Series]:
    """A ratio and its bounds: the least is the least over the most; NaN over nothing."""
    diviseur = bas.where(bas["valeur"] > 0)
    return {
        "valeur": haut["valeur"] * facteur / diviseur["valeur"],
        "bas": haut["bas"] * facteur / diviseur["haut"],
        "haut": haut["haut"] * facteur / diviseur["bas"],
    }

"""Whether the label goes with more projects: what is inside the territories, what is outside, of each total.

Half of the projects inside would say nothing: half of the inhabitants may be inside too, and more than half
of the industry. So every share stands beside those of population, jobs, establishments and industrial jobs. A
share that is higher is no proof of an effect either: the territories were chosen for their industry.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from francais import nombre
from geo.atlas import FRANCE, PAYS
from geo.indicateurs.agregation import silences, somme
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import OUTRE_MER, mesure, regions_dites
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, TOUS_LES_TI

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.indicateurs.mesures import Mesure
    from geo.indicateurs.objets import Objet

__all__ = ["GRANDEURS", "Grandeur", "Partage", "emplois_industriels", "part_industrielle", "partages"]

Sorte = Literal["programme", "référence"]


@dataclass(frozen=True, kw_only=True)
class Grandeur:
    """Something that is partly inside the territories and partly outside.

    Attributes:
        cle: Short name.
        libelle: What a reader sees.
        unite: Unit of both parts.
        sorte: « programme » for what the label may bring, « référence » for what it is compared with.
        colonne: Column of the communes that is summed; else it is the indicator of that key.
        manque: Column of the communes that is empty where nothing is published; empty when it never is.
        formule: How it is computed, one French sentence.
        annees: Years of the figures that it is made of.
        sources: Keys of `data/sources/sources.toml`.
    """

    cle: str
    libelle: str
    unite: str
    sorte: Sorte
    colonne: str = ""
    manque: str = ""
    formule: str
    annees: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Partage:
    """One quantity inside and outside the territories of a millésime.

    Attributes:
        grandeur: What is shared out.
        dans: Quantity inside.
        hors: Quantity outside.
        precision: What is in neither, or is counted in both, in a few words; may be empty.
    """

    grandeur: Grandeur
    dans: float
    hors: float
    precision: str = ""

    @property
    def part(self) -> float:
        """Share inside, 0 to 1, of the sum of both; NaN when one is unknown or both are zero."""
        total = self.dans + self.hors
        return self.dans / total if total else float("nan")


def _declaree(cle: str, sorte: Sorte, formule: str) -> Grandeur:
    """A quantity that is an indicator as it stands."""
    indicateur = INDICATEURS[cle]
    return Grandeur(
        cle=cle,
        libelle=indicateur.libelle,
        unite=indicateur.unite,
        sorte=sorte,
        manque=indicateur.colonne,
        formule=formule,
        annees=indicateur.annees,
        sources=indicateur.sources,
    )


GRANDEURS: Final = (
    _declaree(
        "projets",
        "programme",
        "Lignes de l’extrait d’avril 2022 de France Relance dont la commune est dans un territoire, ou hors. "
        "Les projets des collectivités d’outre-mer, qui ne sont dans aucune région, n’y sont pas.",
    ),
    _declaree(
        "emplois_annonces",
        "programme",
        "Emplois que ces projets disent créer, les mêmes une fois de chaque côté : ceux qu’un projet annonce "
        "pour plusieurs sites peuvent compter des deux. La plupart n’en disent rien.",
    ),
    _declaree("population", "référence", "Population municipale de 2018 des communes."),
    Grandeur(
        cle="emplois",
        libelle="Emplois",
        unite="emplois",
        sorte="référence",
        colonne="emplois",
        manque="emplois",
        formule="Emplois de 2018 au lieu de travail, somme des communes. Mayotte n’est pas publiée.",
        annees=(2018,),
        sources=("base_cc_comparateur",),
    ),
    _declaree(
        "etablissements_industrie",
        "référence",
        "Établissements de l’industrie au 31 décembre 2018, somme des communes ; Mayotte n’est pas publiée.",
    ),
    Grandeur(
        cle="emplois_industriels",
        libelle="Emplois industriels",
        unite="emplois",
        sorte="référence",
        colonne="emplois_industrie",
        manque="emplois_industrie",
        formule="Emplois de 2018 des communes × part de l’industrie de 2022 de leur intercommunalité, sans "
        "l’outre-mer, dont la part n’est pas publiée.",
        annees=(2018, 2022),
        sources=INDICATEURS["part_industrie"].sources,
    ),
)
"""What the programme brought first, then what it can be compared with."""


def partages(atlas: Atlas, *, millesime: int) -> tuple[Partage, ...]:
    """Every quantity of `GRANDEURS` inside and outside the territories of a millésime."""
    return tuple(_partage(atlas, grandeur, millesime) for grandeur in GRANDEURS)


def _partage(atlas: Atlas, grandeur: Grandeur, millesime: int) -> Partage:
    dans, hors, tout = (
        _quantite(atlas, grandeur, objet, millesime) for objet in (TOUS_LES_TI, HORS_TI, LA_FRANCE)
    )
    sans = _sans(atlas, grandeur)
    precision = f"sans {sans}" if sans else ""
    if grandeur.cle == "projets":
        precision = hors_des_regions(atlas)
    elif grandeur.cle == "emplois_annonces" and dans + hors > tout:
        precision = f"{nombre(dans + hors - tout)} comptés des deux côtés"
    return Partage(grandeur=grandeur, dans=dans, hors=hors, precision=precision)


def hors_des_regions(atlas: Atlas) -> str:
    """How many projects of the extract no région counts, « et 9 hors des régions »; empty when none is."""
    sans = int(atlas.assiettes.projets[PAYS].isna().sum())
    return f"et {nombre(sans)} hors des régions" if sans else ""


def _quantite(atlas: Atlas, grandeur: Grandeur, objet: Objet, millesime: int) -> float:
    if grandeur.colonne:
        par, code = objet.partition(millesime)
        return float(somme(atlas.assiettes, par, colonne=grandeur.colonne)["valeur"].get(code, math.nan))
    trouvee = mesure(atlas, objet=objet, millesime=millesime, cle=grandeur.cle)
    return trouvee.valeur if trouvee else math.nan


def _sans(atlas: Atlas, grandeur: Grandeur) -> str:
    """The régions that a quantity leaves out, in words."""
    if not grandeur.manque:
        return ""
    muettes = silences(atlas.assiettes, PAYS, colonne=grandeur.manque).get(FRANCE, ())
    dites = regions_dites(atlas, muettes)
    return f"l’{dites}" if dites == OUTRE_MER else dites


def emplois_industriels(atlas: Atlas, objet: Objet, millesime: int) -> float:
    """Industrial jobs of an object: its jobs of 2018 × the share of industry of 2022, where it is known."""
    grandeur = next(g for g in GRANDEURS if g.cle == "emplois_industriels")
    return _quantite(atlas, grandeur, objet, millesime)


def part_industrielle(atlas: Atlas, *, millesime: int) -> tuple[Mesure | None, Mesure | None]:
    """Share of industry in the jobs inside and outside the territories, in %."""
    dans, hors = (
        mesure(atlas, objet=objet, millesime=millesime, cle="part_industrie")
        for objet in (TOUS_LES_TI, HORS_TI)
    )
    return dans, hors

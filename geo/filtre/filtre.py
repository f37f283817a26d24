"""One filter of projects: what a reader narrows a selection by, and its address.

The page « Projets » is this object: every gesture makes a new one, every link is one written down. What it
selects is in `geo.filtre.selection`, what it says in French in `geo.filtre.puces`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geo.filtre.facettes import DANS_TI, EMPLOIS, FACETTES
from geo.filtre.lecture import Lecteur, nettoyer
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["TRIS", "Filtre", "Tri"]

TRIS: Final = {
    "entreprise": "Entreprise",
    "objet": "Objet",
    "commune": "Commune",
    "date": "Date",
    "emplois": "Emplois annoncés",
    "montant": "Montant",
    **{facette.mot: facette.libelle for facette in FACETTES},
}
"""Words of the columns that can sort -> what a reader calls them."""


@dataclass(frozen=True, kw_only=True)
class Tri:
    """An order of projects.

    Attributes:
        colonne: Word of the column (`TRIS`).
        decroissant: From the last to the first; the projects without a value stay last.
    """

    colonne: str
    decroissant: bool = False

    def ecrire(self) -> str:
        """« date », or « -date » from the last to the first."""
        return f"-{self.colonne}" if self.decroissant else self.colonne

    @classmethod
    def lire(cls, texte: str) -> Tri:
        """The order that `ecrire` wrote."""
        return cls(colonne=texte.removeprefix("-"), decroissant=texte.startswith("-"))


@dataclass(frozen=True, kw_only=True)
class Filtre:
    """What a selection of projects is narrowed by. Conditions add up; the values of one condition do not.

    Values are the words of the address (`geo.filtre.facettes`), kept sorted and once, so that two filters
    that say the same are equal.

    Attributes:
        filieres: Published filières.
        stades: « emergence », « etude », « laureat », « en_travaux », « en_service », « abandonne ».
        mesures: Short names of the measures.
        types: Sizes and statuses of enterprises.
        natures: What the money buys.
        regions: Codes of régions.
        departements: Codes of départements.
        epci: SIREN of intercommunalities.
        ti: Ids of territories of `millesime`.
        sources: « france_relance », « inspirant », « liste ».
        dans_ti: In a territory of `millesime` (True), out of any (False), or both (None). A project whose
            commune is not known is neither in nor out.
        millesime: Year of the perimeters.
        du: First month, « 2021-03 ».
        au: Last month, included.
        emplois_min: Fewest announced jobs; projects that state none are left out.
        emplois_max: Most announced jobs; projects that state none are left out.
        emplois_renseignes: Only the projects that state a number of jobs.
        texte: Words that must all be found in the enterprise, the object, the commune or the SIREN.
        tri: Order; None for the order of the table.
    """

    filieres: tuple[str, ...] = ()
    stades: tuple[str, ...] = ()
    mesures: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    natures: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    departements: tuple[str, ...] = ()
    epci: tuple[str, ...] = ()
    ti: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    dans_ti: bool | None = None
    millesime: int = MILLESIME_PAR_DEFAUT
    du: str | None = None
    au: str | None = None
    emplois_min: int | None = None
    emplois_max: int | None = None
    emplois_renseignes: bool = False
    texte: str = ""
    tri: Tri | None = None

    def __post_init__(self) -> None:
        """Bring values to their one form."""
        for facette in FACETTES:
            object.__setattr__(self, facette.champ, tuple(sorted(set(self.valeurs(facette.champ)))))
        object.__setattr__(self, "texte", nettoyer(self.texte))

    def valeurs(self, champ: str) -> tuple[str, ...]:
        """The chosen values of a facet, by the name of its attribute."""
        choisies: tuple[str, ...] = getattr(self, champ)
        return choisies

    @property
    def actif(self) -> bool:
        """Whether anything is filtered; the millésime and the order alone filter nothing."""
        return self != self.efface()

    def efface(self) -> Filtre:
        """« Tout effacer »: the same millésime and order, every project."""
        return Filtre(millesime=self.millesime, tri=self.tri)

    def ecrire(self) -> dict[str, list[str]]:
        """Word of the address -> its values; what is as usual is left out."""
        mots = {facette.mot: list(self.valeurs(facette.champ)) for facette in FACETTES}
        mots["dans_ti"] = [] if self.dans_ti is None else ["oui" if self.dans_ti else "non"]
        mots["millesime"] = [] if self.millesime == MILLESIME_PAR_DEFAUT else [str(self.millesime)]
        mots["du"] = _ecrit(self.du)
        mots["au"] = _ecrit(self.au)
        mots["emplois_min"] = _ecrit(self.emplois_min)
        mots["emplois_max"] = _ecrit(self.emplois_max)
        mots["emplois"] = list(EMPLOIS) if self.emplois_renseignes else []
        mots["q"] = _ecrit(self.texte or None)
        mots["tri"] = _ecrit(self.tri.ecrire() if self.tri else None)
        return {mot: valeurs for mot, valeurs in mots.items() if valeurs}

    @classmethod
    def lire(
        cls, parametres: Mapping[str, Sequence[str]], vocabulaires: Vocabulaires
    ) -> tuple[Filtre, list[str]]:
        """The filter that an address asks for, and a French notice for what is left aside.

        Never raises, whatever the values; words that are not its own are passed over.

        Args:
            parametres: The query string: word -> its values.
            vocabulaires: The values that exist.
        """
        lecteur = Lecteur(parametres)
        annees = {str(annee): annee for annee in MILLESIMES}
        annee = lecteur.un("millesime", "Millésime", annees)
        millesime = annees[annee] if annee else MILLESIME_PAR_DEFAUT
        connus = vocabulaires.de(millesime)
        choix: dict[str, Any] = {f.champ: lecteur.plusieurs(f, connus[f.mot]) for f in FACETTES}
        dans = lecteur.un("dans_ti", "Dans un territoire", DANS_TI)
        tri = lecteur.un("tri", "Tri", {**TRIS, **{f"-{mot}": mot for mot in TRIS}})
        return cls(
            millesime=millesime,
            dans_ti=None if dans is None else dans == "oui",
            emplois_renseignes=lecteur.un("emplois", "Emplois annoncés", EMPLOIS) is not None,
            texte=lecteur.texte("q"),
            tri=Tri.lire(tri) if tri else None,
            **choix,
            **_periode(lecteur),
            **_bornes(lecteur),
        ), lecteur.avis


def _ecrit(valeur: str | int | None) -> list[str]:
    return [] if valeur is None else [str(valeur)]


def _periode(lecteur: Lecteur) -> dict[str, Any]:
    """du, au; neither when the period ends before it begins."""
    du, au = lecteur.mois("du", "Début de la période"), lecteur.mois("au", "Fin de la période")
    if du and au and du > au:
        lecteur.avis.append("La période finit avant de commencer : elle est laissée de côté.")
        return {}
    return {"du": du, "au": au}


def _bornes(lecteur: Lecteur) -> dict[str, Any]:
    """emplois_min, emplois_max; neither when the least is above the most."""
    bas = lecteur.entier("emplois_min", "Emplois, au moins")
    haut = lecteur.entier("emplois_max", "Emplois, au plus")
    if bas is not None and haut is not None and bas > haut:
        lecteur.avis.append("Le minimum d’emplois dépasse le maximum : les deux sont laissés de côté.")
        return {}
    return {"emplois_min": bas, "emplois_max": haut}

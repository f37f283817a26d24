"""One filter of projects: what a reader narrows a selection by, and its address.

The page « Projets » is this object: every gesture makes a new one, every link is one written down. What it
selects is in `geo.filtre.selection`, what it says in French in `geo.filtre.puces`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from geo.adresse import (
    AdresseRepetee,
    Choix,
    Entier,
    Forme,
    Mois,
    Vocabulaire,
    champ,
    champ_millesime,
    nettoyer,
)
from geo.filtre.coches import Coches, ProjetsCoches
from geo.filtre.facettes import DANS_TI, EMPLOIS, FACETTE_DE, FACETTES
from geo.filtre.texte import TexteCherche
from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["TRIS", "Filtre", "Tri"]

TRIS: Final = {
    "entreprise": "Entreprise",
    "objet": "Objet",
    "commune": "Commune",
    "date": "Mise à jour",
    "emplois": "Emplois annoncés",
    "montant": "Investissement (M€)",
    **{facette.mot: facette.libelle for facette in FACETTES},
}
"""Words of the columns -> what a reader calls them: the table, its order and the window of a project."""


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


_TRIS: Final = {
    tri.ecrire(): tri for mot in TRIS for tri in (Tri(colonne=mot), Tri(colonne=mot, decroissant=True))
}
"""Word of the address -> order."""


def _facette(mot: str) -> Any:
    """The field of a facet: the values of its vocabulary in the millésime that was read."""
    facette = FACETTE_DE[mot]
    return champ(
        defaut=(),
        mot=mot,
        nom=facette.libelle,
        sens=f"{facette.libelle} du projet.",
        sorte=lambda lus, vocabulaires: Vocabulaire(vocabulaires.de(lus["millesime"])[mot]),
        forme=Forme.REPETEE,
    )


def _ecrit(permis: dict[str, Any]) -> Any:
    """Value -> word, of a closed list."""
    return {valeur: mot for mot, valeur in permis.items()}.__getitem__


_DANS_TI: Final = {mot: mot == "oui" for mot in DANS_TI}
_RENSEIGNES: Final = dict.fromkeys(EMPLOIS, True)


@dataclass(frozen=True, kw_only=True)
class Filtre(AdresseRepetee[Vocabulaires]):
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
        choisis: Only these projects, ticked one by one; empty for all.
        tri: Order; None for the order of the table.
    """

    filieres: tuple[str, ...] = _facette("filiere")
    stades: tuple[str, ...] = _facette("stade")
    regions: tuple[str, ...] = _facette("region")
    ti: tuple[str, ...] = _facette("ti")
    mesures: tuple[str, ...] = _facette("mesure")
    types: tuple[str, ...] = _facette("type")
    natures: tuple[str, ...] = _facette("nature")
    epci: tuple[str, ...] = _facette("epci")
    departements: tuple[str, ...] = _facette("departement")
    sources: tuple[str, ...] = _facette("source")
    dans_ti: bool | None = champ(
        defaut=None,
        mot="dans_ti",
        nom="Dans un territoire",
        sens="Dans un territoire du millésime, ou hors de tous.",
        sorte=Choix(_DANS_TI),
        ecrit=_ecrit(_DANS_TI),
    )
    millesime: int = champ_millesime()
    du: str | None = champ(
        defaut=None, mot="du", nom="Début de la période", sens="Premier mois.", sorte=Mois()
    )
    au: str | None = champ(
        defaut=None, mot="au", nom="Fin de la période", sens="Dernier mois, compris.", sorte=Mois()
    )
    emplois_min: int | None = champ(
        defaut=None,
        mot="emplois_min",
        nom="Emplois, au moins",
        sens="Emplois annoncés, au moins.",
        sorte=Entier(),
    )
    emplois_max: int | None = champ(
        defaut=None,
        mot="emplois_max",
        nom="Emplois, au plus",
        sens="Emplois annoncés, au plus.",
        sorte=Entier(),
    )
    emplois_renseignes: bool = champ(
        defaut=False,
        mot="emplois",
        nom="Emplois annoncés",
        sens="Les seuls projets qui disent leurs emplois.",
        sorte=Choix(_RENSEIGNES),
        ecrit=_ecrit(_RENSEIGNES),
    )
    texte: str = champ(
        defaut="",
        mot="q",
        nom="Texte cherché",
        sens="Mots à trouver tous dans l’entreprise, l’objet, la commune ou le SIREN.",
        sorte=TexteCherche(),
    )
    choisis: Coches = champ(
        defaut=Coches(),
        mot="choix",
        nom="Projets cochés",
        sens="Projets choisis un à un, tels que la page les écrit, ou leurs identifiants entre virgules.",
        sorte=lambda _, vocabulaires: ProjetsCoches(vocabulaires.projets),
        ecrit=lambda coches: coches.ecrit,
    )
    tri: Tri | None = champ(
        defaut=None,
        mot="tri",
        nom="Tri",
        sens="Ordre des lignes ; « - » devant, du dernier au premier.",
        sorte=Choix(_TRIS),
        ecrit=Tri.ecrire,
    )

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

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:
        """A period that ends before it begins, or a least above its most, filters nothing."""
        if _inverses(lus, "du", "au"):
            avis.append("La période finit avant de commencer : elle est laissée de côté.")
        if _inverses(lus, "emplois_min", "emplois_max"):
            avis.append("Le minimum d’emplois dépasse le maximum : les deux sont laissés de côté.")


def _inverses(lus: dict[str, Any], bas: str, haut: str) -> bool:
    """Whether two bounds are the wrong way round; they are then taken away."""
    inverses = lus[bas] is not None and lus[haut] is not None and lus[bas] > lus[haut]
    if inverses:
        lus.update({bas: None, haut: None})
    return inverses

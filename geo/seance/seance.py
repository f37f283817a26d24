"""A séance: a named playlist of views, which a link or a small file says whole.

A view is one word: an object of `geo.indicateurs.objets`, its millésime when it is not the usual one
(`ti-2806_2023`) and, after a dot, what is shown of it (`region-53.filieres`); or a selection of projects,
with the query of the page « Projets » (`projets.filiere=Santé`). Words last: what one says today, a file
opened next year says again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from geo.adresse import (
    ANNEES,
    AdresseRepetee,
    Avis,
    Champ,
    Choix,
    Entier,
    Forme,
    Lecteur,
    Regles,
    Sorte,
    champ,
    champ_millesime,
    nettoyer,
)
from geo.atlas import Atlas
from geo.filtre import Filtre, Vocabulaires
from geo.indicateurs import Objet, lire_objet
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adresse import Dire

__all__ = [
    "CARTE",
    "FONDS",
    "FORMES",
    "NOM_MAX",
    "PROJETS",
    "VUES_MAX",
    "Fond",
    "Seance",
    "Vue",
    "lire_vue",
    "lire_vues",
    "requete_du_lien",
]

Fond = Literal["clair", "sombre"]

FONDS: Final[dict[str, Fond]] = {"clair": "clair", "sombre": "sombre"}
"""Words of `fond`."""

CARTE: Final = "carte"
FORMES: Final = {
    CARTE: "Carte et chiffres",
    "filieres": "Filières",
    "natures": "Natures de dépense",
    "mois": "Mois de mise à jour",
}
"""What can be shown of an object or of a selection; the first one goes without saying."""

PROJETS: Final = "projets"
"""Word of a selection of projects."""

SORTES: Final = frozenset({"france", "region", "ti"})
"""Kinds of objects that a séance shows."""

VUES_MAX: Final = 60
NOM_MAX: Final = 80
LONGUEUR_MAX: Final = 6_000
"""Views of a séance; characters of its name; characters of a view, beyond which it is left aside."""

CHAMPS_MAX: Final = 400
"""Parameters of a selection that are read."""


@dataclass(frozen=True, kw_only=True)
class Vue:
    """One view.

    Attributes:
        objet: What it shows; None for a selection of projects.
        forme: How, a key of `FORMES`.
        millesime: Year of its perimeters; that of the filter for a selection.
        filtre: The selection of projects; without any filter when `objet` says what is shown.
    """

    objet: Objet | None = None
    forme: str = CARTE
    millesime: int = MILLESIME_PAR_DEFAUT
    filtre: Filtre = field(default_factory=Filtre)

    def __post_init__(self) -> None:
        """An order of projects changes nothing of what a view shows."""
        object.__setattr__(self, "filtre", Filtre() if self.objet else replace(self.filtre, tri=None))
        if self.objet is None:
            object.__setattr__(self, "millesime", self.filtre.millesime)

    @property
    def mot(self) -> str:
        """How an address and a file name it."""
        usuel = self.objet is None or self.millesime == MILLESIME_PAR_DEFAUT
        base = (self.objet.mot if self.objet else PROJETS) + ("" if usuel else f"_{self.millesime}")
        forme = "" if self.forme == CARTE else f".{self.forme}"
        requete = "" if self.objet else urlencode(self.filtre.ecrire(), doseq=True)
        return f"{base}{forme}.{requete}" if requete else f"{base}{forme}"

    @property
    def carte(self) -> bool:
        """Whether it shows a map; else bars."""
        return self.forme == CARTE


class _Vues(Sorte):
    """Words of views."""

    def __init__(self, atlas: Atlas, vocabulaires: Vocabulaires, millesime: int) -> None:
        """Those that can be shown; of this millésime when they say none."""
        self.fonds = (atlas, vocabulaires)
        self.millesime = millesime

    def comprendre(self, valeur: str, dire: Dire) -> Vue | None:
        """The view, with the notices of its selection."""
        vue, avis = lire_vue(valeur, *self.fonds, millesime=self.millesime)
        for texte in avis:
            dire(texte)
        return vue


_VUES: Final = Champ(
    mot="vue",
    nom="Vues",
    sorte=lambda lus, atlas, vocabulaires: _Vues(atlas, vocabulaires, lus["millesime"]),
    forme=Forme.REPETEE,
    avis=Avis(
        fausse="La vue {dite} n’existe pas : elle est laissée de côté.",
        fausses="Les vues {dite} n’existent pas : elles sont laissées de côté.",
        trop=f"Une séance compte au plus {VUES_MAX} vues : les suivantes sont laissées de côté.",
    ),
    ecrit=lambda vue: vue.mot,
    une_fois=False,
    lues_max=VUES_MAX,
    devant="Vue {rang} : ",
)


class _Nom(Sorte):
    """A name, shortened with a notice when it is too long to stand on a screen."""

    def comprendre(self, valeur: str, dire: Dire) -> str:
        """The name on one line; `Seance` shortens it."""
        propre = nettoyer(valeur)
        if len(propre) > NOM_MAX:
            dire(f"Le nom de la séance est raccourci à {NOM_MAX} caractères.")
        return propre


@dataclass(frozen=True, kw_only=True)
class Seance(AdresseRepetee[Atlas, Vocabulaires]):
    """What the page « Séance » shows.

    Attributes:
        nom: Its name, on one line.
        vues: Its views, in their order; a view may come back.
        n: The view that is on, from 1; 1 without any view.
        fond: On a light or a dark ground.
        ecran: Whether it plays; else it is being prepared.
        millesime: Year of the views that say none, for older links: read, and never written, since each view
            has its own.
        refusee: View that found no room in it: said once, and never written by a gesture.
    """

    page = "seance"

    nom: str = champ(defaut="", mot="nom", nom="Nom de la séance", sorte=_Nom(), avis=Avis(repetee=""))
    vues: tuple[Vue, ...] = champ(defaut=(), declare=_VUES)
    n: int = champ(defaut=1, mot="n", nom="Vue", sorte=Entier())
    fond: Fond = champ(defaut="clair", mot="fond", nom="Fond", sorte=Choix(FONDS))
    millesime: int = champ_millesime()
    refusee: Vue | None = champ(
        defaut=None,
        mot="refusee",
        nom="Vue refusée",
        sorte=lambda lus, atlas, vocabulaires: _Vues(atlas, vocabulaires, lus["millesime"]),
        ecrit=lambda vue: vue.mot,
    )
    ecran: bool = champ(
        defaut=False, mot="ecran", nom="Écran", sorte=Choix({"oui": True}), ecrit={True: "oui"}.__getitem__
    )

    def __post_init__(self) -> None:
        """Bring values to their one form."""
        object.__setattr__(self, "nom", nettoyer(self.nom)[:NOM_MAX].rstrip())
        object.__setattr__(self, "vues", self.vues[:VUES_MAX])
        object.__setattr__(self, "n", max(1, min(self.n, len(self.vues))))

    @property
    def mots(self) -> tuple[str, ...]:
        """The words of its views."""
        return tuple(vue.mot for vue in self.vues)

    def avec(self, *vues: Vue) -> Seance:
        """The same séance with more views at its end."""
        return replace(self, vues=(*self.vues, *vues))

    @property
    def libres(self) -> int:
        """Views that it still has room for."""
        return VUES_MAX - len(self.vues)

    def sans(self, mots: frozenset[str]) -> Seance:
        """The same séance without the views of these words."""
        return replace(self, vues=tuple(vue for vue in self.vues if vue.mot not in mots))

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:
        """A séance is not on a view that it does not have, and its views say their years themselves."""
        lus["millesime"] = MILLESIME_PAR_DEFAUT
        if not 1 <= lus["n"] <= max(1, len(lus["vues"])):
            avis.append(f"La séance n’a pas de vue {lus['n']}.")


def lire_vues(
    mots: Sequence[str], atlas: Atlas, vocabulaires: Vocabulaires, *, millesime: int = MILLESIME_PAR_DEFAUT
) -> tuple[tuple[Vue, ...], list[str]]:
    """The views that words name, and a French notice for the others; `lire_vue` says the rest."""
    lecteur = Lecteur({_VUES.mot: mots}, Regles())
    lecteur.lus["millesime"] = millesime
    lecteur.lire("vues", _VUES, (), (atlas, vocabulaires))
    return lecteur.lus["vues"], lecteur.avis


def lire_vue(
    mot: str, atlas: Atlas, vocabulaires: Vocabulaires, *, millesime: int = MILLESIME_PAR_DEFAUT
) -> tuple[Vue | None, list[str]]:
    """The view that a word names, None when there is no such view; and notices on its selection.

    Args:
        mot: The word.
        atlas: The atlas.
        vocabulaires: Values of the filters of a selection.
        millesime: Year of the perimeters when the word says none.
    """
    if len(mot) > LONGUEUR_MAX:
        return None, []
    base, _, suite = mot.partition(".")
    forme, _, requete = suite.partition(".")
    if "=" in forme or forme not in FORMES:
        forme, requete = CARTE, suite
    if base == PROJETS:
        filtre, avis = _selection(requete, vocabulaires)
        return (None, []) if filtre is None else (Vue(forme=forme, filtre=filtre), avis)
    nom, ecrite, annee = base.partition("_")
    voulu = ANNEES.get(annee) if ecrite else millesime
    objet = lire_objet(nom, atlas, millesime=voulu) if voulu else None
    if objet is None or voulu is None or objet.sorte not in SORTES or requete:
        return None, []
    return Vue(objet=objet, forme=forme, millesime=voulu), []


def _selection(requete: str, vocabulaires: Vocabulaires) -> tuple[Filtre | None, list[str]]:
    """The filter that a query asks for; None when it is no query at all."""
    try:
        parametres = parse_qs(requete, max_num_fields=CHAMPS_MAX)
    except ValueError:
        return None, []
    if requete and not parametres:
        return None, []
    filtre, avis = Filtre.lire(parametres, vocabulaires)
    return filtre, avis


def requete_du_lien(lien: str) -> str | None:
    """The query of a link to the page « Projets » that a reader pasted; None when it is another link."""
    try:
        parties = urlsplit(lien.strip()[:LONGUEUR_MAX])
    except ValueError:
        return None
    page = parties.path.rstrip("/").rpartition("/")[2]
    return parties.query if page == "projets" else None

"""A séance: a named playlist of views, which a link or a small file says whole.

A view is one word: an object of `geo.indicateurs.objets` and, after a dot, what is shown of it
(`region-53.filieres`); or a selection of projects, with the query of the page « Projets »
(`projets.filiere=Santé`). Words last: what one says today, a file opened next year says again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from francais import accorder, liste
from geo.filtre.filtre import Filtre
from geo.filtre.lecture import Lecteur, citer, nettoyer
from geo.indicateurs.objets import Objet, lire_objet
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.atlas.atlas import Atlas
    from geo.filtre.vocabulaires import Vocabulaires

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
    "mois": "Mois par mois",
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
CITEES: Final = 3
"""Parameters of a selection that are read; unknown views that a notice quotes."""


@dataclass(frozen=True, kw_only=True)
class Vue:
    """One view.

    Attributes:
        objet: What it shows; None for a selection of projects.
        forme: How, a key of `FORMES`.
        filtre: The selection of projects; without any filter when `objet` says what is shown.
    """

    objet: Objet | None = None
    forme: str = CARTE
    filtre: Filtre = field(default_factory=Filtre)

    def __post_init__(self) -> None:
        """An order of projects changes nothing of what a view shows."""
        object.__setattr__(self, "filtre", Filtre() if self.objet else replace(self.filtre, tri=None))

    @property
    def mot(self) -> str:
        """How an address and a file name it."""
        base = self.objet.mot if self.objet else PROJETS
        forme = "" if self.forme == CARTE else f".{self.forme}"
        requete = "" if self.objet else urlencode(self.filtre.ecrire(), doseq=True)
        return f"{base}{forme}.{requete}" if requete else f"{base}{forme}"

    @property
    def carte(self) -> bool:
        """Whether it shows a map; else bars."""
        return self.forme == CARTE


@dataclass(frozen=True, kw_only=True)
class Seance:
    """What the page « Séance » shows.

    Attributes:
        nom: Its name, on one line.
        vues: Its views, in their order; a view may come back.
        n: The view that is on, from 1; 1 without any view.
        fond: On a light or a dark ground.
        ecran: Whether it plays; else it is being prepared.
        millesime: Year of the perimeters.
    """

    nom: str = ""
    vues: tuple[Vue, ...] = ()
    n: int = 1
    fond: Fond = "clair"
    ecran: bool = False
    millesime: int = MILLESIME_PAR_DEFAUT

    def __post_init__(self) -> None:
        """Bring values to their one form."""
        object.__setattr__(self, "nom", nettoyer(self.nom)[:NOM_MAX].rstrip())
        object.__setattr__(self, "vues", self.vues[:VUES_MAX])
        object.__setattr__(self, "n", max(1, min(self.n, len(self.vues))))

    @property
    def mots(self) -> tuple[str, ...]:
        """The words of its views."""
        return tuple(vue.mot for vue in self.vues)

    def ecrire(self) -> dict[str, list[str]]:
        """Word of the address -> its values; what is as usual is left out."""
        mots: dict[str, list[str]] = {
            "nom": [self.nom] if self.nom else [],
            "vue": list(self.mots),
            "n": [str(self.n)] if self.n > 1 else [],
            "fond": [self.fond] if self.fond != "clair" else [],
            "millesime": [str(self.millesime)] if self.millesime != MILLESIME_PAR_DEFAUT else [],
            "ecran": ["oui"] if self.ecran else [],
        }
        return {mot: valeurs for mot, valeurs in mots.items() if valeurs}

    def lien(self) -> str:
        """The address as a link from any page; relative, so that it holds under any base path."""
        requete = urlencode(self.ecrire(), doseq=True)
        return f"seance?{requete}" if requete else "seance"

    def avec(self, *vues: Vue) -> Seance:
        """The same séance with more views at its end."""
        return replace(self, vues=(*self.vues, *vues))

    def sans(self, mots: frozenset[str]) -> Seance:
        """The same séance without the views of these words."""
        return replace(self, vues=tuple(vue for vue in self.vues if vue.mot not in mots))

    @classmethod
    def lire(
        cls, parametres: Mapping[str, Sequence[str]], atlas: Atlas, vocabulaires: Vocabulaires
    ) -> tuple[Seance, list[str]]:
        """The séance that an address asks for, and a French notice for what is left aside.

        Never raises, whatever the values: the views that can be shown are.

        Args:
            parametres: The query string: word -> its values.
            atlas: Says which territories and régions exist.
            vocabulaires: The values of the filters of projects.
        """
        lecteur = Lecteur(parametres)
        annee = lecteur.un("millesime", "Millésime", {str(annee): None for annee in MILLESIMES})
        millesime = int(annee) if annee else MILLESIME_PAR_DEFAUT
        vues, avis = lire_vues(_toutes(parametres, "vue"), atlas, vocabulaires, millesime=millesime)
        fond = lecteur.un("fond", "Fond", FONDS)
        ecran = lecteur.un("ecran", "Écran", {"oui": None})
        n = lecteur.entier("n", "Vue")
        if n is not None and not 1 <= n <= max(1, len(vues)):
            avis.append(f"La séance n’a pas de vue {n}.")
        return cls(
            nom=_nom(_toutes(parametres, "nom"), avis),
            vues=vues,
            n=1 if n is None else n,
            fond=FONDS[fond] if fond else "clair",
            ecran=ecran is not None,
            millesime=millesime,
        ), [*lecteur.avis, *avis]


def _toutes(parametres: Mapping[str, Sequence[str]], mot: str) -> list[str]:
    valeurs = parametres.get(mot, ())
    return [valeurs] if isinstance(valeurs, str) else list(valeurs)


def _nom(demandes: Sequence[str], avis: list[str]) -> str:
    """The name, shortened with a notice when it is too long to stand on a screen."""
    propre = nettoyer(demandes[0]) if demandes else ""
    if len(propre) > NOM_MAX:
        avis.append(f"Le nom de la séance est raccourci à {NOM_MAX} caractères.")
    return propre


def lire_vues(
    mots: Sequence[str], atlas: Atlas, vocabulaires: Vocabulaires, *, millesime: int
) -> tuple[tuple[Vue, ...], list[str]]:
    """The views that words name, and a French notice for the others."""
    avis: list[str] = []
    vues: list[Vue] = []
    inconnues: list[str] = []
    for rang, mot in enumerate(mots[:VUES_MAX], start=1):
        vue, siens = lire_vue(mot, atlas, vocabulaires, millesime=millesime)
        avis += [f"Vue {rang} : {texte}" for texte in siens]
        if vue is None:
            inconnues.append(citer(mot))
        else:
            vues.append(vue)
    if inconnues:
        reste = len(inconnues) - CITEES
        dites = liste([*inconnues[:CITEES], *([accorder(reste, "autre")] if reste > 0 else [])])
        if len(inconnues) == 1:
            avis.append(f"La vue {dites} n’existe pas : elle est laissée de côté.")
        else:
            avis.append(f"Les vues {dites} n’existent pas : elles sont laissées de côté.")
    if len(mots) > VUES_MAX:
        avis.append(f"Une séance compte au plus {VUES_MAX} vues : les suivantes sont laissées de côté.")
    return tuple(vues), avis


def lire_vue(
    mot: str, atlas: Atlas, vocabulaires: Vocabulaires, *, millesime: int
) -> tuple[Vue | None, list[str]]:
    """The view that a word names, None when there is no such view; and notices on its selection."""
    if len(mot) > LONGUEUR_MAX:
        return None, []
    base, _, suite = mot.partition(".")
    forme, _, requete = suite.partition(".")
    if "=" in forme or forme not in FORMES:
        forme, requete = CARTE, suite
    if base == PROJETS:
        filtre, avis = _selection(requete, vocabulaires)
        return (None, []) if filtre is None else (Vue(forme=forme, filtre=filtre), avis)
    objet = lire_objet(base, atlas, millesime=millesime)
    if objet is None or objet.sorte not in SORTES or requete:
        return None, []
    return Vue(objet=objet, forme=forme), []


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

"""The address of a comparison: which objects, in which order, in which millésime, seen how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geo.adresse import AVIS_DE_PAGE, AdresseDePage, Avis, Choix, Connu, Forme, champ, champ_millesime
from geo.atlas import Atlas
from geo.indicateurs import INDICATEURS, LA_FRANCE, MAXIMUM, lire_objet

if TYPE_CHECKING:
    from geo.atlas import Fiche

__all__ = ["TRACE", "VUES", "AdresseComparer"]

TROP: Final = f"Une comparaison tient en {MAXIMUM} colonnes : une sélection de ce lien n’y est pas."
_SELECTION: Final = re.compile(r"nom=[\x21-\x2b\x2d-\x7e]{0,6000}")
"""A query that begins with a name; what it means is read with the projects of the day."""

VUES: Final = {"valeurs": "Valeurs", "rangs": "Rangs", "ecarts": "Écarts à la France"}
"""Ways to see a comparison, the usual one first."""


TRACE: Final = "projets_pour_10000_hab"
"""The indicator that the chart draws, unless another one is asked for."""


def _objet(lus: dict[str, Any], atlas: Atlas) -> Connu:
    def mot_de(mot: str) -> str | None:
        objet = lire_objet(mot, atlas, millesime=lus["millesime"])
        return objet.mot if objet else None

    return Connu(mot_de)


@dataclass(frozen=True, kw_only=True)
class AdresseComparer(AdresseDePage[Atlas]):
    """What the page « Comparer » shows.

    Attributes:
        selections: Named selections of projects (`geo.selections.ecrire_mot`), after the objects.
        objets: Words of known objects (`geo.indicateurs.objets`), each once, at most `MAXIMUM`, in the order
            of columns.
        millesime: Year of the perimeters.
        vue: Key of `VUES`.
        indicateur: Key of the indicator that the chart draws.
    """

    page = "comparer"
    lisibles = ","

    objets: tuple[str, ...] = champ(
        defaut=(),
        mot="objets",
        nom="Comparer",
        sorte=_objet,
        forme=Forme.VIRGULES,
        cumule=True,
        gardees_max=MAXIMUM,
        avis=Avis(
            fausse="{dite} n’existe pas dans le millésime {millesime} : les autres sont comparés.",
            fausses="{dite} n’existent pas dans le millésime {millesime} : les autres sont comparés.",
            double="{dite} est demandé deux fois : il n’a qu’une colonne.",
            doubles="{dite} sont demandés deux fois : ils n’ont qu’une colonne.",
            trop=f"Une comparaison tient en {MAXIMUM} colonnes : {{mots}} n’y est pas.",
        ),
    )
    selections: tuple[str, ...] = champ(
        defaut=(),
        mot="selections",
        nom="Sélections de projets",
        sorte=Connu(lambda mot: mot if _SELECTION.fullmatch(mot) else None),
        forme=Forme.VIRGULES,
        gardees_max=MAXIMUM,
        avis=Avis(
            fausse="Une sélection de ce lien est illisible : elle n’est pas comparée.",
            trop=TROP,
        ),
    )
    millesime: int = champ_millesime(AVIS_DE_PAGE)
    vue: str = champ(
        defaut="valeurs",
        mot="vue",
        nom="Voir",
        sorte=Choix.parmi(VUES),
        avis=Avis(fausse="La vue {dite} n’existe pas : voici les valeurs."),
    )
    indicateur: str = champ(
        defaut=TRACE,
        mot="indicateur",
        nom="Indicateur du graphique",
        sorte=Choix.parmi(INDICATEURS),
        avis=Avis(fausse=f"L’indicateur {{dite}} n’existe pas : voici {INDICATEURS[TRACE].libelle}."),
    )

    @classmethod
    def accorder(cls, lus: dict[str, Any], avis: list[str]) -> None:
        """Places come first: selections take what is left of the columns."""
        reste = MAXIMUM - len(lus["objets"])
        if len(lus["selections"]) > reste:
            lus["selections"] = lus["selections"][:reste]
            avis.append(
                f"Une comparaison tient en {MAXIMUM} colonnes : une sélection de ce lien n’y est pas."
            )

    @classmethod
    def du_territoire(cls, fiche: Fiche) -> AdresseComparer:
        """A TI beside its régions (as many as there is room for) and France."""
        t = fiche.territoire
        regions = [f"region-{code}" for code in str(t["regions"]).split(",")][: MAXIMUM - 2]
        return cls(objets=(str(t["id_ti"]), *regions, LA_FRANCE.mot), millesime=int(t["millesime"]))

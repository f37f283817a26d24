"""The addresses of the open data, declared once: routes, description and page follow.

Those of the projects follow from the formats of the page « Projets » (`exports.tables.projets.FORMATS`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from exports.jour import aujourd_hui
from exports.tables import COLONNES, FORMATS
from service.ouvertes.contours import COLONNES_EPCI, COLONNES_TI, epci, territoires
from service.ouvertes.indicateurs import COLONNES as COLONNES_INDICATEURS
from service.ouvertes.indicateurs import indicateurs
from service.ouvertes.parametres import pour_les_contours, pour_les_indicateurs, pour_les_projets
from service.ouvertes.projets import projets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from exports.tables import Format
    from service.ouvertes.contenu import Contenu
    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere
    from service.ouvertes.parametres import Parametre

__all__ = ["GEOJSON", "PREFIXE", "Adresse", "adresses"]

PREFIXE: Final = "/donnees"
"""What every address starts with."""


@dataclass(frozen=True, kw_only=True)
class Adresse:
    """One address.

    Attributes:
        fichier: Its last word, « projets.csv ».
        resume: What it gives, in French, a few words.
        sens: The same in a sentence or two.
        exemple: A query that means something.
        types: What it is; the first one is sent, a client that accepts any of them is served.
        parametres: What it may be asked.
        faire: What makes the answer.
        colonnes: Column or property of its rows -> what it means.
        du_jour: Whether the content says the day on which it was made.
    """

    fichier: str
    resume: str
    sens: str
    exemple: str
    types: tuple[str, ...]
    parametres: Callable[[Matiere], tuple[Parametre, ...]]
    faire: Callable[[Matiere, Demande], Contenu]
    colonnes: Mapping[str, str] = field(hash=False)
    du_jour: bool = False

    @property
    def chemin(self) -> str:
        """The address from the root of the server."""
        return f"{PREFIXE}/{self.fichier}"

    def version(self) -> str:
        """What changes the answer beside the data and the query."""
        return aujourd_hui() if self.du_jour else ""


GEOJSON: Final = "application/geo+json"
_GEOJSON: Final = (GEOJSON, "application/json")
_CSV: Final = ("text/csv", "text/plain")

CONTOURS: Final = (
    Adresse(
        fichier="territoires.geojson",
        resume="Les territoires, en GeoJSON",
        sens="Les Territoires d’industrie d’un millésime et leurs contours simplifiés.",
        exemple="millesime=2023&region=28",
        types=_GEOJSON,
        parametres=pour_les_contours,
        faire=territoires,
        colonnes=COLONNES_TI,
    ),
    Adresse(
        fichier="epci.geojson",
        resume="Les intercommunalités, en GeoJSON",
        sens="Les intercommunalités du 1er janvier 2021, leurs contours simplifiés, et le territoire auquel "
        "chacune participe.",
        exemple="region=53",
        types=_GEOJSON,
        parametres=pour_les_contours,
        faire=epci,
        colonnes=COLONNES_EPCI,
    ),
)

INDICATEURS: Final = (
    Adresse(
        fichier="indicateurs.csv",
        resume="Les indicateurs, en CSV",
        sens="Chaque indicateur de chaque territoire, intercommunalité ou région : valeur, part connue et "
        "rang ; formules, années et sources au pied du fichier.",
        exemple="niveau=region&indicateur=projets",
        types=_CSV,
        parametres=pour_les_indicateurs,
        faire=indicateurs,
        colonnes=COLONNES_INDICATEURS,
    ),
)


def adresses() -> tuple[Adresse, ...]:
    """Every address of data, in the order in which they are told; one an open format of the projects."""
    projets_ = (_des_projets(mot, declare) for mot, declare in FORMATS.items() if declare.ouvert)
    return (*CONTOURS, *projets_, *INDICATEURS)


def _des_projets(mot: str, declare: Format) -> Adresse:
    return Adresse(
        fichier=f"projets.{mot}",
        resume=f"Les projets, en {declare.ouvert}",
        sens="Les projets que la page « Projets » montre pour la même requête, dans le même ordre, "
        "avec les mêmes colonnes que ses téléchargements.",
        exemple="region=53&dans_ti=oui",
        types=declare.types,
        parametres=pour_les_projets,
        faire=partial(projets, format_=mot),
        colonnes={c.entete if declare.entetes else c.nom: c.sens for c in COLONNES},
        du_jour=True,
    )

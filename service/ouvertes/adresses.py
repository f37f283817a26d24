"""The addresses of the open data, declared once: routes, description and page follow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from service.ouvertes.contours import epci, territoires
from service.ouvertes.indicateurs import indicateurs
from service.ouvertes.parametres import pour_les_contours, pour_les_indicateurs, pour_les_projets
from service.ouvertes.projets import aujourd_hui, projets

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.ouvertes.contenu import Contenu
    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere
    from service.ouvertes.parametres import Parametre

__all__ = ["ADRESSES", "PREFIXE", "Adresse"]

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
        du_jour: Whether the content says the day on which it was made.
    """

    fichier: str
    resume: str
    sens: str
    exemple: str
    types: tuple[str, ...]
    parametres: Callable[[Matiere], tuple[Parametre, ...]]
    faire: Callable[[Matiere, Demande], Contenu]
    du_jour: bool = False

    @property
    def chemin(self) -> str:
        """The address from the root of the server."""
        return f"{PREFIXE}/{self.fichier}"

    def version(self) -> str:
        """What changes the answer beside the data and the query."""
        return aujourd_hui() if self.du_jour else ""


_GEOJSON: Final = ("application/geo+json", "application/json")
_CSV: Final = ("text/csv", "text/plain")


def _des_projets(format_: str, types: tuple[str, ...], resume: str) -> Adresse:
    return Adresse(
        fichier=f"projets.{format_}",
        resume=resume,
        sens="Les projets que la page « Projets » montre pour la même requête, dans le même ordre, "
        "avec les mêmes colonnes que ses téléchargements.",
        exemple="region=53&dans_ti=oui",
        types=types,
        parametres=pour_les_projets,
        faire=partial(projets, format_=format_),
        du_jour=True,
    )


ADRESSES: Final = (
    Adresse(
        fichier="territoires.geojson",
        resume="Les territoires, en GeoJSON",
        sens="Les Territoires d’industrie d’un millésime et leurs contours simplifiés.",
        exemple="millesime=2023&region=28",
        types=_GEOJSON,
        parametres=pour_les_contours,
        faire=territoires,
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
    ),
    _des_projets("csv", _CSV, "Les projets, en CSV"),
    _des_projets("geojson", _GEOJSON, "Les projets, en GeoJSON"),
    _des_projets(
        "parquet",
        ("application/vnd.apache.parquet", "application/octet-stream"),
        "Les projets, en GeoParquet",
    ),
    Adresse(
        fichier="indicateurs.csv",
        resume="Les indicateurs, en CSV",
        sens="Chaque indicateur de chaque territoire, intercommunalité ou région : valeur, part connue et "
        "rang ; formules, années et sources au pied du fichier.",
        exemple="niveau=region&indicateur=projets",
        types=_CSV,
        parametres=pour_les_indicateurs,
        faire=indicateurs,
    ),
)
"""Every address of data, in the order in which they are told."""

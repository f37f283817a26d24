"""Where a view comes from: the sources of its millésime, of its figures and of what else it shows.

A source is a field of what it stands behind (`geo.millesimes.Millesime`, an indicator, a published figure):
no page and no file keeps a list of its own, which would go on citing the map of another year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CARTES",
    "COMMUNES_ET_EPCI",
    "DOCUMENT",
    "FRANCE_RELANCE",
    "INSPIRANTS",
    "NATIONAL",
    "PERIMETRES",
    "REGIONS",
    "Sourcee",
    "communes_de",
    "de_l_annee",
    "perimetres_de",
    "projets_de",
    "sources_de",
]

FRANCE_RELANCE: Final = ("plan_relance_industrie",)
"""The extract of France Relance of April 2022: the projects."""

INSPIRANTS: Final = ("point_etape_projets_inspirants",)
"""The projects that the « Point d'étape » tells of."""

COMMUNES_ET_EPCI: Final = ("epcicom2021",)
"""What communes and EPCI are, and who lives there."""

REGIONS: Final = ("point_etape_regions",)
NATIONAL: Final = ("point_etape_national",)
"""What the « Point d'étape » publishes of each région, and of France."""

DOCUMENT: Final = (
    *NATIONAL,
    *REGIONS,
    "point_etape_enjeux",
    "point_etape_financement",
    "point_etape_chronologie",
)
"""The tables of the « Point d'étape », in the order in which they are used."""


class Sourcee(Protocol):
    """Whatever declares its sources: a millésime, an indicator, a published figure, a computation."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of `data/sources/sources.toml`."""


def sources_de(*parties: Sourcee | tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the sources of a view, each once, in the order of what it shows.

    Args:
        parties: What the view shows, in the order to cite: a millésime, figures, or keys as they are.
    """
    declarees = (partie if isinstance(partie, tuple) else partie.sources for partie in parties)
    return tuple(dict.fromkeys(cle for cles in declarees for cle in cles))


def perimetres_de(millesime: int) -> tuple[str, ...]:
    """Keys of the perimeters of a millésime."""
    return MILLESIMES[millesime].perimetres


def communes_de(millesime: int) -> tuple[str, ...]:
    """Keys of the outlines of communes, which territories are drawn from: a map without EPCI."""
    return MILLESIMES[millesime].contours[:1]


def projets_de(millesime: int) -> tuple[str, ...]:
    """Keys of the list of projects: itself, the territories that hold them, where they were placed."""
    return sources_de(
        FRANCE_RELANCE, INSPIRANTS, perimetres_de(millesime), communes_de(millesime), COMMUNES_ET_EPCI
    )


def de_l_annee(cles: Iterable[str], millesime: int) -> tuple[str, ...]:
    """The sources of a table of every millésime, without the perimeters of the other years.

    Args:
        cles: Keys of the sources of the table.
        millesime: Year of the rows that are shown.
    """
    siens = perimetres_de(millesime)
    return tuple(cle for cle in cles if cle in siens or cle not in PERIMETRES)


PERIMETRES: Final = sources_de(*(millesime.perimetres for millesime in MILLESIMES.values()))
"""The perimeters of every millésime."""

CARTES: Final = sources_de(PERIMETRES, *(millesime.contours for millesime in MILLESIMES.values()))
"""Every map, for a page that goes from one to the other."""

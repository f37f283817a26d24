"""The four dates of the map of Territoires d'industrie, declared once.

An id such as `ti-0101` names another territory from one millésime to the next (Cap Excellence in 2021,
Basse-Terre in 2023): an id means something only together with its millésime.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MILLESIMES", "MILLESIME_PAR_DEFAUT", "Millesime", "colonne_ti", "part_retrospective"]


@dataclass(frozen=True, kw_only=True)
class Millesime:
    """One date of the map.

    Attributes:
        annee: Year that names the millésime.
        territoires: Number of TI that the programme published for it.
        libelle: What a reader sees in a choice.
        precision: What the perimeter is exactly, in French.
        perimetres: Keys of `data/sources/sources.toml` that its perimeters come from.
        contours: Keys of what its outlines are drawn from: those of communes, then those of EPCI.
        retrospectif: Whether its territories were chosen after the projects of the extract (April 2022): the
            share of projects that they hold then looks back.
    """

    annee: int
    territoires: int
    libelle: str
    precision: str
    perimetres: tuple[str, ...]
    contours: tuple[str, ...] = ("communes_2018", "epci_2021")
    retrospectif: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of all that a map of the millésime with its EPCI comes from."""
        return (*self.perimetres, *self.contours)


MILLESIMES: dict[int, Millesime] = {
    m.annee: m
    for m in (
        Millesime(
            annee=2020,
            territoires=148,
            libelle="2020 · 148 TI",
            precision="Composition d’octobre 2020, connue par ses communes : les groupements sont déduits.",
            perimetres=("ti148_communes",),
        ),
        Millesime(
            annee=2021,
            territoires=146,
            libelle="2021 · 146 TI",
            precision=(
                "Les 146 territoires de septembre 2021, avec le périmètre publié fin 2022 "
                "dans la géographie du 1er janvier 2021."
            ),
            perimetres=("ti149_groupements", "ti149_communes"),
        ),
        Millesime(
            annee=2022,
            territoires=149,
            libelle="2022 · 149 TI",
            precision="Carte arrêtée fin 2022, dans la géographie du 1er janvier 2021.",
            perimetres=("ti149_groupements", "ti149_communes"),
            retrospectif=True,
        ),
        Millesime(
            annee=2023,
            territoires=183,
            libelle="2023 · 183 TI",
            precision="Deuxième phase du programme (2023-2027), ramenée aux communes du 1er janvier 2021.",
            perimetres=("ti183_groupements",),
            retrospectif=True,
        ),
    )
}
"""Every millésime by its year, oldest first."""

MILLESIME_PAR_DEFAUT = 2021
"""The map of « Point d'étape à 3 ans », which the published figures speak of."""


def part_retrospective(part: str, millesime: int) -> str:
    """A share of the projects in the territories of a millésime, « 67 % (rétrospectif) » if it looks back."""
    return f"{part} (rétrospectif)" if MILLESIMES[millesime].retrospectif else part


def colonne_ti(millesime: int) -> str:
    """Name of the column that holds a commune's or a project's TI in one millésime."""
    return f"id_ti_{millesime}"

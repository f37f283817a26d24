"""The facets of a selection of projects, declared once: reading, writing, counting and telling follow.

A facet is a closed list of values: a link names them by words that last (« laureat », a code, a published
name), a table holds them as it likes, a reader reads a label. A missing value can be chosen like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.noms import cle

__all__ = [
    "DANS_TI",
    "EMPLOIS",
    "FACETTES",
    "FACETTE_DE",
    "MANQUANT",
    "NATURES",
    "SOURCES",
    "TYPES",
    "Facette",
]

MANQUANT: Final = "non_renseigne"
"""The word of an address for « this project has no value »."""

DANS_TI: Final = {"oui": "Dans un territoire", "non": "Hors de tout territoire"}
"""Words of `dans_ti`. A project whose commune is not known is neither in nor out."""

EMPLOIS: Final = {"renseigne": "emplois renseignés"}
"""Words of `emplois`: only the projects that state a number of jobs."""

NATURES: Final = {
    "nouveau_site": "Nouveau site",
    "extension": "Extension",
    "modernisation": "Modernisation",
    "industrialisation": "Industrialisation",
    "rd_demonstrateur": "R&D ou démonstrateur",
    "energie": "Énergie",
    "formation": "Formation",
    "autre": "Autre",
}
"""What the money of a project buys, as a reader sees it, in the order of `geo.contrats.projets`."""

TYPES: Final = {
    "TPE / PME": "Très petite à moyenne (TPE / PME)",
    "ETI": "De taille intermédiaire (ETI)",
    "GE": "Grande entreprise (GE)",
}
"""The published sizes that need their name in full; the other types read as they are published."""

SOURCES: Final = {
    "france_relance": "France Relance, avril 2022",
    "inspirant": "Point d’étape, septembre 2021",
    "liste": "Mes projets",
}
"""Where a project comes from."""


@dataclass(frozen=True, kw_only=True)
class Facette:
    """One facet.

    Attributes:
        mot: Its word in the address.
        champ: Its attribute in `geo.filtre.filtre.Filtre`.
        libelle: What a reader calls it.
        colonne: Column of the table; `{millesime}` stands for the year of the perimeters.
        manquant: What a reader reads for a missing value; None when a missing value cannot be chosen.
        prefixe: Whether a chip says the label before the value (« Stade : Lauréat »).
        en_mot: Whether the words of the address are the values without capitals, accents and spaces.
    """

    mot: str
    champ: str
    libelle: str
    colonne: str
    manquant: str | None = "Non renseigné"
    prefixe: bool = True
    en_mot: bool = False

    def colonne_de(self, millesime: int) -> str:
        """Name of the column that holds its values in one millésime."""
        return self.colonne.format(millesime=millesime)

    def ecrire(self, valeur: str) -> str:
        """The word of the address for a value of the table: « en_travaux » for « En travaux »."""
        return cle(valeur).replace(" ", "_") if self.en_mot else valeur

    def dire(self, valeur: str, libelle: str) -> str:
        """What a chip says of a chosen value: « Stade : Lauréat », « Agroalimentaire »."""
        return f"{self.libelle} : {libelle}" if self.prefixe or valeur == MANQUANT else libelle


FACETTES: Final = (
    Facette(
        mot="filiere",
        champ="filieres",
        libelle="Filière",
        colonne="filiere",
        manquant="Non renseignée",
        prefixe=False,
    ),
    Facette(mot="stade", champ="stades", libelle="Stade", colonne="stade", manquant=None, en_mot=True),
    Facette(
        mot="region",
        champ="regions",
        libelle="Région",
        colonne="code_region",
        manquant="Hors des 18 régions, ou inconnue",
        prefixe=False,
    ),
    Facette(
        mot="ti", champ="ti", libelle="Territoire", colonne="id_ti_{millesime}", manquant=None, prefixe=True
    ),
    Facette(
        mot="mesure", champ="mesures", libelle="Mesure", colonne="mesure_light", manquant="Non renseignée"
    ),
    Facette(
        mot="type", champ="types", libelle="Taille", colonne="type_entreprise", manquant="Non renseignée"
    ),
    Facette(mot="nature", champ="natures", libelle="Nature", colonne="nature", manquant="Non renseignée"),
    Facette(
        mot="epci",
        champ="epci",
        libelle="Intercommunalité",
        colonne="siren_epci",
        manquant="Aucune, ou inconnue",
        prefixe=False,
    ),
    Facette(
        mot="departement",
        champ="departements",
        libelle="Département",
        colonne="code_departement",
        manquant="Aucun, ou inconnu",
        prefixe=False,
    ),
    Facette(mot="source", champ="sources", libelle="Source", colonne="source", manquant=None),
)
"""Every facet, in the order in which it is shown."""

FACETTE_DE: Final = {facette.mot: facette for facette in FACETTES}
"""Facet of each word of the address."""

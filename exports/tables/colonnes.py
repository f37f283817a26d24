"""The columns of an export: headers that a reader understands, meanings that the contracts declare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geo.contrats import TABLE_PROJETS, Champ
from geo.filtre import NATURES, SOURCES
from geo.millesimes import MILLESIMES, colonne_ti

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLONNES", "Colonne", "lisible", "valeurs"]

ENTETES: Final = {
    "id_projet": "Identifiant du projet",
    "entreprise": "Entreprise",
    "siren": "SIREN",
    "siren_valide": "SIREN valide",
    "siren_publie": "Identifiant publié",
    "type_entreprise": "Type d’entreprise",
    "objet": "Objet (lecture éditoriale)",
    "filiere": "Filière",
    "nature": "Nature (lecture éditoriale)",
    "stade": "Stade",
    "stade_date": "Date du stade",
    "stade_source": "Source du stade",
    "mesure": "Mesure",
    "mesure_light": "Mesure, nom court",
    "date": "Dernière mise à jour",
    "emplois_prevus": "Emplois annoncés",
    "montant_meur": "Montant (M€)",
    "tco2": "Émissions évitées (t CO₂ par an)",
    "commune": "Commune",
    "code_commune": "Code INSEE de la commune",
    "commune_publiee": "Commune publiée",
    "accord_commune": "Commune publiée confirmée",
    "lieu_incertain": "Lieu incertain",
    "code_commune_dite": "Commune dite par le code postal et le nom (code INSEE)",
    "code_postal": "Code postal",
    "code_departement": "Code du département",
    "code_region": "Code de la région",
    "siren_epci": "SIREN de l’intercommunalité",
    **{colonne_ti(m): f"Territoire d’industrie {m}" for m in MILLESIMES},
    "latitude": "Latitude",
    "longitude": "Longitude",
    "methode_placement": "Placement",
    "ecart_km": "Écart entre les lieux publiés (km)",
    "reparations": "Réparations",
    "doublon_de": "Répète le projet",
    "doublon_nature": "Sorte de répétition",
    "groupe_emplois": "Emplois dits avec le projet",
    "source": "Source",
}
"""Column of `geo.projets.ensemble` -> header, in the order of an export; the import knows these headers."""

PROPRES: Final = {
    champ.nom: champ
    for champ in (
        Champ(nom="source", sens="D’où vient le projet."),
        Champ(nom="stade_source", sens="Qui dit le stade."),
        Champ(nom="stade_date", sens="Jour auquel le stade est dit."),
        Champ(nom="montant_meur", sens="Investissement annoncé.", unite="M€"),
    )
}
"""The columns that the table `projets` does not have."""

DECIMALES: Final = {"M€": 6, "degrés": 6, "km": 3}
"""Unit -> decimals that mean something: a euro, ten centimetres, a metre.

A figure that was added or multiplied on its way is `0.07000000000000001`: written so, it reads as a measure
that nobody made."""

DECIMALES_SINON: Final = 6
"""Decimals of a figure in any other unit."""

TRADUITES: Final = {"nature": NATURES, "source": SOURCES, "stade_source": SOURCES}
"""Columns whose words are for machines, and what a reader reads."""


@dataclass(frozen=True, kw_only=True)
class Colonne:
    """One column of an export.

    Attributes:
        nom: Its name in `geo.projets.ensemble`.
        entete: Its header.
        sens: What it says, in French.
        unite: Unit of its figures, empty without one.
    """

    nom: str
    entete: str
    sens: str
    unite: str

    @property
    def decimales(self) -> int:
        """Decimals to which its figures are written."""
        return DECIMALES.get(self.unite, DECIMALES_SINON)


_CHAMPS: Final = {champ.nom: champ for champ in TABLE_PROJETS.champs} | PROPRES

COLONNES: Final = tuple(
    Colonne(nom=nom, entete=entete, sens=_CHAMPS[nom].sens, unite=_CHAMPS[nom].unite)
    for nom, entete in ENTETES.items()
)
"""Every column of an export, in order."""


def lisible(projets: pd.DataFrame) -> pd.DataFrame:
    """Projects with the words that a reader reads, in the order of `COLONNES`, names of columns unchanged.

    Figures are rounded to the decimals of their unit: every format takes them from here.

    Args:
        projets: Rows of `geo.projets.ensemble`.
    """
    dites = {nom: projets[nom].map(mots, na_action="ignore") for nom, mots in TRADUITES.items()}
    table: pd.DataFrame = projets.assign(**dites)[list(ENTETES)]
    reels = table.select_dtypes("float").columns
    return table.round({colonne.nom: colonne.decimales for colonne in COLONNES if colonne.nom in reels})


def valeurs(colonne: pd.Series) -> list[Any]:
    """The values of a column as plain Python ones (a nullable boolean too); None where one is missing."""
    lues: list[Any] = colonne.astype(object).where(colonne.notna(), None).tolist()
    return lues

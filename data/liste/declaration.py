"""The fields of a reader's list, declared once.

The recognition of columns, the model to download, its dictionary and the names that a rejected cell is told
by all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.contrats import STADES
from geo.filtre import NATURES

__all__ = ["CHAMPS_LISTE", "PAR_NOM", "ChampListe"]


@dataclass(frozen=True, kw_only=True)
class ChampListe:
    """One field that a list may have.

    Attributes:
        nom: Name of the field in the table of projects.
        titre: Head of its column in the model.
        sens: What to write in it, in French.
        exemple: A cell of the model.
        obligatoire: « oui », « non », or the condition.
        synonymes: Other heads that are recognised, as comparison keys (`geo.noms.cle`).
    """

    nom: str
    titre: str
    sens: str
    exemple: str
    obligatoire: str = "non"
    synonymes: tuple[str, ...] = ()


CHAMPS_LISTE: Final = (
    ChampListe(
        nom="id_projet",
        titre="Identifiant du projet",
        sens=(
            "Identifiant d’un projet publié (« p-… »), pour le mettre à jour : les autres champs deviennent "
            "facultatifs. Un identifiant à vous n’est pas gardé."
        ),
        exemple="",
        synonymes=("id", "identifiant", "id projet", "identifiant projet", "identifiant stable du projet"),
    ),
    ChampListe(
        nom="entreprise",
        titre="Entreprise",
        sens="Nom de l’entreprise ou de l’organisme qui porte le projet, 300 caractères au plus.",
        exemple="Exemple à effacer",
        obligatoire="oui",
        synonymes=(
            "nom entreprise",
            "nom de l entreprise",
            "raison sociale",
            "societe",
            "beneficiaire",
            "porteur",
            "porteur de projet",
            "porteur du projet",
            "organisme",
            "entreprise ou organisme",
            "denomination",
            "nom",
        ),
    ),
    ChampListe(
        nom="siren",
        titre="SIREN",
        sens="Neuf chiffres, ou SIRET de quatorze chiffres ; les zéros perdus en tête sont rendus.",
        exemple="552100554",
        synonymes=(
            "siret",
            "numero siren",
            "numero siret",
            "n siren",
            "n siret",
            "siren siret",
            "siren publie",
        ),
    ),
    ChampListe(
        nom="type_entreprise",
        titre="Type d’entreprise",
        sens="Taille ou statut : TPE / PME, ETI, GE, Association…",
        exemple="ETI",
        synonymes=(
            "type entreprise",
            "taille",
            "taille de l entreprise",
            "taille entreprise",
            "categorie d entreprise",
            "categorie entreprise",
        ),
    ),
    ChampListe(
        nom="objet",
        titre="Objet",
        sens="Ce que fait le projet, 5 000 caractères au plus.",
        exemple="Nouvelle ligne de production",
        synonymes=(
            "objet du projet",
            "projet",
            "nom du projet",
            "intitule",
            "intitule du projet",
            "description",
            "description du projet",
            "resume",
            "titre",
        ),
    ),
    ChampListe(
        nom="filiere",
        titre="Filière",
        sens="Secteur industriel ; un nom inconnu est gardé tel quel.",
        exemple="Agroalimentaire",
        synonymes=("secteur", "secteur d activite", "secteur industriel", "filiere industrielle", "domaine"),
    ),
    ChampListe(
        nom="mesure",
        titre="Mesure",
        sens="Dispositif qui finance le projet ; un nom inconnu est gardé tel quel.",
        exemple="",
        synonymes=("dispositif", "mesure light", "aide", "programme", "financement", "appel a projets"),
    ),
    ChampListe(
        nom="nature",
        titre="Nature",
        sens=f"L’un de : {', '.join(NATURES.values())}.",
        exemple="Extension",
        synonymes=("nature du projet", "type de projet", "nature de l investissement"),
    ),
    ChampListe(
        nom="stade",
        titre="Stade",
        sens=f"L’un de : {', '.join(STADES)}.",
        exemple="Étude",
        synonymes=("avancement", "stade d avancement", "etat", "etat d avancement", "statut", "phase"),
    ),
    ChampListe(
        nom="stade_date",
        titre="Date du stade",
        sens="Quand le stade a été constaté, mêmes écritures que « Date ».",
        exemple="15/09/2025",
        synonymes=("stade date", "date stade", "date de l avancement", "date d avancement"),
    ),
    ChampListe(
        nom="date",
        titre="Date",
        sens=(
            "Date du projet : JJ/MM/AAAA, AAAA-MM-JJ, « 3 mai 2021 », « mai 2021 », « 05/2021 » ou 2021 "
            "(le premier jour est alors retenu)."
        ),
        exemple="03/05/2025",
        synonymes=(
            *("date du projet", "date de decision", "date de mise a jour", "derniere mise a jour"),
            *("annee", "mois", "maj"),
        ),
    ),
    ChampListe(
        nom="code_commune",
        titre="Code INSEE",
        sens="Code INSEE de la commune (cinq caractères), et non son code postal.",
        exemple="42187",
        obligatoire="ce code, ou latitude et longitude, ou commune",
        synonymes=(
            "insee",
            "code insee commune",
            "code commune",
            "code insee de la commune",
            "commune insee",
            "insee com",
            "depcom",
            "codgeo",
            "citycode",
        ),
    ),
    ChampListe(
        nom="commune",
        titre="Commune",
        sens="Nom de la commune ; avec son département quand plusieurs portent ce nom.",
        exemple="Roanne",
        obligatoire="ou le code INSEE, ou latitude et longitude",
        synonymes=(
            "nom commune",
            "nom de la commune",
            "ville",
            "localite",
            "libelle commune",
            "commune d implantation",
            "commune trouvee",
            "commune publiee",
        ),
    ),
    ChampListe(
        nom="code_postal",
        titre="Code postal",
        sens="Cinq chiffres ; aide à distinguer deux communes du même nom.",
        exemple="42300",
        synonymes=("cp", "codepostal", "postal"),
    ),
    ChampListe(
        nom="code_departement",
        titre="Département",
        sens="Code (42, 2A, 974) ou nom du département.",
        exemple="42",
        obligatoire="quand plusieurs communes portent le même nom",
        synonymes=(
            "code departement",
            "departement code",
            "dep",
            "dept",
            "numero de departement",
            "nom departement",
        ),
    ),
    ChampListe(
        nom="code_region",
        titre="Région",
        sens="Code (84) ou nom de la région.",
        exemple="Auvergne-Rhône-Alpes",
        synonymes=("code region", "region code", "reg", "nom region"),
    ),
    ChampListe(
        nom="latitude",
        titre="Latitude",
        sens="Degrés décimaux, WGS 84 (46,0357).",
        exemple="46,0357",
        obligatoire="avec la longitude",
        synonymes=("lat", "latitude wgs 84", "y wgs84", "coord lat", "latitude degres"),
    ),
    ChampListe(
        nom="longitude",
        titre="Longitude",
        sens="Degrés décimaux, WGS 84 (4,0726).",
        exemple="4,0726",
        obligatoire="avec la latitude",
        synonymes=("lon", "lng", "long", "longitude wgs 84", "x wgs84", "coord lon", "longitude degres"),
    ),
    ChampListe(
        nom="montant_meur",
        titre="Montant (M€)",
        sens=(
            "Investissement. L’unité de la cellule l’emporte (« 350 k€ », « 1,5 M€ », « 2 Md€ », « 90 € »), "
            "puis celle de l’en-tête ; sans unité, des millions d’euros, 1 000 au plus."
        ),
        exemple="1,5",
        synonymes=(
            "montant",
            "montant meur",
            "montant m",
            "montant k",
            "montant keur",
            "montant euros",
            "montant en euros",
            "montant eur",
            "montant en m",
            "montant en k",
            "montant en millions d euros",
            "montant en milliers d euros",
            "montant investissement",
            "montant de l investissement",
            "investissement",
            "investissement meur",
            "investissement m",
            "investissement k",
            "investissement en euros",
            "investissement euros",
            "investissement en millions d euros",
            "cout",
            "cout du projet",
            "budget",
        ),
    ),
    ChampListe(
        nom="emplois_prevus",
        titre="Emplois annoncés",
        sens="Emplois à créer, nombre entier ; vide quand rien n’est annoncé (vide n’est pas zéro).",
        exemple="25",
        synonymes=(
            "emplois prevus",
            "emplois",
            "emplois crees",
            "emplois a creer",
            "nombre d emplois",
            "nb emplois",
            "creations d emplois",
            "emplois annonces emplois",
            "etp",
        ),
    ),
    ChampListe(
        nom="tco2",
        titre="Émissions évitées (t CO₂ par an)",
        sens="Nombre entier de tonnes par an.",
        exemple="",
        synonymes=(
            "tco2",
            "t co2",
            "emissions evitees",
            "co2 evite",
            "tonnes de co2",
            "emissions evitees tco2",
        ),
    ),
)
"""The fields, in the order of the model."""

PAR_NOM: Final = {champ.nom: champ for champ in CHAMPS_LISTE}
"""The same by name."""

"""The contracts of the figures published by « Point d'étape à 3 ans » (24 September 2021)."""

from __future__ import annotations

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre, reel

__all__ = ["TABLES_ETAPE"]


def _encadre(nom: str, sens: str) -> tuple[Champ, Champ, Champ]:
    """An amount and its two bounds: half a unit of its last digit, or of the total's that it comes from."""
    arrondi = "vu l’arrondi du document (un chiffre déduit : l’arrondi du total national)"
    return (
        reel(nom, f"{sens}.", "M€", (0, 1e6)),
        reel(f"{nom}_bas", f"{sens} : au moins, {arrondi}.", "M€", (0, 1e6)),
        reel(f"{nom}_haut", f"{sens} : au plus, {arrondi}.", "M€", (0, 1e6)),
    )


TABLES_ETAPE = (
    Table(
        nom="regions_2021",
        titre="Chiffres par région du « Point d’étape à 3 ans » (24 septembre 2021)",
        sources=("point_etape_regions",),
        cle=("code_region",),
        lignes=(14, 14),
        champs=(
            Champ(nom="code_region", sens="Code de la région, ou OM pour l’outre-mer.", motif=r"^(\d\d|OM)$"),
            Champ(nom="region", sens="Nom de la région."),
            nombre("territoires_publies", "Territoires d’industrie publiés.", "territoires", vide=True),
            nombre(
                "territoires_calcules",
                "Territoires de 2021 dont un groupement a son siège dans la région.",
                "territoires",
            ),
            nombre("projets_remontes", "Projets des plans d’actions.", "projets", vide=True),
            nombre("laureats", "Lauréats du fonds d’accélération.", "projets"),
            *_encadre("investissements_meur", "Investissements soutenus"),
            *_encadre("engagements_meur", "Subventions engagées"),
            Champ(nom="financeurs", sens="Qui finance."),
            nombre("emplois_prevus", "Créations d’emplois prévues.", "emplois"),
            Champ(nom="statut", sens="Publié, ou déduit par différence.", valeurs=("publié", "déduit")),
            Champ(nom="precision", sens="Précision sur le statut.", vide=True),
        ),
    ),
    Table(
        nom="national_2021",
        titre="Chiffres nationaux du « Point d’étape à 3 ans »",
        sources=("point_etape_national",),
        cle=("indicateur",),
        champs=(
            Champ(nom="indicateur", sens="Ce qui est compté."),
            reel("valeur", "Valeur publiée.", "selon la colonne « unite »", (0, 1e9)),
            Champ(nom="unite", sens="Unité de la valeur."),
            Champ(nom="date", sens="Date ou année de la valeur.", motif=r"^\d{4}(-\d\d(-\d\d)?)?$"),
            Champ(nom="section", sens="Partie du document."),
        ),
    ),
    Table(
        nom="enjeux_2021",
        titre="Les lauréats par enjeu, « Point d’étape à 3 ans »",
        sources=("point_etape_enjeux",),
        cle=("enjeu", "indicateur"),
        champs=(
            Champ(nom="enjeu", sens="Enjeu."),
            Champ(nom="indicateur", sens="Ce qui est compté."),
            reel("valeur", "Valeur publiée.", "selon la colonne « unite »", (0, 1e9)),
            Champ(nom="unite", sens="Unité de la valeur."),
            Champ(nom="section", sens="Partie du document."),
        ),
    ),
    Table(
        nom="financement_2021",
        titre="Les financements du programme, « Point d’étape à 3 ans »",
        sources=("point_etape_financement",),
        cle=("financeur", "dispositif"),
        champs=(
            Champ(nom="financeur", sens="Qui finance."),
            Champ(nom="dispositif", sens="Ligne de financement."),
            reel("montant_meur", "Montant publié.", "M€", (0, 1e6)),
        ),
    ),
    Table(
        nom="chronologie",
        titre="Les étapes du programme",
        sources=("point_etape_chronologie",),
        cle=("date", "etape"),
        champs=(
            Champ(nom="date", sens="Année, mois ou jour.", motif=r"^\d{4}(-\d{2,4}(-\d\d)?)?$"),
            Champ(nom="etape", sens="Ce qui s’est passé."),
        ),
    ),
    Table(
        nom="projets_inspirants",
        titre="Les projets mis en avant par le « Point d’étape à 3 ans »",
        sources=("point_etape_projets_inspirants",),
        cle=("nom", "commune"),
        champs=(
            Champ(nom="nom", sens="Nom du projet ou de l’entreprise."),
            Champ(nom="commune", sens="Commune, telle que publiée."),
            Champ(nom="territoire_industrie", sens="Territoire d’industrie cité.", vide=True),
            code("code_region", "Région.", champs.REGION),
            Champ(nom="type", sens="Taille de l’entreprise.", vide=True),
            Champ(nom="filiere_texte", sens="Secteur, en texte libre."),
            Champ(nom="objet", sens="Objet du projet, en bref."),
            nombre("emplois_prevus", "Emplois prévus.", "emplois", vide=True),
            reel("investissement_meur", "Investissement.", "M€", (0, 1e6)),
            Champ(nom="stade_decrit", sens="Avancement, tel que décrit."),
            Champ(nom="section", sens="Partie du document."),
        ),
    ),
)
"""Regions, national figures, enjeux, financing, chronology and highlighted projects."""

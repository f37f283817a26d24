"""The contracts of what the indicators are made from: communes, unemployment, industry, towns.

Figures are kept at the finest place that their producer gives (commune, zone d'emploi, intercommunalité):
what a territory is worth follows from its communes, in `geo.indicateurs.mesures`.
"""

from __future__ import annotations

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre, reel
from geo.contrats.projets import LATITUDE, LONGITUDE
from geo.couches import PROGRAMMES

__all__ = ["TABLES_INDICATEURS"]

ZONE_EMPLOI = r"^\d{4}$"
ZONE_DITE = "Zone d’emploi 2020, ou sa partie régionale (code de la région, puis de la zone)."

TABLES_INDICATEURS = (
    Table(
        nom="indicateurs_communes",
        titre="Emplois, actifs et établissements des communes du 1er janvier 2021",
        sources=(
            "base_cc_comparateur",
            "appartenance_2022",
            "epcicom2021",
            "ti149_communes",
            "agg_epci_exdeco",
        ),
        cle=("code",),
        lignes=(34965, 34965),
        champs=(
            code("code", "Code INSEE.", champs.COMMUNE),
            code("zone_emploi", ZONE_DITE, ZONE_EMPLOI, vide=True),
            code(
                "siren_emploi",
                "Intercommunalité, EPT ou Paris dont la commune prend la part ; vide outre-mer.",
                champs.SIREN,
                vide=True,
            ),
            reel("emplois_2018", "Emplois au lieu de travail, recensement de 2018.", "emplois", (0, 1e9)),
            reel("actifs_1564_2018", "Actifs de 15 à 64 ans, recensement de 2018.", "actifs", (0, 1e9)),
            reel("chomeurs_1564_2018", "Chômeurs de 15 à 64 ans, recensement de 2018.", "chômeurs", (0, 1e9)),
            nombre("etablissements_2018", "Établissements au 31 décembre 2018.", "établissements", vide=True),
            nombre(
                "etablissements_industrie_2018",
                "Établissements de l’industrie au 31 décembre 2018.",
                "établissements",
                vide=True,
            ),
        ),
    ),
    Table(
        nom="chomage",
        titre="Taux de chômage localisé de chaque zone d’emploi et de chaque partie régionale, par trimestre",
        sources=("chomage_zones",),
        cle=("zone_emploi", "trimestre"),
        champs=(
            code("zone_emploi", ZONE_DITE, ZONE_EMPLOI),
            Champ(nom="nom", sens="Nom de la zone d’emploi, ou de sa partie régionale."),
            Champ(nom="trimestre", sens="Année et trimestre.", motif=r"^\d{4}-T[1-4]$"),
            reel("taux", "Taux de chômage localisé, corrigé des variations saisonnières.", "%", (0, 100)),
        ),
    ),
    Table(
        nom="emploi_industriel_epci",
        titre="Part de l’industrie dans l’emploi, par intercommunalité (géographie de 2025)",
        sources=("agg_epci_exdeco",),
        cle=("siren",),
        champs=(
            code("siren", "SIREN de l’EPCI de 2025, de l’EPT ou de Paris.", champs.SIREN),
            Champ(nom="libelle", sens="Nom de l’EPCI, de l’EPT ou de Paris."),
            reel(
                "part_industrie_2022",
                "Part de l’industrie dans l’emploi, recensement de 2022.",
                "%",
                (0, 100),
            ),
        ),
    ),
    Table(
        nom="villes",
        titre="Les communes d’Action cœur de ville et de Petites villes de demain",
        sources=tuple(c.source for c in PROGRAMMES.values()),
        cle=("programme", "id", "code_commune"),
        champs=(
            Champ(
                nom="programme",
                sens=f"{' ou '.join(c.libelle for c in PROGRAMMES.values())}.",
                valeurs=tuple(PROGRAMMES),
            ),
            Champ(nom="id", sens="Identifiant publié ; deux communes d’un même projet le partagent."),
            Champ(nom="nom", sens="Nom publié, celui d’une ville ou d’un couple de villes."),
            code("code_commune", "Code INSEE de la commune.", champs.COMMUNE),
            Champ(nom="commune", sens="Nom de la commune."),
            LATITUDE,
            LONGITUDE,
        ),
    ),
)
"""Figures by commune, unemployment by zone d'emploi, share of industry by intercommunalité, towns."""

"""Contracts of the tables that only the search reads: postal codes, other names of communes."""

from __future__ import annotations

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre

__all__ = [
    "ANCIENNE_COMMUNE",
    "ANCIEN_NOM",
    "ARRONDISSEMENT",
    "COMMUNE_RECENTE",
    "SORTES_DE_NOM",
    "TABLES_RECHERCHE",
]

ANCIENNE_COMMUNE = "ancienne commune"
ANCIEN_NOM = "ancien nom"
COMMUNE_RECENTE = "commune plus récente"
ARRONDISSEMENT = "arrondissement"

SORTES_DE_NOM = (ANCIENNE_COMMUNE, ANCIEN_NOM, COMMUNE_RECENTE, ARRONDISSEMENT)
"""What another name is: a commune gone by 2021, a name left by then, one of since, a district."""

_COMMUNE = code("commune", "Commune du 1er janvier 2021 où ce nom ou ce code mène.", champs.COMMUNE)

TABLES_RECHERCHE = (
    Table(
        nom="codes_postaux",
        titre="Les codes postaux et les communes du 1er janvier 2021 qu’ils desservent",
        sources=("correspondance_postale", "cog_mouvements", "epcicom2021"),
        cle=("code_postal", "insee", "commune"),
        champs=(
            code("code_postal", "Code postal, hors CEDEX.", r"^\d{5}$"),
            code("insee", "Commune de 2012 ou arrondissement que la table publiée nomme.", champs.COMMUNE),
            _COMMUNE,
        ),
    ),
    Table(
        nom="autres_noms",
        titre="Les autres noms : anciennes communes, anciens noms, communes plus récentes, arrondissements",
        sources=("cog_mouvements", "cog_communes_2026", "epcicom2021"),
        cle=("sorte", "code", "nom", "commune"),
        champs=(
            Champ(nom="sorte", sens="Ce qu’est ce nom.", valeurs=SORTES_DE_NOM),
            code("code", "Code INSEE de ce qui porte ou portait ce nom.", champs.COMMUNE),
            Champ(nom="nom", sens="Nom, tel que publié par l’Insee."),
            nombre(
                "annee",
                "Dernière année d’un nom d’avant, première d’un plus récent ; vide pour un arrondissement.",
                "année",
                vide=True,
            ),
            _COMMUNE,
        ),
    ),
)
"""Tables of the search."""

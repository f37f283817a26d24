"""The contract of the projects, the columns it shares with the communes, its closed lists of words."""

from __future__ import annotations

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre, reel
from geo.millesimes import MILLESIMES, colonne_ti

__all__ = [
    "LATITUDE",
    "LONGITUDE",
    "METHODES_PLACEMENT",
    "NATURES_PROJET",
    "PERIMETRES",
    "STADES",
    "TABLE_PROJETS",
    "TI_PAR_MILLESIME",
]

STADES = ("Émergence", "Étude", "Lauréat", "En travaux", "En service", "Abandonné")
"""The ordered vocabulary of how far a project has come."""

NATURES_PROJET = (
    "nouveau_site",
    "extension",
    "modernisation",
    "industrialisation",
    "rd_demonstrateur",
    "energie",
    "formation",
    "autre",
)
"""What the money of a project buys: this project's editorial reading of each description."""

METHODES_PLACEMENT = ("coordonnées", "coordonnées réparées", "code postal", "département", "aucune")
"""How the place of a project was found, best first."""

LATITUDE = reel("latitude", "Latitude (WGS 84).", "degrés", (-90, 90))
LONGITUDE = reel("longitude", "Longitude (WGS 84).", "degrés", (-180, 180))
TI_PAR_MILLESIME = tuple(
    code(
        colonne_ti(m),
        f"Territoire d’industrie au millésime {m} ; vide hors de tout territoire.",
        champs.TI,
        vide=True,
    )
    for m in MILLESIMES
)

PERIMETRES = ("ti149_groupements", "ti149_communes", "ti148_communes", "ti183_groupements")

TABLE_PROJETS = Table(
    nom="projets",
    titre="Les projets industriels de France Relance (extrait d’avril 2022)",
    sources=("plan_relance_industrie", "correspondance_postale", "communes_2018", "epci_2021", *PERIMETRES),
    cle=("id_projet",),
    lignes=(3080, 3080),
    champs=(
        code("id_projet", "Identifiant stable du projet, tiré de ses champs publiés.", champs.PROJET),
        Champ(nom="entreprise", sens="Entreprise ou organisme, tel que publié.", vide=True),
        Champ(nom="siren", sens="SIREN nettoyé (SIRET coupé, zéros rendus).", vide=True),
        Champ(nom="siren_valide", sens="La clé de contrôle du SIREN est juste.", type=champs.BOOLEEN),
        Champ(nom="siren_publie", sens="Identifiant tel que publié.", vide=True),
        Champ(nom="type_entreprise", sens="Taille ou statut de l’entreprise, tel que publié.", vide=True),
        Champ(nom="mesure", sens="Dispositif qui finance le projet, nom complet."),
        Champ(nom="mesure_light", sens="Dispositif, nom court publié."),
        Champ(nom="filiere", sens="Secteur industriel publié, variantes d’écriture réunies.", vide=True),
        Champ(
            nom="nature",
            sens="Ce que l’argent achète : lecture éditoriale de la description ; vide sans description.",
            valeurs=NATURES_PROJET,
            vide=True,
        ),
        Champ(nom="stade", sens="Avancement du projet.", valeurs=STADES),
        Champ(nom="date", sens="Dernière mise à jour de la ligne publiée.", type=champs.DATE),
        code("code_commune", "Commune trouvée (2021).", champs.COMMUNE, vide=True),
        Champ(nom="commune", sens="Nom de la commune trouvée.", vide=True),
        Champ(nom="commune_publiee", sens="Nom de commune tel que publié.", vide=True),
        Champ(
            nom="accord_commune",
            sens="La commune publiée est la commune trouvée.",
            type=champs.BOOLEEN_VIDE,
            vide=True,
        ),
        Champ(
            nom="lieu_incertain",
            sens="Le code postal et le nom publiés disent ensemble une autre commune que le point.",
            type=champs.BOOLEEN,
        ),
        code(
            "code_commune_dite",
            "Commune que disent ensemble le code postal et le nom publiés, quand le point est dans une autre "
            "que ce code ne dessert pas.",
            champs.COMMUNE,
            vide=True,
        ),
        code("code_postal", "Code postal réparé.", r"^\d{5}$", vide=True),
        code("code_departement", "Département.", champs.DEPARTEMENT, vide=True),
        code("code_region", "Région.", champs.REGION, vide=True),
        code("siren_epci", "EPCI de la commune trouvée.", champs.SIREN, vide=True),
        *TI_PAR_MILLESIME,
        LATITUDE,
        LONGITUDE,
        Champ(nom="methode_placement", sens="Comment le lieu a été trouvé.", valeurs=METHODES_PLACEMENT),
        reel("ecart_km", "Distance entre les sources de lieu qui se contredisent.", "km", (0, 20_100)),
        Champ(nom="reparations", sens="Ce qui a été réparé dans la ligne.", vide=True),
        code("doublon_de", "Premier projet que cette ligne répète.", champs.PROJET, vide=True),
        Champ(
            nom="doublon_nature",
            sens="Sorte de répétition : exacte, proche ou seulement possible.",
            valeurs=("exact", "proche", "possible"),
            vide=True,
        ),
        code("groupe_emplois", "Premier projet qui annonce ces mêmes emplois.", champs.PROJET, vide=True),
        nombre(
            "emplois_prevus", "Emplois à créer, seulement quand la description le dit.", "emplois", vide=True
        ),
        nombre("tco2", "Émissions évitées annoncées.", "t CO₂ par an", vide=True),
        Champ(nom="objet", sens="Objet du projet : lecture éditoriale de la description.", vide=True),
    ),
)

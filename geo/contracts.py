"""What every processed table promises, declared once.

The same declaration validates the build, validates what the app loads, makes the dictionary of the page
« Méthode » and will head the exports: a column that is not described here does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandera.pandas as pa

from geo import champs
from geo.champs import Champ, ContratRompu, Table, code, nombre, reel
from geo.contracts_etape import TABLES_ETAPE
from geo.millesimes import MILLESIMES, colonne_ti

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLES", "Champ", "ContratRompu", "Table", "dictionnaire", "valider"]

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


FAUTES = {
    "not_nullable": "valeur manquante",
    "column_in_dataframe": "colonne absente",
    "column_in_schema": "colonne inconnue",
    "column_ordered": "colonne mal placée",
    "multiple_fields_uniqueness": "clé répétée",
}
"""What pandera's own checks are called in French."""


def valider(nom: str, df: pd.DataFrame) -> pd.DataFrame:
    """Check a table against its contract and return it unchanged.

    Args:
        nom: Name of the table in `TABLES`.
        df: The table.

    Raises:
        ContratRompu: With the first failing columns and values, in French.
    """
    try:
        TABLES[nom].schema.validate(df, lazy=True)
    except (pa.errors.SchemaErrors, pa.errors.SchemaError) as erreur:
        raise ContratRompu(f"La table « {nom} » ne tient pas son contrat : {_raisons(erreur)}.") from erreur
    return df


def _raisons(erreur: Exception) -> str:
    cas = getattr(erreur, "failure_cases", None)
    if cas is None or not hasattr(cas, "itertuples"):
        return str(erreur)
    vues = [f"{c.column} ({FAUTES.get(c.check, c.check)} : {c.failure_case!r})" for c in cas.itertuples()]
    return " ; ".join(list(dict.fromkeys(vues))[:5])


def dictionnaire() -> list[dict[str, str]]:
    """Every column of every table, for the dictionary: table, colonne, sens, unité, type, vide."""
    return [
        {
            "table": t.nom,
            "colonne": c.nom,
            "sens": c.sens,
            "unité": c.unite,
            "type": c.type,
            "peut manquer": "oui" if c.vide else "non",
        }
        for t in TABLES.values()
        for c in t.champs
    ]


_MILLESIME = Champ(
    nom="millesime", sens="Millésime du périmètre.", type=champs.ENTIER, valeurs=tuple(MILLESIMES)
)
_ID_TI = code("id_ti", "Identifiant du territoire, valable dans son millésime.", champs.TI)
_REGIONS = code(
    "regions",
    "Régions des sièges des groupements, la plus peuplée d’abord, séparées par des virgules.",
    r"^\d\d(,\d\d)*$",
)
_DEPARTEMENTS = code(
    "departements",
    "Départements des sièges des groupements, le plus peuplé d’abord, séparés par des virgules.",
    r"^(\d\d|2[AB]|97\d)(,(\d\d|2[AB]|97\d))*$",
)
_POPULATION = nombre(
    "population", "Population municipale de 2018, en vigueur au 1er janvier 2021.", "habitants"
)
_LATITUDE = reel("latitude", "Latitude (WGS 84).", "degrés", (-90, 90))
_LONGITUDE = reel("longitude", "Longitude (WGS 84).", "degrés", (-180, 180))
_TI_PAR_MILLESIME = tuple(
    code(
        colonne_ti(m),
        f"Territoire d’industrie au millésime {m} ; vide hors de tout territoire.",
        champs.TI,
        vide=True,
    )
    for m in MILLESIMES
)
_NATURE = Champ(
    nom="nature",
    sens="Communautés (CC, CA, CU), métropoles (METRO, MET69), EPT du Grand Paris, ou commune seule (COM).",
    valeurs=("CC", "CA", "CU", "METRO", "MET69", "EPT", "COM"),
)
_PERIMETRES = ("ti149_groupements", "ti149_communes", "ti148_communes", "ti183_groupements")
_GEOGRAPHIE = ("epcicom2021", "appartenance_2022")

TABLES: dict[str, Table] = {}
"""Every processed table by name."""


def _table(**parametres: object) -> None:
    table = Table(**parametres)  # type: ignore[arg-type]
    TABLES[table.nom] = table


_table(
    nom="territoires",
    titre="Les Territoires d’industrie de chaque millésime",
    sources=(*_PERIMETRES, *_GEOGRAPHIE),
    cle=("millesime", "id_ti"),
    lignes=(626, 626),
    champs=(
        _MILLESIME,
        _ID_TI,
        Champ(nom="lib_ti", sens="Nom du territoire, tel que publié."),
        _REGIONS,
        _DEPARTEMENTS,
        _POPULATION,
        nombre("nb_epci", "EPCI du territoire, entiers ou en partie.", "EPCI"),
        nombre("nb_ept", "Établissements publics territoriaux du Grand Paris.", "EPT"),
        nombre("nb_communes_isolees", "Communes qui participent seules, sans leur EPCI.", "communes"),
        nombre("nb_communes", "Communes du territoire, géographie du 1er janvier 2021.", "communes"),
    ),
)
_table(
    nom="groupements",
    titre="Ce qui compose chaque territoire : EPCI, EPT ou communes seules",
    sources=(*_PERIMETRES, *_GEOGRAPHIE),
    cle=("millesime", "siren"),
    champs=(
        _MILLESIME,
        _ID_TI,
        code("siren", "SIREN du groupement.", champs.SIREN),
        Champ(nom="libelle", sens="Nom du groupement."),
        _NATURE,
        Champ(nom="type", sens="EPCI, EPT ou commune.", valeurs=("EPCI", "EPT", "commune")),
        code("region", "Région du siège.", champs.REGION),
        code("departement", "Département du siège.", champs.DEPARTEMENT),
        _POPULATION,
        nombre("nb_communes", "Communes du groupement qui sont dans le territoire.", "communes"),
        nombre("nb_communes_total", "Communes du groupement en tout.", "communes"),
    ),
)
_table(
    nom="epci",
    titre="Les 1 254 intercommunalités à fiscalité propre de 2021",
    sources=("epcicom2021", "epci_2021", "appartenance_2022"),
    cle=("siren",),
    lignes=(1254, 1254),
    champs=(
        code("siren", "SIREN de l’EPCI.", champs.SIREN),
        Champ(nom="libelle", sens="Nom de l’EPCI."),
        _NATURE,
        code("region", "Région du siège.", champs.REGION),
        code("departement", "Département du siège.", champs.DEPARTEMENT),
        _POPULATION,
    ),
)
_table(
    nom="communes",
    titre="Les communes du 1er janvier 2021 et leurs territoires",
    sources=("communes_2018", "base_cc_comparateur", *_GEOGRAPHIE, *_PERIMETRES),
    cle=("code",),
    lignes=(34965, 34965),
    champs=(
        code("code", "Code INSEE.", champs.COMMUNE),
        Champ(nom="nom", sens="Nom de la commune."),
        code("siren", "SIREN de la commune.", champs.SIREN, vide=True),
        code("siren_epci", "EPCI de 2021 ; vide pour quatre îles qui n’en ont pas.", champs.SIREN, vide=True),
        code(
            "siren_ept",
            "EPT du Grand Paris, quand il est un groupement d’un territoire.",
            champs.SIREN,
            vide=True,
        ),
        code("departement", "Département.", champs.DEPARTEMENT),
        code("region", "Région.", champs.REGION),
        *_TI_PAR_MILLESIME,
        _LATITUDE,
        _LONGITUDE,
        _POPULATION,
    ),
)
_table(
    nom="regions",
    titre="Les 18 régions",
    sources=("appartenance_2022",),
    cle=("code",),
    lignes=(18, 18),
    champs=(code("code", "Code de la région.", champs.REGION), Champ(nom="nom", sens="Nom de la région.")),
)
_table(
    nom="departements",
    titre="Les 101 départements",
    sources=("appartenance_2022",),
    cle=("code",),
    lignes=(101, 101),
    champs=(
        code("code", "Code du département.", champs.DEPARTEMENT),
        Champ(nom="nom", sens="Nom du département."),
        code("region", "Région.", champs.REGION),
    ),
)
_table(
    nom="passages",
    titre="Ce qui a été ramené à la géographie du 1er janvier 2021",
    sources=("communes_2018", "base_cc_comparateur", *_GEOGRAPHIE, *_PERIMETRES),
    cle=("objet", "code", "code_2021"),
    champs=(
        Champ(nom="objet", sens="Ce qui est ramené.", valeurs=("commune", "groupement")),
        Champ(nom="code", sens="Code INSEE de 2018 ou SIREN tel que publié.", motif=r"^\w{5}$|^\d{9}$"),
        Champ(nom="libelle", sens="Nom tel que publié."),
        Champ(nom="code_2021", sens="Code INSEE ou SIREN de 2021.", motif=r"^\w{5}$|^\d{9}$"),
        Champ(nom="libelle_2021", sens="Nom de 2021."),
        Champ(nom="methode", sens="Comment le passage a été établi."),
        reel("ecart_surface", "Écart relatif à la surface publiée de la commune de 2021.", "part", (0, 100)),
    ),
)
_table(
    nom="contours",
    titre="Contours généralisés pour la vue nationale",
    sources=("communes_2018", "epci_2021"),
    cle=("couche", "id"),
    geometrie=True,
    champs=(
        Champ(
            nom="couche",
            sens="Couche : territoires d’un millésime, EPCI, groupements, départements, régions.",
        ),
        Champ(nom="id", sens="Identifiant dans la couche."),
    ),
)
_table(
    nom="contours_fins",
    titre="Contours plus fins, pour la vue rapprochée",
    sources=("communes_2018", "epci_2021"),
    cle=("couche", "id"),
    geometrie=True,
    champs=(
        Champ(
            nom="couche",
            sens="Couche : territoires d’un millésime, EPCI, groupements, départements, régions.",
        ),
        Champ(nom="id", sens="Identifiant dans la couche."),
    ),
)
_table(
    nom="projets",
    titre="Les projets industriels de France Relance (extrait d’avril 2022)",
    sources=("plan_relance_industrie", "correspondance_postale", *_PERIMETRES),
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
            sens="Ce que l’argent achète : lecture éditoriale de la description.",
            valeurs=NATURES_PROJET,
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
        code("code_postal", "Code postal réparé.", r"^\d{5}$", vide=True),
        code("code_departement", "Département.", champs.DEPARTEMENT, vide=True),
        code("code_region", "Région.", champs.REGION, vide=True),
        code("siren_epci", "EPCI de la commune trouvée.", champs.SIREN, vide=True),
        *_TI_PAR_MILLESIME,
        _LATITUDE,
        _LONGITUDE,
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
TABLES.update({table.nom: table for table in TABLES_ETAPE})

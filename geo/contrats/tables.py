"""What every processed table promises, declared once.

The same declaration validates the build, validates what the app loads, makes the dictionary of the page
« Méthode » and will head the exports: a column that is not described here does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandera.pandas as pa

from erreurs import ContratRompu
from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre, reel
from geo.contrats.etape import TABLES_ETAPE
from geo.contrats.indicateurs import TABLES_INDICATEURS
from geo.contrats.projets import LATITUDE, LONGITUDE, PERIMETRES, TABLE_PROJETS, TI_PAR_MILLESIME
from geo.contrats.recherche import TABLES_RECHERCHE
from geo.contrats.voisinages import TABLES_HISTOIRE
from geo.millesimes import MILLESIMES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["TABLES", "Champ", "Table", "dictionnaire", "valider"]

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
    except pa.errors.SchemaErrors as erreur:
        raise ContratRompu(f"La table « {nom} » ne tient pas son contrat : {_raisons(erreur)}.") from erreur
    return df


def _raisons(erreur: pa.errors.SchemaErrors) -> str:
    cas = erreur.failure_cases.itertuples()
    vues = [f"{c.column} ({FAUTES.get(c.check, c.check)} : {c.failure_case!r})" for c in cas]
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
_NATURE = Champ(
    nom="nature",
    sens="Communautés (CC, CA, CU), métropoles (METRO, MET69), EPT du Grand Paris, ou commune seule (COM).",
    valeurs=("CC", "CA", "CU", "METRO", "MET69", "EPT", "COM"),
)
_GEOGRAPHIE = ("epcicom2021", "appartenance_2022")

TABLES: dict[str, Table] = {}
"""Every processed table by name."""


def _table(**parametres: object) -> None:
    table = Table(**parametres)  # type: ignore[arg-type]
    TABLES[table.nom] = table


_table(
    nom="territoires",
    titre="Les Territoires d’industrie de chaque millésime",
    sources=(*PERIMETRES, *_GEOGRAPHIE),
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
    sources=(*PERIMETRES, *_GEOGRAPHIE),
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
    sources=("communes_2018", "epci_2021", "base_cc_comparateur", *_GEOGRAPHIE, *PERIMETRES),
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
        *TI_PAR_MILLESIME,
        LATITUDE,
        LONGITUDE,
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
    sources=("communes_2018", "epci_2021", "base_cc_comparateur", *_GEOGRAPHIE, *PERIMETRES),
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
for _nom, _titre in (
    ("contours", "Contours généralisés pour la vue nationale"),
    ("contours_fins", "Contours plus fins, pour la vue rapprochée"),
):
    _table(
        nom=_nom,
        titre=_titre,
        sources=("communes_2018", "epci_2021"),
        cle=("couche", "id"),
        geometrie=True,
        champs=(
            Champ(
                nom="couche",
                sens="Couche : territoires d’un millésime, EPCI, groupements, départements, régions.",
            ),
            Champ(nom="id", sens="Identifiant dans la couche."),
            nombre(
                "ecart_m",
                "Plus grand écart au contour d’origine, à l’échelle de ses morceaux, îlots omis à part.",
                "m",
            ),
        ),
    )
_table(
    nom="contours_communes",
    titre="Contours généralisés des communes, un fichier par département",
    sources=("communes_2018", "epci_2021"),
    cle=("departement",),
    lignes=(101, 101),
    champs=(
        code("departement", "Département.", champs.DEPARTEMENT),
        nombre("communes", "Communes dessinées.", "communes"),
        Champ(
            nom="topologie",
            sens="Contours en TopoJSON, par code INSEE : généralisés à 200 m (50 m pour les communes de "
            "moins de 3 km²), WGS 84.",
        ),
    ),
)
TABLES.update({t.nom: t for t in (TABLE_PROJETS, *TABLES_ETAPE, *TABLES_INDICATEURS, *TABLES_HISTOIRE)})
TABLES.update({t.nom: t for t in TABLES_RECHERCHE})

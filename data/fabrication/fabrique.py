"""From the raw tables to the processed ones: the whole transformation, in memory, step by step.

Each step is a pure function of `geo` fed with what the earlier ones made; writing, checking and reporting
stay in `data.fabrication.construction` and `data.fabrication.rapport`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.fabrication import bruts, etape, geographie, indicateurs
from data.fabrication.laureats import lire_laureats
from francais import liste
from geo.communes import codes_postaux, histoire, passages
from geo.contours import contours_par_departement, traces
from geo.contrats import TABLES
from geo.couches import PROGRAMMES
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from geo.projets import assemblage
from geo.territoires import frontieres, perimetres, voisinages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import geopandas as gpd

    from geo.territoires import Geographie

__all__ = ["ETAPES", "SOURCES", "Atelier", "fabriquer"]

SOURCES: Final = tuple(dict.fromkeys(cle for table in TABLES.values() for cle in table.sources))
"""Every source that a processed table is made from."""


@dataclass(kw_only=True)
class Atelier:
    """What the build has read and made so far.

    Attributes:
        chemins: Verified path of each raw file, by key of `data/sources/sources.toml`.
        tables: Processed tables made so far, by name.
        lues: Rows read in each source.
        geographie: The geography of 2021, once made.
        passage: Communes of 2018 → 2021, once deduced.
        contours: Outlines of the communes of 2021, once made.
        reparees: Rows repaired in each source, where a step had to.
        gardees: Rows kept of each source, where a step left some out; all of them otherwise.
        non_placees: Rows that lead nowhere, in the sources where that happens.
    """

    chemins: Mapping[str, Path]
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    lues: dict[str, int] = field(default_factory=dict)
    geographie: Geographie | None = None
    passage: pd.DataFrame | None = None
    contours: gpd.GeoDataFrame | None = None
    reparees: dict[str, int] = field(default_factory=dict)
    gardees: dict[str, int] = field(default_factory=dict)
    non_placees: dict[str, int] = field(default_factory=dict)

    def brut(self, cle: str, lire: Callable[[Path], pd.DataFrame] = bruts.csv) -> pd.DataFrame:
        """A raw table; its rows are counted for the report."""
        table = lire(self.chemins[cle])
        self.lues[cle] = len(table)
        return table


def _geographie(a: Atelier) -> None:
    sieges = a.brut("epci_2021", bruts.contours)
    a.reparees["epci_2021"] = int((~sieges.geometry.is_valid).sum())
    brut = geographie.Brut(
        epcicom=a.brut("epcicom2021", bruts.epcicom),
        appartenance=a.brut("appartenance_2022", bruts.appartenance_2022),
        zones=bruts.zones_supra_communales(a.chemins["appartenance_2022"]),
        comparateur=a.brut("base_cc_comparateur", bruts.comparateur),
        sieges=sieges[["siren", "dep"]],
        communes_149=a.brut("ti149_communes"),
    )
    a.gardees["base_cc_comparateur"] = len(geographie.communes_entieres(brut.comparateur))
    a.geographie = geographie.geographie(brut)
    a.tables["communes"] = a.geographie.communes
    a.tables["epci"] = a.geographie.epci
    a.reparees["epcicom2021"] = geographie.noms_abimes(brut)
    a.tables["regions"] = geographie.regions(brut)
    a.tables["departements"] = geographie.departements(brut)


def _passage(a: Atelier) -> None:
    comparateur = bruts.comparateur(a.chemins["base_cc_comparateur"]).set_index("CODGEO")
    contours_2018 = a.brut("communes_2018", bruts.contours)
    a.passage = passages.passage_communes(
        contours_2018,
        a.tables["communes"],
        comparateur["SUPERF"],
        bruts.contours(a.chemins["epci_2021"]),
    )
    a.contours = passages.contours_communes(contours_2018, a.passage)
    noms_2018 = contours_2018.set_index("code")["nom"]
    changees = a.passage[a.passage["methode"] != "identique"]
    noms_2021 = a.tables["communes"].set_index("code")["nom"]
    invalides = contours_2018.loc[~contours_2018.geometry.is_valid, "code"]
    a.reparees["communes_2018"] = len({*changees["code_2018"], *invalides})
    a.tables["passages"] = pd.DataFrame(
        {
            "objet": "commune",
            "code": changees["code_2018"],
            "libelle": changees["code_2018"].map(noms_2018),
            "code_2021": changees["code"],
            "libelle_2021": changees["code"].map(noms_2021),
            "methode": changees["methode"],
            "ecart_surface": changees["ecart_surface"],
        },
    )


def _perimetres(a: Atelier) -> None:
    assert a.geographie is not None
    assert a.passage is not None
    actuelles = a.tables["communes"]["code"]
    suites = a.passage[a.passage["methode"] != "séparation"].set_index("code_2018")["code"]
    suites = pd.concat([suites[~suites.index.isin(actuelles)], pd.Series(actuelles.values, index=actuelles)])
    de_149 = a.brut("ti149_communes")
    de_148 = a.brut("ti148_communes")
    de_148 = de_148.assign(id_ti="ti-" + de_148["id_ti"])
    a.reparees["ti148_communes"] = int((~de_148["insee_com"].isin(actuelles)).sum())
    groupements_149 = a.brut("ti149_groupements")
    groupements_183 = a.brut("ti183_groupements")
    des_146 = de_149[de_149["phase_2021_146"] == "True"]
    membres = [
        perimetres.rattacher(
            perimetres.perimetre_des_communes(de_148, millesime=2020, passage=suites),
            a.geographie,
        ),
        perimetres.perimetre_des_communes(des_146, millesime=2021, passage=suites),
        perimetres.perimetre_des_communes(de_149, millesime=2022, passage=suites),
        perimetres.perimetre_des_groupements(groupements_183, millesime=2023, geographie=a.geographie),
    ]
    tous = pd.concat(membres, ignore_index=True)
    libelles = pd.concat([groupements_149, groupements_183])[["siren", "lib_groupement"]]
    libelles = libelles.set_axis(["siren", "libelle"], axis=1).drop_duplicates("siren")
    publies = {2020: de_148, 2021: des_146, 2022: de_149, 2023: groupements_183}
    noms = pd.concat(table[["id_ti", "lib_ti"]].assign(millesime=m) for m, table in publies.items())
    noms["lib_ti"] = noms["lib_ti"].str.strip()
    a.tables["groupements"] = perimetres.groupements(tous, a.geographie, libelles)
    a.tables["territoires"] = perimetres.territoires(a.tables["groupements"], noms.drop_duplicates())
    a.tables["communes"] = _communes(a, tous)
    ramenes = perimetres.passages_des_groupements(groupements_183, a.geographie)
    a.reparees["ti183_groupements"] = ramenes["code"].nunique()
    a.tables["passages"] = pd.concat([a.tables["passages"], ramenes]).sort_values(
        ["objet", "code", "code_2021"],
        ignore_index=True,
    )


def _communes(a: Atelier, membres: pd.DataFrame) -> pd.DataFrame:
    """The table `communes`: geography, TI of each millésime, and a point inside the outline."""
    assert a.contours is not None
    communes = a.tables["communes"]
    points = a.contours.set_index("code").geometry.representative_point()
    table = pd.concat([communes, perimetres.ti_par_commune(communes["code"], membres)], axis=1)
    table["latitude"] = table["code"].map(points.y).round(5)
    table["longitude"] = table["code"].map(points.x).round(5)
    return table[[champ.nom for champ in TABLES["communes"].champs]]


def _voisinages(a: Atelier) -> None:
    assert a.contours is not None
    a.tables["voisinages"] = voisinages(a.tables["communes"], frontieres(a.contours))


def _projets(a: Atelier) -> None:
    assert a.contours is not None
    postaux = a.brut("correspondance_postale", bruts.postaux)
    a.non_placees["correspondance_postale"] = codes_postaux.sans_commune(
        postaux, communes=a.tables["communes"], passage=a.passage
    )
    a.gardees["correspondance_postale"] = len(postaux) - a.non_placees["correspondance_postale"]
    a.tables["projets"] = assemblage.placer(
        a.brut("plan_relance_industrie", lire_laureats),
        communes=a.tables["communes"],
        contours_communes=a.contours,
        postaux=postaux,
        passage=a.passage,
    )
    a.non_placees["plan_relance_industrie"] = int(a.tables["projets"]["latitude"].isna().sum())
    a.reparees["plan_relance_industrie"] = int(a.tables["projets"]["reparations"].notna().sum())


def _recherche(a: Atelier) -> None:
    mouvements, communes = a.brut("cog_mouvements"), a.tables["communes"]
    a.tables["codes_postaux"] = codes_postaux.dessertes(
        bruts.postaux(a.chemins["correspondance_postale"]),
        communes=communes,
        mouvements=histoire.Mouvements.de(mouvements),
    )
    a.tables["autres_noms"] = histoire.autres_noms(mouvements, a.brut("cog_communes_2026"), communes)


def _contours(a: Atelier, nom: str, finesse: traces.Finesse) -> None:
    assert a.contours is not None
    a.tables[nom] = traces.contours(
        a.tables["communes"],
        a.tables["groupements"],
        a.contours,
        finesse=finesse,
        projets=a.tables["projets"],
    )


def _contours_nationaux(a: Atelier) -> None:
    _contours(a, "contours", traces.NATIONALE)


def _contours_fins(a: Atelier) -> None:
    _contours(a, "contours_fins", traces.FINE)


def _contours_communes(a: Atelier) -> None:
    assert a.contours is not None
    a.tables["contours_communes"] = contours_par_departement(a.tables["communes"], a.contours)


def _point_etape(a: Atelier) -> None:
    territoires = a.tables["territoires"]
    territoires = territoires[territoires["millesime"] == MILLESIME_PAR_DEFAUT]
    national = a.brut("point_etape_national")
    a.tables["regions_2021"] = etape.regions(a.brut("point_etape_regions"), territoires, national)
    a.tables["national_2021"] = etape.typer(national, reels=("valeur",))
    a.tables["enjeux_2021"] = etape.typer(a.brut("point_etape_enjeux"), reels=("valeur",))
    a.tables["financement_2021"] = etape.typer(a.brut("point_etape_financement"), reels=("montant_meur",))
    a.tables["chronologie"] = a.brut("point_etape_chronologie")
    a.tables["projets_inspirants"] = etape.typer(
        a.brut("point_etape_projets_inspirants"),
        entiers=("emplois_prevus",),
        reels=("investissement_meur",),
    )


def _indicateurs(a: Atelier) -> None:
    assert a.geographie is not None
    appartenance = bruts.appartenance_2022(a.chemins["appartenance_2022"])
    a.tables["chomage"] = indicateurs.chomage(a.brut("chomage_zones", bruts.chomage_zones))
    parts = indicateurs.emploi_industriel(a.brut("agg_epci_exdeco", bruts.emploi_epci))
    a.tables["emploi_industriel_epci"] = parts
    a.gardees["agg_epci_exdeco"] = len(parts)
    a.tables["indicateurs_communes"] = indicateurs.communes(
        geographie.communes_entieres(bruts.comparateur(a.chemins["base_cc_comparateur"])),
        appartenance,
        parts,
        a.geographie,
    )
    a.reparees["appartenance_2022"] = indicateurs.zones_deduites(a.geographie, appartenance)


def _villes(a: Atelier) -> None:
    publiees = {sigle: a.brut(c.source, bruts.points) for sigle, c in PROGRAMMES.items()}
    a.tables["villes"] = indicateurs.villes(publiees, a.tables["communes"])


ETAPES: Final[tuple[tuple[str, Callable[[Atelier], None]], ...]] = (
    ("Géographie de 2021", _geographie),
    ("Communes de 2018 ramenées à 2021", _passage),
    (f"Périmètres des {len(MILLESIMES)} millésimes", _perimetres),
    ("Territoires voisins", _voisinages),
    ("Projets placés", _projets),
    ("Noms et codes de la recherche", _recherche),
    ("Contours de la vue nationale", _contours_nationaux),
    ("Contours fins", _contours_fins),
    ("Contours des communes", _contours_communes),
    ("Point d’étape à 3 ans", _point_etape),
    ("Indicateurs", _indicateurs),
    (liste([c.libelle for c in PROGRAMMES.values()]), _villes),
)
"""Every step, in order, with what the progress bar says."""


def fabriquer(chemins: Mapping[str, Path], *, annoncer: Callable[[str], None] = lambda _: None) -> Atelier:
    """Make every processed table.

    Args:
        chemins: Verified path of each source of `SOURCES`.
        annoncer: Called with the name of each step before it starts.

    Returns:
        The workshop, with every table of `geo.contrats.tables.TABLES`.
    """
    atelier = Atelier(chemins=chemins)
    for nom, faire in ETAPES:
        annoncer(nom)
        faire(atelier)
    return atelier

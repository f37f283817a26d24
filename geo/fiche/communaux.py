"""The figures of one commune, as they are read: what is published of it, and what its larger units lend it.

A figure that every commune has is declared here once; one that a territory has too keeps the name and the
sources of the catalogue of indicators. Beside each stands the same figure of its EPCI: a sum of communes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import accord, nombre
from geo.atlas import assiettes
from geo.fiche.chiffres import Chiffre, Face, Reference, la_france
from geo.fiche.commune import SANS_EPCI
from geo.indicateurs import INDICATEURS, Objet, ecriture, mesure
from geo.millesimes import MILLESIMES
from geo.sources import COMMUNES_ET_EPCI, sources_de
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from geo.atlas import Atlas
    from geo.fiche.commune import Commune
    from geo.indicateurs import Indicateur

__all__ = ["COMMUNAUX", "Communal", "chiffres_de_commune", "sources_de_commune"]

COMPARATEUR: Final = ("base_cc_comparateur",)

PREFIXE: Final = "commune-"
"""Before the keys of these figures: what the page says of a territory's is not said of them."""

PUBLIE: Final = "Publié\u00a0: repris de la source, sans calcul."
"""What the word under a figure means, for whoever asks."""

EXPLIQUES: Final = {
    "projets": INDICATEURS["projets"].formule,
    "chomage": f"{PUBLIE} Taux de chômage localisé de la zone d’emploi (ou de sa partie dans la région), 3e "
    "trimestre 2023 : toutes ses communes ont le même. En face, moyenne des taux pondérée par les actifs de "
    "2018.",
    "part_industrie": "Part de l’industrie dans l’emploi au recensement de 2022, publiée par "
    "intercommunalité, par EPT du Grand Paris, et pour Paris. L’outre-mer n’est pas publié.",
}
"""What the figures of the catalogue are for one commune."""

MUETTES: Final = "non publié pour cette commune"
"""What stands beside the void of a figure that its source does not give."""

HERITEE: Final = "publiée par intercommunalité, pas par commune"
"""Why a commune has no share of industry."""


@dataclass(frozen=True, kw_only=True)
class Communal:
    """A figure published commune by commune.

    Attributes:
        cle: Short name; that of an indicator which is the sum of it, where there is one.
        libelle: What a reader sees.
        unite: Unit, a French plural.
        formule: What it is, one French sentence or two.
        annee: Year that it speaks of.
        sources: Keys of `data/sources/sources.toml`.
        colonne: Column of `communes` or of `indicateurs_communes`.
        part_de: Column of what it is a part of; empty for none.
        parmi: What that is, « des actifs de 15 à 64 ans ».
    """

    cle: str
    libelle: str
    unite: str
    formule: str
    annee: int
    sources: tuple[str, ...]
    colonne: str
    part_de: str = ""
    parmi: str = ""


def _de_l_indicateur(cle: str, colonne: str, formule: str, sources: tuple[str, ...] = ()) -> Communal:
    """What an indicator sums, under its name."""
    indicateur = INDICATEURS[cle]
    return Communal(
        cle=cle,
        libelle=indicateur.libelle,
        unite=indicateur.unite,
        formule=formule,
        annee=indicateur.annees[0],
        sources=sources or indicateur.sources,
        colonne=colonne,
    )


COMMUNAUX: Final = {
    communal.cle: communal
    for communal in (
        Communal(
            cle="emplois",
            libelle="Emplois au lieu de travail",
            unite="emplois",
            formule="Emplois occupés dans la commune au recensement de 2018, arrondis à l’unité.",
            annee=2018,
            sources=COMPARATEUR,
            colonne="emplois_2018",
        ),
        _de_l_indicateur(
            "etablissements_industrie",
            "etablissements_industrie_2018",
            "Établissements de l’industrie au 31 décembre 2018. Mayotte n’est pas publiée.",
        ),
        _de_l_indicateur(
            "population",
            "population",
            "Population municipale de 2018, en vigueur au 1er janvier 2021.",
            ("epcicom2021", "base_cc_comparateur"),
        ),
        Communal(
            cle="etablissements",
            libelle="Établissements de tous secteurs",
            unite="établissements",
            formule="Établissements au 31 décembre 2018, tous secteurs. Mayotte n’est pas publiée.",
            annee=2018,
            sources=COMPARATEUR,
            colonne="etablissements_2018",
        ),
        Communal(
            cle="actifs",
            libelle="Actifs de 15 à 64 ans",
            unite="actifs",
            formule="Habitants de 15 à 64 ans qui ont un emploi ou en cherchent un, au recensement de 2018.",
            annee=2018,
            sources=COMPARATEUR,
            colonne="actifs_1564_2018",
        ),
        Communal(
            cle="chomeurs",
            libelle="Chômeurs de 15 à 64 ans",
            unite="chômeurs",
            formule="Habitants de 15 à 64 ans qui se disent chômeurs au recensement de 2018 : ni la même "
            "définition, ni la même date que le taux de chômage de la zone d’emploi. Part : chômeurs × 100 ÷ "
            "actifs de 15 à 64 ans.",
            annee=2018,
            sources=COMPARATEUR,
            colonne="chomeurs_1564_2018",
            part_de="actifs_1564_2018",
            parmi="des actifs",
        ),
    )
}
"""Figures published commune by commune, by key."""

DATES: Final = {"projets": "extrait d’avril 2022", "chomage": "3e trimestre 2023"}
"""When an indicator is of, where a year alone would say too little."""

TRIMESTRE: Final = assiettes.TRIMESTRES[-1]
"""Quarter of the unemployment that is told, as for a territory."""

ORDRE: Final = (
    *("projets", "emplois", "etablissements_industrie", "chomage", "population"),
    *("etablissements", "actifs", "chomeurs", "part_industrie"),
)
"""Figures of the page, the most asked for first."""


@garde(taille=1)
def _table(atlas: Atlas) -> pd.DataFrame:
    """Communes with every figure published of each, by code."""
    return atlas.communes.merge(atlas.indicateurs_communes, on="code", validate="1:1").set_index("code")


def _epci(fiche: Commune) -> Reference | None:
    """The EPCI of a commune as a reference; None for the islands that have none."""
    if fiche.epci == SANS_EPCI:
        return None
    return Reference(objet=Objet(sorte="epci", code=fiche.siren_epci), libelle=fiche.epci, contient=True)


def chiffres_de_commune(atlas: Atlas, fiche: Commune) -> tuple[Chiffre, ...]:
    """The figures of a commune beside those of its EPCI, in the order of its page.

    A figure that its source does not give is « non renseigné », never a zero; the number of projects is a
    count of rows of a list, where none is zero.
    """
    return tuple(
        _communal(atlas, fiche, COMMUNAUX[cle])
        if cle in COMMUNAUX
        else _herite(atlas, fiche, INDICATEURS[cle])
        for cle in ORDRE
    )


def sources_de_commune(millesime: int) -> tuple[str, ...]:
    """Keys of the sources of the page of a commune: its map, its projects, its figures."""
    declares = (COMMUNAUX[cle] if cle in COMMUNAUX else INDICATEURS[cle] for cle in ORDRE)
    return sources_de(MILLESIMES[millesime], COMMUNES_ET_EPCI, *declares)


def _communal(atlas: Atlas, fiche: Commune, communal: Communal) -> Chiffre:
    table = _table(atlas)
    sienne = table.loc[[fiche.code]]
    valeur = _somme(sienne, communal)
    connue = not math.isnan(valeur)
    membres = table[table["siren_epci"] == fiche.siren_epci] if fiche.siren_epci else sienne[:0]
    faces = (_face(fiche.epci, membres, communal, valeur),) if len(membres) else ()
    return Chiffre(
        cle=f"{PREFIXE}{communal.cle}",
        libelle=communal.libelle,
        premier=True,
        connue=connue,
        valeur=nombre(valeur),
        unite=accord(communal.unite, round(valeur)) if connue else "",
        rang="",
        dates=str(communal.annee) if connue else "",
        origine="publié",
        couverture=_part(sienne, communal) if connue else MUETTES,
        formule=communal.formule,
        explication=f"{PUBLIE} {communal.formule}",
        references=faces,
        sources=communal.sources,
    )


def _somme(lignes: pd.DataFrame, communal: Communal) -> float:
    return float(lignes[communal.colonne].astype("float64").sum(min_count=1))


def _part(lignes: pd.DataFrame, communal: Communal) -> str:
    """« soit 11,3 % des actifs »; empty for what is a part of nothing."""
    if not communal.part_de:
        return ""
    tout = float(lignes[communal.part_de].astype("float64").sum(min_count=1))
    return (
        f"soit {nombre(100 * _somme(lignes, communal) / tout, 1, '%')} {communal.parmi}" if tout > 0 else ""
    )


def _face(epci: str, membres: pd.DataFrame, communal: Communal, ici: float) -> Face:
    """The same figure of the EPCI: the sum of its communes, and how much of it is here."""
    tout = _somme(membres, communal)
    connues = membres[communal.colonne].notna()
    notes = [_part(membres, communal)]
    if not communal.part_de and tout > 0 and connues.all() and not math.isnan(ici):
        notes = [f"dont {nombre(100 * ici / tout, 1, '%')} ici"]
    if connues.any() and not connues.all():
        notes = [f"pour {nombre(int(connues.sum()))} de ses {nombre(len(membres))} communes"]
    return Face(libelle=epci, valeur=nombre(tout), notes=tuple(filter(None, notes)))


def _herite(atlas: Atlas, fiche: Commune, indicateur: Indicateur) -> Chiffre:
    """A figure of the catalogue: projects counted here, the rate of its zone, no share of industry."""
    valeur, couverture = _ici(atlas, fiche, indicateur.cle)
    connue = not math.isnan(valeur)
    lieux = [lieu for lieu in (_epci(fiche), la_france(atlas)) if lieu]
    if indicateur.montant:
        lieux = lieux[:-1]
    return Chiffre(
        cle=f"{PREFIXE}{indicateur.cle}",
        libelle=indicateur.libelle,
        premier=True,
        connue=connue,
        valeur=ecriture.valeur(indicateur, valeur),
        unite=ecriture.unite(indicateur, valeur),
        rang="",
        dates=DATES.get(indicateur.cle, ecriture.annees(indicateur)) if connue else "",
        origine="somme" if indicateur.montant else "publié",
        couverture=couverture,
        formule=EXPLIQUES[indicateur.cle],
        explication=EXPLIQUES[indicateur.cle],
        references=tuple(_face_d_indicateur(atlas, fiche, indicateur, valeur, lieux)),
        sources=indicateur.sources,
    )


def _ici(atlas: Atlas, fiche: Commune, cle: str) -> tuple[float, str]:
    """What a commune has of an indicator, and what is said beside it."""
    if cle == "projets":
        return float((atlas.projets["code_commune"] == fiche.code).sum()), ""
    ligne = _table(atlas).loc[fiche.code]
    if cle == "part_industrie":
        return _part_de_l_industrie(atlas, ligne["siren_emploi"])
    zone = ligne["zone_emploi"]
    taux = atlas.chomage[(atlas.chomage["zone_emploi"] == zone) & (atlas.chomage["trimestre"] == TRIMESTRE)]
    if taux.empty:
        return math.nan, INDICATEURS[cle].lacune
    return float(taux["taux"].iloc[0]), f"taux de la zone d’emploi : {taux['nom'].iloc[0]}"


def _part_de_l_industrie(atlas: Atlas, siren: object) -> tuple[float, str]:
    """That of Paris, which is published by itself; a commune else has only that of its intercommunalité."""
    if not isinstance(siren, str):
        return math.nan, INDICATEURS["part_industrie"].lacune
    if (_table(atlas)["siren_emploi"] == siren).sum() > 1:
        return math.nan, HERITEE
    parts = atlas.emploi_industriel_epci.set_index("siren")["part_industrie_2022"]
    return float(parts.loc[siren]), ""


def _face_d_indicateur(
    atlas: Atlas, fiche: Commune, indicateur: Indicateur, ici: float, lieux: Iterable[Reference]
) -> Iterable[Face]:
    for lieu in lieux:
        autre = mesure(atlas, objet=lieu.objet, millesime=fiche.millesime, cle=indicateur.cle)
        if autre is None:
            continue
        dont = f"dont {nombre(ici)} ici" if indicateur.montant and autre.valeur > 0 else ""
        yield Face(
            libelle=ecriture.lieu(lieu.libelle, autre),
            valeur=ecriture.valeur(indicateur, autre.valeur, autre.couverture),
            notes=tuple(filter(None, (dont,))),
        )

"""What the search field can find, drawn from the tables of the atlas.

One entry is one thing that a reader may mean. A Territoire d'industrie that keeps its name from one millésime
to the next is one entry, whatever its ids: four lines that read the same would help nobody. Enterprises are
those of the projects; without a valid SIREN an enterprise is known by its first project.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd

from francais import ESPACE_FINE, accorder
from geo.millesimes import MILLESIMES, colonne_ti
from geo.recherche.ecritures import normaliser
from geo.recherche.entree import SORTES, Entree
from geo.recherche.lieux import autres_noms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.atlas import Atlas

__all__ = ["entrees"]

_CHAMPS_PROJET = [
    "id_projet",
    "entreprise",
    "siren",
    "siren_valide",
    "commune",
    "code_departement",
    "doublon_de",
    *map(colonne_ti, MILLESIMES),
]


def entrees(atlas: Atlas) -> list[Entree]:
    """Every entry, by kind, then from the most important down, then by name and key."""
    noms_departements = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    lieux = {code: f"({code}) {nom}" for code, nom in noms_departements.items()}
    communes = list(_communes(atlas, lieux))
    toutes = [
        *_territoires(atlas),
        *communes,
        *autres_noms(atlas.autres_noms, {commune.cle: commune for commune in communes}),
        *_epci(atlas, lieux),
        *_departements(atlas),
        *_regions(atlas),
        *_entreprises(atlas),
    ]
    rang_sorte = {sorte: rang for rang, sorte in enumerate(SORTES)}
    return sorted(toutes, key=lambda e: (rang_sorte[e.sorte], -e.importance, _numero(e), e.libelle, e.cle))


def _numero(entree: Entree) -> str:
    """What orders the arrondissements of a city: the 2e comes before the 10e."""
    return entree.insee if entree.sorte == "arrondissement" else ""


def _territoires(atlas: Atlas) -> Iterator[Entree]:
    """The TI, one entry for each name."""
    table = atlas.territoires.assign(cle=[normaliser(nom) for nom in atlas.territoires["lib_ti"]])
    for cle, lignes in table.groupby("cle", sort=True):
        derniere = lignes.iloc[-1]
        yield Entree(
            sorte="territoire",
            cle=cle,
            libelle=derniere["lib_ti"],
            lieu=", ".join(atlas.nom_region[code] for code in derniere["regions"].split(",")),
            codes=tuple(sorted({id_ti.replace("-", "") for id_ti in lignes["id_ti"]})),
            importance=int(derniere["population"]),
            territoires=dict(zip(lignes["millesime"], lignes["id_ti"], strict=True)),
        )


def _communes(atlas: Atlas, lieux: dict[str, str]) -> Iterator[Entree]:
    table = atlas.communes
    appartenances = _par_millesime([table[colonne_ti(m)] for m in MILLESIMES])
    colonnes = [table[nom].tolist() for nom in ("code", "nom", "siren", "departement", "population")]
    for (code, nom, siren, departement, population), territoires in zip(
        zip(*colonnes, strict=True), appartenances, strict=True
    ):
        yield Entree(
            sorte="commune",
            cle=code,
            libelle=nom,
            lieu=lieux[departement],
            codes=(siren,) if isinstance(siren, str) else (),
            insee=code,
            commune=code,
            departement=departement,
            importance=population,
            territoires=territoires,
        )


def _epci(atlas: Atlas, lieux: dict[str, str]) -> Iterator[Entree]:
    """The EPCI of 2021, and the EPT that are groupements of a TI."""
    groupements = atlas.groupements
    ept = groupements[groupements["type"] == "EPT"].drop_duplicates("siren", keep="last")
    membres: dict[str, dict[int, str]] = {}
    for siren, millesime, id_ti in zip(
        groupements["siren"], groupements["millesime"], groupements["id_ti"], strict=True
    ):
        membres.setdefault(siren, {})[millesime] = id_ti
    touches = {
        m: set(atlas.communes.loc[atlas.communes[colonne_ti(m)].notna(), "siren_epci"].dropna())
        for m in MILLESIMES
    }
    colonnes = ["siren", "libelle", "departement", "population"]
    table = pd.concat([atlas.epci[colonnes], ept[colonnes]])
    for siren, libelle, departement, population in table.itertuples(index=False, name=None):
        territoires = membres.get(siren, {})
        yield Entree(
            sorte="epci",
            cle=siren,
            libelle=libelle,
            lieu=lieux[departement],
            codes=(siren,),
            departement=departement,
            importance=population,
            territoires=territoires,
            en_partie=frozenset(m for m in MILLESIMES if siren in touches[m] and m not in territoires),
        )


def _departements(atlas: Atlas) -> Iterator[Entree]:
    habitants = atlas.communes.groupby("departement")["population"].sum()
    for code, nom, region in atlas.departements[["code", "nom", "region"]].itertuples(index=False, name=None):
        yield Entree(
            sorte="departement",
            cle=code,
            libelle=nom,
            lieu=f"({code}) {atlas.nom_region[region]}",
            codes=(code.lower(),),
            departement=code,
            importance=int(habitants.get(code, 0)),
            territoires={},
        )


def _regions(atlas: Atlas) -> Iterator[Entree]:
    habitants = atlas.communes.groupby("region")["population"].sum()
    departements = Counter(atlas.departements["region"])
    for code, nom in atlas.nom_region.items():
        yield Entree(
            sorte="region",
            cle=code,
            libelle=nom,
            lieu=accorder(departements[code], "département"),
            importance=int(habitants.get(code, 0)),
            territoires={},
        )


def _entreprises(atlas: Atlas) -> Iterator[Entree]:
    """The enterprises of the projects, by valid SIREN, else by name."""
    groupes: dict[str, list[dict[str, Any]]] = {}
    for projet in atlas.projets[_CHAMPS_PROJET].to_dict("records"):
        if isinstance(projet["entreprise"], str):
            groupes.setdefault(_siren(projet) or normaliser(projet["entreprise"]), []).append(projet)
    for cle in sorted(groupes):
        yield _entreprise(groupes[cle])


def _entreprise(projets: list[dict[str, Any]]) -> Entree:
    """One enterprise from its projects; duplicates are not counted."""
    compte = Counter(projet["entreprise"] for projet in projets)
    usuel = min(compte, key=lambda nom: (-compte[nom], nom))
    siren = _siren(projets[0])
    nombre = sum(not isinstance(projet["doublon_de"], str) for projet in projets) or len(projets)
    places = {f"{p['commune']} ({p['code_departement']})" for p in projets if isinstance(p["commune"], str)}
    lieu = [f"SIREN{ESPACE_FINE}{_par_trois(siren)}"] if siren else []
    lieu += [accorder(nombre, "projet"), *(places if len(places) == 1 else ())]
    return Entree(
        sorte="entreprise",
        cle=siren or projets[0]["id_projet"],
        libelle=usuel,
        lieu=" · ".join(lieu),
        noms=tuple(sorted(compte.keys() - {usuel})),
        codes=tuple(sorted({p["siren"] for p in projets if isinstance(p["siren"], str)})),
        importance=nombre,
        territoires={m: seul for m in MILLESIMES if (seul := _seul([p[colonne_ti(m)] for p in projets]))},
    )


def _siren(projet: dict[str, Any]) -> str:
    """The SIREN of a project when its check digit is right, else an empty text."""
    return str(projet["siren"]) if projet["siren_valide"] and isinstance(projet["siren"], str) else ""


def _par_trois(siren: str) -> str:
    return ESPACE_FINE.join(siren[i : i + 3] for i in range(0, len(siren), 3))


def _seul(ids: list[Any]) -> str | None:
    """The one TI in which all the projects stand, None when they do not."""
    differents = set(ids)
    seul = differents.pop()
    return seul if not differents and isinstance(seul, str) else None


def _par_millesime(colonnes: list[pd.Series]) -> Iterator[dict[int, str]]:
    """For each row, its TI by millésime, where it has one; rows that have the same share one mapping."""
    connus: dict[tuple[object, ...], dict[int, str]] = {}
    for ids in zip(*(colonne.fillna("").tolist() for colonne in colonnes), strict=True):
        if ids not in connus:
            connus[ids] = {m: id_ti for m, id_ti in zip(MILLESIMES, ids, strict=True) if id_ti}
        yield connus[ids]

"""Where an answer of the search leads: the sheet of one territory, or a choice between several.

Most answers are in one territory and open it. The others are never a dead end: a commune outside the
programme has a page of its own, an EPCI names the nearest territories, a département or a région its own, an
enterprise those where its projects stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.adresses import AdresseRegion
from francais import accorder, nombre
from geo.millesimes import MILLESIMES, colonne_ti
from geo.recherche import normaliser
from geo.territoires import RAYON_KM, plus_proches

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from geo.atlas import Atlas
    from geo.recherche import Reponse

__all__ = ["Commune", "Piste", "Proposition", "Siens", "Suite", "destination"]


@dataclass(frozen=True, kw_only=True)
class Piste:
    """One territory to open.

    Attributes:
        id_ti: Its id.
        millesime: Year of its perimeter.
        libelle: Its name.
        precision: What to know of it before opening it, in French.
        commune: INSEE code of the commune by which the reader comes to it; empty for another answer.
    """

    id_ti: str
    millesime: int
    libelle: str
    precision: str = ""
    commune: str = ""


@dataclass(frozen=True, kw_only=True)
class Proposition:
    """What to say when an answer is not in exactly one territory.

    Attributes:
        phrase: A French sentence.
        pistes: The territories proposed; empty when there is none to propose.
        zone: Région or département that the map frames meanwhile (`components.adresses.carte`), or nothing.
        page: Address of the page of the région, or nothing.
    """

    phrase: str
    pistes: tuple[Piste, ...] = ()
    zone: str = ""
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Commune:
    """The page of a commune that is in no territory.

    Attributes:
        code: Its INSEE code of 2021.
        millesime: Year of the perimeters.
    """

    code: str
    millesime: int


@dataclass(frozen=True, kw_only=True)
class Siens:
    """The projects of the reader's own list that bear a SIREN.

    Attributes:
        siren: Nine digits.
    """

    siren: str


Suite = Piste | Commune | Siens | Proposition
"""All that a choice may lead to."""


def destination(atlas: Atlas, reponse: Reponse) -> Suite:
    """Where an answer leads, in its own millésime."""
    millesime = reponse.millesime
    if reponse.id_ti:
        return Piste(
            id_ti=reponse.id_ti, millesime=millesime, libelle=reponse.libelle, commune=reponse.commune
        )
    if reponse.commune:
        return Commune(code=reponse.commune, millesime=millesime)
    if reponse.sorte == "epci":
        sirens = atlas.communes[["siren_epci", "siren_ept"]]
        return _epci(atlas, reponse, atlas.communes[(sirens == reponse.cle).any(axis="columns")])
    if reponse.sorte == "entreprise":
        return _entreprise(atlas, reponse, _projets(atlas, reponse.cle))
    return _collectivite(atlas, reponse)


def _constat(reponse: Reponse) -> str:
    return f"{reponse.libelle} n’est dans aucun territoire en {reponse.millesime}."


def _pistes(atlas: Atlas, ids: Iterable[str], millesime: int) -> tuple[Piste, ...]:
    """The TI of some ids, by name, with their régions and population."""
    table = atlas.territoires_de(millesime)
    table = table[table["id_ti"].isin(set(ids))]
    pistes = [
        Piste(
            id_ti=ti.id_ti,
            millesime=millesime,
            libelle=ti.lib_ti,
            precision=f"{', '.join(atlas.nom_region[code] for code in ti.regions.split(','))} · "
            f"{accorder(ti.population, 'habitant')}",
        )
        for ti in table.itertuples(index=False)
    ]
    return tuple(sorted(pistes, key=lambda piste: (piste.libelle.casefold(), piste.id_ti)))


def _aupres(atlas: Atlas, constat: str, code_commune: str, millesime: int) -> Proposition:
    """The territories nearest to a commune that is in none, and its own in another millésime."""
    proches = plus_proches(atlas, code_commune, millesime=millesime)
    pistes = tuple(
        Piste(
            id_ti=proche.id_ti,
            millesime=millesime,
            libelle=proche.lib_ti,
            precision=f"à {nombre(proche.distance_km, 0, 'km')} à vol d’oiseau, vers {proche.commune}",
        )
        for proche in proches
    )
    fin = "Les plus proches :" if pistes else f"Aucun n’est à moins de {nombre(RAYON_KM, 0, 'km')}."
    return Proposition(phrase=f"{constat} {fin}", pistes=(*pistes, *_autrefois(atlas, code_commune)))


def _autrefois(atlas: Atlas, code_commune: str) -> tuple[Piste, ...]:
    """The territory of a commune in the newest millésime that gives it one."""
    commune = atlas.communes[atlas.communes["code"] == code_commune].iloc[0]
    for millesime in sorted(MILLESIMES, reverse=True):
        fiche = atlas.fiche(str(commune[colonne_ti(millesime)]), millesime)
        if fiche is not None:
            ti = fiche.territoire
            precision = f"millésime {millesime} : {commune['nom']} en fait partie"
            return (Piste(id_ti=ti["id_ti"], millesime=millesime, libelle=ti["lib_ti"], precision=precision),)
    return ()


def _epci(atlas: Atlas, reponse: Reponse, membres: pd.DataFrame) -> Proposition:
    """The territories that hold a part of an EPCI, else the nearest to its main commune."""
    ids = membres[colonne_ti(reponse.millesime)].dropna()
    if ids.empty:
        principale = membres.sort_values(["population", "code"])["code"].iloc[-1]
        return _aupres(atlas, _constat(reponse), principale, reponse.millesime)
    part = f"{accorder(len(ids), 'commune')} sur {nombre(len(membres))}"
    phrase = f"{reponse.libelle} : {part} dans un territoire en {reponse.millesime}."
    return Proposition(phrase=phrase, pistes=_pistes(atlas, ids, reponse.millesime))


def _projets(atlas: Atlas, cle: str) -> pd.DataFrame:
    """The projects of a SIREN, or those without SIREN that bear the name of one of them."""
    projets = atlas.projets
    premier = projets.loc[projets["id_projet"] == cle, "entreprise"]
    if premier.empty:
        return projets[projets["siren"] == cle]
    sans_siren = projets[~projets["siren_valide"] | projets["siren"].isna()]
    noms = sans_siren["entreprise"].map(normaliser, na_action="ignore")
    return sans_siren[noms == normaliser(premier.iloc[0])]


def _entreprise(atlas: Atlas, reponse: Reponse, projets: pd.DataFrame) -> Proposition:
    """The territories where the projects of an enterprise stand, else the nearest to its only place."""
    ids = projets[colonne_ti(reponse.millesime)].dropna()
    part = f"{accorder(len(ids), 'projet')} sur {nombre(len(projets))}" if len(ids) else "aucun projet"
    phrase = f"{reponse.libelle} : {part} dans un territoire en {reponse.millesime}."
    communes = projets["code_commune"].dropna().unique()
    if ids.empty and len(communes) == 1:
        return _aupres(atlas, phrase, communes[0], reponse.millesime)
    return Proposition(phrase=phrase, pistes=_pistes(atlas, ids, reponse.millesime))


def _collectivite(atlas: Atlas, reponse: Reponse) -> Proposition:
    """The territories of a département or a région; when it has none, those of the newest millésime."""
    zone, demande, dernier = f"{reponse.sorte}-{reponse.cle}", reponse.millesime, max(MILLESIMES)
    page = AdresseRegion(code=reponse.cle).lien() if reponse.sorte == "region" else ""
    phrase = f"{reponse.libelle} : {_compte(ids := _ids(atlas, reponse, demande))} en {demande}"
    if ids or demande == dernier:
        pistes = _pistes(atlas, ids, demande)
        return Proposition(phrase=f"{phrase}.", pistes=pistes, zone=zone, page=page)
    ids = _ids(atlas, reponse, dernier)
    pistes = _pistes(atlas, ids, dernier)
    fin = f"{_compte(ids)} en {dernier}."
    return Proposition(phrase=f"{phrase}, {fin}", pistes=pistes, zone=zone, page=page)


def _compte(ids: list[str]) -> str:
    return accorder(len(ids), "territoire") if ids else "aucun territoire"


def _ids(atlas: Atlas, reponse: Reponse, millesime: int) -> list[str]:
    """Ids of the TI of a département or a région; an interregional one is in each of its régions."""
    colonne = {"departement": "departements", "region": "regions"}[reponse.sorte]
    table = atlas.territoires_de(millesime)
    paires = zip(table["id_ti"], table[colonne], strict=True)
    return [id_ti for id_ti, codes in paires if reponse.cle in codes.split(",")]

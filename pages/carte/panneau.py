"""What stands beside the map: the chosen territory, or France while nothing is chosen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.adresses import AdresseComparer, AdresseTerritoire
from components.html import RIEN, balise, poser
from components.liens import regions_liees
from francais import ESPACE_FINE, accorder, le_disent, liste, nombre
from geo.indicateurs import INDICATEURS, ecriture
from geo.millesimes import MILLESIMES, part_retrospective
from geo.projets import emplois_annonces

if TYPE_CHECKING:
    import pandas as pd

    from components.html import Html
    from geo.atlas import Atlas, Fiche
    from geo.indicateurs import Mesure

__all__ = ["france", "territoire"]

BARRES: Final = 6
"""Filières that have a bar; the others are counted together."""

NOMS_DES_NATURES = {
    "EPCI": ("intercommunalité", "intercommunalités"),
    "EPT": ("établissement public territorial", "établissements publics territoriaux"),
    "commune": ("commune seule", "communes seules"),
}


def _chiffre(valeur: str, libelle: str, precision: str = "") -> Html:
    return balise(
        "div",
        balise("dd", valeur),
        balise("dt", libelle, *([balise("small", precision)] if precision else [])),
        classe="atlas-chiffre",
    )


def _chiffres(*cartes: str) -> Html:
    return balise("dl", *cartes, classe="atlas-chiffres")


def _emplois(projets: pd.DataFrame) -> Html:
    total, renseignes = emplois_annonces(projets)
    precision = le_disent(renseignes, len(projets)) if len(projets) else ""
    return _chiffre(ecriture.emplois_dits(total, renseignes, len(projets)), "emplois annoncés", precision)


def _composition(groupements: pd.DataFrame) -> str:
    par_type = groupements["type"].value_counts()
    parts = [accorder(par_type[t], *noms) for t, noms in NOMS_DES_NATURES.items() if t in par_type]
    return liste(parts)


def _groupement(ligne: pd.Series) -> Html:
    nature = {"EPT": " · EPT du Grand Paris", "commune": " · commune seule"}.get(ligne["type"], "")
    partie = ""
    if ligne["nb_communes"] < ligne["nb_communes_total"]:
        partie = f" · en partie : {ligne['nb_communes']} communes sur {ligne['nb_communes_total']}"
    detail = f"{nombre(ligne['population'], unite='hab.')}{nature}{partie}"
    return balise("li", balise("b", ligne["libelle"]), balise("span", detail))


def _barre(libelle: str, projets: int, plus_grand: int) -> Html:
    part = f"width:{100 * projets / plus_grand:.0f}%"
    barre = balise("span", balise("i", style=part), classe="atlas-barre", aria_hidden="true")
    return balise("li", balise("span", libelle), barre, balise("b", nombre(projets)))


def _filieres(projets: pd.DataFrame) -> Html:
    """Projects by filière: bars whose figures are texts; nothing when there is no project."""
    if projets.empty:
        return RIEN
    comptes = projets["filiere"].fillna("Filière non renseignée").value_counts(sort=False).sort_index()
    comptes = comptes.sort_values(ascending=False, kind="stable")
    rangees = [(str(nom), int(n)) for nom, n in comptes.iloc[:BARRES].items()]
    suite = comptes.iloc[BARRES:]
    if len(suite):
        rangees.append((accorder(len(suite), "autre filière", "autres filières"), int(suite.sum())))
    plus_grand = max(n for _, n in rangees)
    barres = [_barre(nom, n, plus_grand) for nom, n in rangees]
    return balise("h3", "Projets par filière") + balise("ul", *barres, classe="atlas-barres")


def _rang(cle: str | None, mesure: Mesure | None) -> Html:
    """What the indicator that colours the map says of this TI."""
    if cle is None or mesure is None:
        return RIEN
    indicateur = INDICATEURS[cle]
    lue = ecriture.valeur(indicateur, mesure.valeur, mesure.couverture)
    valeur = ESPACE_FINE.join(filter(None, (lue, ecriture.unite(indicateur, mesure.valeur))))
    place = ecriture.rang(indicateur, mesure)
    rang = f" · {place}" if place else ""
    dates = "" if math.isnan(mesure.valeur) else indicateur.dates
    precision = " · ".join(filter(None, (ecriture.a_cote(indicateur, mesure), dates)))
    return balise(
        "p",
        balise("b", indicateur.libelle),
        balise("span", f"{valeur}{rang}"),
        *([balise("small", precision)] if precision else []),
        classe="atlas-rang-choisi",
    )


def territoire(fiche: Fiche, *, couleur: str | None = None, mesure: Mesure | None = None) -> None:
    """Name, regions, projects, groupements and counts of one TI.

    Args:
        fiche: The TI.
        couleur: Key of the indicator that colours the map.
        mesure: What it is worth here.
    """
    t = fiche.territoire
    lien = AdresseTerritoire(ti=str(t["id_ti"]), millesime=int(t["millesime"])).lien()
    comparaison = AdresseComparer.du_territoire(fiche).lien()
    poser(
        balise(
            "section",
            balise("h2", t["lib_ti"]),
            balise(
                "p",
                regions_liees(fiche),
                f" · {_composition(fiche.groupements)}",
                classe="atlas-chapeau",
            ),
            _rang(couleur, mesure),
            _chiffres(
                _chiffre(nombre(len(fiche.projets)), "projets France Relance", "extrait d’avril 2022"),
                _emplois(fiche.projets),
                _chiffre(nombre(t["population"]), "habitants", "population municipale 2018"),
                _chiffre(nombre(t["nb_communes"]), "communes", "au 1er janvier 2021"),
            ),
            balise(
                "p",
                balise("a", "Ouvrir la fiche", href=lien, target="_self"),
                " ",
                balise("a", "Comparer", href=comparaison, target="_self"),
                classe="atlas-ouvrir",
            ),
            _filieres(fiche.projets),
            balise("h3", "Ce qui le compose"),
            balise(
                "ul", *(_groupement(g) for _, g in fiche.groupements.iterrows()), classe="atlas-groupements"
            ),
            classe="atlas-panneau",
            aria_live="polite",
        ),
    )


def france(atlas: Atlas, millesime: int) -> None:
    """The same figures for all of France, and what to do next."""
    territoires = atlas.territoires_de(millesime)
    dans_un_ti = int(atlas.projets_par_territoire(millesime).sum())
    total = len(atlas.projets)
    part = nombre(100 * dans_un_ti / total, 0, "%")
    poser(
        balise(
            "section",
            balise("h2", "France"),
            balise("p", MILLESIMES[millesime].precision, classe="atlas-chapeau"),
            _chiffres(
                _chiffre(nombre(len(territoires)), "territoires d’industrie", f"millésime {millesime}"),
                _chiffre(nombre(territoires["population"].sum()), "habitants", "population municipale 2018"),
                _chiffre(nombre(total), "projets France Relance", "extrait d’avril 2022"),
                _chiffre(
                    nombre(dans_un_ti),
                    "projets dans un territoire",
                    part_retrospective(f"soit {part}", millesime),
                ),
            ),
            balise(
                "p", "Cliquez sur un territoire de la carte pour voir ce qu’il est.", classe="atlas-invite"
            ),
            classe="atlas-panneau",
            aria_live="polite",
        ),
    )

"""Every indicator of every territory as one long table: a row for each pair, figures and why there is none.

The figures are those of the pages (`geo.indicateurs.mesures`), formulas and sources those of their
declaration.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from exports.tables import neutraliser_le_texte
from geo.indicateurs import INDICATEURS, LA_FRANCE, Mesure, Objet, ecriture, mesures_par_sorte, raison
from geo.sources import perimetres_de, sources_de
from service.ouvertes.contenu import LICENCE, Contenu, citations
from service.ouvertes.lecture import bornes
from service.ouvertes.parametres import MILLESIME, NIVEAUX, pour_les_indicateurs
from service.ouvertes.refus import Faute, Refus

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from geo.indicateurs import Indicateur
    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere

__all__ = ["COLONNES", "indicateurs"]

COLONNES: Final = {
    "niveau": "Ce que la ligne décrit : ti, epci, region ou france.",
    "millesime": "Millésime du périmètre ; vide hors des territoires.",
    "code": "Identifiant du territoire, SIREN, code de la région, ou FR.",
    "nom": "Nom.",
    "indicateur": "Mot de l’indicateur.",
    "libelle": "Nom de l’indicateur.",
    "unite": "Unité de la valeur.",
    "valeur": "La valeur ; vide quand elle n’est pas renseignée, ce qui n’est pas zéro.",
    "etat": "connu, zéro, emprunté (le chiffre serait celui d’une unité plus grande), "
    "partiel (trop peu connu pour être donné) ou absent.",
    "part_connue": "Part connue (%) des habitants, ou des projets pour les emplois annoncés.",
    "rang": "Rang parmi les lignes du même niveau, 1 pour la plus haute, valeurs arrondies comme à l’écran.",
    "classes": "Nombre de lignes qui ont une valeur.",
    "ex_aequo": "Nombre d’autres lignes au même rang.",
    "tiers": "haut, milieu ou bas, à la place du rang d’un taux qui repose sur moins de dix projets.",
    "borne_basse": "Intervalle exact de Poisson à 95 % d’un tel taux : le bas.",
    "borne_haute": "Intervalle exact de Poisson à 95 % d’un tel taux : le haut.",
    "a_savoir": "Pourquoi il n’y a pas de valeur ; sinon, de quoi elle est le taux et ce qu’elle laisse.",
}
"""Column -> what it means."""

FIGURES: Final = tuple(champ.name for champ in fields(Mesure) if champ.name not in {"rang", "classes"})
"""What a table of measures gives of each object, beside its rank."""

RIEN: Final = {
    "connus": 0.0,
    "total": 0.0,
    "emprunt": 0.0,
    "partielles": 0,
    "unites": 0,
    "hors": "",
    "ex_aequo": 0,
    "tiers": "",
    "classes": 0,
}
"""What is known of an object that no table has."""

DECIMALES: Final = 6
MARQUE: Final = "\ufeff"


def indicateurs(matiere: Matiere, demande: Demande) -> Contenu:
    """The indicators that a query asks for, one page of them, by code then in the order of the indicators.

    Raises:
        Refus: 422 for a millésime of what has none.
    """
    niveau = demande.get("niveau", ("ti",))[0]
    if niveau != "ti" and "millesime" in demande:
        raise _sans_millesime(niveau, demande["millesime"][0])
    millesime = int(demande.get("millesime", (MILLESIME.schema["default"],))[0])
    voulus = [i for cle, i in INDICATEURS.items() if cle in demande.get("indicateur", INDICATEURS)]
    noms = _noms(matiere, niveau, millesime)
    tables = {i.cle: _mesures(matiere, niveau, millesime, i.cle) for i in voulus}
    depuis, fin = bornes(demande, pour_les_indicateurs(matiere))
    paires = [(code, indicateur) for code in noms for indicateur in voulus]
    sortie = io.StringIO(newline="")
    sortie.write(MARQUE)
    auteur = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    auteur.writerow(COLONNES)
    debut = (niveau, str(millesime) if niveau == "ti" else "")
    for code, indicateur in paires[depuis:fin]:
        fiche = tables[indicateur.cle][code]
        auteur.writerow(
            (
                *debut,
                *_rangee(code, noms[code], indicateur, fiche),
                _a_savoir(matiere, _objet(niveau, code), millesime, indicateur, fiche),
            )
        )
    perimetres = perimetres_de(millesime) if niveau == "ti" else ()
    sources = citations(sources_de(perimetres, *voulus))
    auteur.writerow(())
    auteur.writerows(_pied(voulus, sources, niveau))
    return Contenu(
        nom="indicateurs.csv",
        octets=sortie.getvalue().encode(),
        total=len(paires),
        fin=fin,
        sources=sources,
    )


def _sans_millesime(niveau: str, millesime: str) -> Refus:
    remede = (
        f"Le niveau « {niveau} » n’a pas de millésime : retirez ce paramètre, ou demandez le niveau « ti »."
    )
    faute = Faute(parametre="millesime", valeur=millesime, remede=remede)
    return Refus(statut=422, detail=f"Paramètre « millesime » : {remede}", fautes=(faute,))


def _noms(matiere: Matiere, niveau: str, millesime: int) -> dict[str, str]:
    """Code -> name of every object of a level, by code."""
    atlas = matiere.atlas
    territoires = atlas.territoires_de(millesime)
    par_niveau = {
        "ti": dict(zip(territoires["id_ti"], territoires["lib_ti"], strict=True)),
        "epci": atlas.nom_epci,
        "region": atlas.nom_region,
        "france": {LA_FRANCE.partition(millesime)[1]: NIVEAUX["france"]},
    }
    return dict(sorted(par_niveau[niveau].items()))


def _mesures(matiere: Matiere, niveau: str, millesime: int, cle: str) -> dict[str, dict[str, Any]]:
    """Code -> its measure; nothing known of an object that the table does not have."""
    table = mesures_par_sorte(matiere.atlas, objet=_objet(niveau, niveau), millesime=millesime, cle=cle)
    table = table.reindex(list(_noms(matiere, niveau, millesime))).fillna(RIEN)
    fiches: dict[str, dict[str, Any]] = table.assign(rang=_rangs(table["rang"])).to_dict("index")
    return fiches


def _objet(niveau: str, code: str) -> Objet:
    """The object of a level that has a code."""
    objets = {
        "ti": Objet(sorte="ti", code=code),
        "epci": Objet(sorte="epci", code=code),
        "region": Objet(sorte="region", code=code),
    }
    return objets.get(niveau, LA_FRANCE)


def _rangs(rang: pd.Series) -> pd.Series:
    """Ranks as numbers; France alone has none, and says so by an object."""
    return rang.astype("Float64").astype("float64")


def _rangee(code: str, nom: str, indicateur: Indicateur, fiche: dict[str, Any]) -> Iterator[str]:
    textes = (code, nom, indicateur.cle, indicateur.libelle, indicateur.unite)
    yield from map(neutraliser_le_texte, textes)
    yield _nombre(fiche["valeur"])
    yield _mesure(fiche).etat
    yield _nombre(100 * fiche["couverture"])
    yield _nombre(fiche["rang"])
    classee = fiche["tiers"] or not math.isnan(fiche["rang"])
    yield str(fiche["classes"]) if classee else ""
    yield "" if math.isnan(fiche["rang"]) else str(fiche["ex_aequo"])
    yield fiche["tiers"]
    yield from map(_nombre, _mesure(fiche).intervalle or (math.nan, math.nan))


def _mesure(fiche: dict[str, Any]) -> Mesure:
    return Mesure(**{nom: fiche[nom] for nom in FIGURES})


def _a_savoir(
    matiere: Matiere, objet: Objet, millesime: int, indicateur: Indicateur, fiche: dict[str, Any]
) -> str:
    """Why there is no value, or what a reader must know of it: the words of the pages."""
    lue = _mesure(fiche)
    pourquoi = raison(matiere.atlas, indicateur, objet, millesime, lue)
    return neutraliser_le_texte(pourquoi or ecriture.a_cote(indicateur, lue))


def _nombre(valeur: float) -> str:
    """A figure that a French spreadsheet reads as one; empty when it is missing."""
    if math.isnan(valeur):
        return ""
    return f"{valeur:.{DECIMALES}f}".rstrip("0").rstrip(".").replace(".", ",")


def _pied(voulus: list[Indicateur], sources: tuple[str, ...], niveau: str) -> Iterator[tuple[str, ...]]:
    yield ("Sources et formules",)
    yield ("Contenu", f"Indicateurs, {NIVEAUX[niveau]}")
    yield ("Licence", LICENCE)
    for i in voulus:
        annees = ", ".join(map(str, i.annees))
        yield ("Formule", i.cle, neutraliser_le_texte(i.formule), f"Années : {annees}", i.geographie)
    for source in sources:
        yield ("Source", neutraliser_le_texte(source))
    for colonne, sens in COLONNES.items():
        yield ("Colonne", colonne, sens)

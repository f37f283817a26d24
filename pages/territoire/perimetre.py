"""What a territory is made of, whom it touches, and what it was and became on the other maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.adresses import AdresseComparer
from components.html import RIEN, balise, joindre, tracer
from components.liens import territoire_lie
from francais import accorder, liste, nombre
from geo.fiche import membre, voisinage
from geo.millesimes import MILLESIMES
from geo.territoires import histoire
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from components.html import Html
    from geo.atlas import Atlas
    from geo.territoires import Etape, Suite

__all__ = ["groupements", "recit", "table_d_histoire", "table_des_voisins"]

GARDES = 700
"""Histories that the server keeps: more than the territories of the four millésimes."""


def groupements(table: pd.DataFrame) -> Html:
    """The groupements of a TI, each called what it is, with its population and its share.

    Args:
        table: Rows of `geo.territoires.composition.composition`.
    """
    return tracer(
        "Les groupements du territoire",
        ("Groupement", "Nature", "Population", "Part du territoire"),
        [_groupement(ligne) for ligne in table.to_dict("records")],
        chiffres=("Population", "Part du territoire"),
    )


def _groupement(ligne: Mapping[str, object]) -> list[object]:
    partie = membre(ligne)
    precision = balise("small", partie.precision) if partie.precision else RIEN
    return [partie.nom + precision, partie.nature, partie.habitants, partie.second]


def table_des_voisins(atlas: Atlas, *, id_ti: str, millesime: int) -> Html:
    """The territories that touch one of them, with a link to each."""
    tous = voisinage(atlas, id_ti=id_ti, millesime=millesime)
    if not tous:
        return balise("p", "Aucun autre territoire ne le touche.", classe="atlas-chapeau")
    lignes = [
        [territoire_lie(v.id_ti, v.nom, millesime), v.longueur, _comparer(id_ti, v.id_ti, millesime)]
        for v in tous
    ]
    colonnes = ("Territoire voisin", "Frontière commune", "Comparer")
    return tracer("Les territoires voisins", colonnes, lignes, chiffres=("Frontière commune",))


def _comparer(id_ti: str, voisin: str, millesime: int) -> Html:
    """The press that puts both side by side."""
    adresse = AdresseComparer(objets=(id_ti, voisin), millesime=millesime).lien()
    return balise("a", "comparer à ce voisin", href=adresse, target="_self")


@garde(taille=GARDES)
def table_d_histoire(atlas: Atlas, *, id_ti: str, millesime: int) -> Html:
    """What stands for a territory on each of the four maps."""
    lignes = [
        [MILLESIMES[etape.millesime].libelle, _noms(etape), recit(etape, millesime)]
        for etape in histoire(atlas, id_ti=id_ti, millesime=millesime)
    ]
    return tracer("Le territoire d’un millésime à l’autre", ("Millésime", "Territoire", "Périmètre"), lignes)


def _noms(etape: Etape) -> str:
    liens = [territoire_lie(suite.id_ti, suite.lib_ti, etape.millesime) for suite in etape.territoires]
    return joindre(liens, balise("br")) or "aucun"


def recit(etape: Etape, millesime: int) -> str:
    """What a map of another year tells of a territory, in French sentences.

    Args:
        etape: What stands for the territory in that year.
        millesime: Year of the sheet.
    """
    if etape.millesime == millesime:
        return "Le périmètre de cette fiche."
    avant = etape.millesime < millesime
    phrases = [
        _sort(etape, avant=avant),
        _mouvement("Gagné", etape.gagnes, etape.communes_gagnees, etape.population_gagnee),
        _mouvement("Perdu", etape.perdus, etape.communes_perdues, etape.population_perdue),
        _ailleurs(etape.en_partie, avant=avant),
    ]
    if not etape.territoires:
        phrases[1:3] = []
    return " ".join(phrase for phrase in phrases if phrase)


def _sort(etape: Etape, *, avant: bool) -> str:
    if not etape.territoires:
        return "Il n’existait pas encore." if avant else "Il n’a pas de suite."
    combien = len(etape.territoires)
    ajuste = etape.dit[:1].upper() + etape.dit[1:]
    avants = {
        "agrandi": "Il s’est agrandi depuis.",
        "réduit": "Il était plus grand.",
        "modifié": "Son périmètre a changé depuis.",
        "fusionné": f"{combien} territoires, réunis depuis.",
        "scindé": "Un territoire plus grand, partagé depuis.",
        "ajusté": f"{ajuste} depuis.",
    }
    apres = {
        "agrandi": "Il s’est agrandi.",
        "réduit": "Il s’est réduit.",
        "modifié": "Son périmètre a changé.",
        "fusionné": "Il a été réuni à d’autres.",
        "scindé": f"Il a été partagé en {combien} territoires.",
        "ajusté": f"{ajuste}.",
    }
    memes = {"inchangé": "Même périmètre.", "renommé": "Même périmètre, sous un autre nom."}
    return {**(avants if avant else apres), **memes}[etape.sorte]


def _mouvement(verbe: str, noms: tuple[str, ...], communes: int, population: int) -> str:
    habitants = nombre(population, unite="habitants")
    if noms:
        return f"{verbe} : {liste(noms)} ({habitants})."
    return f"{verbe} : {accorder(communes, 'commune')} ({habitants})." if communes else ""


def _ailleurs(suites: Iterable[Suite], *, avant: bool) -> str:
    """Who else holds some of its communes."""
    noms = [f"{suite.lib_ti} ({nombre(100 * suite.part, 1, '%')} de ses habitants)" for suite in suites]
    if not noms:
        return ""
    return f"Une partie {'venait de' if avant else 'est allée à'} : {liste(noms)}."

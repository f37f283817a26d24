"""What the search knows of communes under another name: arrondissements, names of before and of since.

Each leads to the communes of 2021 that hold it, whose territory it shows; what is said beside the name tells
where it is now, so that nobody takes it for a commune of the atlas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from francais import liste
from geo.contrats import ANCIEN_NOM, ANCIENNE_COMMUNE, ARRONDISSEMENT, COMMUNE_RECENTE
from geo.recherche.entree import Entree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from geo.recherche.entree import Sorte

__all__ = ["autres_noms"]

SORTES_D_ENTREE: Final[dict[str, Sorte]] = {
    ANCIENNE_COMMUNE: "ancienne",
    ANCIEN_NOM: "ancien_nom",
    COMMUNE_RECENTE: "recente",
    ARRONDISSEMENT: "arrondissement",
}

ROMAINS: Final = dict(zip((10, 9, 5, 4, 1), ("x", "ix", "v", "iv", "i"), strict=True))
"""Signs of the Roman numerals that count arrondissements, from the largest down."""

_ARRONDISSEMENT = re.compile(r"(?P<ville>.+?) (?P<numero>\d{1,2})(?:er|e) arrondissement", re.IGNORECASE)


def autres_noms(table: pd.DataFrame, communes: Mapping[str, Entree]) -> Iterator[Entree]:
    """The entries of a table.

    Args:
        table: `autres_noms`: sorte, code, nom, annee, commune.
        communes: Entry of each commune of 2021, by code.
    """
    recentes = _recentes(table)
    cles = ["sorte", "code", "nom"]
    colonnes = (table[nom].tolist() for nom in [*cles, "annee", "commune"])
    groupes: dict[tuple[str, str, str], list[tuple[int | None, str]]] = {}
    for sorte, code, nom, annee, commune in zip(*colonnes, strict=True):
        groupes.setdefault((sorte, code, nom), []).append((annee, commune))
    for (sorte, code, nom), lignes in groupes.items():
        tenues = [communes[commune] for _, commune in lignes]
        principale = max(tenues, key=lambda c: (c.cle == code, c.importance, c.cle))
        yield Entree(
            sorte=SORTES_D_ENTREE[sorte],
            cle=f"{code}:{nom}",
            libelle=nom.replace("Arrondissement", "arrondissement"),
            lieu=f"{principale.lieu}{_suite(sorte, lignes, tenues, recentes)}",
            noms=tuple(_numeros(nom)) if sorte == ARRONDISSEMENT else (),
            insee=code,
            commune=principale.cle,
            departement=principale.departement,
            importance=principale.importance,
            territoires=principale.territoires,
        )


def _suite(
    sorte: str,
    lignes: list[tuple[int | None, str]],
    tenues: list[Entree],
    recentes: Mapping[str, list[str]],
) -> str:
    """Where the name is now, in French."""
    noms, annee = liste([commune.libelle for commune in tenues]), lignes[0][0]
    if sorte == ARRONDISSEMENT:
        return ""
    if sorte == COMMUNE_RECENTE:
        return f" · depuis {annee}, {noms} en 2021"
    quoi, ou = ("nom", "") if sorte == ANCIEN_NOM else ("commune", "dans ")
    aujourd_hui = sorted({nom for commune in tenues for nom in recentes.get(commune.cle, ())})
    en_2021 = f"{ou}{noms} en 2021, " if aujourd_hui else ""
    return f" · {quoi} jusqu’en {annee}, {en_2021}aujourd’hui {ou}{liste(aujourd_hui) or noms}"


def _recentes(table: pd.DataFrame) -> dict[str, list[str]]:
    """Names that the communes of 2021 have taken since, by their code."""
    prises = table[table["sorte"] == COMMUNE_RECENTE]
    noms: dict[str, list[str]] = {}
    for commune, nom in zip(prises["commune"], prises["nom"], strict=True):
        noms.setdefault(commune, []).append(nom)
    return noms


def _numeros(nom: str) -> Iterator[str]:
    """The other ways of writing an arrondissement: « Paris 13 », and « 13ème arrondissement de Paris »."""
    lu = _ARRONDISSEMENT.fullmatch(nom)
    if lu is None:
        return
    ville, numero = lu["ville"], int(lu["numero"])
    rangs = ["1er", "1ere", "premier"] if numero == 1 else [f"{numero}e", f"{numero}eme", f"{numero}ieme"]
    yield f"{ville} {numero}"
    if numero < 10:  # noqa: PLR2004  La Poste writes « PARIS 08 »
        yield f"{ville} {numero:02}"
    for rang in [*rangs, str(numero), romain(numero), f"{romain(numero)}e"]:
        yield f"{ville} {rang} arrondissement"
        yield f"{rang} arrondissement de {ville}"
        yield f"{rang} arrondissement {ville}"


def romain(numero: int) -> str:
    """A number up to 20 as Roman numerals, lower case."""
    for valeur, signe in ROMAINS.items():
        if numero >= valeur:
            return signe + romain(numero - valeur)
    return ""

"""A query string read strictly: what a page would leave aside with a notice, a program must be told.

A program that asks for « fillière » and gets every project would publish a wrong figure: here an unknown
word, a wrong or empty value and a repeated parameter are refused, all at once, each with its remedy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from geo.adresse import court
from service.ouvertes.refus import Faute, Refus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.ouvertes.parametres import Parametre

__all__ = ["Demande", "bornes", "lire"]

Demande = dict[str, tuple[str, ...]]
"""Word -> its values, all of them accepted; sorted, so that equal requests are equal."""

COUPLES_MAX: Final = 2_000
"""Pairs « word=value » in one address."""

FAUTES_MAX: Final = 10
"""Faults told in one answer."""


def lire(requete: bytes, parametres: Sequence[Parametre]) -> Demande:
    """The parameters that an address asks for.

    Args:
        requete: The query string as it came.
        parametres: Those that the address knows.

    Raises:
        Refus: 400, with every fault (`FAUTES_MAX` at most).
    """
    connus = {parametre.nom: parametre for parametre in parametres}
    demandes: dict[str, list[str]] = {}
    for mot, valeur in _couples(requete):
        demandes.setdefault(mot, []).append(valeur)
    fautes = [faute for mot, valeurs in demandes.items() for faute in _fautes(mot, valeurs, connus)]
    if fautes:
        raise Refus(statut=400, detail=_detail(fautes), fautes=tuple(fautes[:FAUTES_MAX]))
    return {mot: tuple(sorted(set(demandes[mot]))) for mot in sorted(demandes)}


def bornes(demande: Demande, parametres: Sequence[Parametre]) -> tuple[int, int]:
    """Rank of the first row of the answer and of the one behind its last."""
    defauts = {p.nom: p.schema["default"] for p in parametres if p.nom in {"depuis", "limite"}}
    depuis, limite = (int(demande.get(nom, (defauts[nom],))[0]) for nom in ("depuis", "limite"))
    return depuis, depuis + limite


def _couples(requete: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            requete.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=COUPLES_MAX
        )
    except UnicodeDecodeError as erreur:
        raise Refus(
            statut=400,
            detail="L’adresse n’est pas en UTF-8 : écrivez ses caractères en UTF-8, codés par « % ».",
        ) from erreur
    except ValueError as erreur:
        raise Refus(
            statut=400, detail=f"L’adresse a plus de {COUPLES_MAX} paramètres : écrivez-en moins."
        ) from erreur


def _fautes(mot: str, valeurs: Sequence[str], connus: Mapping[str, Parametre]) -> list[Faute]:
    parametre = connus.get(mot)
    if parametre is None:
        remede = f"Ce paramètre n’existe pas ici. Les paramètres possibles : {', '.join(connus)}."
        return [Faute(parametre=court(mot), remede=remede)]
    if len(valeurs) > 1 and not parametre.plusieurs:
        remede = "Écrivez ce paramètre une seule fois."
        return [Faute(parametre=mot, valeur=court(valeurs[1]), remede=remede)]
    return [
        Faute(parametre=mot, valeur=court(valeur), remede=parametre.remede)
        for valeur in dict.fromkeys(valeurs)
        if not parametre.accepte(valeur)
    ]


def _detail(fautes: Sequence[Faute]) -> str:
    premiere = fautes[0]
    valeur = f", valeur « {premiere.valeur} »" if premiere.valeur else ""
    suite = f" ({len(fautes)} fautes en tout.)" if len(fautes) > 1 else ""
    return f"Paramètre « {premiere.parametre} »{valeur} : {premiere.remede}{suite}"

"""What a filter says in French: one chip for each thing that can be taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from francais import MOIS, accorder, nombre
from geo.filtre.coches import Coches
from geo.filtre.facettes import DANS_TI, EMPLOIS, FACETTE_DE, FACETTES
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.filtre.filtre import Filtre
    from geo.filtre.vocabulaires import Vocabulaires

__all__ = ["Puce", "decrire", "mois_en_lettres", "sans"]


class Puce(NamedTuple):
    """One active filter.

    Attributes:
        mot: Word of the address that it takes away; « du » or « au » take away the whole period, « emplois »
            all that is said of jobs.
        valeur: The value that it takes away.
        texte: What a reader reads.
    """

    mot: str
    valeur: str
    texte: str


def decrire(filtre: Filtre, vocabulaires: Vocabulaires) -> list[Puce]:
    """The chips of a filter, facets first, in the order of their lists; none when nothing is filtered."""
    return [
        *_des_facettes(filtre, vocabulaires),
        *_du_territoire(filtre),
        *_des_bornes(filtre),
        *_du_texte(filtre),
        *_des_coches(filtre),
    ]


def sans(filtre: Filtre, puce: Puce) -> Filtre:
    """The filter without what a chip says."""
    facette = FACETTE_DE.get(puce.mot)
    if facette:
        restent = tuple(valeur for valeur in filtre.valeurs(facette.champ) if valeur != puce.valeur)
        choix: dict[str, Any] = {facette.champ: restent}
        return replace(filtre, **choix)
    return replace(filtre, **_RETRAITS[puce.mot])


def mois_en_lettres(mois: str) -> str:
    """« mars 2021 » for « 2021-03 »."""
    annee, rang = mois.split("-")
    return f"{MOIS[int(rang) - 1]} {annee}"


_PERIODE: Final = {"du": None, "au": None}
_RETRAITS: Final[dict[str, dict[str, Any]]] = {
    "dans_ti": {"dans_ti": None},
    "du": _PERIODE,
    "au": _PERIODE,
    "emplois": {"emplois_min": None, "emplois_max": None, "emplois_renseignes": False},
    "q": {"texte": ""},
    "choix": {"choisis": Coches()},
}
"""What each chip that is not a facet sets back."""


def _des_facettes(filtre: Filtre, vocabulaires: Vocabulaires) -> Iterator[Puce]:
    connus = vocabulaires.de(filtre.millesime)
    for facette in FACETTES:
        choisies = filtre.valeurs(facette.champ)
        if choisies:
            for valeur, libelle in connus[facette.mot].items():
                if valeur in choisies:
                    yield Puce(facette.mot, valeur, facette.dire(valeur, libelle))


def _du_territoire(filtre: Filtre) -> Iterator[Puce]:
    if filtre.dans_ti is not None:
        valeur = "oui" if filtre.dans_ti else "non"
        usuel = filtre.millesime == MILLESIME_PAR_DEFAUT
        yield Puce("dans_ti", valeur, DANS_TI[valeur] + ("" if usuel else f" ({filtre.millesime})"))


def _des_bornes(filtre: Filtre) -> Iterator[Puce]:
    if filtre.du or filtre.au:
        yield Puce("du" if filtre.du else "au", filtre.du or filtre.au or "", _periode(filtre.du, filtre.au))
    bas, haut = filtre.emplois_min, filtre.emplois_max
    if bas is not None or haut is not None:
        yield Puce(
            "emplois", f"{'' if bas is None else bas}-{'' if haut is None else haut}", _emplois(bas, haut)
        )
    elif filtre.emplois_renseignes:
        mot, texte = next(iter(EMPLOIS.items()))
        yield Puce("emplois", mot, texte)


def _du_texte(filtre: Filtre) -> Iterator[Puce]:
    if filtre.texte:
        yield Puce("q", filtre.texte, f"texte : {filtre.texte}")


def _des_coches(filtre: Filtre) -> Iterator[Puce]:
    if filtre.choisis:
        yield Puce("choix", "", accorder(len(filtre.choisis), "projet coché", "projets cochés"))


def _periode(du: str | None, au: str | None) -> str:
    """When the rows were last updated, which is all that their date says."""
    if du == au and du:
        return f"mise à jour en {mois_en_lettres(du)}"
    if du and au:
        return f"mise à jour {_de(mois_en_lettres(du))} à {mois_en_lettres(au)}"
    return (
        f"mise à jour depuis {mois_en_lettres(du)}"
        if du
        else f"mise à jour jusqu’en {mois_en_lettres(au or '')}"
    )


def _de(nom: str) -> str:
    return f"d’{nom}" if nom[0] in "ao" else f"de {nom}"


def _emplois(bas: int | None, haut: int | None) -> str:
    if bas is not None and haut is not None:
        dit = accorder(haut, "emploi annoncé", "emplois annoncés")
        return dit if bas == haut else f"de {nombre(bas)} à {dit}"
    limite = bas if haut is None else haut
    sens = "au moins" if haut is None else "au plus"
    return f"{sens} {accorder(limite or 0, 'emploi annoncé', 'emplois annoncés')}"

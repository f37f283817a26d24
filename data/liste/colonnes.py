"""Which column of the file is which field: by its name, whatever its accents, and by hand where it errs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from data.liste.brut import ListeRefusee
from data.liste.declaration import CHAMPS_LISTE, PAR_NOM
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["reconnaitre", "verifier_la_correspondance"]

_PARENTHESES: Final = re.compile(r"[\(\[].*?[\)\]]")

LIEUX: Final = (("code_commune",), ("commune",), ("latitude", "longitude"))
"""Ways to say a place: one of them is needed."""


def reconnaitre(colonnes: Sequence[str]) -> dict[str, str | None]:
    """Column of each field of `CHAMPS_LISTE`, None for a field that no column names.

    A name is compared without accents, capitals nor punctuation, with then without what stands between
    brackets, and without the plural of its last word. The name and title of a field come before its
    synonyms; among columns that say the same, the first one in the file is taken; a column serves one field.

    Args:
        colonnes: Names of the columns, in the order of the file.
    """
    libres: dict[str, list[str]] = {}
    for colonne in colonnes:
        for forme in _formes(colonne):
            libres.setdefault(forme, []).append(colonne)
    trouvees: dict[str, str | None] = {champ.nom: None for champ in CHAMPS_LISTE}
    prises: set[str] = set()
    for tour in (_noms_propres, _synonymes):
        for nom, deja in trouvees.items():
            choisie = deja or _premiere(tour(nom), libres, prises)
            if choisie is not None:
                trouvees[nom] = choisie
                prises.add(choisie)
    return trouvees


def verifier_la_correspondance(
    correspondance: Mapping[str, str | None], colonnes: Sequence[str]
) -> dict[str, str]:
    """The fields that have a column, after a correction by hand.

    Raises:
        ListeRefusee: An unknown field or column, a column used twice, or too little to make a project.
    """
    choisies = {champ: colonne for champ, colonne in correspondance.items() if colonne is not None}
    inconnues = sorted({*choisies} - {*PAR_NOM}) + sorted({*choisies.values()} - {*colonnes})
    if inconnues:
        raise ListeRefusee(
            f"La correspondance nomme « {inconnues[0]} », qui n’existe pas. Choisissez de nouveau."
        )
    for champ, colonne in choisies.items():
        autres = [PAR_NOM[c].titre for c, autre in choisies.items() if autre == colonne and c != champ]
        if autres:
            raise ListeRefusee(
                f"La colonne « {colonne} » sert à la fois à « {PAR_NOM[champ].titre} » et à « {autres[0]} ». "
                "Laissez-la à un seul champ."
            )
    if "id_projet" not in choisies:
        _exiger_le_necessaire(choisies)
    return choisies


def _exiger_le_necessaire(choisies: Mapping[str, str]) -> None:
    if "entreprise" not in choisies:
        raise ListeRefusee(
            "Aucune colonne ne donne le nom de l’entreprise. Choisissez-la dans la correspondance, "
            "ou nommez-la « Entreprise »."
        )
    if not any(all(champ in choisies for champ in lieu) for lieu in LIEUX):
        raise ListeRefusee(
            "Aucune colonne ne dit où sont les projets. Il faut le code INSEE, ou la commune (avec le "
            "département), ou la latitude et la longitude."
        )


def _formes(colonne: str) -> list[str]:
    entiere, courte = cle(colonne), cle(_PARENTHESES.sub(" ", colonne))
    formes = [entiere, courte, entiere.removesuffix("s"), courte.removesuffix("s")]
    return [forme for forme in dict.fromkeys(formes) if forme]


def _noms_propres(nom: str) -> list[str]:
    return [cle(nom), cle(PAR_NOM[nom].titre), cle(_PARENTHESES.sub(" ", PAR_NOM[nom].titre))]


def _synonymes(nom: str) -> list[str]:
    return list(PAR_NOM[nom].synonymes)


def _premiere(formes: list[str], libres: Mapping[str, list[str]], prises: set[str]) -> str | None:
    for forme in formes:
        for colonne in libres.get(forme, libres.get(forme.removesuffix("s"), [])):
            if colonne not in prises:
                return colonne
    return None

"""`python -m data.dictionnaire`: writes docs/donnees.md, the dictionary of the tables, from their contracts.

The same declarations check the build and what the app loads: the document cannot say anything else.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.sources import charger_registre
from geo.contrats import TABLES
from geo.indicateurs import INDICATEURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.sources import Source
    from geo.contrats import Champ, Table
    from geo.indicateurs import Indicateur

__all__ = ["CHEMIN", "ecrire"]

CHEMIN: Final = Path(__file__).resolve().parents[1] / "docs" / "donnees.md"

TETE: Final = """# Données

Les tables que l’atlas lit (`data/processed`), ce que veut dire chaque colonne, et comment chaque indicateur
est calculé. Écrit par `python -m data.dictionnaire` depuis les contrats (`geo/contrats/`), les formules
(`geo/indicateurs/catalogue.py`) et le registre des sources (`data/sources/sources.toml`) : ne le corrigez pas
à la main. `make build` refait les tables ; chacune est vérifiée contre son contrat, à l’écriture et à la
lecture.

- Les codes (commune, SIREN, région…) sont des textes : « 01 » n’est pas 1.
- Une case vide veut dire « non renseigné », jamais zéro.
- Géographie du 1er janvier 2021, sauf mention contraire ; coordonnées en WGS 84.
- Les fichiers à télécharger ou à lire par un programme : [données ouvertes](donnees_ouvertes.md).
"""

TYPES: Final = {
    "str": "texte",
    "int64": "entier",
    "Int64": "entier",
    "float64": "nombre",
    "bool": "oui ou non",
    "boolean": "oui ou non",
    "datetime64[us]": "date",
}
"""Type of pandas -> its name for a reader."""

LISTE_COURTE: Final = 12
"""Values of a closed list that are written out; a longer one is told by its number."""


def _tableau(entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> str:
    rangees = [entetes, ["---"] * len(entetes), *lignes]
    return "".join(f"| {' | '.join(case.replace('|', chr(92) + '|') for case in r)} |\n" for r in rangees)


def _forme(champ: Champ) -> str:
    """What values look like: type, unit, closed list."""
    dit = TYPES[champ.type]
    if champ.unite:
        dit += f", en {champ.unite}"
    if 0 < len(champ.valeurs) <= LISTE_COURTE:
        dit += f" : {', '.join(map(str, champ.valeurs))}"
    elif champ.valeurs:
        dit += f" : une liste de {len(champ.valeurs)} valeurs"
    return dit


def _table(table: Table, registre: Mapping[str, Source]) -> Iterator[str]:
    yield f"\n### `{table.nom}`\n\n{table.titre}. Clé : {', '.join(f'`{c}`' for c in table.cle)}.\n"
    yield "".join(f"\n- {registre[cle].citation()}" for cle in table.sources) + "\n\n"
    lignes = [(f"`{c.nom}`", c.sens, _forme(c), "oui" if c.vide else "non") for c in table.champs] + [
        ("`geometry`", "Contour généralisé, WGS 84.", "géométrie", "non")
    ] * table.geometrie
    yield _tableau(("colonne", "sens", "forme", "peut manquer"), lignes)


def _indicateur(indicateur: Indicateur) -> tuple[str, ...]:
    return (
        indicateur.libelle,
        indicateur.unite,
        indicateur.formule,
        ", ".join(map(str, indicateur.annees)),
        indicateur.geographie,
    )


def ecrire() -> str:
    """The text of docs/donnees.md."""
    registre = charger_registre()
    morceaux = [TETE, "\n## Indicateurs\n\n"]
    entetes = ("indicateur", "unité", "formule", "années", "géographie")
    morceaux.append(_tableau(entetes, map(_indicateur, INDICATEURS.values())))
    morceaux.append("\n## Tables\n")
    for table in TABLES.values():
        morceaux += _table(table, registre)
    return "".join(morceaux)


if __name__ == "__main__":
    CHEMIN.write_text(ecrire(), encoding="utf-8")

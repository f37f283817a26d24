"""Selections as a small file: names, words of filters, names of ticked projects, and nothing else.

The file comes back from anywhere, the reader's own browser included: nothing in it is believed before it has
been read here, and its filters are read again as an address is when they are opened.
"""

from __future__ import annotations

import json
from typing import Any, Final

from francais import accorder
from geo.selections.selections import NOM_MAX, NOMMEES_MAX, Nommee, Selections, propre

__all__ = ["OCTETS_MAX", "VERSION", "ecrire_fichier", "lire_fichier", "nom_du_fichier"]

VERSION: Final = 1
"""Version of the file: what an atlas reads that is older than it."""

OCTETS_MAX: Final = 5_000_000
"""Size beyond which a file is none of ours."""

MOTS_MAX, VALEURS_MAX, VALEUR_MAX = 40, 3_000, 300
PROJETS_MAX: Final = 200_000
"""Words of a filter, values of a word, characters of a value, ticked projects."""

SORTE: Final = "sélections de l’Atlas des Territoires d’industrie"
_ILLISIBLE: Final = (
    "Ce fichier n’est pas un fichier de sélections de l’atlas, ou il est abîmé : choisissez un fichier "
    "enregistré ici."
)


def ecrire_fichier(selections: Selections) -> str:
    """The file: JSON, the same text for the same selections."""
    contenu = {
        "sorte": SORTE,
        "version": VERSION,
        "selections": [
            {
                "nom": nommee.nom,
                "filtre": {mot: list(valeurs) for mot, valeurs in nommee.mots.items()},
                "projets": list(nommee.projets),
            }
            for nommee in selections
        ],
    }
    return json.dumps(contenu, ensure_ascii=False, indent=1) + "\n"


def nom_du_fichier(selections: Selections) -> str:
    """Name of the file, of letters and figures only."""
    if len(selections) != 1:
        return "selections.json"
    lettres = "".join(c if c.isascii() and c.isalnum() else "-" for c in selections.nommees[0].nom.casefold())
    court = "-".join(filter(None, lettres.split("-")))[:NOM_MAX]
    return f"selection-{court}.json" if court else "selection.json"


def lire_fichier(texte: str) -> tuple[Selections | None, list[str]]:
    """The selections of a file, None when it is no such file; and French notices for what is left aside.

    Never raises, whatever the text.
    """
    if len(texte.encode(errors="replace")) > OCTETS_MAX:
        return None, ["Ce fichier dépasse 5 Mo : ce n’est pas un fichier de sélections de l’atlas."]
    contenu = _json(texte)
    if contenu is None or contenu.get("sorte") != SORTE or not isinstance(contenu.get("selections"), list):
        return None, [_ILLISIBLE]
    version = contenu.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        return None, ["Ces sélections viennent d’une version plus récente de l’atlas : ouvrez-les avec elle."]
    selections = Selections()
    dites = contenu["selections"][:NOMMEES_MAX]
    lues = [_nommee(dite) for dite in dites]
    for nommee in lues:
        if nommee is not None:
            selections = selections.avec(nommee)
    laissees = lues.count(None) + len(contenu["selections"]) - len(dites)
    if not laissees:
        return selections, []
    abimees = accorder(laissees, "sélection du fichier est abîmée", "sélections du fichier sont abîmées")
    return selections, [f"{abimees} ou de trop : laissée{'s' if laissees > 1 else ''} de côté."]


def _json(texte: str) -> dict[str, Any] | None:
    try:
        contenu = json.loads(texte)
    except (ValueError, RecursionError):
        return None
    return contenu if isinstance(contenu, dict) else None


def _nommee(dite: object) -> Nommee | None:
    """A selection; None when something in it is not what we write."""
    if not isinstance(dite, dict):
        return None
    nom, mots, projets = dite.get("nom"), dite.get("filtre"), dite.get("projets")
    if not isinstance(nom, str) or not propre(nom) or not isinstance(mots, dict) or len(mots) > MOTS_MAX:
        return None
    if not all(_des_textes(v, VALEURS_MAX) for v in mots.values()) or not _des_textes(projets, PROJETS_MAX):
        return None
    return Nommee(
        nom=propre(nom),
        mots={mot: tuple(valeurs) for mot, valeurs in mots.items()},
        projets=tuple(projets or ()),
    )


def _des_textes(valeurs: object, combien: int) -> bool:
    if not isinstance(valeurs, list) or len(valeurs) > combien:
        return False
    return all(isinstance(valeur, str) and 0 < len(valeur) <= VALEUR_MAX for valeur in valeurs)

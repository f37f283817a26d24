"""Names that are written in many ways, brought to one form so that they can be compared.

The published list writes « ST ETIENNE », « Saint-Étienne » and « SAINT-ÉTIENNE CEDEX 1 » for one commune,
and the same enterprise with or without capitals and accents. Comparison keys are never shown to a reader.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["cle", "cle_commune"]

ARTICLES = frozenset({"le", "la", "les", "l"})
"""Leading words that the published names often drop (« SORINIERES » for « Les Sorinières »)."""

ABREVIATIONS = {"saint": "st", "sainte": "ste", "s": "sur"}
"""Words with two common spellings; « s » is what remains of « s/ »."""

ARRONDISSEMENTS = frozenset({"paris", "lyon", "marseille"})
"""Communes whose published name may carry the number of an arrondissement."""

_SUFFIXE = re.compile(r"^(cedex|arrondissement|\d{1,2}(er|e|eme|ere)?)$")


def cle(texte: str | float | None) -> str:
    """Lower case, no accents, no punctuation, single spaces; empty for a missing text."""
    if not isinstance(texte, str):
        return ""
    etale = texte.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    lettres = (c for c in unicodedata.normalize("NFKD", etale) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(lettres).lower()))


def cle_commune(nom: str | float | None) -> str:
    """Comparison key of a commune's name: `cle`, without leading article, CEDEX or arrondissement.

    Saint and sainte are shortened to « st » and « ste ». Two communes of the same name have the same key:
    the key compares a published name with one found by other means, it does not find a commune.
    """
    mots = cle(nom).split()
    if "cedex" in mots:
        mots = mots[: mots.index("cedex")]
    if mots and mots[0] in ARRONDISSEMENTS and all(_SUFFIXE.match(mot) for mot in mots[1:]):
        mots = mots[:1]
    while len(mots) > 1 and mots[0] in ARTICLES:
        mots = mots[1:]
    return " ".join(ABREVIATIONS.get(mot, mot) for mot in mots)

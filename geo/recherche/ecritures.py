"""The ways in which a name may be typed in the search field, brought to a few forms.

A reader writes « st etienne », « SAINT-ETIENNE » or « saintetienne », and the tables write one name. Both
sides go through here, so that comparison is that of plain strings. `geo.noms` compares published names with
each other and shortens « saint » to « st »; here « st » is spelled out, because a reader types from the left:
« sai » must already find « Saint-Étienne ».
"""

from __future__ import annotations

import re

from geo.noms import ARTICLES, cle

__all__ = [
    "LONGUEUR_MAX",
    "code",
    "collee",
    "ecrire_sur",
    "ecritures",
    "formes",
    "lisible",
    "normaliser",
]

LONGUEUR_MAX = 100
"""Characters of the longest text that is searched; a longer one is not a name."""

COMPLETS = {"st": "saint", "ste": "sainte"}
"""Abbreviations and the words that they stand for."""

COMMUNAUTES = (
    ("communaute de communes", "cc"),
    ("communaute d agglomeration", "ca"),
    ("communaute urbaine", "cu"),
    ("etablissement public territorial", "ept"),
)
"""Kinds of inter-municipality in full, and as the tables write them before the name."""

_SUR = re.compile(r"\bs/")
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_TETE = re.compile(r"^(?:cc|ca|cu|ept)(?: (?:de la|de l|de|du|des|d))? (?=\S)")


def normaliser(texte: str) -> str:
    """The form under which a name is compared: lower case ASCII words, one space between them.

    No accent, no punctuation, no leading article; « st », « ste » and « s/ » are spelled out, the kind of an
    inter-municipality is shortened. A text without any letter or digit gives an empty one. Idempotent.
    """
    return _abreger(_sans_article(_completer(_mots(texte))))


def formes(texte: str) -> tuple[str, ...]:
    """What a typed text may mean, without repetition, the most likely first; empty when there is nothing.

    « le h » is read with its article, and the last word as it stands too: « st » may be the beginning of
    « Strasbourg ».
    """
    mots = _mots(texte)
    complets, en_cours = _completer(mots), _completer(mots[:-1]) + mots[-1:]
    lues = [normaliser(texte)]
    for lus in (complets, en_cours):
        lues += [" ".join(lus), " ".join(_sans_article(lus))]
    return tuple(dict.fromkeys(forme for forme in lues if forme))


def ecritures(nom: str) -> tuple[str, ...]:
    """The forms under which a name is found, its normal form first, then with its article or its kind.

    An apostrophe is a space or nothing (« L'Isle » is found by « l isle », « lisle » and « isle »).
    """
    complets = _completer(_mots(nom))
    normale = _abreger(_sans_article(complets))
    lues = [normale, _TETE.sub("", normale), " ".join(complets)]
    if _APOSTROPHE.search(nom):
        lues.append(" ".join(_completer(_mots(_APOSTROPHE.sub("", nom)))))
    return tuple(dict.fromkeys(forme for forme in lues if forme))


def collee(forme: str) -> str:
    """A form without its spaces, for those who type none (« aixenprovence »)."""
    return forme.replace(" ", "")


def code(texte: str) -> str:
    """A text as a code: SIREN (a SIRET is cut), postal, INSEE, département or `ti5313`; else empty."""
    lu = collee(cle(texte))
    if re.fullmatch(r"\d{14}", lu):
        return lu[:9]
    return lu if re.fullmatch(r"\d{2,9}|2[ab](\d{3})?|ti\d{2,4}", lu) else ""


def lisible(texte: object) -> bool:
    """Whether a text can be a name at all: short, without control characters."""
    if not isinstance(texte, str) or len(texte) > LONGUEUR_MAX:
        return False
    return not any(ord(signe) < ord(" ") or "\x7f" <= signe <= "\x9f" for signe in texte.strip())


def ecrire_sur(texte: str) -> str:
    """A text in lower case, where « s/ » is « sur »."""
    return _SUR.sub("sur ", texte.lower())


def _mots(texte: str) -> list[str]:
    return cle(ecrire_sur(texte)).split()


def _completer(mots: list[str]) -> list[str]:
    return [COMPLETS.get(mot, mot) for mot in mots]


def _sans_article(mots: list[str]) -> list[str]:
    reste = mots
    while len(reste) > 1 and reste[0] in ARTICLES:
        reste = reste[1:]
    return reste


def _abreger(mots: list[str]) -> str:
    nom = " ".join(mots)
    for longue, courte in COMMUNAUTES:
        if nom == longue or nom.startswith(f"{longue} "):
            return courte + nom[len(longue) :]
    return nom

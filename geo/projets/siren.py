"""SIREN of the enterprises, recovered from what was typed.

The official list holds SIREN (9 digits), SIRET (14 digits: SIREN and establishment), numbers that a
spreadsheet deprived of their leading zeros, numbers rounded by the publisher (they end in 000 and fail
their check digit), and the identifiers of New Caledonia and French Polynesia, which are not SIREN at all.
Nothing is guessed: a number whose check digit is wrong stays, marked as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.fr import siren as norme_siren
from stdnum.fr import siret as norme_siret

__all__ = ["HORS_SIRENE", "SIRET_COUPE", "ZEROS_SIREN", "Identifiant", "nettoyer"]

LONGUEUR_SIREN = 9
LONGUEUR_SIRET = 14

SIRET_COUPE = "SIRET coupé en SIREN"
SIRET_FAUX = "SIRET coupé en SIREN malgré une clé de SIRET fausse"
ZEROS_SIREN = "zéros rendus au SIREN"
ZERO_SIRET = "SIRET coupé en SIREN, zéro rendu"
HORS_SIRENE = "identifiant RIDET ou TAHITI, qui n’est pas un SIREN"
ILLISIBLE = "identifiant illisible"

_SIRET = re.compile(r"[0-9]{13,14}")
_SIREN = re.compile(r"[0-9]{5,9}")  # five to eight digits: the leading zeros were lost


@dataclass(frozen=True, kw_only=True)
class Identifiant:
    """What became of a published identifier.

    Attributes:
        siren: Nine digits, or None when the row gives none.
        valide: Whether the check digit is right.
        reparation: What was done, in French; empty when nothing was.
    """

    siren: str | None
    valide: bool
    reparation: str = ""


def nettoyer(publie: str | float | None, *, hors_sirene: bool = False) -> Identifiant:
    """SIREN of a published identifier, its validity (Luhn check digit, python-stdnum) and the repair.

    Args:
        publie: The identifier as published: SIREN or SIRET, spaces allowed, leading zeros possibly lost.
        hors_sirene: The row stands in a place that has its own register (New Caledonia, French Polynesia):
            a number too short for a SIREN is then that register's, not a SIREN without its zeros.
    """
    chiffres = re.sub(r"[\s.\-]", "", publie) if isinstance(publie, str) else ""
    if not chiffres:
        return Identifiant(siren=None, valide=False)
    if _SIRET.fullmatch(chiffres):
        return _depuis_siret(chiffres)
    if _SIREN.fullmatch(chiffres):
        return _depuis_siren(chiffres, hors_sirene=hors_sirene)
    return Identifiant(siren=None, valide=False, reparation=ILLISIBLE)


def _depuis_siren(chiffres: str, *, hors_sirene: bool) -> Identifiant:
    """Nine digits, once the leading zeros are back."""
    if len(chiffres) == LONGUEUR_SIREN:
        return Identifiant(siren=chiffres, valide=norme_siren.is_valid(chiffres))
    if hors_sirene:
        return Identifiant(siren=None, valide=False, reparation=HORS_SIRENE)
    complet = chiffres.zfill(LONGUEUR_SIREN)
    return Identifiant(siren=complet, valide=norme_siren.is_valid(complet), reparation=ZEROS_SIREN)


def _depuis_siret(chiffres: str) -> Identifiant:
    """The first nine digits; a SIRET of 13 lost a zero, at its head or inside: the keys tell which."""
    if len(chiffres) == LONGUEUR_SIRET:
        siren = chiffres[:LONGUEUR_SIREN]
        texte = SIRET_COUPE if norme_siret.is_valid(chiffres) else SIRET_FAUX
        return Identifiant(siren=siren, valide=norme_siren.is_valid(siren), reparation=texte)
    en_tete = chiffres.zfill(LONGUEUR_SIRET)
    dedans = chiffres[:LONGUEUR_SIREN] + "0" + chiffres[LONGUEUR_SIREN:]
    for siret in (en_tete, dedans):
        if norme_siret.is_valid(siret):
            return Identifiant(siren=siret[:LONGUEUR_SIREN], valide=True, reparation=ZERO_SIRET)
    siren = en_tete[:LONGUEUR_SIREN]
    return Identifiant(siren=siren, valide=norme_siren.is_valid(siren), reparation=ZERO_SIRET)

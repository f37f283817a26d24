"""What is said when nothing is found, or when what was typed is only half known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stdnum.fr import siren, siret

from francais import ESPACE_FINE, accorder

if TYPE_CHECKING:
    from geo.recherche.lecture import Lue

__all__ = ["SIREN", "SIRET", "constat", "du_siret", "hors_table", "par_trois"]

SIREN: Final = 9
SIRET: Final = 14
"""Digits of an enterprise's number, and of the number of one of its sites, which begins with it."""

CONSEIL: Final = (
    "essayez le nom d’une commune, d’un territoire ou d’une entreprise, un code postal ou un numéro SIREN."
)


def hors_table(code: str) -> str:
    """What is known of five digits that no postal code is."""
    return f"{code} n’est pas dans la table des codes postaux (CEDEX, ou code récent)"


def par_trois(chiffres: str) -> str:
    """Digits by threes: « 732 829 320 », the last five of a SIRET together."""
    tete, queue = chiffres[:SIREN], chiffres[SIREN:]
    return ESPACE_FINE.join([tete[i : i + 3] for i in range(0, len(tete), 3)] + [queue] * bool(queue))


def du_siret(chiffres: str) -> str:
    """Heading of what is found by the SIREN of a SIRET."""
    faux = " (dont la clé est fausse)" if _cle_fausse(chiffres) else ""
    return f"SIREN {par_trois(chiffres[:SIREN])}, d’après ce SIRET{faux}"


def constat(texte: str, lue: Lue) -> str:
    """What is said of a text that nothing answers, in French; empty for an empty text."""
    if len(lue.chiffres) > SIREN - 1:
        return _numero(lue.chiffres)
    if lue.postal or (lue.chiffres and len(lue.chiffres) == len("35300")):
        code = lue.postal or lue.chiffres
        return f"Rien ne correspond à « {texte} » : {hors_table(code)}."
    return f"Rien ne correspond à « {texte} » : {CONSEIL}" if texte else ""


def _numero(chiffres: str) -> str:
    """What is said of the number of an enterprise that is not among the projects."""
    nom = "SIRET" if len(chiffres) == SIRET else "SIREN"
    if len(chiffres) not in {SIREN, SIRET}:
        return f"{accorder(len(chiffres), 'chiffre')} : un SIREN en a {SIREN}, un SIRET {SIRET}."
    if not siren.is_valid(chiffres[:SIREN]):
        return f"{par_trois(chiffres)} n’est pas un numéro {nom} : sa clé est fausse. Vérifiez les chiffres."
    suite = f", tiré du SIRET {par_trois(chiffres)}," if nom == "SIRET" else ""
    faux = " La clé du SIRET est fausse : vérifiez ses chiffres." if _cle_fausse(chiffres) else ""
    return f"Le SIREN {par_trois(chiffres[:SIREN])}{suite} n’est pas parmi les projets publiés.{faux}"


def _cle_fausse(chiffres: str) -> bool:
    """Whether a SIRET is wrong where its SIREN is not."""
    return len(chiffres) == SIRET and not siret.is_valid(chiffres)

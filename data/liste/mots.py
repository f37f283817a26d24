"""Words that a list writes in its own way, brought to those of the published table: stade, nature, SIREN."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stdnum.fr import siren as norme_siren

from data.liste.nombres import Lu
from data.liste.vocabulaire import STADES_RECONNUS
from francais import liste, nombre
from geo.contrats import STADES
from geo.filtre import NATURES
from geo.noms import cle
from geo.projets import siren

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["lire_nature", "lire_siren", "lire_stade", "ouvert", "texte", "zonage"]

TYPES: Final = {
    **dict.fromkeys(
        ("tpe", "pme", "pme tpe", "micro entreprise", "petite et moyenne entreprise"), "TPE / PME"
    ),
    "entreprise de taille intermediaire": "ETI",
    "grande entreprise": "GE",
}
"""Other words for the published types of enterprise, as comparison keys."""

_STADES: Final = {cle(stade): stade for stade in STADES} | {
    mot: stade for stade, mots in STADES_RECONNUS.items() for mot in mots
}
_NATURES: Final = {
    **{cle(mot): mot for mot in NATURES},
    **{cle(libelle): mot for mot, libelle in NATURES.items()},
    **dict.fromkeys(
        ("rd", "r d", "r et d", "recherche", "demonstrateur", "recherche et developpement"),
        "rd_demonstrateur",
    ),
    **dict.fromkeys(("creation", "implantation", "site nouveau", "nouvelle usine"), "nouveau_site"),
}
_SIREN: Final = re.compile(r"[0-9]{9}")
_CODE: Final = re.compile(r"^\(?(\d{1,3}|2[AaBb])\)?(?:\b|$)|\((\d{1,3}|2[AaBb])\)$", re.ASCII)


def lire_stade(ecrit: str) -> Lu:
    """The stade of the ordered vocabulary that a text means; an unknown one is told with the words."""
    trouve = _STADES.get(cle(ecrit))
    return Lu(trouve) if trouve else Lu(faute=f"stade inconnu ; il faut {_choix(STADES)}")


def lire_nature(ecrit: str) -> Lu:
    """The nature of the closed list that a text means."""
    trouve = _NATURES.get(cle(ecrit))
    return Lu(trouve) if trouve else Lu(faute=f"nature inconnue ; il faut {_choix(NATURES.values())}")


def lire_siren(ecrit: str) -> Lu:
    """SIREN of nine digits out of a SIREN or a SIRET, zeros given back; a wrong check digit is a fault."""
    if _SIREN.fullmatch(ecrit):
        lu = siren.Identifiant(siren=ecrit, valide=norme_siren.is_valid(ecrit))
    else:
        lu = siren.nettoyer(ecrit)
    if lu.siren is None:
        return Lu(faute="ce n’est pas un SIREN (neuf chiffres) ni un SIRET (quatorze chiffres)")
    if not lu.valide:
        return Lu(faute="la clé de contrôle du SIREN est fausse : un chiffre a été mal recopié ou arrondi")
    return Lu(lu.siren, note=lu.reparation)


def ouvert(
    connus: Iterable[str], autres: Mapping[str, str] | None = None, *, maximum: int
) -> Callable[[str], Lu]:
    """Reader of an open list: a published value takes its published spelling, another one is kept as text."""
    par_cle = {cle(connu): connu for connu in connus} | dict(autres or {})
    lire = texte(maximum)

    def reconnaitre(ecrit: str) -> Lu:
        trouve = par_cle.get(cle(ecrit))
        return Lu(trouve) if trouve else lire(ecrit)

    return reconnaitre


def texte(maximum: int) -> Callable[[str], Lu]:
    """Reader of free texts up to a length: nothing is cut."""

    def lire(ecrit: str) -> Lu:
        if len(ecrit) > maximum:
            return Lu(faute=f"le texte a {nombre(len(ecrit))} caractères ; {nombre(maximum)} au plus")
        return Lu(ecrit)

    return lire


def zonage(noms: Mapping[str, str], *, quoi: str) -> Callable[[str], Lu]:
    """Reader of a code or name of a zone (« 1 », « 01 », « Ain », « Ain (01) »), as its code.

    Args:
        noms: Name of each code.
        quoi: What the zone is, for the reason: « département », « région ».
    """
    par_nom = {cle(nom): code for code, nom in noms.items()}

    def lire(ecrit: str) -> Lu:
        if (code := par_nom.get(cle(ecrit))) is not None:
            return Lu(code)
        trouve = _CODE.search(ecrit)
        code = (trouve.group(1) or trouve.group(2)).upper().zfill(2) if trouve else ""
        return Lu(code) if code in noms else Lu(faute=f"{quoi} inconnu : il faut un code ou un nom français")

    return lire


def _choix(mots: Iterable[str]) -> str:
    return f"l’un de ces mots : {liste([*mots])}"

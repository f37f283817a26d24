"""Settling a commune by its postal code: a name alone may be that of another commune, far away.

« Fougere, 35300 » is Fougères, not Fougeré in Vendée; « Vire, 14500 » is Vire Normandie, not Viré. A name and
a postal code that do not go together are told, with what each of them says: nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from francais import liste
from geo.communes import code_postal, departement_du_code_postal
from geo.noms import cle_commune

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.liste.reperes import Reperes

__all__ = ["Reponse", "nom_nu", "trancher"]

RESSEMBLE: Final = 88
"""Likeness (0 to 100, `rapidfuzz.fuzz.ratio`) from which a name served by the postal code is the one meant:
a letter or an accent apart, in a name of eight letters."""

CITES: Final = 3
"""Communes that a message names."""

_PARENTHESE: Final = re.compile(r"\s*\([^()]*\)\s*$")
_BARRE: Final = re.compile(r"\s*/\s*")


class Reponse(NamedTuple):
    """What the postal code says of a name.

    Attributes:
        codes: Communes that go with both; several when it does not tell them apart, none with a fault.
        note: What it settled, empty when the name alone says as much.
        faute: Why both cannot be right, in French.
    """

    codes: tuple[str, ...] = ()
    note: str = ""
    faute: str = ""


def nom_nu(nom: str) -> str:
    """A name without what people add: « Dunkerque (Petite-Synthe) », « Chalon/Saône »."""
    return _BARRE.sub(" sur ", _PARENTHESE.sub("", nom)).strip() or nom


def trancher(nom: str, postal: str, candidates: Sequence[str], reperes: Reperes) -> Reponse | None:
    """Which communes a name and a postal code say together; None when the postal code says nothing.

    Args:
        nom: Name of the commune as written.
        postal: Postal code as written.
        candidates: Communes that bear the name, wherever they are.
        reperes: The places.
    """
    code, _ = code_postal(postal)
    departement = departement_du_code_postal(code)
    if departement not in reperes.departements:
        return None
    desservies = reperes.desservies.get(code, ())
    ici = tuple(c for c in candidates if c in desservies)
    if ici:
        return Reponse(codes=ici)
    proches = _ressemblantes(nom, desservies, reperes)
    if len(proches) == 1:
        return Reponse(codes=proches, note=_tranche(code, proches[0], candidates, reperes))
    voisines = tuple(c for c in candidates if reperes.departement_de[c] == departement)
    if voisines:  # a CEDEX, or the office of a neighbour
        return Reponse(codes=voisines)
    if not desservies and not candidates:
        return None
    return Reponse(faute=_contredits(code, departement, desservies, candidates, reperes))


def _ressemblantes(nom: str, desservies: Sequence[str], reperes: Reperes) -> tuple[str, ...]:
    """Communes of a postal code whose name, of today or of before, is nearly this one or begins with it."""
    ecrit = cle_commune(nom_nu(nom))
    trouvees = [
        code for code in desservies if any(_est_presque(ecrit, forme) for forme in reperes.formes_de[code])
    ]
    return tuple(trouvees)


def _est_presque(ecrit: str, forme: str) -> bool:
    return bool(ecrit) and (forme.startswith(f"{ecrit} ") or fuzz.ratio(ecrit, forme) >= RESSEMBLE)


def _tranche(postal: str, choisie: str, candidates: Sequence[str], reperes: Reperes) -> str:
    note = f"le code postal {postal} a tranché : {_dite(choisie, reperes)}"
    if not candidates:
        return note
    return f"{note}, et non {liste([_dite(c, reperes) for c in candidates[:CITES]], 'ni')}"


def _contredits(
    postal: str,
    departement: str,
    desservies: Sequence[str],
    candidates: Sequence[str],
    reperes: Reperes,
) -> str:
    servies = liste([_dite(c, reperes) for c in desservies[:CITES]])
    dit = servies if len(desservies) in range(1, CITES + 1) else f"le département {departement}"
    if candidates:
        nommees = liste([_dite(c, reperes) for c in candidates[:CITES]], "ou")
        return f"le code postal {postal} dit {dit}, le nom dit {nommees} : corrigez l’un des deux"
    return (
        f"ce nom n’est pas celui d’une commune ; le code postal {postal} dit {dit} : écrivez-la si c’est elle"
    )


def _dite(code: str, reperes: Reperes) -> str:
    return f"{reperes.nom_de[code]} ({reperes.departement_de[code]})"

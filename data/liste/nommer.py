"""Which commune a row names: by its INSEE code, else by its name, with what tells homonyms apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from data.liste.code_postal import nom_nu, trancher
from francais import liste
from geo.noms import cle, cle_commune
from geo.projets import NOM_RECONNU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.liste.reperes import Reperes

__all__ = ["Nommee", "nommer"]

ZERO_INSEE: Final = "zéro rendu au code INSEE"
ANCIENNE: Final = "ancienne commune, ramenée à 2021"
CODE_A_LA_PLACE: Final = "code INSEE lu dans la colonne de la commune"
HORS_DES_REGIONS: Final = ("975", "977", "978", "98", "99")
"""Beginning of the INSEE codes of what is French but outside the 18 régions, or foreign."""

_INSEE: Final = re.compile(r"(\d{1,2}|2[AB])\d{3}", re.ASCII)
_HOMONYMES_CITES: Final = 5


class Nommee(NamedTuple):
    """The commune that a row names.

    Attributes:
        code: INSEE code of 2021, None when it is not known.
        candidates: Communes among which a point may choose.
        champ: Field that is at fault, empty when none is.
        faute: What is wrong, in French.
        note: What was repaired.
        ferme: The fault stands whatever the coordinates say.
    """

    code: str | None = None
    candidates: tuple[str, ...] = ()
    champ: str = ""
    faute: str = ""
    note: str = ""
    ferme: bool = False


def nommer(insee: str, nom: str, postal: str, departement: str, region: str, *, reperes: Reperes) -> Nommee:  # noqa: PLR0913  the fields of a place, in their order
    """Find the commune of one row; every argument may be empty.

    Args:
        insee: INSEE code as written.
        nom: Name of the commune as written.
        postal: Postal code as written: with a name, both must say one place (`data.liste.code_postal`).
        departement: Code of the département, known to exist.
        region: Code of the région, known to exist.
        reperes: The places.
    """
    if insee:
        return _par_le_code(insee, nom, departement, region, reperes=reperes)
    if nom:
        return _par_le_nom(nom, postal, departement, region, reperes=reperes)
    return Nommee(
        champ="commune", faute="le lieu manque : il faut un code INSEE, une commune ou des coordonnées"
    )


def _par_le_code(insee: str, nom: str, departement: str, region: str, *, reperes: Reperes) -> Nommee:
    ecrit = re.sub(r"\s", "", insee).upper()
    if not _INSEE.fullmatch(ecrit):
        return _ferme("code_commune", "un code INSEE a cinq caractères, comme 01053 ou 2A004")
    complet = ecrit.zfill(5)
    code = reperes.code_2021(complet)
    if code is None:
        return _ferme("code_commune", _pourquoi_inconnu(complet))
    vrai, la_region, le_nom = reperes.departement_de[code], reperes.region_de[code], reperes.nom_de[code]
    if departement and vrai != departement:
        return _ferme("code_departement", f"le code INSEE {complet} est dans le département {vrai}")
    if region and la_region != region:
        return _ferme("code_region", f"le code INSEE {complet} est en {reperes.regions[la_region]}")
    if nom and _dit_une_autre(nom, code, reperes):
        return _ferme("commune", f"le code INSEE {complet} est celui de {le_nom}")
    notes = [ZERO_INSEE] if complet != ecrit else []
    notes += [ANCIENNE] if code != complet else []
    return Nommee(code=code, note=" ; ".join(notes))


def _pourquoi_inconnu(code: str) -> str:
    if code.startswith(HORS_DES_REGIONS):
        return "ce lieu est hors des 18 régions, que l’atlas couvre seules"
    return "code INSEE inconnu (est-ce un code postal ?)"


def _dit_une_autre(nom: str, code: str, reperes: Reperes) -> bool:
    """The name is that of other communes, and does not resemble that of the code."""
    officiel, ecrit = cle_commune(reperes.nom_de[code]), cle_commune(nom)
    if max(fuzz.ratio(officiel, ecrit), fuzz.token_set_ratio(officiel, ecrit)) >= NOM_RECONNU:
        return False
    return code not in reperes.par_nom.get(ecrit, (code,))


def _par_le_nom(nom: str, postal: str, departement: str, region: str, *, reperes: Reperes) -> Nommee:
    ecrit = nom.strip().upper()
    if _INSEE.fullmatch(ecrit) and reperes.code_2021(ecrit) and ecrit not in reperes.desservies:
        trouvee = _par_le_code(ecrit, "", departement, region, reperes=reperes)
        return trouvee._replace(note=" ; ".join(filter(None, (CODE_A_LA_PLACE, trouvee.note))))
    toutes = _candidates(nom, reperes)
    dite = trancher(nom, postal, toutes, reperes)
    if dite is not None and dite.faute:
        return Nommee(candidates=toutes, champ="code_postal", faute=dite.faute)
    note = "" if dite is None else dite.note
    toutes = toutes if dite is None else dite.codes
    if not toutes:
        return Nommee(champ="commune", faute="commune inconnue : vérifiez son nom, ou donnez son code INSEE")
    codes = _gardees(toutes, departement, region, reperes)
    if not codes:
        ou = liste([*dict.fromkeys(reperes.departement_de[c] for c in toutes)][:_HOMONYMES_CITES])
        return Nommee(
            candidates=toutes,
            champ="code_departement" if departement else "code_region",
            faute=f"il n’y a pas de commune de ce nom ici (département {ou})",
        )
    if len(codes) == 1:
        if not note and cle_commune(reperes.nom_de[codes[0]]) != cle_commune(nom_nu(nom)):
            note = ANCIENNE
        return Nommee(code=codes[0], candidates=codes, note=note)
    return Nommee(candidates=codes, champ="commune", faute=_homonymes(codes, reperes))


def _candidates(nom: str, reperes: Reperes) -> tuple[str, ...]:
    """Communes that bear a name, or did until not long ago; those of an older name when no other bears it."""
    for ecrit in dict.fromkeys((nom, nom_nu(nom))):
        trouvees = reperes.par_nom.get(cle(ecrit)) or reperes.par_nom.get(cle_commune(ecrit), ())
        if trouvees:
            return trouvees
    return ()


def _gardees(codes: Sequence[str], departement: str, region: str, reperes: Reperes) -> tuple[str, ...]:
    """Communes of the stated département and région."""
    return tuple(
        code
        for code in codes
        if departement in ("", reperes.departement_de[code]) and region in ("", reperes.region_de[code])
    )


def _homonymes(codes: Sequence[str], reperes: Reperes) -> str:
    departements = [*dict.fromkeys(reperes.departement_de[c] for c in codes)]
    if len(departements) == 1:
        return f"plusieurs communes du département portent ce nom : donnez le code INSEE ({liste([*codes])})"
    cites = departements[:_HOMONYMES_CITES]
    if len(cites) < len(departements):
        cites[-1:] = ["d’autres"]
    return f"{len(codes)} communes portent ce nom (départements {liste(cites)}) : donnez le département"


def _ferme(champ: str, faute: str) -> Nommee:
    return Nommee(champ=champ, faute=faute, ferme=True)

"""Rows that name a published project by its id: it must exist, once; what they leave out is taken over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from data.liste.cellules import Fautes

__all__ = ["completer", "taire_les_pareils", "verifier_les_identifiants"]

FORME_PUBLIEE: Final = re.compile(r"p-[0-9a-f]{10}(-\d+)?")
"""How an id of the published list is written; any other id is the reader's own."""

REPRIS: Final = ("entreprise", "siren", "type_entreprise", "filiere", "mesure", "nature", "objet")
"""What a row that names a published project may leave out; its stade, amount and jobs are its own."""


def verifier_les_identifiants(ids: pd.Series, publies: pd.DataFrame, fautes: Fautes) -> pd.Series:
    """Published project of each row, missing for the reader's own ids and for none.

    An id written like a published one that does not exist, or that an earlier row already names, is a fault.
    """
    ecrits = ids.str.strip().str.lower()
    connus = ecrits.isin(set(publies["id_projet"]))
    repetes = ecrits.where(connus).duplicated() & connus
    faux = ecrits.notna() & ~connus & ecrits.fillna("").map(lambda i: FORME_PUBLIEE.fullmatch(i) is not None)
    fautes.noter("id_projet", dict.fromkeys(ids.index[faux], "aucun projet publié n’a cet identifiant"))
    fautes.noter("id_projet", dict.fromkeys(ids.index[repetes], "une ligne plus haut nomme déjà ce projet"))
    return ecrits.where(connus & ~repetes).astype("str")


def taire_les_pareils(
    textes: Mapping[str, pd.Series], vises: pd.Series, publies: pd.DataFrame
) -> dict[str, pd.Series]:
    """Leave out what a row says in the very words of the published project that it names.

    `completer` takes it over: a published SIREN with a wrong check digit is no fault of whoever brings our
    own file back.
    """
    connus = publies.set_index("id_projet")
    return {
        champ: ecrits.mask(ecrits == vises.map(connus[champ]).astype("str")) if champ in REPRIS else ecrits
        for champ, ecrits in textes.items()
    }


def completer(lus: dict[str, pd.Series], vises: pd.Series, publies: pd.DataFrame) -> None:
    """Take from the published project what the rows that name it leave out."""
    connus = publies.set_index("id_projet")
    for champ in REPRIS:
        absents = lus[champ].isna() & vises.notna()
        if absents.any():
            repris = vises[absents].map(connus[champ])
            lus[champ] = lus[champ].where(~absents, repris.astype(object).reindex(lus[champ].index))

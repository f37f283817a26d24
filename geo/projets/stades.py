"""How far the projects put forward by the « Point d'étape à 3 ans » had come, in the ordered vocabulary.

Every published laureate is « Lauréat » until somebody says otherwise; this document does, in its own words,
for some of them. Its words are mapped here, once, each with its reason; a word that is not here stops the
build rather than being guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.noms import cle, cle_commune
from memoire import SANS_ARGUMENT, garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["DATE_DU_DOCUMENT", "LECTURES", "apparier", "lire_stade"]

DATE_DU_DOCUMENT: Final = pd.Timestamp("2021-09-24")
"""Date of « Point d'étape à 3 ans »: what it says of a project is true on that day."""

LECTURES: Final = {
    "lauréat": ("Lauréat", "le document ne dit rien de plus que l’aide obtenue"),
    "en construction": ("En travaux", "le site se construit"),
    "ouverture prévue au 1er trimestre 2022": (
        "En travaux",
        "le site ouvre moins de six mois après le document : il se prépare, il ne sert pas encore",
    ),
    "installé": ("En service", "l’équipement est en place"),
    "implanté en mai 2021": ("En service", "l’entreprise occupe le site depuis quatre mois"),
}
"""Words of the document -> stade of the vocabulary, and why."""


def lire_stade(decrit: str) -> str:
    """The stade that the words of the document mean.

    Raises:
        ValueError: Words that `LECTURES` does not have, in French, with the remedy.
    """
    if decrit not in LECTURES:
        raise ValueError(
            f"Le stade décrit « {decrit} » n’a pas de lecture : ajoutez-le à "
            "geo/projets/stades.py avec sa raison."
        )
    return LECTURES[decrit][0]


@garde(taille=1, d_avance=SANS_ARGUMENT)
def apparier(atlas: Atlas) -> pd.Series:
    """The laureate that each highlighted project is.

    The same project has the same name (all the words of one among those of the other: legal forms do not
    matter) and the same place: the same commune by name, or the same TI of 2021. Of several laureates, the
    first by date is meant.

    Returns:
        For each row of `projets_inspirants`, the id of the laureate, missing when none is the same project.
        Read only, shared by all readers.
    """
    laureats = atlas.projets.sort_values(["date", "id_projet"])
    mots = [frozenset(cle(nom).split()) for nom in laureats["entreprise"]]
    lieux = laureats["commune"].map(cle_commune)
    noms = atlas.territoires_de(2021).set_index("id_ti")["lib_ti"].map(cle)
    territoires = laureats["id_ti_2021"].map(noms)
    trouves = []
    for projet in atlas.projets_inspirants.itertuples(index=False):
        siens = frozenset(cle(projet.nom).split())
        pareils = pd.Series([bool(m) and (m <= siens or siens <= m) for m in mots], index=laureats.index)
        ici = lieux == cle_commune(projet.commune)
        if isinstance(projet.territoire_industrie, str):
            ici |= territoires == cle(projet.territoire_industrie)
        candidats = laureats.loc[pareils & ici, "id_projet"]
        trouves.append(candidats.iloc[0] if len(candidats) else None)
    return pd.Series(trouves, index=atlas.projets_inspirants.index, dtype="str")

"""When an address names no région: every région with what it holds, each a link to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from components.adresses import AdresseRegion
from components.entete import entete
from components.html import RIEN, balise, poser, tracer
from francais import NON_RENSEIGNE, nombre
from geo.territoires import noms, projets_de, territoires_de

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["lien", "montrer", "table_des_regions"]


def lien(adresse: AdresseRegion, nom: str) -> Html:
    """A link to the page of a région."""
    return balise("a", nom, href=adresse.lien(), target="_self")


def montrer(atlas: Atlas, adresse: AdresseRegion, avis: Sequence[str] = ()) -> None:
    """Help the reader to a région; the address stays what it is until he chooses."""
    entete("Région", phrase="Choisissez une région : où en est-elle, face aux autres ?", avis=avis)
    poser(balise("div", table_des_regions(atlas, adresse), classe="atlas-region-liste"))


def table_des_regions(atlas: Atlas, adresse: AdresseRegion) -> Html:
    """The 18 régions, then « Outre-mer »: territories, published laureates, projects of the extract."""
    publies = atlas.regions_2021.set_index("code_region")
    return tracer(
        "Les régions",
        (
            "Région",
            f"Territoires ({adresse.millesime})",
            "Lauréats du fonds (publié, 24/09/2021)",
            "Projets de l’extrait",
        ),
        [
            [
                lien(AdresseRegion(code=code, millesime=adresse.millesime), nom),
                nombre(len(territoires_de(atlas, code, adresse.millesime))),
                _laureats(publies, code),
                nombre(len(projets_de(atlas, code))),
            ]
            for code, nom in noms(atlas).items()
        ],
        chiffres=(
            f"Territoires ({adresse.millesime})",
            "Lauréats du fonds (publié, 24/09/2021)",
            "Projets de l’extrait",
        ),
    )


def _laureats(publies: pd.DataFrame, code: str) -> str:
    if code not in publies.index:
        return balise("small", "avec l’outre-mer")
    ligne = publies.loc[code]
    if pd.isna(ligne["laureats"]):
        return NON_RENSEIGNE
    note = balise("small", "déduit") if ligne["statut"] == "déduit" else RIEN
    return nombre(ligne["laureats"]) + note

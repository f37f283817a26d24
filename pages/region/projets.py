"""The projects that the « Point d'étape » of 2021 puts forward in a région, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pandas as pd

from components.html import balise
from francais import accorder, tel_quel, typographie
from geo.projets import apparier, lire_stade
from geo.territoires import codes_de

if TYPE_CHECKING:
    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["mis_en_avant"]


def mis_en_avant(atlas: Atlas, code: str) -> Html:
    """The cards, and what they come from; a sentence when the document puts none forward here."""
    projets = atlas.projets_inspirants.assign(laureat=apparier(atlas))
    siens = projets[projets["code_region"].isin(codes_de(code))]
    titre = balise("h2", "Projets mis en avant")
    if siens.empty:
        rien = "Le « Point d’étape » de septembre 2021 n’en présente aucun ici."
        return titre + balise("p", rien)
    source = "Présentés par le « Point d’étape à 3 ans », 24 septembre 2021 ; le stade est lu dans ses mots."
    vignettes = [_vignette(ligne) for ligne in siens.to_dict("records")]
    return titre + balise("p", source) + balise("div", *vignettes, classe="atlas-avant")


def _vignette(projet: dict[str, object]) -> Html:
    lieu = str(projet["commune"])
    if not pd.isna(projet["territoire_industrie"]):
        lieu += f" · {projet['territoire_industrie']}"
    qui = " · ".join(str(projet[c]) for c in ("type", "filiere_texte") if not pd.isna(projet[c]))
    return balise(
        "article",
        balise("h3", str(projet["nom"])),
        balise("p", lieu, classe="l"),
        balise("p", typographie(str(projet["objet"]))),
        balise("p", qui, classe="l"),
        balise("ul", *(balise("li", fait) for fait in _faits(projet))),
    )


def _faits(projet: dict[str, object]) -> list[str]:
    decrit = str(projet["stade_decrit"])
    stade = lire_stade(decrit)
    precision = f" ({decrit})" if decrit.casefold() != stade.casefold() else ""
    faits = [f"Stade\u00a0: {stade}{precision}"]
    if not pd.isna(projet["emplois_prevus"]):
        faits.append(accorder(float(str(projet["emplois_prevus"])), "emploi prévu", "emplois prévus"))
    if not pd.isna(projet["investissement_meur"]):
        faits.append(f"{tel_quel(float(str(projet['investissement_meur'])), 'M€')} investis")
    if not pd.isna(projet["laureat"]):
        adresse = f"projets?{urlencode({'projet': str(projet['laureat'])})}"
        faits.append(balise("a", "Voir dans la liste de France Relance", href=adresse, target="_self"))
    return faits

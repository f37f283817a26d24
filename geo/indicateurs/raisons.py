"""Why there is no figure, in one French clause: the same words wherever a place has none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from francais import liste
from geo.atlas import REGIONS_D_OUTRE_MER
from geo.indicateurs import ecriture
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import mesure, valeurs
from geo.indicateurs.objets import Objet
from geo.millesimes import MILLESIMES
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from geo.atlas import Atlas
    from geo.indicateurs.catalogue import Indicateur
    from geo.indicateurs.mesures import Mesure

__all__ = ["raison", "raisons", "vides_dits"]

SANS_COMMUNE: Final = "cet objet n’a aucune commune dans les données"


def raison(atlas: Atlas, indicateur: Indicateur, objet: Objet, millesime: int, trouvee: Mesure | None) -> str:
    """Why an object has no figure; empty when it has one, be it zero.

    Args:
        atlas: The atlas.
        indicateur: Which figure.
        objet: The object.
        millesime: Year of the perimeters.
        trouvee: What it is worth; None when the atlas has nothing of the object.
    """
    if trouvee is None:
        return SANS_COMMUNE
    if trouvee.etat in {"connu", "zéro"}:
        return ""
    if trouvee.etat == "emprunté":
        return ecriture.emprunt(indicateur, trouvee)
    if indicateur.couverture_en == "projets":
        return "aucun de ses projets ne dit combien d’emplois il crée"
    pourquoi = _lacune(atlas, indicateur, objet, millesime)
    if trouvee.etat == "absent":
        return pourquoi
    part = math.floor(trouvee.couverture * 100)
    seuil = round(indicateur.seuil * 100)
    return f"{part} % seulement des {indicateur.couverture_en} sont connus, il en faut {seuil} % ; {pourquoi}"


def raisons(atlas: Atlas, *, millesime: int, cle: str) -> Mapping[str, str]:
    """Why each TI of a millésime that has no figure has none, by its id; shared by all readers."""
    return _raisons(atlas, cle, millesime)


def vides_dits(
    atlas: Atlas, *, millesime: int, cle: str, parmi: Collection[str] | None = None
) -> tuple[str, ...]:
    """Which TI have no figure and why, a sentence for each reason: « Carros : 100 % de ses emplois… ».

    Args:
        atlas: The atlas.
        millesime: Year of the perimeters.
        cle: Key of `INDICATEURS`.
        parmi: Ids of the TI to tell of; all of the millésime without it.
    """
    noms: dict[str, list[str]] = {}
    for id_ti, pourquoi in raisons(atlas, millesime=millesime, cle=cle).items():
        if parmi is None or id_ti in parmi:
            noms.setdefault(pourquoi, []).append(atlas.nom_ti[millesime, id_ti].strip())
    return tuple(f"{liste(siens)}\u00a0: {_accorde(pourquoi, siens)}." for pourquoi, siens in noms.items())


def _accorde(pourquoi: str, noms: Sequence[str]) -> str:
    """A reason that several places share: « leurs emplois » for « ses emplois »."""
    return pourquoi if len(noms) == 1 else pourquoi.replace(" de ses ", " de leurs ")


@garde(taille=len(MILLESIMES) * len(INDICATEURS))
def _raisons(atlas: Atlas, cle: str, millesime: int) -> Mapping[str, str]:
    table = valeurs(atlas, millesime=millesime, cle=cle)
    trouvees = {}
    for id_ti in table.loc[table["valeur"].isna(), "id_ti"]:
        objet = Objet(sorte="ti", code=id_ti)
        sienne = mesure(atlas, objet=objet, millesime=millesime, cle=cle)
        trouvees[id_ti] = raison(atlas, INDICATEURS[cle], objet, millesime, sienne)
    return trouvees


def _lacune(atlas: Atlas, indicateur: Indicateur, objet: Objet, millesime: int) -> str:
    """What the source leaves out among the communes of an object: those overseas, or some of them."""
    if not indicateur.colonne:
        return f"rien n’est publié pour ses {indicateur.couverture_en}"
    par, code = objet.partition(millesime)
    communes = atlas.assiettes.communes
    siennes = communes[(communes[par] == code).to_numpy()]
    muettes = siennes[siennes[indicateur.colonne].isna()]
    if muettes["region"].isin(REGIONS_D_OUTRE_MER).all():
        return indicateur.lacune
    dont = indicateur.autre_geographie or "la source ne dit rien de"
    return f"{dont} {len(muettes)} de ses {len(siennes)} communes"

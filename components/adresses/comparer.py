"""The address of a comparison: which objects, in which order, in which millésime, seen how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from components.adresses.millesime import ecrire_territoire, lire_millesime
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.comparaison import MAXIMUM
from geo.indicateurs.objets import LA_FRANCE, lire_objet
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas.atlas import Atlas, Fiche

__all__ = ["TRACE", "VUES", "AdresseComparer"]

VUES: Final = {"valeurs": "Valeurs", "rangs": "Rangs", "ecarts": "Écarts à la France"}
"""Ways to see a comparison, the usual one first."""


TRACE: Final = "projets_pour_10000_hab"
"""The indicator that the chart draws, unless another one is asked for."""


@dataclass(frozen=True, kw_only=True)
class AdresseComparer:
    """What the page « Comparer » shows.

    Attributes:
        objets: Words of known objects (`geo.indicateurs.objets`), each once, at most `MAXIMUM`, in the order
            of columns.
        millesime: Year of the perimeters.
        vue: Key of `VUES`.
        indicateur: Key of the indicator that the chart draws.
    """

    objets: tuple[str, ...] = ()
    millesime: int = MILLESIME_PAR_DEFAUT
    vue: str = "valeurs"
    indicateur: str = TRACE

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = {"objets": ",".join(self.objets)} if self.objets else {}
        parametres |= ecrire_territoire(None, self.millesime)
        if self.vue != "valeurs":
            parametres["vue"] = self.vue
        if self.indicateur != TRACE:
            parametres["indicateur"] = self.indicateur
        return parametres

    def lien(self) -> str:
        """The address as a link from any page; relative, so that it holds under any base path."""
        parametres = urlencode(self.ecrire(), safe=",")
        return f"comparer?{parametres}" if parametres else "comparer"

    @classmethod
    def du_territoire(cls, fiche: Fiche) -> AdresseComparer:
        """A TI beside its régions (as many as there is room for) and France."""
        t = fiche.territoire
        regions = [f"region-{code}" for code in str(t["regions"]).split(",")][: MAXIMUM - 2]
        return cls(objets=(str(t["id_ti"]), *regions, LA_FRANCE.mot), millesime=int(t["millesime"]))

    @classmethod
    def lire(cls, parametres: Mapping[str, str], atlas: Atlas) -> tuple[AdresseComparer, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
            atlas: Says which objects exist.
        """
        avis: list[str] = []
        millesime = lire_millesime(parametres, avis)
        vue = parametres.get("vue", "valeurs")
        if vue not in VUES:
            avis.append(f"La vue « {vue} » n’existe pas : voici les valeurs.")
            vue = "valeurs"
        indicateur = parametres.get("indicateur", TRACE)
        if indicateur not in INDICATEURS:
            avis.append(f"L’indicateur « {indicateur} » n’existe pas : voici {INDICATEURS[TRACE].libelle}.")
            indicateur = TRACE
        objets = _objets(parametres.get("objets", ""), atlas, millesime, avis)
        return cls(objets=objets, millesime=millesime, vue=vue, indicateur=indicateur), avis


def _objets(texte: str, atlas: Atlas, millesime: int, avis: list[str]) -> tuple[str, ...]:
    gardes: list[str] = []
    de_trop: list[str] = []
    for mot in filter(None, (morceau.strip() for morceau in texte.split(","))):
        objet = lire_objet(mot, atlas, millesime=millesime)
        if objet is None:
            avis.append(f"« {mot} » n’existe pas dans le millésime {millesime} : les autres sont comparés.")
        elif objet.mot in gardes:
            avis.append(f"« {mot} » est demandé deux fois : il n’a qu’une colonne.")
        elif len(gardes) == MAXIMUM:
            de_trop.append(mot)
        else:
            gardes.append(objet.mot)
    if de_trop:
        avis.append(f"Une comparaison tient en {MAXIMUM} colonnes : {', '.join(de_trop)} n’y est pas.")
    return tuple(gardes)

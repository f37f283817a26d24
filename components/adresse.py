"""The state of a page is its address: what a link says, read and written the same way.

A value that the address gets wrong is left aside with a notice, and the rest applies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.atlas import Atlas

__all__ = ["AdresseCarte"]

OUI_NON = {"oui": True, "non": False}


@dataclass(frozen=True, kw_only=True)
class AdresseCarte:
    """What the page « Carte » shows.

    Attributes:
        millesime: Year of the perimeters.
        ti: Id of the chosen TI in that millésime.
        projets: Whether projects are drawn.
    """

    millesime: int = MILLESIME_PAR_DEFAUT
    ti: str | None = None
    projets: bool = True

    def ecrire(self) -> dict[str, str]:
        """The parameters of the address; what is as usual is left out."""
        parametres = {}
        if self.ti:
            parametres["ti"] = self.ti
        if self.millesime != MILLESIME_PAR_DEFAUT:
            parametres["millesime"] = str(self.millesime)
        if not self.projets:
            parametres["projets"] = "non"
        return parametres

    @classmethod
    def lire(cls, parametres: Mapping[str, str], atlas: Atlas) -> tuple[AdresseCarte, list[str]]:
        """The state that an address asks for, and a French notice for each value left aside.

        Args:
            parametres: The query string.
            atlas: Says which TI exist.
        """
        avis = []
        millesime = MILLESIME_PAR_DEFAUT
        demande = parametres.get("millesime", str(MILLESIME_PAR_DEFAUT))
        if demande.isdecimal() and int(demande) in MILLESIMES:
            millesime = int(demande)
        else:
            avis.append(f"Le millésime « {demande} » n’existe pas : voici celui de {MILLESIME_PAR_DEFAUT}.")
        ti = parametres.get("ti") or None
        if ti and atlas.fiche(ti, millesime) is None:
            avis.append(f"Le territoire « {ti} » n’existe pas dans le millésime {millesime}.")
            ti = None
        choix = parametres.get("projets", "oui")
        if choix not in OUI_NON:
            avis.append(f"« projets={choix} » n’est pas compris : les projets sont montrés.")
        return cls(millesime=millesime, ti=ti, projets=OUI_NON.get(choix, True)), avis

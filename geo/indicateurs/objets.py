"""What figures can be given for: a TI, an EPCI, a département, a région, the TI or the rest, France.

A link names an object by one word (`ti-2806`, `epci-200040277`, `departement-50`, `region-53`, `tous-les-ti`,
`hors-ti`, `france`); the same word names it in a comparison, in a séance and in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from geo.atlas import DEPARTEMENT, EPCI, FRANCE, OM, OUTRE_MER, PAYS, REGION, assiettes, colonne_label
from geo.millesimes import colonne_ti

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = ["HORS_TI", "LA_FRANCE", "SORTES", "TOUS_LES_TI", "Objet", "Sorte", "lire_objet", "nom_objet"]

Sorte = Literal["ti", "epci", "departement", "region", "tous-les-ti", "hors-ti", "france"]

SORTES: Final[dict[Sorte, str]] = {
    "ti": "Territoire d’industrie",
    "epci": "Intercommunalité",
    "departement": "Département",
    "region": "Région",
    "tous-les-ti": "Ensemble des territoires",
    "hors-ti": "Hors des territoires",
    "france": "France",
}
"""Every kind of object and what a reader calls it, the smallest first."""


@dataclass(frozen=True, kw_only=True)
class Objet:
    """One object.

    Attributes:
        sorte: Key of `SORTES`.
        code: Id of the TI, SIREN of the EPCI, code of the département, code of the région (`OM` for the five
            overseas ones); empty for the others, which are one each.
    """

    sorte: Sorte
    code: str = ""

    @property
    def mot(self) -> str:
        """How an address names it."""
        if self.sorte == "ti":
            return self.code
        return f"{self.sorte}-{self.code}" if self.code else self.sorte

    def partition(self, millesime: int) -> tuple[str, str]:
        """Column of `geo.atlas.atlas.assiettes` that tells such objects apart, and the value of this one."""
        return {
            "ti": (colonne_ti(millesime), self.code),
            "epci": (EPCI, self.code),
            "departement": (DEPARTEMENT, self.code),
            "region": (OUTRE_MER if self.code == OM else REGION, self.code),
            "tous-les-ti": (colonne_label(millesime), assiettes.DANS_UN_TI),
            "hors-ti": (colonne_label(millesime), assiettes.HORS_TI),
            "france": (PAYS, FRANCE),
        }[self.sorte]


LA_FRANCE: Final = Objet(sorte="france")
TOUS_LES_TI: Final = Objet(sorte="tous-les-ti")
HORS_TI: Final = Objet(sorte="hors-ti")

_SEULS: Final = {objet.mot: objet for objet in (LA_FRANCE, TOUS_LES_TI, HORS_TI)}


def lire_objet(mot: str, atlas: Atlas, *, millesime: int) -> Objet | None:
    """The object that a word names; None when the atlas has no such object in that millésime."""
    if mot in _SEULS:
        return _SEULS[mot]
    sorte, _, code = mot.partition("-")
    objet = {
        "ti": Objet(sorte="ti", code=mot),
        "epci": Objet(sorte="epci", code=code),
        "departement": Objet(sorte="departement", code=code),
        "region": Objet(sorte="region", code=code),
    }.get(sorte)
    return objet if objet and nom_objet(atlas, objet, millesime=millesime) else None


def nom_objet(atlas: Atlas, objet: Objet, *, millesime: int) -> str:
    """What a reader calls an object; empty when the atlas has no such object in that millésime."""
    if objet.sorte == "ti":
        return atlas.nom_ti.get((millesime, objet.code), "")
    if objet.sorte == "epci":
        return atlas.nom_epci.get(objet.code, "")
    if objet.sorte == "departement":
        return atlas.nom_departement.get(objet.code, "")
    if objet.sorte == "region":
        return {OM: "Outre-mer", **atlas.nom_region}.get(objet.code, "")
    noms = {"tous-les-ti": "Tous les territoires", "hors-ti": "Hors des territoires", "france": "France"}
    return noms[objet.sorte]

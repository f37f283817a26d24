"""The projects behind the page « Projets », ready to be filtered, and where browsers find what they know.

The published projects are prepared once per server; a reader's own list makes a second one for his session
alone, whose columns the server keeps in memory and forgets with the session.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from streamlit.runtime import get_instance

from data.couches import deposer, en_json, magasin, points, table, vocabulaire_json
from geo.filtre import FACETTES, Preparee, Vocabulaires, preparer, vocabulaires
from geo.profils import familles
from geo.projets import ensemble, stades_corriges
from memoire import SANS_ARGUMENT, garde
from theme import FAMILLES, STADES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from data.liste import Fusion
    from geo.atlas import Atlas
    from geo.filtre import Miens

    Rangs = npt.NDArray[np.int64]

__all__ = ["ProjetsPrets", "de_la_liste", "publie"]

DOSSIER: Final = "cadre"
"""Folder of `static/couches` that holds what is made for the pages."""

PAGE: Final = "./app/static/couches/cadre"
CADRE: Final = "../../app/static/couches/cadre"
"""The same folder, from a page and from the frame of the map."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ProjetsPrets:
    """Projects ready to be filtered.

    Attributes:
        atlas: The atlas.
        preparee: The projects (`geo.filtre.preparation`); their table is `preparee.table`.
        vocabulaires: Values of the facets.
        stades: Stades that differ from « Lauréat » among the projects of the layer, for the map.
        inspirants: Address, from the frame of the map, of the published points that the layer does not hold.
        rangees: Rows of the table that come from the published projects; the others are of the list.
        liste: Key of the reader's list; empty for the published projects alone.
        miens: Rows of the reader's list among them, with their amounts; None for the published ones alone.
        ecrits: Contents of the list that were already written as JSON.
    """

    atlas: Atlas
    preparee: Preparee
    vocabulaires: Vocabulaires
    stades: str
    inspirants: str
    rangees: int
    liste: str = ""
    miens: Miens | None = None
    ecrits: dict[str, bytes] = field(default_factory=dict)

    @property
    def projets(self) -> pd.DataFrame:
        """The table of the projects (`geo.projets.ensemble`)."""
        return self.preparee.table

    @property
    @garde(taille=1)
    def familles(self) -> Rangs:
        """Rank in `FAMILLES` of the family of each project; `len(FAMILLES)` for one without a filière."""
        groupes = {famille.libelle: famille.filieres for famille in FAMILLES}
        noms = familles(self.projets["filiere"], groupes, sinon=FAMILLES[-1].libelle)
        rangs = {famille.libelle: rang for rang, famille in enumerate(FAMILLES)}
        return _ranger(noms, rangs, sinon=len(FAMILLES))

    @property
    @garde(taille=1)
    def rangs_des_stades(self) -> Rangs:
        """Rank in `STADES` of the stade of each project; -1 without one."""
        return _ranger(self.projets["stade"], {stade.libelle: rang for rang, stade in enumerate(STADES)})

    @property
    @garde(taille=1)
    def mois(self) -> tuple[tuple[str, ...], Rangs]:
        """Every month of the page (« 2021-03 »), and the rank of that of each project; -1 without a date."""
        tous = tuple(map(str, pd.period_range(*self.vocabulaires.mois, freq="M")))
        ecrits = self.projets["date"].dt.strftime("%Y-%m")
        return tous, _ranger(ecrits, {mois: rang for rang, mois in enumerate(tous)})

    @property
    def ajouts(self) -> tuple[str, ...]:
        """Addresses of the points that follow those of the layer, from the frame of the map.

        Streamlit forgets a file in memory that a run has not asked for: to be read at each run.
        """
        if not self.liste:
            return (self.inspirants,)
        adresse = self._en_memoire("points", lambda: points(self.projets.iloc[self.rangees :]))
        return (self.inspirants, f"../..{adresse.removeprefix('.')}")

    def vocabulaire(self, millesime: int) -> str:
        """Address of the names of the filters, from the page."""
        return self._deposer("noms", millesime)

    def colonnes(self, millesime: int) -> tuple[str, ...]:
        """Addresses of the columns of the table, from the page."""
        return (self._deposer("table", millesime),)

    def _deposer(self, quoi: str, millesime: int) -> str:
        if self.liste:
            return self._en_memoire(f"{quoi}-{millesime}", lambda: _contenu(quoi, self, millesime))
        return _publier(self, quoi, millesime)

    def _en_memoire(self, quoi: str, contenu: Callable[[], object]) -> str:
        """Keep a file in the memory of the server for this session; its address from the page."""
        if quoi not in self.ecrits:
            self.ecrits[quoi] = en_json(contenu())
        coordonnees = f"atlas-{quoi}-{self.liste}"
        return f".{get_instance().media_file_mgr.add(self.ecrits[quoi], 'application/json', coordonnees)}"


def _ranger(valeurs: pd.Series, rangs: Mapping[str, int], *, sinon: int = -1) -> Rangs:
    trouves: Rangs = valeurs.map(rangs).fillna(sinon).to_numpy(dtype=np.int64)
    return trouves


def _contenu(quoi: str, prets: ProjetsPrets, millesime: int) -> object:
    if quoi == "table":
        return table(prets.projets, prets.vocabulaires, millesime)
    noms = {facette.mot: facette.libelle for facette in FACETTES}
    return vocabulaire_json(prets.vocabulaires.de(millesime), noms, mois=prets.vocabulaires.mois)


@garde(taille=16)
def _publier(prets: ProjetsPrets, quoi: str, millesime: int) -> str:
    return f"{PAGE}/{deposer(magasin.CIBLE / DOSSIER, quoi, _contenu(quoi, prets, millesime))}"


@garde(taille=1, d_avance=SANS_ARGUMENT)
def publie(atlas: Atlas) -> ProjetsPrets:
    """The published projects, prepared once for all sessions."""
    projets = ensemble(atlas)
    noms = vocabulaires(atlas, projets)
    ajoutes = projets.iloc[len(atlas.projets) :]
    fichier = deposer(magasin.CIBLE / DOSSIER, "points", points(ajoutes))
    return ProjetsPrets(
        atlas=atlas,
        preparee=preparer(projets, noms),
        vocabulaires=noms,
        stades=stades_corriges(projets, atlas.projets),
        inspirants=f"{CADRE}/{fichier}",
        rangees=len(projets),
    )


def de_la_liste(atlas: Atlas, fusion: Fusion, cle: str) -> ProjetsPrets:
    """The published projects with those of a reader's list behind them, for his session.

    Args:
        atlas: The atlas.
        fusion: The merged table (`data.liste.fusionner`), published rows first in their order.
        cle: What tells this list from the reader's earlier ones.
    """
    projets = fusion.table
    noms = vocabulaires(atlas, projets)
    connus = publie(atlas)
    return ProjetsPrets(
        atlas=atlas,
        preparee=preparer(projets, noms),
        vocabulaires=noms,
        stades=stades_corriges(projets, atlas.projets),
        inspirants=connus.inspirants,
        rangees=connus.rangees,
        liste=cle,
        miens=fusion.miens,
    )

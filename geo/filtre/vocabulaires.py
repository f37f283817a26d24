"""What each value of each facet is called, in the order in which a reader expects it.

Names come from the atlas where the atlas knows them, so that a link to an intercommunality without project is
understood; what a table holds beside them (the filières of a reader's own list) is added under its own name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.contrats import STADES
from geo.filtre.coches import repertoire
from geo.filtre.facettes import FACETTES, MANQUANT, NATURES, SOURCES, TYPES, Facette
from geo.millesimes import MILLESIMES
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from geo.atlas import Atlas
    from geo.filtre.coches import Repertoire

__all__ = ["Vocabulaires", "vocabulaires"]

EN_DERNIER: Final = frozenset({"autre", "autres"})
"""Labels that say « none of the above », whatever their place in the alphabet."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Vocabulaires:
    """Value -> label of every facet.

    Attributes:
        par_millesime: Year -> word of the facet -> value of the address -> label, in the order to show, the
            missing value last. Only the territories differ from one year to the next.
        mois: First and last month of the projects (« 2021-02 »); empty without any date.
        projets: The projects themselves, as addresses name them one by one.
    """

    par_millesime: Mapping[int, Mapping[str, Mapping[str, str]]]
    mois: tuple[str, ...]
    projets: Repertoire

    def de(self, millesime: int) -> Mapping[str, Mapping[str, str]]:
        """Word of the facet -> value -> label, in one millésime."""
        return self.par_millesime[millesime]


def vocabulaires(atlas: Atlas, projets: pd.DataFrame) -> Vocabulaires:
    """Name every value that a table of projects holds and that the atlas knows.

    Args:
        atlas: Names of régions, départements, intercommunalities and territories.
        projets: The table of projects (`geo.projets.ensemble`), a reader's own among them or not.
    """
    noms = _noms(atlas)
    par_millesime = {
        millesime: {f.mot: _facette(f, noms, projets, millesime) for f in FACETTES}
        for millesime in MILLESIMES
    }
    return Vocabulaires(par_millesime=par_millesime, mois=_mois(projets["date"]), projets=repertoire(projets))


def _noms(atlas: Atlas) -> dict[str, dict[str, str]]:
    """Column -> value -> label, for the values that are known before any table."""
    territoires = atlas.territoires
    return {
        "stade": dict(zip(STADES, STADES, strict=True)),
        "nature": NATURES,
        "source": SOURCES,
        "type_entreprise": TYPES,
        "code_region": _ranger(zip(atlas.regions["code"], atlas.regions["nom"], strict=True)),
        "code_departement": _departements(atlas),
        "siren_epci": _ranger(_intercommunalites(atlas)),
        **{
            f"id_ti_{annee}": _ranger(zip(lignes["id_ti"], lignes["lib_ti"], strict=True))
            for annee, lignes in territoires.groupby("millesime")
        },
    }


def _departements(atlas: Atlas) -> dict[str, str]:
    table = atlas.departements.sort_values("code")
    return {code: f"{nom} ({code})" for code, nom in zip(table["code"], table["nom"], strict=True)}


def _intercommunalites(atlas: Atlas) -> Iterable[tuple[str, str]]:
    """SIREN and name; two that share a name say their département."""
    table = atlas.epci
    precisions = (" (" + table["departement"] + ")").where(table["libelle"].duplicated(keep=False), "")
    return zip(table["siren"], table["libelle"] + precisions, strict=True)


def _ranger(paires: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Alphabetical order of the labels, accents and capitals aside; « Autres » last."""
    return dict(sorted(paires, key=lambda p: (cle(p[1]) in EN_DERNIER, cle(p[1]), p[0])))


def _facette(
    facette: Facette, noms: Mapping[str, Mapping[str, str]], projets: pd.DataFrame, millesime: int
) -> dict[str, str]:
    colonne = facette.colonne_de(millesime)
    connus = noms.get(colonne, {})
    autres = (valeur for valeur in projets[colonne].dropna().unique() if valeur not in connus)
    libelles = {**connus, **_ranger((valeur, valeur) for valeur in autres)}
    mots = {facette.ecrire(valeur): libelle for valeur, libelle in libelles.items()}
    return mots | ({MANQUANT: facette.manquant} if facette.manquant else {})


def _mois(dates: pd.Series) -> tuple[str, ...]:
    dites = dates.dropna()
    return () if dites.empty else (f"{dites.min():%Y-%m}", f"{dites.max():%Y-%m}")

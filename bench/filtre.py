"""One filter on a million projects: each kind alone, all together, and the counts of every facet.

No browser and no server: what is timed is `geo.filtre.selection` on real projects drawn again with a fixed
seed, each with its own number in its object, so that no two texts are the same. `python -m bench.filtre`
prints it.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data import chargement
from francais import accorder, nombre
from geo.filtre import TRIS, Filtre, Tri, chiffres, filtrer, ordre, preparer, selectionner, vocabulaires

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.atlas import Atlas
    from geo.filtre import Preparee

__all__ = ["FILTRES", "Mesure", "mesurer", "temps", "tirer"]

LIGNES = 1_000_000
CYCLES = 7
GRAINE = 20210924
BUDGET = 0.3

_COMBINE = Filtre(
    filieres=("Agroalimentaire", "Automobile", "Santé"),
    stades=("laureat",),
    regions=("84", "53", "75"),
    dans_ti=True,
    du="2021-03",
    au="2021-11",
    emplois_renseignes=True,
    texte="production",
)

FILTRES = {
    "rien": Filtre(),
    "filière": Filtre(filieres=("Agroalimentaire", "Automobile")),
    "stade": Filtre(stades=("laureat",)),
    "mesure": Filtre(mesures=("Relocalisation",)),
    "taille": Filtre(types=("ETI", "non_renseigne")),
    "nature": Filtre(natures=("extension",)),
    "région": Filtre(regions=("84", "53")),
    "département": Filtre(departements=("29", "69")),
    "EPCI": Filtre(epci=("200040277", "242900314")),
    "territoire": Filtre(ti=("ti-2806", "ti-5313")),
    "dans un territoire": Filtre(dans_ti=True),
    "hors territoire, 2023": Filtre(dans_ti=False, millesime=2023),
    "période": Filtre(du="2021-03", au="2021-11"),
    "emplois": Filtre(emplois_min=10, emplois_max=100),
    "emplois renseignés": Filtre(emplois_renseignes=True),
    "source": Filtre(sources=("france_relance",)),
    "texte, un mot": Filtre(texte="nucléaire"),
    "texte, un mot absent": Filtre(texte="zzzz"),
    "texte, une lettre": Filtre(texte="e"),
    "texte, trois mots": Filtre(texte="usine ligne production"),
    "texte, un SIREN": Filtre(texte="842 959 249"),
    "texte, dix lettres": Filtre(texte="a e i n o r s t l u"),
    "tout ensemble": _COMBINE,
}
"""Name of each kind of filter -> the filter."""


@dataclass(frozen=True, kw_only=True)
class Mesure:
    """Times of one gesture, in seconds."""

    nom: str
    temps: list[float]
    projets: int

    @property
    def mediane(self) -> float:
        """The middle one."""
        return statistics.median(self.temps)


def tirer(atlas: Atlas, lignes: int) -> Preparee:
    """Real projects drawn again with a fixed seed, prepared."""
    projets = atlas.projets.assign(source="france_relance", montant_meur=float("nan"))
    rangs = np.random.default_rng(GRAINE).integers(0, len(projets), lignes)
    table = projets.iloc[rangs].reset_index(drop=True)
    numeros = pd.Series(np.arange(lignes), dtype="str")
    tires = table.assign(
        id_projet=table["id_projet"] + "-" + numeros,
        objet=table["objet"].fillna("") + " lot " + numeros,
    )
    return preparer(tires, vocabulaires(atlas, projets))


def mesurer(*, lignes: int = LIGNES, cycles: int = CYCLES) -> Iterator[Mesure]:
    """Time the preparation, each filter, the counts of the facets, the figures and the orders."""
    atlas = chargement.atlas()
    debut = time.perf_counter()
    preparee = tirer(atlas, lignes)
    yield Mesure(nom="préparation de la table, une fois", temps=[time.perf_counter() - debut], projets=lignes)
    for nom, filtre in FILTRES.items():
        retenus = int(filtrer(preparee, filtre).sum())
        temps = [_duree(filtrer, preparee, filtre) for _ in range(cycles)]
        yield Mesure(nom=nom, temps=temps, projets=retenus)
    for nom in ("rien", "filière", "texte, un mot", "tout ensemble"):
        masque = selectionner(preparee, FILTRES[nom]).masque
        temps = [_duree(selectionner, preparee, FILTRES[nom]) for _ in range(cycles)]
        yield Mesure(nom=f"filtre et facettes : {nom}", temps=temps, projets=int(masque.sum()))
    tous = filtrer(preparee, Filtre())
    temps = [_duree(chiffres, preparee, tous) for _ in range(cycles)]
    yield Mesure(nom="chiffres de tous", temps=temps, projets=lignes)
    for mot in TRIS:
        tri = Tri(colonne=mot, decroissant=True)
        premier = _duree(ordre, preparee, tous, tri, 2021)
        temps = [_duree(ordre, preparee, tous, tri, 2021) for _ in range(cycles)]
        yield Mesure(nom=f"tri : {mot} (la première fois {premier:.2f} s)", temps=temps, projets=lignes)


def temps(*, lignes: int = LIGNES, cycles: int = CYCLES) -> list[float]:
    """Seconds of every filter of `FILTRES`, each several times."""
    preparee = tirer(chargement.atlas(), lignes)
    return [_duree(filtrer, preparee, filtre) for filtre in FILTRES.values() for _ in range(cycles)]


def _duree(geste: Callable[..., object], *arguments: object) -> float:
    debut = time.perf_counter()
    geste(*arguments)
    return time.perf_counter() - debut


def _imprimer() -> None:
    print(f"{accorder(LIGNES, 'projet')} tirés au sort, chaque geste {CYCLES} fois, en secondes")
    print(f"{'geste':<52}{'projets':>10}{'médiane':>10}{'pire':>10}")
    for mesure in mesurer():
        print(f"{mesure.nom:<52}{mesure.projets:>10}{mesure.mediane:>10.3f}{max(mesure.temps):>10.3f}")
    print(f"Budget d’un filtre : {nombre(BUDGET, 1, 's')}.")


if __name__ == "__main__":
    _imprimer()

"""What the sheet of a territory or of a région says: screen, PDF and deck lay out the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from francais import accorder, liste, nombre
from geo.atlas import OM
from geo.etape import chiffres_de_region, phrase
from geo.fiche.chiffres import chiffres, la_france, la_region
from geo.fiche.laureats import laureats
from geo.indicateurs import INDICATEURS, Objet
from geo.millesimes import MILLESIMES
from geo.sens import phrase as la_phrase
from geo.sources import REGIONS, sources_de
from geo.territoires import composition, regions, voisins

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from geo.atlas import Atlas
    from geo.fiche.chiffres import Chiffre, Reference
    from geo.fiche.laureats import Laureats

__all__ = [
    "Contenu",
    "Partie",
    "Voisin",
    "composition_dite",
    "contenu_region",
    "contenu_territoire",
    "membre",
    "references_de",
    "sources",
    "voisinage",
]

FORMES: Final = {
    "nb_epci": ("intercommunalité", "intercommunalités"),
    "nb_ept": ("EPT du Grand Paris", "EPT du Grand Paris"),
    "nb_communes_isolees": ("commune seule", "communes seules"),
}
"""What a territory is made of, counted: column, singular and plural."""


@dataclass(frozen=True, kw_only=True)
class Partie:
    """One part of a place: a groupement of a territory, a territory of a région.

    Attributes:
        nom: Its name.
        precision: What is not wholly here, in French; empty when it is.
        nature: What a groupement is, in full; empty for a territory.
        habitants: Its inhabitants, in French.
        second: Its share of the territory, or its projects.
    """

    nom: str
    precision: str
    nature: str = ""
    habitants: str
    second: str


@dataclass(frozen=True, kw_only=True)
class Voisin:
    """A territory that touches another, and the length of their common border."""

    id_ti: str
    nom: str
    longueur: str


@dataclass(frozen=True, kw_only=True)
class Contenu:
    """What a sheet says.

    Attributes:
        objet: What it speaks of.
        millesime: Year of the perimeters.
        sorte: What it is, above its name.
        nom: Its name.
        phrase: What is high, low or unusual in it (`geo.sens`).
        lieux: Where it is.
        morceaux: What it is made of, and its millésime.
        chiffres: Its figures, in their order.
        projets: Its projects.
        laureats: What they are rows of, and how many may be elsewhere.
        titre_parties: Title of its parts.
        precision_parties: What is counted.
        colonnes: Heads of their two figures.
        parties: Its parts.
        etape: Figures that the « Point d’étape » of 2021 publishes of a région, in a sentence.
        voisins: The territories that touch it.
        sources: Keys of `data/sources/sources.toml`.
    """

    objet: Objet
    millesime: int
    sorte: str
    nom: str
    phrase: str
    lieux: tuple[str, ...]
    morceaux: tuple[str, ...]
    chiffres: tuple[Chiffre, ...]
    projets: pd.DataFrame
    laureats: Laureats
    titre_parties: str
    precision_parties: str
    colonnes: tuple[str, str]
    parties: tuple[Partie, ...]
    etape: str = ""
    voisins: tuple[Voisin, ...] = ()
    sources: tuple[str, ...]

    @property
    def precision(self) -> str:
        """Where it is and what it is made of, in a line."""
        return " · ".join((*self.lieux, *self.morceaux))


def contenu_territoire(atlas: Atlas, *, id_ti: str, millesime: int) -> Contenu:
    """The sheet of a territory.

    Raises:
        KeyError: The millésime has no such territory.
    """
    fiche = atlas.fiche(id_ti, millesime)
    if fiche is None:
        raise KeyError(id_ti)
    objet = Objet(sorte="ti", code=id_ti)
    codes = tuple(fiche.territoire["regions"].split(","))
    membres = composition(atlas, id_ti=id_ti, millesime=millesime)
    departements = _departements(atlas, fiche.territoire["departements"])
    return Contenu(
        objet=objet,
        millesime=millesime,
        sorte="Territoire d’industrie",
        nom=fiche.territoire["lib_ti"].strip(),
        phrase=la_phrase(atlas, objet, millesime),
        lieux=tuple(dict.fromkeys((liste(fiche.regions), departements))),
        morceaux=composition_dite(fiche.territoire),
        chiffres=chiffres(atlas, objet, millesime, references_de(atlas, codes)),
        projets=fiche.projets,
        laureats=laureats(atlas, objet, millesime),
        titre_parties=accorder(len(membres), "groupement"),
        precision_parties="population municipale de 2018, communes du territoire",
        colonnes=("Habitants", "Part"),
        parties=tuple(membre(ligne) for ligne in membres.to_dict("records")),
        voisins=voisinage(atlas, id_ti=id_ti, millesime=millesime),
        sources=sources(millesime),
    )


def contenu_region(atlas: Atlas, *, code: str, millesime: int) -> Contenu:
    """The sheet of a région, or of the five overseas ones (« OM »).

    Raises:
        KeyError: There is no such région.
    """
    objet = Objet(sorte="region", code=code)
    territoires = regions.territoires_classes(atlas, code=code, millesime=millesime, cle="projets")
    habitants = regions.territoires_de(atlas, code, millesime).set_index("id_ti")["population"]
    parties = tuple(_territoire(ligne, habitants) for ligne in territoires.to_dict("records"))
    etape = phrase(chiffres_de_region(atlas, code))
    combien = _combien(len(territoires), "Territoire d’industrie", "Territoires d’industrie")
    return Contenu(
        objet=objet,
        millesime=millesime,
        sorte="Région" if code != OM else "Régions",
        nom=regions.noms(atlas)[code],
        phrase=la_phrase(atlas, objet, millesime),
        lieux=(_etendue(atlas, code),),
        morceaux=(combien, f"millésime {millesime}"),
        chiffres=chiffres(atlas, objet, millesime, [la_france(atlas)]),
        projets=regions.projets_de(atlas, code),
        laureats=laureats(atlas, objet, millesime),
        titre_parties=_combien(len(territoires), "territoire"),
        precision_parties="territoires entiers ; d’abord ceux qui ont le plus de projets" if parties else "",
        colonnes=("Habitants", "Projets"),
        parties=parties,
        etape=etape,
        sources=sources(millesime, REGIONS),
    )


def references_de(atlas: Atlas, codes_regions: tuple[str, ...]) -> tuple[Reference, ...]:
    """What a territory is usually compared with: its régions, then France."""
    siennes = (la_region(atlas, code, contient=codes_regions == (code,)) for code in codes_regions)
    return (*siennes, la_france(atlas))


def sources(millesime: int, publies: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Keys of the sources of a sheet: its map, what is published of a région, its figures."""
    return sources_de(MILLESIMES[millesime], publies, *INDICATEURS.values())


def composition_dite(territoire: pd.Series) -> tuple[str, ...]:
    """The millésime of a territory, and what it is made of, counted.

    Args:
        territoire: A row of `territoires`.
    """
    formes = [accorder(territoire[colonne], *noms) for colonne, noms in FORMES.items() if territoire[colonne]]
    communes = territoire["nb_communes"]
    toutes = (accorder(communes, "commune"),) if communes > territoire["nb_communes_isolees"] else ()
    return (f"millésime {territoire['millesime']}", liste(formes), *toutes)


def membre(ligne: Mapping[str, object]) -> Partie:
    """A groupement of a territory.

    Args:
        ligne: A row of `geo.territoires.composition.composition`.
    """
    dedans, toutes = (float(str(ligne[c])) for c in ("nb_communes", "nb_communes_total"))
    partie = f"en partie : {nombre(dedans)} de ses {accorder(toutes, 'commune')}"
    return Partie(
        nom=str(ligne["libelle"]),
        precision="" if ligne["entier"] else partie,
        nature=str(ligne["nature"]),
        habitants=nombre(float(str(ligne["population"]))),
        second=nombre(100 * float(str(ligne["part"])), 1, "%"),
    )


def voisinage(atlas: Atlas, *, id_ti: str, millesime: int) -> tuple[Voisin, ...]:
    """The territories that touch one of them, the longest border first."""
    return tuple(
        Voisin(
            id_ti=str(ligne["id_ti"]),
            nom=str(ligne["lib_ti"]).strip(),
            longueur=nombre(ligne["longueur_km"], 0, "km"),
        )
        for ligne in voisins(atlas, id_ti=id_ti, millesime=millesime).to_dict("records")
    )


def _territoire(ligne: Mapping[str, object], habitants: pd.Series) -> Partie:
    return Partie(
        nom=str(ligne["lib_ti"]),
        precision=f"aussi {ligne['ailleurs']}" if ligne["ailleurs"] else "",
        habitants=nombre(habitants[str(ligne["id_ti"])]),
        second=nombre(float(str(ligne["valeur"]))),
    )


def _etendue(atlas: Atlas, code: str) -> str:
    """The régions that are overseas together, or the number of départements of one."""
    codes = regions.codes_de(code)
    if code == OM:
        return liste([atlas.nom_region[c] for c in codes])
    return accorder(int(atlas.departements["region"].isin(codes).sum()), "département")


def _combien(quantite: int, singulier: str, pluriel: str | None = None) -> str:
    """A count with its noun; none of them is said in a word."""
    return accorder(quantite, singulier, pluriel) if quantite else f"Aucun {singulier}"


def _departements(atlas: Atlas, codes: str) -> str:
    noms = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    return liste([noms[code] for code in codes.split(",")])

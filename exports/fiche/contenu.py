"""What the sheet of a territory or of a région says, before any page: the same figures as the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.fiche.chiffres import chiffres
from francais import accorder, liste, nombre
from geo.atlas.assiettes import OM
from geo.etape.regions import DATE, chiffres_de_region
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.millesimes import MILLESIMES
from geo.sources import REGIONS, sources_de
from geo.territoires import regions
from geo.territoires.composition import composition
from geo.territoires.voisins import voisins

if TYPE_CHECKING:
    import pandas as pd

    from exports.fiche.chiffres import Chiffre
    from geo.atlas.atlas import Atlas

__all__ = ["Contenu", "contenu_region", "contenu_territoire", "sources"]


@dataclass(frozen=True, kw_only=True)
class Contenu:
    """What a sheet says.

    Attributes:
        objet: What it speaks of.
        millesime: Year of the perimeters.
        sorte: What it is, above its name.
        nom: Its name.
        precision: Where it is and what it is made of.
        chiffres: As `CLES`.
        projets: Its projects.
        parties: Title of its parts, their columns, and their lines: name, figure, figure.
        titre_parties: Their title.
        precision_parties: What is counted.
        colonnes: Heads of the two figures.
        etape: Figures that the « Point d’étape » of 2021 publishes of a région, in a sentence.
        voisins: Names of the territories that touch it, and the length of the common border.
    """

    objet: Objet
    millesime: int
    sorte: str
    nom: str
    precision: str
    chiffres: tuple[Chiffre, ...]
    projets: pd.DataFrame
    titre_parties: str
    precision_parties: str
    colonnes: tuple[str, str]
    parties: tuple[tuple[str, str, str], ...]
    etape: str = ""
    voisins: tuple[tuple[str, str], ...] = ()


def contenu_territoire(atlas: Atlas, *, id_ti: str, millesime: int) -> Contenu:
    """The sheet of a territory.

    Raises:
        KeyError: The millésime has no such territory.
    """
    fiche = atlas.fiche(id_ti, millesime)
    if fiche is None:
        raise KeyError(id_ti)
    objet = Objet(sorte="ti", code=id_ti)
    codes = fiche.territoire["regions"].split(",")
    references = [(atlas.nom_region[code], Objet(sorte="region", code=code)) for code in codes]
    membres = composition(atlas, id_ti=id_ti, millesime=millesime)
    return Contenu(
        objet=objet,
        millesime=millesime,
        sorte="Territoire d’industrie",
        nom=fiche.territoire["lib_ti"].strip(),
        precision=" · ".join(
            [
                *_lieux(fiche.regions, _departements(atlas, fiche.territoire["departements"])),
                accorder(fiche.territoire["nb_communes"], "commune"),
                f"périmètre de {millesime}",
            ]
        ),
        chiffres=chiffres(atlas, objet, millesime, [*references, ("France", LA_FRANCE)]),
        projets=fiche.projets,
        titre_parties=accorder(len(membres), "groupement"),
        precision_parties="population municipale de 2018, communes du territoire",
        colonnes=("Habitants", "Part"),
        parties=tuple(_membre(ligne) for ligne in membres.to_dict("records")),
        voisins=tuple(
            (ligne["lib_ti"].strip(), nombre(ligne["longueur_km"], 0, "km"))
            for ligne in voisins(atlas, id_ti=id_ti, millesime=millesime).to_dict("records")
        ),
    )


def contenu_region(atlas: Atlas, *, code: str, millesime: int) -> Contenu:
    """The sheet of a région, or of the five overseas ones (« OM »).

    Raises:
        KeyError: There is no such région.
    """
    objet = Objet(sorte="region", code=code)
    territoires = regions.territoires_classes(atlas, code=code, millesime=millesime, cle="projets")
    departements = atlas.departements[atlas.departements["region"].isin(regions.codes_de(code))]
    table = regions.territoires_de(atlas, code, millesime).set_index("id_ti")["population"]
    nom = regions.noms(atlas)[code]
    detail = (
        liste([atlas.nom_region[c] for c in regions.codes_de(code)])
        if code == OM
        else accorder(len(departements), "département")
    )
    parties = [
        (
            t["lib_ti"] + (f" (aussi {t['ailleurs']})" if t["ailleurs"] else ""),
            nombre(table[t["id_ti"]]),
            nombre(t["valeur"]),
        )
        for t in territoires.to_dict("records")
    ]
    return Contenu(
        objet=objet,
        millesime=millesime,
        sorte="Région" if code != OM else "Régions",
        nom=nom,
        precision=" · ".join(
            [
                detail,
                _combien(len(territoires), "Territoire d’industrie", "Territoires d’industrie"),
                f"périmètre de {millesime}",
            ]
        ),
        chiffres=chiffres(atlas, objet, millesime, [("France", LA_FRANCE)]),
        projets=regions.projets_de(atlas, code),
        titre_parties=_combien(len(territoires), "territoire"),
        precision_parties="territoires entiers ; les plus lauréats d’abord" if parties else "",
        colonnes=("Habitants", "Projets"),
        parties=tuple(parties),
        etape=_etape(atlas, code),
    )


def sources(contenu: Contenu) -> tuple[str, ...]:
    """Keys of the sources of a sheet: its map, what is published of a région, its figures."""
    publies = REGIONS if contenu.etape else ()
    return sources_de(
        MILLESIMES[contenu.millesime], publies, *(INDICATEURS[chiffre.cle] for chiffre in contenu.chiffres)
    )


def _etape(atlas: Atlas, code: str) -> str:
    """The published figures of a région; what is deduced is said so, what is not published too."""
    phrases = []
    trouves = chiffres_de_region(atlas, code)
    for chiffre in trouves:
        connue = not math.isnan(chiffre.valeur)
        unite = "M€" if chiffre.publie.unite == "M€" else ""
        valeur = nombre(chiffre.valeur, chiffre.publie.decimales, unite) if connue else "non publié"
        deduit = " (déduit)" if chiffre.statut == "déduit" else ""
        phrases.append(f"{chiffre.publie.libelle.lower()}\u00a0: {valeur}{deduit}")
    jour = "/".join(reversed(DATE.split("-")))
    if all(math.isnan(chiffre.valeur) for chiffre in trouves):
        return f"« Point d’étape » du {jour}\u00a0: aucun chiffre propre à cette région n’est publié."
    debut = "Au" if any(chiffre.statut == "déduit" for chiffre in trouves) else "Publié au"
    return f"{debut} « Point d’étape » du {jour} – {' ; '.join(phrases)}."


def _combien(quantite: int, singulier: str, pluriel: str | None = None) -> str:
    """A count with its noun; none of them is said in a word."""
    return accorder(quantite, singulier, pluriel) if quantite else f"Aucun {singulier}"


def _lieux(noms_des_regions: tuple[str, ...], departements: str) -> list[str]:
    """Where a territory is; overseas, a région is its only département."""
    return list(dict.fromkeys([liste(noms_des_regions), departements]))


def _departements(atlas: Atlas, codes: str) -> str:
    noms = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    return liste([noms[code] for code in codes.split(",")])


def _membre(ligne: dict[str, object]) -> tuple[str, str, str]:
    nom = str(ligne["libelle"])
    if not ligne["entier"]:
        dedans, toutes = (float(str(ligne[c])) for c in ("nb_communes", "nb_communes_total"))
        nom += f" ({nombre(dedans)} de ses {nombre(toutes)} communes)"
    return nom, nombre(float(str(ligne["population"]))), nombre(100 * float(str(ligne["part"])), 1, "%")

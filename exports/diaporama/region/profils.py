"""The slides of what the projects of a région are: filières, natures, types, months, and who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.diaporama.citations import courte, longues
from exports.diaporama.communs import ENTRE, NOTE_EXTRAIT
from exports.diaporama.graphiques import deux_series, par_mois
from exports.diaporama.planche import BAS, HAUT, MARGE, UTILE, Boite, Planche, Vignette
from exports.diaporama.tables import en_tete, principaux
from francais import accorder, nombre
from geo.filtre import NATURES
from geo.profils import AUTRES, DECIMALES_INDICE, FORMULE, RESTE
from geo.sources import FRANCE_RELANCE

if TYPE_CHECKING:
    import pandas as pd

    from geo.fiche import Contenu
    from geo.profils import Profils

__all__ = ["filieres", "leaders", "mois", "natures"]


def filieres(contenu: Contenu, profils: Profils) -> Planche:
    """The families of filières beside those of the rest of France, and where the région stands out."""
    large = UTILE - 84
    return Planche(
        titre="Les filières face au reste de la France",
        sous_titre=_sous_titre("Part des projets qui disent leur filière, en %", profils.muets["familles"]),
        blocs=(
            deux_series(
                Boite(x=MARGE, y=HAUT, large=large, haut=BAS - HAUT),
                "Par famille de filières",
                profils.familles,
                ici=contenu.nom,
            ),
            *_ressort(profils.familles, Boite(x=MARGE + large + ENTRE, y=HAUT, large=76, haut=BAS - HAUT)),
        ),
        notes=(FORMULE, NOTE_EXTRAIT, *longues(FRANCE_RELANCE)),
        source=courte(FRANCE_RELANCE),
    )


def _sous_titre(parts: str, *muets: str) -> str:
    """What is drawn, then how many projects are in no share."""
    dits = [muet.removesuffix(", hors des parts") for muet in muets if muet]
    return " · ".join((parts, *dits))


def _ressort(table: pd.DataFrame, boite: Boite) -> tuple[Vignette, ...]:
    """The three families where the région stands out most, among those that do not hang on a few projects."""
    fortes = table[~table["peu"] & (table["indice"] > 1)].sort_values("indice", ascending=False).head(3)
    haut = (boite.haut - 2 * ENTRE) / 3
    return tuple(
        Vignette(
            boite=Boite(x=boite.x, y=boite.y + rang * (haut + ENTRE), large=boite.large, haut=haut),
            libelle=str(ligne["valeur"]),
            valeur=f"× {nombre(ligne['indice'], DECIMALES_INDICE)}",
            details=(
                "indice de spécialisation",
                f"{accorder(ligne['projets'], 'projet')}, {nombre(ligne['part'], 0, '%')}",
                f"{RESTE} : {nombre(ligne['part_reference'], 0, '%')}",
            ),
            sorte="calculé",
        )
        for rang, ligne in enumerate(fortes.to_dict("records"))
    )


def natures(contenu: Contenu, profils: Profils) -> Planche:
    """What the money buys, and the sizes of who gets it."""
    large = (UTILE - ENTRE) / 2
    return Planche(
        titre="Ce que l’argent achète, et qui le reçoit",
        sous_titre=_sous_titre(
            "Part des projets qui le disent, en %", profils.muets["natures"], profils.muets["types"]
        ),
        blocs=(
            deux_series(
                Boite(x=MARGE, y=HAUT, large=large, haut=BAS - HAUT),
                "Par nature de dépense (lecture des descriptions)",
                profils.natures,
                ici=contenu.nom,
                noms=NATURES,
            ),
            deux_series(
                Boite(x=MARGE + large + ENTRE, y=HAUT, large=large, haut=BAS - HAUT),
                "Par type d’entreprise",
                profils.types,
                ici=contenu.nom,
                noms={AUTRES: "Autre organisme"},
            ),
        ),
        notes=(FORMULE, NOTE_EXTRAIT, *longues(FRANCE_RELANCE)),
        source=courte(FRANCE_RELANCE),
    )


def mois(contenu: Contenu) -> Planche:
    """The projects month by month."""
    return Planche(
        titre="Mois après mois",
        sous_titre="Projets par mois de dernière mise à jour de leur ligne",
        blocs=(par_mois(Boite(x=MARGE, y=HAUT, large=UTILE, haut=BAS - HAUT), contenu.projets),),
        notes=(NOTE_EXTRAIT, *longues(FRANCE_RELANCE)),
        source=courte(FRANCE_RELANCE),
    )


def leaders(contenu: Contenu) -> Planche:
    """The leading projects and communes."""
    gauche = 0.26 * UTILE
    return Planche(
        titre="Principaux projets et communes",
        sous_titre="Emplois annoncés, puis les plus récents ; répétitions retirées des projets",
        blocs=(
            principaux(
                Boite(x=MARGE, y=HAUT, large=UTILE - gauche - ENTRE, haut=BAS - HAUT), contenu.projets
            ),
            en_tete(Boite(x=MARGE + UTILE - gauche, y=HAUT, large=gauche, haut=BAS - HAUT), contenu.projets),
        ),
        notes=(NOTE_EXTRAIT, *longues(FRANCE_RELANCE)),
        source=courte(FRANCE_RELANCE),
    )

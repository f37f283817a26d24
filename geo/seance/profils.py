"""The views of a séance that count projects: by family of filières, by nature, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from francais import accorder, nombre
from geo.filtre import NATURES, mois_en_lettres
from geo.profils import dire_les_muets, familles, par_mois
from geo.seance.diapo import EXTRAIT, Barre, Diapo, Figure, Graphique
from geo.sources import FRANCE_RELANCE
from theme import FAMILLES

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

__all__ = ["TITRES", "profil_des_projets"]

TETE: Final = 3
"""How many of the first bars the third figure adds up."""

TITRES: Final = {
    "filieres": "Projets par famille de filières",
    "natures": "Projets par nature de dépense",
    "mois": "Projets par mois de mise à jour",
}
"""What each chart counts."""

AUTRES: Final = FAMILLES[-1].libelle
AUTRE_NATURE: Final = NATURES["autre"]
INCONNUE: Final = "Non renseignée"
QUOI: Final = {"filieres": "filière", "natures": "nature"}
"""What the projects of each chart may leave empty."""


def profil_des_projets(
    projets: pd.DataFrame, forme: str, *, titre: str, sources: tuple[str, ...] = FRANCE_RELANCE
) -> Diapo:
    """One chart of some projects with three figures.

    Args:
        projets: The projects (`projets` or `geo.projets.ensemble`): filiere, nature, date and jobs.
        forme: « filieres », « natures » or « mois ».
        titre: Whose projects they are.
        sources: Keys of their sources.
    """
    fait = par_le_temps if forme == "mois" else par_les_noms
    barres, figures = fait(projets, forme)
    extrait = "Projets de l’" + EXTRAIT + ", répétitions comprises." if sources == FRANCE_RELANCE else ""
    return Diapo(
        titre=titre,
        sous_titre=TITRES[forme],
        figures=(_tous(len(projets)), *figures),
        graphique=Graphique(titre=TITRES[forme], barres=barres, sens="temps" if forme == "mois" else "noms"),
        sources=sources,
        note=" ".join(filter(None, (extrait, _muets(projets, forme)))),
    )


def _muets(projets: pd.DataFrame, forme: str) -> str:
    """How many projects are in no share."""
    if forme == "mois":
        return ""
    muets = int(_PAR[forme](projets).isna().sum())
    dit = dire_les_muets(muets, len(projets), QUOI[forme])
    return f"{dit}." if dit else ""


def _tous(combien: int) -> Figure:
    return Figure(
        valeur=nombre(combien),
        libelle="projets" if combien > 1 else "projet",
        sorte="somme",
        formule="Lignes de la liste, répétitions comprises.",
    )


def _familles(projets: pd.DataFrame) -> pd.Series:
    groupes = {famille.libelle: famille.filieres for famille in FAMILLES}
    return familles(projets["filiere"], groupes, sinon=AUTRES)


def _natures(projets: pd.DataFrame) -> pd.Series:
    return projets["nature"].map(NATURES, na_action="ignore").astype("str")


_PAR: Final[dict[str, Callable[[pd.DataFrame], pd.Series]]] = {"filieres": _familles, "natures": _natures}


def par_les_noms(projets: pd.DataFrame, forme: str) -> tuple[tuple[Barre, ...], tuple[Figure, ...]]:
    """Bars, most projects first, what gathers the rest last; then the first of them, and the first three.

    The projects that say nothing have a bar and a count, and are in no share.
    """
    valeurs = _PAR[forme](projets)
    comptes = valeurs.fillna(INCONNUE).value_counts().rename_axis("nom").reset_index(name="projets")
    comptes["reste"] = comptes["nom"].isin([AUTRES, AUTRE_NATURE]) + 2 * (comptes["nom"] == INCONNUE)
    comptes = comptes.sort_values(["reste", "projets", "nom"], ascending=[True, False, True])
    total = int(valeurs.notna().sum())
    barres = tuple(
        Barre(
            nom=str(ligne["nom"]),
            valeur=int(str(ligne["projets"])),
            precision="" if ligne["nom"] == INCONNUE else _part(int(str(ligne["projets"])), total),
            reste=bool(ligne["reste"]),
        )
        for ligne in comptes.to_dict("records")
    )
    formule = f"Part des projets de la liste qui disent leur {QUOI[forme]}."
    return barres, _premieres([barre for barre in barres if not barre.reste], total, formule)


def _part(compte: int, total: int) -> str:
    if not total:
        return ""
    return nombre(100 * compte / total, 0, "%")


def _premieres(barres: list[Barre], total: int, formule: str) -> tuple[Figure, ...]:
    if not barres:
        return ()
    premiere = Figure(
        valeur=barres[0].precision,
        libelle=barres[0].nom,
        precision=f"{_place(barres)}, {accorder(barres[0].valeur, 'projet')}",
        sorte="calculé",
        formule=formule,
    )
    if len(barres) <= TETE:
        return (premiere,)
    somme = sum(barre.valeur for barre in barres[:TETE])
    ensemble = Figure(
        valeur=_part(somme, total),
        libelle="pour les trois premières",
        precision=accorder(somme, "projet"),
        sorte="calculé",
        formule=formule,
    )
    return premiere, ensemble


def _place(barres: list[Barre]) -> str:
    seule = len(barres) == 1 or barres[1].valeur < barres[0].valeur
    return "la première" if seule else "en tête à égalité"


def par_le_temps(projets: pd.DataFrame, _forme: str) -> tuple[tuple[Barre, ...], tuple[Figure, ...]]:
    """A column a month, in the order of time; then the fullest month, and how many a month on average."""
    dates = projets[projets["date"].notna()]
    table = par_mois(dates)
    barres = tuple(
        Barre(nom=mois_en_lettres(str(mois)), valeur=int(compte))
        for mois, compte in zip(table["valeur"], table["projets"], strict=True)
    )
    if not barres:
        return (), ()
    plein = max(barres, key=lambda barre: barre.valeur)
    part = _part(plein.valeur, len(dates))
    sommet = Figure(
        valeur=nombre(plein.valeur),
        libelle=f"en {plein.nom}",
        precision=f"le mois le plus fourni, {part}",
        sorte="somme",
        formule="Projets dont la ligne a été mise à jour ce mois-là pour la dernière fois.",
    )
    if len(barres) == 1:
        return barres, (sommet,)
    moyenne = Figure(
        valeur=nombre(len(dates) / len(barres), 0 if len(dates) >= 10 * len(barres) else 1),
        libelle="projets par mois en moyenne",
        precision=f"{barres[0].nom} à {barres[-1].nom}",
        sorte="calculé",
        formule="Projets datés ÷ mois du premier au dernier, ceux sans projet compris.",
    )
    return barres, (sommet, moyenne)

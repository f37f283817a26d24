"""« Dans un territoire, hors territoire »: whether the label goes with more projects."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from components.html import RIEN, balise, tracer
from francais import nombre
from geo.etape import CALCULS, chiffres_nationaux
from geo.indicateurs import HORS_TI, INDICATEURS, TOUS_LES_TI, ecriture, mesure, part_industrielle, partages
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.html import Html
    from geo.atlas import Atlas
    from geo.indicateurs import Partage

__all__ = ["au_fil_du_temps", "montrer"]

DANS: Final = "Part de l'emploi industriel dans les Territoires d'industrie"
HORS: Final = "Part de l'emploi industriel hors Territoires d'industrie"
"""The two published shares, as the document names them."""

INTENSITES: Final = ("projets_pour_10000_hab", "projets_pour_1000_etab_ind")
"""The same comparison as ratios."""


@garde(taille=len(MILLESIMES))
def montrer(atlas: Atlas, millesime: int) -> Html:
    """The whole part as HTML.

    Args:
        atlas: The atlas.
        millesime: Year of the perimeters.
    """
    parts = partages(atlas, millesime=millesime)
    return (
        balise("h2", "Dans un territoire, et hors")
        + balise("p", _constat(parts, millesime))
        + balise(
            "div", *(_groupe(parts, sorte) for sorte in ("programme", "référence")), classe="atlas-label"
        )
        + _intensites(atlas, millesime)
        + _parts_publiees(atlas, millesime)
    )


@garde(taille=1)
def au_fil_du_temps(atlas: Atlas) -> Html:
    """The four maps side by side: territories, inhabitants, shares of the population and of the projects."""
    colonnes = ("Millésime", "Territoires", "Habitants (2018)", "Part des habitants", "Part des projets")
    lignes = [_millesime(atlas, millesime) for millesime in MILLESIMES]
    return tracer("Les territoires au fil du temps", colonnes, lignes, chiffres=colonnes[1:])


def _millesime(atlas: Atlas, millesime: int) -> list[object]:
    par_cle = {partage.grandeur.cle: partage for partage in partages(atlas, millesime=millesime)}
    return [
        str(millesime),
        nombre(len(atlas.territoires_de(millesime))),
        nombre(par_cle["population"].dans),
        nombre(100 * par_cle["population"].part, 1, "%"),
        _part_des_projets(nombre(100 * par_cle["projets"].part, 1, "%"), millesime),
    ]


def _part_des_projets(part: str, millesime: int) -> Html:
    """A share, and under it that it looks back."""
    if not MILLESIMES[millesime].retrospectif:
        return balise("span", part)
    return balise("span", part, balise("br"), balise("small", "rétrospectif"))


def _pourcent(part: float) -> str:
    return nombre(100 * part, 0, "%")


def _constat(parts: Sequence[Partage], millesime: int) -> str:
    """The answer in a sentence, with what it must be compared with, and what it does not prove."""
    par_cle = {partage.grandeur.cle: _pourcent(partage.part) for partage in parts}
    return (
        f"Carte de {millesime}\u00a0: {par_cle['projets']} des projets de l’extrait d’avril 2022 sont dans "
        f"un territoire, avec {par_cle['population']} des habitants, "
        f"{par_cle['etablissements_industrie']} des établissements industriels et "
        f"{par_cle['emplois_industriels']} des emplois industriels. "
        "Le label n’en est pas forcément la cause\u00a0: ces territoires ont été choisis pour leur industrie"
        + (
            ", et après ces projets\u00a0: la part est rétrospective."
            if MILLESIMES[millesime].retrospectif
            else "."
        )
    )


def _groupe(parts: Sequence[Partage], sorte: str) -> Html:
    titre = {"programme": "Ce que les projets apportent", "référence": "À quoi le comparer"}[sorte]
    lignes = [_barre(partage) for partage in parts if partage.grandeur.sorte == sorte]
    return balise("h3", titre, " ", balise("em", "calculé")) + balise("ul", *lignes)


def _barre(partage: Partage) -> Html:
    """One bar: full inside the territories, hatched outside; the figures are texts, with an « i »."""
    grandeur = partage.grandeur
    part = 0.0 if math.isnan(partage.part) else partage.part
    annees = ", ".join(map(str, grandeur.annees))
    return balise(
        "li",
        balise(
            "details",
            balise(
                "summary",
                balise("span", grandeur.libelle),
                balise("b", _pourcent(partage.part)),
                balise("i", "i"),
            ),
            balise("p", f"{grandeur.formule} Années\u00a0: {annees}. Part\u00a0: dans ÷ (dans + hors)."),
            name="i-france",
        ),
        balise(
            "span",
            balise("i", style=f"width:{100 * part:.1f}%"),
            classe="atlas-part",
            aria_hidden="true",
        ),
        balise(
            "small",
            balise("span", f"dans\u00a0: {_quantite(grandeur.cle, partage.dans)}"),
            *([balise("span", partage.precision)] if partage.precision else []),
            balise("span", f"hors\u00a0: {_quantite(grandeur.cle, partage.hors)}"),
        ),
    )


def _quantite(cle: str, lue: float) -> str:
    return ecriture.valeur(INDICATEURS[cle], lue) if cle in INDICATEURS else nombre(lue)


def _intensites(atlas: Atlas, millesime: int) -> Html:
    """The same as ratios: how many projects for as many inhabitants, for as many establishments."""
    lignes = [_intensite(atlas, cle, millesime) for cle in INTENSITES]
    titre = balise("h3", "À taille égale ", balise("em", "calculé"))
    return balise("div", titre, balise("ul", *lignes), classe="atlas-label")


def _intensite(atlas: Atlas, cle: str, millesime: int) -> Html:
    indicateur = INDICATEURS[cle]
    dans, hors = (
        mesure(atlas, objet=objet, millesime=millesime, cle=cle) for objet in (TOUS_LES_TI, HORS_TI)
    )
    if dans is None or hors is None or not hors.valeur:
        return RIEN
    fois = nombre(dans.valeur / hors.valeur, 1)
    return balise(
        "li",
        f"{indicateur.libelle}\u00a0: ",
        balise("b", nombre(dans.valeur, indicateur.decimales)),
        " dans, ",
        balise("b", nombre(hors.valeur, indicateur.decimales)),
        f" hors, soit {fois} fois autant.",
    )


def _parts_publiees(atlas: Atlas, millesime: int) -> Html:
    """The published shares of industry in the jobs, ours beside, and the reasons for the gap."""
    publies = {chiffre.indicateur: chiffre for chiffre in chiffres_nationaux(atlas)}
    dans, hors = part_industrielle(atlas, millesime=millesime)
    if dans is None or hors is None or not {DANS, HORS} <= publies.keys():
        return RIEN
    rangees = [
        _rangee(nom, publies[cle].valeur, trouvee.valeur)
        for nom, cle, trouvee in (("Dans", DANS, dans), ("Hors", HORS, hors))
    ]
    lue = nombre(math.floor(100 * min(dans.couverture, hors.couverture)), 0, "%")
    fin = " publiée fin 2022" if millesime == MILLESIME_PAR_DEFAUT else ""
    raisons = (
        f"{CALCULS[DANS].ecart} Connu pour {lue} des habitants au moins. Le périmètre calculé est celui "
        f"de la carte de {millesime}{fin}\u00a0; celui du document est de 2021. La part de l’industrie a pu "
        "changer de 2018 à 2022."
    )
    carte = "" if millesime == MILLESIME_PAR_DEFAUT else "autre carte, "
    titre = f"Part de l’industrie dans l’emploi, {publies[DANS].date}"
    return balise(
        "div",
        balise(
            "details",
            balise("summary", balise("h3", titre), balise("i", "i")),
            balise("p", raisons),
            name="i-france",
        ),
        balise("dl", *rangees),
        balise("p", f"Pourquoi un écart\u00a0: autre année, autre géographie, {carte}sans l’outre-mer."),
        classe="atlas-parts-publiees",
    )


def _rangee(nom: str, publiee: float, calculee: float) -> Html:
    ecart = calculee - publiee
    mots = f"{'+' if ecart > 0 else ''}{nombre(ecart, 1, 'points')}"
    return balise(
        "div",
        balise("dt", nom),
        balise("dd", balise("b", nombre(publiee, 1, "%")), " ", balise("u", "publié")),
        balise("dd", nombre(calculee, 1, "%"), " ", balise("em", "calculé")),
        balise("dd", balise("small", mots)),
    )

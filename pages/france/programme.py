"""What the programme is made of: the three challenges, and the steps since the beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from components.html import balise
from francais import accorder, date_en_lettres, nombre, typographie
from geo.etape import enjeux

if TYPE_CHECKING:
    from components.html import Html
    from geo.atlas import Atlas
    from geo.etape import Enjeu

__all__ = ["chronologie", "les_enjeux"]

DU_FONDS: Final = ("lauréat du fonds", "lauréats du fonds")
"""What the challenges count."""

JOUR_OU_MOIS: Final = re.compile(r"\d{4}(-\d\d){0,2}")
"""Dates that HTML knows how to say to machines; a range of years is none."""


def les_enjeux(atlas: Atlas) -> Html:
    """The three challenges: projects, investment, what they bring, sub-categories."""
    tous = enjeux(atlas)
    precision = (
        "Publiés le 24/09/2021. Ils ne réunissent pas tous les lauréats du fonds d’accélération, et ne "
        "s’additionnent pas."
    )
    return (
        balise("h2", "Les trois enjeux")
        + balise("p", precision)
        + balise("div", *(_enjeu(enjeu) for enjeu in tous), classe="atlas-enjeux")
    )


def _enjeu(enjeu: Enjeu) -> Html:
    faits = [
        (nombre(enjeu.projets), "lauréats du fonds"),
        (nombre(enjeu.investissements, 0, "M€"), "d’investissements"),
    ]
    if enjeu.resultat:
        nom, valeur, _ = enjeu.resultat
        faits.append((nombre(valeur), typographie(nom).lower()))
    contenu = [balise("div", balise("dd", valeur), balise("dt", nom)) for valeur, nom in faits]
    return balise(
        "article",
        balise("h3", typographie(enjeu.nom)),
        balise("dl", *contenu),
        _parties(enjeu),
    )


def _parties(enjeu: Enjeu) -> Html:
    """The sub-categories as bars, each against all projects of the challenge."""
    notes = _precision(enjeu)
    if not enjeu.parties:
        return balise("p", "Le document ne détaille pas cet enjeu.", classe="n")
    lignes = [
        balise(
            "li",
            balise("span", typographie(nom)),
            balise("b", nombre(valeur)),
            balise("i", style=f"width:{100 * valeur / enjeu.projets:.0f}%", aria_hidden="true"),
        )
        for nom, valeur in enjeu.parties
    ]
    return balise("ul", *lignes) + balise("p", notes, classe="n")


def _precision(enjeu: Enjeu) -> str:
    """What may and may not be added up."""
    total = sum(valeur for _, valeur in enjeu.parties)
    if not enjeu.plusieurs:
        fin = "" if total == enjeu.projets else f" sur {nombre(enjeu.projets)}, les autres sans précision"
        return f"Les sous-catégories s’additionnent\u00a0: {accorder(total, *DU_FONDS)}{fin}."
    somme = accorder(total, "mention")
    publiee = typographie(enjeu.precision)
    return f"{publiee[:1].upper()}{publiee[1:]}\u00a0: {somme} pour {accorder(enjeu.projets, *DU_FONDS)}."


def chronologie(atlas: Atlas) -> Html:
    """The steps of the programme, an ordered list."""
    etapes = [
        balise("li", _moment(str(ligne["date"])), balise("span", typographie(str(ligne["etape"]))))
        for ligne in atlas.chronologie.to_dict("records")
    ]
    return balise("h2", "Les étapes") + balise("ol", *etapes, classe="atlas-chronologie")


def _moment(date: str) -> Html:
    lettres = date_en_lettres(date)
    return balise("time", lettres, datetime=date) if JOUR_OU_MOIS.fullmatch(date) else balise("b", lettres)

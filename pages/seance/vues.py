"""The views of a séance as the browser gets them, all at once: then it needs neither server nor network."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from components.carte import message
from components.partage import projets_prets
from data.sources import charger_registre
from francais import liste
from geo.seance import FORMES, contenu, lire_vue, reserve, titre_de
from memoire import garde
from pages.seance.carte import Carte, carte_de, prechargements

if TYPE_CHECKING:
    from data.sources import Source
    from geo.atlas import Atlas
    from geo.seance import Diapo, Seance, Vue

__all__ = ["cartes", "citer", "intitules", "projetees"]

GARDEES: Final = 1_000
"""Views that the server keeps: those of a dozen séances."""

CITEES_EN_ENTIER: Final = 1
"""Sources that are cited with the name of their data; more of them are cited by their producers."""


def projetees(atlas: Atlas, seance: Seance) -> dict[str, Any]:
    """What the browser needs to play a séance (`static/atlas/seance/ecran.js` tells the format)."""
    dessinees = cartes(atlas, seance)
    tenues = bool(reserve(atlas, seance).regions)
    return {
        "nom": seance.nom,
        "n": seance.n,
        "fond": seance.fond,
        "vues": [projetee(atlas, vue.mot) for vue in seance.vues],
        "prechargements": prechargements(dessinees, reserve=tenues) if dessinees or tenues else [],
    }


def cartes(atlas: Atlas, seance: Seance) -> list[Carte]:
    """The maps of a séance, in the order of its views."""
    prets = projets_prets.publie(atlas)
    toutes = [carte_de(prets, vue) for vue in seance.vues]
    return [carte for carte in toutes if carte is not None]


@garde(taille=GARDEES)
def projetee(atlas: Atlas, mot: str) -> dict[str, Any]:
    """One view: words, figures, map or bars, sources."""
    prets = projets_prets.publie(atlas)
    vue, _ = lire_vue(mot, atlas, prets.vocabulaires)
    assert vue is not None, mot
    diapo = contenu(vue, atlas, prets.preparee, prets.vocabulaires)
    carte = carte_de(prets, vue)
    return {
        "mot": mot,
        "titre": diapo.titre,
        "sous_titre": diapo.sous_titre,
        "figures": [asdict(figure) for figure in diapo.figures],
        "carte": message(carte.etat, f"Carte\u00a0: {diapo.titre}") if carte else None,
        "legende": list(carte.legende) if carte else [],
        "graphique": asdict(diapo.graphique) if diapo.graphique else None,
        "note": diapo.note,
        "sources": citer(diapo),
    }


def citer(diapo: Diapo) -> str:
    """The sources of a view on a line or two: whole when they are few, else by producer with their dates."""
    registre = charger_registre()
    sources = [registre[cle] for cle in diapo.sources]
    if len(sources) <= CITEES_EN_ENTIER:
        return _insecable(" ".join(source.citation() for source in sources))
    licences = liste(list(dict.fromkeys(source.licence for source in sources)))
    return _insecable(f"Sources\u00a0: {liste(_par_producteur(sources))} – {licences}")


def _insecable(citation: str) -> str:
    """The name of the licence stays on one line."""
    return citation.replace("Licence Ouverte ", "Licence\u00a0Ouverte\u00a0")


def _par_producteur(sources: list[Source]) -> list[str]:
    dates: dict[str, list[str]] = {}
    for source in sources:
        siennes = dates.setdefault(source.producteur, [])
        if source.maj not in siennes:
            siennes.append(source.maj)
    return [f"{producteur} ({', '.join(siennes)})" for producteur, siennes in dates.items()]


def intitules(atlas: Atlas, seance: Seance) -> list[dict[str, str]]:
    """The views as the list of a séance in preparation names them: mot, titre and what is shown."""
    return [{"mot": vue.mot, "titre": _titre(atlas, vue), "forme": _forme(vue)} for vue in seance.vues]


def _titre(atlas: Atlas, vue: Vue) -> str:
    return titre_de(vue, atlas, projets_prets.publie(atlas).vocabulaires)


def _forme(vue: Vue) -> str:
    """What is shown, and of which year: the views of a séance may have several."""
    forme = FORMES[vue.forme]
    dite = forme if vue.objet else f"Sélection de projets, {forme.lower()}"
    return f"{dite} · {vue.millesime}"

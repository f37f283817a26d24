"""What each view of a séance says, from the same figures as the other pages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from francais import NON_RENSEIGNE, accorder, le_disent, liste, nombre, tel_quel
from geo.etape import JOUR, chiffres_de_region, chiffres_nationaux, dire
from geo.fiche import laureats
from geo.filtre import chiffres, decrire, filtrer
from geo.indicateurs import INDICATEURS, LA_FRANCE, ecriture, mesure, nom_objet
from geo.millesimes import colonne_ti, part_retrospective
from geo.seance.diapo import EXTRAIT, Diapo, Figure, figure_d_indicateur
from geo.seance.profils import profil_des_projets
from geo.sens import phrase
from geo.sources import FRANCE_RELANCE, INSPIRANTS, NATIONAL, REGIONS, communes_de, perimetres_de, sources_de
from geo.territoires import projets_de, territoires_de

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas
    from geo.etape import Chiffre, ChiffreRegion
    from geo.filtre import Filtre, Preparee, Vocabulaires
    from geo.indicateurs import Objet
    from geo.seance.seance import Vue

__all__ = ["contenu", "projets_de_l_objet", "titre_de"]

FIGURES: Final = 3
"""Figures of a view."""

NATIONAUX: Final = (
    "Projets lauréats du fonds d'accélération",
    "Investissements industriels soutenus",
    "Créations d'emplois prévues",
)
"""Published figures of the view « France »."""

REGIONAUX: Final = ("laureats", "investissements", "emplois")
"""Published figures of a région (`geo.etape.regions.PUBLIES`)."""

A_DEFAUT: Final = ("projets", "emplois_annonces", "population")
"""Indicators of a région that the document says nothing of."""

TERRITORIAUX: Final = ("projets", "part_industrie", "chomage", "population", "etablissements_industrie")
"""Indicators of a territory: the first three that are known."""

UNITES: Final = {"milliards d'euros": "Md€", "millions d'euros": "M€"}
"""Published units -> as they stand beside a figure."""

TITRE_MAX: Final = 80
"""Letters of a title: the criteria of a selection that are longer stand under it, all together."""

SELECTION: Final = "Sélection de projets"

NOTE_DES_POINTS: Final = (
    f"Points\u00a0: projets de l’{EXTRAIT}, une autre liste que les lauréats publiés du fonds d’accélération."
)


def contenu(vue: Vue, atlas: Atlas, preparee: Preparee, vocabulaires: Vocabulaires) -> Diapo:
    """What a view says.

    Args:
        vue: The view.
        atlas: The atlas.
        preparee: The projects of the page « Projets », for a selection.
        vocabulaires: What the values of its filters are called.
    """
    titre = titre_de(vue, atlas, vocabulaires)
    if vue.objet is None:
        return _selection(vue, preparee, vocabulaires, titre)
    if not vue.carte:
        siens = projets_de_l_objet(atlas, vue.objet, vue.millesime)
        return profil_des_projets(siens, vue.forme, titre=titre)
    faire = {"france": _france, "region": _region, "ti": _territoire}[vue.objet.sorte]
    return faire(atlas, vue.objet, vue.millesime)


def titre_de(vue: Vue, atlas: Atlas, vocabulaires: Vocabulaires) -> str:
    """What a view is about: the name of its object, or the criteria of its selection."""
    if vue.objet:
        return nom_objet(atlas, vue.objet, millesime=vue.millesime).strip()
    criteres = _criteres(vue, vocabulaires) or "Tous les projets"
    return SELECTION if len(criteres) > TITRE_MAX else criteres[0].upper() + criteres[1:]


def _criteres(vue: Vue, vocabulaires: Vocabulaires) -> str:
    return " · ".join(puce.texte for puce in decrire(vue.filtre, vocabulaires))


def projets_de_l_objet(atlas: Atlas, objet: Objet, millesime: int) -> pd.DataFrame:
    """The projects of the extract in a territory or a région; for France all of them, as on its page."""
    if objet.sorte == "region":
        return projets_de(atlas, objet.code)
    if objet.sorte == "ti":
        return atlas.projets[atlas.projets[colonne_ti(millesime)] == objet.code]
    return atlas.projets


def _carte(millesime: int) -> tuple[str, ...]:
    """Keys of what a map without EPCI comes from."""
    return (*perimetres_de(millesime), *communes_de(millesime))


def _france(atlas: Atlas, _objet: Objet, millesime: int) -> Diapo:
    par_nom = {chiffre.indicateur: chiffre for chiffre in chiffres_nationaux(atlas)}
    territoires = accorder(
        len(atlas.territoires_de(millesime)), "Territoire d’industrie", "Territoires d’industrie"
    )
    return Diapo(
        titre="France",
        sous_titre=f"{territoires} · millésime {millesime}",
        figures=tuple(_national(par_nom[nom]) for nom in NATIONAUX if nom in par_nom),
        sources=sources_de(NATIONAL, _carte(millesime)),
        phrase=phrase(atlas, LA_FRANCE, millesime),
    )


def _national(chiffre: Chiffre) -> Figure:
    unite = UNITES.get(chiffre.unite, "")
    return Figure(
        valeur=tel_quel(chiffre.valeur, unite),
        libelle=chiffre.indicateur.replace("'", "’"),
        precision="au " + "/".join(reversed(chiffre.date.split("-"))),
        sorte="publié",
        formule=f"Tel que publié, {chiffre.unite}.",
    )


def _region(atlas: Atlas, objet: Objet, millesime: int) -> Diapo:
    siens = territoires_de(atlas, objet.code, millesime)
    partages = int((siens["ailleurs"] != "").sum())
    territoires = accorder(len(siens), "Territoire d’industrie", "Territoires d’industrie")
    morceaux = [territoires if len(siens) else "Aucun Territoire d’industrie"]
    if partages:
        morceaux.append(f"dont {accorder(partages, 'interrégional', 'interrégionaux')}")
    publies = [c for c in chiffres_de_region(atlas, objet.code) if c.publie.cle in REGIONAUX]
    connus = [c for c in publies if c.statut != "absent"]
    figures = [_regional(c) for c in connus] or _indicateurs(atlas, objet, millesime, A_DEFAUT)
    document = REGIONS if connus else ()
    return Diapo(
        titre=nom_objet(atlas, objet, millesime=millesime),
        sous_titre=" ".join(morceaux) + f" · millésime {millesime}",
        figures=tuple(figures[:FIGURES]),
        sources=sources_de(document, FRANCE_RELANCE, _carte(millesime)),
        note=NOTE_DES_POINTS if connus else f"Projets de l’{EXTRAIT}.",
        phrase=phrase(atlas, objet, millesime),
    )


def _regional(chiffre: ChiffreRegion) -> Figure:
    dit = dire(chiffre)
    date = f"au {JOUR}" if dit.statut == "publié" else dit.intervalle or "des totaux nationaux"
    return Figure(
        valeur=dit.valeur,
        libelle=dit.libelle,
        precision=" · ".join(filter(None, (dit.rang, date))),
        sorte="déduit" if dit.statut == "déduit" else "publié",
        formule=f"{chiffre.publie.formule} {dit.absence}".strip(),
    )


def _indicateurs(atlas: Atlas, objet: Objet, millesime: int, cles: tuple[str, ...]) -> list[Figure]:
    """The first indicators of an object that are known, a ratio beside that of France."""
    figures: list[Figure] = []
    for cle in cles:
        if len(figures) == FIGURES:
            break
        ici = mesure(atlas, objet=objet, millesime=millesime, cle=cle)
        if ici is None or math.isnan(ici.valeur):
            continue
        indicateur = INDICATEURS[cle]
        france = mesure(atlas, objet=LA_FRANCE, millesime=millesime, cle=cle)
        reference = ""
        if indicateur.sorte == "ratio" and france:
            nom = ecriture.lieu("France", france)
            reference = f"{nom}\u00a0: {nombre(france.valeur, indicateur.decimales, indicateur.unite)}"
        if cle == "projets":
            siens = laureats(atlas, objet, millesime)
            reference = ", ".join(filter(None, (siens.dispositifs, siens.lieux)))
        figures.append(figure_d_indicateur(indicateur, ici, reference))
    return figures


def _territoire(atlas: Atlas, objet: Objet, millesime: int) -> Diapo:
    fiche = atlas.fiche(objet.code, millesime)
    assert fiche is not None, objet.code
    cles = TERRITORIAUX
    figures = _indicateurs(atlas, objet, millesime, cles)
    libelles = {figure.libelle for figure in figures}
    montres = [INDICATEURS[cle] for cle in cles if INDICATEURS[cle].libelle in libelles]
    seul = fiche.groupements["libelle"].iloc[0] if len(fiche.groupements) == 1 else ""
    combien = seul or accorder(len(fiche.groupements), "groupement")
    return Diapo(
        titre=str(fiche.territoire["lib_ti"]).strip(),
        sous_titre=f"{liste(fiche.regions)} · {combien} · millésime {millesime}",
        figures=tuple(figures),
        sources=sources_de(*montres, _carte(millesime)),
        note=f"Projets de l’{EXTRAIT}.",
        phrase=phrase(atlas, objet, millesime),
    )


def _selection(vue: Vue, preparee: Preparee, vocabulaires: Vocabulaires, titre: str) -> Diapo:
    masque = filtrer(preparee, vue.filtre)
    listes = sources_de(FRANCE_RELANCE, INSPIRANTS)
    if not vue.carte:
        return profil_des_projets(preparee.table[masque], vue.forme, titre=titre, sources=listes)
    return Diapo(
        titre=titre,
        sous_titre=_criteres(vue, vocabulaires) if titre == SELECTION else SELECTION,
        figures=_de_la_selection(preparee, vue.filtre),
        sources=sources_de(listes, _carte(vue.filtre.millesime)),
    )


def _joindre(*precisions: str) -> str:
    return ", ".join(filter(None, precisions))


def _de_la_selection(preparee: Preparee, filtre: Filtre) -> tuple[Figure, ...]:
    lus = chiffres(preparee, filtrer(preparee, filtre), filtre.millesime)
    part = lus.part_ti
    combien = Figure(
        valeur=nombre(lus.projets),
        libelle="projets" if lus.projets > 1 else "projet",
        precision=_joindre(f"sur {nombre(len(preparee))}", lus.dont("projets")),
        sorte="somme",
        formule="Projets de la liste qui répondent à tous les critères.",
    )
    if not lus.projets:
        return (combien,)
    return (
        combien,
        Figure(
            valeur=ecriture.emplois_dits(lus.emplois, lus.emplois_renseignes, lus.projets),
            libelle="emplois annoncés",
            precision=_joindre(le_disent(lus.emplois_renseignes, lus.projets), lus.dont("emplois")),
            sorte="somme",
            formule=INDICATEURS["emplois_annonces"].formule,
        ),
        Figure(
            valeur=NON_RENSEIGNE if part is None else nombre(part, 0, "%"),
            libelle=part_retrospective(f"dans un territoire de {filtre.millesime}", filtre.millesime),
            precision=_joindre(
                f"{nombre(lus.dans_ti)} sur {accorder(lus.places, 'projet placé', 'projets placés')}",
                lus.dont("dans_ti"),
            ),
            sorte="calculé",
            formule="Projets dans un territoire ÷ projets dont la commune est connue.",
        ),
    )

"""The deck of a région, slide by slide: the figures, maps and charts of its page and of its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.cartes import carte_region, png
from exports.diaporama.citations import courte, longues
from exports.diaporama.communs import (
    AGRANDIE,
    DPI,
    ENTRE,
    GAUCHE,
    NOTE_EXTRAIT,
    ORIGINES,
)
from exports.diaporama.fichier import diaporama
from exports.diaporama.planche import BAS, HAUT, MARGE, UTILE, Boite, Image, Planche, Texte
from exports.diaporama.region.chiffres import indicateurs, publies, vignette_de
from exports.diaporama.region.profils import filieres, leaders, mois, natures
from exports.diaporama.tables import territoires
from francais import accorder
from geo.etape import PUBLIES, chiffres_de_region
from geo.fiche import contenu_region
from geo.millesimes import MILLESIMES
from geo.profils import profils_de
from geo.sources import FRANCE_RELANCE, sources_de
from geo.territoires import regions
from theme import NOM

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.fiche import Contenu

__all__ = ["diaporama_region", "planches_region"]

A_GAUCHE: Final = 3
"""Figures at the left of the map: the first sums of the sheet."""


def diaporama_region(atlas: Atlas, *, code: str, millesime: int, jour: str, adresse: str) -> bytes:
    """The deck of a région, or of the five overseas ones (« OM »).

    Args:
        atlas: The atlas.
        code: Code of the région.
        millesime: Year of the perimeters.
        jour: Day of the deck, « 2026-11-21 »: the same day gives the same bytes.
        adresse: Link to the page online, whole.

    Raises:
        KeyError: There is no such région.
        DonneesIllisibles: The outlines cannot be read.
    """
    planches = planches_region(atlas, code=code, millesime=millesime, jour=jour, adresse=adresse)
    nom = regions.noms(atlas)[code]
    sujet = f"Territoires d’industrie, {MILLESIMES[millesime].libelle}"
    return diaporama(planches, titre=f"{nom} – {NOM}", sujet=sujet, jour=jour)


def planches_region(
    atlas: Atlas, *, code: str, millesime: int, jour: str, adresse: str
) -> tuple[Planche, ...]:
    """The slides of a région; see `diaporama_region`. A slide that would be empty is left out."""
    contenu = contenu_region(atlas, code=code, millesime=millesime)
    profils = profils_de(contenu.projets, regions.projets_ailleurs(atlas, code))
    table = regions.territoires_classes(atlas, code=code, millesime=millesime, cle="projets")
    avec = not contenu.projets.empty
    return (
        _couverture(contenu, jour, adresse),
        *publies(chiffres_de_region(atlas, code)),
        _carte(atlas, contenu),
        indicateurs(contenu),
        *((filieres(contenu, profils), natures(contenu, profils), mois(contenu)) if avec else ()),
        *territoires(atlas, table, code=code, millesime=millesime),
        *((leaders(contenu),) if avec else ()),
        _sources(contenu, adresse),
    )


def _couverture(contenu: Contenu, jour: str, adresse: str) -> Planche:
    date = "/".join(reversed(jour.split("-")))
    milieu = Boite(x=MARGE + 10, y=138, large=UTILE - 20, haut=22)
    bas = Boite(x=MARGE + 10, y=163, large=UTILE - 20, haut=13)
    return Planche(
        titre=contenu.nom,
        sous_titre=contenu.precision,
        couverture=True,
        blocs=(
            Texte(boite=milieu, paragraphes=(contenu.phrase,), taille=18, couleur="#ffffff"),
            Texte(boite=bas, paragraphes=(f"{NOM} · {date}", adresse), taille=14, couleur="#dfe9f2"),
        ),
        notes=(f"Page en ligne : {adresse}",),
    )


def _carte(atlas: Atlas, contenu: Contenu) -> Planche:
    place = Boite(x=MARGE + GAUCHE + ENTRE, y=HAUT, large=UTILE - GAUCHE - ENTRE, haut=BAS - HAUT)
    figure = carte_region(
        atlas,
        code=contenu.objet.code,
        millesime=contenu.millesime,
        largeur_mm=place.large / AGRANDIE,
        hauteur_mm=place.haut / AGRANDIE,
        titre=False,
        rapport=False,
    )
    combien = accorder(
        len(contenu.projets), "projet lauréat de France Relance", "projets lauréats de France Relance"
    )
    perimetre = MILLESIMES[contenu.millesime].libelle
    cles = sources_de(MILLESIMES[contenu.millesime], FRANCE_RELANCE)
    haut = (BAS - HAUT - 2 * ENTRE) / 3
    cartes = tuple(
        vignette_de(chiffre, Boite(x=MARGE, y=HAUT + rang * (haut + ENTRE), large=GAUCHE, haut=haut))
        for rang, chiffre in enumerate(
            [c for c in contenu.chiffres if c.premier and c.origine == "somme"][:A_GAUCHE]
        )
    )
    alternative = f"Carte de {contenu.nom}, {perimetre} : {contenu.titre_parties}, {combien}."
    return Planche(
        titre="Les territoires et leurs projets",
        sous_titre=contenu.precision,
        blocs=(*cartes, Image(boite=place, png=png(figure, DPI), alternative=alternative)),
        notes=(NOTE_EXTRAIT, *filter(None, (contenu.laureats.doute,)), *longues(cles)),
        source=courte(cles),
    )


def _sources(contenu: Contenu, adresse: str) -> Planche:
    cles = contenu.sources
    citations = tuple(f"• {texte.removeprefix('Source : ')}" for texte in longues(cles))
    regles = (
        ORIGINES,
        NOTE_EXTRAIT,
        f"Page en ligne : {adresse}",
    )
    return Planche(
        titre="Sources et méthode",
        sous_titre="Les formules sont dans les commentaires de chaque planche",
        blocs=(
            Texte(
                boite=Boite(x=MARGE, y=HAUT, large=UTILE, haut=98), paragraphes=citations, taille=13, mini=0.6
            ),
            Texte(
                boite=Boite(x=MARGE, y=HAUT + 102, large=UTILE, haut=BAS - HAUT - 102),
                paragraphes=regles,
                taille=12,
                couleur="discret",
            ),
        ),
        notes=(*(f"{p.libelle} : {p.formule}" for p in PUBLIES.values()), *longues(cles)),
        source=NOM,
    )

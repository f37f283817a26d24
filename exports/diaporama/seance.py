"""The deck of a playlist: each view of a séance as a slide, from the same words and figures as its screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.diaporama.citations import courte, longues
from exports.diaporama.fichier import diaporama
from exports.diaporama.planche import (
    BAS,
    HAUT,
    MARGE,
    UTILE,
    Boite,
    Diagramme,
    Image,
    Planche,
    Serie,
    Texte,
    Vignette,
)
from francais import NON_RENSEIGNE, nombre
from theme import COULEURS, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.diaporama.planche import Bloc
    from geo.seance import Diapo, Figure, Graphique

__all__ = ["PLACE", "VueDessinee", "diaporama_seance", "planche_de"]

GAUCHE: Final = 92.0
ENTRE: Final = 8.0

PLACE: Final = Boite(x=MARGE + GAUCHE + ENTRE, y=HAUT, large=UTILE - GAUCHE - ENTRE, haut=BAS - HAUT)
"""Where the map or the chart of a view stands."""


@dataclass(frozen=True, kw_only=True)
class VueDessinee:
    """A view of a playlist, ready for a slide.

    Attributes:
        diapo: What it says.
        carte: Its map as a PNG; None when it has a chart.
        alternative: What the map shows, for who does not see it.
    """

    diapo: Diapo
    carte: bytes | None = None
    alternative: str = ""


def diaporama_seance(vues: Sequence[VueDessinee], *, nom: str, jour: str, adresse: str) -> bytes:
    """The deck of a playlist.

    Args:
        vues: Its views, in order.
        nom: Name of the séance; empty for none.
        jour: Day of the deck, « 2026-11-21 »: the same day gives the same bytes.
        adresse: Link to the séance online, whole.
    """
    date = "/".join(reversed(jour.split("-")))
    titres = list(dict.fromkeys(vue.diapo.titre for vue in vues))
    couverture = Planche(
        titre=nom or "Séance",
        sous_titre=" · ".join(titres[:4]) + ("…" if len(titres) > 4 else ""),  # noqa: PLR2004  on two lines
        couverture=True,
        blocs=(
            Texte(
                boite=Boite(x=MARGE + 10, y=150, large=UTILE - 20, haut=14),
                paragraphes=(f"{NOM} · {date}",),
                couleur="#dfe9f2",
            ),
        ),
        notes=(f"Séance en ligne : {adresse}",),
    )
    return diaporama(
        [couverture, *(planche_de(vue) for vue in vues)], titre=nom or "Séance", sujet=NOM, jour=jour
    )


def planche_de(vue: VueDessinee) -> Planche:
    """The slide of a view: three figures at the left, its map or its chart at the right."""
    diapo = vue.diapo
    notes = [f"{f.libelle} ({f.sorte}) : {f.formule}" for f in diapo.figures if f.formule]
    return Planche(
        titre=diapo.titre,
        sous_titre=diapo.sous_titre,
        blocs=(*_figures(diapo.figures), *_dessin(vue)),
        notes=(*filter(None, (diapo.phrase, *notes, diapo.note)), *longues(diapo.sources)),
        source=courte(diapo.sources),
    )


def _figures(figures: tuple[Figure, ...]) -> tuple[Vignette, ...]:
    haut = (BAS - HAUT - 2 * ENTRE) / 3
    return tuple(
        Vignette(
            boite=Boite(x=MARGE, y=HAUT + rang * (haut + ENTRE), large=GAUCHE, haut=haut),
            libelle=figure.libelle,
            valeur=figure.valeur,
            details=tuple(filter(None, (figure.sorte, figure.precision))),
            sorte=figure.sorte,
            muette=figure.valeur == NON_RENSEIGNE,
        )
        for rang, figure in enumerate(figures)
    )


def _dessin(vue: VueDessinee) -> tuple[Bloc, ...]:
    if vue.carte is not None:
        return (Image(boite=PLACE, png=vue.carte, alternative=vue.alternative),)
    return (_graphique(vue.diapo.graphique, PLACE),) if vue.diapo.graphique else ()


def _graphique(graphique: Graphique, place: Boite) -> Diagramme:
    barres = graphique.barres
    dits = ", ".join(f"{barre.nom} {nombre(barre.valeur)}" for barre in barres)
    return Diagramme(
        boite=place,
        titre=graphique.titre,
        categories=tuple(barre.nom for barre in barres),
        series=(
            Serie(
                nom="Projets",
                valeurs=tuple(barre.valeur for barre in barres),
                couleur=COULEURS["encre"],
                apart=tuple(rang for rang, barre in enumerate(barres) if barre.reste),
            ),
        ),
        sens=graphique.sens,
        alternative=f"{graphique.titre} : {dits}.",
    )

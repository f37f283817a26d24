"""The key figures of a sheet as cards: `geo.fiche.chiffres` decides what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.html import RIEN, balise, joindre
from geo.indicateurs import MINIMUM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from components.html import Html
    from geo.fiche import Chiffre, Face

__all__ = ["vignettes"]


def vignettes(chiffres: Iterable[Chiffre]) -> Html:
    """One card for each figure, in their order."""
    return balise("div", *map(_vignette, chiffres), classe="atlas-vignettes")


def _vignette(chiffre: Chiffre) -> Html:
    return balise(
        "article",
        _nom(chiffre),
        balise(
            "p",
            *_valeur(chiffre.valeur),
            *([balise("span", chiffre.unite)] if chiffre.unite else []),
            classe="v" if chiffre.connue else "v muette",
        ),
        balise(
            "p",
            *([balise("span", chiffre.rang)] if chiffre.rang else []),
            *([balise("u", chiffre.origine)] if chiffre.connue or chiffre.rang else []),
            *(balise("small", mention) for mention in (chiffre.couverture, chiffre.dates) if mention),
            classe="r",
        ),
        balise("dl", *map(_face, chiffre.references)),
    )


def _valeur(dite: str) -> tuple[Html, ...]:
    """The figure, large; that it is a minimum, beside it."""
    _, minimum, nombre = dite.rpartition(MINIMUM)
    return (*([balise("small", minimum)] if minimum else []), balise("b", nombre))


def _nom(chiffre: Chiffre) -> Html:
    """The name of a figure, and what a press on its « i » tells: `notes` says the rest in the page."""
    return balise(
        "details",
        balise("summary", balise("h3", chiffre.libelle), balise("i", "i")),
        balise("p", chiffre.explication, data_i=chiffre.cle),
        name="i",
    )


def _face(face: Face) -> Html:
    precision = balise("dd", joindre(face.notes, balise("br"))) if face.notes else RIEN
    return balise("div", balise("dt", face.libelle), balise("dd", face.valeur), precision)

"""The figures of the A4 sheet, each on its card with its rank and its references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.fiche.page import MARGE, UTILE, Page
from theme import COULEURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.fiche import Chiffre

__all__ = ["chiffres"]

ENTRE: Final = 2.5
"""Between two cards."""

GRANDES: Final = 5
PETITES: Final = 4
"""Cards of a row whose names stand on one line; more of them are narrower, and a name may take two."""

RANG: Final = 5.4
"""Height of a rank: it may take two lines."""

UNE_LIGNE: Final = 3.6
DEUX_LIGNES: Final = 6.4
"""Height of a name."""


def chiffres(page: Page, tous: Sequence[Chiffre], y: float) -> float:
    """The first figures, large, then those that refine them, each with its rank and its references.

    Returns:
        Where they end.
    """
    references = max(len(c.references) for c in tous)
    premiers, autres = ([c for c in tous if c.premier is premier] for premier in (True, False))
    suite = _rangee(page, premiers, y, 24.5 + 3.1 * references, corps=17, prevues=GRANDES) + ENTRE
    return _rangee(page, autres, suite, 22.5 + 3.0 * references, corps=11, prevues=PETITES)


def _rangee(  # noqa: PLR0913  a row and its cards
    page: Page, rangee: Sequence[Chiffre], y: float, haut: float, *, corps: float, prevues: int
) -> float:
    """One row of cards; where it ends."""
    nom = UNE_LIGNE if len(rangee) <= prevues else DEUX_LIGNES
    haut += nom - UNE_LIGNE
    large = (UTILE - ENTRE * (len(rangee) - 1)) / len(rangee)
    for rang, chiffre in enumerate(rangee):
        _vignette(page, chiffre, MARGE + rang * (large + ENTRE), y, (large, haut), corps, nom)
    return y + haut


def _vignette(  # noqa: PLR0917, PLR0913  a box and what is in it
    page: Page, chiffre: Chiffre, x: float, y: float, taille: tuple[float, float], corps: float, nom: float
) -> None:
    large, haut = taille
    page.aplat(x, y, large, haut, COULEURS["terre"])
    page.aplat(x, y, 0.8, haut, COULEURS["encre"] if corps > 12 else COULEURS["encre_claire"])  # noqa: PLR2004
    x, large = x + 2.8, large - 4.6
    page.bloc(x, y + 1.5, large, nom, chiffre.libelle, taille=7.8, mini=0.68, graisse="demi", nom=chiffre.cle)
    muet = not chiffre.connue
    sous = y + 1.6 + nom
    page.style(7.5)
    pour_l_unite = page.get_string_width(chiffre.unite) + 1.2 if chiffre.unite else 0
    page.ligne(
        x,
        sous,
        large - min(pour_l_unite, 0.45 * large),
        chiffre.valeur,
        taille=11 if muet else corps,
        graisse="demi",
        mini=0.5,
        couleur=COULEURS["discret" if muet else "encre"],
        nom=chiffre.cle,
    )
    if chiffre.unite:
        place = page.get_string_width(chiffre.valeur) + 1.2
        page.ligne(
            x + place,
            sous + (corps - 7.5) * 0.32,
            large - place,
            chiffre.unite,
            taille=7.5,
            mini=0.7,
            couleur=COULEURS["discret"],
            nom=chiffre.cle,
        )
    sous += (11 if muet else corps) * 0.42 + 0.6
    page.bloc(
        x, sous, large, RANG, chiffre.rang, taille=6.8, mini=0.7, couleur=COULEURS["ocre"], nom=chiffre.cle
    )
    mentions = " · ".join(filter(None, (chiffre.couverture, chiffre.dates)))
    if mentions:
        sous += RANG + 0.2
        page.bloc(
            x,
            sous,
            large,
            y + haut - 1.6 - 3.0 * len(chiffre.references) - sous,
            mentions,
            taille=6.5,
            mini=0.7,
            couleur=COULEURS["discret"],
            nom=chiffre.cle,
        )
    bas = y + haut - 1.3 - 3.0 * len(chiffre.references)
    for rang, face in enumerate(chiffre.references):
        ici = bas + 3.0 * rang
        page.style(7)
        droite = page.get_string_width(face.valeur)
        page.ligne(
            x,
            ici,
            large - droite - 1,
            face.libelle,
            taille=7,
            mini=0.5,
            couleur=COULEURS["discret"],
            nom=chiffre.cle,
        )
        page.ligne(x, ici, large, face.valeur, taille=7, aligne="R", nom=chiffre.cle)

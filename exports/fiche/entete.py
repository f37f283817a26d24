"""What stands at both ends of the A4 sheet: name, sentence and code above, sources, day and link below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import segno

from exports.fiche.page import LARGEUR, MARGE, UTILE, Page
from theme import COULEURS, NOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.fiche import Contenu

__all__ = ["pied", "tete"]

QR_MM: Final = 24.0

PHRASE_MM: Final = 7.6
"""Height of the sentence of meaning, on two lines."""

SOURCES_MM: Final = 15.5
"""Height of the sources."""


def tete(page: Page, contenu: Contenu, adresse: str) -> float:
    """Name, place, the code that leads to the view, and the sentence of meaning across the page.

    Returns:
        Where they end, in millimetres.
    """
    page.aplat(0, 0, LARGEUR, 3, COULEURS["encre"])
    large = UTILE - QR_MM - 6
    page.ligne(
        MARGE,
        9,
        large,
        f"{contenu.sorte} · {NOM}",
        taille=8.5,
        graisse="demi",
        couleur=COULEURS["ocre"],
        nom="surtitre",
    )
    haut = page.bloc(
        MARGE,
        13.2,
        large,
        16.5,
        contenu.nom,
        taille=23,
        mini=0.55,
        graisse="demi",
        couleur=COULEURS["encre"],
        nom="nom",
    )
    page.bloc(
        MARGE,
        14.2 + haut,
        large,
        (28 if contenu.etape else 37.5) - 14.2 - haut,
        contenu.precision,
        taille=9,
        mini=0.7,
        couleur=COULEURS["discret"],
        nom="précision",
    )
    if contenu.etape:
        page.bloc(
            MARGE,
            28.5,
            large,
            9,
            contenu.etape,
            taille=8.2,
            mini=0.75,
            couleur=COULEURS["texte"],
            nom="étape",
        )
    _code(page, adresse, LARGEUR - MARGE - QR_MM, 9)
    page.ligne(
        LARGEUR - MARGE - QR_MM - 4,
        9.4 + QR_MM,
        QR_MM + 4,
        "La fiche en ligne",
        taille=7,
        couleur=COULEURS["encre"],
        aligne="R",
        lien=adresse,
        nom="lien",
    )
    bas = 38.5
    page.bloc(
        MARGE,
        bas,
        UTILE,
        PHRASE_MM,
        contenu.phrase,
        taille=9.2,
        mini=0.8,
        graisse="demi",
        couleur=COULEURS["encre"],
        nom="phrase",
    )
    return bas + PHRASE_MM + 1


def _code(page: Page, adresse: str, x: float, y: float) -> None:
    """A QR code of squares, runs of a line joined; it is a link as well."""
    lignes = [*segno.make(adresse, error="m", micro=False).matrix_iter(border=0)]
    pas = QR_MM / len(lignes)
    page.set_fill_color(COULEURS["encre"])
    for rang, ligne in enumerate(lignes):
        debut = None
        for colonne, noir in enumerate([*ligne, 0]):
            if noir and debut is None:
                debut = colonne
            elif not noir and debut is not None:
                page.rect(x + debut * pas, y + rang * pas, (colonne - debut) * pas, pas * 1.02, style="F")
                debut = None
    page.link(x, y, QR_MM, QR_MM, adresse, alt_text="Lien vers la fiche en ligne")


def pied(page: Page, citations: Sequence[str], *, jour: str, adresse: str, y: float) -> None:
    """Every source, the day, and the link."""
    page.filet(y, couleur=COULEURS["encre"])
    le = "/".join(reversed(jour.split("-")))
    page.bloc(
        MARGE,
        y + 1,
        UTILE,
        SOURCES_MM,
        _sources(citations),
        taille=6,
        mini=0.72,
        couleur=COULEURS["discret"],
        nom="sources",
    )
    page.ligne(
        MARGE,
        y + 1.5 + SOURCES_MM,
        UTILE * 0.72,
        adresse,
        taille=7,
        mini=0.6,
        couleur=COULEURS["encre"],
        lien=adresse,
        nom="adresse",
    )
    page.ligne(
        MARGE,
        y + 1.5 + SOURCES_MM,
        UTILE,
        f"Fiche du {le}",
        taille=7,
        aligne="R",
        couleur=COULEURS["discret"],
    )


def _sources(citations: Sequence[str]) -> str:
    """Every source; a licence that they all have is said once, which leaves larger letters."""
    dites = [citation.removeprefix("Source : ").rpartition(" – ") for citation in citations]
    licences = {licence for _, _, licence in dites}
    if len(licences) == 1 and len(dites) > 1:
        return f"Sources, toutes sous {licences.pop()} : {' ; '.join(source for source, _, _ in dites)}."
    return f"Sources : {' ; '.join(citation.removeprefix('Source : ') for citation in citations)}."

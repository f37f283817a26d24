"""From the slides to the bytes of a deck, and back: what was written is read again to find what overflows."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any, Final

from pptx.util import Mm

from exports.diaporama.dessin import FOND, dessiner, rectangle
from exports.diaporama.figer import figer
from exports.diaporama.gabarit import PLACE_DU_TITRE, franciser, gabarit
from exports.diaporama.lettres import ecrire, poser
from exports.diaporama.mesure import ajuster
from exports.diaporama.planche import HAUTEUR, LARGEUR, MARGE, UTILE, Boite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.diaporama.planche import Planche

__all__ = ["diaporama"]

SOUS_TITRE: Final = Boite(x=MARGE, y=26.5, large=UTILE, haut=7.5)

COUVERTURE: Final = (MARGE + 10, 52.0, UTILE - 20, 34.0)
"""Left, top, width, height of the title of the cover."""

_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def diaporama(planches: Iterable[Planche], *, titre: str, sujet: str, jour: str) -> bytes:
    """A deck.

    Args:
        planches: Its slides, in order.
        titre: Title of the document.
        sujet: What it is about, in a line.
        jour: Day that it is made on, « 2026-11-21 »: the same day gives the same bytes.
    """
    deck: Any = gabarit(titre=titre, sujet=sujet, jour=jour)
    mise = deck.slide_layouts[0]
    date = "/".join(reversed(jour.split("-")))
    for planche in planches:
        page = deck.slides.add_slide(mise)
        _titrer(page, planche)
        for rang, bloc in enumerate(planche.blocs, start=1):
            dessiner(page, bloc, rang)
        if not planche.couverture:
            _pied(page, mise, planche.source, date)
        _annoter(page, planche.notes)
    tampon = io.BytesIO()
    deck.save(tampon)
    return figer(tampon.getvalue(), jour)


def _titrer(page: Any, planche: Planche) -> None:
    forme = page.shapes.title
    cadre, place, corps = forme.text_frame, PLACE_DU_TITRE, 28.0
    if planche.couverture:
        place, corps = COUVERTURE, 54.0
        fond = rectangle(page, Boite(x=0, y=0, large=LARGEUR, haut=HAUTEUR), f"{FOND} de couverture", "encre")
        page.shapes._spTree.insert(2, fond._element)  # noqa: SLF001  under the title
        forme.left, forme.top, forme.width, forme.height = (Mm(mm) for mm in place)
        filet = Boite(x=place[0], y=place[1] + place[3] + 5, large=36, haut=1.4)
        rectangle(page, filet, f"{FOND} filet de couverture", "#e0a15c")
    taille = ajuster((planche.titre,), corps, (place[2], place[3]), mini=0.5, gras=True)
    couleur = "#ffffff" if planche.couverture else "encre"
    ecrire(cadre, planche.titre, taille=taille, gras=True, couleur=couleur, police="+mj-lt")
    if planche.sous_titre:
        boite, lettres, ton = SOUS_TITRE, 14.0, "discret"
        if planche.couverture:
            boite = Boite(x=place[0], y=place[1] + place[3] + 12, large=place[2], haut=22)
            lettres, ton = 20.0, "#dfe9f2"
        poser(page, boite, (planche.sous_titre,), nom="Sous-titre", taille=lettres, mini=0.65, couleur=ton)


def _pied(page: Any, mise: Any, source: str, date: str) -> None:
    """Source, day and number of the slide in their placeholders, which python-pptx leaves out of a slide."""
    for modele in mise.placeholders:
        sorte = str(modele._element.ph.get("type"))  # noqa: SLF001
        if sorte not in {"ftr", "dt", "sldNum"}:
            continue
        copie = copy.deepcopy(modele._element)  # noqa: SLF001
        page.shapes._spTree.append(copie)  # noqa: SLF001
        forme = page.shapes[-1]
        copie.xpath(".//p:cNvPr")[0].set("id", str(1000 + len(page.shapes)))
        forme.name = {"ftr": "Source", "dt": "Date", "sldNum": "Numéro"}[sorte]
        if sorte == "sldNum":
            continue
        cadre = forme.text_frame
        for enfant in list(cadre.paragraphs[0]._p):  # noqa: SLF001
            cadre.paragraphs[0]._p.remove(enfant)  # noqa: SLF001
        texte = source if sorte == "ftr" else date
        boite = (forme.width / Mm(1), forme.height / Mm(1))
        ecrire(
            cadre,
            texte,
            taille=ajuster((texte,), 9, boite, mini=0.75),
            couleur="discret",
            aligne="gauche" if sorte == "ftr" else "droite",
        )


def _annoter(page: Any, notes: tuple[str, ...]) -> None:
    if not notes:
        return
    cadre = page.notes_slide.notes_text_frame
    for rang, note in enumerate(notes):
        ecrire(cadre, note, taille=12, suite=bool(rang))
    franciser(page.notes_slide._element)  # noqa: SLF001
    franciser(page.notes_slide.part.notes_master._element)  # noqa: SLF001

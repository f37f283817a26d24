"""The views of the readers' guide: address, what must stand on the screen, what the reader does first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bench.serveurs import RACINE
from geo.millesimes import MILLESIME_PAR_DEFAUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

__all__ = ["ECRAN", "IMAGES", "TELEPHONE", "VUES", "Vue"]

IMAGES: Final = RACINE / "docs" / "images"

ECRAN: Final = (1280, 800)
TELEPHONE: Final = (390, 844)
"""Width and height, in pixels."""

CARTE: Final = "iframe.stCustomComponentV1"
NORD_COTENTIN: Final = (49.52, -1.5)
"""Latitude and longitude of a place of this territory, away from its projects."""


def _rien(_: Page) -> None:
    """Most views are looked at as they open."""


def _chercher(page: Page) -> None:
    """Type the beginning of the name of a commune."""
    champ = page.locator("#atlas-saisie[data-prete]")
    champ.click()
    champ.press_sequentially("fougeres")


POINT: Final = """(lieu) => {
  const {x, y} = window.map.latLngToContainerPoint(lieu);
  const {left, top} = window.map.getContainer().getBoundingClientRect();
  return {x: x + left, y: y + top};
}"""
"""Where a place of the map is in its frame: the legend may stand beside it."""


def _choisir(page: Page) -> None:
    """Press a territory on the map of France, then let go of it: tooltip and focus would hide some of it."""
    element = page.locator(CARTE)
    carte = element.element_handle().content_frame()
    boite = element.bounding_box()
    assert carte is not None
    assert boite is not None
    point = carte.evaluate(POINT, NORD_COTENTIN)
    page.mouse.click(boite["x"] + point["x"] + 1, boite["y"] + point["y"] + 1)
    page.mouse.move(1, 1)
    carte.evaluate("document.activeElement.blur()")


def _emporter(page: Page) -> None:
    """Open the window of files; the link that it shows loses the port of this run."""
    page.get_by_role("button", name="Télécharger…").click()
    lien = page.get_by_role("textbox", name="Lien vers cette vue, à copier")
    lien.evaluate("c => { c.value = c.value.replace(/127[.]0[.]0[.]1:[0-9]+/, 'localhost:8501'); }")
    lien.evaluate("c => c.blur()")


@dataclass(frozen=True, kw_only=True)
class Vue:
    """One picture.

    Attributes:
        nom: Its name: « carte » is `docs/images/guide-carte.png`.
        chemin: Address of the page, from the root.
        attend: Selectors (CSS) of what must be on the screen; of each, the first one.
        graphiques: Charts of the page; None for a page that is ready with its map.
        millesime: Year of the map, when `graphiques` is None.
        geste: What the reader does first.
        ecran: Width and height of the window, in pixels.
    """

    nom: str
    chemin: str
    attend: tuple[str, ...]
    graphiques: int | None = None
    millesime: int = MILLESIME_PAR_DEFAUT
    geste: Callable[[Page], None] = _rien
    ecran: tuple[int, int] = ECRAN

    @property
    def page(self) -> str:
        """Its page, as `url_path` of app.py names it; the address without a path is that of the map."""
        return urlsplit(self.chemin).path.strip("/") or "carte"

    @property
    def fichier(self) -> Path:
        """Where its picture is kept."""
        return IMAGES / f"guide-{self.nom}.png"


SEANCE: Final = "/seance?nom=Comité+régional&vue=region-53&vue=region-53.filieres&vue=ti-5302&vue=france"
SELECTION: Final = "/projets?filiere=Agroalimentaire&region=53"

VUES: Final = (
    Vue(
        nom="recherche",
        chemin="/",
        attend=("#atlas-reponses [role=option]",),
        geste=_chercher,
        ecran=TELEPHONE,
    ),
    Vue(
        nom="carte",
        chemin="/?couleur=projets_pour_10000_hab",
        attend=(".atlas-panneau .atlas-ouvrir",),
        geste=_choisir,
    ),
    Vue(
        nom="changements",
        chemin="/?millesime=2023&couleur=changements-2021",
        attend=(".st-key-changements",),
        millesime=2023,
    ),
    Vue(
        nom="territoire",
        chemin="/territoire?ti=ti-2806",
        attend=(".atlas-vignettes article", ".atlas-perimetre"),
    ),
    Vue(
        nom="projets",
        chemin=SELECTION,
        attend=(".atlas-puces button", ".atlas-figures", ".atlas-projets-corps [role=row]"),
        graphiques=2,
    ),
    Vue(
        nom="emporter",
        chemin=SELECTION,
        attend=('[role=dialog] [data-testid="stDownloadButton"]',),
        graphiques=2,
        geste=_emporter,
    ),
    Vue(
        nom="region",
        chemin="/region?code=53",
        attend=(".atlas-region-chiffres",),
        graphiques=1,
    ),
    Vue(nom="france", chemin="/france", attend=(".atlas-nationaux", ".atlas-enjeux"), graphiques=3),
    Vue(
        nom="comparer",
        chemin="/comparer?objets=ti-2806,region-28,france",
        attend=(".atlas-comparer td",),
        graphiques=1,
    ),
    Vue(nom="seance", chemin=SEANCE, attend=(".atlas-preparation .vues li",), graphiques=0),
    Vue(nom="seance-ecran", chemin=f"{SEANCE}&ecran=oui", attend=('.atlas-seance[data-montree="1"]',)),
    Vue(nom="methode", chemin="/methode", attend=(".atlas-pied",), graphiques=0),
)
"""The pictures, in the order of the guide."""

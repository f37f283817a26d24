"""One visit of a reader with an empty cache, watched from the browser: instants, bytes, processor time.

Instants come from the page's own clock (`guetteur.js`), not from when Playwright hears of them. Bytes and
processor time are counted until network and server fall silent, so that what a drawing causes afterwards
(folium sends its view back, and Streamlit runs the script again) is part of the cost.
"""

from __future__ import annotations

import contextlib
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, WebSocket

    from bench.serveurs import Serveur

__all__ = ["Visite", "chromium", "visite"]

ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""No outside host answers: neither way may owe its time to the network."""

ECRAN: Final = {"width": 1280, "height": 900}
SILENCE: Final = 0.8
"""Seconds without a byte, nor work of the server, after which a visit is at rest."""
REPOS: Final = 0.02
"""Processor time, in seconds, that a server at rest may take in one look."""
PATIENCE: Final = 60.0
"""Seconds after which a drawing that does not come is a failure."""
PAS: Final = 100
"""Milliseconds between two looks at the silence."""

GRAPHIQUES: Final = """(attendus) => {
  const traces = [...document.querySelectorAll(".js-plotly-plot:has(.barlayer .trace)")];
  const cartes = document.querySelectorAll("iframe.stCustomComponentV1").length;
  const dessinees = window.banc && window.banc.dessins.length;
  return traces.length >= attendus && (!cartes || dessinees) && performance.now();
}"""
"""Instant (ms since the navigation began) at which so many charts, and the map, are drawn; false before."""

GUETTEUR: Final = Path(__file__).with_name("guetteur.js")


@contextlib.contextmanager
def chromium(chemin: str) -> Iterator[Browser]:
    """The browser at `chemin`, without a window and without the outside world."""
    with sync_playwright() as pilote:
        navigateur = pilote.chromium.launch(executable_path=chemin, args=list(ARGUMENTS))
        try:
            yield navigateur
        finally:
            navigateur.close()


class Visite:
    """A page in a context of its own (nothing cached), and its counters."""

    def __init__(self, page: Page, serveur: Serveur) -> None:
        """Count from now on what goes through `page`."""
        self.page = page
        self.serveur = serveur
        self.octets = {"websocket": 0, "http": 0}
        self.dernier = time.monotonic()
        page.on("websocket", self._ecouter)
        reseau = page.context.new_cdp_session(page)
        reseau.send("Network.enable")
        reseau.on("Network.loadingFinished", lambda e: self._compter("http", int(e["encodedDataLength"])))

    def _ecouter(self, prise: WebSocket) -> None:
        for sens in ("framereceived", "framesent"):
            prise.on(sens, lambda trame: self._compter("websocket", _taille(trame)))

    def _compter(self, voie: str, octets: int) -> None:
        self.octets[voie] += octets
        self.dernier = time.monotonic()

    def ouvrir(self, millesime: int, chemin: str = "/") -> dict[str, float]:
        """Go to a page and wait for its first map.

        Returns:
            duree (s, from the start of the navigation to the map drawn), websocket and http (bytes), cpu (s).
        """
        with self._couts() as couts:
            self.page.goto(f"{self.serveur.adresse}{chemin}", wait_until="commit")
            couts["duree"] = self._dessin(millesime)
        return couts

    def ouvrir_avec_graphiques(self, chemin: str, nombre: int) -> dict[str, float]:
        """Go to a page and wait until that many of its charts are drawn, and its map if it has one.

        Returns:
            As `ouvrir`; duree until the last of them.
        """
        with self._couts() as couts:
            self.page.goto(f"{self.serveur.adresse}{chemin}", wait_until="commit")
            trouve = self.page.wait_for_function(
                GRAPHIQUES, arg=nombre, timeout=PATIENCE * 1000, polling="raf"
            )
            couts["duree"] = float(trouve.json_value()) / 1000
        return couts

    def presser(self, texte: str, millesime: int) -> dict[str, float]:
        """Click on the first thing that says `texte` and wait for the map: the figures, from the click."""
        return self._cliquer(self.page.get_by_text(texte, exact=True).first, millesime)

    def cocher(self, facette: str, valeur: str, millesime: int) -> dict[str, float]:
        """Open a facet of the page « Projets », then tick one of its values: opening it is not counted."""
        filtres = self.page.locator(".atlas-filtres")
        case = filtres.get_by_role("checkbox", name=re.compile(f"^{re.escape(valeur)}"))
        if not case.is_visible():
            filtres.get_by_role("button", name=re.compile(f"^{re.escape(facette)}")).click()
        case.wait_for()
        return self._cliquer(case, millesime)

    def attendre(self, millesime: int, traces: int) -> None:
        """Say how many paths a whole stock map of this millésime has from now on."""
        self._lire(f"window.banc.attendus[{millesime}] = {traces}")

    def _cliquer(self, cible: Locator, millesime: int) -> dict[str, float]:
        with self._couts() as couts:
            self._lire("window.banc.dessins.length = 0")
            cible.click()
            couts["duree"] = self._dessin(millesime) - self._lire("window.banc.clic") / 1000
        return couts

    def choisir(self, liste: str, texte: str, millesime: int) -> dict[str, float]:
        """Open a list by its label, then click on one of its lines: opening it is not counted."""
        self.page.get_by_role("combobox", name=liste).click()
        ligne = self.page.get_by_role("option", name=texte, exact=True)
        ligne.wait_for()
        return self._cliquer(ligne, millesime)

    @contextlib.contextmanager
    def _couts(self) -> Iterator[dict[str, float]]:
        """Bytes and processor time from here to the silence that follows."""
        avant, cpu = dict(self.octets), self.serveur.secondes_cpu()
        couts: dict[str, float] = {}
        yield couts
        couts["cpu"] = self._se_taire() - cpu
        couts |= {voie: self.octets[voie] - avant[voie] for voie in avant}

    def _se_taire(self) -> float:
        """Wait until neither network nor server does anything; the processor time of the server then."""
        limite = time.monotonic() + PATIENCE
        cpu = self.serveur.secondes_cpu()
        while time.monotonic() - self.dernier < SILENCE and time.monotonic() < limite:
            self.page.wait_for_timeout(PAS)
            avant, cpu = cpu, self.serveur.secondes_cpu()
            if cpu - avant > REPOS:
                self.dernier = time.monotonic()
        return cpu

    def _dessin(self, millesime: int) -> float:
        """Instant (s since the navigation began) of the first drawing of this millésime."""
        trouver = f"window.banc && window.banc.dessins.find((d) => d.millesime === {millesime})"
        self.page.wait_for_function(trouver, timeout=PATIENCE * 1000, polling=PAS)
        return float(self._lire(f"({trouver}).instant")) / 1000

    def _lire(self, expression: str) -> Any:
        return self.page.evaluate(expression)


def _taille(trame: str | bytes) -> int:
    return len(trame.encode() if isinstance(trame, str) else trame)


@contextlib.contextmanager
def visite(navigateur: Browser, serveur: Serveur, attendus: dict[int, int]) -> Iterator[Visite]:
    """A reader who has never come.

    Args:
        navigateur: The browser.
        serveur: Where he goes.
        attendus: Millésime -> number of paths of a whole stock map.
    """
    # Playwright's own waiting is an `eval`, which the pages of the atlas refuse
    contexte = navigateur.new_context(viewport=ECRAN, locale="fr-FR", bypass_csp=True)  # type: ignore[arg-type]  # width and height
    try:
        contexte.add_init_script(f"({GUETTEUR.read_text(encoding='utf-8')})({json.dumps(attendus)})")
        yield Visite(contexte.new_page(), serveur)
    finally:
        contexte.close()

"""Servers and readers for the tests: the real server on a free port, a browser that reaches nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error

from outils.ouverture import repond

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

RACINE = Path(__file__).resolve().parents[2]
ECRAN = {"width": 1280, "height": 800}
PATIENCE = 900
"""Answers of 0.1 s to wait for before a server is said not to start."""

POSE = """([lieu, zoom]) => new Promise(pret => {
  window.map.atlasCadre = null;
  window.map.once("moveend", () => pret(true));
  window.map.setView(lieu, zoom, {animate: false});
})"""

CODE = (
    "app.py",
    "erreurs.py",
    "francais.py",
    "memoire.py",
    "server.py",
    "theme.py",
    ".streamlit",
    "components",
    "data",
    "exports",
    "geo",
    "pages",
    "service",
    "static",
)


def port_libre() -> int:
    """A port that nobody listens on."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return int(prise.getsockname()[1])


@contextmanager
def servir(racine: Path = RACINE, **environnement: str) -> Iterator[str]:
    """Run `python server.py` in a project; gives the server's address."""
    port = port_libre()
    env = {**os.environ, "PORT": str(port), **environnement}
    with subprocess.Popen(
        [sys.executable, "server.py"],
        cwd=racine,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as serveur:
        try:
            attendre(serveur, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            serveur.terminate()
            serveur.communicate(timeout=20)


def attendre(serveur: subprocess.Popen[str], port: int) -> None:
    """Return once the server answers; fail with its words if it stops instead."""
    for _ in range(PATIENCE):
        if repond(port):
            return
        try:
            serveur.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    serveur.kill()
    raise RuntimeError(f"Le serveur n’a pas démarré :\n{serveur.communicate()[0]}")


def copier_projet(cible: Path) -> Path:
    """A copy of the app, its data and its layers, that a test may alter."""
    cible.mkdir()
    for nom in CODE:
        origine = RACINE / nom
        if origine.is_dir():
            shutil.copytree(origine, cible / nom, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origine, cible / nom)
    return cible


@dataclass
class Visite:
    """One reader: a page of its own, with what it asked for, sent, received and complained about.

    Attributes:
        jetable: Whether what the test did to his browser cannot be undone: the next reader gets another one.
    """

    _contexte: BrowserContext
    serveur: str
    page: Page
    jetable: bool = False
    dehors: list[str] = field(default_factory=list)
    demandes: list[str] = field(default_factory=list)
    envoyes: list[int] = field(default_factory=list)
    recus: list[int] = field(default_factory=list)
    scripts_en_echec: list[str] = field(default_factory=list)
    plaintes: list[str] = field(default_factory=list)

    @property
    def contexte(self) -> BrowserContext:
        """His whole browser; who asks for it may change it beyond repair."""
        self.jetable = True
        return self._contexte

    def aller(self, chemin: str = "/") -> Page:
        """Open a page of the atlas; the map, if there is one, may not be drawn yet."""
        self.page.goto(f"{self.serveur}{chemin}")
        return self.page

    def carte(self, chemin: str = "/") -> Frame:
        """Open the page « Carte » and wait until the map has announced what it drew."""
        self.aller(chemin)
        cadre = self.cadre()
        cadre.wait_for_selector("body[data-version]", state="attached")
        self.au_calme()
        return cadre

    def cadre(self) -> Frame:
        """The frame of the map."""
        cadre = self.page.wait_for_selector("iframe.stCustomComponentV1").content_frame()
        assert cadre is not None
        return cadre

    def au_calme(self) -> None:
        """Wait until Streamlit says that no run is under way."""
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')

    def deplier(self, titre: str) -> None:
        """Open a fold by the keyboard, which the page cannot slip away from as from a pointer."""
        repli = self.page.locator("details", has=self.page.locator("summary", has_text=titre))
        repli.locator("summary").first.press("Enter")
        self.page.wait_for_function("e => e.open", arg=repli.first.element_handle())

    def placer(self, latitude: float, longitude: float, zoom: float) -> None:
        """Put the reader's view on a place, as if he had moved the map himself."""
        self.cadre().evaluate(POSE, [[latitude, longitude], zoom])

    def cliquer(self, latitude: float, longitude: float) -> None:
        """Click on a place of the map."""
        self.page.mouse.click(*self.pixel(latitude, longitude))

    def pixel(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place of the map stands on the page."""
        cadre = self.cadre()
        boite = self.page.locator("iframe.stCustomComponentV1").bounding_box()
        assert boite is not None
        point = cadre.evaluate("lieu => window.map.latLngToContainerPoint(lieu)", [latitude, longitude])
        bord = cadre.evaluate(
            "(e => ({x: e.left, y: e.top}))(window.map.getContainer().getBoundingClientRect())"
        )
        return boite["x"] + 1 + bord["x"] + point["x"], boite["y"] + 1 + bord["y"] + point["y"]

    def poids(self) -> int:
        """Bytes exchanged over the WebSocket so far."""
        return sum(self.envoyes) + sum(self.recus)


@contextmanager
def visiter(
    navigateur: Browser, serveur: str, *, premiere: bool = False, **options: object
) -> Iterator[Visite]:
    """A new reader; Chromium was started so that no other host than the server can answer him.

    His page is one that an earlier reader of the same settings left, emptied of what he stored, and still in
    the process that knows the scripts of this server: a new tab costs as much processor as a page of the
    atlas. For a `premiere` visit, the browser knows nothing.
    """
    reglages = {**REGLAGES, **options}
    pareils = [
        place
        for place in LIBRES
        if not premiere and place.navigateur is navigateur and place.reglages == reglages
    ]
    place = pareils[-1] if pareils else _ouvrir(navigateur, reglages)
    if pareils:
        LIBRES.remove(place)
    visite = Visite(place.contexte, serveur, place.page)
    oreilles = _ecouter(visite)
    try:
        yield visite
    except BaseException:
        place.contexte.close()
        raise
    for source, quoi, oreille in oreilles:
        source.remove_listener(quoi, oreille)
    if visite.jetable or not _vider(place, serveur):
        place.contexte.close()
        return
    LIBRES.append(place)
    if len(LIBRES) > GARDEES:
        LIBRES.pop(0).contexte.close()


@dataclass(eq=False)
class Place:
    """A browser of one tab, before or after a reader."""

    navigateur: Browser
    reglages: dict[str, object]
    contexte: BrowserContext
    page: Page


REGLAGES = {
    "viewport": ECRAN,
    "locale": "fr-FR",
    "color_scheme": "light",
    "reduced_motion": "reduce",
    "forced_colors": "none",
}
"""How a reader's browser is set unless a test says otherwise."""

GARDEES = 4
"""Tabs that wait for a reader: each holds about 100 MB."""

OUBLIER = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  const bases = await indexedDB.databases();
  await Promise.all(bases.map(({ name }) => new Promise(pret => {
    const demande = indexedDB.deleteDatabase(name);
    demande.onsuccess = demande.onerror = demande.onblocked = pret;
  })));
}"""
"""Everything that a page may have stored."""

LIBRES: list[Place] = []
"""Them, the one that was left last at the end."""


def _ouvrir(navigateur: Browser, reglages: dict[str, object]) -> Place:
    contexte = navigateur.new_context(**reglages)
    contexte.set_default_timeout(30_000)
    return Place(navigateur, reglages, contexte, contexte.new_page())


def _vider(place: Place, serveur: str) -> bool:
    """Whether a tab is as if nobody had used it: nothing stored, its first size, no page of the atlas."""
    if len(place.contexte.pages) != 1:
        return False
    try:
        place.page.evaluate(OUBLIER)
        place.contexte.clear_cookies()
        place.page.goto(f"{serveur}/pret")
        place.page.set_viewport_size(place.reglages["viewport"])
        media = ("color_scheme", "reduced_motion", "forced_colors")
        place.page.emulate_media(media="null", **{nom: place.reglages[nom] for nom in media})
    except Error:
        return False
    return True


def _ecouter(visite: Visite) -> list[tuple[BrowserContext | Page, str, Callable[..., None]]]:
    """Keep what the page does; gives what listens, to be taken away after the reader."""
    hote = urlsplit(visite.serveur).netloc

    def noter(adresse: str) -> None:
        parties = urlsplit(adresse)
        (visite.demandes if parties.netloc == hote else visite.dehors).append(adresse)

    def brancher(prise) -> None:
        noter(prise.url)
        prise.on("framesent", lambda corps: visite.envoyes.append(len(corps)))
        prise.on("framereceived", lambda corps: visite.recus.append(len(corps)))

    def demander(requete) -> None:
        if not requete.url.startswith(("data:", "blob:")):
            noter(requete.url)

    def echouer(erreur) -> None:
        visite.scripts_en_echec.append(str(erreur))

    def se_plaindre(message) -> None:
        if message.type == "error":
            visite.plaintes.append(message.text)

    oreilles = [
        (visite._contexte, "request", demander),
        (visite.page, "websocket", brancher),
        (visite.page, "pageerror", echouer),
        (visite.page, "console", se_plaindre),
    ]
    for source, quoi, oreille in oreilles:
        source.on(quoi, oreille)
    return oreilles

"""A bench for a component of ours: its script, sheet and HTML alone in a page; the test plays the server."""

from __future__ import annotations

import json
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from theme import COULEURS

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

STATIQUE = Path(__file__).resolve().parents[2] / "static" / "atlas"
SERVIE = "/app/static/atlas/"
ADRESSE = "http://127.0.0.1:9"
PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Établi</title>
<style>:root {{ {proprietes} }}
.atlas-lecteurs {{ position: absolute; width: 1px; height: 1px; overflow: hidden; }}
</style><body>{html}<button id="apres">après</button>
<script type="module">
const {{ default: composant }} = await import("./app/static/atlas/{script}?v=etabli");
window.envois = [];
const envoyer = (nom, valeur) => window.envois.push([nom, valeur]);
window.recevoir = (data) => composant({{ data, parentElement: document.body, setTriggerValue: envoyer }});
</script></body></html>"""


class Etabli:
    """A page that holds one component.

    Attributes:
        page: The page.
        plaintes: What the scripts complained about.
        refus: Addresses that the server of the bench answers with an error.
    """

    def __init__(self, page: Page, *, script: str, html: str, fichiers: dict[str, object]) -> None:
        """Open the page; `fichiers` are the layers, by name."""
        self.page = page
        self.plaintes: list[str] = []
        self.refus: set[str] = set()
        self.fichiers = {nom: json.dumps(contenu) for nom, contenu in fichiers.items()}
        proprietes = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
        self.html = PAGE.format(proprietes=proprietes, html=html, script=script)
        page.on("pageerror", lambda erreur: self.plaintes.append(str(erreur)))
        page.route("**/*", self._repondre)
        page.goto(f"{ADRESSE}/")
        page.wait_for_function("window.recevoir")

    def _repondre(self, route: Route) -> None:
        chemin = urlsplit(route.request.url).path
        nom = chemin.rpartition("/")[2]
        if nom in self.refus:
            route.fulfill(status=503, body="")
        elif chemin == "/":
            route.fulfill(content_type="text/html", body=self.html)
        elif nom in self.fichiers:
            route.fulfill(content_type="application/json", body=self.fichiers[nom])
        elif (fichier := STATIQUE / chemin.removeprefix(SERVIE)).is_file():
            genre = "text/javascript" if nom.endswith(".js") else mimetypes.guess_type(nom)[0]
            route.fulfill(content_type=genre, body=fichier.read_text(encoding="utf-8"))
        else:
            route.fulfill(status=404, body="")

    def recevoir(self, donnees: dict[str, object]) -> None:
        """What a run would send."""
        self.page.evaluate("donnees => window.recevoir(donnees)", donnees)

    def envois(self, nom: str) -> list[object]:
        """What the component sent under a name, in order."""
        return [valeur for envoi, valeur in self.page.evaluate("window.envois") if envoi == nom]

"""The atlas as an ASGI server: the same app, with headers, French pages, compression and health.

`make run` starts it; `streamlit run app.py` gives the same pages without these.
"""

from __future__ import annotations

import logging
import mimetypes
import os
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from components.cadre import coquille, reprise
from components.leaflet import elements, lot
from components.partage import annuaire, donnees, projets_prets
from data import chargement
from data.couches import magasin
from erreurs import FichierIllisible
from geo.contrats import TABLES
from geo.couches import AU_DEPART
from memoire import garde, ouvrir_d_avance, signature
from pages import naviguer
from service import journal as journal_json
from service.agents import SansAgents
from service.compression import CompressionUnique
from service.entetes import Entetes
from service.mesures import Compteurs, Suivi, route
from service.ouvertes import Matiere
from service.ouvertes import routes as ouvertes
from service.page import PageEnFrancais
from service.pret import Pret
from service.reprise import Reprise

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from geo.atlas import Atlas

__all__ = ["app", "options"]

RACINE = Path(__file__).resolve().parent
PORT = 8501
PAGES_AVEC_CARTE = ("", "carte", "territoire", "projets")
ANNONCENT = ("geo.territoires.histoire",)
"""Modules that pages alone import, and that ask for something to be opened in advance."""

LOURDS = ("exports.cartes", "exports.diaporama", "exports.fiche.pdf")
"""Modules that pages import when first opened, and that take long; never one that declares a component of
Streamlit (streamlit_folium): declared before the server runs, it would not be found."""

journal = logging.getLogger("atlas")
pret = Pret()
compteurs = Compteurs()


def _etat() -> dict[str, object]:
    """Whether the data and the map layers are there, in French for whoever reads it."""
    try:
        tables = chargement.manifeste()
        couches = magasin.controler()
    except (FichierIllisible, OSError, ValueError) as erreur:
        return {"etat": "en panne", "raison": str(erreur)}
    return {"etat": "en service", "tables": len(tables.keys() & TABLES.keys()), "couches": len(couches)}


async def sante(_requete: Request) -> JSONResponse:
    """`/sante`: 200 when the atlas can be read, 503 with the reason when it cannot."""
    etat = await run_in_threadpool(_etat)
    return JSONResponse(etat, status_code=200 if etat["etat"] == "en service" else 503)


async def vers_la_carte(requete: Request) -> RedirectResponse:
    """`/carte`: the page « Carte » stands at the root; its address keeps its words."""
    return RedirectResponse(f"./?{requete.url.query}" if requete.url.query else "./", status_code=308)


def _declarer_les_pages() -> None:
    """Tell Streamlit the pages before the first session (`pages`); it warns that no session asks."""
    bavard = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    niveau = bavard.level
    bavard.setLevel(logging.ERROR)
    naviguer()
    bavard.setLevel(niveau)


def _ouvrir() -> None:
    """Build once what every reader shares: the atlas, the search, the projects ready to be filtered.

    Before the first reader comes: done while he reads, it would make him wait (1.3 s of the search, 0.5 s of
    the projects, 1.0 s of the histories of territories, 0.3 s of the indicators, 0.5 s of the libraries that
    draw maps and sheets). Streamlit collects garbage after each run: what stays need not be looked through.
    """
    _declarer_les_pages()
    atlas = donnees.atlas()
    for nom in ANNONCENT:
        import_module(nom)
    ouvrir_d_avance(atlas)
    for nom in LOURDS:  # after what takes room for a moment: the server holds 8 MB less
        import_module(nom)
    annuaire.ranger()


@asynccontextmanager
async def _vie(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """Open the atlas before the first reader comes; a broken file is told on the pages, not here."""
    try:
        await run_in_threadpool(_ouvrir)
        pret.ouvrir()
    except (FichierIllisible, OSError) as erreur:  # OSError: the layers cannot be written
        journal.error("%s", erreur)
        pret.fermer(str(erreur))
    yield {}
    pret.fermer()


def _origines() -> list[str]:
    """Origins of folium's own scripts when Leaflet could not be installed, for the security policy."""
    return sorted({f"{u.scheme}://{u.netloc}" for u in map(urlsplit, elements.adresses_exterieures())})


@garde(taille=1, depend=lambda: signature(magasin.CIBLE / magasin.INDEX))
def _fichiers_de_la_carte() -> tuple[str, ...]:
    """What the frame of the map asks for, as the page sees it."""
    couches = magasin.index()
    adresses = [f"{elements.ADRESSE}/couches/{couches[nom].fichier}" for nom in AU_DEPART]
    return tuple(a.replace("../..", ".", 1) for a in (lot.adresse(), *adresses))


def _annonces(chemin: str) -> tuple[str, ...]:
    """Files worth fetching while Streamlit starts: those of the map, on the pages that show it."""
    if chemin.rstrip("/").rpartition("/")[2] not in PAGES_AVEC_CARTE:
        return ()
    try:
        return _fichiers_de_la_carte()
    except OSError:
        return ()


def _matiere() -> Matiere:
    """What the open data are made from: the objects of the pages."""
    return _matiere_de(donnees.atlas())


@garde(taille=1)
def _matiere_de(atlas: Atlas) -> Matiere:
    publie = projets_prets.publie(atlas)
    return Matiere(atlas=atlas, preparee=publie.preparee, vocabulaires=publie.vocabulaires)


def _police() -> str:
    """Address of the typeface that Streamlit serves under a name that changes; empty without it."""
    polices = Path(st.__file__).parent / "static" / "static" / "media"
    trouvee = next(iter(sorted(polices.glob("SourceSans*Upright*.woff2"))), None)
    return f"./static/media/{trouvee.name}" if trouvee else ""


# Windows may know `.js` as plain text, which browsers refuse to run.
mimetypes.add_type("text/javascript", ".js")


def options() -> dict[str, Any]:
    """What makes Streamlit's server ours: `st.App(script, **options())`."""
    return {
        "lifespan": _vie,
        "routes": [
            Route("/sante", sante),
            Route("/carte", vers_la_carte),
            Route("/pret", pret.repondre),
            Route("/metrics", route(compteurs)),
            *ouvertes.routes(_matiere, police=_police()),
        ],
        "middleware": [
            Middleware(Suivi, compteurs=compteurs, dire=journal_json.dire),
            Middleware(Entetes, hotes=_origines()),
            Middleware(SansAgents),
            Middleware(PageEnFrancais, annonces=_annonces, feuilles=coquille.feuilles()),
            Middleware(CompressionUnique),
            Middleware(Reprise, invitation=reprise.INVITATION, entiere=reprise.page_entiere),
        ],
    }


app = st.App(RACINE / "app.py", **options())

if __name__ == "__main__":
    journal_json.installer()
    reglages = {
        "server.port": int(os.environ.get("PORT", PORT)),
        "server.headless": True,
        "logger.hideWelcomeMessage": True,
    }
    app.run(config=reglages)

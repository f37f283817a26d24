"""The open data over the real atlas, opened once for all their tests."""

from __future__ import annotations

from functools import lru_cache

from starlette.applications import Starlette

from data import load
from geo.filtre.preparation import preparer
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from service.ouvertes.fonds import Fonds
from service.ouvertes.routes import routes


@lru_cache(maxsize=1)
def fonds():
    """What the open data are made from."""
    atlas = load.atlas()
    projets = ensemble(atlas)
    noms = vocabulaires(atlas, projets)
    return Fonds(atlas=atlas, preparee=preparer(projets, noms), vocabulaires=noms)


@lru_cache(maxsize=1)
def application():
    """An app that has these routes alone."""
    return Starlette(routes=routes(fonds, police="./police.woff2"))

"""The open data over the real atlas, opened once for all their tests."""

from __future__ import annotations

from functools import lru_cache

from starlette.applications import Starlette

from data import chargement
from geo.filtre.preparation import preparer
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from service.ouvertes.matiere import Matiere
from service.ouvertes.routes import routes


@lru_cache(maxsize=1)
def matiere():
    """What the open data are made from."""
    atlas = chargement.atlas()
    projets = ensemble(atlas)
    noms = vocabulaires(atlas, projets)
    return Matiere(atlas=atlas, preparee=preparer(projets, noms), vocabulaires=noms)


@lru_cache(maxsize=1)
def application():
    """An app that has these routes alone."""
    return Starlette(routes=routes(matiere, police="./police.woff2"))

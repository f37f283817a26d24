"""Shared fixtures; what a machine cannot run is left out loudly, and never in CI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import memoire
from data import chargement

RACINE = Path(__file__).resolve().parent.parent
OBLIGATOIRES = "SOURCES"

# A property is true or not whatever else the machine does: a slow example is no failure, and two runs try the
# same examples. Those of `make vite` are few; a test that asks for a number of its own keeps it.
settings.register_profile("atlas", deadline=None, derandomize=True)
settings.register_profile("vite", settings.get_profile("atlas"), max_examples=20)
settings.load_profile("atlas")


def _sources() -> Path:
    return Path(os.environ.get("ATLAS_SOURCES", RACINE.parent / "shared" / "sources"))


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of raw sources."""
    dossier = _sources()
    if not dossier.is_dir():
        pytest.skip(f"sources brutes absentes ({dossier.name})")
    return dossier


@pytest.fixture(scope="session")
def atlas():
    """The real atlas, from the committed tables."""
    return chargement.atlas()


@pytest.fixture
def donnees_a_soi(tmp_path, monkeypatch):
    """A copy of the processed files, read in the place of the real ones, that a test may break."""
    dossier = tmp_path / "processed"
    shutil.copytree(chargement.dossier(), dossier)
    monkeypatch.setenv("ATLAS_DONNEES", str(dossier))
    memoire.oublier()
    yield dossier
    memoire.oublier()

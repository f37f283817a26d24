"""Files that a test may break without touching the real ones."""

from __future__ import annotations

import shutil

import pytest
import streamlit as st

from data import load


@pytest.fixture
def donnees_a_soi(tmp_path, monkeypatch):
    """A copy of the processed files, read in the place of the real ones, that a test may break."""
    dossier = tmp_path / "processed"
    shutil.copytree(load.dossier(), dossier)
    monkeypatch.setenv("ATLAS_DONNEES", str(dossier))
    st.cache_resource.clear()
    st.cache_data.clear()
    yield dossier
    st.cache_resource.clear()
    st.cache_data.clear()

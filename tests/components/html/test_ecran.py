"""One door for HTML: what has its type passes as it is, a text is only a text."""

from __future__ import annotations

import pytest
import streamlit as st

from components.html.ecran import poser
from components.html.texte import balise


@pytest.fixture
def poses(monkeypatch):
    """What reaches Streamlit."""
    recus = []
    monkeypatch.setattr(st, "html", recus.append)
    return recus


def test_du_html_est_pose_tel_quel(poses):
    poser(balise("p", "R&D"))
    assert poses == ["<p>R&amp;D</p>"]
    assert type(poses[0]) is str


def test_un_texte_pose_par_erreur_n_est_qu_un_texte(poses):
    poser("<script>alert(1)</script>")
    assert poses == ["&lt;script&gt;alert(1)&lt;/script&gt;"]

"""Preferences are read as their authors mean them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.ouvertes.negociation import accepte, veut_gzip

CSV = ("text/csv", "text/plain")


@given(st.text(max_size=200))
def test_tout_entete_se_lit_sans_echouer(entete):
    assert accepte(entete, CSV) in {True, False}
    assert veut_gzip(entete) in {True, False}


def test_la_preference_la_plus_precise_l_emporte():
    assert accepte("text/csv;q=0, */*", CSV)
    assert not accepte("text/csv;q=0, text/plain;q=0.0, */*", CSV)
    assert not accepte("text/*;q=0, */*", CSV)


def test_gzip_est_envoye_a_qui_le_dit_et_a_nul_autre():
    assert veut_gzip("br;q=1.0, GZIP;q=0.8")
    assert veut_gzip("*")
    assert not veut_gzip("")
    assert not veut_gzip("br")
    assert not veut_gzip("gzip;q=0, *")

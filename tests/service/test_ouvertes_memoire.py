"""Answers are kept within a bound, and preferences are read as their authors mean them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.ouvertes.memoire import Memoire
from service.ouvertes.negociation import accepte, veut_gzip

CSV = ("text/csv", "text/plain")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60))))
def test_la_memoire_ne_depasse_jamais_sa_borne_et_compte_ce_qu_elle_garde(gestes):
    memoire = Memoire(len, places=4, octets=100)
    for cle, poids in gestes:
        memoire.garder(cle, b"x" * poids)
    gardees = [memoire.lire(cle) for cle in range(10) if memoire.lire(cle) is not None]
    assert len(memoire) == len(gardees) <= 4
    assert memoire.poids == sum(map(len, gardees)) <= 100


def test_la_reponse_demandee_en_dernier_reste():
    memoire = Memoire(len, places=2, octets=100)
    memoire.garder("a", b"1")
    memoire.garder("b", b"2")
    assert memoire.lire("a") == b"1"
    memoire.garder("c", b"3")
    assert (memoire.lire("a"), memoire.lire("b"), memoire.lire("c")) == (b"1", None, b"3")


def test_une_reponse_qui_prendrait_toute_la_place_n_est_pas_gardee():
    memoire = Memoire(len, octets=100)
    memoire.garder("petite", b"1")
    memoire.garder("grande", b"x" * 26)
    assert (memoire.lire("grande"), memoire.lire("petite")) == (None, b"1")


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

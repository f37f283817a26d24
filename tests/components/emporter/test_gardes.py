"""What was made is kept within a bound; nobody waits behind what he did not ask."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from components.emporter.gardes import Gardes

DELAI = 30


def test_ce_qui_est_garde_se_donne_pendant_qu_un_autre_se_fait():
    commence, finir = Event(), Event()

    def _faire(nom):
        if nom == "long":
            commence.set()
            finir.wait(DELAI)
        return nom.encode()

    gardes = Gardes(_faire, places=4)
    court = gardes("court")
    with ThreadPoolExecutor(2) as fils:
        long = fils.submit(gardes, "long")
        assert commence.wait(DELAI)
        assert fils.submit(gardes, "court").result(DELAI) is court
        assert not long.done()
        finir.set()
        assert long.result(DELAI) == b"long"


def test_le_plus_ancien_s_en_va_quand_la_place_manque():
    faits = []
    gardes = Gardes(lambda nom: faits.append(nom) or nom, places=2)
    for nom in ("a", "b", "a", "c", "a", "b"):
        gardes(nom)
    assert faits == ["a", "b", "c", "b"]


def test_un_echec_n_est_pas_garde():
    faits = []

    def _faire(nom):
        faits.append(nom)
        if len(faits) == 1:
            raise ValueError(nom)
        return nom

    gardes = Gardes(_faire, places=2)
    with pytest.raises(ValueError, match="a"):
        gardes("a")
    assert gardes("a") == "a"


def test_ce_qui_est_oublie_est_refait():
    faits = []
    gardes = Gardes(lambda nom: faits.append(nom) or nom, places=2)
    gardes("a")
    gardes.oublier()
    gardes("a")
    assert faits == ["a", "a"]

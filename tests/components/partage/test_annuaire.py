"""The index is built once for every session, and a failure is not kept."""

from __future__ import annotations

import pytest

from components.partage import annuaire
from data import chargement


@pytest.fixture
def constructions(monkeypatch, donnees_a_soi):
    annuaire._construire.oublier()
    faites = []
    monkeypatch.setattr(annuaire.donnees, "atlas", lambda: "atlas")
    monkeypatch.setattr(annuaire.Index, "de", lambda atlas: faites.append(atlas) or f"index de l’{atlas}")
    yield faites
    annuaire._construire.oublier()


def test_the_index_is_that_of_the_atlas_and_is_built_once(constructions):
    assert [annuaire.index(), annuaire.index()] == ["index de l’atlas"] * 2
    assert constructions == ["atlas"]


def test_what_lives_as_long_as_the_server_leaves_the_collector_alone(constructions, monkeypatch):
    gestes = []
    monkeypatch.setattr(annuaire.gc, "freeze", lambda: gestes.append("freeze"))
    annuaire.index()
    annuaire.index()
    assert gestes == ["freeze"]


def test_a_failure_is_not_kept(constructions, monkeypatch):
    def refuser():
        raise chargement.DonneesIllisibles("communes.parquet", "est tronqué")

    with monkeypatch.context() as pendant:
        pendant.setattr(annuaire.donnees, "atlas", refuser)
        with pytest.raises(chargement.DonneesIllisibles):
            annuaire.index()
    assert annuaire.index() == "index de l’atlas"

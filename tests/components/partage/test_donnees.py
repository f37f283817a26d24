"""The atlas is opened once, and its layers are made before anybody draws them."""

from __future__ import annotations

import pytest

from components.partage import donnees
from data import chargement


@pytest.fixture
def compteur(monkeypatch, donnees_a_soi):
    donnees._ouvrir.oublier()
    faits = []
    monkeypatch.setattr(donnees.chargement, "atlas", lambda _: faits.append("atlas") or "atlas")
    monkeypatch.setattr(donnees.magasin, "fabriquer", faits.append)
    yield faits
    donnees._ouvrir.oublier()


def test_the_atlas_is_opened_once_for_every_session(compteur):
    donnees.atlas()
    donnees.atlas()
    assert compteur.count("atlas") == 1


def test_the_layers_are_made_from_the_tables_that_were_read(compteur, donnees_a_soi):
    donnees.atlas()
    assert compteur == ["atlas", donnees_a_soi]


def test_a_failure_is_not_kept(compteur, monkeypatch):
    def refuser(_):
        raise chargement.DonneesIllisibles("projets.parquet", "est tronqué")

    with monkeypatch.context() as pendant:
        pendant.setattr(donnees.chargement, "atlas", refuser)
        with pytest.raises(chargement.DonneesIllisibles):
            donnees.atlas()
    assert donnees.atlas() == "atlas"

"""The atlas is opened once, and its layers are made before anybody draws them."""

from __future__ import annotations

import pytest

from components.partage import donnees
from data import chargement


@pytest.fixture
def compteur(monkeypatch, donnees_a_soi):
    faits = []
    monkeypatch.setattr(donnees.chargement, "atlas", lambda _: faits.append("atlas") or "atlas")
    monkeypatch.setattr(donnees.magasin, "fabriquer", faits.append)
    return faits


def test_l_atlas_est_ouvert_une_fois_pour_toutes_les_sessions(compteur):
    donnees.atlas()
    donnees.atlas()
    assert compteur.count("atlas") == 1


def test_les_couches_se_font_avec_les_tables_qui_ont_ete_lues(compteur, donnees_a_soi):
    donnees.atlas()
    assert compteur == ["atlas", donnees_a_soi]


def test_un_echec_n_est_pas_garde(compteur, monkeypatch):
    def refuser(_):
        raise chargement.DonneesIllisibles("projets.parquet", "est tronqué")

    with monkeypatch.context() as pendant:
        pendant.setattr(donnees.chargement, "atlas", refuser)
        with pytest.raises(chargement.DonneesIllisibles):
            donnees.atlas()
    assert donnees.atlas() == "atlas"

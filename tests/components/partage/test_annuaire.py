"""The index is built once for every session, and a failure is not kept."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from components.partage import annuaire
from data import chargement


@pytest.fixture
def constructions(monkeypatch, donnees_a_soi):
    faites = []
    ouvert = SimpleNamespace(nom="atlas")
    monkeypatch.setattr(annuaire.donnees, "atlas", lambda: ouvert)
    monkeypatch.setattr(
        annuaire.Index, "de", lambda atlas: faites.append(atlas.nom) or f"index de l’{atlas.nom}"
    )
    return faites


def test_l_index_est_celui_de_l_atlas_et_se_construit_une_fois(constructions):
    assert [annuaire.index(), annuaire.index()] == ["index de l’atlas"] * 2
    assert constructions == ["atlas"]


def test_ce_qui_vit_autant_que_le_serveur_laisse_le_ramasse_miettes_tranquille(constructions, monkeypatch):
    gestes = []
    monkeypatch.setattr(annuaire.gc, "freeze", lambda: gestes.append("freeze"))
    annuaire.index()
    annuaire.index()
    assert gestes == ["freeze"]


def test_un_echec_n_est_pas_garde(constructions, monkeypatch):
    def refuser():
        raise chargement.DonneesIllisibles("communes.parquet", "est tronqué")

    with monkeypatch.context() as pendant:
        pendant.setattr(annuaire.donnees, "atlas", refuser)
        with pytest.raises(chargement.DonneesIllisibles):
            annuaire.index()
    assert annuaire.index() == "index de l’atlas"

"""docs/licences.md says what is installed, and nothing comes without a licence."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from outils.licences import CHEMIN, ecrire, exigences, licence

LIGNES = CHEMIN.read_text(encoding="utf-8").splitlines()


def test_le_document_est_ce_que_la_commande_ecrit():
    assert ecrire().splitlines() == LIGNES


def test_chaque_paquet_a_une_licence():
    assert [ligne for ligne in LIGNES if "non déclarée" in ligne] == []


@pytest.mark.parametrize("mot", ["AGPL", "proprietary", "SSPL", "Commercial"])
def test_aucun_paquet_n_interdit_ni_ne_lie_un_service_public(mot):
    assert [ligne for ligne in LIGNES if mot.lower() in ligne.lower()] == []


def test_chaque_paquet_epingle_y_est():
    noms = {ligne.split("|")[1].strip() for ligne in LIGNES if ligne.startswith("| ")}
    assert {nom for nom, _ in exigences()} <= noms


def test_un_paquet_absent_ne_recoit_pas_de_licence():
    with pytest.raises(PackageNotFoundError):
        licence("paquet-qui-n-existe-pas")

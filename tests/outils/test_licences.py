"""docs/licences.md says what is installed, and nothing comes without a licence."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from outils.licences import CHEMIN, ecrire, exigences, licence

LIGNES = CHEMIN.read_text(encoding="utf-8").splitlines()


def test_the_document_is_what_the_command_writes():
    assert ecrire().splitlines() == LIGNES


def test_every_package_has_a_licence():
    assert [ligne for ligne in LIGNES if "non déclarée" in ligne] == []


@pytest.mark.parametrize("mot", ["AGPL", "proprietary", "SSPL", "Commercial"])
def test_no_package_forbids_or_binds_a_public_service(mot):
    assert [ligne for ligne in LIGNES if mot.lower() in ligne.lower()] == []


def test_every_pinned_package_stands_in_it():
    noms = {ligne.split("|")[1].strip() for ligne in LIGNES if ligne.startswith("| ")}
    assert {nom for nom, _ in exigences()} <= noms


def test_a_package_that_is_not_there_is_not_given_a_licence():
    with pytest.raises(PackageNotFoundError):
        licence("paquet-qui-n-existe-pas")

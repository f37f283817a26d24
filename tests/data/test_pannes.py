"""Every processed file, cut, altered or missing, is refused in French by its name, never by a traceback."""

from __future__ import annotations

import json
import shutil

import pytest

from data import load

FICHIERS = sorted(f.name for f in load.dossier().glob("*.parquet"))


def couper(chemin):
    chemin.write_bytes(chemin.read_bytes()[:-100])


def alterer(chemin):
    octets = bytearray(chemin.read_bytes())
    octets[len(octets) // 2] ^= 0xFF
    chemin.write_bytes(bytes(octets))


def supprimer(chemin):
    chemin.unlink()


PANNES = {"tronqué": couper, "modifié": alterer, "manquant": supprimer}


@pytest.fixture
def dossier(tmp_path):
    """A copy of the processed files."""
    return shutil.copytree(load.dossier(), tmp_path / "processed")


def test_there_are_files_to_break():
    assert {f"{nom}.parquet" for nom in json.loads((load.dossier() / load.MANIFESTE).read_text())} >= set(
        FICHIERS
    )
    assert len(FICHIERS) > 5


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", FICHIERS)
def test_a_wrong_file_is_named_with_its_reason(dossier, nom, raison):
    PANNES[raison](dossier / nom)
    with pytest.raises(load.DonneesIllisibles) as refus:
        load.lire(nom.removesuffix(".parquet"), dossier)
    assert f"« {nom} »" in str(refus.value)
    assert raison in str(refus.value)

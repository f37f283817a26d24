"""Every processed file, cut, altered or missing, is refused in French by its name, never by a traceback."""

from __future__ import annotations

import json
import shutil

import pytest

from data import chargement
from geo.contrats.tables import TABLES
from tests.pannes import alterer, couper, supprimer

FICHIERS = sorted(f.name for f in chargement.dossier().iterdir())
REMEDE = "python -m data.fabrication"


PANNES = {"tronqué": couper, "modifié": alterer, "manquant": supprimer}
ABIMES = {"tronqué": "abîmé", "modifié": "abîmé", "manquant": "manquant"}
"""What is said of the manifest, whose sum nobody holds."""


@pytest.fixture
def dossier(tmp_path):
    """A copy of the processed files."""
    return shutil.copytree(chargement.dossier(), tmp_path / "processed")


def lire(nom, dossier):
    """Read a file as the pages do."""
    lecteurs = {chargement.MANIFESTE: chargement.manifeste, chargement.RAPPORT: chargement.rapport}
    lecteur = lecteurs.get(nom)
    return lecteur(dossier) if lecteur else chargement.lire(nom.removesuffix(".parquet"), dossier)


def test_chaque_fichier_du_dossier_en_est_un_que_l_atlas_lit():
    tables = {f"{nom}.parquet" for nom in TABLES}
    assert set(FICHIERS) - tables == {chargement.MANIFESTE, chargement.RAPPORT}
    assert {
        f"{nom}.parquet" for nom in json.loads((chargement.dossier() / chargement.MANIFESTE).read_text())
    } > tables


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", FICHIERS)
def test_un_fichier_faux_est_nomme_avec_sa_raison_et_le_remede(dossier, nom, raison):
    assert lire(nom, dossier) is not None
    PANNES[raison](dossier / nom)
    with pytest.raises(chargement.DonneesIllisibles) as refus:
        lire(nom, dossier)
    assert f"« {nom} »" in str(refus.value)
    assert (ABIMES[raison] if nom == chargement.MANIFESTE else raison) in str(refus.value)
    assert REMEDE in str(refus.value)


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", [n for n in FICHIERS if n != chargement.MANIFESTE])
def test_un_fichier_faux_laisse_les_autres_lisibles(dossier, nom, raison):
    PANNES[raison](dossier / nom)
    for autre in ("regions.parquet", "voisinages.parquet"):
        if autre != nom:
            assert len(lire(autre, dossier)) > 0

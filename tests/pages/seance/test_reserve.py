"""The file of what a séance holds: light on the wire, whole for each territory."""

import gzip
import json

from components.partage import donnees
from geo.seance.reserve import Reserve
from pages.seance.reserve import contenu

POIDS = {("53",): 15_000, None: 150_000}
"""Régions, None for all of them -> most bytes once compressed."""


def lire(*regions):
    return contenu(donnees.atlas(), Reserve(regions=regions, annees=(2021,)))


def test_chaque_territoire_de_la_region_a_ses_chiffres_sa_carte_et_ses_noms():
    dit = json.loads(lire("53"))
    territoires = [vue for vue in dit["vues"] if vue["mot"].startswith("ti-")]
    assert len(territoires) == 10
    for vue in territoires:
        assert vue["titre"]
        assert vue["figures"]
        assert vue["carte"]["choisi"] == vue["mot"]
        assert vue["aussi"]


def test_ce_qui_est_garde_reste_leger():
    toutes = sorted(donnees.atlas().nom_region)
    for regions, plafond in POIDS.items():
        assert len(gzip.compress(lire(*(regions or toutes)), 6)) < plafond

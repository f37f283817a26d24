"""Schemathesis asks the open data whatever their description allows and forbids, in process.

The requests are the same at each run. One thing is told to it: an allowed value may still name nothing (a
territory of another millésime, 404) or make no sense with another one (a period that ends before it begins,
422).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import (
    ChecksConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)

from service.ouvertes.adresses import adresses
from service.ouvertes.description import openapi
from tests.service.ouvertes import application, matiere

EXEMPLES = 25
"""Requests for each address and each mode."""

REGLAGES = settings(
    max_examples=EXEMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@lru_cache(maxsize=1)
def description():
    permis = PositiveDataAcceptanceConfig(expected_statuses=["2xx", 404, 422])
    projet = ProjectConfig(checks=ChecksConfig(positive_data_acceptance=permis))
    config = SchemathesisConfig(projects=ProjectsConfig(default=projet))
    lue = schemathesis.openapi.from_dict(openapi(matiere()), config=config)
    lue.app = application()
    return lue


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("adresse", adresses(), ids=lambda adresse: adresse.fichier)
def test_quoi_que_l_on_demande_la_reponse_est_celle_qui_est_decrite(adresse, mode, record_property):
    statuts = Counter()

    @REGLAGES
    @given(demande=description()[adresse.chemin]["GET"].as_strategy(generation_mode=mode))
    def demander(demande):
        statuts[demande.call_and_validate().status_code] += 1

    demander()
    record_property(
        "schemathesis", json.dumps({"adresse": adresse.fichier, "mode": mode.value, "statuts": statuts})
    )
    assert (200 if mode is GenerationMode.POSITIVE else 400) in statuts

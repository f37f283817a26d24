"""What all sessions share is made once, whoever asks and whenever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from components.partage.une_fois import UneFois


def test_les_sessions_qui_demandent_ensemble_partagent_une_seule_fabrication():
    faits = []
    ensemble = Barrier(8, timeout=10)

    @UneFois
    def faire(nom):
        faits.append(nom)
        return object()

    def demander(_):
        ensemble.wait()
        return faire("atlas")

    with ThreadPoolExecutor(8) as sessions:
        recus = set(sessions.map(demander, range(8)))
    assert faits == ["atlas"]
    assert len(recus) == 1


def test_un_autre_dossier_est_refait():
    faits = []
    faire = UneFois(faits.append)
    faire("ici")
    faire("là")
    faire("là")
    assert faits == ["ici", "là"]


def test_ce_qui_est_oublie_se_refait():
    faits = []
    faire = UneFois(faits.append)
    faire("ici")
    faire.oublier()
    faire("ici")
    assert faits == ["ici", "ici"]


def test_un_echec_ne_laisse_personne_en_attente_et_n_est_pas_garde():
    essais = iter([OSError("disque"), "fait"])

    @UneFois
    def faire(_nom):
        suite = next(essais)
        if isinstance(suite, Exception):
            raise suite
        return suite

    with pytest.raises(OSError, match="disque"):
        faire("ici")
    assert faire("ici") == "fait"

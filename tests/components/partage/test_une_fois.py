"""What all sessions share is made once, whoever asks and whenever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from components.partage.une_fois import UneFois


def test_sessions_that_ask_together_share_one_making():
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


def test_another_folder_is_made_anew():
    faits = []
    faire = UneFois(faits.append)
    faire("ici")
    faire("là")
    faire("là")
    assert faits == ["ici", "là"]


def test_what_is_forgotten_is_made_again():
    faits = []
    faire = UneFois(faits.append)
    faire("ici")
    faire.oublier()
    faire("ici")
    assert faits == ["ici", "ici"]


def test_a_failure_leaves_no_one_waiting_and_is_not_kept():
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

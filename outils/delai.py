"""A pytest plugin that stops in time, and says what it had no time for: `-p outils.delai --secondes 40`.

A lane of a minute must be one whatever was changed. Past its time no test starts; those that were left are
named by file at the end, never dropped in silence. It works in one process and under pytest-xdist, whose
workers each look at the same clock.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

AUCUN = 1
"""Exit code when not one test had time: nothing was verified, which is no success."""

SURPLUS = "tests_sans_temps"
"""Where a worker hands its list over to the process that gathers."""


def pytest_addoption(parser: Any) -> None:
    """Declare the two options."""
    groupe = parser.getgroup("délai", "un temps à ne pas dépasser")
    groupe.addoption("--secondes", type=float, default=None, help="temps après lequel aucun test ne commence")
    groupe.addoption("--echeance", type=float, default=None, help="la même chose, en heure Unix")


def pytest_configure(config: Any) -> None:
    """Fix the hour once, for every worker: they get the options as they stand here."""
    if config.option.secondes is not None and config.option.echeance is None:
        config.option.echeance = time.time() + config.option.secondes
    if config.option.echeance is not None:
        config.pluginmanager.register(Delai(config.option.echeance), "delai")


class Delai:
    """What stands between a test and its start.

    Attributes:
        laisses: Tests that had no time, by identifier.
        commences: Whether a test has started.
    """

    def __init__(self, echeance: float) -> None:
        """Take the hour (Unix, seconds) after which no test starts."""
        self.echeance = echeance
        self.laisses: list[str] = []
        self.commences = False

    def pytest_runtest_protocol(self, item: Any) -> bool | None:
        """Pass over a test that comes too late."""
        if time.time() < self.echeance:
            return None
        self.laisses.append(item.nodeid)
        return True

    def pytest_runtest_logreport(self) -> None:
        """Remember that a test has started, here or in a worker."""
        self.commences = True

    def pytest_sessionfinish(self, session: Any) -> None:
        """In a worker, hand the list over; where all are gathered, fail if not one test has started."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[SURPLUS] = self.laisses
        elif self.laisses and not self.commences:
            session.exitstatus = AUCUN

    def pytest_testnodedown(self, node: Any) -> None:
        """Where workers are gathered, take the list of one."""
        self.laisses += getattr(node, "workeroutput", {}).get(SURPLUS, [])

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Name the files of the tests that had no time."""
        if self.laisses:
            phrase = f"{len(self.laisses)} tests n’ont pas commencé, faute de temps"
            terminalreporter.section(phrase, yellow=True)
            for fichier, nombre in Counter(nom.partition("::")[0] for nom in self.laisses).items():
                terminalreporter.line(f"{nombre:>5}  {fichier}")

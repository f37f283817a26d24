"""One real server and one Chromium for the whole suite; a new reader for each test."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from outils.controles import trouver_chromium
from tests.navigateur.atelier import servir, visiter

expect.set_options(timeout=30_000)

INUTILES = (
    # The address bar of a window that nobody sees is two pages of its own, a third of its time.
    *("InitialWebUI", "PreloadTopChromeWebUI", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup"),
    # Playwright's own list, which ours replaces.
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    *("TcpPortRandomizationWin", "ThirdPartyStoragePartitioning"),
)
"""What Chromium is started without."""


def pytest_collection_modifyitems(items):
    """Every test of this folder drives a browser."""
    for item in items:
        if "tests/navigateur/" in item.nodeid:
            item.add_marker(pytest.mark.navigateur)


@pytest.fixture(scope="session")
def navigateur():
    """Chromium, without a network beyond this machine."""
    chemin = trouver_chromium()
    if not chemin:
        phrase = "aucun Chromium trouvé (variable CHROMIUM ou PATH) : la carte n’est pas vérifiée"
        if os.environ.get("NAVIGATEUR") == "obligatoire":
            pytest.fail(phrase)
        pytest.skip(phrase)
    # Not by `page.route`, which would switch the browser's cache off.
    arguments = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--disable-features={','.join(INUTILES)}",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chemin, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serveur(navigateur):
    """Address of `python server.py` on this clone."""
    with servir() as adresse:
        yield adresse


@pytest.fixture
def visite(navigateur, serveur):
    """A new reader of the atlas."""
    with visiter(navigateur, serveur) as visite:
        yield visite

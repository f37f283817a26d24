"""Opening the browser: only before a screen, only once the app answers."""

from __future__ import annotations

import http.server
import threading

import pytest

from outils import ouverture


@pytest.fixture
def ecran(monkeypatch):
    """Somebody in front of a terminal, on a desktop."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("OUVRIR", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ouverture.sys.stdout, "isatty", lambda: True, raising=False)


def test_devant_un_ecran_le_navigateur_s_ouvre(ecran):
    assert ouverture.souhaitee()


@pytest.mark.parametrize(("nom", "valeur"), [("CI", "true"), ("OUVRIR", "non")])
def test_en_integration_continue_ou_sur_demande_il_ne_s_ouvre_pas(ecran, monkeypatch, nom, valeur):
    monkeypatch.setenv(nom, valeur)
    assert not ouverture.souhaitee()


def test_sans_bureau_sous_linux_il_ne_s_ouvre_pas(ecran, monkeypatch):
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(ouverture.sys, "platform", "linux")
    assert not ouverture.souhaitee()


def test_il_s_ouvre_quand_le_serveur_repond(monkeypatch):
    class Sante(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    ouverts = []
    monkeypatch.setattr(ouverture.webbrowser, "open", ouverts.append)
    with http.server.HTTPServer(("127.0.0.1", 0), Sante) as serveur:
        fil = threading.Thread(target=serveur.handle_request)
        fil.start()
        ouverture.ouvrir(serveur.server_port)
        fil.join()
    assert ouverts == [f"http://localhost:{serveur.server_port}"]


def test_il_renonce_quand_le_serveur_ne_repond_pas(monkeypatch):
    monkeypatch.setattr(ouverture, "PATIENCE", 0.0)
    monkeypatch.setattr(ouverture.webbrowser, "open", pytest.fail)
    ouverture.ouvrir(1)
    assert not ouverture.repond(1)

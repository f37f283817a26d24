"""A restart or a lost connection: the page says so in French, then shows again what was chosen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.navigateur.atelier import RACINE, attendre, port_libre, visiter

VUE = "/territoire?ti=ti-2806&millesime=2022"
ANGLAIS = ("Connection", "Streamlit", "server", "internet", "Close")
PAROLES = """() => [...document.querySelectorAll("[role=dialog], [data-testid=stStatusWidget]")]
  .map(e => e.innerText + " " + [...e.querySelectorAll("[aria-label]")].map(a => a.ariaLabel).join(" "))
  .join(" ")"""

GUET = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const noter = () => {
    if (app.dataset.testScriptState === "running") document.body.dataset.reprise = "oui";
  };
  new MutationObserver(noter).observe(app, { attributes: true });
}"""
REPRISE = 'body[data-reprise] [data-testid="stApp"][data-test-script-state="notRunning"]'
"""A page that has run since the guard was put, and runs no more."""


class Service:
    """A server that a test stops and starts again on the same port."""

    def __init__(self):
        self.port = port_libre()
        self.adresse = f"http://127.0.0.1:{self.port}"
        self.processus = None

    def demarrer(self):
        self.processus = subprocess.Popen(
            [sys.executable, "server.py"],
            cwd=RACINE,
            env={**os.environ, "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        attendre(self.processus, self.port)

    def arreter(self):
        """As a machine that falls: nobody is told."""
        if self.processus is not None:
            self.processus.kill()
            self.processus.communicate(timeout=20)


@pytest.fixture(scope="module")
def machine():
    machine = Service()
    yield machine
    machine.arreter()


@pytest.fixture
def service(machine):
    """The server, started again if the test before has stopped it."""
    if machine.processus is None or machine.processus.poll() is not None:
        machine.demarrer()
    return machine


@pytest.fixture
def lecteur(navigateur, service):
    with visiter(navigateur, service.adresse) as visite:
        yield visite


def ouvrir(visite, adresse=VUE, millesime="2022"):
    """Open a territory, and wait until the page is whole."""
    visite.aller(adresse)
    a_l_ecran(visite.page, millesime)
    visite.au_calme()


def a_l_ecran(page, millesime):
    """Wait until « Territoire » shows this millésime."""
    page.get_by_text(f"· millésime {millesime} ·").wait_for()


def interrompre(visite, service, *pages):
    """Stop the server; every page must say so."""
    service.arreter()
    for page in (visite.page, *pages):
        page.evaluate(GUET)
        page.get_by_role("dialog", name="Connexion interrompue").wait_for()


def reprendre(visite, service, *pages):
    """Start it again; every page must come back and run, though nobody touches it."""
    service.demarrer()
    for page in (visite.page, *pages):
        page.get_by_role("dialog").wait_for(state="detached")
        page.wait_for_selector(REPRISE)


def choisir(page, millesime):
    page.get_by_role("radio", name=f"{millesime}").click()
    a_l_ecran(page, millesime)


def test_un_serveur_qui_s_arrete_est_dit_en_francais(lecteur, service):
    ouvrir(lecteur)
    interrompre(lecteur, service)
    paroles = lecteur.page.evaluate(PAROLES)
    assert "La page reprendra d’elle-même" in paroles
    assert [mot for mot in ANGLAIS if mot in paroles] == []


def test_apres_un_redemarrage_deux_onglets_reprennent_chacun_leur_vue_et_repondent(lecteur, service):
    ouvrir(lecteur)
    choisir(lecteur.page, 2023)
    lecteur.au_calme()
    avant = lecteur.page.url
    intact = lecteur.contexte.new_page()
    intact.goto(f"{service.adresse}/territoire?ti=ti-2806&millesime=2021")
    a_l_ecran(intact, 2021)
    interrompre(lecteur, service, intact)
    reprendre(lecteur, service, intact)
    a_l_ecran(lecteur.page, 2023)
    assert lecteur.page.url == avant
    assert "millesime=2023" in avant
    choisir(lecteur.page, 2020)
    a_l_ecran(intact, 2021)
    choisir(intact, 2023)  # its first gesture since it came: a fragment that the new server had never run
    a_l_ecran(lecteur.page, 2020)


def test_le_bouton_precedent_ramene_la_page_et_son_choix(visite):
    ouvrir(visite)
    visite.page.get_by_role("link", name="Méthode", exact=True).first.click()
    visite.page.get_by_role("heading", name="Dictionnaire").wait_for()
    visite.page.go_back()
    a_l_ecran(visite.page, 2022)
    assert visite.page.url.endswith(VUE)

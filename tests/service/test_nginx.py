"""`deploiement/nginx.conf` as it is shipped, before two real copies of the atlas."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager

import httpx
import pytest

from bench.charge.course import Serie, courir
from bench.charge.parcours import Lieux
from bench.serveurs import Serveur, atlas
from outils.ouverture import repond
from tests.navigateur.atelier import PATIENCE, RACINE, port_libre
from tests.service.visiteur import a_part

CONFIGURATION = RACINE / "deploiement" / "nginx.conf"
ENVELOPPE = """daemon off;
pid {dossier}/nginx.pid;
error_log {dossier}/erreurs.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {dossier}/corps;
    proxy_temp_path {dossier}/relais;
    fastcgi_temp_path {dossier}/f;
    uwsgi_temp_path {dossier}/u;
    scgi_temp_path {dossier}/s;
    include {dossier}/atlas.conf;
}}
"""


@pytest.fixture(scope="session")
def nginx():
    """Path of nginx; left out loudly without it, compulsory in CI."""
    chemin = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not chemin:
        phrase = "nginx absent : la configuration de deploiement/ n’est pas essayée"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(phrase)
        pytest.skip(phrase)
    return chemin


def preparer(dossier, port, copies):
    """The configuration as shipped, on other ports, and its log in a folder of the test."""
    texte = CONFIGURATION.read_text(encoding="utf-8")
    for avant, apres in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("127.0.0.1:8501", copies[0]),
        ("127.0.0.1:8502", copies[1]),
        ("/var/log/nginx/", f"{dossier}/"),
    ):
        assert texte.count(avant) == 1
        texte = texte.replace(avant, apres)
    (dossier / "atlas.conf").write_text(texte, encoding="utf-8")
    (dossier / "nginx.conf").write_text(ENVELOPPE.format(dossier=dossier), encoding="utf-8")


@contextmanager
def relayer(nginx, dossier, copies):
    """Run nginx before two copies; gives its address."""
    port = port_libre()
    preparer(dossier, port, copies)
    commande = [nginx, "-p", str(dossier), "-c", str(dossier / "nginx.conf")]
    with subprocess.Popen(commande, stderr=subprocess.DEVNULL) as relais:
        try:
            for _ in range(PATIENCE):
                if repond(port):
                    break
                with pytest.raises(subprocess.TimeoutExpired):
                    relais.wait(timeout=0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            relais.terminate()
            relais.wait(timeout=20)


def test_nginx_accepte_la_configuration(nginx, tmp_path):
    preparer(tmp_path, port_libre(), ("127.0.0.1:8501", "127.0.0.1:8502"))
    essai = subprocess.run(
        [nginx, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert essai.returncode == 0, essai.stderr
    assert "warn" not in essai.stderr


@pytest.fixture(scope="module")
def relais(nginx, tmp_path_factory):
    """Two copies behind nginx: its address, the copies, its folder."""
    dossier = tmp_path_factory.mktemp("nginx")
    with atlas() as une, atlas() as autre:
        copies = [serveur.adresse.removeprefix("http://") for serveur in (une, autre)]
        with relayer(nginx, dossier, copies) as adresse:
            yield adresse, (une, autre), dossier


@pytest.fixture
def client(relais):
    """A reader of the proxy."""
    with httpx.Client(base_url=relais[0], trust_env=False, timeout=20) as client:
        yield client


def connexions(serveur):
    """Connections of readers that a copy has had, by its own count."""
    mesures = httpx.get(f"{serveur.adresse}/metrics", trust_env=False).text
    return int(re.search(r"^atlas_connexions_total (\d+)$", mesures, flags=re.MULTILINE)[1])


def test_les_copies_sont_pretes_derriere_nginx(client):
    assert client.get("/pret").json() == {"etat": "prêt"}
    assert client.get("/sante").json()["etat"] == "en service"


def test_les_entetes_de_securite_passent(client):
    entetes = client.get("/region").headers
    assert "default-src 'self'" in entetes["content-security-policy"]
    assert entetes["x-content-type-options"] == "nosniff"
    assert re.search(r"\d", entetes["server"]) is None


def test_les_couches_sont_compressees_une_seule_fois(client):
    index = client.get("/app/static/couches/index.json")
    fichier = index.json()["couches"]["territoires"]["fichier"]
    couche = client.get(f"/app/static/couches/{fichier}", headers={"accept-encoding": "gzip"})
    assert couche.headers["content-encoding"] == "gzip"
    assert "immutable" in couche.headers["cache-control"]
    assert couche.json()


def test_les_mesures_ne_passent_pas(client):
    assert client.get("/metrics").status_code == 404


def test_trois_lecteurs_travaillent_par_nginx_et_gardent_leur_copie(relais):
    adresse, copies, _ = relais
    avant = [connexions(copie) for copie in copies]
    devant = Serveur(adresse=adresse, processus=copies[0].processus, demarrage=0.0)
    course = a_part(courir, devant, Serie(sessions=3, duree=2.0, presses=True), Lieux.lire())
    assert course.releve.erreurs == []
    assert len(course.releve.toutes()) >= 3
    ecarts = [connexions(copie) - a for copie, a in zip(copies, avant, strict=True)]
    assert sorted(ecarts) == [0, 3], "one machine and one browser: one copy"


def test_le_journal_de_nginx_ne_dit_ni_le_lecteur_ni_ce_qu_il_cherche(client, relais):
    client.get("/region", params={"code": "53", "q": "recherche-secrete"})
    journal = (relais[2] / "atlas.log").read_text(encoding="utf-8")
    assert '"statut":200' in journal
    assert "recherche-secrete" not in journal
    assert '"127.0.0.1"' not in journal


def test_quand_une_copie_tombe_l_autre_repond(nginx, relais, tmp_path):
    copies = [relais[1][0].adresse.removeprefix("http://"), f"127.0.0.1:{port_libre()}"]
    with relayer(nginx, tmp_path, copies) as adresse:
        reponses = [
            httpx.get(f"{adresse}/pret", headers={"user-agent": f"lecteur {rang}"}, trust_env=False)
            for rang in range(8)
        ]
    assert {reponse.status_code for reponse in reponses} == {200}

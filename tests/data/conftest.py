"""A server on the loopback that behaves as badly as the real ones: it cuts, stalls and lies."""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

CONTENU = b"code,nom\n" + b"".join(b"%05d,commune %d\n" % (i, i) for i in range(20_000))
COUPURE = 100_000
ETAG = '"edition-1"'


class Requete(BaseHTTPRequestHandler):
    """One request, answered by the next step of the scenario."""

    server: Serveur

    def do_GET(self) -> None:
        self.server.demandes.append({nom.lower(): valeur for nom, valeur in self.headers.items()})
        etapes = self.server.etapes
        etape = etapes.pop(0) if len(etapes) > 1 else etapes[0]
        if etape.isdigit():
            self.entete(int(etape), Content_Length=0)
        else:
            ETAPES[etape](self)

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""

    def entete(self, code: int, **champs: object) -> None:
        self.send_response(code)
        for nom, valeur in champs.items():
            self.send_header(nom.replace("_", "-"), str(valeur))
        self.end_headers()


class Serveur(ThreadingHTTPServer):
    """A server whose answers are named in advance, or are a status; the last one repeats."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Requete)
        self.contenu = CONTENU
        self.coupure = COUPURE
        self.etag = ETAG
        self.etapes = ["entier"]
        self.demandes: list[dict[str, str]] = []
        self.fin = threading.Event()

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/donnees.csv"


def entier(requete: Requete) -> None:
    requete.entete(200, Content_Length=len(CONTENU), ETag=ETAG)
    requete.wfile.write(CONTENU)


def coupe(requete: Requete) -> None:
    requete.entete(200, Content_Length=len(CONTENU), ETag=ETAG)
    requete.wfile.write(CONTENU[:COUPURE])


def coupe_sans_validateur(requete: Requete) -> None:
    requete.entete(200, Content_Length=len(CONTENU))
    requete.wfile.write(CONTENU[:COUPURE])


def coupe_sans_longueur(requete: Requete) -> None:
    requete.entete(200, Last_Modified="Fri, 08 Apr 2022 17:07:56 GMT", ETag='W/"faible"')
    requete.wfile.write(CONTENU[:COUPURE])


def reprise(requete: Requete) -> None:
    debut = int(requete.headers["Range"].removeprefix("bytes=").removesuffix("-"))
    assert requete.headers["If-Range"] in {ETAG, "Fri, 08 Apr 2022 17:07:56 GMT"}
    reste = CONTENU[debut:]
    plage = f"bytes {debut}-{len(CONTENU) - 1}/{len(CONTENU)}"
    requete.entete(206, Content_Length=len(reste), Content_Range=plage, ETag=ETAG)
    requete.wfile.write(reste)


def reprise_ailleurs(requete: Requete) -> None:
    plage = f"bytes 7-{len(CONTENU) - 1}/{len(CONTENU)}"
    requete.entete(206, Content_Length=len(CONTENU) - 7, Content_Range=plage, ETag=ETAG)
    requete.wfile.write(CONTENU[7:])


def page_web(requete: Requete) -> None:
    page = b"<!DOCTYPE html><html><body>Site en maintenance</body></html>"
    requete.entete(200, Content_Length=len(page), Content_Type="text/html")
    requete.wfile.write(page)


def autre_edition(requete: Requete) -> None:
    autre = CONTENU.replace(b"commune", b"COMMUNE")
    requete.entete(200, Content_Length=len(autre))
    requete.wfile.write(autre)


def sans_fin(requete: Requete) -> None:
    requete.entete(200)
    try:
        while not requete.server.fin.is_set():
            requete.wfile.write(CONTENU)
    except OSError:
        requete.close_connection = True


def comprime(requete: Requete) -> None:
    corps = gzip.compress(CONTENU)
    requete.entete(200, Content_Length=len(corps), Content_Encoding="gzip", ETag=ETAG)
    requete.wfile.write(corps[: len(corps) // 2] if len(requete.server.demandes) == 1 else corps)


def muet(requete: Requete) -> None:
    requete.server.fin.wait(10)
    requete.close_connection = True


def raccroche(requete: Requete) -> None:
    requete.close_connection = True


def renvoi(requete: Requete) -> None:
    requete.entete(302, Location="/ailleurs.csv", Content_Length=0)


ETAPES = {
    etape.__name__: etape
    for etape in (
        entier,
        coupe,
        coupe_sans_validateur,
        coupe_sans_longueur,
        reprise,
        reprise_ailleurs,
        page_web,
        autre_edition,
        sans_fin,
        comprime,
        muet,
        raccroche,
        renvoi,
    )
}


@pytest.fixture
def serveur(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    serveur = Serveur()
    fil = threading.Thread(target=serveur.serve_forever, kwargs={"poll_interval": 0.01})
    fil.start()
    yield serveur
    serveur.fin.set()
    serveur.shutdown()
    serveur.server_close()
    fil.join()

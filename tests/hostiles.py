"""Texts that try to be something else: one list for files, imported lists and addresses."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["ADRESSES_STATIQUES", "HOSTILES", "fautes_du_html"]

HOSTILES = {
    "image": "<img src=x onerror=window.pirate=1>",
    "script": "</script><script>window.pirate=1</script>",
    "gabarit": "${window.pirate=1}`{{ 7*7 }}`",
    "formule": '=HYPERLINK("http://pirate.test";"cliquez")',
    "lien": "[cliquez](javascript:alert(1)) ![x](http://pirate.test/x.png)",
    "lien html": '<a href="http://pirate.test">cliquez</a><b>gras</b>',
    "attribut": '" onfocus="window.pirate=1" autofocus="',
    "sens": "\u202ednammoc\u202c \u200f\u2066x\u2069",
    "sens ouvert": "abc \u202edef",
    "nul": "a\x00b\x07\x1b[31m",
    "chemin": "../../../../etc/passwd",
    "long": "A" * 10_000,
    "chiffres": "9" * 10_000,
    "virgules": "," * 10_000,
    "chiffres arabes": "٢٠٢١",
    "substitut": "\ud800",
    "sql": "'; DROP TABLE projets; --",
    "pourcents": "%s%n%00%2e%2e%2f{0.__class__}",
}
"""Name of the trick -> the text."""

ADRESSES_STATIQUES = (
    "/app/static/../server.py",
    "/app/static/..%2f..%2fserver.py",
    "/app/static/%2e%2e/%2e%2e/.streamlit/config.toml",
    "/app/static/....//server.py",
    "/app/static/..\\..\\server.py",
    "/app/static//etc/passwd",
    "/app/static/%00",
    "/component/streamlit_folium.st_folium/../../../server.py",
    "/component/streamlit_folium.st_folium/%2e%2e/%2e%2e/__init__.py",
    "/media/..%2f..%2fserver.py",
)

INTERDITES = {"script", "img", "iframe", "object", "embed", "svg", "math", "form", "base", "meta"}
LIENS_SUSPECTS = re.compile(r"^\s*(javascript|data|vbscript):|pirate", re.IGNORECASE)


class Balises(HTMLParser):
    """What a piece of HTML holds that a name must never bring."""

    def __init__(self) -> None:
        super().__init__()
        self.fautes: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in INTERDITES:
            self.fautes.append(f"<{tag}>")
        for nom, valeur in attrs:
            if nom.startswith("on"):
                self.fautes.append(f"{tag} {nom}")
            if nom in {"href", "src", "action"} and LIENS_SUSPECTS.search(valeur or ""):
                self.fautes.append(f"{tag} {nom}={valeur[:60]}")


def fautes_du_html(html):
    """Elements, attributes and addresses that no name may bring into a piece of HTML."""
    lecteur = Balises()
    lecteur.feed(html)
    return lecteur.fautes

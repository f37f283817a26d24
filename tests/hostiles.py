"""Texts that try to be something else: one list for files, imported lists and addresses."""

from __future__ import annotations

__all__ = ["ADRESSES_STATIQUES", "HOSTILES", "MARQUES"]

HOSTILES = {
    "image": "<img src=x onerror=window.pirate=1>",
    "script": "</script><script>window.pirate=1</script>",
    "gabarit": "${window.pirate=1}`{{ 7*7 }}`",
    "formule": '=HYPERLINK("http://pirate.test";"cliquez")',
    "lien": "[cliquez](javascript:alert(1)) ![x](http://pirate.test/x.png)",
    "attribut": '" onfocus="window.pirate=1" autofocus="',
    "sens": "\u202ednammoc\u202c \u200f\u2066x\u2069",
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

MARQUES = ("<img", "<script", "onfocus=")
"""What must never stand bare in a piece of HTML that a hostile text went through."""

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

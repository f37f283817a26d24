"""What a page run in memory shows, as a reader would say it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.html.texte import JOINT

RACINE = Path(__file__).resolve().parents[2]
DELAI = 60
"""Seconds that a run may take: the first one of a session loads the atlas."""

BALISES = re.compile(r"<[^>]+>")
BLANCS = re.compile(r"[ \n]+")


def ouvrir(page: str = "carte", **parametres: str) -> AppTest:
    """Run a page at an address: `ouvrir("carte", ti="ti-2806")`."""
    essai = AppTest.from_file(str(RACINE / "app.py"), default_timeout=DELAI)
    if page != "carte":
        essai.run().switch_page(f"pages/{page}/page.py")
    essai.query_params.update(parametres)  # last: the map would have left aside the words of other pages
    return essai.run()


def blocs(essai: AppTest) -> list[str]:
    """Every piece of HTML of the page, style sheets left out."""
    return [bloc.proto.body for bloc in essai.get("html") if "<style>" not in bloc.proto.body]


def bloc(essai: AppTest, classe: str) -> str:
    """The piece of HTML that carries a class."""
    return next(b for b in blocs(essai) if f'class="{classe}"' in b)


def texte(html: str) -> str:
    """The words of a piece of HTML, no-break spaces kept."""
    return BLANCS.sub(" ", BALISES.sub(" ", html)).strip(" ")


def titre(essai: AppTest) -> str:
    """The title in the head of the page."""
    return unescape(bloc(essai, "atlas-entete").partition("</h1>")[0].rpartition(">")[2])


def mots(essai: AppTest) -> str:
    """All the words of a page: pieces of HTML, Markdown and tables."""
    tables = [str(valeur) for t in essai.dataframe for valeur in t.value.to_numpy().ravel()]
    return " ".join([unescape(texte(b)) for b in blocs(essai)] + [m.value for m in essai.markdown] + tables)


def avis(essai: AppTest) -> list[str]:
    """The notices of a page, as they are read once Markdown has taken the backslashes away."""
    return [re.sub(r"\\(.)", r"\1", element.value).replace(JOINT, "") for element in essai.info]


def adresse(essai: AppTest) -> dict[str, str]:
    """The query string, one value per name."""
    return {
        cle: valeur[0] if isinstance(valeur, list) else valeur for cle, valeur in essai.query_params.items()
    }

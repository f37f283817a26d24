"""The shell around every page: settings, style sheet, footer, and the message when a file is wrong."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.texte import balise, echapper
from data.erreurs import RegistreInvalide
from data.registre import charger_registre
from theme import COULEURS, NOM, PROJECTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.layers import CouchesIllisibles
    from data.load import DonneesIllisibles

__all__ = ["erreur_de_donnees", "erreur_imprevue", "feuilles", "ouvrir", "pied"]

STATIQUE: Final = Path(__file__).resolve().parent.parent / "static"
FEUILLES: Final = (
    "page.css",
    "recherche.css",
    "fiche.css",
    "projet.css",
    "region.css",
    "france.css",
    "comparer.css",
    "emporter.css",
    "impression.css",
    "seance.css",
)
SOURCES_DU_PIED: Final = ("ti149_groupements", "plan_relance_industrie", "communes_2018", "epcicom2021")
"""Sources cited under every page; all of them stand on « Méthode »."""


@lru_cache(maxsize=1)
def feuilles() -> tuple[str, ...]:
    """Addresses of the style sheets, which change with their content; relative to the page."""
    sommes = {nom: hashlib.sha256((STATIQUE / "atlas" / nom).read_bytes()).hexdigest() for nom in FEUILLES}
    return tuple(f"./app/static/atlas/{nom}?v={somme[:10]}" for nom, somme in sommes.items())


@lru_cache(maxsize=1)
def _style() -> str:
    """The sheets by their addresses: their content is not sent again at each run, the browser keeps it."""
    imports = "".join(f'@import url("{adresse}");' for adresse in feuilles())
    proprietes = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
    return f"<style>{imports}\n:root {{ {proprietes} }}\n{_projection()}</style>"


def _projection() -> str:
    """The colours of the screen of « Séance », on each of its grounds."""
    return "\n".join(
        f'.atlas-seance[data-fond="{fond}"] {{ '
        + " ".join(f"--salle-{nom}: {valeur};" for nom, valeur in couleurs.items())
        + " }"
        for fond, couleurs in PROJECTION.items()
    )


def ouvrir() -> None:
    """Settings and style of the page; the first thing of every run."""
    st.set_page_config(page_title=NOM, page_icon=str(STATIQUE / "atlas" / "icone.svg"), layout="wide")
    st.html(_style())
    st.logo(str(STATIQUE / "atlas" / "titre.svg"), size="large", link=None)


def erreur_de_donnees(erreur: DonneesIllisibles | CouchesIllisibles) -> None:
    """Say which file is wrong and how to mend it, without a traceback."""
    st.error(f"**Cette page ne peut pas s’afficher.** {erreur}", icon=":material/report:")
    st.caption("Les autres pages restent ouvertes si elles n’ont pas besoin de ce fichier.")


def erreur_imprevue() -> None:
    """Say that the page stopped; the trace is in the server's log."""
    st.error(
        "**Cette page s’est arrêtée.** Rechargez-la ; si cela persiste, signalez l’adresse qui l’a provoqué "
        "à qui tient ce serveur : le détail est dans son journal.",
        icon=":material/report:",
    )


@st.cache_data(show_spinner=False)
def _citations() -> list[str]:
    registre = charger_registre()
    return [registre[cle].citation() for cle in SOURCES_DU_PIED]


def pied(avertissements: Callable[[], list[str]] | None = None) -> None:
    """The footer: sources, licence and dates."""
    try:
        citations = _citations()
    except (RegistreInvalide, KeyError):
        citations = ["Le registre data/sources.toml ne se lit pas : les sources ne peuvent pas être citées."]
    lignes = [*citations, *(avertissements() if avertissements else [])]
    lien = balise("a", "Accessibilité", href="accessibilite", target="_self")
    contenu = " ".join([*(balise("span", echapper(ligne)) for ligne in lignes), lien])
    st.html(balise("footer", contenu, classe="atlas-pied", aria_label="Sources et licences"))

"""The shell around every page: settings, style sheet, footer, and the message when a file is wrong."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import streamlit as st

from components.html import balise, joindre, poser, style
from components.statiques import fichiers
from data.sources import charger_registre
from erreurs import FabricationImpossible, FichierIllisible
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from geo.sources import COMMUNES_ET_EPCI, FRANCE_RELANCE, communes_de, sources_de
from memoire import garde, rien_que_le_code
from theme import COULEURS, NOM, PROJECTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from components.html import Html

__all__ = ["defauts", "erreur_de_donnees", "erreur_imprevue", "feuilles", "ouvrir", "pied"]

FEUILLES: Final = (
    "commun/page.css",
    "commun/recherche.css",
    "commun/entete.css",
    "commun/annulation.css",
    "pages/fiche.css",
    "projets/projet.css",
    "pages/region.css",
    "pages/france.css",
    "pages/comparer.css",
    "pages/sommaire.css",
    "commun/emporter.css",
    "commun/toucher.css",
    "commun/impression.css",
    "seance/seance.css",
)
SCRIPTS: Final = ("commun/francais.js", "commun/historique.js", "commun/menu.js")
"""Stand in the page itself (`service.page`)."""

ICONE: Final = "commun/icone.svg"
TITRE: Final = "commun/titre.svg"
SOURCES_DU_PIED: Final = sources_de(
    *((millesime.perimetres[0],) for millesime in MILLESIMES.values()),
    FRANCE_RELANCE,
    communes_de(MILLESIME_PAR_DEFAUT),
    COMMUNES_ET_EPCI,
)
"""Sources cited under every page, whichever map it shows; all of them stand on « Méthode »."""


@garde(taille=1, depend=rien_que_le_code)
def feuilles() -> tuple[str, ...]:
    """Addresses of the style sheets, which change with their content; relative to the page."""
    return tuple(f"./app/static/atlas/{nom}?v={fichiers.version(nom)}" for nom in FEUILLES)


@garde(taille=1, depend=rien_que_le_code)
def defauts() -> dict[str, str]:
    """File that every page needs -> what is wrong with it, in French; those that are sound left out."""
    fautes = {nom: fichiers.defaut(nom) for nom in (*FEUILLES, *SCRIPTS, ICONE, TITRE)}
    fautes = {nom: faute for nom, faute in fautes.items() if faute}
    for faute in fautes.values():
        logging.getLogger("atlas").error("%s", faute)
    return fautes


@garde(taille=1, depend=rien_que_le_code)
def _style() -> Html:
    """The sheets by their addresses: their content is not sent again at each run, the browser keeps it."""
    imports = "".join(f'@import url("{adresse}");' for adresse in feuilles())
    proprietes = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
    return style(f"{imports}\n:root {{ {proprietes} }}\n{_projection()}")


def _projection() -> str:
    """The colours of the screen of « Séance », on each of its grounds."""
    return "\n".join(
        f':is(.atlas-seance, .atlas-dessus)[data-fond="{fond}"] {{ '
        + " ".join(f"--salle-{nom}: {valeur};" for nom, valeur in couleurs.items())
        + " }"
        for fond, couleurs in PROJECTION.items()
    )


def ouvrir() -> None:
    """Settings and style of the page; the first thing of every run."""
    icone = None if ICONE in defauts() else str(fichiers.DOSSIER / ICONE)
    st.set_page_config(page_title=NOM, page_icon=icone, layout="wide")
    poser(_style())
    if TITRE not in defauts():
        st.logo(f"/app/static/atlas/{TITRE}?v={fichiers.version(TITRE)}", size="large", link=None)
    for faute in defauts().values():
        st.error(f"**L’aspect de l’atlas est incomplet.** {faute}", icon=":material/report:")


def erreur_de_donnees(erreur: FichierIllisible) -> None:
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


def _citations() -> list[str]:
    registre = charger_registre()
    return [registre[cle].citation() for cle in SOURCES_DU_PIED]


def pied(avertissements: Callable[[], list[str]] | None = None) -> None:
    """The footer: sources, licence and dates."""
    try:
        citations = _citations()
    except (FabricationImpossible, KeyError):
        citations = [
            "Le registre data/sources/sources.toml ne se lit pas : les sources ne peuvent pas être citées."
        ]
    lignes = [*citations, *(avertissements() if avertissements else [])]
    lien = balise("a", "Accessibilité", href="accessibilite", target="_self")
    contenu = joindre([*(balise("span", ligne) for ligne in lignes), lien], " ")
    poser(balise("footer", contenu, classe="atlas-pied", aria_label="Sources et licences"))

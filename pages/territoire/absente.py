"""When an address names no territory of its millésime: where the id exists, and how to choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from components.entete import dater, entete
from components.html import RIEN, balise, poser
from components.liens import territoire_lie
from geo.adresse import citer
from geo.atlas import OM
from geo.millesimes import MILLESIMES
from geo.territoires import ailleurs, territoires_de
from geo.territoires import noms as noms_des_regions
from pages.territoire import etat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from components.adresses import AdresseTerritoire
    from components.html import Html
    from geo.atlas import Atlas

__all__ = ["montrer"]

CHOIX: Final = "fiche-choix"
INVITE: Final = (
    "Choisissez un territoire ci-dessous ou sur la carte. Vous connaissez la commune, le code postal ou "
    "l’entreprise ? Cherchez-les en haut de la page."
)


def montrer(atlas: Atlas, adresse: AdresseTerritoire, avis: Sequence[str] = ()) -> None:
    """Help the reader to a sheet; the address stays what it is until he chooses."""
    entete(
        _titre(adresse),
        onglet=dater(f"{adresse.ti} · Territoire" if adresse.ti else "Territoire", adresse.millesime),
        phrase=None if adresse.ti else INVITE,
        millesime=etat.millesime,
        avis=avis,
    )
    if adresse.ti:
        poser(balise("div", _ailleurs(atlas, adresse.ti), classe="atlas-territoire-absent"))
    table = atlas.territoires_de(adresse.millesime)
    noms = dict(zip(table["id_ti"], table["lib_ti"].str.strip(), strict=True))
    st.selectbox(
        f"Chercher parmi les {len(noms)} territoires du millésime {adresse.millesime}",
        sorted(noms, key=lambda id_ti: (noms[id_ti].casefold(), id_ti)),
        index=None,
        key=f"{CHOIX}-{adresse.millesime}",
        format_func=noms.__getitem__,
        placeholder="Nom du territoire",
        on_change=_choisir,
        args=(f"{CHOIX}-{adresse.millesime}",),
    )
    st.page_link("pages/carte/page.py", label="Choisir sur la carte", icon=":material/map:")
    poser(_liste(atlas, adresse.millesime))


def _liste(atlas: Atlas, millesime: int) -> Html:
    """Every territory of the millésime, région by région; an interregional one stands in each of its own."""
    parties = []
    for code, nom in noms_des_regions(atlas).items():
        siens = territoires_de(atlas, code, millesime)
        if code == OM or siens.empty:
            continue
        lies = sorted(
            zip(siens["lib_ti"].str.strip(), siens["id_ti"], strict=True),
            key=lambda paire: (paire[0].casefold(), paire[1]),
        )
        liens = [balise("li", territoire_lie(id_ti, lib, millesime)) for lib, id_ti in lies]
        titre = balise("h3", nom, " ", balise("small", str(len(liens))))
        parties.append(balise("section", titre, balise("ul", *liens)))
    return balise("h2", "Région par région") + balise("div", *parties, classe="atlas-tous-les-territoires")


def _choisir(cle: str) -> None:
    st.session_state[etat.TI] = st.session_state[cle]


def _titre(adresse: AdresseTerritoire) -> str:
    if adresse.ti:
        return f"Le territoire {citer(adresse.ti)} n’existe pas dans le millésime {adresse.millesime}"
    return "Territoire"


def _ailleurs(atlas: Atlas, ti: str) -> Html:
    """Name every millésime that knows the id; say so when none does."""
    connus = ailleurs(atlas, id_ti=ti)
    if not connus:
        suite = balise(
            "p", "Aucun autre millésime ne le connaît : vérifiez l’adresse, ou choisissez ci-dessous."
        )
    else:
        liens = [
            balise("li", territoire_lie(ti, nom, annee), f" · millésime {MILLESIMES[annee].libelle}")
            for annee, nom in connus
        ]
        prudence = "D’un millésime à l’autre, un même identifiant peut désigner deux territoires différents."
        suite = balise("p", "Il existe ailleurs :") + balise("ul", *liens)
        suite += balise("p", prudence) if len(connus) > 1 else RIEN
    return suite

"""Taking the selection away: its files, and its link."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import streamlit as st

from components.seance import lien as seance_lien
from data.sources.registre import charger_registre
from exports.tables.contexte import Contexte
from exports.tables.projets import FORMATS, exporter
from francais import accorder
from geo.filtre.ordre import ordre
from geo.filtre.puces import decrire
from geo.seance.seance import Vue
from pages.projets import image

if TYPE_CHECKING:
    import pandas as pd
    from streamlit.delta_generator import DeltaGenerator

    from components.adresses.projets import AdresseProjets
    from components.partage.projets_prets import Fonds
    from exports.tables.contexte import Fichier
    from geo.filtre.selection import Selection

__all__ = ["bouton", "contexte", "lien"]

OUVERTE: Final = "emporter-ouverte"
PRET: Final = "emporter-pret"
A_L_AVANCE: Final = 20_000
"""Projects beyond which a file takes more than a second: it is then made before it is offered, with a bar."""

SOURCES: Final = (
    "plan_relance_industrie",
    "point_etape_projets_inspirants",
    "ti149_groupements",
    "communes_2018",
    "epcicom2021",
)


def lien(adresse: AdresseProjets) -> str:
    """The address of the view, whole, to be sent to somebody."""
    base = str(st.context.url or "").partition("?")[0]
    parametres = urlencode(adresse.ecrire(), doseq=True)
    return f"{base}?{parametres}" if parametres else base


def contexte(fonds: Fonds, adresse: AdresseProjets) -> Contexte:
    """What the files of a selection say of themselves."""
    registre = charger_registre()
    siens = (
        ("Liste du lecteur, apportée pour sa session et jointe aux projets publiés.",) if fonds.liste else ()
    )
    return Contexte(
        titre="Projets industriels, Atlas des Territoires d’industrie",
        jour=datetime.now(UTC).strftime("%Y-%m-%d"),
        lien=lien(adresse),
        filtres=tuple(puce.texte for puce in decrire(adresse.filtre, fonds.vocabulaires)),
        sources=(*(registre[cle].citation() for cle in SOURCES), *siens),
    )


def bouton(fonds: Fonds, adresse: AdresseProjets, selection: Selection) -> None:
    """The button that opens the window of files and of the link."""
    if st.button("Télécharger…", key="emporter-bouton", icon=":material/download:", width="stretch"):
        st.session_state[OUVERTE] = True
    if st.session_state.get(OUVERTE):
        _fenetre(fonds, adresse, selection)


def _fermer() -> None:
    st.session_state[OUVERTE] = False
    st.session_state.pop(PRET, None)


@st.dialog("Emporter la sélection", width="medium", on_dismiss=_fermer)
def _fenetre(fonds: Fonds, adresse: AdresseProjets, selection: Selection) -> None:
    combien = int(selection.masque.sum())
    st.markdown(
        f"**{accorder(combien, 'projet')}**, dans l’ordre du tableau. Les filtres, les sources et le lien "
        "vers cette vue sont dans chaque fichier."
    )
    st.text_input("Lien vers cette vue, à copier", value=lien(adresse), key=f"emporter-lien-{lien(adresse)}")
    if not fonds.liste:  # a reader's own list stays in his session
        seance_lien.ajouter(Vue(filtre=adresse.filtre), adresse.filtre.millesime)
    tri = adresse.filtre.tri
    positions = ordre(fonds.preparee, selection.masque, tri, adresse.filtre.millesime)
    projets = fonds.projets.iloc[positions]
    dit = contexte(fonds, adresse)
    for format_, (nom, _) in FORMATS.items():
        if combien > A_L_AVANCE:
            _long(format_, nom, projets, dit)
        else:
            _court(format_, nom, projets, dit)
    image.proposer(projets, dit.filtres, adresse.filtre.millesime)


def _court(format_: str, nom: str, projets: pd.DataFrame, dit: Contexte) -> None:
    """A file that is made when it is pressed."""
    st.download_button(
        nom,
        data=lambda: exporter(projets, format_, dit).octets,
        file_name=f"projets.{format_}",
        on_click="ignore",
        key=f"emporter-{format_}",
        icon=":material/download:",
        width="stretch",
    )


def _long(format_: str, nom: str, projets: pd.DataFrame, dit: Contexte) -> None:
    """A file that is made first, with a bar, then offered."""
    pret: Fichier | None = st.session_state.get(PRET)
    if pret is not None and pret.nom.endswith(f".{format_}"):
        st.download_button(
            f"{nom} : enregistrer le fichier",
            data=pret.octets,
            file_name=pret.nom,
            mime=pret.type_mime,
            on_click="ignore",
            key=f"emporter-{format_}-pret",
            type="primary",
            width="stretch",
        )
        return
    if st.button(f"{nom} : préparer le fichier", key=f"emporter-{format_}", width="stretch"):
        barre = st.progress(0.0, text="Préparation du fichier…")
        st.session_state[PRET] = exporter(projets, format_, dit, lambda part: _avancer(barre, part))
        st.rerun(scope="fragment")


def _avancer(barre: DeltaGenerator, part: float) -> None:
    barre.progress(part)

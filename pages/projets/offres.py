"""What « Projets » lets a reader take away: the selection in each format, its map, and what helps a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.emporter import LIBELLES, TYPES, Offre
from data.liste import modele_csv, modele_xlsx, rejets_csv
from data.sources import charger_registre
from exports.cartes import carte_selection, png, svg
from exports.jour import aujourd_hui
from exports.tables import FORMATS, Contexte, exporter
from geo.filtre import LESQUELS, decrire, ordre
from geo.sources import projets_de

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    import numpy as np
    import numpy.typing as npt

    from components.adresses import AdresseProjets
    from components.partage import ProjetsPrets
    from data.liste import Liste
    from exports.tables import Progres
    from geo.filtre import Selection

__all__ = ["MODELES", "contexte", "dessiner", "lien", "offres", "rejets", "sauvegarde"]

A_L_AVANCE: Final = 20_000
"""Projects beyond which a file takes more than a second: it is then made before it is offered, with a bar."""

CRITERES: Final = 3
"""Criteria that the title of the picture names."""

MODELES: Final = (
    Offre(
        cle="ma-liste-modele-csv",
        libelle="Modèle CSV",
        nom="modele_projets.csv",
        type_mime=FORMATS["csv"].types[0],
        faire=modele_csv,
    ),
    Offre(
        cle="ma-liste-modele-xlsx",
        libelle="Modèle Excel avec dictionnaire",
        nom="modele_projets.xlsx",
        type_mime=FORMATS["xlsx"].types[0],
        faire=modele_xlsx,
    ),
)
"""Empty lists whose columns are those that are recognised."""


def lien(adresse: AdresseProjets) -> str:
    """The address of the view, whole, to be sent to somebody."""
    base = str(st.context.url or "").partition("?")[0]
    parametres = urlencode(adresse.ecrire(), doseq=True)
    return f"{base}?{parametres}" if parametres else base


def contexte(prets: ProjetsPrets, adresse: AdresseProjets, lien_: str) -> Contexte:
    """What the files of a selection say of themselves.

    Args:
        prets: The projects of the page.
        adresse: The view.
        lien_: Its address, whole.
    """
    registre = charger_registre()
    siens = ("Liste du lecteur, jointe aux projets publiés.",) if prets.liste else ()
    return Contexte(
        titre="Projets industriels, Atlas des Territoires d’industrie",
        jour=aujourd_hui(),
        lien=lien_,
        filtres=_criteres(prets, adresse),
        sources=(*(registre[cle].citation() for cle in projets_de(adresse.filtre.millesime)), *siens),
    )


def _criteres(prets: ProjetsPrets, adresse: AdresseProjets) -> tuple[str, ...]:
    """What the selection is narrowed by, in French, whose projects first."""
    choix = () if adresse.lesquels == "tous" else (f"Projets : {LESQUELS[adresse.lesquels].lower()}",)
    return (*choix, *(puce.texte for puce in decrire(adresse.filtre, prets.vocabulaires)))


def offres(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> Sequence[Offre]:
    """The files of a selection, its projects in the order of the table.

    Args:
        prets: The projects of the page.
        adresse: The view.
        selection: The projects that it keeps.
    """
    lien_ = lien(adresse)
    longues = int(selection.masque.sum()) > A_L_AVANCE
    return (
        *(_tableau(prets, adresse, selection, format_, lien_, longue=longues) for format_ in FORMATS),
        *(_image(prets, adresse, selection, sorte) for sorte in ("png", "svg")),
    )


def _choisis(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> pd.DataFrame:
    return prets.projets.iloc[_rangs(prets, adresse, selection)]


def _rangs(prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection) -> npt.NDArray[np.int64]:
    """The rows of the selection, in the order of the table."""
    filtre = adresse.filtre
    return ordre(prets.preparee, selection.masque, filtre.tri, filtre.millesime)


def _tableau(  # noqa: PLR0913  what is shown, and the file wanted of it
    prets: ProjetsPrets,
    adresse: AdresseProjets,
    selection: Selection,
    format_: str,
    lien_: str,
    *,
    longue: bool,
) -> Offre:
    def _ecrire(progres: Progres | None = None) -> bytes:
        projets = _choisis(prets, adresse, selection)
        return exporter(projets, format_, contexte(prets, adresse, lien_), progres).octets

    return Offre(
        cle=f"emporter-{format_}",
        libelle=FORMATS[format_].libelle,
        nom=f"projets.{format_}",
        type_mime=FORMATS[format_].types[0],
        faire=_ecrire,
        barre=_ecrire if longue else None,
        de=(prets, lien_),
    )


def _image(
    prets: ProjetsPrets, adresse: AdresseProjets, selection: Selection, sorte: Literal["png", "svg"]
) -> Offre:
    def _dessiner() -> bytes:
        criteres = _criteres(prets, adresse)[:CRITERES]
        titre = " · ".join(criteres) or "Tous les projets"
        projets, millesime = _choisis(prets, adresse, selection), adresse.filtre.millesime
        if prets.miens is None:
            return dessiner(projets, sorte, titre, millesime)
        siens = prets.miens.masque[_rangs(prets, adresse, selection)]
        return dessiner(projets, sorte, titre, millesime, miens=pd.Series(siens, index=projets.index))

    return Offre(
        cle=f"emporter-carte-{sorte}",
        libelle=LIBELLES[sorte],
        nom=f"carte-projets.{sorte}",
        type_mime=TYPES[sorte],
        faire=_dessiner,
    )


def dessiner(
    projets: pd.DataFrame,
    sorte: Literal["png", "svg"],
    titre: str,
    millesime: int,
    *,
    miens: pd.Series | None = None,
) -> bytes:
    """The map of a selection as a picture: its criteria, legend and source stand inside.

    Args:
        projets: latitude, longitude and filiere.
        sorte: « png » or « svg ».
        titre: What it shows.
        millesime: Year of the perimeters.
        miens: Which rows are the reader's own, ringed; None for none.

    Raises:
        DonneesIllisibles: The outlines cannot be read.
    """
    figure = carte_selection(projets, millesime=millesime, titre=titre[0].upper() + titre[1:], miens=miens)
    return png(figure) if sorte == "png" else svg(figure)


def rejets(liste: Liste) -> Offre:
    """The rows of a list that were rejected, each with its reason."""
    return Offre(
        cle="ma-liste-rejets",
        libelle="Télécharger les lignes rejetées, avec leur motif",
        nom="lignes_rejetees.csv",
        type_mime=FORMATS["csv"].types[0],
        faire=partial(rejets_csv, liste),
        etiree=False,
    )


def sauvegarde(octets: Callable[[], bytes], jour: dt.date) -> Offre:
    """A reader's list as a file of ours, to be opened again.

    Args:
        octets: Gives the file (`data.liste.enregistrer`).
        jour: Day when the list was added.
    """
    return Offre(
        cle="ma-liste-enregistrer",
        libelle="Enregistrer ma liste (fichier)",
        nom=f"mes-projets_{jour:%Y-%m-%d}.json",
        type_mime="application/json",
        faire=octets,
    )

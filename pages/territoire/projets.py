"""The projects of a sheet: bars that can be read as figures, and the whole list when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.html import RIEN, balise, table
from francais import NON_RENSEIGNE, accorder, nombre
from geo.filtre import NATURES
from geo.profils import par_annee, repartition
from geo.projets import INCERTAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from components.html import Html

__all__ = ["barres", "lister", "repartitions"]

COLONNES: Final = (
    *("Entreprise", "Objet", "Commune", "Filière", "Mesure", "Dernière mise à jour", "Emplois annoncés"),
)


def repartitions(projets: pd.DataFrame) -> Html:
    """By filière, by nature, by year, largest first; the years in their order."""
    entetes = [balise("th", mot, scope="col") for mot in ("Projets", "Emplois annoncés")]
    return balise(
        "table",
        balise("caption", "Projets et emplois annoncés", classe="atlas-lecteurs"),
        balise("thead", balise("tr", balise("td"), *entetes)),
        barres("Par filière", repartition(projets, "filiere"), muette="Non renseignée"),
        barres("Par nature de dépense", repartition(projets, "nature"), NATURES, muette="Non renseignée"),
        barres("Par année de mise à jour", par_annee(projets)),
        classe="atlas-repartitions",
    )


def barres(
    titre: str, lignes: pd.DataFrame, noms: Mapping[str, str] | None = None, muette: str = NON_RENSEIGNE
) -> Html:
    """A part of that table: one row per value, its number of projects as a text and as a bar.

    Args:
        titre: What the rows are.
        lignes: valeur, projets, emplois, renseignes, as `geo.profils.repartitions.repartition` gives them.
        noms: What a reader sees for a value.
        muette: What a reader sees for an empty one.
    """
    plus_grand = max(1, int(lignes["projets"].max())) if len(lignes) else 1
    rangees = [_barre(ligne, plus_grand, noms or {}, muette) for ligne in lignes.to_dict("records")]
    entete = balise("tr", balise("th", titre, scope="rowgroup", colspan="3"))
    return balise("tbody", entete, *rangees)


def _barre(ligne: dict[str, object], plus_grand: int, noms: Mapping[str, str], muette: str) -> Html:
    valeur, projets = ligne["valeur"], int(str(ligne["projets"]))
    nom = muette if pd.isna(valeur) else noms.get(str(valeur), str(valeur))
    emplois = ligne["emplois"] if ligne["renseignes"] else None
    largeur = {"style": f"--l:{100 * projets / plus_grand:.0f}%"} if projets < plus_grand else {}
    return balise(
        "tr",
        balise("th", nom, **largeur),
        balise("td", nombre(projets)),
        balise("td", "–" if emplois is None else nombre(float(str(emplois)))),
    )


@st.fragment
def lister(projets: pd.DataFrame) -> None:
    """The list of the projects, closed until the reader opens it: closed, it costs nothing.

    Opening it runs nothing else of the page.
    """
    titre = f"Liste des {accorder(len(projets), 'projet')}" if len(projets) > 1 else "Le projet"
    repli = st.expander(titre, key="fiche-projets", on_change="rerun", icon=":material/list:")
    with repli:
        if repli.open:
            ordre = projets.sort_values(
                ["entreprise", "id_projet"], key=lambda c: c.str.casefold(), na_position="last"
            )
            lignes = [_ligne(projet) for projet in ordre.to_dict("records")]
            table("Projets France Relance du territoire", COLONNES, lignes, chiffres=("Emplois annoncés",))


def _ligne(projet: dict[str, object]) -> list[object]:
    return [
        balise("b", _ou(projet["entreprise"])),
        _avec(_ou(projet["objet"]), _repetition(projet)),
        _avec(_ou(projet["commune"]), _publiee(projet)),
        _ou(projet["filiere"]),
        projet["mesure_light"],
        pd.Timestamp(str(projet["date"])).strftime("%d/%m/%Y"),
        NON_RENSEIGNE if pd.isna(projet["emplois_prevus"]) else nombre(float(str(projet["emplois_prevus"]))),
    ]


def _ou(valeur: object) -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else str(valeur)


def _avec(texte: str, precision: str) -> str:
    return texte + (balise("small", precision) if precision else RIEN)


def _repetition(projet: dict[str, object]) -> str:
    return "" if pd.isna(projet["doublon_de"]) else f"répétition : {projet['doublon_nature']}"


def _publiee(projet: dict[str, object]) -> str:
    """The commune as published, when it is not the one where the project was found."""
    if projet["lieu_incertain"]:
        dite = f"{projet['commune_publiee']} ({projet['code_postal']})"
        return f"{INCERTAIN} : {dite} selon le code postal et le nom"
    differe = not pd.isna(projet["accord_commune"]) and not projet["accord_commune"]
    return f"publié : {projet['commune_publiee']}" if differe else ""

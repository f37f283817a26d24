"""« Ce qui a changé » between two millésimes: how the map says it, and the list that says it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from components.carte.coloriage import SEPARATEUR
from components.html import table
from francais import accorder, nombre
from geo.millesimes import MILLESIMES
from geo.territoires import LEGENDES, SORTES, changements
from theme import CHANGEMENTS

if TYPE_CHECKING:
    import pandas as pd

    from geo.atlas import Atlas

__all__ = ["PREFIXE", "coloriage_des_changements", "compare_a", "liste_des_changements", "nommer"]

PREFIXE: Final = "changements-"
"""How the address says it: `couleur=changements-2020` compares the millésime shown with 2020."""

INCHANGE: Final = "inchangé"
COLONNES: Final = ("Changement", "Avant", "Après", "Gagné", "Perdu", "Population")


def compare_a(couleur: str, millesime: int) -> int | None:
    """The other millésime that a value of `couleur` names; None when it names none, or the same one."""
    annee = couleur.removeprefix(PREFIXE)
    if annee == couleur or not annee.isdecimal() or int(annee) not in MILLESIMES:
        return None
    return int(annee) if int(annee) != millesime else None


def nommer(couleur: str) -> str:
    """What the choice says."""
    return f"Ce qui a changé par rapport à {couleur.removeprefix(PREFIXE)}"


def _cote(millesime: int, autre: int) -> str:
    return "apres" if millesime > autre else "avant"


def _absents(lignes: pd.DataFrame, millesime: int, autre: int) -> list[dict[str, Any]]:
    """Territories of the other millésime with nothing left in the one shown, by what became of them."""
    ici, ailleurs = _cote(millesime, autre), _cote(autre, millesime)
    sans = lignes[(lignes[f"id_{ici}"] == "") & (lignes[f"id_{ailleurs}"] != "")]
    return [
        {
            "objet": f"ti_{autre}",
            "ids": sorted(groupe[f"id_{ailleurs}"]),
            "couleur": CHANGEMENTS[sorte],
            "texte": f"{sorte} en {max(millesime, autre)}",
        }
        for sorte, groupe in sans.groupby("sorte")
    ]


def coloriage_des_changements(atlas: Atlas, *, millesime: int, autre: int) -> dict[str, Any]:
    """What the frame needs to colour the TI of a millésime by what happened to them since, or until, another.

    Returns:
        `classes` (one digit a TI in the order of the ids: its line in the legend), `valeurs` (what a tooltip
        says), `unite`, `traits` (the other outlines), `absents` (territories of the other millésime
        alone: objet, ids, couleur, texte), `legende` as in `components.carte.coloriage`.
    """
    avant, apres = sorted((millesime, autre))
    lignes = changements(atlas, avant=avant, apres=apres)
    colonne = f"id_{_cote(millesime, autre)}"
    de = {i: ligne for ligne in lignes.to_dict("records") for i in ligne[colonne].split(",") if i}
    sorte = {i: ligne["sorte"] for i, ligne in de.items()}
    ids = sorted(atlas.territoires_de(millesime)["id_ti"])
    presentes = [s for s in SORTES if s in sorte.values()]
    absents = _absents(lignes, millesime, autre)
    return {
        "classes": "".join(str(presentes.index(sorte[i]) + 1) for i in ids),
        "valeurs": SEPARATEUR.join(de[i]["dit"] for i in ids),
        "unite": "",
        "traits": [f"ti_{autre}"],
        "absents": absents,
        "legende": {
            "titre": nommer(f"{PREFIXE}{autre}"),
            "precision": f"territoires de {millesime}",
            "lignes": [
                {
                    "couleur": CHANGEMENTS[s],
                    "texte": LEGENDES.get(s, s),
                    "effectif": list(sorte.values()).count(s),
                }
                for s in presentes
            ],
            "absents": [
                {"hachure": True, "couleur": a["couleur"], "texte": a["texte"], "effectif": len(a["ids"])}
                for a in absents
            ],
            "autres_contours": f"contours de {autre}",
        },
    }


def liste_des_changements(atlas: Atlas, *, millesime: int, autre: int) -> None:
    """The list, closed until the reader opens it; its title says how many territories changed."""
    avant, apres = sorted((millesime, autre))
    lignes = changements(atlas, avant=avant, apres=apres)
    changes = lignes[lignes["sorte"] != INCHANGE]
    titre = f"Ce qui a changé de {avant} à {apres} : {accorder(len(changes), 'changement')}"
    repli = st.expander(titre, key="changements", on_change="rerun")
    with repli:
        if repli.open:
            _liste(changes, len(lignes) - len(changes), avant, apres)


def _liste(changes: pd.DataFrame, inchanges: int, avant: int, apres: int) -> None:
    st.caption(
        f"Déduit des communes de chaque territoire, en habitants de 2018. "
        f"{accorder(inchanges, 'territoire inchangé', 'territoires inchangés')} de {avant} à {apres}."
    )
    rangees = [
        (
            ligne["dit"],
            ligne["lib_avant"] or "—",
            ligne["lib_apres"] or "—",
            ligne["groupements_gagnes"] or _communes(ligne["communes_gagnees"]),
            ligne["groupements_perdus"] or _communes(ligne["communes_perdues"]),
            f"{nombre(ligne['population_avant'])} → {nombre(ligne['population_apres'])}",
        )
        for ligne in changes.to_dict("records")
    ]
    table(f"Ce qui a changé de {avant} à {apres}", COLONNES, rangees, chiffres=("Population",))


def _communes(combien: int) -> str:
    return accorder(combien, "commune") if combien else "—"

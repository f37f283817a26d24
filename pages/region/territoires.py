"""The territories of a région: ranked by one indicator, then all their indicators when they are asked for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from components.cadre import en_francais
from components.html import RIEN, balise, poser, table
from components.liens import territoire_lie
from francais import ESPACE_FINE, accorder, nombre
from geo.indicateurs import INDICATEURS, de_la_fiche, ecriture, valeurs, vides_dits
from geo.profils import communes_en_tete, territoires_en_tete
from geo.territoires import projets_de, territoires_classes, territoires_de
from pages.region import etat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from components.adresses import AdresseRegion
    from components.html import Html
    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur

__all__ = ["classement", "classes", "communes", "tous_les_indicateurs"]

DES_PROJETS: Final = {"projets": ("projet", "projets"), "emplois_annonces": ("emploi", "emplois")}
"""Indicators that are sums over projects: how many of an interregional TI are in the région is known."""


@st.fragment
def classement(atlas: Atlas, adresse: AdresseRegion) -> None:
    """The ranked territories: another indicator runs this part of the page alone."""
    with en_francais("Région"):
        entete = st.container(key="region-classer")
        with entete:
            poser(balise("h2", "Territoires classés"))
            voulue = etat.choisir_le_tri(adresse)
        poser(classes(atlas, voulue))
        etat.ecrire(voulue)


def classes(atlas: Atlas, adresse: AdresseRegion) -> Html:
    """The ranked territories as a table: rank here, name, figure with its bar, rank among all."""
    indicateur = INDICATEURS[adresse.tri]
    lignes = territoires_classes(atlas, code=str(adresse.code), millesime=adresse.millesime, cle=adresse.tri)
    if lignes.empty:
        return balise("p", f"Aucun territoire d’industrie en {adresse.millesime}.", classe="atlas-chapeau")
    sommet = max(float(lignes["valeur"].abs().max()), 1e-9)
    tous = len(atlas.territoires_de(adresse.millesime))
    parts = _parts_de_la_region(atlas, adresse)
    corps = [_rangee(ligne, adresse, sommet, parts) for ligne in lignes.to_dict("records")]
    partages = bool((lignes["ailleurs"] != "").any())
    unite = (indicateur.unite or "valeur").capitalize()
    entiers = f"{unite} du territoire entier" if partages and indicateur.montant else unite
    tetes = ("Rang", "Territoire", entiers, f"sur {tous}")
    note = f"{indicateur.formule} Années\u00a0: {', '.join(map(str, indicateur.annees))}."
    if partages:
        note += " ⇄\u00a0: interrégional, compté entier\u00a0; sa part ici est sous son nom."
    note += _vides(atlas, adresse, [adresse.tri], set(lignes["id_ti"]))
    return balise(
        "div",
        balise(
            "table",
            balise(
                "caption",
                f"Les territoires classés par\u00a0: {indicateur.libelle}",
                classe="atlas-lecteurs",
            ),
            balise("thead", balise("tr", *(balise("th", t, scope="col") for t in tetes))),
            balise("tbody", *corps),
        ),
        classe="atlas-classes",
        tabindex="0",
        role="region",
        aria_label="Territoires classés",
    ) + balise("p", note, classe="atlas-region-source")


def _vides(atlas: Atlas, adresse: AdresseRegion, cles: Sequence[str], siens: set[str]) -> str:
    """Which territories of a table have no figure, and why."""
    dits = [d for c in cles for d in vides_dits(atlas, millesime=adresse.millesime, cle=c, parmi=siens)]
    return f" Non renseigné. {' '.join(dict.fromkeys(dits))}" if dits else ""


def _parts_de_la_region(atlas: Atlas, adresse: AdresseRegion) -> dict[str, str]:
    """Id of a TI -> how much of its figure is in the région, for what is counted by project."""
    if adresse.tri not in DES_PROJETS:
        return {}
    siens = territoires_en_tete(
        projets_de(atlas, str(adresse.code)),
        atlas.territoires_de(adresse.millesime),
        millesime=adresse.millesime,
        combien=len(atlas.territoires_de(adresse.millesime)),
    )
    mots = DES_PROJETS[adresse.tri]
    comptes = siens.set_index("code")["projets" if adresse.tri == "projets" else "emplois"].dropna()
    return {str(ti): f", {accorder(float(compte), *mots)} ici" for ti, compte in comptes.items()}


def _rangee(
    ligne: dict[str, object], adresse: AdresseRegion, sommet: float, parts: Mapping[str, str]
) -> Html:
    indicateur = INDICATEURS[adresse.tri]
    valeur = float(str(ligne["valeur"]))
    connue = not math.isnan(valeur)
    ailleurs = str(ligne["ailleurs"])
    ici = parts.get(str(ligne["id_ti"]), "")
    partage = balise("small", f"⇄ aussi {ailleurs}{ici}") if ailleurs else RIEN
    barre = (
        balise("span", balise("i", style=f"width:{100 * abs(valeur) / sommet:.0f}%"), classe="b")
        if connue and valeur
        else RIEN
    )
    return balise(
        "tr",
        _place(ligne, ""),
        balise(
            "th",
            territoire_lie(str(ligne["id_ti"]), str(ligne["lib_ti"]), adresse.millesime),
            partage,
            barre,
        ),
        balise("td", _ecrite(indicateur, valeur, ligne["couverture"]), classe="" if connue else "muette"),
        _place(ligne, "_national"),
    )


def _place(ligne: dict[str, object], parmi: str) -> Html:
    """The cell of a rank; that it is shared stands under it."""
    dite = ecriture.rang_court(*(ligne[f"{nom}{parmi}"] for nom in ("rang", "ex_aequo", "tiers")))
    rang, partage, _ = dite.partition(ecriture.EX_AEQUO)
    return balise("td", rang, *([balise("small", partage.strip())] if partage else []))


def _ecrite(indicateur: Indicateur, valeur: float, couverture: object) -> str:
    """A figure under a head that bears its unit."""
    ecrite = ecriture.valeur(indicateur, valeur, float(str(couverture)))
    return ecrite.removesuffix(f"{ESPACE_FINE}{indicateur.unite}")


def tous_les_indicateurs(atlas: Atlas, adresse: AdresseRegion) -> None:
    """Every indicator of every territory of the région."""
    siens = territoires_de(atlas, str(adresse.code), adresse.millesime)
    ordre = [indicateur.cle for indicateur in de_la_fiche()]
    figures = {
        cle: valeurs(atlas, millesime=adresse.millesime, cle=cle).set_index("id_ti")["valeur"]
        for cle in ordre
    }
    tetes = [_tete(cle) for cle in ordre]
    table(
        "Tous les indicateurs des territoires de la région",
        ("Territoire", *tetes),
        [
            [
                _nom(ligne, adresse),
                *(_ecrite(INDICATEURS[cle], float(figures[cle][ligne["id_ti"]]), math.nan) for cle in ordre),
            ]
            for ligne in siens.to_dict("records")
        ],
        chiffres=tetes,
    )
    if vides := _vides(atlas, adresse, ordre, set(siens["id_ti"])):
        poser(balise("p", vides.strip(), classe="atlas-region-source"))


def _tete(cle: str) -> str:
    indicateur = INDICATEURS[cle]
    return f"{indicateur.libelle} ({indicateur.unite})" if indicateur.unite else indicateur.libelle


def _nom(ligne: dict[str, object], adresse: AdresseRegion) -> Html:
    partage = (
        balise("small", f"interrégional\u00a0: aussi {ligne['ailleurs']}") if ligne["ailleurs"] else RIEN
    )
    return territoire_lie(str(ligne["id_ti"]), str(ligne["lib_ti"]), adresse.millesime) + partage


def communes(atlas: Atlas, adresse: AdresseRegion) -> Html:
    """The communes that lead in the région, by projects then by announced jobs."""
    lignes = communes_en_tete(projets_de(atlas, str(adresse.code)))
    if lignes.empty:
        return balise("p", "Aucun projet de l’extrait n’a sa commune ici.", classe="atlas-chapeau")
    sommet = max(1, int(lignes["projets"].max()))
    tetes = ("Commune", "Projets", "Emplois annoncés")
    return balise(
        "table",
        balise("caption", "Les communes en tête", classe="atlas-lecteurs"),
        balise("thead", balise("tr", *(balise("th", t, scope="col") for t in tetes))),
        balise("tbody", *(_commune(ligne, sommet) for ligne in lignes.to_dict("records"))),
        classe="atlas-parts",
    )


def _commune(ligne: dict[str, object], sommet: int) -> Html:
    projets = int(str(ligne["projets"]))
    barre = balise("span", balise("i", style=f"width:{100 * projets / sommet:.0f}%"), classe="b")
    emplois = "–" if pd.isna(ligne["emplois"]) else nombre(float(str(ligne["emplois"])))
    return balise(
        "tr",
        balise("th", str(ligne["nom"]), barre),
        balise("td", nombre(projets)),
        balise("td", emplois),
    )

"""The native tables of a deck: territories ranked, leading projects, leading communes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import pandas as pd

from exports.diaporama.citations import courte, longues
from exports.diaporama.planche import BAS, HAUT, MARGE, UTILE, Boite, Colonne, Planche, Tableau, Texte
from francais import NON_RENSEIGNE, accorder, nombre
from geo.indicateurs import de_la_fiche, valeur, valeurs, vides_dits
from geo.profils import communes_en_tete, projets_en_tete
from geo.sources import perimetres_de, sources_de
from geo.territoires import noms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.atlas import Atlas
    from geo.indicateurs import Indicateur

__all__ = ["en_tete", "principaux", "territoires"]

LIGNES: Final = 14
"""Territories of a slide, at most."""

POUR_LES_VIDES: Final = 16.0
"""Height, in millimetres, of what says why figures are missing."""

PROJETS: Final = 11
COMMUNES: Final = 11


def territoires(atlas: Atlas, table: pd.DataFrame, *, code: str, millesime: int) -> tuple[Planche, ...]:
    """The territories of a région, most projects first, on as many slides as they need.

    Args:
        atlas: The atlas.
        table: As `geo.territoires.regions.territoires_classes` gives them.
        code: Code of the région.
        millesime: Year of the perimeters.
    """
    if table.empty:
        return ()
    colonnes = [
        (quoi, valeurs(atlas, millesime=millesime, cle=quoi.cle).set_index("id_ti")["valeur"])
        for quoi in de_la_fiche()
        if quoi.abrege
    ]
    lignes = [_ligne(territoire, colonnes) for territoire in table.to_dict("records")]
    indicateurs = [quoi for quoi, _ in colonnes]
    ids = set(table["id_ti"])
    vides: list[str] = [
        f"{quoi.libelle}, non renseigné. {dit}"
        for quoi in indicateurs
        for dit in vides_dits(atlas, millesime=millesime, cle=quoi.cle, parmi=ids)
    ]
    pages = math.ceil(len(lignes) / LIGNES)
    par_page = math.ceil(len(lignes) / pages)
    cles = sources_de(perimetres_de(millesime), *indicateurs)
    partages = int((table["ailleurs"] != "").sum())
    precision = f", dont {accorder(partages, 'interrégional', 'interrégionaux')}" if partages else ""
    pareils = " ; = : ex æquo" if table["ex_aequo"].any() else ""
    titre = accorder(len(lignes), "Territoire d’industrie", "Territoires d’industrie")
    return tuple(
        Planche(
            titre=titre + (f" ({page + 1}/{pages})" if pages > 1 else ""),
            sous_titre=f"D’abord ceux qui ont le plus de projets ; territoires entiers{precision}{pareils}",
            blocs=(
                _classes(
                    lignes[page * par_page : (page + 1) * par_page],
                    indicateurs,
                    noms(atlas)[code],
                    haut=BAS - HAUT - (POUR_LES_VIDES if vides else 0),
                ),
                *([_vides(vides)] if vides else []),
            ),
            notes=(
                *(f"{quoi.libelle} : {quoi.formule}" for quoi in indicateurs),
                *vides,
                *longues(cles),
            ),
            source=courte(cles),
        )
        for page in range(pages)
    )


def _vides(vides: Sequence[str]) -> Texte:
    """Under the table, which territories have no figure and why."""
    boite = Boite(x=MARGE, y=BAS - POUR_LES_VIDES + 2, large=UTILE, haut=POUR_LES_VIDES - 2)
    return Texte(boite=boite, paragraphes=tuple(vides), taille=11, mini=0.6, couleur="discret")


def _classes(
    lignes: list[tuple[str, ...]], indicateurs: list[Indicateur], nom: str, *, haut: float
) -> Tableau:
    return Tableau(
        boite=Boite(x=MARGE, y=HAUT, large=UTILE, haut=haut),
        colonnes=(
            Colonne(tete="Rang", part=6.5, chiffres=True),
            Colonne(tete="Territoire", part=34),
            *(Colonne(tete=quoi.abrege, part=13, chiffres=True) for quoi in indicateurs),
        ),
        lignes=tuple(lignes),
        alternative=f"Territoires d’industrie de {nom}, par nombre de projets.",
        taille=13,
    )


def _ligne(territoire: dict[str, object], colonnes: list[tuple[Indicateur, pd.Series]]) -> tuple[str, ...]:
    nom = str(territoire["lib_ti"]) + (f" (aussi {territoire['ailleurs']})" if territoire["ailleurs"] else "")
    rang = territoire["rang"]
    return (
        "" if pd.isna(rang) else f"{nombre(int(str(rang)))}{' =' if territoire['ex_aequo'] else ''}",
        nom,
        *(valeur(quoi, float(figures[territoire["id_ti"]])) for quoi, figures in colonnes),
    )


def principaux(boite: Boite, projets: pd.DataFrame) -> Tableau:
    """The projects that announce most jobs, then the latest ones; repeated rows are left out."""
    uniques = projets_en_tete(projets)
    return Tableau(
        boite=boite,
        colonnes=(
            Colonne(tete="Entreprise", part=30),
            Colonne(tete="Commune", part=22),
            Colonne(tete="Filière", part=26),
            Colonne(tete="Emplois", part=14, chiffres=True),
        ),
        lignes=tuple(
            (
                _dit(projet["entreprise"]),
                _dit(projet["commune"]),
                _dit(projet["filiere"]),
                "–" if pd.isna(projet["emplois_prevus"]) else nombre(int(projet["emplois_prevus"])),
            )
            for projet in uniques.head(PROJETS).to_dict("records")
        ),
        alternative="Principaux projets : entreprise, commune, filière, emplois annoncés.",
    )


def _dit(valeur: object) -> str:
    return NON_RENSEIGNE if pd.isna(valeur) else str(valeur)


def en_tete(boite: Boite, projets: pd.DataFrame) -> Tableau:
    """The communes with most projects."""
    return Tableau(
        boite=boite,
        colonnes=(Colonne(tete="Commune", part=62), Colonne(tete="Projets", part=26, chiffres=True)),
        lignes=tuple(
            (str(commune["nom"]), nombre(commune["projets"]))
            for commune in communes_en_tete(projets, COMMUNES).to_dict("records")
        ),
        alternative="Communes qui ont le plus de projets.",
    )

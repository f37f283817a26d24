"""How far the highlighted projects had come, and which laureates they are: every pair checked by eye."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.contrats.projets import STADES
from geo.projets.stades import LECTURES, apparier, lire_stade

AJOUTES = {
    "Digital Lab ArcelorMittal",
    "L'Usinerie",
    "Vicky Foods",
    "Atelier Haute Lunetterie Bourgeat",
}
"""Highlighted projects that are no laureate of the extract."""

PAIRES = {
    "K-RYOLE": "K-RYOLE",
    "DÉCLIC": "DECLIC",
    "Marotte": "MAROTTE PASCAL",
    "PDG Plastiques": "PDG PLASTIQUES",
    "Le Matelas 365": "LE MATELAS 365",
    "Textile des Dunes": "TEXTILE DES DUNES",
    "Auer": "SOCIETE INDUSTRIELLE AUER",
    "Etablissements Martinenq": "ETABLISSEMENTS MARTINENQ",
    "Tryon": "TRYON SAS",
    "Société industrielle de produits diélectriques": "SOCIETE INDUSTRIELLE DE PRODUITS DIELECTRIQUES",
    "La Ferté Couture": "LA FERTE COUTURE",
    "AG+ Spars": "AG + SPARS",
    "Bovetti Chocolats": "BOVETTI CHOCOLATS",
    "Renaissance Textile": "RENAISSANCE TEXTILE",
    "Fonderie d'art Macheret": "FONDERIE D'ART MACHERET",
    "IES Labo": "IES LABO",
    "Batteries Prod": "BATTERIES PROD",
    "Piriou Réunion": "PIRIOU REUNION",
    "Guyane Spiruline": "GUYANE SPIRULINE",
}


def test_every_description_of_the_document_has_its_reading(atlas):
    assert set(atlas.projets_inspirants["stade_decrit"]) == set(LECTURES)


@pytest.mark.parametrize("decrit", LECTURES)
def test_a_description_is_read_as_a_word_of_the_vocabulary(decrit):
    assert lire_stade(decrit) in STADES


def test_an_unknown_description_is_told_and_never_guessed():
    with pytest.raises(ValueError, match=r"geo/stades\.py"):
        lire_stade("bientôt")


def test_each_highlighted_project_is_the_laureate_of_its_name(atlas):
    noms = atlas.projets.set_index("id_projet")["entreprise"]
    paires = dict(zip(atlas.projets_inspirants["nom"], apparier(atlas).map(noms), strict=True))
    assert {nom: lu for nom, lu in paires.items() if pd.notna(lu)} == PAIRES
    assert {nom for nom, lu in paires.items() if pd.isna(lu)} == AJOUTES


def test_the_same_project_has_the_same_commune_or_the_same_territory(atlas):
    laureats = atlas.projets.set_index("id_projet")["commune"]
    ailleurs = [
        (projet.nom, projet.commune, laureats[id_projet])
        for projet, id_projet in zip(atlas.projets_inspirants.itertuples(), apparier(atlas), strict=True)
        if pd.notna(id_projet) and laureats[id_projet].casefold() != projet.commune.casefold()
    ]
    assert sorted(ailleurs) == [
        ("IES Labo", "Oraison", "Peyruis"),
        ("La Ferté Couture", "La Ferté-Macé", "La Ferté Macé"),
    ]


def test_no_laureate_is_two_highlighted_projects(atlas):
    assert apparier(atlas).dropna().is_unique

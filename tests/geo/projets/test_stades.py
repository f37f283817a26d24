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


def test_chaque_description_du_document_a_sa_lecture(atlas):
    assert set(atlas.projets_inspirants["stade_decrit"]) == set(LECTURES)


@pytest.mark.parametrize("decrit", LECTURES)
def test_une_description_se_lit_comme_un_mot_du_vocabulaire(decrit):
    assert lire_stade(decrit) in STADES


def test_une_description_inconnue_est_dite_et_jamais_devinee():
    with pytest.raises(ValueError, match=r"geo/projets/stades\.py"):
        lire_stade("bientôt")


def test_chaque_projet_inspirant_est_le_laureat_de_son_nom(atlas):
    noms = atlas.projets.set_index("id_projet")["entreprise"]
    paires = dict(zip(atlas.projets_inspirants["nom"], apparier(atlas).map(noms), strict=True))
    assert {nom: lu for nom, lu in paires.items() if pd.notna(lu)} == PAIRES
    assert {nom for nom, lu in paires.items() if pd.isna(lu)} == AJOUTES


def test_le_meme_projet_a_la_meme_commune_ou_le_meme_territoire(atlas):
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


def test_aucun_laureat_n_est_deux_projets_inspirants(atlas):
    assert apparier(atlas).dropna().is_unique

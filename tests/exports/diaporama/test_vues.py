"""The views of a real séance become slides: a map for a place or a selection, a chart for a profile."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from exports.diaporama import debordements, diaporama_seance, vue_dessinee
from exports.diaporama.seance import PLACE
from geo.indicateurs.objets import Objet
from geo.seance.diapo import Diapo, Figure
from geo.seance.profils import profil_des_projets

DIAPO = Diapo(
    titre="Ici",
    sous_titre="10 territoires",
    figures=(Figure(valeur="3", libelle="projets", sorte="somme"),),
    sources=("plan_relance_industrie",),
)
LIEUX = [
    Objet(sorte="france", code=""),
    Objet(sorte="region", code="53"),
    Objet(sorte="ti", code="ti-2806"),
    None,
]


@pytest.mark.parametrize("objet", LIEUX, ids=["france", "region", "ti", "selection"])
def test_chaque_sorte_de_vue_a_une_carte_nette_a_la_forme_de_sa_place(atlas, objet):
    vue = vue_dessinee(atlas, DIAPO, objet=objet, millesime=2021, projets=atlas.projets.head(40))
    large, haut = Image.open(io.BytesIO(vue.carte)).size
    assert large / haut == pytest.approx(PLACE.large / PLACE.haut, rel=0.01)
    assert large / (PLACE.large / 25.4) > 200
    assert vue.alternative.startswith("Carte : Ici, ")
    octets = diaporama_seance([vue], nom="Essai", jour="2026-11-21", adresse="https://atlas.exemple")
    assert debordements(octets) == []


def test_une_vue_avec_graphique_n_a_pas_de_carte(atlas):
    diapo = profil_des_projets(atlas.projets, "mois", titre="France")
    assert vue_dessinee(atlas, diapo, objet=LIEUX[0], millesime=2021).carte is None


def test_une_vue_sans_lieu_ni_projets_est_refusee(atlas):
    with pytest.raises(ValueError, match="lieu ou une sélection"):
        vue_dessinee(atlas, DIAPO, objet=None, millesime=2021)

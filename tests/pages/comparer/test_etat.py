"""What « Comparer » offers: examples chosen by rule, and what stands well beside a territory."""

from __future__ import annotations

import pytest

from components.adresses import AdresseComparer
from geo.millesimes import MILLESIMES
from geo.territoires import territoires_de, voisins
from pages.comparer.etat import exemples, offres, propositions
from tests.pages.regards import adresse, ouvrir


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_le_premier_exemple_est_le_territoire_de_plus_de_projets_avec_deux_de_ses_voisins(atlas, millesime):
    titre, premiere = exemples(atlas, millesime)[0]
    ti, *siens = premiere.objets
    projets = atlas.projets_par_territoire(millesime)
    avec_voisins = [
        autre for autre in projets.index if len(voisins(atlas, id_ti=autre, millesime=millesime)) > 1
    ]
    assert projets[ti] == projets[avec_voisins].max()
    assert siens == voisins(atlas, id_ti=ti, millesime=millesime)["id_ti"].tolist()[:2]
    assert titre == f"{atlas.nom_ti[millesime, ti].strip()} et ses voisins"


def test_le_deuxieme_exemple_est_la_region_de_plus_de_territoires_face_a_la_france(atlas):
    combien = {code: len(territoires_de(atlas, code, 2021)) for code in atlas.nom_region}
    _, deuxieme = exemples(atlas, 2021)[1]
    region, france = deuxieme.objets
    assert combien[region.removeprefix("region-")] == max(combien.values())
    assert france == "france"


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_exemple_s_ouvre_sans_avis_dans_son_millesime(atlas, millesime):
    for _, exemple in exemples(atlas, millesime):
        assert AdresseComparer.lire(exemple.ecrire(), atlas) == (exemple, [])


def test_les_departements_sont_parmi_les_choix(atlas):
    assert offres(atlas, millesime=2021)["departement-50"] == "Manche · Département"


def test_a_cote_d_un_territoire_viennent_ses_voisins_son_profil_et_ses_departements(atlas):
    offertes = list(propositions(atlas, AdresseComparer(objets=("france", "ti-4401"))).values())
    assert offertes[:2] == ["Voisin\u00a0: Moselle Est", "Voisin\u00a0: Alsace centrale"]
    assert sum(dite.startswith("Même profil\u00a0: ") for dite in offertes) >= 2
    assert offertes[-2:] == ["Département\u00a0: Bas-Rhin", "Département\u00a0: Moselle"]


def test_ce_qui_est_deja_compare_n_est_plus_propose(atlas):
    voulue = AdresseComparer(objets=("ti-4401", "departement-57"))
    assert "departement-57" not in propositions(atlas, voulue)


@pytest.mark.parametrize(
    "objets",
    [("france", "region-53"), ("ti-4401", "france", "region-44", "region-53", "hors-ti")],
    ids=["sans territoire", "sans place"],
)
def test_rien_n_est_propose_sans_territoire_ou_sans_place(atlas, objets):
    assert propositions(atlas, AdresseComparer(objets=objets)) == {}


def test_une_proposition_pressee_prend_place_dans_la_comparaison():
    essai = ouvrir("comparer", objets="ti-4401")
    (proposes,) = (groupe for groupe in essai.button_group if groupe.label == "Ajouter à côté")
    proposes.set_value("departement-67").run()
    assert not essai.exception
    assert adresse(essai) == {"objets": "ti-4401,departement-67"}

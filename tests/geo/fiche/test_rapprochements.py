"""A territory has at hand its neighbours, those of its profile, its départements: what there truly is."""

from __future__ import annotations

import pytest

from geo.fiche.rapprochements import DEPARTEMENT, PROFIL, VOISINS, VOISINS_MAX, rapprochements
from geo.indicateurs import mesure
from geo.millesimes import MILLESIMES
from geo.profils import semblables
from geo.territoires import voisins


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_voisins_sont_ceux_des_plus_longues_frontieres(atlas, millesime):
    for ti in atlas.territoires_de(millesime)["id_ti"]:
        siens = rapprochements(atlas, ti, millesime).get(VOISINS, ())
        attendus = voisins(atlas, id_ti=ti, millesime=millesime)["id_ti"].head(VOISINS_MAX).tolist()
        assert [lieu.objet.code for lieu in siens] == attendus


def test_le_profil_est_celui_de_la_ressemblance(atlas):
    siens = rapprochements(atlas, "ti-5304", 2021)[PROFIL]
    assert tuple(lieu.objet.code for lieu in siens) == semblables(atlas, "ti-5304", 2021)


@pytest.mark.parametrize(
    ("ti", "departements"),
    [("ti-2806", [("Manche", True)]), ("ti-4401", [("Bas-Rhin", False), ("Moselle", False)])],
)
def test_un_departement_ne_contient_qu_un_territoire_qui_y_est_tout_entier(atlas, ti, departements):
    siens = rapprochements(atlas, ti, 2021)[DEPARTEMENT]
    assert [(lieu.libelle, lieu.contient) for lieu in siens] == departements


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_rapprochement_a_ses_chiffres(atlas, millesime):
    for ti in atlas.territoires_de(millesime)["id_ti"]:
        for lieux in rapprochements(atlas, ti, millesime).values():
            assert all(mesure(atlas, objet=r.objet, millesime=millesime, cle="population") for r in lieux)


def test_un_departement_compte_les_habitants_de_ses_communes(atlas):
    (manche,) = rapprochements(atlas, "ti-2806", 2021)[DEPARTEMENT]
    communes = atlas.communes
    siens = communes.loc[communes["departement"] == "50", "population"].sum()
    assert mesure(atlas, objet=manche.objet, millesime=2021, cle="population").valeur == siens


def test_un_territoire_inconnu_n_a_pas_de_rapprochements(atlas):
    assert rapprochements(atlas, "ti-0000", 2021) == {}

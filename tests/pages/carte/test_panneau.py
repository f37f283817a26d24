"""The panel beside the map: counts in French, and names that stay text."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from html import escape

import pandas as pd
import pytest
import streamlit as st

from components.adresses.territoire import AdresseTerritoire
from geo.indicateurs.mesures import Mesure, territoire_reference
from pages.carte import panneau
from tests.pages.regards import texte

HOSTILE = "<img src=x onerror=window.pirate=1>"


@pytest.fixture
def ecrit(monkeypatch):
    """Every piece of HTML that the panel hands to Streamlit."""
    morceaux: list[str] = []
    monkeypatch.setattr(st, "html", morceaux.append)
    return morceaux


@pytest.fixture
def fiche(atlas):
    """Nord Cotentin in 2021."""
    return atlas.fiche("ti-2806", 2021)


def test_le_panneau_dit_le_nom_la_region_et_les_effectifs(ecrit, fiche):
    panneau.territoire(fiche)
    lu = texte(ecrit[0])
    assert lu.startswith("Nord Cotentin Normandie · 2\u202fintercommunalités")
    assert f"{len(fiche.projets)} projets France Relance" in lu
    assert "202\u202f523 habitants" in lu


def test_le_panneau_nomme_chaque_groupement_une_fois(ecrit, fiche):
    panneau.territoire(fiche)
    liste = ecrit[0].partition("Ce qui le compose")[2]
    assert [liste.count(escape(nom)) for nom in fiche.groupements["libelle"]] == [1] * len(fiche.groupements)


def test_un_nom_hostile_de_territoire_reste_du_texte(ecrit, fiche):
    panneau.territoire(replace(fiche, territoire=fiche.territoire.replace("Nord Cotentin", HOSTILE)))
    assert "<img" not in ecrit[0]
    assert escape(HOSTILE) in ecrit[0]


def test_un_nom_hostile_de_groupement_reste_du_texte(ecrit, fiche):
    panneau.territoire(replace(fiche, groupements=fiche.groupements.assign(libelle=HOSTILE)))
    assert "<img" not in ecrit[0]
    assert escape(HOSTILE) in ecrit[0]


def test_un_nom_hostile_de_region_reste_du_texte(ecrit, fiche):
    panneau.territoire(replace(fiche, regions=(HOSTILE,)))
    assert "<img" not in ecrit[0]


def test_des_emplois_qu_aucun_projet_ne_dit_ne_sont_pas_un_zero(ecrit, fiche):
    muets = fiche.projets.assign(emplois_prevus=pd.array([pd.NA] * len(fiche.projets), dtype="Int64"))
    panneau.territoire(replace(fiche, projets=muets))
    assert "non renseigné emplois annoncés" in texte(ecrit[0])


def test_un_groupement_tenu_en_partie_dit_combien_de_communes(ecrit, atlas):
    en_partie = atlas.groupements[atlas.groupements["nb_communes"] < atlas.groupements["nb_communes_total"]]
    premier = en_partie.sort_values(["millesime", "id_ti"]).iloc[0]
    panneau.territoire(atlas.fiche(premier["id_ti"], premier["millesime"]))
    assert f"en partie : {premier['nb_communes']} communes sur {premier['nb_communes_total']}" in texte(
        ecrit[0]
    )


@pytest.mark.parametrize(("millesime", "nombre"), [(2020, 148), (2021, 146), (2022, 149), (2023, 183)])
def test_la_france_compte_les_territoires_de_son_millesime(ecrit, atlas, millesime, nombre):
    panneau.france(atlas, millesime)
    assert f"{nombre} territoires d’industrie millésime {millesime}" in texte(ecrit[0])


def test_la_france_compte_les_projets_de_ses_territoires_comme_la_somme_des_leurs(ecrit, atlas):
    panneau.france(atlas, 2021)
    somme = sum(len(atlas.fiche(i, 2021).projets) for i in atlas.territoires_de(2021)["id_ti"])
    assert f"{somme:,} projets dans un territoire".replace(",", "\u202f") in texte(ecrit[0])


def test_la_somme_des_barres_des_filieres_est_celle_des_projets(ecrit, atlas):
    fiche = atlas.fiche("ti-1111", 2021) or atlas.fiche(atlas.territoires_de(2021)["id_ti"].iloc[0], 2021)
    panneau.territoire(fiche)
    barres = ecrit[0].partition("Projets par filière")[2].partition("</ul>")[0]
    comptes = [int(n.replace("\u202f", "")) for n in re.findall(r"<b>([^<]+)</b>", barres)]
    assert len(comptes) <= panneau.BARRES + 1
    assert sum(comptes) == len(fiche.projets)


def test_un_territoire_sans_projet_n_a_pas_de_barre(ecrit, fiche):
    panneau.territoire(replace(fiche, projets=fiche.projets.iloc[:0]))
    assert "Projets par filière" not in ecrit[0]


def test_une_filiere_hostile_reste_du_texte(ecrit, fiche):
    panneau.territoire(replace(fiche, projets=fiche.projets.assign(filiere=HOSTILE)))
    assert "<img" not in ecrit[0]


def test_le_panneau_dit_le_rang_pour_l_indicateur_de_la_carte(ecrit, atlas, fiche):
    mesure = territoire_reference(atlas, millesime=2021, id_ti="ti-2806", cle="projets")
    panneau.territoire(fiche, couleur="projets", mesure=mesure)
    assert f"· {mesure.rang}e plus haut sur {mesure.classes}" in texte(ecrit[0])


def test_un_indicateur_inconnu_n_a_pas_de_rang(ecrit, fiche):
    muette = Mesure(valeur=math.nan, couverture=0.0, connus=0.0, total=1.0)
    panneau.territoire(fiche, couleur="chomage", mesure=muette)
    assert "Taux de chômage non renseigné" in texte(ecrit[0])
    assert " sur " not in texte(ecrit[0]).split("Taux de chômage")[1].split("projets France Relance")[0]


@pytest.mark.parametrize(
    ("cle", "dit"),
    [
        ("part_industrie", "non renseigné 100\u202f% de ses emplois viennent d’une intercommunalité"),
        ("chomage", "taux de la zone d’emploi · 3e trimestre 2023, actifs 2018"),
    ],
)
def test_le_panneau_dit_ce_qui_vient_d_une_unite_plus_grande(ecrit, atlas, cle, dit):
    mesure = territoire_reference(atlas, millesime=2021, id_ti="ti-9303", cle=cle)
    panneau.territoire(atlas.fiche("ti-9303", 2021), couleur=cle, mesure=mesure)
    assert dit in texte(ecrit[0])


def test_le_panneau_mene_a_la_fiche_du_meme_millesime(ecrit, atlas):
    panneau.territoire(atlas.fiche("ti-2806", 2023))
    assert f'href="{escape(AdresseTerritoire(ti="ti-2806", millesime=2023).lien())}"' in ecrit[0]

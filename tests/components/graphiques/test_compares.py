"""The charts that compare say the difference without colour, and never draw an absence as a zero."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from components.graphiques import compares as charts

NOMS = ["Santé", "<b>Énergie</b> & co", "Un nom bien plus long que la place qu’il a"]
VALEURS = pd.DataFrame({"cle": ["a", "b", "c"], "nom": NOMS, "valeur": [12.5, 3.0, math.nan]})
FONDS = pd.DataFrame(
    {
        "groupe": ["État", "État", "<Région>"],
        "nom": ["Relance", "<i>DETR</i>", "Aides"],
        "valeur": [90, 10, 40],
    }
)


def faits(valeurs=VALEURS):
    return {
        "classement": charts.classement(
            "Emplois", valeurs, entete="Région", unite="emplois", decimales=1, deduites=["b"]
        ),
        "cote_a_cote": charts.cote_a_cote("Emplois", valeurs, entete="Objet", unite="emplois", decimales=1),
        "segments": charts.segments("Financement", FONDS, entete="Financeur", unite="M€"),
    }


SORTES = ["classement", "cote_a_cote", "segments"]


@pytest.mark.parametrize("sorte", SORTES)
def test_un_graphique_est_leger(sorte):
    assert len(faits()[sorte].figure.to_json()) < 2_800


@pytest.mark.parametrize("sorte", SORTES)
def test_un_nom_de_fichier_n_est_pas_du_balisage(sorte):
    dessin = faits()[sorte].figure.to_json().replace("\\u003c", "<")
    assert not any(balise in dessin for balise in ("<b>Énergie", "<i>DETR", "<Région>"))


@pytest.mark.parametrize("sorte", ["classement", "cote_a_cote"])
def test_une_absence_est_ecrite_et_n_a_pas_de_barre(sorte):
    trace = faits()[sorte].figure.data[0]
    assert (trace.x[2], trace.text[2]) == (0, "non renseigné")


def test_une_ligne_deduite_est_hachuree_et_le_dit():
    trace = faits()["classement"].figure.data[0]
    assert list(trace.marker.pattern.shape) == ["", "/", ""]
    assert trace.text[1] == "3,0 (déduit)"


def test_les_lignes_choisies_sont_a_l_encre_et_les_autres_pales():
    trace = charts.classement("E", VALEURS, entete="R", unite="", decimales=0, choisies=["b"]).figure.data[0]
    assert list(trace.marker.opacity) == [0.5, 1, 0.5]
    assert trace.marker.color[1] != trace.marker.color[0]


def test_des_objets_cote_a_cote_ont_leurs_propres_hachures():
    cinq = pd.DataFrame({"nom": list("abcde"), "valeur": [1.0, 2, 3, 4, 5]})
    figure = charts.cote_a_cote("E", cinq, entete="O", unite="", decimales=0).figure
    assert len(set(figure.data[0].marker.pattern.shape)) == 5


def test_une_valeur_negative_a_de_la_place():
    ecarts = VALEURS.assign(valeur=[5.0, -5.0, 0.0])
    bas, haut = faits(ecarts)["cote_a_cote"].figure.layout.xaxis.range
    assert bas < -5
    assert haut > 5


def test_le_total_d_un_groupe_est_la_somme_de_ses_segments():
    assert [note.text for note in faits()["segments"].figure.layout.annotations] == [
        "<b>100</b>",
        "<b>40</b>",
    ]


def test_chaque_segment_est_dans_la_table():
    assert faits()["segments"].table["Financeur"].tolist() == [
        "État – Relance",
        "État – <i>DETR</i>",
        "<Région> – Aides",
    ]


@pytest.mark.parametrize("sorte", ["classement", "cote_a_cote"])
def test_la_taille_ne_depend_pas_des_chiffres(sorte):
    vide = faits(VALEURS.assign(valeur=math.nan))[sorte]
    assert vide.vide
    assert vide.figure.layout.height == faits()[sorte].figure.layout.height
    assert vide.alternative == "Emplois : rien n’est renseigné."

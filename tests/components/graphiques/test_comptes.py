"""Charts carry their figures and little else, and show hostile names as they are."""

from __future__ import annotations

import pandas as pd
import pytest

from components.graphiques import comptes
from components.graphiques.comptes import Serie

NOMS = ["Santé", "<b>Énergie</b> & co", "Un nom bien plus long que la place qu’il a"]
LIGNES = pd.DataFrame({"cle": ["a", "b", "c"], "nom": NOMS, "projets": [12, 30, 0]})
SERIES = [
    Serie(nom="Lauréat", couleur="#111111", valeurs=[10, 30, 0], cle="l"),
    Serie(nom="En service", couleur="#222222", valeurs=[2, 0, 0], cle="s"),
]


def faits():
    return {
        "barres": comptes.barres("Filières", LIGNES, entete="Filière"),
        "empilees": comptes.empilees("Filières", ["a", "b", "c"], NOMS, SERIES, entete="Filière"),
        "colonnes": comptes.colonnes("Mois", LIGNES, entete="Mois"),
        "grille": comptes.grille(
            "Croisé", [("a", "A"), ("b", "B")], [("x", "X"), ("y", "Y")], [[1, 0], [2, 5]], entete="Lettre"
        ),
    }


@pytest.mark.parametrize("sorte", ["barres", "empilees"])
def test_la_phrase_dit_qui_est_en_tete_avec_sa_part(sorte):
    phrase = faits()[sorte].alternative
    assert "<b>Énergie</b> & co compte 30 projets sur 42 (71\u202f%), devant Santé (12)." in phrase


@pytest.mark.parametrize("sorte", ["barres", "empilees", "colonnes", "grille"])
def test_un_graphique_pese_quelques_centaines_d_octets_par_marque(sorte):
    assert len(faits()[sorte].figure.to_json()) < 2_500


@pytest.mark.parametrize("sorte", ["barres", "empilees"])
def test_un_nom_de_fichier_n_est_pas_du_balisage(sorte):
    axe = faits()[sorte].figure.layout.yaxis
    assert axe.ticktext[1] == "&lt;b&gt;Énergie&lt;/b&gt; &amp; co"


def test_la_taille_ne_depend_pas_des_chiffres():
    vide = comptes.barres("Filières", LIGNES.assign(projets=0), entete="Filière")
    assert vide.vide
    assert vide.figure.layout.height == faits()["barres"].figure.layout.height
    assert vide.alternative == "Filières : aucun projet dans cette sélection."


def test_le_tableau_d_un_graphique_a_ses_chiffres():
    table = faits()["empilees"].table
    assert table.columns.tolist() == ["Filière", "Lauréat", "En service", "Total"]
    assert table["Total"].tolist() == [12, 30, 0]


@pytest.mark.parametrize(
    ("sorte", "point", "choix"),
    [
        ("barres", {"curve_number": 0, "point_index": 1}, ("b", "")),
        ("empilees", {"curve_number": 1, "point_index": 0}, ("a", "s")),
        ("grille", {"curve_number": 1, "point_index": 0}, ("a", "y")),
    ],
)
def test_une_marque_appuyee_dit_ce_qu_elle_choisit(sorte, point, choix):
    assert faits()[sorte].choix(point) == choix


def test_une_case_vide_d_une_grille_ne_montre_rien():
    premiere = faits()["grille"].figure.data[1]
    assert premiere.text[0] == ""

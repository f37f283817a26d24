"""A cell of a comparison says a figure, a rank or a distance, or why there is none."""

from __future__ import annotations

import math

import pytest

from geo.fiche.comparaison import ECARTS, dire, note, tete
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.comparaison import Case, Ligne, comparer
from geo.indicateurs.mesures import Mesure
from geo.indicateurs.objets import LA_FRANCE, Objet

BRETAGNE = Objet(sorte="region", code="53")


def case(valeur, ecart, **reste):
    mesure = Mesure(valeur=valeur, couverture=1.0, connus=1.0, total=1.0, rang=1, classes=18)
    return Case(objet=BRETAGNE, mesure=mesure, ecart=ecart, **reste)


def ligne(cle, ecart_en):
    return Ligne(indicateur=INDICATEURS[cle], ecart_en=ecart_en, cases=())


@pytest.mark.parametrize(
    ("cle", "ecart_en", "ecart", "texte"),
    [
        ("chomage", "points", 1.26, "+ 1,3"),
        ("chomage", "points", -1.26, "\u2212 1,3"),
        ("chomage", "points", 0.04, "comme la France"),
        ("projets_pour_10000_hab", "fois", 1.5, "× 1,50"),
        ("population", "part", 0.001, "<\u202f0,01\u202f%"),
        ("population", "part", 0.5, "0,50\u202f%"),
        ("population", "part", 12.34, "12,3\u202f%"),
    ],
)
def test_un_ecart_se_dit_selon_son_unite(cle, ecart_en, ecart, texte):
    assert dire(ligne(cle, ecart_en), case(5.0, ecart), "ecarts").texte == texte


def test_un_zero_se_dit_zero_et_non_zero_pour_cent():
    assert dire(ligne("projets", "part"), case(0.0, 0.0), "ecarts").texte == "zéro ici"


def test_un_rang_est_celui_de_la_fiche():
    dite = dire(ligne("population", "part"), case(5.0, 1.0), "rangs")
    assert dite.texte == "le plus haut des 18"
    assert dite.poids == pytest.approx(1.0)


def test_un_taux_de_peu_de_projets_a_un_tiers_sans_barre():
    peu = Mesure(valeur=5.0, couverture=1.0, connus=1, total=1, classes=18, tiers="haut", effectif=3.0)
    vue = Case(objet=LA_FRANCE, mesure=peu, ecart=math.nan)
    dite = dire(ligne("projets_pour_10000_hab", "fois"), vue, "rangs")
    assert (dite.texte, dite.connue) == ("parmi les plus hauts", True)
    assert math.isnan(dite.poids)


def test_une_case_vide_dit_pourquoi_et_n_a_pas_de_barre():
    dite = dire(ligne("chomage", "points"), case(math.nan, math.nan, raison="rien n’est publié"), "valeurs")
    assert (dite.texte, dite.raison, dite.connue) == ("non renseigné", "rien n’est publié", False)
    assert math.isnan(dite.poids)


def test_une_ligne_dit_en_quoi_elle_est_et_comment_elle_est_faite(atlas):
    lignes = comparer(atlas, objets=[BRETAGNE, LA_FRANCE], millesime=2021)
    assert {tete(ligne, "ecarts") for ligne in lignes} <= set(ECARTS.values())
    assert all(ligne.indicateur.formule in note(ligne.indicateur) for ligne in lignes)

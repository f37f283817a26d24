"""Shares beside a reference: figures in columns that no mark reaches, told apart without colour."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from components.graphiques.parts import parts

NOMS = ["Santé", "<b>Énergie</b> & co", "Un nom bien plus long que la place qu’il a dans la marge"]
PARTS = pd.DataFrame(
    {
        "cle": ["a", "b", "c"],
        "nom": NOMS,
        "projets": [24, 70, 6],
        "part": [0.24, 0.70, 0.06],
        "part_reference": [0.15, 0.85, 0.0],
        "indice": [1.6, 0.8235, math.nan],
        "peu": [False, False, True],
    }
)


def fait(lignes=PARTS, **options):
    return parts("Filières", lignes, entete="Filière", ici="Bretagne", reference="France", **options)


def test_le_graphique_est_leger():
    assert len(fait().figure.to_json()) < 3_000


def test_un_nom_de_fichier_n_est_pas_du_balisage():
    assert "<b>Énergie" not in fait().figure.to_json().replace("\\u003c", "<")


def test_les_deux_parts_et_l_indice_se_lisent_en_colonnes():
    chiffres = fait().figure.data[2]
    assert list(chiffres.text) == [
        *("24\u202f%", "70\u202f%", "6\u202f%"),
        *("| 15\u202f%", "| 85\u202f%", "| 0\u202f%"),
        *("×1,6", "×0,8", "peu"),
    ]


def test_les_chiffres_sont_au_dela_de_toutes_les_barres_et_de_tous_les_traits():
    trace = fait().figure
    assert min(trace.data[2].x) > trace.layout.xaxis.domain[1]
    assert trace.layout.xaxis.range[1] >= max([*trace.data[0].x, *trace.data[1].x])


def test_sans_indice_il_n_y_a_pas_de_colonne_vide():
    chiffres = fait(PARTS.assign(indice=math.nan, peu=False)).figure.data[2]
    assert len(chiffres.text) == 2 * len(PARTS)
    assert max(chiffres.x) == 1


def test_la_reference_est_une_marque_d_une_autre_forme_et_son_chiffre_la_porte():
    barre, repere, chiffres, _ = fait().figure.data
    assert (barre.type, repere.marker.symbol) == ("bar", "line-ns")
    assert all(texte.startswith("|") for texte in chiffres.text[3:6])


def test_un_nom_au_dessus_de_sa_barre_se_lit_en_entier():
    noms = fait().figure.data[3].text
    assert noms[0] == "Santé"
    assert noms[2].startswith("Un nom bien plus long que la place qu’il a")


@pytest.mark.parametrize("serre", [False, True])
def test_aucune_marque_ne_depasse_sa_rangee(serre):
    trace = fait(serre=serre).figure
    assert all(rang - 0.5 < y < rang + 0.5 for rang, y in enumerate(trace.data[0].y))


def test_sous_le_seuil_peu_se_lit_dans_la_table_aussi():
    assert fait().table["Indice"].tolist() == ["×1,6", "×0,8", "peu"]


def test_la_phrase_nomme_les_deux_lieux():
    assert fait().alternative == (
        "Filières : <b>Énergie</b> & co vient en tête avec 70\u202f% des projets (Bretagne), "
        "contre 85\u202f% (France)."
    )

"""Small tables are real HTML, and what they hold stays text."""

from __future__ import annotations

import pytest

from components.html.tables import tracer
from components.html.texte import balise

HOSTILE = "<img src=x onerror=alert(1)>"


def test_chaque_valeur_est_a_sa_ligne_et_a_sa_colonne():
    lu = tracer("Deux lignes", ["A", "B"], [("a1", 1), ("a2", 2)])
    assert "<tr><td>a1</td><td>1</td></tr><tr><td>a2</td><td>2</td></tr>" in lu


def test_les_entetes_sont_dits_entetes_de_colonnes():
    assert "<thead><tr><th>A</th>" in tracer("Une colonne", ["A"], [])


def test_le_tableau_a_un_nom_pour_les_technologies_d_assistance():
    lu = tracer("Faits publiés", ["A"], [])
    assert 'role="region" aria-label="Faits publiés"' in lu
    assert ">Faits publiés</caption>" in lu


def test_les_noms_entetes_et_valeurs_hostiles_restent_du_texte():
    assert "<img" not in tracer(HOSTILE, [HOSTILE], [(HOSTILE,)])


def test_une_cellule_deja_faite_est_laissee_telle_quelle():
    assert "<td><b>gras</b></td>" in tracer("t", ["A"], [(balise("b", "gras"),)])


def test_les_colonnes_de_chiffres_sont_nommees_une_fois_pour_etre_alignees():
    lu = tracer("t", ["Nom", "Nombre", "Part"], [("a", 1, 2)] * 9, chiffres=["Nombre", "Part"])
    assert '<table class="c2 c3">' in lu
    assert lu.count("c2") == 1


def test_une_ligne_qui_ne_repond_pas_a_ses_entetes_est_refusee():
    with pytest.raises(ValueError, match="zip"):
        tracer("t", ["Nom", "Nombre"], [("a",)])

"""The table and the file of results, on invented figures."""

from __future__ import annotations

import json

import pytest

from bench.mesures import GRANDEURS, bilan
from bench.tableau import contenu, ecrire, tableau, tenu

ESPACE = "\u202f"


def bilans(**stock):
    """Both ways: 1 everywhere for the atlas, 100 for the stock way except where a test says otherwise."""
    return {
        "atlas": {nom: bilan([1.0, 1.0, 1.0]) for nom in GRANDEURS},
        "stock": {nom: bilan([stock.get(nom, 100.0)]) for nom in GRANDEURS},
    }


def ligne(texte, libelle):
    return next(candidate for candidate in texte.splitlines() if candidate.startswith(libelle))


def test_chaque_grandeur_a_sa_ligne():
    texte = tableau(bilans())
    assert [g.libelle for g in GRANDEURS.values() if not ligne(texte, g.libelle)] == []


def test_une_duree_se_lit_en_secondes_francaises():
    assert f"2,50{ESPACE}s" in ligne(tableau(bilans(changement=2.5)), "Millésime ")


def test_un_temps_de_processeur_se_lit_en_millisecondes():
    texte = tableau(bilans(changement_cpu=0.25))
    assert f" 250{ESPACE}ms" in ligne(texte, "Millésime, processeur")


def test_une_taille_se_lit_en_milliers_d_octets():
    texte = tableau(bilans(carte_http=2_828_783))
    assert f"2{ESPACE}828,8{ESPACE}ko" in ligne(texte, "Première carte, par HTTP")


def test_les_colonnes_sont_alignees():
    lignes = tableau(bilans()).splitlines()
    assert len({len(x) for x in lignes[1 : 2 + len(GRANDEURS)]}) == 1


def test_un_rapport_trop_petit_est_nomme():
    texte = tableau(bilans(carte_a_froid=2.5))
    assert texte.endswith("En dessous de ce qui est visé : Première carte, à froid (× 2,5 au lieu de 3).")


def test_quand_tout_est_atteint_la_derniere_ligne_le_dit():
    assert tableau(bilans()).endswith("Tous les rapports visés sont atteints.")


def test_sans_octet_chez_nous_il_n_y_a_pas_de_rapport():
    chiffres = bilans()
    chiffres["atlas"]["changement_http"] = bilan([0.0])
    assert ligne(tableau(chiffres), "Millésime, par HTTP").rstrip().endswith("–")


@pytest.mark.parametrize(
    ("grandeur", "valeur", "ecrit"), [("changement", 0.12345, 0.123), ("carte_http", 10.6, 11)]
)
def test_les_chiffres_gardes_sont_arrondis(grandeur, valeur, ecrit):
    chiffres = contenu(bilans(**{grandeur: valeur}), {})["chiffres"]
    assert chiffres["stock"][grandeur]["mediane"] == ecrit


def test_le_nombre_de_mesures_est_garde():
    assert contenu(bilans(), {})["chiffres"]["atlas"]["changement"]["n"] == 3


def test_le_fichier_a_ses_cles_dans_l_ordre_et_se_relit():
    resultats = contenu(bilans(), {"coeurs": 2})
    texte = ecrire(resultats)
    relu = json.loads(texte)
    assert relu == resultats
    assert list(relu) == sorted(relu)
    assert texte.endswith("}\n")


@pytest.mark.parametrize(
    ("nom", "valeurs", "attendu"),
    [
        ("carte_a_chaud", [1.0, 1.1, 9.0], True),
        ("changement", [0.1, 0.1, 0.3], False),
        ("changement", [0.1, 0.1, 0.2], True),
        ("carte_cpu", [9.0], None),
    ],
    ids=["médiane", "centile dépassé", "centile tenu", "sans budget"],
)
def test_un_budget_est_celui_de_la_mediane_ou_du_centile(nom, valeurs, attendu):
    assert tenu(nom, bilan(valeurs)) is attendu


def test_ce_que_le_folium_ordinaire_ne_fait_pas_se_lit_sans_lui():
    chiffres = bilans()
    del chiffres["stock"]["couche"]
    assert "–" in ligne(tableau(chiffres), "Couche ")

"""The table of a comparison as a file: the figures of the page, numeric, with where they are from."""

from __future__ import annotations

import csv

import pytest

from exports.tables.comparaison import ecrire
from exports.tables.contexte import Contexte
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.comparaison import comparer
from geo.indicateurs.mesures import valeur_france
from geo.indicateurs.objets import LA_FRANCE, Objet

OBJETS = (Objet(sorte="ti", code="ti-2806"), Objet(sorte="region", code="06"), LA_FRANCE)


@pytest.fixture(scope="module")
def rangees(atlas):
    contexte = Contexte(titre="Comparaison", jour="2026-11-21", lien="x", filtres=("Lieux",), sources=("S",))
    lignes = comparer(atlas, objets=OBJETS, millesime=2021)
    octets = ecrire(lignes, ["=Nord Cotentin", "Mayotte", "France"], contexte)
    texte = octets.decode("utf-8-sig")
    return list(csv.DictReader(texte.split("\r\n\r\n")[0].splitlines(), delimiter=";"))


def du(rangees, indicateur, objet):
    return next(r for r in rangees if r["Indicateur"] == indicateur and r["Objet"] == objet)


def test_il_y_a_une_ligne_pour_chaque_indicateur_et_chaque_objet(rangees):
    assert len(rangees) == len(INDICATEURS) * len(OBJETS)


def test_un_chiffre_est_un_nombre_francais_meme_sous_zero(rangees, atlas):
    lue = du(rangees, "Évolution du chômage depuis début 2019", "France")["Valeur"]
    assert lue.startswith("-")
    attendue = valeur_france(atlas, cle="evolution_chomage").valeur
    assert float(lue.replace(",", ".")) == pytest.approx(attendue, abs=0.05)


def test_un_chiffre_manquant_est_vide_et_dit_pourquoi(rangees):
    muette = du(rangees, "Taux de chômage", "Mayotte")
    assert muette["Valeur"] == ""
    assert "Mayotte" in muette["Sans chiffre parce que"]


def test_ce_que_la_france_laisse_et_de_quoi_un_taux_est_le_taux_se_lisent_a_cote(rangees):
    lue = du(rangees, "Taux de chômage", "France")["À savoir"]
    assert lue == "taux de ses zones d’emploi, hors Guyane et Mayotte"
    assert du(rangees, "Population", "France")["À savoir"] == ""


def test_un_nom_qui_commence_comme_une_formule_est_sans_danger(rangees):
    assert du(rangees, "Population", "'=Nord Cotentin")["Rang"] == "54"

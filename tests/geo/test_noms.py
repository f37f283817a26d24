"""Names written in many ways compare as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.noms import cle, cle_commune


@pytest.mark.parametrize(
    ("une", "autre"),
    [
        ("ST ETIENNE", "Saint-Étienne"),
        ("STE MARIE AUX MINES", "Sainte-Marie-aux-Mines"),
        ("SORINIERES", "Les Sorinières"),
        ("L’ETANG SALE", "L'Étang-Salé"),
        ("CHALON SUR SAONE", "Châlon-s/-Saône"),
        ("MARSEILLE 01", "Marseille"),
        ("PARIS 13E ARRONDISSEMENT", "Paris"),
        ("NANTES CEDEX 3", "Nantes"),
        ("VANDOEUVRE", "Vandœuvre"),
    ],
)
def test_deux_ecritures_d_une_commune_ont_la_meme_cle(une, autre):
    assert cle_commune(une) == cle_commune(autre)


@pytest.mark.parametrize(
    ("une", "autre"), [("Saint-Denis", "Saint-Denis-en-Val"), ("Paris-l'Hôpital", "Paris"), ("Ay", "Auray")]
)
def test_deux_communes_differentes_gardent_deux_cles(une, autre):
    assert cle_commune(une) != cle_commune(autre)


def test_un_article_seul_reste_un_nom():
    assert cle_commune("Les") == "les"


@pytest.mark.parametrize("absent", [None, float("nan"), "", " - "])
def test_un_nom_absent_a_une_cle_vide(absent):
    assert cle(absent) == ""
    assert cle_commune(absent) == ""


@given(st.text())
def test_la_cle_d_une_cle_est_elle_meme(texte):
    assert cle(cle(texte)) == cle(texte)

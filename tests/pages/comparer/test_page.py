"""« Comparer » in memory: five objects of a link, why a figure is missing, what an empty page offers."""

from __future__ import annotations

from tests.pages.regards import adresse, avis, blocs, ouvrir, texte

CINQ = "ti-2806,region-53,epci-242900314,tous-les-ti,france"


def page(**parametres: str):
    """Follow a link to « Comparer »."""
    essai = ouvrir("comparer")
    essai.query_params.update(parametres)
    return essai.run()


def tableau(essai) -> str:
    return texte(next(b for b in blocs(essai) if "atlas-comparer" in b))


def test_five_objects_of_a_link_stand_in_their_order():
    essai = page(objets=CINQ)
    assert not essai.exception
    assert not essai.error
    assert avis(essai) == []
    assert adresse(essai) == {"objets": CINQ}
    noms = ["Nord Cotentin", "Bretagne", "Brest Métropole", "Tous les territoires", "France"]
    places = [tableau(essai).index(nom) for nom in noms]
    assert places == sorted(places)


def test_a_word_repeated_in_a_link_adds_its_objects():
    essai = ouvrir("comparer")
    essai.query_params["objets"] = ["ti-2806", "region-53,france"]
    assert adresse(essai.run()) == {"objets": "ti-2806,region-53,france"}


def test_a_rank_is_said_and_france_has_none():
    lu = tableau(page(objets="ti-2806,france", vue="rangs"))
    assert "sur 146" in lu
    assert "sans rang" in lu


def test_a_figure_that_is_not_published_says_why():
    lu = tableau(page(objets="region-06"))
    assert "non renseigné" in lu
    assert "le chômage de la Guyane et de Mayotte n’est pas publié".capitalize()[:12] in lu


def test_an_empty_page_offers_three_comparisons():
    essai = page()
    assert not essai.exception
    assert sum(b.count('href="comparer?objets=') for b in blocs(essai)) == 3

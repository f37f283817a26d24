"""The page « Projets », run in memory: what its address says is what it counts and writes."""

from __future__ import annotations

from html import unescape

import pytest

from francais import nombre
from geo.projets.ensemble import ensemble
from tests.pages.regards import avis, bloc, ouvrir, texte


@pytest.fixture(scope="module")
def tous(atlas):
    return ensemble(atlas)


def page(**parametres):
    essai = ouvrir("projets")
    for mot, valeurs in parametres.items():
        essai.query_params[mot] = valeurs
    return essai.run()


def figures(essai):
    return unescape(texte(bloc(essai, "atlas-figures")))


def test_without_a_filter_every_project_counts(tous):
    essai = page()
    assert not essai.exception
    assert figures(essai).startswith(f"{nombre(len(tous))} projets")


def test_several_values_of_a_word_add_up(tous):
    lu = figures(page(region=["53", "28"]))
    assert lu.startswith(f"{nombre(int(tous['code_region'].isin(['53', '28']).sum()))} projets sur")


def test_a_filter_that_keeps_nothing_says_zero_and_not_an_error():
    essai = page(q=["zzzz introuvable"])
    assert not essai.exception
    assert figures(essai).startswith("0 projet sur")
    assert "non renseigné emplois annoncés" in figures(essai)


def test_an_unknown_value_is_told_and_the_rest_applies(tous):
    essai = page(region=["53", "99"])
    assert any("99" in lu for lu in avis(essai))
    assert figures(essai).startswith(f"{nombre(int((tous['code_region'] == '53').sum()))} projets")


@pytest.mark.parametrize("mot", ["colonnes", "symbole", "projet"])
def test_a_hostile_word_of_the_view_is_told_and_harmless(mot):
    essai = page(**{mot: ["<img src=x onerror=alert(1)>"]})
    assert not essai.exception
    assert len(avis(essai)) == 1


def test_a_project_that_the_page_does_not_have_is_told():
    assert any("p-0000000000" in lu for lu in avis(page(projet=["p-0000000000"])))


def test_the_open_project_says_its_stade_its_source_and_its_published_commune(atlas):
    p = atlas.projets
    projet = p[p["accord_commune"].eq(other=False).fillna(value=False)].iloc[0]
    lu = unescape(texte(bloc(page(projet=[projet["id_projet"]]), "atlas-projet")))
    assert f"commune publiée : {projet['commune_publiee']}" in lu
    assert "Stade Lauréat France Relance (DGE), extrait d’avril 2022" in lu

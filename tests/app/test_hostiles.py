"""Hostile texts in an address or an imported file break nothing and stay text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.regards import avis, blocs, ouvrir
from tests.cibles import ADRESSES, IMPORTS, MOTS, importer, lire_adresse
from tests.hostiles import HOSTILES, MARQUES

ENVOYABLES = {nom: texte for nom, texte in HOSTILES.items() if nom != "substitut"}
"""What a browser can send: a lone surrogate has no UTF-8."""


@pytest.mark.parametrize("page", ADRESSES)
@pytest.mark.parametrize("ruse", HOSTILES)
def test_a_hostile_address_is_read_without_an_error(page, ruse):
    for mot in MOTS[page]:
        lire_adresse(page, {mot: HOSTILES[ruse]})


@given(page=st.sampled_from(ADRESSES), donnees=st.data())
@settings(max_examples=400)
def test_no_address_at_all_is_an_error(page, donnees):
    textes = st.one_of(st.text(max_size=40), st.sampled_from(list(HOSTILES.values())))
    lire_adresse(page, {mot: donnees.draw(textes) for mot in MOTS[page]})


@given(nom=st.sampled_from(IMPORTS), octets=st.binary(max_size=400))
@settings(max_examples=200)
def test_no_imported_file_is_an_error(nom, octets):
    importer(nom, octets)


@pytest.mark.parametrize("nom", IMPORTS)
@pytest.mark.parametrize("ruse", HOSTILES)
def test_a_hostile_imported_file_is_read_or_refused(nom, ruse):
    texte = HOSTILES[ruse].encode(errors="replace")
    importer(nom, b"Entreprise;Commune\n" + texte + b";" + texte + b"\n")
    importer(nom, b'{"type": "FeatureCollection", "features": [{"properties": {"a": "' + texte + b'"}}]}')


@pytest.mark.parametrize("page", ADRESSES)
def test_a_page_at_a_hostile_address_opens_and_shows_no_tag(page):
    essai = ouvrir(page, **dict.fromkeys(MOTS[page], "".join(ENVOYABLES.values())[:900]))
    assert not essai.exception
    assert not essai.error
    assert [b for b in blocs(essai) for marque in MARQUES if marque in b] == []


def test_a_notice_repeats_a_hostile_value_as_text():
    essai = ouvrir("carte", millesime=HOSTILES["lien"])
    assert HOSTILES["lien"] in " ".join(avis(essai))
    assert "](javascript" not in " ".join(element.value for element in essai.info)

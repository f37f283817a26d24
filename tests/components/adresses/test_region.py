"""The link of a région restores the view; what it gets wrong is told in French, and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.region import FRANCE, AdresseRegion
from data import chargement
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIMES
from geo.territoires.regions import noms

ATLAS = chargement.atlas()
CODES = list(noms(ATLAS))


@st.composite
def etats(draw):
    """Every state that the page can be in."""
    code = draw(st.none() | st.sampled_from(CODES))
    return AdresseRegion(
        code=code,
        reference=draw(st.sampled_from([FRANCE, *(c for c in CODES if c != code)])),
        millesime=draw(st.sampled_from(sorted(MILLESIMES))),
        tri=draw(st.sampled_from(list(INDICATEURS))),
    )


@given(etats())
def test_a_state_written_and_read_again_is_the_same_without_a_notice(etat):
    assert AdresseRegion.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["code", "reference", "millesime", "tri", "x"]), st.text(max_size=12)))
def test_any_address_gives_a_state_that_its_own_address_restores(parametres):
    etat, _ = AdresseRegion.lire(parametres, ATLAS)
    assert AdresseRegion.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_what_is_as_usual_is_left_out_of_the_address():
    assert AdresseRegion(code="53").ecrire() == {"code": "53"}
    assert AdresseRegion().lien() == "region"
    assert AdresseRegion(code="53", reference="84").lien() == "region?code=53&reference=84"


def test_overseas_is_read_whatever_its_case():
    assert AdresseRegion.lire({"code": " om "}, ATLAS)[0].code == "OM"


def test_a_region_is_not_compared_with_itself():
    assert AdresseRegion.lire({"code": "53", "reference": "53"}, ATLAS) == (AdresseRegion(code="53"), [])


@pytest.mark.parametrize(
    ("faux", "dit"),
    [
        ({"code": "99"}, "La région « 99 » n’existe pas : choisissez-en une ci-dessous."),
        ({"reference": "99"}, "La région « 99 » n’existe pas : voici la France en référence."),
        (
            {"tri": "pib"},
            "L’indicateur « pib » n’existe pas : les territoires sont classés par leurs projets.",
        ),
        ({"millesime": "1999"}, "Le millésime « 1999 » n’existe pas : voici celui de 2021."),
    ],
)
def test_a_wrong_value_is_told_and_the_rest_applies(faux, dit):
    etat, avis = AdresseRegion.lire({"code": "53", "tri": "population", **faux}, ATLAS)
    assert avis == [dit]
    assert etat.tri == ("projets" if "tri" in faux else "population")
    assert etat.code == (None if "code" in faux else "53")

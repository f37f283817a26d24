"""The link of a comparison restores it; what it gets wrong is told in French, and the rest applies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.adresses.comparer import VUES, AdresseComparer
from data import chargement
from geo.millesimes import MILLESIMES

ATLAS = chargement.atlas()
AUTRES = ["region-53", "region-OM", "epci-242900314", "tous-les-ti", "hors-ti", "france"]


@st.composite
def etats(draw):
    """Every state that the page can be in."""
    millesime = draw(st.sampled_from(sorted(MILLESIMES)))
    mots = [*AUTRES, *ATLAS.territoires_de(millesime)["id_ti"]]
    objets = draw(st.lists(st.sampled_from(mots), unique=True, max_size=5))
    return AdresseComparer(objets=tuple(objets), millesime=millesime, vue=draw(st.sampled_from(sorted(VUES))))


@given(etats())
def test_a_state_written_and_read_again_is_the_same_without_a_notice(etat):
    assert AdresseComparer.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["objets", "millesime", "vue", "x"]), st.text(max_size=12)))
def test_any_address_gives_a_state_that_its_own_address_restores(parametres):
    etat, _ = AdresseComparer.lire(parametres, ATLAS)
    assert AdresseComparer.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_a_sixth_object_is_told_and_the_first_five_stay():
    etat, avis = AdresseComparer.lire({"objets": "ti-2806," + ",".join(AUTRES[:5])}, ATLAS)
    assert etat.objets == ("ti-2806", *AUTRES[:4])
    assert avis == ["Une comparaison tient en 5 colonnes : hors-ti n’y est pas."]


def test_a_repeated_and_an_unknown_object_are_told_and_the_rest_applies():
    etat, avis = AdresseComparer.lire({"objets": "france,ti-0000,france,region-53"}, ATLAS)
    assert etat.objets == ("france", "region-53")
    assert len(avis) == 2

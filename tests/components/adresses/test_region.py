"""The link of a région restores the view; what it gets wrong is told in French, and the rest applies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.adresses.region import FACE_A_LA_FRANCE, AdresseRegion
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
        reference=draw(st.sampled_from([FACE_A_LA_FRANCE, *(c for c in CODES if c != code)])),
        millesime=draw(st.sampled_from(sorted(MILLESIMES))),
        tri=draw(st.sampled_from(list(INDICATEURS))),
    )


@given(etats())
def test_un_etat_ecrit_puis_relu_est_le_meme_sans_avis(etat):
    assert AdresseRegion.lire(etat.ecrire(), ATLAS) == (etat, [])


@given(st.dictionaries(st.sampled_from(["code", "reference", "millesime", "tri", "x"]), st.text(max_size=12)))
def test_toute_adresse_donne_un_etat_que_sa_propre_adresse_retablit(parametres):
    etat, _ = AdresseRegion.lire(parametres, ATLAS)
    assert AdresseRegion.lire(etat.ecrire(), ATLAS) == (etat, [])


def test_ce_qui_est_usuel_est_laisse_hors_de_l_adresse():
    assert AdresseRegion(code="53").ecrire() == {"code": "53"}
    assert AdresseRegion().lien() == "region"
    assert AdresseRegion(code="53", reference="84").lien() == "region?code=53&reference=84"


def test_l_outre_mer_se_lit_quelle_que_soit_sa_casse():
    assert AdresseRegion.lire({"code": " om "}, ATLAS)[0].code == "OM"


def test_une_region_ne_se_compare_pas_a_elle_meme():
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
def test_une_valeur_fausse_est_signalee_et_le_reste_s_applique(faux, dit):
    etat, avis = AdresseRegion.lire({"code": "53", "tri": "population", **faux}, ATLAS)
    assert avis == [dit]
    assert etat.tri == ("projets" if "tri" in faux else "population")
    assert etat.code == (None if "code" in faux else "53")

"""Free text: folded like a comparison key, every word found."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.plein_texte import MOTS_MAX, mots, plier, trouver
from geo.noms import cle

LATIN = st.text(
    st.characters(max_codepoint=0x24F, exclude_categories=("Cs",)) | st.sampled_from("’–™Å№ﬁ\u0301")
)


def textes(*lignes):
    return plier(pd.Series(lignes, dtype="str"))


def trouves(cherche, *lignes):
    n = len(lignes)
    return np.flatnonzero(trouver(textes(*lignes), mots(cherche), np.ones(n, dtype=bool))).tolist()


@settings(deadline=None)
@given(st.lists(LATIN, min_size=1))
def test_une_colonne_se_plie_comme_une_cle(lignes):
    assert textes(*lignes).to_pylist() == [cle(ligne) for ligne in lignes]


def test_les_colonnes_sont_jointes_et_une_absente_ne_compte_pas():
    une, autre = pd.Series(["Œuvre", None], dtype="str"), pd.Series(["L’Haÿ", "Ys"], dtype="str")
    assert plier(une, autre).to_pylist() == ["oeuvre l hay", "ys"]


CHERCHES = {
    "accents": ("nucleaire", [0]),
    "majuscules et tiret": ("SAINT-NAZAIRE", [1]),
    "milieu d’un mot": ("nazair", [1]),
    "tous les mots": ("usine nazaire", [1]),
    "un mot manque": ("usine nucleaire", []),
    "SIREN espacé": ("842 959 249", [2]),
    "SIRET": ("842 959 249 00012", [2]),
    "expression rationnelle": (".*", [0, 1, 2]),
}


@pytest.mark.parametrize(("cherche", "rangs"), CHERCHES.values(), ids=CHERCHES)
def test_ce_que_trouve_un_texte(cherche, rangs):
    assert trouves(cherche, "Filière nucléaire", "Usine de Saint-Nazaire", "842959249 materrup") == rangs


def test_des_nombres_qui_ne_font_pas_un_siren_restent_des_mots():
    assert mots("lot 12 de 2021") == ("2021", "lot", "12", "de")


def test_un_mot_contenu_dans_un_autre_n_est_pas_cherche_deux_fois():
    assert mots("usine usines sin") == ("usines",)


def test_le_septieme_mot_ne_compte_pas():
    sept = "aaaaaaa bbbbbb ccccc dddd eee ff g"
    assert trouves(sept, sept.removesuffix(" g"), sept.removesuffix(" ff g")) == [0]
    assert len(mots(sept)) == MOTS_MAX + 1


def test_une_ligne_hors_du_choix_n_est_pas_rendue():
    masque = trouver(textes("usine", "usine", "pont"), ("usine",), np.array([True, False, True]))
    assert masque.tolist() == [True, False, False]

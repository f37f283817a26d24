"""One form for all the ways of typing a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recherche.ecritures import LONGUEUR_MAX, code, ecritures, formes, lisible, normaliser


@pytest.mark.parametrize(
    ("tape", "normal"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("ST ETIENNE", "saint etienne"),
        ("ste-marie aux mines", "sainte marie aux mines"),
        ("Les Sorinières", "sorinieres"),
        ("L’Haÿ-les-Roses", "hay les roses"),
        ("Châlon-s/-Saône", "chalon sur saone"),
        ("Communauté de communes du Golfe", "cc du golfe"),
        ("la communauté d’agglomération Cap", "ca cap"),
        ("Vandœuvre", "vandoeuvre"),
        ("Le", "le"),
        ("🏭 – !", ""),
    ],
)
def test_un_texte_a_sa_forme_normale(tape, normal):
    assert normaliser(tape) == normal


@given(st.text())
def test_la_forme_normale_d_une_forme_normale_est_elle_meme(texte):
    assert normaliser(normaliser(texte)) == normaliser(texte)


@given(st.text("lasteun 's/", max_size=30))
def test_la_forme_normale_est_stable_pour_les_articles_et_les_saints(texte):
    assert normaliser(normaliser(texte)) == normaliser(texte)


def test_un_dernier_mot_st_peut_etre_un_debut():
    assert formes("pont st") == ("pont saint", "pont st")


def test_un_st_suivi_d_un_mot_est_un_saint():
    assert formes("st etienne") == ("saint etienne",)


def test_un_article_est_lu_avec_et_sans():
    assert formes("le h") == ("h", "le h")


@given(st.text())
def test_les_formes_sont_toutes_differentes_et_commencent_par_la_normale(texte):
    lues = formes(texte)
    assert len(set(lues)) == len(lues)
    assert lues[:1] == ((normaliser(texte),) if normaliser(texte) else ())


def test_un_nom_a_apostrophe_s_ecrit_aussi_sans_espace():
    assert ecritures("L'Isle-d'Abeau") == ("isle d abeau", "l isle d abeau", "lisle dabeau")


def test_une_communaute_s_ecrit_aussi_sans_sa_sorte():
    assert ecritures("CC du Golfe de Saint-Tropez") == (
        "cc du golfe de saint tropez",
        "golfe de saint tropez",
    )


@pytest.mark.parametrize(
    ("tape", "lu"),
    [
        ("242 900 314", "242900314"),
        ("24290031400015", "242900314"),
        ("TI-5313", "ti5313"),
        ("2a", "2a"),
        ("29", "29"),
        ("brest", ""),
        ("2429003140", ""),
        ("1", ""),
    ],
)
def test_un_code_se_lit_sans_espace_ni_majuscule(tape, lu):
    assert code(tape) == lu


@pytest.mark.parametrize(
    "texte", [None, 3, "a" * (LONGUEUR_MAX + 1), "bre\x00st", "br\test", "br\x85est", "a\x7fb"]
)
def test_un_texte_hostile_n_est_pas_lisible(texte):
    assert not lisible(texte)


@pytest.mark.parametrize("texte", ["a" * LONGUEUR_MAX, " Brest\n", "242\u202f900\u202f314", "東京", ""])
def test_un_texte_de_lecteur_est_lisible(texte):
    assert lisible(texte)

"""Beginnings, words, fragments and errors, on five names."""

import string

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from geo.recherche.lexique import Lexique, Niveau

NOMS = [("montvert",), ("grand montvert",), ("aix en pre", "aix"), ("y",), ("bourg la reine",)]
LEXIQUE = Lexique.de(NOMS)
MOTS = st.text(string.ascii_lowercase, min_size=4, max_size=9)


def lus(cotes, lexique=LEXIQUE):
    """Best level of each entry."""
    niveaux = {}
    for cote in sorted(cotes.tolist(), reverse=True):
        niveau, rang = divmod(cote, lexique.taille)
        niveaux[rang] = Niveau(niveau)
    return niveaux


def test_le_nom_meme_passe_avant_le_mot():
    assert lus(LEXIQUE.trouver("montvert")) == {0: Niveau.EXACT, 1: Niveau.MOT}


def test_un_debut_de_nom_passe_avant_un_debut_de_mot():
    assert lus(LEXIQUE.trouver("mont")) == {0: Niveau.DEBUT, 1: Niveau.MOT}


def test_chaque_ecriture_d_un_nom_est_le_nom():
    assert lus(LEXIQUE.trouver("aix")) == {2: Niveau.EXACT}


def test_un_nom_colle_entier_est_le_nom():
    assert lus(LEXIQUE.trouver("bourglareine")) == {4: Niveau.EXACT}


def test_un_debut_de_nom_colle_vaut_un_fragment():
    assert lus(LEXIQUE.trouver("bourglar")) == {4: Niveau.DEDANS}


def test_une_lettre_seule_doit_etre_le_nom():
    assert lus(LEXIQUE.trouver("y")) == {3: Niveau.EXACT}
    assert lus(LEXIQUE.trouver("m")) == {}


def test_deux_lettres_suffisent_a_un_debut():
    assert lus(LEXIQUE.trouver("mo")) == {0: Niveau.DEBUT, 1: Niveau.MOT}


def test_un_fragment_se_trouve_dans_un_mot():
    assert lus(LEXIQUE.fouiller("ntve")) == {0: Niveau.DEDANS, 1: Niveau.DEDANS}


def test_un_fragment_ne_court_pas_d_un_nom_a_l_autre():
    assert lus(LEXIQUE.fouiller("vertgrand")) == {}
    assert lus(LEXIQUE.fouiller("reaix")) == {}


def test_deux_lettres_ne_sont_pas_un_fragment():
    assert lus(LEXIQUE.fouiller("nt")) == {}


def test_les_mots_se_trouvent_dans_le_desordre():
    assert lus(LEXIQUE.fouiller("reine de bourg")) == {4: Niveau.DEDANS}


def test_tous_les_mots_sont_necessaires():
    assert lus(LEXIQUE.fouiller("reine montvert")) == {}


@pytest.mark.parametrize(
    "faute", ["mntvert", "monttvert", "montvart", "mnotvert", "montverts", "zmontvert", "montvetr"]
)
def test_une_faute_d_une_lettre_dans_un_nom_est_pardonnee(faute):
    assert lus(LEXIQUE.pardonner(faute)) == {0: Niveau.FAUTE_NOM, 1: Niveau.FAUTE_MOT}


def test_une_faute_dans_un_debut_vaut_moins_que_dans_un_nom():
    assert lus(LEXIQUE.pardonner("mintve")) == {0: Niveau.FAUTE_DEBUT, 1: Niveau.FAUTE_MOT}


def test_deux_fautes_ne_sont_pas_pardonnees():
    assert lus(LEXIQUE.pardonner("mintvart")) == {}


def test_une_faute_n_est_pardonnee_qu_a_partir_de_quatre_lettres():
    assert lus(LEXIQUE.pardonner("aux")) == {}
    assert lus(LEXIQUE.pardonner("12345 aix")) == {}
    assert 2 in lus(LEXIQUE.pardonner("auix"))


def test_un_lexique_vide_ne_trouve_rien():
    vide = Lexique.de([])
    assert [len(f("montvert")) for f in (vide.trouver, vide.fouiller, vide.pardonner)] == [0, 0, 0]


@given(nom=MOTS, tape=MOTS)
def test_un_nom_entier_est_pardonne_exactement_quand_une_lettre_l_en_separe(nom, tape):
    assume(not nom.startswith(tape))
    lexique = Lexique.de([(nom,)])
    trouve = lus(lexique.pardonner(tape), lexique).get(0) == Niveau.FAUTE_NOM
    assert trouve == (OSA.distance(nom, tape) == 1)


@given(nom=MOTS, place=st.integers(0, 8), lettre=st.sampled_from(string.ascii_lowercase), data=st.data())
def test_toute_faute_d_une_lettre_retrouve_le_nom(nom, place, lettre, data):
    place = min(place, len(nom) - 1)
    avant, apres = nom[:place], nom[place + 1 :]
    echange = avant + apres[:1] + nom[place] + apres[1:]
    tape = data.draw(
        st.sampled_from([avant + apres, avant + lettre + apres, avant + lettre + nom[place:], echange])
    )
    assume(len(tape) >= 4)
    lexique = Lexique.de([(nom,)])
    assert len(np.concatenate([lexique.trouver(tape), lexique.pardonner(tape)]))

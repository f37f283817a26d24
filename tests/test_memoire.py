"""What was reckoned is kept by what it was made from: once, within a bound, and never past its owner."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.concurrency import run_in_threadpool
from streamlit.runtime.scriptrunner import StopException

import memoire
from memoire import SANS_ARGUMENT, garde, rien_que_le_code, signature
from tests.service.visiteur import executer


class Monde:
    """An owner; two of them are equal, and yet two."""

    def __eq__(self, autre):
        return isinstance(autre, Monde)

    def __hash__(self):
        return 0


@pytest.fixture
def faits():
    """What was reckoned, in order."""
    return []


@pytest.fixture
def doubler(faits):
    """A function of a world and a number."""

    @garde(taille=2)
    def doubler(_monde, nombre):
        faits.append(nombre)
        return [2 * nombre]

    return doubler


@pytest.fixture
def annonces(monkeypatch):
    """No function announced but those of the test."""
    monkeypatch.setattr(memoire, "_D_AVANCE", [])


def test_une_valeur_est_calculee_une_fois_et_rendue_telle_quelle(doubler, faits):
    monde = Monde()
    assert doubler(monde, 4) is doubler(monde, 4)
    assert faits == [4]


def test_un_autre_proprietaire_ne_rencontre_jamais_la_valeur_du_premier_fut_il_son_egal(doubler, faits):
    un, autre = Monde(), Monde()
    assert un == autre
    assert doubler(un, 4) is not doubler(autre, 4)
    assert faits == [4, 4]


def test_les_valeurs_partent_avec_leur_proprietaire_meme_quand_elles_le_nomment():
    @garde(taille=1)
    def lier(monde):
        return (monde,)

    monde = Monde()
    lier(monde)
    temoin = weakref.ref(monde)
    del monde
    gc.collect()
    assert temoin() is None


def test_la_valeur_demandee_depuis_le_plus_longtemps_part_la_premiere(doubler, faits):
    monde = Monde()
    for nombre in (1, 2, 1, 3, 1, 2):
        doubler(monde, nombre)
    assert faits == [1, 2, 3, 2]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60))))
def test_la_memoire_ne_depasse_jamais_son_poids(gestes):
    @garde(taille=100, peser=len)
    def faire(_monde, _cle, poids):
        return b"x" * poids

    monde = Monde()
    for cle, poids in gestes:
        assert len(faire(monde, cle, poids)) == poids
        assert faire.comptes(monde).currsize <= 100


def test_une_valeur_plus_lourde_que_la_place_est_donnee_sans_etre_gardee(faits):
    @garde(taille=3, peser=len)
    def faire(_monde, poids):
        faits.append(poids)
        return b"x" * poids

    monde = Monde()
    faire(monde, 2)
    assert [len(faire(monde, 4)) for _ in range(2)] == [4, 4]
    assert faire.connue(monde, 4) is None
    assert faire.connue(monde, 2) == b"xx"
    assert faits == [2, 4, 4]


def test_ceux_qui_demandent_ensemble_la_meme_valeur_partagent_un_seul_calcul(faits):
    ensemble = Barrier(8, timeout=10)

    @garde(taille=1)
    def faire(_monde):
        faits.append("fait")
        return object()

    monde = Monde()

    def demander(_):
        ensemble.wait()
        return faire(monde)

    with ThreadPoolExecutor(8) as lecteurs:
        recus = set(lecteurs.map(demander, range(8)))
    assert (faits, len(recus)) == (["fait"], 1)


def test_qui_demande_autre_chose_n_attend_pas():
    commence, finir = Event(), Event()

    @garde(taille=2)
    def faire(_monde, nom):
        if nom == "long":
            commence.set()
            assert finir.wait(10)
        return nom

    monde = Monde()
    with ThreadPoolExecutor(1) as lecteur:
        long = lecteur.submit(faire, monde, "long")
        assert commence.wait(10)
        assert faire(monde, "court") == "court"
        assert not long.done()
        finir.set()
        assert long.result(10) == "long"


@pytest.mark.parametrize("arret", [OSError("disque"), StopException()], ids=["panne", "interruption"])
def test_ce_qui_s_arrete_n_est_pas_garde_et_celui_qui_attend_calcule_a_son_tour(arret):
    commence, attendu, essais = Event(), Event(), iter([arret, "fait"])

    @garde(taille=1)
    def faire(_monde):
        suite = next(essais)
        if isinstance(suite, BaseException):
            commence.set()
            assert attendu.wait(10)
            raise suite
        return suite

    monde = Monde()
    with ThreadPoolExecutor(2) as lecteurs:
        premier = lecteurs.submit(faire, monde)
        assert commence.wait(10)
        second = lecteurs.submit(faire, monde)
        attendu.set()
        with pytest.raises(type(arret)):
            premier.result(10)
        assert second.result(10) == "fait"
    assert faire.comptes(monde).currsize == 1


def test_une_fonction_gardee_peut_s_appeler_elle_meme_autrement():
    @garde(taille=20)
    def fibonacci(monde, rang):
        return rang if rang < 2 else fibonacci(monde, rang - 1) + fibonacci(monde, rang - 2)

    assert fibonacci(Monde(), 15) == 610


def test_une_fonction_gardee_sert_de_propriete():
    class Cercle:
        @property
        @garde(taille=1)
        def centre(self):
            return object()

    cercle = Cercle()
    assert cercle.centre is cercle.centre
    assert cercle.centre is not Cercle().centre


def test_un_service_asynchrone_s_en_sert_dans_ses_fils(doubler):
    monde = Monde()

    async def demander():
        return await run_in_threadpool(doubler, monde, 4), await run_in_threadpool(doubler, monde, 4)

    premier, second = executer(demander())
    assert premier is second


def test_ce_qui_depend_d_un_fichier_est_refait_quand_le_fichier_change(tmp_path, faits):
    fichier = tmp_path / "table.txt"

    @garde(taille=4, depend=lambda: signature(fichier))
    def lire(fois):
        faits.append(fois)
        return fichier.read_text() * fois

    fichier.write_text("ancien")
    assert lire(1) == lire(1) == "ancien"
    fichier.write_text("nouveau !")
    assert lire(1) == lire(1) == "nouveau !"
    assert faits == [1, 1]
    assert lire.comptes().currsize == 1


def test_un_fichier_absent_a_un_etat_lui_aussi(tmp_path):
    assert signature(tmp_path / "absent") is None


def test_ce_qui_est_oublie_est_refait(doubler, faits):
    monde = Monde()

    @garde(taille=1, depend=rien_que_le_code)
    def constante():
        faits.append("constante")

    for _ in range(2):
        constante()
        doubler(monde, 1)
        doubler.oublier(monde)
        memoire.oublier()
    assert faits == ["constante", 1, "constante", 1]


@pytest.mark.usefixtures("annonces")
def test_ce_qui_s_ouvre_d_avance_s_ouvre_dans_l_ordre_des_declarations(faits):
    @garde(taille=4, d_avance=[("a",), ("b",)])
    def premiere(monde, nom):
        faits.append((monde, nom))

    @garde(taille=1)
    def oubliee(_monde):
        faits.append("jamais")

    @garde(taille=1, d_avance=SANS_ARGUMENT)
    def derniere(monde):
        faits.append(monde)

    monde = Monde()
    memoire.ouvrir_d_avance(monde)
    assert faits == [(monde, "a"), (monde, "b"), monde]
    assert [nom.rpartition(".")[2] for nom in memoire.annoncees()] == ["premiere", "derniere"]
    premiere(monde, "a")
    assert len(faits) == 3


def test_un_texte_ne_peut_pas_garder_de_valeur(doubler):
    with pytest.raises(TypeError):
        doubler("atlas", 1)

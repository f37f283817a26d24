"""The load test: what its readers do, what it computes, and a small run on the real server."""

from __future__ import annotations

import json
from functools import partial
from random import Random

import pytest

from bench.charge import __main__ as banc
from bench.charge.course import Course, Serie, courir, memoire, relancer
from bench.charge.lecteur import Lecteur, Releve
from bench.charge.parcours import PAGES, Lieux, geste_suivant
from bench.charge.protocole import Commande, Ecran
from bench.charge.tableau import BUDGETS, COLONNES, contenu, erreurs, palier, pente, tableau, tenus
from bench.serveurs import atlas
from tests.navigateur.atelier import port_libre
from tests.service.visiteur import a_part, executer

ADRESSE = "http://127.0.0.1:1"
LIEUX = Lieux(territoires=("ti-a", "ti-b"), regions=("28", "53"), filtres={"region": ("28", "53")})


def test_le_premier_geste_ouvre_une_page():
    ecran = Ecran(adresse=ADRESSE)
    geste = geste_suivant(ecran, 0, Random(1), LIEUX)
    assert geste.nom.endswith(" : ouvrir")


def test_la_meme_graine_donne_les_memes_gestes():
    suites = [
        [geste_suivant(Ecran(adresse=ADRESSE), 0, hasard, LIEUX).octets for _ in range(20)]
        for hasard in (Random(7), Random(7))
    ]
    assert suites[0] == suites[1]


def test_toutes_les_pages_sont_ouvertes_par_le_sort():
    hasard, ecran = Random(3), Ecran(adresse=ADRESSE)
    for _ in range(200):
        geste_suivant(ecran, 0, hasard, LIEUX)
        ecran.pages[ecran.page] = "vue"
    assert ecran.pages.keys() == PAGES.keys()


def test_un_changement_choisit_autre_chose_que_ce_qui_est_choisi():
    ecran = Ecran(adresse=ADRESSE, page="territoire", pages={"territoire": "x"})
    ecran.commandes["fiche-millesime"] = Commande(
        identifiant="x-y-fiche-millesime", sorte="boutons", choix=("2021", "2022"), valeur=("2021",)
    )
    geste = geste_suivant(ecran, 1, Random(1), LIEUX)
    assert geste.nom == "Territoire : changer"
    assert ecran.commandes["fiche-millesime"].valeur == ("2022",)


def test_les_lieux_sont_ceux_de_l_atlas():
    lieux = Lieux.lire()
    assert len(lieux.territoires) == 146
    assert {"53", "01"} <= set(lieux.regions)
    assert set(lieux.filtres) == {"filiere", "region"}


def course(sessions=50, *, durees=(0.2, 0.4), erreurs=(), memoire=500_000_000, presses=False):
    releve = Releve(
        durees={"Carte : ouvrir": list(durees)} if durees else {}, recus=[10, 30], erreurs=list(erreurs)
    )
    return Course(
        serie=Serie(sessions=sessions, duree=10.0, presses=presses),
        releve=releve,
        secondes=10.0,
        memoire=memoire,
        cpu=5.0,
        cpu_du_banc=1.0,
    )


def test_un_palier_dit_les_gestes_par_seconde_et_la_part_d_un_coeur():
    un = palier(course())
    assert (un["gestes_par_seconde"], un["coeurs"], un["coeurs_du_banc"]) == (0.2, 0.5, 0.1)
    assert (un["mediane"], un["p95"], un["octets_par_geste"]) == (0.3, 0.4, 20)


def test_un_palier_sans_geste_n_a_pas_de_duree():
    un = palier(course(durees=()))
    assert (un["gestes"], un["mediane"], un["p95"]) == (0, None, None)


def test_la_pente_ne_regarde_que_la_seconde_moitie():
    assert pente([0, 900, 950, 1000, 1010, 1020, 1030]) == 10


def test_une_memoire_plate_n_a_pas_de_pente():
    assert pente([100, 300, 300, 300, 300]) == 0


def test_les_budgets_se_jugent_sur_les_lecteurs_qui_lisent():
    presse = palier(course(durees=(9.0,), presses=True))
    assert tenus([palier(course()), presse], 0.0) == dict.fromkeys(
        ("p95", "memoire", "erreurs", "pente"), True
    )


@pytest.mark.parametrize(
    ("change", "budget"),
    [
        ({"durees": (1.1,)}, "p95"),
        ({"memoire": BUDGETS["memoire"] + 1}, "memoire"),
        ({"erreurs": ("x",)}, "erreurs"),
    ],
)
def test_un_budget_depasse_est_dit(change, budget):
    assert [nom for nom, tenu in tenus([palier(course(**change))], 0.0).items() if not tenu] == [budget]


def test_une_memoire_qui_monte_est_dite():
    assert tenus([], BUDGETS["pente"] + 1) == {"pente": False}


def test_un_budget_qui_n_a_pas_ete_mesure_n_est_pas_juge():
    assert tenus([palier(course(sessions=3))], None) == {"erreurs": True}


def test_le_tableau_a_une_ligne_par_palier_et_les_colonnes_alignees():
    lignes = tableau([palier(course()), palier(course(sessions=100, durees=()))]).splitlines()
    assert len(lignes) == 4
    assert {len(ligne) for ligne in lignes} == {sum(COLONNES.values()) + len(COLONNES) - 1}


def test_les_erreurs_sont_comptees_la_plus_frequente_d_abord():
    assert erreurs([course(erreurs=("a", "b")), course(erreurs=("b",))]) == "  2 × b\n  1 × a"


def test_les_resultats_gardent_les_conditions_et_les_verdicts():
    resultats = contenu([palier(course())], {"octets_par_reprise": 30_000}, {"coeurs": 2})
    assert resultats["conditions"] == {"coeurs": 2}
    assert resultats["tenus"]["pente"] is False
    assert json.loads(banc.ecrire(resultats)) == resultats


def test_un_serveur_qui_ne_repond_pas_est_une_erreur_et_la_fin_du_lecteur():
    releve = Releve()
    adresse = f"http://127.0.0.1:{port_libre()}"
    lecteur = Lecteur(adresse=adresse, hasard=Random(1), lieux=LIEUX, releve=releve)
    executer(lecteur.vivre(lambda: True, lambda _: 0.0))
    assert releve.erreurs == ["connexion perdue : ConnectError"]


@pytest.fixture(scope="module")
def essai():
    """Three hurried readers for three seconds on the real server, then forty runs of one reader."""
    lieux = Lieux.lire()
    with atlas() as serveur:
        course = a_part(courir, serveur, Serie(sessions=3, duree=3.0, presses=True), lieux)
        return course, a_part(partial(relancer, serveur, 40, lieux, pas=10)), memoire(serveur)


def test_trois_lecteurs_sont_servis_sans_erreur(essai):
    course, _, _ = essai
    assert course.releve.erreurs == []
    assert len(course.releve.toutes()) >= 6
    assert any(nom.endswith(" : changer") for nom in course.releve.durees)


def test_la_memoire_et_le_temps_du_serveur_sont_releves(essai):
    course, _, apres = essai
    assert 100_000_000 < course.memoire <= 600_000_000
    assert 0 < course.cpu < 2 * 2 * course.secondes
    assert apres > 100_000_000


def test_un_lecteur_qui_n_arrete_pas_est_releve_tous_les_dix_coups(essai):
    _, (releves, releve), _ = essai
    assert releve.erreurs == []
    assert (len(releve.recus), len(releves)) == (40, 5)

"""Ticked projects in an address: few or many, they come back; what is not there is told, never mistaken."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.coches import EN_CODES, LONGUEUR_MAX, ProjetsCoches, repertoire
from geo.projets.ensemble import ensemble


@pytest.fixture(scope="module")
def connus(atlas):
    return repertoire(ensemble(atlas))


def liste(connus, *entreprises):
    """The same projects with a reader's own behind them."""
    siens = pd.DataFrame(
        {
            "id_projet": [f"l-{rang:06d}" for rang in range(len(entreprises))],
            "source": "liste",
            "entreprise": entreprises,
        }
    )
    return repertoire(pd.concat([connus.table, siens], ignore_index=True))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_ce_qui_est_ecrit_se_relit_quel_qu_en_soit_le_nombre(connus, data):
    n = len(connus.ids)
    rangs = data.draw(st.sets(st.integers(0, n - 1), max_size=40) | st.integers(0, n).map(range))
    coches = connus.choisir(rangs)
    assert connus.rangs(coches) == sorted(rangs)
    if coches:
        assert connus.lire(coches.ecrit) == (coches, "")


def test_trois_projets_tiennent_en_dix_huit_signes(connus):
    assert len(connus.choisir([0, 7, 3_000]).ecrit) == 18


@pytest.mark.parametrize("rangs", [range(0, 3_084, 2), range(3_084)], ids=["un sur deux", "tous"])
def test_la_plus_longue_tient_dans_une_adresse_et_dans_une_vue_de_seance(connus, rangs):
    assert len(connus.choisir(rangs).ecrit) < 600


def test_un_code_dure_quand_l_extrait_change(connus):
    coches = connus.choisir([5, 2_000])
    autre = repertoire(connus.table.drop(index=[5, 17]).sample(frac=1, random_state=1))
    lues, avis = autre.lire(coches.ecrit)
    assert set(lues.ids) == {connus.ids[2_000]}
    assert avis == "1\u202fprojet coché de ce lien n’est pas parmi ceux de la page."


def test_des_bits_d_un_autre_extrait_sont_refuses_en_entier(connus):
    coches = connus.choisir(range(EN_CODES + 1))
    lues, avis = repertoire(connus.table.iloc[1:]).lire(coches.ecrit)
    assert not lues
    assert "autre version des données" in avis


def test_les_identifiants_se_lisent_aussi(connus):
    ids = (connus.ids[9], connus.ids[3_083])
    assert connus.lire(",".join(ids)) == (connus.des_ids(ids), "")


def test_une_ligne_du_lecteur_est_nommee_par_son_contenu_et_non_par_sa_place(connus):
    coches = liste(connus, "Atelier", "Forge").des_ids(["l-000001"])
    autre = liste(connus, "Forge", "Atelier")
    assert autre.lire(coches.ecrit)[0].ids == ("l-000000",)


def test_deux_lignes_pareilles_restent_deux(connus):
    siennes = liste(connus, "Forge", "Forge")
    assert len(set(siennes.codes)) == len(siennes.codes)


def test_les_bits_d_une_liste_qui_n_est_plus_la_sont_dits_et_les_autres_gardes(connus):
    siennes = liste(connus, "Atelier", "Forge")
    coches = siennes.choisir([*range(300), len(connus.ids) + 1])
    assert siennes.lire(coches.ecrit) == (coches, "")
    lues, avis = connus.lire(coches.ecrit)
    assert lues.ids == tuple(connus.ids[:300])
    assert "liste qui n’est pas ouverte" in avis


@pytest.mark.parametrize(
    "texte",
    [
        "abc",
        "~",
        "~~",
        "~aaaa",
        "~aaaa====",
        "~aaaaeJw",
        "<b>",
        "p-zz",
        "é" * 6,
        "=" * LONGUEUR_MAX,
        "\0\0\0\0\0\0",
    ],
)
def test_un_texte_qui_n_est_pas_le_notre_ne_coche_rien_et_le_dit(connus, texte):
    coches, avis = connus.lire(texte)
    assert not coches
    assert avis


def test_seuls_nos_signes_sont_acceptes_tels_quels(connus):
    sorte = ProjetsCoches(connus)
    assert sorte.accepte("p-5b3a517738-2,p-0000000000")
    assert not sorte.accepte("p-5b3a517738-2 ; <b>")

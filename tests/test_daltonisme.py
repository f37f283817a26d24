"""Scales of colours stay apart for colour-blind readers; where colours may meet, a shape tells them apart."""

from __future__ import annotations

import pytest

from tests.daltonisme import VUES, ecart, ecart_des_voisines, ecart_minimal, vue
from theme import CHANGEMENTS, DIVERGENTE, FAMILLES, LABELS, SEQUENCE, STADES

NET = 10
"""More than four times what an eye just tells apart: classes side by side on a map."""
VISIBLE = 5
"""Twice that: kinds that a legend and a tooltip name."""

ECHELLES = {
    "séquence": SEQUENCE,
    "divergente": (*reversed(DIVERGENTE["baisse"]), *DIVERGENTE["zero"], *DIVERGENTE["hausse"]),
}


def test_le_blanc_le_noir_et_le_gris_sont_vus_de_meme_par_tous():
    for qui in VUES:
        assert vue("#ffffff", qui) == pytest.approx((100, 0, 0), abs=0.05)
        assert vue("#000000", qui) == pytest.approx((0, 0, 0), abs=0.05)


def test_la_simulation_rapproche_le_rouge_et_le_vert_mais_pas_le_bleu_et_le_jaune():
    rouge_vert, bleu_jaune = ("#c04040", "#70703a"), ("#3050c0", "#c0b030")
    assert ecart(*rouge_vert, "deutéranope") < ecart(*rouge_vert, "commune") / 2
    assert ecart(*bleu_jaune, "deutéranope") > ecart(*bleu_jaune, "commune") / 2


@pytest.mark.parametrize("qui", VUES)
@pytest.mark.parametrize("echelle", ECHELLES)
def test_deux_classes_voisines_se_distinguent_pour_toutes_les_vues(echelle, qui):
    assert ecart_des_voisines(ECHELLES[echelle], qui) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_ce_qui_baisse_n_est_jamais_pris_pour_ce_qui_monte(qui):
    baisse, hausse = DIVERGENTE["baisse"], DIVERGENTE["hausse"]
    assert min(ecart(b, h, qui) for b in baisse for h in hausse) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_les_stades_et_le_label_se_distinguent_par_la_seule_couleur(qui):
    assert ecart_minimal(tuple(famille.couleur for famille in STADES), qui) >= NET
    assert ecart_minimal(tuple(famille.couleur for famille in LABELS), qui) >= NET


@pytest.mark.parametrize("qui", VUES)
def test_les_changements_d_un_territoire_se_distinguent_par_la_seule_couleur(qui):
    assert ecart_minimal(tuple(CHANGEMENTS.values()), qui) >= VISIBLE


@pytest.mark.parametrize("palette", [FAMILLES, STADES, LABELS])
def test_chaque_marque_d_une_palette_a_une_forme_a_elle(palette):
    assert len({famille.forme for famille in palette}) == len(palette)

"""The order of the run, and what its map must hold."""

from __future__ import annotations

import json

import pytest

from bench import __main__ as banc
from bench.mesures import GRANDEURS, VISES
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES


@pytest.mark.parametrize("rang", range(4))
def test_le_second_lecteur_ne_redemande_jamais_ce_qu_il_a_vu(rang):
    demandes = banc.choisir(rang, "atlas")
    assert sorted({*demandes, MILLESIME_PAR_DEFAUT}) == sorted(MILLESIMES)


def test_les_deux_facons_commencent_par_le_meme_changement():
    assert [banc.choisir(r, "stock")[0] for r in range(3)] == [banc.choisir(r, "atlas")[0] for r in range(3)]


def test_au_fil_des_cycles_chaque_millesime_est_demande():
    assert {banc.choisir(r, "stock")[0] for r in range(3)} == set(banc.CHANGEMENTS)


def test_la_carte_ordinaire_entiere_a_ses_territoires_ses_regions_et_ses_projets():
    attendus = banc.traces_attendus()
    assert {m: n - attendus[2021] for m, n in attendus.items()} == {
        m: fiche.territoires - MILLESIMES[2021].territoires for m, fiche in MILLESIMES.items()
    }
    assert attendus[2021] == 146 + 18 + 3067


def test_sans_navigateur_le_banc_le_dit(monkeypatch, capsys):
    monkeypatch.setattr(banc, "trouver_chromium", lambda: None)
    assert banc.principal([]) == 1
    assert "Chromium" in capsys.readouterr().out


def test_les_resultats_gardes_disent_chaque_grandeur_et_chaque_rapport_vise():
    resultats = json.loads(banc.RESULTATS.read_text(encoding="utf-8"))
    assert set(resultats["chiffres"]["atlas"]) == set(GRANDEURS)
    assert set(resultats["chiffres"]["stock"]) <= set(GRANDEURS)
    assert resultats["vises"] == VISES
    assert set(VISES) <= set(resultats["rapports"])

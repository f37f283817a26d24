"""Two territories resemble each other by what is declared, and by nothing that is unknown."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from geo.indicateurs import valeurs
from geo.millesimes import MILLESIMES
from geo.profils import ressemblance
from geo.profils.ressemblance import ecarts_de_profil, semblables

IDS = ["ti-0101", "ti-0102", "ti-0103", "ti-0104"]


class Monde(SimpleNamespace):
    """Equals itself alone, like an atlas."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


@pytest.fixture
def monde(monkeypatch):
    """Four territories: the second is like the first, the third like nobody, the fourth is not known."""
    chiffres = {
        "part_industrie": [10.0, 11.0, 30.0, np.nan],
        "etablissements_industrie": [100.0, 120.0, 900.0, 300.0],
    }

    def _valeurs(_atlas, *, millesime, cle):
        del millesime
        return pd.DataFrame({"id_ti": IDS, "valeur": chiffres[cle]})

    monkeypatch.setattr(ressemblance, "valeurs", _valeurs)
    filieres = {"ti-0101": ["Bois"] * 10, "ti-0102": ["Bois"] * 10, "ti-0103": ["Santé"] * 10}
    projets = [(ti, filiere) for ti, siennes in filieres.items() for filiere in siennes]
    return Monde(
        territoires_de=lambda _: pd.DataFrame({"id_ti": IDS}),
        projets=pd.DataFrame(projets, columns=["id_ti_2021", "filiere"]),
    )


def test_le_plus_semblable_vient_d_abord(monde):
    assert semblables(monde, "ti-0101", 2021) == ("ti-0102", "ti-0103")


def test_un_territoire_dont_un_seul_ecart_est_connu_ne_ressemble_a_personne(monde):
    assert semblables(monde, "ti-0104", 2021) == ()


def test_la_formule_se_refait_a_la_main(monde):
    # ranks 1/3, 2/3, 1 of the shares: gaps 1/3, 2/3, 1/3, of median 1/3; ranks 1/4, 2/4, 1, 3/4 of the
    # establishments: gaps 1/4, 3/4, 1/2, 1/2, 1/4, 1/4, of median 3/8; filières: gaps 0, 1, 1, of median 1
    ecarts = ecarts_de_profil(monde, 2021)
    assert ecarts.loc["ti-0101", "ti-0102"] == pytest.approx((1 + (1 / 4) / (3 / 8) + 0) / 3)
    assert ecarts.loc["ti-0101", "ti-0103"] == pytest.approx((2 + (3 / 4) / (3 / 8) + 1) / 3)


def test_les_filieres_de_moins_de_dix_projets_ne_comptent_pas(monde):
    monde.projets = monde.projets.iloc[:-1]
    ecarts = ecarts_de_profil(monde, 2021)
    assert ecarts.loc["ti-0101", "ti-0103"] == pytest.approx((2 + (3 / 4) / (3 / 8)) / 2)


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_l_ecart_est_symetrique_et_nul_avec_soi(atlas, millesime):
    ecarts = ecarts_de_profil(atlas, millesime).to_numpy()
    assert np.allclose(ecarts, ecarts.T, equal_nan=True)
    assert np.nanmax(np.abs(np.diag(ecarts))) == 0


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_deux_territoires_pris_au_hasard_sont_a_un_ecart_d_environ_un(atlas, millesime):
    ecarts = ecarts_de_profil(atlas, millesime).to_numpy()
    assert 0.8 < np.nanmedian(ecarts[np.triu_indices_from(ecarts, k=1)]) < 1.3


def test_presque_chaque_territoire_a_ses_semblables_et_jamais_lui_meme(atlas):
    ids = atlas.territoires_de(2021)["id_ti"]
    trouves = {ti: semblables(atlas, ti, 2021) for ti in ids}
    assert sum(map(bool, trouves.values())) > 0.9 * len(ids)
    assert not any(ti in siens for ti, siens in trouves.items())


def test_ceux_qui_n_ont_pas_de_semblables_ont_une_part_de_l_industrie_inconnue(atlas):
    parts = valeurs(atlas, millesime=2021, cle="part_industrie").set_index("id_ti")["valeur"]
    seuls = [ti for ti in parts.index if not semblables(atlas, ti, 2021)]
    assert seuls
    assert parts[seuls].isna().all()

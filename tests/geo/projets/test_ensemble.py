"""Every project in one table: nothing lost, nothing twice, each stade with its source and date."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.contrats.projets import TABLE_PROJETS
from geo.projets.doublons import emplois_annonces
from geo.projets.ensemble import INSPIRANT, LAUREAT, TYPES, ajoutes, ensemble, lieux_dits, stades_corriges


@pytest.fixture(scope="module")
def tous(atlas):
    return ensemble(atlas)


def test_les_laureats_viennent_en_premier_et_gardent_tout_sauf_leur_stade(tous, atlas):
    colonnes = [c.nom for c in TABLE_PROJETS.champs if c.nom != "stade"]
    pd.testing.assert_frame_equal(tous[colonnes].iloc[: len(atlas.projets)], atlas.projets[colonnes])


def test_seuls_les_projets_qui_ne_sont_pas_laureats_sont_ajoutes(tous, atlas):
    assert len(tous) == len(atlas.projets) + 4
    assert (tous["source"].iloc[len(atlas.projets) :] == INSPIRANT).all()


def test_les_colonnes_ont_leurs_types(tous):
    assert {nom: str(t) for nom, t in tous.dtypes.items()} == TYPES


def test_les_lieux_incertains_de_l_atlas_se_disent_avec_leur_commune(tous):
    incertains = tous[tous["lieu_incertain"]]
    assert (len(incertains), (incertains["ecart_km"] > 5).sum()) == (48, 12)
    dits = lieux_dits(tous)
    linamar = dits[tous["entreprise"] == "Linamar Light Metals"].tolist()
    assert linamar == ["Erquinvillers (lieu incertain)", "Laigneville", "Diors"]
    assert not dits[~tous["lieu_incertain"]].dropna().str.contains("incertain").any()


def test_aucun_projet_n_y_est_deux_fois(tous):
    assert tous["id_projet"].is_unique


def test_chaque_stade_dit_de_qui_il_vient_et_de_quand(tous):
    assert tous[["stade", "stade_source", "stade_date"]].notna().all().all()


def test_un_laureat_que_le_document_decrit_a_son_mot(tous):
    kryole = tous[tous["entreprise"] == "K-RYOLE"].iloc[0]
    assert (kryole["stade"], kryole["stade_source"]) == ("En service", INSPIRANT)
    assert kryole["stade_date"] == pd.Timestamp("2021-09-24")


def test_un_laureat_que_nul_ne_decrit_est_laureat_depuis_la_date_de_sa_ligne(tous):
    autres = tous[tous["stade_source"] == LAUREAT]
    assert (autres["stade"] == "Lauréat").all()
    assert (autres["stade_date"] == autres["date"]).all()


def test_les_projets_ajoutes_sont_dans_leur_commune_et_son_territoire(tous, atlas):
    vicky = tous[tous["entreprise"] == "Vicky Foods"].iloc[0]
    noms = atlas.territoires_de(2021).set_index("id_ti")["lib_ti"]
    assert (vicky["commune"], noms[vicky["id_ti_2021"]]) == ("Fragnes-La Loyère", "Grand Chalon")
    assert vicky["montant_meur"] == 62


def test_les_emplois_des_projets_ajoutes_comptent_une_fois(tous, atlas):
    en_plus = emplois_annonces(tous)[0] - emplois_annonces(atlas.projets)[0]
    assert en_plus == 250 + 6


def test_une_commune_introuvable_arrete_la_table(atlas):
    perdus = atlas.projets_inspirants.head(1).assign(commune="Nulle-Part")
    with pytest.raises(ValueError, match="Nulle-Part"):
        ajoutes(atlas, perdus)


def test_la_carte_n_apprend_que_les_stades_qui_different(tous, atlas):
    dits = dict(paire.split(":") for paire in stades_corriges(tous, atlas.projets).split())
    autres = tous.iloc[: len(atlas.projets)]
    assert {int(rang) for rang in dits} == set(autres.index[autres["stade"] != "Lauréat"])

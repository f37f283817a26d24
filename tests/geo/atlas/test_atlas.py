"""The frozen object that holds the tables, on the committed ones."""

import dataclasses

import pytest

from geo.atlas.atlas import TABLES_DE_L_ATLAS, Atlas
from geo.contrats.tables import TABLES
from geo.millesimes import MILLESIMES, colonne_ti


def test_l_atlas_tient_les_tables_annoncees_et_elles_seules():
    assert tuple(champ.name for champ in dataclasses.fields(Atlas)) == TABLES_DE_L_ATLAS


def test_chaque_table_de_l_atlas_a_son_contrat():
    assert set(TABLES_DE_L_ATLAS) <= set(TABLES)


def test_l_atlas_est_fige(atlas):
    with pytest.raises(dataclasses.FrozenInstanceError):
        atlas.projets = None


def test_chaque_region_a_son_nom(atlas):
    assert len(atlas.nom_region) == 18
    assert atlas.nom_region["28"] == "Normandie"


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_territoires_d_un_millesime_sont_les_siens_dans_l_ordre_des_ids(atlas, millesime):
    lignes = atlas.territoires_de(millesime)
    assert set(lignes["millesime"]) == {millesime}
    assert lignes["id_ti"].is_monotonic_increasing


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_territoire_a_sa_fiche_entiere(atlas, millesime):
    for territoire in atlas.territoires_de(millesime).itertuples():
        fiche = atlas.fiche(territoire.id_ti, millesime)
        types = fiche.groupements["type"].value_counts()
        assert (types.get("EPCI", 0), types.get("EPT", 0), types.get("commune", 0)) == (
            territoire.nb_epci,
            territoire.nb_ept,
            territoire.nb_communes_isolees,
        )


def test_la_fiche_donne_les_groupements_du_plus_peuple_au_moins_peuple(atlas):
    for id_ti in atlas.territoires_de(2021)["id_ti"]:
        assert atlas.fiche(id_ti, 2021).groupements["population"].is_monotonic_decreasing


def test_la_fiche_donne_les_projets_du_territoire_et_eux_seuls(atlas):
    fiche = atlas.fiche("ti-2806", 2021)
    attendus = atlas.projets.loc[atlas.projets["id_ti_2021"] == "ti-2806", "id_projet"]
    assert fiche.projets["id_projet"].tolist() == attendus.tolist()
    assert len(attendus)


def test_la_fiche_d_un_territoire_interregional_nomme_toutes_ses_regions(atlas):
    interregionaux = atlas.territoires_de(2021)
    interregionaux = interregionaux[interregionaux["regions"].str.contains(",")]
    assert len(interregionaux) > 0
    for territoire in interregionaux.itertuples():
        noms = tuple(atlas.nom_region[c] for c in territoire.regions.split(","))
        assert atlas.fiche(territoire.id_ti, 2021).regions == noms
        assert len(noms) > 1


@pytest.mark.parametrize("id_ti", ["ti-9999", "", "ti-2806'; drop", "<b>"])
def test_un_territoire_inconnu_n_a_pas_de_fiche(atlas, id_ti):
    assert atlas.fiche(id_ti, 2021) is None


def test_un_millesime_inconnu_n_a_pas_de_fiche(atlas):
    assert atlas.fiche("ti-2806", 1999) is None


def test_un_meme_id_designe_un_autre_territoire_selon_le_millesime(atlas):
    noms = [atlas.fiche("ti-0101", millesime).territoire["lib_ti"] for millesime in (2021, 2023)]
    assert noms[0] != noms[1]


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_projets_par_territoire_font_la_somme_des_projets_situes(atlas, millesime):
    compte = atlas.projets_par_territoire(millesime)
    assert compte.sum() == atlas.projets[colonne_ti(millesime)].notna().sum()


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_un_territoire_sans_projet_en_a_zero(atlas, millesime):
    compte = atlas.projets_par_territoire(millesime)
    assert compte.index.tolist() == atlas.territoires_de(millesime)["id_ti"].tolist()
    assert compte.dtype == "int64"

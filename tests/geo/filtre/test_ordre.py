"""The order of a selection."""

import numpy as np
import pytest

from geo.filtre.filtre import TRIS, Filtre, Tri
from geo.filtre.ordre import ordre
from geo.filtre.selection import filtrer
from geo.noms import cle
from tests.geo.monde_filtre import monde

CONTENUS = {"emplois": "emplois_prevus", "date": "date", "montant": "montant_meur"}


def ranger(colonne, *, decroissant=False, **champs):
    preparee = monde().preparee
    tri = Tri(colonne=colonne, decroissant=decroissant)
    return monde().table.iloc[ordre(preparee, filtrer(preparee, Filtre(**champs)), tri, 2021)]


def test_sans_tri_l_ordre_est_celui_de_la_table():
    masque = filtrer(monde().preparee, Filtre(regions=("53",)))
    assert np.array_equal(ordre(monde().preparee, masque, None, 2021), np.flatnonzero(masque))


@pytest.mark.parametrize("colonne", TRIS)
@pytest.mark.parametrize("decroissant", [False, True])
def test_un_tri_garde_chaque_projet_une_fois(colonne, decroissant):
    assert ranger(colonne, decroissant=decroissant, regions=("53",))["id_projet"].is_unique
    assert len(ranger(colonne, decroissant=decroissant, regions=("53",))) == 98


def test_les_noms_suivent_l_alphabet_sans_accents():
    noms = ranger("entreprise")["entreprise"].dropna().map(cle).tolist()
    assert noms == sorted(noms)


def test_les_emplois_vont_du_plus_grand_au_plus_petit_puis_les_inconnus():
    emplois = ranger("emplois", decroissant=True)["emplois_prevus"]
    dits = emplois.dropna()
    assert dits.is_monotonic_decreasing
    assert emplois.iloc[len(dits) :].isna().all()


def test_les_inconnus_sont_derniers_dans_l_autre_sens_aussi():
    assert ranger("emplois")["emplois_prevus"].notna().tolist() == [True] * 741 + [False] * 2339


def test_les_stades_suivent_l_avancement():
    assert ranger("stade")["stade"].drop_duplicates().tolist() == ["Lauréat", "En travaux"]


def test_les_territoires_suivent_le_nom_du_millesime():
    ids = ranger("ti")["id_ti_2021"].dropna().drop_duplicates()
    noms = ids.map(monde().vocab.de(2021)["ti"]).map(cle).tolist()
    assert noms == sorted(noms)


def test_les_egaux_restent_dans_l_ordre_de_la_table():
    rangs = ranger("source", decroissant=True).index.to_series().groupby(monde().table["source"])
    assert all(suite.is_monotonic_increasing for _, suite in rangs)

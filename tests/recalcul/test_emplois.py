"""Rows that tell the same jobs, read again, are those of the atlas."""

import pytest

pytestmark = pytest.mark.sources


def test_les_memes_lignes_disent_les_memes_emplois(atlas, recalcul):
    """Two partitions are one when each group of one is one group of the other."""
    paires = recalcul.projets[["groupe"]].assign(atlas=atlas.projets["groupe_emplois"])
    assert paires["groupe"].notna().equals(paires["atlas"].notna())
    uniques = paires.dropna().drop_duplicates()
    doubles = uniques["groupe"].duplicated(keep=False) | uniques["atlas"].duplicated(keep=False)
    assert atlas.projets.loc[uniques.index[doubles], ["entreprise", "objet"]].to_numpy().tolist() == []


def test_chaque_ligne_dit_ses_emplois(atlas, recalcul):
    assert (
        atlas.projets["emplois_prevus"]
        .astype("float64")
        .equals(recalcul.projets["emplois"].astype("float64"))
    )

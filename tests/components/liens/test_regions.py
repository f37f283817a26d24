"""The régions of a territory lead to their pages, on the perimeters that are shown."""

from components.liens.regions import regions_liees


def test_une_region_est_un_lien_vers_sa_page(atlas):
    liens = regions_liees(atlas.fiche("ti-2806", 2021))
    assert liens == '<a href="region?code=28" target="_self">Normandie</a>'


def test_un_lien_garde_le_millesime(atlas):
    territoires = atlas.territoires_de(2023)
    partage = territoires.loc[territoires["regions"].str.contains(","), "id_ti"].iloc[0]
    liens = regions_liees(atlas.fiche(partage, 2023))
    assert liens.count("millesime=2023") == liens.count("<a ") > 1

"""What a séance holds for a question from the room: the territories of every région that its views touch."""

import pytest

from geo.seance.reserve import reserve
from geo.seance.seance import Seance
from geo.territoires.regions import territoires_de
from tests.geo.monde_filtre import monde


def tenue(*mots):
    seance, avis = Seance.lire({"vue": list(mots)}, monde().atlas, monde().vocab)
    assert avis == []
    return reserve(monde().atlas, seance)


@pytest.mark.parametrize(
    ("mots", "regions"),
    [
        (("region-53",), ("53",)),
        (("ti-2806", "region-53.mois"), ("53", "28")),
        (("projets.region=53",), ("53",)),
        (("projets.ti=ti-2806",), ("28",)),
        (("projets.filiere=Agroalimentaire",), ()),
    ],
)
def test_chaque_vue_touche_ses_regions(mots, regions):
    assert tenue(*mots).regions == regions


def test_la_france_touche_toutes_les_regions():
    assert set(tenue("france").regions) == set(monde().atlas.nom_region)
    assert tenue("france").ailleurs(monde().atlas) == []


def test_l_outre_mer_est_cinq_regions():
    assert len(tenue("region-OM").regions) == 5


def test_tous_les_territoires_d_une_region_sont_gardes():
    mots = {vue.mot for vue in tenue("region-53.mois").vues(monde().atlas)}
    assert mots == {"france", "region-53", *territoires_de(monde().atlas, "53", 2021)["id_ti"]}


def test_un_territoire_partage_est_garde_par_chacune_de_ses_regions():
    partages = territoires_de(monde().atlas, "53", 2021).query("ailleurs != ''")["id_ti"].tolist()
    tous = tenue("region-53").territoires(monde().atlas, 2021)
    assert set(partages) <= set(tous)


def test_chaque_millesime_des_vues_est_garde():
    gardee = tenue("region-53", "region-53_2023")
    assert gardee.annees == (2021, 2023)
    assert {vue.millesime for vue in gardee.vues(monde().atlas)} == {2021, 2023}


def test_un_territoire_qui_n_est_pas_garde_le_dit_avec_les_regions_gardees():
    assert tenue("region-53").dite(monde().atlas) == (
        "n’est pas dans cette séance (région gardée\u00a0: Bretagne)."
    )
    assert "régions gardées\u00a0: Bretagne et Normandie" in tenue("region-53", "region-28").dite(
        monde().atlas
    )
    assert ("ti-2806", "Nord Cotentin") in tenue("region-53").ailleurs(monde().atlas)


def test_une_commune_mene_a_son_territoire():
    (vue,) = (v for v in tenue("region-53").vues(monde().atlas) if v.mot == "ti-5302")
    assert {"Fougères", "Vitré"} <= set(tenue("region-53").aussi(monde().atlas, vue))

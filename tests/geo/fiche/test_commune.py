"""Where a commune stands: its places, its territories, those that are near."""

import pytest

from geo.fiche.commune import SANS_EPCI, commune, lieu
from geo.territoires import NOMBRE_DE_PROCHES


@pytest.fixture(scope="module")
def saint_flour(atlas):
    return commune(atlas, code="15187", millesime=2021)


def test_une_commune_dit_ou_elle_est(saint_flour):
    assert (saint_flour.departement, saint_flour.region) == ("Cantal", "Auvergne-Rhône-Alpes")
    assert (saint_flour.epci, saint_flour.siren_epci) == ("CC de Saint-Flour", "200066660")


def test_une_commune_d_un_territoire_l_a_en_premier_et_n_y_est_pas_proche(saint_flour):
    assert saint_flour.ici.id_ti == "ti-7601"
    assert "ti-7601" not in {proche.id_ti for proche in saint_flour.proches}
    assert len(saint_flour.proches) == NOMBRE_DE_PROCHES


def test_une_commune_hors_de_tout_territoire_dit_celui_d_une_autre_annee(atlas):
    gueret = commune(atlas, code="23096", millesime=2021)
    assert gueret.ici is None
    assert [(autre.millesime, autre.nom) for autre in gueret.ailleurs] == [(2023, "Creuse Industrie")]


def test_les_plus_proches_viennent_dans_l_ordre_avec_leur_commune(atlas):
    brehat = commune(atlas, code="22016", millesime=2021)
    assert next((p.nom, p.distance, p.vers) for p in brehat.proches) == (
        "Lannion-Trégor",
        "7\u202fkm",
        "Lanmodez",
    )


def test_une_ile_sans_intercommunalite_le_dit(atlas):
    assert lieu(atlas, "22016").intercommunalite == SANS_EPCI


def test_au_grand_paris_l_etablissement_public_territorial_precede_la_metropole(atlas):
    assert lieu(atlas, "94081").intercommunalite.endswith(", Métropole du Grand Paris")


def test_rien_a_portee_est_dit_avec_la_distance_cherchee(atlas):
    dzaoudzi = commune(atlas, code="97608", millesime=2021)
    assert (dzaoudzi.proches, dzaoudzi.sans_proche) == ((), "Aucun territoire n’est à moins de 300\u202fkm.")


def test_la_carte_cadre_la_commune_et_ce_qui_en_est_proche(atlas, saint_flour):
    (sud, ouest), (nord, est) = saint_flour.cadre
    points = atlas.communes.set_index("nom").loc[["Saint-Flour", *(p.vers for p in saint_flour.proches)]]
    points = points[points["region"] == "84"]
    assert points["latitude"].between(sud, nord).all()
    assert points["longitude"].between(ouest, est).all()


def test_seule_une_commune_separee_depuis_2018_n_est_pas_dessinee(atlas):
    assert not lieu(atlas, "14666").dessinee
    assert lieu(atlas, "14712").dessinee


def test_une_commune_inconnue_n_existe_pas(atlas):
    with pytest.raises(KeyError):
        commune(atlas, code="99999", millesime=2021)

"""Every indicator of every object: territories, EPCI, régions, Outre-mer, inside and outside, France."""

from itertools import product

import pytest

from geo.atlas import OM
from geo.indicateurs import (
    DECIMALES_EXACTES,
    HORS_TI,
    INDICATEURS,
    LA_FRANCE,
    TOUS_LES_TI,
    Objet,
    mesures_par_sorte,
    partages,
)
from tests.recalcul.comparaison import ecarts
from tests.recalcul.indicateurs import CLES, SORTES
from tests.recalcul.perimetres import MILLESIMES

pytestmark = pytest.mark.sources

TOLERANCE = 10**-DECIMALES_EXACTES
"""The atlas rounds a figure to six decimals."""

TOLERANCES = dict.fromkeys(("part_industrie", "chomage", "evolution_chomage"), 10 * TOLERANCE)
"""It rounds the jobs and active people of a commune to three: a mean over few of them moves in the sixth."""

UN_OBJET = {
    "ti": Objet(sorte="ti"),
    "label": TOUS_LES_TI,
    "epci": Objet(sorte="epci"),
    "departement": Objet(sorte="departement"),
    "region": Objet(sorte="region"),
    "outre-mer": Objet(sorte="region", code=OM),
    "france": LA_FRANCE,
}
CAS = [pytest.param(*cas, id=f"{cas[0]}-{cas[1][0]}-{cas[1][1]}") for cas in product(CLES, SORTES)]


def de_l_atlas(atlas, cle, sorte, millesime):
    return mesures_par_sorte(atlas, objet=UN_OBJET[sorte], millesime=millesime, cle=cle)


def test_le_recalcul_a_tous_les_indicateurs():
    assert set(CLES) == set(INDICATEURS)


@pytest.mark.parametrize(("cle", "sorte_et_millesime"), CAS)
def test_chaque_valeur_est_celle_du_recalcul(atlas, recalcul, cle, sorte_et_millesime):
    publiees = de_l_atlas(atlas, cle, *sorte_et_millesime)
    recalculees = recalcul.calculer(cle, *sorte_et_millesime)
    assert ecarts(publiees["valeur"], recalculees["valeur"], tolerance=TOLERANCES.get(cle, TOLERANCE)) == []


@pytest.mark.parametrize(("cle", "sorte_et_millesime"), CAS)
def test_chaque_couverture_est_celle_du_recalcul(atlas, recalcul, cle, sorte_et_millesime):
    publiees = de_l_atlas(atlas, cle, *sorte_et_millesime)
    recalculees = recalcul.calculer(cle, *sorte_et_millesime)
    assert ecarts(publiees["couverture"], recalculees["couverture"], tolerance=TOLERANCE) == []


def test_plus_de_dix_huit_mille_valeurs_sont_comparees(recalcul):
    assert sum(len(recalcul.calculer(cle, *sorte)) for cle, sorte in product(CLES, SORTES)) > 18_000


@pytest.mark.parametrize("millesime", MILLESIMES)
@pytest.mark.parametrize("grandeur", ["emplois", "emplois_industriels"])
@pytest.mark.parametrize("cote", ["dans", "hors"])
def test_les_emplois_dans_et_hors_des_territoires(atlas, recalcul, millesime, grandeur, cote):
    publie = next(p for p in partages(atlas, millesime=millesime) if p.grandeur.cle == grandeur)
    communes = recalcul.communes[recalcul.ensembles("label", millesime).des_communes == cote]
    parts = communes["part"] / 100 if grandeur == "emplois_industriels" else 1
    assert getattr(publie, cote) == pytest.approx((communes["emplois"] * parts).sum(), abs=1)


@pytest.mark.parametrize(
    ("cle", "sorte_et_millesime", "objet", "attendue"),
    [
        ("part_industrie", ("epci", 2021), "200054781", "5.3"),
        ("part_industrie", ("region", 2021), "11", "6.7"),
        ("part_industrie", ("label", 2021), "hors", "9.3"),
        ("chomage", ("ti", 2021), "ti-7605", "8.8"),
        ("chomage", ("ti", 2023), "ti-2410", "7.3"),
        *(
            ("part_industrie", ("ti", 2021), territoire, "nan")
            for territoire in ("ti-9303", "ti-9301", "ti-9307", "ti-8416")
        ),
        ("chomage", ("outre-mer", 2021), "OM", "nan"),
        ("evolution_chomage", ("outre-mer", 2021), "OM", "nan"),
        ("chomage", ("france", 2021), "FR", "7.4"),
        ("emplois_annonces", ("france", 2021), "FR", "22563.0"),
        ("emplois_annonces", ("label", 2021), "dans", "13446.0"),
        ("emplois_annonces", ("label", 2021), "hors", "9862.0"),
    ],
)
def test_les_valeurs_que_le_statisticien_a_trouvees(recalcul, cle, sorte_et_millesime, objet, attendue):
    valeur = recalcul.calculer(cle, *sorte_et_millesime).loc[objet, "valeur"]
    assert str(round(float(valeur), 1)) == attendue


def test_seules_la_guyane_et_mayotte_n_ont_pas_de_taux_de_chomage(recalcul):
    inconnus = recalcul.communes[recalcul.communes["chomage"].isna()]
    assert set(inconnus["departement"]) == {"973", "976"}


def test_hors_des_territoires_est_un_objet_de_l_atlas(atlas):
    assert set(de_l_atlas(atlas, "projets", "label", 2021).index) == {"dans", "hors"}
    assert HORS_TI.partition(2021)[1] == "hors"

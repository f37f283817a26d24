"""With whom a territory may be compared, and what each comparison shows."""

from __future__ import annotations

import pytest

from components.adresses.territoire import FRANCE, REGION, REGION_ET_FRANCE, AdresseTerritoire
from components.chiffres.references import autres, references, usuelles

INTERREGIONAL = ("75", "76")


def noms(atlas, reference, codes=("28",)):
    adresse = AdresseTerritoire(ti="ti-2806", reference=reference)
    return [(lieu.libelle, lieu.contient) for lieu in references(atlas, adresse, codes)]


@pytest.mark.parametrize(
    ("reference", "lieux"),
    [
        (REGION_ET_FRANCE, [("Normandie", True), ("France", True)]),
        (REGION, [("Normandie", True)]),
        (FRANCE, [("France", True)]),
        ("53", [("Bretagne", False)]),
        ("28", [("Normandie", True)]),
        ("ti-5313", [("Finistère", False)]),
    ],
)
def test_une_reference_dit_ses_lieux_et_s_ils_contiennent_le_territoire(atlas, reference, lieux):
    assert noms(atlas, reference) == lieux


def test_aucune_region_ne_contient_un_territoire_interregional(atlas):
    assert noms(atlas, REGION_ET_FRANCE, INTERREGIONAL) == [
        ("Nouvelle-Aquitaine", False),
        ("Occitanie", False),
        ("France", True),
    ]


def test_chaque_autre_territoire_peut_etre_choisi(atlas):
    choix = autres(atlas, AdresseTerritoire(ti="ti-2806", millesime=2023))
    assert set(choix) - set(atlas.nom_region) == set(atlas.territoires_de(2023)["id_ti"]) - {"ti-2806"}


def test_chaque_region_peut_etre_choisie(atlas):
    assert set(atlas.nom_region) < set(autres(atlas, AdresseTerritoire()))


def test_les_territoires_viennent_dans_l_ordre_des_noms_apres_les_regions(atlas):
    territoires = list(autres(atlas, AdresseTerritoire()).values())[len(atlas.nom_region) :]
    assert territoires == sorted(territoires, key=str.casefold)


@pytest.mark.parametrize(
    ("ti", "libelle"), [("ti-2806", "Sa région et la France"), ("ti-7505", "Ses régions et la France")]
)
def test_la_reference_usuelle_s_accorde_avec_le_nombre_de_regions(atlas, ti, libelle):
    assert usuelles(atlas, AdresseTerritoire(ti=ti))[REGION_ET_FRANCE] == libelle


def test_un_territoire_sans_voisin_ne_se_compare_pas_a_ses_voisins(atlas):
    assert list(usuelles(atlas, AdresseTerritoire(ti="ti-2806"))) == [
        REGION_ET_FRANCE,
        REGION,
        FRANCE,
        "profil",
        "departement",
    ]


@pytest.mark.parametrize(
    ("reference", "lieux"),
    [("voisins", ["Moselle Est", "Alsace centrale"]), ("departement", ["Bas-Rhin", "Moselle"])],
)
def test_des_voisins_et_des_departements_sont_cote_a_cote(atlas, reference, lieux):
    adresse = AdresseTerritoire(ti="ti-4401", reference=reference)
    lus = references(atlas, adresse, ("44",))
    assert [lieu.libelle for lieu in lus] == lieux
    assert not any(lieu.contient for lieu in lus)

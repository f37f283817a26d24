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
    ("plusieurs", "libelle"), [(False, "Sa région et la France"), (True, "Ses régions et la France")]
)
def test_la_reference_usuelle_s_accorde_avec_le_nombre_de_regions(plusieurs, libelle):
    assert usuelles(plusieurs_regions=plusieurs)[REGION_ET_FRANCE] == libelle

"""The history of a perimeter in French sentences."""

from __future__ import annotations

import pytest

from components.liens.territoires import territoire_lie
from geo.millesimes import MILLESIMES
from geo.territoires.histoire import Etape, Suite, histoire
from pages.territoire.perimetre import recit

UNE = Suite(id_ti="ti-0001", lib_ti="Pays d’Ici", part=0.25, part_de_la_suite=1.0)


def etape(annee: int, sorte: str, suites: int = 1, **reste) -> Etape:
    vide = {"en_partie": (), "gagnes": (), "perdus": (), "population_gagnee": 0, "population_perdue": 0}
    return Etape(millesime=annee, sorte=sorte, territoires=(UNE,) * suites, **{**vide, **reste})


@pytest.mark.parametrize(
    ("une", "phrase"),
    [
        (etape(2021, "inchangé"), "Le périmètre de cette fiche."),
        (etape(2020, "inchangé"), "Même périmètre."),
        (etape(2023, "renommé"), "Même périmètre, sous un autre nom."),
        (etape(2020, "apparu", 0), "Il n’existait pas encore."),
        (etape(2023, "disparu", 0), "Il n’a pas de suite."),
        (etape(2020, "fusionné", 3), "3 territoires, réunis depuis."),
        (etape(2023, "fusionné"), "Il a été réuni à d’autres."),
        (etape(2020, "scindé"), "Un territoire plus grand, partagé depuis."),
        (etape(2023, "scindé", 2), "Il a été partagé en 2 territoires."),
        (
            etape(2023, "agrandi", gagnes=("CC A", "CC B"), population_gagnee=1200),
            "Il s’est agrandi. Gagné : CC A et CC B (1\u202f200\u202fhabitants).",
        ),
        (
            etape(2020, "réduit", perdus=("CC A",), population_perdue=300),
            "Il était plus grand. Perdu : CC A (300\u202fhabitants).",
        ),
        (
            etape(2020, "ajusté", dit="une commune a changé", communes_perdues=1, population_perdue=300),
            "Une commune a changé depuis. Perdu : 1\u202fcommune (300\u202fhabitants).",
        ),
        (
            etape(2023, "disparu", 0, en_partie=(UNE,), perdus=("CC A",), population_perdue=9),
            "Il n’a pas de suite. Une partie est allée à : Pays d’Ici (25,0\u202f% de ses habitants).",
        ),
    ],
)
def test_une_etape_est_dite_en_une_phrase(une, phrase):
    assert recit(une, 2021) == phrase


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_etape_de_chaque_territoire_a_sa_phrase(atlas, millesime):
    for id_ti in atlas.territoires_de(millesime)["id_ti"].iloc[::5]:
        for une in histoire(atlas, id_ti=id_ti, millesime=millesime):
            assert recit(une, millesime).endswith(".")


def test_un_nom_hostile_reste_du_texte_dans_un_lien():
    assert "<img" not in territoire_lie("ti-0001", "<img src=x>", 2021)

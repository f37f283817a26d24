"""A card says what is known, how much of it, and never a share of what is not."""

from __future__ import annotations

import math
from html import unescape

import pytest

from components.chiffres.references import Reference
from components.chiffres.vignettes import ORDRE, cartes
from francais import ordinal
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import Mesure
from tests.pages.regards import texte

FRANCE = Reference(sorte="france", code="", libelle="France", contient=True)


def mesure(valeur: float, connus: float = 10, total: float = 10, **reste: int) -> Mesure:
    couverture = connus / total if total else math.nan
    return Mesure(valeur=valeur, couverture=couverture, connus=connus, total=total, **reste)


def lire(cle: str, une: Mesure, autre: Mesure, lieu: Reference = FRANCE) -> str:
    """The words of one card, without its name and what its « i » tells."""
    return unescape(texte(cartes({cle: une}, [(lieu, {cle: autre})]).split("</details>")[1])).strip()


def explication(cle: str, une: Mesure, autre: Mesure, lieu: Reference = FRANCE) -> str:
    """The name of one card and what its « i » tells."""
    return unescape(texte(cartes({cle: une}, [(lieu, {cle: autre})]).split("</details>")[0]))


@pytest.mark.parametrize(("rang", "ecrit"), [(1, "1er"), (2, "2e"), (146, "146e")])
def test_a_rank_is_written_as_it_is_read(rang, ecrit):
    assert ordinal(rang) == ecrit


def test_an_unknown_figure_is_not_a_zero_and_has_no_rank():
    lu = lire("population", mesure(math.nan, 0), mesure(5))
    assert lu.startswith("non renseigné non classé somme non publié ici France 5")


def test_a_zero_is_a_zero():
    assert lire("projets", mesure(0, rang=146, classes=146), mesure(5)).startswith("0 projet 146e sur 146")


def test_a_figure_known_in_part_says_how_much_and_never_rounds_up():
    assert "connu pour 99\u202f% des actifs" in lire("chomage", mesure(7, 999, 1000), mesure(8))


def test_jobs_say_how_many_projects_state_them():
    lu = lire("emplois_annonces", mesure(53, 3, 19), mesure(22_563, 400, 3_071))
    assert "3 sur 19\u202fprojets le disent" in lu
    assert "400 sur 3\u202f071\u202fprojets le disent" in lu


def test_the_share_of_an_amount_stands_beside_its_reference():
    assert "France 40 dont 12,5\u202f% ici" in lire("population", mesure(5), mesure(40))


@pytest.mark.parametrize(
    ("cle", "une", "autre", "contient"),
    [
        ("population", mesure(5), mesure(40), False),
        ("population", mesure(5), mesure(40, 9), True),
        ("population", mesure(5), mesure(0), True),
        ("population", mesure(math.nan, 0), mesure(40), True),
        ("emplois_annonces", mesure(5), mesure(40), True),
        ("chomage", mesure(5), mesure(40), True),
    ],
    ids=["pas dedans", "référence partielle", "référence nulle", "inconnu", "emplois", "ratio"],
)
def test_no_share_is_told_where_it_would_mean_nothing(cle, une, autre, contient):
    lieu = Reference(sorte="region", code="28", libelle="Normandie", contient=contient)
    assert "% ici" not in lire(cle, une, autre, lieu)


@pytest.mark.parametrize(("cle", "mot"), [("chomage", "calculé"), ("population", "somme")])
def test_what_is_computed_and_what_is_added_up_are_told_apart(cle, mot):
    assert f"non classé {mot} " in lire(cle, mesure(5), mesure(8))


def test_a_hostile_name_of_a_reference_stays_text():
    lieu = Reference(sorte="territoire", code="ti-0000", libelle="<img src=x>", contient=False)
    assert "<img" not in cartes({"population": mesure(5)}, [(lieu, {"population": mesure(8)})])


def test_france_says_how_many_projects_are_in_no_region():
    hors = Reference(sorte="france", code="", libelle="France", contient=True, sans=9)
    cas = ("projets", mesure(19), mesure(3071), hors)
    assert "France 3\u202f071 dont 0,6\u202f% ici et 9 hors des régions" in lire(*cas)
    pourquoi = "La carte en montre 3\u202f080, dont 9 en Nouvelle-Calédonie et en Polynésie française"
    assert pourquoi in explication(*cas)


@pytest.mark.parametrize(("connus", "visible"), [(999, False), (900, True)])
def test_the_little_that_a_reference_lacks_is_told_under_the_i_only(connus, visible):
    cas = ("chomage", mesure(7), mesure(8, connus, 1000))
    assert ("connu pour" in lire(*cas)) is visible
    assert ("France\u00a0: connu pour 99\u202f% des actifs" in explication(*cas)) is not visible


def test_the_five_figures_that_are_looked_for_come_first():
    assert set(ORDRE) == set(INDICATEURS)
    assert ORDRE[:5] == ("projets", "emplois_annonces", "part_industrie", "chomage", "population")


def test_the_projects_that_are_in_no_region_are_in_new_caledonia_and_polynesia(atlas):
    ailleurs = atlas.projets[atlas.projets["code_region"].isna()]
    assert set(ailleurs["code_postal"].str[:3]) == {"987", "988"}

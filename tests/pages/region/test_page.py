"""« Région » in memory: published figures and their status, shares beside the reference, territories."""

from __future__ import annotations

import math
import re
from html import unescape

import pytest

from francais import nombre
from geo.etape.regions import chiffres_de_region
from geo.territoires.regions import noms, projets_de, territoires_de
from pages.region.calculs import mesures, points, profils
from pages.region.carte import zone
from pages.region.profil import parts
from tests.pages.regards import adresse, avis, bloc, blocs, mots, ouvrir, texte


def page(**parametres: str):
    """Follow a link to « Région »."""
    essai = ouvrir("region")
    essai.query_params.update(parametres)
    return essai.run()


@pytest.fixture(scope="module")
def bretagne():
    """One mainland région, to be read only."""
    return page(code="53")


def cartes(essai) -> list[str]:
    html = next(b for b in blocs(essai) if "atlas-region-chiffres" in b)
    return [unescape(texte(c)) for c in html.split("<article")[1:]]


@pytest.mark.parametrize("code", ["53", "84", "94", "06", "32", "OM"])
def test_every_kind_of_region_opens_without_an_error_nor_a_notice(code):
    essai = page(code=code)
    assert not essai.exception
    assert not essai.error
    assert avis(essai) == []
    assert adresse(essai) == {"code": code}


def test_the_six_published_figures_stand_with_their_date_and_rank(bretagne, atlas):
    lues = cartes(bretagne)
    assert len(lues) == 6
    for lue, chiffre in zip(lues, chiffres_de_region(atlas, "53"), strict=True):
        assert nombre(chiffre.valeur, chiffre.publie.decimales) in lue
        assert "publié · 24/09/2021" in lue
        assert f"{chiffre.rang}e sur {chiffre.classes}" in lue


def test_what_we_count_stands_under_what_is_published(bretagne, atlas):
    for lue, chiffre in zip(cartes(bretagne), chiffres_de_region(atlas, "53"), strict=True):
        if math.isnan(chiffre.calcul.valeur):
            assert chiffre.calcul.ecart in lue
        else:
            assert f"calculé {nombre(chiffre.calcul.valeur)} {chiffre.calcul.quoi}" in lue


def test_a_deduced_figure_says_so_and_a_missing_one_is_never_zero():
    lues = cartes(page(code="84"))
    assert "non publié" in lues[0]
    assert "–" in lues[0]
    assert all("déduit · 24/09/2021" in lue for lue in lues[2:])
    assert not any("publié · 24/09/2021" in lue for lue in lues)


def test_published_deduced_and_missing_figures_have_their_own_frame():
    classes = re.findall(
        r'<article class="(\w+)"', next(b for b in blocs(page(code="84")) if "chiffres" in b)
    )
    assert classes == ["absent", "absent", "deduit", "deduit", "deduit", "deduit"]


def test_an_overseas_region_sends_to_the_figures_of_overseas():
    essai = page(code="04")
    assert "publie les cinq régions d’outre-mer ensemble" in mots(essai)
    assert any('href="region?code=OM"' in b for b in blocs(essai))
    assert all("non publié" in lue for lue in cartes(essai))


def test_overseas_lists_its_five_regions_with_a_link_to_each():
    html = next(b for b in blocs(page(code="OM")) if "Région par région" in b)
    assert [c for c in ("01", "02", "03", "04", "06") if f'href="region?code={c}"' in html] == [
        "01",
        "02",
        "03",
        "04",
        "06",
    ]


def test_without_a_region_every_one_can_be_chosen_and_the_address_stays(atlas):
    essai = page()
    html = bloc(essai, "atlas-region-liste")
    assert re.findall(r'href="region\?code=(\w+)"', html) == list(noms(atlas))
    assert adresse(essai) == {}


def test_an_unknown_region_is_told_and_helped(atlas):
    essai = page(code="99")
    assert avis(essai) == ["La région « 99 » n’existe pas : choisissez-en une ci-dessous."]
    assert "atlas-region-liste" in "".join(blocs(essai))


def test_another_reference_is_named_beside_the_figures():
    essai = page(code="53", reference="52")
    assert "Pays de la Loire" in cartes(essai)[0]
    assert "Pays de la Loire" in bloc(essai, "atlas-region-note")


def test_choosing_a_reference_writes_it_into_the_address():
    essai = page(code="53")
    essai.selectbox(key="region-reference").set_value("84").run()
    assert adresse(essai) == {"code": "53", "reference": "84"}


def test_choosing_the_region_of_the_reference_compares_with_france_again():
    essai = page(code="53", reference="84")
    essai.selectbox(key="region-code").set_value("84").run()
    assert adresse(essai) == {"code": "84"}


def test_another_indicator_ranks_the_territories_by_it():
    essai = page(code="53", tri="population")
    html = bloc(essai, "atlas-classes")
    assert '<th scope="col">Habitants</th>' in html


def test_every_territory_of_the_region_is_ranked_with_a_link(bretagne, atlas):
    html = bloc(bretagne, "atlas-classes")
    attendus = set(territoires_de(atlas, "53", 2021)["id_ti"])
    assert set(re.findall(r"ti-\d{4}", html)) == attendus


def test_an_interregional_territory_is_marked_with_its_other_region():
    assert "⇄ aussi Normandie" in mots(page(code="32"))


def test_the_projects_put_forward_say_their_stade_and_lead_to_the_laureate():
    html = bloc(page(code="27"), "atlas-avant")
    lus = unescape(texte(html))
    assert "Stade\u00a0: En travaux (en construction)" in lus
    assert 'href="projets?projet=p-' in html


def test_a_region_without_a_project_put_forward_says_so():
    assert "n’en présente aucun ici" in mots(page(code="94"))


@pytest.mark.parametrize("code", ["53", "32", "06", "OM"])
def test_inside_outside_and_unplaced_projects_are_all_those_of_the_region(atlas, code):
    _, _, dans, hors, sans = points(atlas, code, 2021)
    siens = projets_de(atlas, code)
    assert dans == siens["id_ti_2021"].notna().sum()
    assert dans + hors + sans == len(siens)


def test_the_map_of_overseas_frames_a_region_that_exists(atlas):
    assert zone(atlas, "OM").removeprefix("region-") in atlas.nom_region
    assert zone(atlas, "53") == "region-53"


def test_profiles_of_france_against_itself_cannot_be_asked_but_shares_add_up(atlas):
    for table in (profils(atlas, "53", "").familles, profils(atlas, "53", "").types):
        assert table["part"].sum() == pytest.approx(100)


def test_indicators_of_overseas_are_those_of_its_five_regions(atlas):
    ensemble = mesures(atlas, "OM", 2021)["population"].valeur
    assert ensemble == pytest.approx(
        sum(mesures(atlas, c, 2021)["population"].valeur for c in ("01", "02", "03", "04", "06"))
    )


def test_a_hostile_name_stays_text_in_a_table_of_shares(atlas):
    table = profils(atlas, "53", "").filieres.head(1).assign(valeur="<script>x</script>")
    assert "<script>" not in parts("t", table, entete="e", reference="<b>")

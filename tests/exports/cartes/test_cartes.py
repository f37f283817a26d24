"""Maps for files: true shapes and scales, the classes of the screen, names that do not collide."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
from matplotlib.colors import to_hex
from PIL import Image

from components.carte import coloriage
from exports.cartes import carte_france, carte_region, carte_territoire, png, svg
from exports.cartes.contours import LIEUX, METROPOLE, couche, lieu_de, placer
from exports.cartes.etiquettes import Etiquette, poser, recouvre
from exports.cartes.fond import placer_encart
from exports.cartes.legende import Entree, ranger
from exports.cartes.marques import famille_de, familles_presentes
from exports.cartes.toile import cadre, etendue, toile
from geo.indicateurs import nuances
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.mesures import valeurs
from theme import FAMILLES


def couleurs(figure):
    """Every fill of the territories drawn on a figure."""
    return {to_hex(c) for axe in figure.axes for dessin in axe.collections for c in dessin.get_facecolor()}


@pytest.fixture(scope="module")
def nord_cotentin(atlas):
    return carte_territoire(atlas, id_ti="ti-2806", millesime=2021, largeur_mm=100, hauteur_mm=90)


def test_the_same_map_gives_the_same_picture(atlas, nord_cotentin):
    encore = carte_territoire(atlas, id_ti="ti-2806", millesime=2021, largeur_mm=100, hauteur_mm=90)
    assert png(encore, 100) == png(nord_cotentin, 100)
    assert svg(encore) == svg(nord_cotentin)


def test_a_picture_has_the_size_that_was_asked(nord_cotentin):
    image = Image.open(io.BytesIO(png(nord_cotentin, 300)))
    assert image.size == pytest.approx((100 / 25.4 * 300, 90 / 25.4 * 300), abs=1)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_an_svg_carries_its_letters_and_no_date(nord_cotentin):
    racine = ET.fromstring(svg(nord_cotentin))
    assert not [n for n in racine.iter() if n.tag.endswith("}text")]
    assert b"<dc:date>" not in svg(nord_cotentin)


def test_the_extent_is_shown_whole_and_not_stretched():
    x0, y0, x1, y1 = etendue((0, 0, 100, 50), (0, 0, 1000, 1000), 0.1)
    assert (x1 - x0) / 100 == (y1 - y0) / 50 == 24
    assert (x0 + x1, y0 + y1) == (1000, 1000)


def test_a_frame_knows_its_scale():
    boite = cadre(toile(100, 100), (0, 0, 50, 50), (0, 0, 5000, 5000), marge=0)
    assert boite.denominateur == 100_000


@pytest.mark.parametrize("lieu", [METROPOLE, *LIEUX], ids=lambda lieu: lieu.nom)
def test_each_place_is_drawn_in_a_projection_where_metres_are_metres(atlas, lieu):
    regions = atlas.communes[atlas.communes["region"] == (lieu.region or "24")].dropna(subset=["latitude"])
    une = regions.head(1).assign(latitude=lambda t: t["latitude"])
    autre = une.assign(latitude=une["latitude"] + 0.01)
    ecart = placer(autre, lieu).iloc[0].distance(placer(une, lieu).iloc[0])
    assert ecart == pytest.approx(1110, rel=0.005)


def test_a_layer_keeps_what_is_in_its_place_only():
    assert set(couche("regions", lieu_de("04")).index) == {"04"}
    assert "04" not in couche("regions", METROPOLE).index


def test_every_territory_is_drawn_somewhere(atlas):
    dessines = [i for lieu in (METROPOLE, *LIEUX) for i in couche("ti_2021", lieu).index]
    assert sorted(dessines) == sorted(atlas.territoires_de(2021)["id_ti"])


def test_the_inset_hides_nothing_of_the_territory(atlas):
    boite = (0, 0, 111, 80)
    for id_ti in atlas.territoires_de(2021)["id_ti"]:
        lieu = next(lieu for lieu in (METROPOLE, *LIEUX) if id_ti in couche("ti_2021", lieu).index)
        forme = couche("ti_2021", lieu).loc[[id_ti]]
        encart = placer_encart(boite, forme, marge=0.07)
        x0, y0, x1, _ = etendue(boite, tuple(forme.total_bounds), encart.marge)
        m = (x1 - x0) / boite[2]
        a, b, c, d = encart.boite
        assert forme.cx[x0 + a * m : x0 + c * m, y0 + b * m : y0 + d * m].empty, id_ti


def test_names_never_cover_one_another():
    boite = cadre(toile(100, 100), (0, 0, 100, 100), (0, 0, 1000, 1000), marge=0)
    noms = [Etiquette(x=500 + 3 * i, y=500, texte=f"Commune {i}") for i in range(12)]
    posees = poser(boite, noms, ((0, 0, 40, 100),))
    assert len(posees) >= 3
    assert not any(recouvre(a, b) for i, a in enumerate(posees) for b in posees[:i])
    assert all(gauche >= 40 for gauche, *_ in posees)


def test_the_first_names_are_placed_first():
    boite = cadre(toile(30, 10), (0, 0, 30, 6), (0, 0, 300, 60), marge=0)
    posees = poser(
        boite, [Etiquette(x=150, y=30, texte="Grande"), Etiquette(x=150, y=30, texte="Petite ville")]
    )
    assert len(posees) == 1
    assert boite.axe.texts[0].get_text() == "Grande"


def test_an_unknown_filiere_is_in_the_last_family():
    assert famille_de(None) is famille_de("Jamais vue") is FAMILLES[-1]


def test_the_families_of_the_legend_count_every_project(atlas):
    assert sum(combien for _, combien in familles_presentes(atlas.projets)) == len(atlas.projets)


def test_a_legend_wraps_within_its_width():
    lignes = ranger([Entree(texte="Une famille de filières", couleur="#000000")] * 7, 80)
    assert sum(map(len, lignes)) == 7
    assert max(map(len, lignes)) == 2


@pytest.mark.parametrize("cle", [c for c, i in INDICATEURS.items() if i.sorte == "ratio"])
def test_classes_colours_and_limits_are_those_of_the_screen(atlas, cle):
    table = valeurs(atlas, millesime=2021, cle=cle).set_index("id_ti")["valeur"]
    classes = nuances.classes_de(table, INDICATEURS[cle])
    lignes = [
        ligne
        for ligne in coloriage.coloriage(atlas, millesime=2021, cle=cle)["legende"]["lignes"]
        if "couleur" in ligne
    ]
    assert nuances.couleurs(classes, INDICATEURS[cle]) == [ligne["couleur"] for ligne in lignes]
    assert nuances.intervalles(classes, INDICATEURS[cle]) == [ligne["texte"] for ligne in lignes]


def test_the_map_of_france_fills_every_class(atlas):
    table = valeurs(atlas, millesime=2021, cle="chomage").set_index("id_ti")["valeur"]
    voulues = set(nuances.couleurs(nuances.classes_de(table, INDICATEURS["chomage"]), INDICATEURS["chomage"]))
    assert voulues <= couleurs(carte_france(atlas, millesime=2021, indicateur="chomage"))


def test_the_map_of_france_has_the_five_overseas_frames_with_their_scales(atlas):
    mots = [t.get_text() for axe in carte_france(atlas, millesime=2021).axes for t in axe.texts]
    assert {lieu.nom for lieu in LIEUX} <= set(mots)
    assert sum(mot.startswith("1\u00a0:") for mot in mots) == len(LIEUX)


def test_a_region_names_its_territories(atlas):
    mots = " ".join(
        t.get_text() for axe in carte_region(atlas, code="53", millesime=2021).axes for t in axe.texts
    )
    assert "Finistère" in mots
    assert "Bretagne" in mots


def test_the_overseas_regions_are_drawn_together(atlas):
    figure = carte_region(atlas, code="OM", millesime=2021, titre=False)
    assert {lieu.nom for lieu in LIEUX} <= {t.get_text() for axe in figure.axes for t in axe.texts}


def test_an_unknown_territory_is_refused(atlas):
    with pytest.raises(KeyError):
        carte_territoire(atlas, id_ti="ti-9999", millesime=2021)

"""The pictures of the guide: none half drawn, none heavy, and one command that takes them."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image, ImageColor

from bench import guide
from bench.guide import (
    NUANCES,
    OCTETS_MAX,
    ImageRefusee,
    differe,
    immobile,
    optimiser,
    photographier,
    principal,
)
from bench.guide_vues import VUES, Vue
from bench.navigateur import chromium
from bench.serveurs import atlas
from outils.controles import trouver_chromium


def png(image):
    sortie = io.BytesIO()
    image.save(sortie, format="PNG")
    return sortie.getvalue()


def bruit(largeur, hauteur):
    """A picture that no palette makes light."""
    return Image.frombytes("L", (largeur, hauteur), Random(7).randbytes(largeur * hauteur)).convert("RGB")


def test_une_image_est_gardee_quand_elle_vient_trois_fois_de_suite():
    prises = iter([b"vide", b"vide", b"carte", b"carte", b"carte", b"autre"])
    assert immobile(lambda: next(prises), "carte") == b"carte"


def test_une_page_qui_bouge_toujours_est_refusee_et_nommee():
    prises = (str(n).encode() for n in range(10_000))
    with pytest.raises(ImageRefusee, match="« carte »"):
        immobile(lambda: next(prises), "carte")


def test_une_image_legere_garde_ses_couleurs():
    image = Image.new("RGB", (40, 30), "#1d3a5f")
    image.putpixel((3, 4), (184, 110, 20))
    lue = Image.open(io.BytesIO(optimiser(png(image), "carte"))).convert("RGB")
    assert list(lue.get_flattened_data()) == list(image.get_flattened_data())


def test_la_meme_image_donne_les_memes_octets():
    image = png(bruit(200, 100))
    assert optimiser(image, "carte") == optimiser(image, "carte")


def test_une_image_lourde_perd_des_couleurs_jusqu_a_etre_legere():
    image = png(bruit(420, 420))
    reduite = optimiser(image, "carte")
    assert len(image) > OCTETS_MAX
    assert len(reduite) <= OCTETS_MAX
    assert 1 < len(Image.open(io.BytesIO(reduite)).getcolors()) < 256


def test_une_image_trop_lourde_est_refusee_et_nommee():
    with pytest.raises(ImageRefusee, match="« carte »"):
        optimiser(png(bruit(1280, 800)), "carte")


def tachee(points, couleur="black"):
    """A white picture with this many pixels of another colour."""
    image = Image.new("RGB", (40, 30), "white")
    for rang in range(points):
        image.putpixel((rang, rang), ImageColor.getrgb(couleur))
    return png(image)


GRAINS = NUANCES // 255
"""Black pixels on white that are no change."""


def test_quelques_grains_ne_font_pas_une_autre_image():
    assert not differe(tachee(0), tachee(GRAINS))


def test_un_grain_de_plus_fait_une_autre_image():
    assert differe(tachee(0), tachee(GRAINS + 1))


def test_un_fond_a_peine_plus_sombre_fait_une_autre_image():
    fonds = [png(Image.new("RGB", (100, 100), couleur)) for couleur in ("#fdfcf9", "#fdfcf8")]
    assert differe(*fonds)


def test_un_point_a_peine_plus_sombre_n_en_fait_pas_une():
    assert not differe(tachee(0), tachee(20, "#fefefe"))


def test_une_image_d_une_autre_taille_est_une_autre_image():
    assert differe(png(Image.new("RGB", (4, 3))), png(Image.new("RGB", (3, 4))))


def test_l_adresse_sans_chemin_est_celle_de_la_carte():
    assert Vue(nom="x", chemin="/?ti=ti-2806", attend=()).page == "carte"


def test_l_adresse_d_une_page_se_lit_sans_ses_parametres():
    assert Vue(nom="x", chemin="/region?code=53", attend=()).page == "region"


def test_une_image_inconnue_est_nommee_avec_celles_qui_existent(capsys):
    assert principal(["carte", "plan"]) == 1
    dit = capsys.readouterr().out
    assert "« plan »" in dit
    assert "territoire" in dit


def test_sans_navigateur_la_commande_dit_quoi_faire(capsys, monkeypatch):
    monkeypatch.setattr(guide, "trouver_chromium", lambda: None)
    assert principal([]) == 1
    assert "CHROMIUM" in capsys.readouterr().out


@pytest.mark.navigateur
@pytest.mark.lent
def test_une_vue_de_l_atlas_est_photographiee_entiere():
    (vue,) = (vue for vue in VUES if vue.nom == "carte")
    with chromium(trouver_chromium()) as navigateur, atlas() as serveur:
        image = Image.open(io.BytesIO(photographier(navigateur, serveur, vue)))
    assert image.size == vue.ecran
    assert len(image.convert("RGB").getcolors(maxcolors=1_000_000)) > 100


@pytest.mark.navigateur
@pytest.mark.lent
def test_une_vue_dont_quelque_chose_ne_vient_pas_est_refusee_et_nommee(monkeypatch):
    monkeypatch.setattr(guide, "PATIENCE", 500)
    vue = Vue(nom="absente", chemin="/methode", attend=(".atlas-qui-n-existe-pas",), graphiques=0)
    with (
        chromium(trouver_chromium()) as navigateur,
        atlas() as serveur,
        pytest.raises(ImageRefusee, match=r"(?s)« absente ».*qui-n-existe-pas"),
    ):
        photographier(navigateur, serveur, vue)

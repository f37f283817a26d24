"""Maps for files: true shapes and scales, the classes of the screen, names that do not collide."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
from matplotlib.colors import to_hex
from PIL import Image
from shapely import box

from components.carte import coloriage
from exports.cartes import carte_france, carte_region, carte_territoire, png, svg
from exports.cartes.contours import LIEUX, METROPOLE, couche, lieu_de, placer
from exports.cartes.etiquettes import Etiquette, poser, recouvre, semer
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


def test_la_meme_carte_donne_la_meme_image(atlas, nord_cotentin):
    encore = carte_territoire(atlas, id_ti="ti-2806", millesime=2021, largeur_mm=100, hauteur_mm=90)
    assert png(encore, 100) == png(nord_cotentin, 100)
    assert svg(encore) == svg(nord_cotentin)


def test_une_image_a_la_taille_demandee(nord_cotentin):
    image = Image.open(io.BytesIO(png(nord_cotentin, 300)))
    assert image.size == pytest.approx((100 / 25.4 * 300, 90 / 25.4 * 300), abs=1)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_un_svg_porte_ses_lettres_et_aucune_date(nord_cotentin):
    racine = ET.fromstring(svg(nord_cotentin))
    assert not [n for n in racine.iter() if n.tag.endswith("}text")]
    assert b"<dc:date>" not in svg(nord_cotentin)


def test_l_etendue_se_montre_entiere_et_sans_etirement():
    x0, y0, x1, y1 = etendue((0, 0, 100, 50), (0, 0, 1000, 1000), 0.1)
    assert (x1 - x0) / 100 == (y1 - y0) / 50 == 24
    assert (x0 + x1, y0 + y1) == (1000, 1000)


def test_un_cadre_connait_son_echelle():
    boite = cadre(toile(100, 100), (0, 0, 50, 50), (0, 0, 5000, 5000), marge=0)
    assert boite.denominateur == 100_000


@pytest.mark.parametrize("lieu", [METROPOLE, *LIEUX], ids=lambda lieu: lieu.nom)
def test_chaque_lieu_est_dessine_dans_une_projection_ou_les_metres_sont_des_metres(atlas, lieu):
    regions = atlas.communes[atlas.communes["region"] == (lieu.region or "24")].dropna(subset=["latitude"])
    une = regions.head(1).assign(latitude=lambda t: t["latitude"])
    autre = une.assign(latitude=une["latitude"] + 0.01)
    ecart = placer(autre, lieu).iloc[0].distance(placer(une, lieu).iloc[0])
    assert ecart == pytest.approx(1110, rel=0.005)


def test_une_couche_ne_garde_que_ce_qui_est_en_son_lieu():
    assert set(couche("regions", lieu_de("04")).index) == {"04"}
    assert "04" not in couche("regions", METROPOLE).index


def test_chaque_territoire_est_dessine_quelque_part(atlas):
    dessines = [i for lieu in (METROPOLE, *LIEUX) for i in couche("ti_2021", lieu).index]
    assert sorted(dessines) == sorted(atlas.territoires_de(2021)["id_ti"])


def test_l_encart_ne_cache_rien_du_territoire(atlas):
    boite = (0, 0, 111, 80)
    for id_ti in atlas.territoires_de(2021)["id_ti"]:
        lieu = next(lieu for lieu in (METROPOLE, *LIEUX) if id_ti in couche("ti_2021", lieu).index)
        forme = couche("ti_2021", lieu).loc[[id_ti]]
        encart = placer_encart(boite, forme, marge=0.07)
        x0, y0, x1, _ = etendue(boite, tuple(forme.total_bounds), encart.marge)
        m = (x1 - x0) / boite[2]
        a, b, c, d = encart.boite
        assert forme.cx[x0 + a * m : x0 + c * m, y0 + b * m : y0 + d * m].empty, id_ti


def test_les_noms_ne_se_recouvrent_jamais():
    boite = cadre(toile(100, 100), (0, 0, 100, 100), (0, 0, 1000, 1000), marge=0)
    noms = [Etiquette(x=500 + 3 * i, y=500, texte=f"Commune {i}") for i in range(12)]
    posees = poser(boite, noms, ((0, 0, 40, 100),))
    assert len(posees) >= 3
    assert not any(recouvre(a, b) for i, a in enumerate(posees) for b in posees[:i])
    assert all(gauche >= 40 for gauche, *_ in posees)


def test_les_premiers_noms_sont_places_en_premier():
    boite = cadre(toile(30, 10), (0, 0, 30, 6), (0, 0, 300, 60), marge=0)
    posees = poser(
        boite, [Etiquette(x=150, y=30, texte="Grande"), Etiquette(x=150, y=30, texte="Petite ville")]
    )
    assert len(posees) == 1
    assert boite.axe.texts[0].get_text() == "Grande"


@pytest.mark.parametrize("id_ti", ["ti-5302", "ti-8401", "ti-2806", "ti-5304"])
def test_aucun_nom_d_une_carte_de_territoire_ne_couvre_un_projet(atlas, monkeypatch, id_ti):
    pose = []

    def espionner(cadre_, noms, fixes, marques, traits):
        pose.append((poser(cadre_, noms, fixes, marques, traits), marques))

    monkeypatch.setattr("exports.cartes.territoire.poser", espionner)
    carte_territoire(atlas, id_ti=id_ti, millesime=2021)
    [(boites, marques)] = pose
    assert boites
    assert [b for b in boites if any(recouvre(b, m) for m in marques)] == []


def test_un_nom_evite_les_traits_quand_son_territoire_le_permet():
    boite = cadre(toile(100, 100), (0, 0, 100, 100), (0, 0, 1000, 1000), marge=0)
    forme = box(100, 100, 900, 900)
    traits = semer([box(300, 480, 700, 520)], boite)
    [(gauche, bas, droite, haut)] = poser(
        boite, [Etiquette(x=500, y=500, texte="Vitré", forme=forme)], traits=traits
    )
    assert not any(gauche < x < droite and bas < y < haut for x, y in traits)


def test_un_nom_sans_autre_place_couvre_le_moins_de_marques():
    boite = cadre(toile(30, 10), (0, 0, 30, 6), (0, 0, 300, 60), marge=0)
    marques = [(x, 0.0, x + 1.0, 6.0) for x in range(0, 30, 2)]
    assert len(poser(boite, [Etiquette(x=150, y=30, texte="Vitré")], (), marques)) == 1


def test_une_filiere_inconnue_est_dans_la_derniere_famille():
    assert famille_de(None) is famille_de("Jamais vue") is FAMILLES[-1]


def test_les_familles_de_la_legende_comptent_chaque_projet(atlas):
    assert sum(combien for _, combien in familles_presentes(atlas.projets)) == len(atlas.projets)


def test_une_legende_revient_a_la_ligne_dans_sa_largeur():
    lignes = ranger([Entree(texte="Une famille de filières", couleur="#000000")] * 7, 80)
    assert sum(map(len, lignes)) == 7
    assert max(map(len, lignes)) == 2


@pytest.mark.parametrize("cle", [c for c, i in INDICATEURS.items() if i.sorte == "ratio"])
def test_les_classes_les_couleurs_et_les_limites_sont_celles_de_l_ecran(atlas, cle):
    table = valeurs(atlas, millesime=2021, cle=cle).set_index("id_ti")["valeur"]
    classes = nuances.classes_de(table, INDICATEURS[cle])
    lignes = [
        ligne
        for ligne in coloriage(atlas, millesime=2021, cle=cle)["legende"]["lignes"]
        if "couleur" in ligne
    ]
    assert nuances.couleurs(classes, INDICATEURS[cle]) == [ligne["couleur"] for ligne in lignes]
    assert nuances.intervalles(classes, INDICATEURS[cle]) == [ligne["texte"] for ligne in lignes]


def test_la_carte_de_france_remplit_chaque_classe(atlas):
    table = valeurs(atlas, millesime=2021, cle="chomage").set_index("id_ti")["valeur"]
    voulues = set(nuances.couleurs(nuances.classes_de(table, INDICATEURS["chomage"]), INDICATEURS["chomage"]))
    assert voulues <= couleurs(carte_france(atlas, millesime=2021, indicateur="chomage"))


def test_la_carte_de_france_a_les_cinq_cadres_d_outre_mer_avec_leurs_echelles(atlas):
    mots = [t.get_text() for axe in carte_france(atlas, millesime=2021).axes for t in axe.texts]
    assert {lieu.nom for lieu in LIEUX} <= set(mots)
    assert sum(mot.startswith("1\u00a0:") for mot in mots) == len(LIEUX)


def test_une_region_nomme_ses_territoires(atlas):
    mots = " ".join(
        t.get_text() for axe in carte_region(atlas, code="53", millesime=2021).axes for t in axe.texts
    )
    assert "Finistère" in mots
    assert "Bretagne" in mots


def test_les_regions_d_outre_mer_sont_dessinees_ensemble(atlas):
    figure = carte_region(atlas, code="OM", millesime=2021, titre=False)
    assert {lieu.nom for lieu in LIEUX} <= {t.get_text() for axe in figure.axes for t in axe.texts}


def test_un_territoire_inconnu_est_refuse(atlas):
    with pytest.raises(KeyError):
        carte_territoire(atlas, id_ti="ti-9999", millesime=2021)

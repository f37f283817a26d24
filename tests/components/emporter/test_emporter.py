"""What a page lets a reader take away: which files, under which names, made once."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from PIL import Image
from pypdf import PdfReader

from components.carte.changements import coloriage_des_changements
from components.carte.coloriage import coloriage
from components.emporter import fichiers
from components.emporter.fichiers import Demande, fabriquer, nommer
from components.partage import donnees
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.objets import LA_FRANCE, Objet
from tests.pages.regards import bloc, ouvrir

NORD_COTENTIN = Objet(sorte="ti", code="ti-2806")
BRETAGNE = Objet(sorte="region", code="53")
LIEN = "https://atlas.exemple/territoire?ti=ti-2806"


def demande(sorte, objet=NORD_COTENTIN, **reste):
    return Demande(sorte=sorte, objet=objet, millesime=2021, **reste)


def legende(svg: bytes) -> tuple[list[str], list[str]]:
    """What the entries of the legend of a picture say, and the fills of their signs."""
    cadres = svg.decode().split('<g id="axes_')
    mots, cadre = next(
        (mots, cadre)
        for cadre in cadres
        if (mots := [unescape(m) for m in re.findall(r"<!-- (.+? \(\d+\)) -->", cadre)])
    )
    signes = re.findall(r'<g id="patch_\d+">\s*<path [^>]*?style="fill: (#[0-9a-f]{6})', cadre)
    return mots, signes


@pytest.mark.parametrize(
    ("voulue", "nom"),
    [
        (demande("pdf"), "fiche-nord-cotentin-2021.pdf"),
        (demande("png"), "carte-nord-cotentin-2021.png"),
        (demande("pptx", BRETAGNE), "diaporama-bretagne-2021.pptx"),
        (demande("pdf", Objet(sorte="region", code="93")), "fiche-provence-alpes-cote-d-azur-2021.pdf"),
        (demande("svg", LA_FRANCE), "carte-france-2021.svg"),
        (demande("svg", LA_FRANCE, indicateur="chomage"), "carte-france-taux-de-chomage-2021.svg"),
        (demande("svg", LA_FRANCE, autre=2020), "carte-france-2021-changements-2020.svg"),
    ],
)
def test_un_fichier_dit_ce_qu_il_est_dans_son_nom_sans_accents(voulue, nom):
    assert nommer(voulue) == nom


def test_chaque_nom_de_territoire_fait_un_nom_de_fichier_simple(atlas):
    for millesime in (2020, 2021, 2022, 2023):
        for id_ti in atlas.territoires_de(millesime)["id_ti"]:
            voulue = Demande(sorte="pdf", objet=Objet(sorte="ti", code=id_ti), millesime=millesime)
            assert re.fullmatch(rf"fiche(-[a-z0-9]+)+-{millesime}\.pdf", nommer(voulue)), nommer(voulue)


def test_la_fiche_porte_son_nom_et_le_lien_vers_sa_page():
    page = PdfReader(io.BytesIO(fabriquer(demande("pdf", adresse=LIEN)))).pages[0]
    assert "Nord Cotentin" in page.extract_text()
    assert LIEN in {lien["/A"]["/URI"] for lien in page["/Annots"] if "/URI" in lien["/A"]}


def test_l_image_a_300_points_par_pouce():
    image = Image.open(io.BytesIO(fabriquer(demande("png"))))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert image.width == pytest.approx(180 / 25.4 * 300, abs=1)


@pytest.mark.parametrize("cle", [cle for cle, quoi in INDICATEURS.items() if quoi.sorte == "ratio"])
def test_l_image_de_la_france_a_les_classes_les_couleurs_et_les_effectifs_de_l_ecran(atlas, cle):
    image = fabriquer(demande("svg", LA_FRANCE, indicateur=cle))
    lignes = coloriage(atlas, millesime=2021, cle=cle)["legende"]["lignes"]
    ecran = [(f"{ligne['texte']} ({ligne['effectif']})", ligne.get("couleur")) for ligne in lignes]
    mots, signes = legende(image)
    assert mots == [dit for dit, _ in ecran]
    voulues = [couleur for _, couleur in ecran if couleur]
    assert signes[: len(voulues)] == voulues


@pytest.mark.parametrize(("millesime", "autre"), [(2021, 2020), (2021, 2023), (2023, 2022)])
def test_l_image_de_ce_qui_a_change_a_les_couleurs_et_les_effectifs_de_l_ecran(atlas, millesime, autre):
    voulue = Demande(sorte="svg", objet=LA_FRANCE, millesime=millesime, autre=autre)
    mots, signes = legende(fabriquer(voulue))
    ecran = coloriage_des_changements(atlas, millesime=millesime, autre=autre)["legende"]
    lignes = ecran["lignes"]
    assert mots == [f"{ligne['texte']} ({ligne['effectif']})" for ligne in [*lignes, *ecran["absents"]]]
    assert signes[: len(lignes)] == [ligne["couleur"] for ligne in lignes]


def test_les_classes_de_l_image_comptent_chaque_territoire(atlas):
    image = fabriquer(demande("svg", LA_FRANCE, indicateur="chomage"))
    comptes = [int(dit.rpartition("(")[2][:-1]) for dit in legende(image)[0]]
    assert sum(comptes) == len(atlas.territoires_de(2021))


def test_l_image_dit_son_titre_et_sa_source():
    svg = fabriquer(demande("svg", LA_FRANCE, indicateur="chomage")).decode()
    assert "<!-- Taux de chômage -->" in svg
    assert "Licence Ouverte 2.0" in svg


def test_un_fichier_est_fait_une_fois_pour_les_lecteurs_du_jour():
    fichiers._faire.oublier(donnees.atlas())
    premier = fabriquer(demande("svg"))
    assert fabriquer(demande("svg")) is premier


def test_des_lecteurs_qui_pressent_ensemble_recoivent_le_meme_fichier_fait_une_fois(monkeypatch):
    fichiers._faire.oublier(donnees.atlas())
    faits = []
    vraie = fichiers._carte
    monkeypatch.setattr(
        fichiers, "_carte", lambda atlas, voulue: faits.append(voulue) or vraie(atlas, voulue)
    )
    voulues = [demande("svg"), demande("svg", BRETAGNE)] * 3
    with ThreadPoolExecutor(len(voulues)) as lecteurs:
        recus = list(lecteurs.map(fabriquer, voulues))
    assert len(faits) == 2
    assert len({id(recu) for recu in recus}) == 2


@pytest.mark.parametrize("page", ["carte", "territoire", "region", "france", "comparer"])
def test_chaque_page_offre_son_lien_et_ne_fait_rien_avant_qu_on_le_demande(page, monkeypatch):
    monkeypatch.setattr(fichiers, "_faire", lambda *_: pytest.fail("un fichier sans demande"))
    essai = ouvrir(page)
    assert not essai.exception
    assert 'data-copier="lien"' in bloc(essai, "atlas-copier")
    assert essai.get("download_button") == [] or page == "comparer"


@pytest.mark.parametrize(
    ("page", "parametres", "noms"),
    [
        ("territoire", {"ti": "ti-2806"}, ["Fiche A4 (PDF)", "Carte (PNG", "Carte (SVG"]),
        ("territoire", {"ti": "ti-9999"}, []),
        ("region", {"code": "53"}, ["Fiche A4 (PDF)", "Diaporama (PPTX)", "Carte (PNG", "Carte (SVG"]),
        ("region", {}, []),
        ("carte", {"couleur": "chomage"}, ["Carte (PNG", "Carte (SVG"]),
        ("france", {}, ["Carte (PNG", "Carte (SVG"]),
    ],
)
def test_la_fenetre_offre_les_fichiers_de_ce_que_la_page_montre(page, parametres, noms):
    essai = ouvrir(page)
    essai.query_params.update(parametres)
    essai.session_state["emporter-fenetre"] = True
    essai.run()
    assert not essai.exception
    boutons = [bouton.proto.label for bouton in essai.get("download_button")]
    assert len(boutons) == len(noms)
    assert all(bouton.startswith(nom) for bouton, nom in zip(boutons, noms, strict=True))


def test_un_territoire_faux_est_refuse():
    with pytest.raises(KeyError):
        fabriquer(demande("svg", Objet(sorte="ti", code="ti-9999")))

"""A sheet and a deck opened by the programs of who receives them: LibreOffice, and a reader of PDF."""

from __future__ import annotations

import io
import os
import shutil
import subprocess

import pytest
import zxingcpp
from PIL import Image

from exports.diaporama import diaporama_region
from exports.fiche.pdf import fiche_territoire
from geo.fiche.contenu import contenu_region, contenu_territoire
from outils.controles import BUREAUTIQUE, bureau_present

pytestmark = pytest.mark.bureau

COMMUNS = {"millesime": 2021, "jour": "2026-11-21"}
LIEN = "https://atlas.exemple/territoire?ti=ti-2806&millesime=2021"


@pytest.fixture(scope="module", autouse=True)
def bureau():
    """The programs, or a skip that says what is not checked."""
    if not bureau_present():
        phrase = f"il manque un programme ({', '.join(BUREAUTIQUE)}) : l’ouverture n’est pas vérifiée"
        if os.environ.get("BUREAU") == "obligatoire":
            pytest.fail(phrase)
        pytest.skip(phrase)


def lancer(*commande):
    fait = subprocess.run(
        [shutil.which(commande[0]), *commande[1:]], check=True, capture_output=True, timeout=150
    )
    return fait.stdout.decode()


def plat(texte):
    """A text without its spaces, which a reader of PDF may set otherwise."""
    return "".join(texte.split())


@pytest.fixture(scope="module")
def fiche(atlas, tmp_path_factory):
    chemin = tmp_path_factory.mktemp("fiche") / "fiche.pdf"
    chemin.write_bytes(fiche_territoire(atlas, id_ti="ti-2806", adresse=LIEN, **COMMUNS))
    return chemin


@pytest.fixture(scope="module")
def deck(atlas, tmp_path_factory):
    """The deck of Corse as LibreOffice prints it: its text, page by page."""
    dossier = tmp_path_factory.mktemp("deck")
    source = dossier / "deck.pptx"
    source.write_bytes(diaporama_region(atlas, code="94", adresse="https://atlas.exemple", **COMMUNS))
    profil = f"-env:UserInstallation={(dossier / 'profil').as_uri()}"
    lancer("soffice", profil, "--headless", "--convert-to", "pdf", "--outdir", str(dossier), str(source))
    return lancer("pdftotext", "-layout", str(dossier / "deck.pdf"), "-").split("\f")[:-1]


def test_la_fiche_s_ouvre_dans_un_lecteur_de_pdf_avec_ses_chiffres(atlas, fiche):
    lu = plat(lancer("pdftotext", "-layout", str(fiche), "-"))
    contenu = contenu_territoire(atlas, id_ti="ti-2806", millesime=2021)
    assert plat(contenu.nom) in lu
    assert [c.cle for c in contenu.chiffres if plat(c.valeur) not in lu] == []


def test_le_code_de_la_fiche_mene_a_son_lien(fiche):
    lancer("pdftoppm", "-r", "150", "-png", "-singlefile", str(fiche), str(fiche.with_suffix("")))
    image = Image.open(io.BytesIO(fiche.with_suffix(".png").read_bytes()))
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [LIEN]


def test_libreoffice_ouvre_chaque_diapositive_du_diaporama(deck):
    assert len(deck) == 10
    assert deck[0].strip().startswith("Corse")


def test_libreoffice_montre_les_chiffres_de_l_ecran(atlas, deck):
    page = plat(next(page for page in deck if page.strip().startswith("Face à la France")))
    for chiffre in contenu_region(atlas, code="94", millesime=2021).chiffres:
        assert plat(chiffre.valeur) in page


def test_libreoffice_dessine_les_graphiques_natifs(deck):
    page = next(page for page in deck if page.strip().startswith("Les filières"))
    assert "64 %" in page
    assert "Agroalimentaire" in page

"""A file of `static/` that is missing, cut or altered is told in French by its name; nothing else stops."""

from __future__ import annotations

import json
import shutil

import pytest

from components.cadre import coquille
from components.leaflet import elements, lot
from components.statiques import amorce, fichiers
from data import chargement
from data.couches import depots, magasin
from tests.pages.regards import mots, ouvrir
from tests.pannes import alterer, couper, supprimer

ATLAS = sorted(f.name for f in fichiers.DOSSIER.iterdir())
SCRIPTS = [nom for nom in ATLAS if nom.endswith(".js")]
DE_LA_CARTE = (elements.AMORCE, *elements.SCRIPTS)


PANNES = {"tronqué": couper, "abîmé": alterer, "manquant": supprimer}


@pytest.fixture
def statique(tmp_path, monkeypatch):
    """A copy of `static/atlas` and `static/vendor` that a test may break."""
    for nom in ("atlas", "vendor"):
        shutil.copytree(elements.STATIQUE / nom, tmp_path / nom)
    monkeypatch.setattr(elements, "STATIQUE", tmp_path)
    monkeypatch.setattr(fichiers, "DOSSIER", tmp_path / "atlas")
    coquille.defauts.cache_clear()
    yield tmp_path
    coquille.defauts.cache_clear()


def test_there_are_files_to_break():
    assert len(ATLAS) > 40


@pytest.mark.parametrize("nom", ATLAS)
def test_a_sound_file_is_said_to_be_sound(nom):
    assert fichiers.defaut(nom) == ""


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", ATLAS)
def test_a_wrong_file_is_named_with_the_reason_and_the_remedy(statique, nom, raison):
    PANNES[raison](statique / "atlas" / nom)
    with pytest.raises(fichiers.StatiqueIllisible) as refus:
        fichiers.lire(nom)
    assert f"« static/atlas/{nom} » est {raison}" in str(refus.value)
    assert "git checkout -- static/atlas" in str(refus.value)


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", SCRIPTS)
def test_the_place_of_a_component_says_that_its_script_is_wrong(statique, nom, raison):
    sain = amorce.amorce("table.js" if nom != "table.js" else "liens.js", nom)
    PANNES[raison](statique / "atlas" / nom)
    script = amorce.amorce("table.js" if nom != "table.js" else "liens.js", nom)
    assert "import(" in sain
    assert "import(" not in script
    assert f"« static/atlas/{nom} » est {raison}" in script
    assert "\n" in script.strip()  # a script on one line would be taken for the path of a file


@pytest.mark.parametrize("raison", PANNES)
def test_the_place_of_a_component_says_that_its_sheet_is_wrong(statique, raison):
    PANNES[raison](statique / "atlas" / "table.css")
    assert f"« static/atlas/table.css » est {raison}" in amorce.feuille("table.css")


@pytest.mark.parametrize("nom", [*coquille.FEUILLES, coquille.NOMS, coquille.ICONE, coquille.TITRE])
def test_what_every_page_needs_is_told_on_the_page_which_opens(statique, nom):
    supprimer(statique / "atlas" / nom)
    essai = ouvrir("accessibilite")
    assert not essai.exception
    (erreur,) = essai.error
    assert f"« static/atlas/{nom} » est manquant" in erreur.value
    assert essai.title[0].value == "Accessibilité"


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", DE_LA_CARTE)
def test_the_file_of_the_map_is_not_made_from_a_wrong_script(statique, tmp_path, nom, raison):
    PANNES[raison](statique / "atlas" / nom)
    with pytest.raises(fichiers.StatiqueIllisible, match=nom):
        lot.contenu({})


def test_the_page_of_the_map_names_the_wrong_script_and_the_others_live(statique):
    couper(statique / "atlas" / "couches.js")
    lot._ECRIT.oublier()
    essai = ouvrir("carte")
    lot._ECRIT.oublier()
    assert not essai.exception
    (erreur,) = essai.error
    assert "« static/atlas/couches.js » est tronqué" in erreur.value
    assert not ouvrir("region").error


@pytest.mark.parametrize("panne", [couper, alterer])
@pytest.mark.parametrize("nom", elements.VENDOR)
def test_a_wrong_library_is_named_with_the_remedy(statique, nom, panne):
    panne(statique / "vendor" / nom)
    with pytest.raises(fichiers.StatiqueIllisible) as refus:
        lot.contenu({})
    assert f"« static/vendor/{nom} »" in str(refus.value)
    assert "make run" in str(refus.value)


@pytest.mark.parametrize("nom", elements.VENDOR)
def test_a_missing_library_is_named_on_the_map_whose_figures_stay(statique, nom):
    supprimer(statique / "vendor" / nom)
    essai = ouvrir("carte")
    assert not essai.exception
    (alerte,) = essai.warning
    assert nom in alerte.value
    assert "make run" in alerte.value
    assert "territoires d’industrie" in mots(essai)


def test_the_other_files_of_the_libraries_are_known_to_set_up():
    """What no page reads (licences, axe, images) is checked at set-up: `outils.bibliotheques.en_place`."""
    vendor = elements.STATIQUE / "vendor"
    presents = {f.relative_to(vendor).as_posix() for f in vendor.rglob("*") if f.is_file()}
    assert presents - set(elements._sommes()) == {elements.CATALOGUE}


COUCHES = sorted(couche.fichier for couche in magasin.index().values())


@pytest.fixture(scope="module")
def fonds_de_couches(tmp_path_factory):
    """The layers, made once."""
    cible = tmp_path_factory.mktemp("couches") / "couches"
    magasin.fabriquer(chargement.dossier(), cible)
    return cible


@pytest.fixture
def couches(fonds_de_couches, tmp_path):
    """A copy of the layers that a test may break."""
    return shutil.copytree(fonds_de_couches, tmp_path / "couches")


@pytest.mark.parametrize("panne", PANNES.values())
@pytest.mark.parametrize("nom", COUCHES)
def test_a_wrong_layer_is_named_with_the_command_that_makes_it_again(couches, nom, panne):
    assert nom in {couche.fichier for couche in magasin.controler(couches).values()}
    panne(couches / nom)
    with pytest.raises(magasin.CouchesIllisibles) as refus:
        magasin.controler(couches)
    assert f"« couches/{nom} »" in str(refus.value)
    assert "python -m data.couches" in str(refus.value)


@pytest.mark.parametrize("panne", PANNES.values())
def test_a_wrong_index_is_named_with_the_command_that_makes_it_again(couches, panne):
    panne(couches / magasin.INDEX)
    with pytest.raises(magasin.CouchesIllisibles, match=r"index\.json.*python -m data\.couches"):
        magasin.controler(couches)


@pytest.mark.parametrize("panne", PANNES.values())
@pytest.mark.parametrize("rang", [0, -1])
def test_a_server_that_starts_makes_a_wrong_layer_again(couches, rang, panne):
    entiere = (couches / COUCHES[rang]).read_bytes()
    panne(couches / COUCHES[rang])
    magasin.fabriquer(chargement.dossier(), couches)
    assert (couches / COUCHES[rang]).read_bytes() == entiere


@pytest.mark.parametrize("panne", PANNES.values())
def test_a_server_that_starts_writes_a_wrong_file_of_the_map_again(couches, panne):
    fichier = couches / lot._ecrire(couches).rpartition("/")[2]
    entier = fichier.read_bytes()
    panne(fichier)
    lot._ecrire(couches)
    assert fichier.read_bytes() == entier


@pytest.mark.parametrize("panne", PANNES.values())
def test_a_server_that_starts_writes_a_wrong_file_of_a_page_again(tmp_path, panne):
    fichier = tmp_path / depots.deposer(tmp_path, "table", {"mots": ["é"] * 20})
    panne(fichier)
    depots.deposer(tmp_path, "table", {"mots": ["é"] * 20})
    assert json.loads(fichier.read_text(encoding="utf-8")) == {"mots": ["é"] * 20}

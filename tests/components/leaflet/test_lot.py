"""The file that the frame runs: whole, named by its content, written once, swept after two generations."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict

import pytest

from components.leaflet import elements, lot
from data.couches.magasin import INDEX, Couche, CouchesIllisibles, index
from theme import FAMILLES

COUCHES = ("territoires", "projets", "epci", "fins-28", "fins-11", "autre")


@pytest.fixture
def couches(tmp_path):
    """A folder with an index of six layers."""
    indexer(tmp_path, "abc")
    lot._ECRIT.oublier()
    yield tmp_path
    lot._ECRIT.oublier()


def indexer(dossier, somme):
    fiches = {n: asdict(Couche(fichier=f"{n}.{somme}.json", octets=1, gzip=1, ids=1)) for n in COUCHES}
    (dossier / INDEX).write_text(json.dumps({"empreinte": "x", "couches": fiches}), encoding="utf-8")


def fichiers(dossier):
    return {f.name for f in dossier.glob("*.js")}


def refaire(dossier, somme, instant):
    """A later start of the server, with other layers; the name of the file then."""
    indexer(dossier, somme)
    lot._ECRIT.oublier()
    nom = lot.adresse(dossier).rpartition("/")[2]
    os.utime(dossier / nom, (instant, instant))
    return nom


def test_the_configuration_says_where_the_layers_are_not_what_they_hold(couches):
    config = lot.configuration(index(couches))
    assert config["couches"] == {n: f"../../app/static/couches/{n}.abc.json" for n in COUCHES[:3]}
    assert set(config["fins"]) == {"28", "11"}


def test_the_configuration_holds_no_outside_address(couches):
    config = {**lot.configuration(index(couches)), "feuille": ""}
    assert "://" not in json.dumps(config)


def test_every_family_of_projects_is_told_to_the_frame(couches):
    assert lot.configuration(index(couches))["familles"] == [asdict(famille) for famille in FAMILLES]


def test_the_configuration_can_be_read_back_from_the_file(couches):
    contenu = lot.contenu(index(couches))
    debut = "window.atlas.preparer("
    lu = json.JSONDecoder().raw_decode(contenu, contenu.index(debut) + len(debut))[0]
    assert lu == json.loads(json.dumps(lot.configuration(index(couches))))


def test_the_file_holds_every_script_and_asks_for_the_layers_before_the_second(couches):
    contenu = lot.contenu(index(couches))
    premier, deuxieme, *autres = elements.textes_des_scripts()
    preparation = contenu.index("window.atlas.preparer(")
    assert contenu.index(premier) < preparation < contenu.index(deuxieme)
    assert all(autre in contenu for autre in autres)


def test_a_script_that_ends_with_a_comment_does_not_swallow_the_next(couches, monkeypatch):
    monkeypatch.setattr(lot.elements, "textes_des_scripts", lambda: ["a()", "b() // fin", "(c)()"])
    assert "// fin\n;\n(c)()" in lot.contenu(index(couches))


def test_the_address_is_that_of_a_file_named_by_its_content(couches):
    nom = lot.adresse(couches).removeprefix(f"{elements.ADRESSE}/couches/")
    somme = hashlib.sha256((couches / nom).read_bytes()).hexdigest()
    assert nom == f"atlas-{somme[:12]}.js"


def test_other_layers_make_another_file_and_the_one_before_stays(couches):
    avant, apres = refaire(couches, "abc", 1), refaire(couches, "def", 2)
    assert fichiers(couches) == {avant, apres}


def test_an_older_file_is_removed(couches):
    noms = [refaire(couches, somme, rang) for rang, somme in enumerate(("abc", "def", "012"))]
    assert fichiers(couches) == set(noms[1:])


def test_a_file_that_is_there_is_not_written_again(couches):
    nom = refaire(couches, "abc", 1)
    lot._ECRIT.oublier()
    lot.adresse(couches)
    assert (couches / nom).stat().st_mtime == 1


def test_without_the_index_the_message_gives_the_remedy(couches):
    (couches / INDEX).unlink()
    with pytest.raises(CouchesIllisibles, match=r"python -m data\.couches"):
        lot.adresse(couches)


def test_a_folder_that_cannot_be_written_is_said_in_french(couches, monkeypatch):
    def refuser(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(lot.magasin, "remplacer", refuser)
    with pytest.raises(CouchesIllisibles, match="ne s’écrit pas"):
        lot.adresse(couches)


def test_every_place_reached_by_one_press_is_a_box_inside_france():
    for vue in lot.VUES:
        (sud, ouest), (nord, est) = vue["bornes"]
        assert -22 < sud < nord < 52, vue["nom"]
        assert -63 < ouest < est < 56, vue["nom"]

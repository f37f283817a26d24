"""Who draws waits his turn: the same bytes alone or beside others, and no wait where nothing is drawn."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, RLock, get_ident

import pytest
from matplotlib.figure import Figure

import exports.cartes
from exports.cartes import carte_france, carte_region, carte_territoire, image, png, svg, tour
from exports.cartes.selection import carte_selection
from exports.diaporama import diaporama_region, vue_dessinee
from exports.fiche.pdf import fiche_region, fiche_territoire
from exports.tables.projets import FORMATS, exporter
from geo.filtre.preparation import preparer
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from geo.seance.contenu import contenu
from geo.seance.seance import lire_vue

COTENTIN = {"id_ti": "ti-2806", "millesime": 2021}
BRETAGNE = {"code": "53", "millesime": 2021}
DIT = {"adresse": "https://atlas.exemple", "jour": "2026-11-21"}
DESSINS = {
    "territoire": lambda atlas: svg(carte_territoire(atlas, **COTENTIN)),
    "région": lambda atlas: png(carte_region(atlas, **BRETAGNE), 80),
    "France": lambda atlas: svg(carte_france(atlas, millesime=2021, indicateur="chomage")),
    "sélection": lambda atlas: png(carte_selection(atlas.projets, millesime=2021, titre="Tous"), 80),
}
DOCUMENTS = {
    "fiche d’un territoire": lambda atlas: fiche_territoire(atlas, **COTENTIN, **DIT),
    "fiche d’une région": lambda atlas: fiche_region(atlas, **BRETAGNE, **DIT),
    "diaporama": lambda atlas: diaporama_region(atlas, **BRETAGNE, **DIT),
}


def a_plusieurs(faire, atlas):
    """What each gives when as many threads start together."""
    depart = Barrier(len(faire))

    def _partir(fabriquer):
        depart.wait()
        return fabriquer(atlas)

    with ThreadPoolExecutor(len(faire)) as fils:
        return list(fils.map(_partir, faire))


class Temoin:
    """The lock of matplotlib, that counts how often it is taken."""

    def __init__(self):
        self.pris = 0
        self._verrou = RLock()

    def __enter__(self):
        self._verrou.acquire()
        self.pris += 1

    def __exit__(self, *_erreur):
        self._verrou.release()


@pytest.fixture
def temoin(monkeypatch):
    monkeypatch.setattr(tour, "UN_DESSIN", verrou := Temoin())
    return verrou


@pytest.mark.parametrize("faire", [DESSINS, DOCUMENTS], ids=["dessins", "documents"])
def test_ensemble_ou_l_un_apres_l_autre_les_octets_sont_les_memes(atlas, faire):
    seuls = [fabriquer(atlas) for fabriquer in faire.values()]
    assert [
        nom
        for nom, un, autre in zip(faire, seuls, a_plusieurs(faire.values(), atlas), strict=True)
        if un != autre
    ] == []
    assert len(set(seuls)) == len(faire)


def test_deux_fils_ne_dessinent_jamais_en_meme_temps(atlas, monkeypatch):
    dedans, vus = set(), []
    vrai = Figure.draw

    def _guetter(figure, *args, **options):
        dedans.add(get_ident())
        vus.append(len(dedans))
        vrai(figure, *args, **options)
        dedans.discard(get_ident())

    monkeypatch.setattr(Figure, "draw", _guetter)
    a_plusieurs([*DESSINS.values()], atlas)
    assert len(vus) >= len(DESSINS)
    assert set(vus) == {1}


def test_toute_fonction_qui_dessine_attend_son_tour():
    modules = [
        importlib.import_module(f"exports.cartes.{module.name}")
        for module in pkgutil.iter_modules(exports.cartes.__path__)
    ]
    dessinent = {
        nom: fonction
        for module in modules
        for nom, fonction in inspect.getmembers(module, inspect.isfunction)
        if nom.startswith("carte_")
    } | {nom: getattr(image, nom) for nom in image.__all__}
    assert {"carte_france", "carte_selection", "png", "svg"} < dessinent.keys()
    assert [nom for nom, fonction in dessinent.items() if fonction.__code__.co_name != "_attendre"] == []


@pytest.mark.parametrize("dessin", DESSINS)
def test_un_dessin_prend_le_verrou(atlas, temoin, dessin):
    DESSINS[dessin](atlas)
    assert temoin.pris == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_un_tableau_ne_prend_pas_le_verrou(projets, contexte, temoin, format_):
    assert exporter(projets, format_, contexte).octets
    assert temoin.pris == 0


@pytest.mark.parametrize(("mot", "prises"), [("region-53.filieres", 0), ("region-53", 2)])
def test_une_vue_sans_carte_ne_prend_pas_le_verrou(atlas, temoin, mot, prises):
    tous = ensemble(atlas)
    noms = vocabulaires(atlas, tous)
    vue, _ = lire_vue(mot, atlas, noms, millesime=2021)
    diapo = contenu(vue, atlas, preparer(tous, noms), noms)
    vue_dessinee(atlas, diapo, objet=vue.objet, millesime=2021)
    assert temoin.pris == prises

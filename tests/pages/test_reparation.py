"""Once the files are mended every page tells the new figures, as a server that has just started would."""

from __future__ import annotations

import contextlib
import pickle
import shutil

import pytest
from starlette.applications import Starlette

import memoire
import server
from components.emporter import fichiers
from components.emporter.fichiers import Demande
from components.partage import annuaire, donnees, projets_prets
from data import chargement
from data.couches import magasin
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.seance import Seance, Vue
from pages.seance.vues import projetees
from service.ouvertes.routes import routes
from tests.data.tables_signees import poser
from tests.pages.regards import mots, ouvrir
from tests.pannes import couper
from tests.service.visiteur import Visiteur

BRETAGNE = Objet(sorte="region", code="53")
PAGES = {
    "carte": {"couleur": "projets_pour_10000_hab", "ti": "ti-2806"},
    "territoire": {"ti": "ti-2806"},
    "region": {"code": "53"},
    "france": {},
    "comparer": {"objets": ["ti-2806", "region-53", "france"]},
    "projets": {},
}
"""Page -> an address whose figures come from the tables that are mended."""


@pytest.fixture
def a_soi(donnees_a_soi, monkeypatch, tmp_path):
    """Files that a test may mend, and layers that it may make."""
    couches = shutil.copytree(magasin.CIBLE, tmp_path / "couches")
    monkeypatch.setattr(magasin, "CIBLE", couches)
    monkeypatch.setattr(magasin, "fabriquer", lambda _: {})  # outlines and points stay
    return donnees_a_soi


def reparer(dossier):
    """Make the tables again: twice as many inhabitants, other laureates, projects of other names and jobs."""
    communes = chargement.lire("communes")
    poser(dossier, "communes", communes.assign(population=communes["population"] * 2))
    territoires = chargement.lire("territoires")
    poser(dossier, "territoires", territoires.assign(population=territoires["population"] * 2))
    regions = chargement.lire("regions_2021")
    poser(dossier, "regions_2021", regions.assign(laureats=regions["laureats"] + 7))
    projets = chargement.lire("projets")
    autres = {"entreprise": projets["entreprise"] + " BIS", "emplois_prevus": projets["emplois_prevus"] + 3}
    poser(dossier, "projets", projets.assign(**autres))


def lire_la_page(page):
    essai = ouvrir(page, **PAGES[page])
    assert not essai.exception
    assert not essai.error
    return mots(essai)


def gardees():
    """Function -> what the atlas has kept of it, in bytes; what no file can hold (locks) left out."""
    gardes = {}
    for gardee, tiroir in vars(donnees.atlas())["_garde"].items():
        with contextlib.suppress(TypeError, AttributeError, pickle.PicklingError):
            gardes[gardee.nom] = {cle: pickle.dumps(valeur) for cle, valeur in tiroir.cache.items()}
    return gardes


def test_aucune_page_ne_change_ce_que_tous_partagent():
    for page in PAGES:
        lire_la_page(page)
    premieres = gardees()
    noms = {nom.rpartition(".")[2] for nom in premieres}
    assert noms > {"coloriage", "chiffres", "profils", "apparier"}
    for page in PAGES:
        lire_la_page(page)
    secondes = gardees()
    assert [nom for nom, valeurs in premieres.items() if secondes[nom] != valeurs] == []


@pytest.mark.parametrize("page", PAGES)
def test_une_page_dit_les_nouveaux_chiffres_sans_que_le_serveur_redemarre(a_soi, page):
    avant = lire_la_page(page)
    reparer(a_soi)
    apres = lire_la_page(page)
    memoire.oublier()
    assert apres == lire_la_page(page)
    assert apres != avant


def test_un_fichier_coupe_pendant_que_le_serveur_vit_se_dit_puis_se_repare(a_soi):
    avant = lire_la_page("region")
    reparer(a_soi)
    entier = (a_soi / "communes.parquet").read_bytes()
    couper(a_soi / "communes.parquet")
    (erreur,) = ouvrir("region", code="53").error
    assert "« communes.parquet » est tronqué" in erreur.value
    (a_soi / "communes.parquet").write_bytes(entier)
    assert avant != lire_la_page("region")


def dire_le_reste():
    """What does not stand on a page: files, open data, search, views of a séance."""
    atlas = donnees.atlas()
    client = Visiteur(Starlette(routes=routes(server._matiere)))
    image = Demande(sorte="svg", objet=LA_FRANCE, millesime=2021, indicateur="projets_pour_10000_hab")
    return {
        "pdf": fichiers.fabriquer(Demande(sorte="pdf", objet=BRETAGNE, millesime=2021)),
        "svg": fichiers.fabriquer(image),
        "indicateurs": client.get("/donnees/indicateurs.csv?niveau=region").content,
        "projets": client.get("/donnees/projets.csv?limite=50").content,
        "séance": projetees(atlas, Seance(vues=(Vue(objet=Objet(sorte="region", code="53")),))),
        "prêts": projets_prets.publie(atlas).projets["entreprise"].iloc[0],
        "colonnes": projets_prets.publie(atlas).colonnes(2021),
        "recherche": annuaire.index().chercher("michelin bis", millesime=2021),
    }


def test_les_fichiers_les_donnees_ouvertes_et_la_recherche_suivent(a_soi):
    avant = dire_le_reste()
    reparer(a_soi)
    apres = dire_le_reste()
    memoire.oublier()
    assert apres == dire_le_reste()
    assert {quoi for quoi in avant if apres[quoi] == avant[quoi]} == set()

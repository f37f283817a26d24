"""A file of `static/` that is missing, cut or altered is told in French by its name; nothing else stops."""

from __future__ import annotations

import json
import shutil

import pytest

from components.cadre import coquille
from components.leaflet import elements, lot
from components.statiques import amorce, feuille, fichiers, modules
from data import chargement
from data.couches import depots, magasin
from erreurs import CouchesIllisibles
from tests.pages.regards import mots, ouvrir, titre
from tests.pannes import alterer, couper, supprimer

ATLAS = sorted(f.relative_to(fichiers.DOSSIER).as_posix() for f in fichiers.DOSSIER.rglob("*.*"))
SCRIPTS = [nom for nom in ATLAS if nom.endswith(".js")]
DE_LA_CARTE = modules.ordonner(elements.ENTREE)


PANNES = {"tronqué": couper, "abîmé": alterer, "manquant": supprimer}


@pytest.fixture(scope="module")
def copie(tmp_path_factory):
    """A copy of `static/atlas` and `static/vendor`: 500 tests break a file of it, which is put back."""
    dossier = tmp_path_factory.mktemp("statique")
    for nom in ("atlas", "vendor"):
        shutil.copytree(elements.STATIQUE / nom, dossier / nom)
    return dossier


def empreintes(dossier):
    """Size and date of each file."""
    return {
        fichier: (etat.st_size, etat.st_mtime_ns)
        for fichier in dossier.rglob("*.*")
        if (etat := fichier.stat()) and fichier.is_file()
    }


@pytest.fixture
def statique(copie, monkeypatch):
    """A copy of `static/atlas` and `static/vendor` that a test may break."""
    origine, entiers = elements.STATIQUE, empreintes(copie)
    monkeypatch.setattr(elements, "STATIQUE", copie)
    monkeypatch.setattr(fichiers, "DOSSIER", copie / "atlas")
    coquille.defauts.oublier()
    yield copie
    coquille.defauts.oublier()
    presents = empreintes(copie)
    for fichier in {f for f, etat in entiers.items() if presents.get(f) != etat}:
        shutil.copy2(origine / fichier.relative_to(copie), fichier)


def test_il_y_a_des_fichiers_a_casser():
    assert len(ATLAS) > 40


@pytest.mark.parametrize("nom", ATLAS)
def test_un_fichier_sain_est_dit_sain(nom):
    assert fichiers.defaut(nom) == ""


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", ATLAS)
def test_un_fichier_faux_est_nomme_avec_la_raison_et_le_remede(statique, nom, raison):
    PANNES[raison](statique / "atlas" / nom)
    with pytest.raises(fichiers.StatiqueIllisible) as refus:
        fichiers.lire(nom)
    assert f"« static/atlas/{nom} » est {raison}" in str(refus.value)
    assert "git checkout -- static/atlas" in str(refus.value)


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", SCRIPTS)
def test_la_place_d_un_composant_dit_que_son_script_est_fautif(statique, nom, raison):
    sain = amorce("projets/table/table.js" if nom != "projets/table/table.js" else "pages/liens.js", nom)
    PANNES[raison](statique / "atlas" / nom)
    script = amorce("projets/table/table.js" if nom != "projets/table/table.js" else "pages/liens.js", nom)
    assert "import(" in sain
    assert "import(" not in script
    assert f"« static/atlas/{nom} » est {raison}" in script
    assert "\n" in script.strip()  # a script on one line would be taken for the path of a file


@pytest.mark.parametrize("raison", PANNES)
def test_la_place_d_un_composant_dit_qu_un_module_qu_il_importe_est_fautif(statique, raison):
    PANNES[raison](statique / "atlas" / "commun" / "bits.js")
    assert f"« static/atlas/commun/bits.js » est {raison}" in amorce("projets/table/table.js")


@pytest.mark.parametrize("raison", PANNES)
def test_la_place_d_un_composant_dit_que_sa_feuille_est_fautive(statique, raison):
    PANNES[raison](statique / "atlas" / "projets/table/table.css")
    assert f"« static/atlas/projets/table/table.css » est {raison}" in feuille("projets/table/table.css")


@pytest.mark.parametrize("nom", [*coquille.FEUILLES, *coquille.SCRIPTS, coquille.ICONE, coquille.TITRE])
def test_ce_dont_chaque_page_a_besoin_est_dit_sur_la_page_qui_s_ouvre(statique, nom):
    supprimer(statique / "atlas" / nom)
    essai = ouvrir("accessibilite")
    assert not essai.exception
    (erreur,) = essai.error
    assert f"« static/atlas/{nom} » est manquant" in erreur.value
    assert titre(essai) == "Accessibilité"


@pytest.mark.parametrize("raison", PANNES)
@pytest.mark.parametrize("nom", DE_LA_CARTE)
def test_le_fichier_de_la_carte_ne_se_fait_pas_avec_un_script_fautif(statique, tmp_path, nom, raison):
    PANNES[raison](statique / "atlas" / nom)
    with pytest.raises(fichiers.StatiqueIllisible, match=nom):
        lot.contenu({})


def test_la_page_de_la_carte_nomme_le_script_fautif_et_les_autres_vivent(statique):
    couper(statique / "atlas" / "carte/couches.js")
    lot._ecrire.oublier()
    essai = ouvrir("carte")
    lot._ecrire.oublier()
    assert not essai.exception
    (erreur,) = essai.error
    assert "« static/atlas/carte/couches.js » est tronqué" in erreur.value
    assert not ouvrir("region").error


@pytest.mark.parametrize("panne", [couper, alterer])
@pytest.mark.parametrize("nom", elements.VENDOR)
def test_une_bibliotheque_fausse_est_nommee_avec_le_remede(statique, nom, panne):
    panne(statique / "vendor" / nom)
    with pytest.raises(fichiers.StatiqueIllisible) as refus:
        lot.contenu({})
    assert f"« static/vendor/{nom} »" in str(refus.value)
    assert "make run" in str(refus.value)


@pytest.mark.parametrize("nom", elements.VENDOR)
def test_une_bibliotheque_manquante_est_nommee_sur_la_carte_dont_les_chiffres_restent(statique, nom):
    supprimer(statique / "vendor" / nom)
    essai = ouvrir("carte")
    assert not essai.exception
    (alerte,) = essai.warning
    assert nom in alerte.value
    assert "make run" in alerte.value
    assert "territoires d’industrie" in mots(essai)


def test_les_autres_fichiers_des_bibliotheques_sont_connus_de_l_installation():
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
def test_une_couche_fausse_est_nommee_avec_la_commande_qui_la_refait(couches, nom, panne):
    assert nom in {couche.fichier for couche in magasin.controler(couches).values()}
    panne(couches / nom)
    with pytest.raises(CouchesIllisibles) as refus:
        magasin.controler(couches)
    assert f"« couches/{nom} »" in str(refus.value)
    assert "python -m data.couches" in str(refus.value)


@pytest.mark.parametrize("panne", PANNES.values())
def test_un_index_faux_est_nomme_avec_la_commande_qui_le_refait(couches, panne):
    panne(couches / magasin.INDEX)
    with pytest.raises(CouchesIllisibles, match=r"index\.json.*python -m data\.couches"):
        magasin.controler(couches)


@pytest.mark.parametrize("panne", PANNES.values())
@pytest.mark.parametrize("rang", [0, -1])
def test_un_serveur_qui_demarre_refait_une_couche_fausse(couches, rang, panne):
    entiere = (couches / COUCHES[rang]).read_bytes()
    panne(couches / COUCHES[rang])
    magasin.fabriquer(chargement.dossier(), couches)
    assert (couches / COUCHES[rang]).read_bytes() == entiere


@pytest.mark.parametrize("panne", PANNES.values())
def test_un_serveur_qui_demarre_recrit_un_fichier_faux_de_la_carte(couches, panne):
    lot._ecrire.oublier()
    fichier = couches / lot._ecrire(couches, None).rpartition("/")[2]
    entier = fichier.read_bytes()
    panne(fichier)
    lot._ecrire.oublier()
    lot._ecrire(couches, None)
    assert fichier.read_bytes() == entier


@pytest.mark.parametrize("panne", PANNES.values())
def test_un_serveur_qui_demarre_recrit_un_fichier_faux_d_une_page(tmp_path, panne):
    fichier = tmp_path / depots.deposer(tmp_path, "table", {"mots": ["é"] * 20})
    panne(fichier)
    depots.deposer(tmp_path, "table", {"mots": ["é"] * 20})
    assert json.loads(fichier.read_text(encoding="utf-8")) == {"mots": ["é"] * 20}

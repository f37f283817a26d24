"""The file that the frame runs: whole, named by its content, written once, swept after two generations."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict

import pytest

from components.leaflet import elements, lot
from components.statiques import modules
from data.couches.magasin import INDEX, Couche, index
from erreurs import CouchesIllisibles
from theme import FAMILLES

COUCHES = ("territoires", "projets", "epci", "fins-28", "fins-11", "communes-2A", "autre")


@pytest.fixture
def couches(tmp_path):
    """A folder with an index of some layers."""
    indexer(tmp_path, "abc")
    lot._ecrire.oublier()
    yield tmp_path
    lot._ecrire.oublier()


def indexer(dossier, somme):
    fiches = {n: asdict(Couche(fichier=f"{n}.{somme}.json", octets=1, gzip=1, ids=1)) for n in COUCHES}
    (dossier / INDEX).write_text(json.dumps({"empreinte": "x", "couches": fiches}), encoding="utf-8")


def fichiers(dossier):
    return {f.name for f in dossier.glob("*.js")}


def refaire(dossier, somme, instant):
    """A later start of the server, with other layers; the name of the file then."""
    indexer(dossier, somme)
    lot._ecrire.oublier()
    nom = lot.adresse(dossier).rpartition("/")[2]
    os.utime(dossier / nom, (instant, instant))
    return nom


def test_la_configuration_dit_ou_sont_les_couches_et_non_ce_qu_elles_contiennent(couches):
    config = lot.configuration(index(couches))
    assert config["couches"] == {n: f"../../app/static/couches/{n}.abc.json" for n in COUCHES[:3]}
    assert set(config["fins"]) == {"28", "11"}
    assert config["communes"] == {"2A": "../../app/static/couches/communes-2A.abc.json"}


def test_la_configuration_ne_porte_aucune_adresse_exterieure(couches):
    config = {**lot.configuration(index(couches)), "feuille": ""}
    assert "://" not in json.dumps(config)


def test_chaque_famille_de_projets_est_dite_au_cadre(couches):
    assert lot.configuration(index(couches))["familles"] == [asdict(famille) for famille in FAMILLES]


def test_la_configuration_se_relit_dans_le_fichier(couches):
    contenu = lot.contenu(index(couches))
    debut = f'modules["{elements.AMORCE}"].preparer('
    lu = json.JSONDecoder().raw_decode(contenu, contenu.index(debut) + len(debut))[0]
    assert lu == json.loads(json.dumps(lot.configuration(index(couches))))


def test_le_fichier_tient_chaque_module_une_fois(couches):
    tenus = re.findall(r'^modules\["([^"]+)"\] = ', lot.contenu(index(couches)), re.MULTILINE)
    assert sorted(tenus) == sorted(modules.ordonner(elements.ENTREE))
    assert len(tenus) == len(set(tenus)) > 20


def test_les_couches_sont_demandees_avant_la_lecture_de_leaflet_et_la_carte_est_faite_apres(couches):
    contenu = lot.contenu(index(couches))
    bibliotheques = elements.bibliotheques()
    assert bibliotheques
    lieux = [
        contenu.index(f'modules["{elements.AMORCE}"] ='),
        contenu.index(f'modules["{elements.AMORCE}"].preparer('),
        *(contenu.index(texte) for texte in bibliotheques),
        contenu.index(f'modules["{elements.ENTREE}"] ='),
    ]
    assert lieux == sorted(lieux)


def test_un_script_qui_finit_par_un_commentaire_n_avale_pas_le_suivant(couches, monkeypatch):
    monkeypatch.setattr(lot.elements, "bibliotheques", lambda: ["b() // fin", "(c)()"])
    assert "// fin\n;\n(c)()\n;\n" in lot.contenu(index(couches))


def test_l_adresse_est_celle_d_un_fichier_nomme_par_son_contenu(couches):
    nom = lot.adresse(couches).removeprefix(f"{elements.ADRESSE}/couches/")
    somme = hashlib.sha256((couches / nom).read_bytes()).hexdigest()
    assert nom == f"atlas-{somme[:12]}.js"


def test_d_autres_couches_font_un_autre_fichier_et_le_precedent_reste(couches):
    avant, apres = refaire(couches, "abc", 1), refaire(couches, "def", 2)
    assert fichiers(couches) == {avant, apres}


def test_un_fichier_plus_ancien_est_retire(couches):
    noms = [refaire(couches, somme, rang) for rang, somme in enumerate(("abc", "def", "012"))]
    assert fichiers(couches) == set(noms[1:])


def test_un_fichier_deja_la_n_est_pas_recrit(couches):
    nom = refaire(couches, "abc", 1)
    lot._ecrire.oublier()
    lot.adresse(couches)
    assert (couches / nom).stat().st_mtime == 1


def test_sans_l_index_le_message_donne_le_remede(couches):
    (couches / INDEX).unlink()
    with pytest.raises(CouchesIllisibles, match=r"python -m data\.couches"):
        lot.adresse(couches)


def test_un_dossier_ou_l_on_ne_peut_ecrire_est_dit_en_francais(couches, monkeypatch):
    def refuser(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(lot.magasin, "remplacer", refuser)
    with pytest.raises(CouchesIllisibles, match="ne s’écrit pas"):
        lot.adresse(couches)


def test_chaque_lieu_atteint_d_une_pression_est_un_rectangle_dans_la_france():
    for vue in lot.VUES:
        (sud, ouest), (nord, est) = vue["bornes"]
        assert -22 < sud < nord < 52, vue["nom"]
        assert -63 < ouest < est < 56, vue["nom"]

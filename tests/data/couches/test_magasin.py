"""The files of static/couches: written whole, named by their content, made again only when needed."""

import hashlib
import json
from pathlib import Path

import pytest

from data import chargement
from data.couches import contenus, magasin
from data.couches.magasin import fabriquer, index
from erreurs import CouchesIllisibles
from tests.data.monde_couches import tables


@pytest.fixture
def monde():
    return tables()


@pytest.fixture
def processed(tmp_path):
    dossier = tmp_path / "processed"
    dossier.mkdir()
    _manifeste(dossier)
    return dossier


def _manifeste(dossier, **sommes):
    fiches = {
        n: {"octets": 1, "sha256": sommes.get(n, "0"), "lignes": 1} for n in contenus.TABLES_DES_COUCHES
    }
    (dossier / chargement.MANIFESTE).write_text(json.dumps(fiches), encoding="utf-8")


@pytest.fixture
def cible(tmp_path):
    return tmp_path / "static" / "couches"


@pytest.fixture
def lire(monde):
    def lecteur(nom, _dossier):
        lecteur.lues.append(nom)
        return monde[nom]

    lecteur.lues = []
    return lecteur


def contenu(cible, couche):
    return json.loads((cible / couche.fichier).read_text(encoding="utf-8"))


def test_chaque_couche_est_un_fichier_nomme_par_son_contenu(processed, cible, lire):
    faites = fabriquer(processed, cible, lire=lire)
    assert list(faites) == [
        "acv",
        "communes-01",
        "epci",
        "fins-27",
        "fins-84",
        "membres-01",
        "membres-02",
        "projets",
        "pvd",
        "territoires",
        "villes",
    ]
    for nom, couche in faites.items():
        octets = (cible / couche.fichier).read_bytes()
        assert couche.fichier == f"{nom}.{hashlib.sha256(octets).hexdigest()[:12]}.json"
        assert couche.octets == len(octets)
        assert couche.gzip > 0
    assert contenu(cible, faites["projets"])["n"] == faites["projets"].ids == 4
    assert faites["territoires"].ids == 5


def test_le_json_est_compact_et_garde_les_accents(processed, cible, lire):
    octets = (cible / fabriquer(processed, cible, lire=lire)["projets"].fichier).read_bytes()
    assert "Élan".encode() in octets
    assert b", " not in octets


def test_l_index_relu_est_celui_qui_a_ete_fait(processed, cible, lire):
    assert fabriquer(processed, cible, lire=lire) == index(cible)


def test_rien_n_est_refait_quand_rien_n_a_change(processed, cible, lire):
    faites = fabriquer(processed, cible, lire=lire)
    lire.lues.clear()
    dates = {f: f.stat().st_mtime_ns for f in cible.iterdir()}
    assert fabriquer(processed, cible, lire=lire) == faites
    assert lire.lues == []
    assert dates == {f: f.stat().st_mtime_ns for f in cible.iterdir()}


def test_une_table_changee_refait_les_couches_et_garde_celles_d_avant_pour_qui_s_en_sert(
    processed, cible, lire, monde
):
    avant = fabriquer(processed, cible, lire=lire)
    monde["projets"] = monde["projets"].assign(commune="Nevers")
    _manifeste(processed, projets="1")
    apres = fabriquer(processed, cible, lire=lire)
    assert apres["projets"].fichier != avant["projets"].fichier
    assert apres["epci"] == avant["epci"]
    fichiers = {c.fichier for c in (*avant.values(), *apres.values())}
    assert {f.name for f in cible.iterdir()} == {magasin.INDEX, *fichiers}


def test_deux_changements_plus_tard_les_couches_sont_balayees(processed, cible, lire, monde):
    premiere = fabriquer(processed, cible, lire=lire)["projets"].fichier
    for tour, commune in enumerate(("Nevers", "Brest")):
        monde["projets"] = monde["projets"].assign(commune=commune)
        _manifeste(processed, projets=str(tour + 1))
        fabriquer(processed, cible, lire=lire)
    assert not (cible / premiere).exists()


def test_le_code_change_refait_les_couches(processed, cible, lire, monkeypatch):
    fabriquer(processed, cible, lire=lire)
    lire.lues.clear()
    code = magasin.code_des_couches()
    monkeypatch.setattr(magasin, "code_des_couches", lambda: (*code, "geo/filtre/bits.py"))
    fabriquer(processed, cible, lire=lire)
    assert lire.lues


@pytest.mark.parametrize("degat", ["absent", "tronqué"])
def test_une_couche_abimee_est_refaite(processed, cible, lire, degat):
    fichier = cible / fabriquer(processed, cible, lire=lire)["epci"].fichier
    entier = fichier.read_bytes()
    fichier.unlink() if degat == "absent" else fichier.write_bytes(entier[:10])
    fabriquer(processed, cible, lire=lire)
    assert fichier.read_bytes() == entier


def test_une_fabrication_qui_echoue_laisse_les_anciennes_couches(processed, cible, lire, monde):
    faites = fabriquer(processed, cible, lire=lire)
    del monde["contours_fins"]
    _manifeste(processed, projets="1")
    with pytest.raises(KeyError):
        fabriquer(processed, cible, lire=lire)
    assert index(cible) == faites
    assert all((cible / c.fichier).stat().st_size == c.octets for c in faites.values())


def test_une_ecriture_interrompue_ne_laisse_pas_de_reste(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disque plein")))
    with pytest.raises(OSError, match="disque plein"):
        magasin.remplacer(tmp_path / "a.json", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_ce_qu_un_autre_processus_ecrit_n_est_pas_balaye(processed, cible, lire):
    cible.mkdir(parents=True)
    en_cours = cible / ".epci.json.1.partiel"
    en_cours.touch()
    fabriquer(processed, cible, lire=lire)
    assert en_cours.exists()


@pytest.mark.parametrize(
    "texte", [None, "{", "[]", '{"empreinte": "x"}', '{"empreinte": "x", "couches": {"a": {"x": 1}}}']
)
def test_un_index_absent_ou_casse_se_dit_en_francais_avec_le_remede(cible, texte):
    cible.mkdir(parents=True)
    if texte is not None:
        (cible / magasin.INDEX).write_text(texte, encoding="utf-8")
    with pytest.raises(CouchesIllisibles, match=r"python -m data\.couches"):
        index(cible)


def test_un_index_casse_est_refait(processed, cible, lire):
    faites = fabriquer(processed, cible, lire=lire)
    (cible / magasin.INDEX).write_text("{", encoding="utf-8")
    assert fabriquer(processed, cible, lire=lire) == faites


def test_la_commande_dit_en_francais_quelle_table_manque(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ATLAS_DONNEES", str(tmp_path))
    assert magasin.principal() == 1
    assert "manifeste.json" in capsys.readouterr().err


@pytest.fixture(scope="module")
def reelles(tmp_path_factory):
    cible = tmp_path_factory.mktemp("couches")
    return cible, fabriquer(chargement.dossier(), cible)


def test_la_commande_pese_chaque_couche(reelles, monkeypatch, capsys):
    monkeypatch.setattr(magasin, "CIBLE", reelles[0])
    monkeypatch.setattr(magasin.fabriquer, "__defaults__", (reelles[0],))
    assert magasin.principal() == 0
    assert len(capsys.readouterr().out.splitlines()) == 26


def test_les_vraies_couches_tiennent_leur_budget(reelles):
    poids = {nom: couche.gzip for nom, couche in reelles[1].items()}
    assert poids["territoires"] <= 150_000
    assert poids["epci"] <= 130_000
    assert poids["projets"] <= 110_000
    assert max(poids[nom] for nom in ("acv", "pvd", "villes")) <= 30_000
    communes = [p for nom, p in poids.items() if nom.startswith("communes-")]
    assert (len(communes), max(communes) < 65_000, sum(communes) < 3_000_000) == (101, True, True)
    fins = [p for nom, p in poids.items() if nom.startswith("fins-")]
    assert len(fins) == 18
    assert max(fins) <= 80_000


def test_les_vraies_couches_ont_tous_leurs_identifiants(reelles):
    cible, faites = reelles
    objets = contenu(cible, faites["territoires"])["objects"] | contenu(cible, faites["epci"])["objects"]
    comptes = {nom: len(objet["geometries"]) for nom, objet in objets.items()}
    del comptes["groupements"]
    assert comptes == {
        "regions": 18,
        "departements": 101,
        "ti_2020": 148,
        "ti_2021": 146,
        "ti_2022": 149,
        "ti_2023": 183,
        "epci": 1254,
    }
    assert contenu(cible, faites["projets"])["n"] == 3080
    assert {nom: faites[nom].ids for nom in ("acv", "pvd")} == {"acv": 245, "pvd": 1645}

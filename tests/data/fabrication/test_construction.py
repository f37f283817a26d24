"""The build: the same bytes for the same input, and old files that stay when anything fails."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data import chargement
from data.fabrication import construction, fabrique
from data.fabrication.construction import construire, ecrire, main
from data.fabrication.fabrique import ETAPES
from data.sources.erreurs import SourceAbsente
from erreurs import ContratRompu
from geo.territoires.perimetres import PerimetreIncomplet
from tests.data.tables_signees import atelier_livre, poser

LIVREES = chargement.RACINE / "data" / "processed"


def octets(dossier):
    return {fichier.name: fichier.read_bytes() for fichier in sorted(dossier.iterdir())}


@pytest.fixture(scope="module")
def atelier():
    return atelier_livre()


@pytest.fixture
def cible(tmp_path):
    """A folder of processed files from an earlier build."""
    dossier = tmp_path / "processed"
    dossier.mkdir()
    (dossier / "ancien.txt").write_text("ancien", encoding="utf-8")
    return dossier


@pytest.fixture
def sans_calcul(monkeypatch):
    """Sources are there, and what a build writes is one small file."""

    def ecrire(_, dossier):
        (dossier / "neuf.txt").write_text("neuf", encoding="utf-8")
        return {"faits": []}

    monkeypatch.setattr(construction, "trouver", lambda source: Path(source.fichier))
    monkeypatch.setattr(construction, "fabriquer", lambda _chemins, **_: None)
    monkeypatch.setattr(construction, "ecrire", ecrire)


def intacte(cible):
    """The old files are all there, and nothing of the failed build is left beside them."""
    return octets(cible) == {"ancien.txt": b"ancien"} and list(cible.parent.iterdir()) == [cible]


def test_les_tables_livrees_s_ecrivent_a_nouveau_avec_les_memes_octets(atelier, tmp_path):
    ecrire(atelier, tmp_path)
    assert octets(tmp_path) == octets(LIVREES)


def test_une_table_oubliee_arrete_l_ecriture(atelier, tmp_path):
    sans_epci = {nom: table for nom, table in atelier.tables.items() if nom != "epci"}
    with pytest.raises(ContratRompu, match="Tables non fabriquées : epci"):
        ecrire(fabrique.Atelier(chemins={}, tables=sans_epci), tmp_path)


@pytest.mark.usefixtures("sans_calcul")
def test_la_construction_remplace_le_dossier_entier(cible):
    construire(cible)
    assert octets(cible) == {"neuf.txt": b"neuf"}
    assert list(cible.parent.iterdir()) == [cible]


@pytest.mark.usefixtures("sans_calcul")
def test_la_premiere_construction_cree_le_dossier_que_chacun_peut_lire(tmp_path):
    cible = tmp_path / "pas" / "encore"
    assert construire(cible) == {"faits": []}
    assert octets(cible) == {"neuf.txt": b"neuf"}
    assert cible.stat().st_mode & 0o755 == 0o755


@pytest.mark.usefixtures("sans_calcul")
def test_les_etapes_sont_annoncees(cible):
    annonces = []
    construire(cible, annoncer=annonces.append)
    assert annonces == ["Vérification des sources", "Contrats et écriture"]


def test_un_contrat_rompu_laisse_les_anciens_fichiers(cible, monkeypatch, atelier):
    abimees = {**atelier.tables, "communes": atelier.tables["communes"].assign(population=-1)}
    monkeypatch.setattr(construction, "trouver", lambda source: Path(source.fichier))
    monkeypatch.setattr(
        construction, "fabriquer", lambda _, **__: fabrique.Atelier(chemins={}, tables=abimees)
    )
    with pytest.raises(ContratRompu, match="communes"):
        construire(cible)
    assert intacte(cible)


def test_une_etape_qui_echoue_laisse_les_anciens_fichiers(cible, monkeypatch):
    def echouer(_):
        raise PerimetreIncomplet("Communes dans deux territoires à la fois : 01001.")

    monkeypatch.setattr(construction, "trouver", lambda source: Path(source.fichier))
    monkeypatch.setattr(fabrique, "ETAPES", (("Périmètres", echouer),))
    with pytest.raises(PerimetreIncomplet):
        construire(cible)
    assert intacte(cible)


def test_une_source_absente_laisse_les_anciens_fichiers(cible, monkeypatch):
    def absente(source):
        raise SourceAbsente(f"Le fichier « {source.fichier} » est absent.")

    monkeypatch.setattr(construction, "trouver", absente)
    with pytest.raises(SourceAbsente):
        construire(cible)
    assert intacte(cible)


@pytest.mark.usefixtures("sans_calcul")
def test_une_interruption_laisse_les_anciens_fichiers(cible, monkeypatch):
    def interrompre(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(construction, "ecrire", interrompre)
    with pytest.raises(KeyboardInterrupt):
        construire(cible)
    assert intacte(cible)


def renommer_sauf(monkeypatch, refuse):
    """Make the disk refuse the moves that `refuse(source, cible)` names."""
    vrai = Path.rename

    def renommer(source, vers):
        if refuse(Path(source), Path(vers)):
            raise OSError(28, os.strerror(28))
        return vrai(source, vers)

    monkeypatch.setattr(Path, "rename", renommer)


@pytest.mark.usefixtures("sans_calcul")
def test_un_echange_refuse_remet_les_anciens_fichiers(cible, monkeypatch):
    renommer_sauf(monkeypatch, lambda source, vers: vers == cible and not source.name.endswith("-ancien"))
    with pytest.raises(OSError, match="28"):
        construire(cible)
    assert intacte(cible)


@pytest.mark.usefixtures("sans_calcul")
def test_une_interruption_entre_les_deux_deplacements_remet_les_anciens_fichiers(cible, monkeypatch):
    vrai = Path.rename

    def interrompre(source, vers):
        if Path(vers) == cible and not source.name.endswith("-ancien"):
            raise KeyboardInterrupt
        return vrai(source, vers)

    monkeypatch.setattr(Path, "rename", interrompre)
    with pytest.raises(KeyboardInterrupt):
        construire(cible)
    assert intacte(cible)


@pytest.mark.usefixtures("sans_calcul")
def test_un_ancien_dossier_qui_ne_bouge_pas_reste_en_place(cible, monkeypatch):
    renommer_sauf(monkeypatch, lambda source, _: source == cible)
    with pytest.raises(OSError, match="28"):
        construire(cible)
    assert intacte(cible)


@pytest.mark.usefixtures("sans_calcul")
def test_un_premier_echange_refuse_ne_laisse_rien(tmp_path, monkeypatch):
    cible = tmp_path / "processed"
    renommer_sauf(monkeypatch, lambda _, vers: vers == cible)
    with pytest.raises(OSError, match="28"):
        construire(cible)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("sans_calcul")
def test_les_anciens_fichiers_survivent_meme_si_rien_ne_peut_etre_remis(cible, monkeypatch):
    renommer_sauf(monkeypatch, lambda _, vers: vers == cible)
    with pytest.raises(OSError, match="28"):
        construire(cible)
    (rescape,) = cible.parent.iterdir()
    assert octets(rescape) == {"ancien.txt": b"ancien"}


@pytest.fixture
def donnees(tmp_path, monkeypatch):
    """A copy of the committed files, which the command reads."""
    dossier = shutil.copytree(LIVREES, tmp_path / "donnees")
    monkeypatch.setenv("ATLAS_DONNEES", str(dossier))
    return dossier


@pytest.mark.usefixtures("donnees")
def test_verifier_imprime_le_rapport_en_json_et_rend_0(capsys):
    assert main(["--verifier"]) == 0
    sortie = capsys.readouterr()
    assert json.loads(sortie.out) == chargement.rapport()
    assert sortie.err == ""


def test_verifier_rend_1_et_nomme_le_fait_qui_n_est_pas_tenu(donnees, atlas, capsys):
    poser(donnees, "regions_2021", atlas.regions_2021.assign(emplois_prevus=1))
    assert main(["--verifier"]) == 1
    sortie = capsys.readouterr()
    assert "Créations d'emplois prévues (emplois) : attendu 27255.0, trouvé 14.0." in sortie.err
    rapport = json.loads(sortie.out)
    assert rapport["faits"]
    assert len(rapport["faits_par_construction"]) == 4


@pytest.mark.parametrize("fichier", ["projets.parquet", chargement.MANIFESTE, chargement.RAPPORT])
def test_verifier_rend_2_et_le_dit_en_francais_quand_un_fichier_manque(donnees, fichier, capsys):
    (donnees / fichier).unlink()
    assert main(["--verifier"]) == 2
    sortie = capsys.readouterr()
    assert f"« {fichier} » est manquant" in sortie.err
    assert sortie.out == ""


def test_une_option_inconnue_est_refusee(capsys):
    with pytest.raises(SystemExit) as arret:
        main(["--verifer"])
    assert arret.value.code == 2
    assert "--verifer" in capsys.readouterr().err


@pytest.fixture
def couches(monkeypatch):
    """The folders whose layers the command asks for; none is made."""
    demandees = []
    monkeypatch.setattr(construction.magasin, "fabriquer", demandees.append)
    return demandees


def test_la_commande_construit_les_tables_puis_les_couches_de_la_carte(
    donnees, couches, monkeypatch, atelier, capsys
):
    monkeypatch.setattr(construction, "trouver", lambda source: Path(source.fichier))
    monkeypatch.setattr(construction, "fabriquer", lambda _, **__: atelier)
    (donnees / "epci.parquet").unlink()
    assert main([]) == 0
    assert octets(donnees) == octets(LIVREES)
    assert couches == [donnees]
    assert "Terminé" in capsys.readouterr().err


@pytest.mark.usefixtures("donnees", "couches", "sans_calcul")
def test_la_barre_de_progression_va_jusqu_au_bout(monkeypatch, capsys):
    def fabriquer(_, *, annoncer):
        for nom, _faire in ETAPES:
            annoncer(nom)

    monkeypatch.setattr(construction, "fabriquer", fabriquer)
    assert main([]) == 0
    total = len(ETAPES) + 3
    assert f"{total}/{total}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "cas",
    [
        (SourceAbsente("Le fichier « a.csv » est absent."), "Le fichier « a.csv » est absent."),
        (PerimetreIncomplet("Communes sans équivalent : 01001."), "Communes sans équivalent : 01001."),
        (ContratRompu("La table « epci » ne tient pas son contrat."), "« epci »"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
    ids=["source", "périmètre", "contrat", "disque"],
)
def test_la_commande_rend_2_et_dit_pourquoi_quand_la_construction_echoue(
    donnees, couches, monkeypatch, capsys, cas
):
    erreur, message = cas

    def echouer(*_, **__):
        raise erreur

    monkeypatch.setattr(construction, "construire", echouer)
    assert main([]) == 2
    assert message in capsys.readouterr().err
    assert couches == []
    assert octets(donnees) == octets(LIVREES)


def test_la_commande_du_terminal_verifie_les_tables_livrees():
    commande = [sys.executable, "-m", "data.fabrication", "--verifier"]
    essai = subprocess.run(commande, cwd=chargement.RACINE, capture_output=True, check=False)
    assert essai.returncode == 0
    assert all(fait["tenu"] for fait in json.loads(essai.stdout)["faits"])


CONSTRUIRE = """
import pathlib, sys
from data.fabrication.construction import construire
construire(pathlib.Path(sys.argv[1]), annoncer=print)
"""


@pytest.fixture(scope="session")
def construction_neuve(sources, tmp_path_factory):
    """A build from the raw sources, in a process whose sets come in another order, which nobody measures."""
    dossier = tmp_path_factory.mktemp("construction") / "ici"
    env = {**os.environ, "ATLAS_SOURCES": str(sources), "PYTHONHASHSEED": "146"}
    commande = [sys.executable, "-c", CONSTRUIRE, str(dossier)]
    essai = subprocess.run(commande, cwd=chargement.RACINE, env=env, check=True, stdout=subprocess.PIPE)
    return octets(dossier), essai.stdout.decode().splitlines()


@pytest.mark.sources
@pytest.mark.lent
@pytest.mark.timeout(600)
def test_deux_constructions_donnent_les_memes_octets(construction_neuve):
    neufs, livres = construction_neuve[0], octets(LIVREES)
    assert neufs.keys() == livres.keys()
    assert [nom for nom, contenu in livres.items() if contenu != neufs[nom]] == []


@pytest.mark.sources
@pytest.mark.lent
@pytest.mark.timeout(600)
def test_la_construction_annonce_chacune_de_ses_etapes(construction_neuve):
    attendues = ["Vérification des sources", *(nom for nom, _ in ETAPES), "Contrats et écriture"]
    assert construction_neuve[1] == attendues

"""Where a source is found, what is said when it is not, and whether every raw file is declared."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from data.sources import emplacement as module
from data.sources.emplacement import (
    Etat,
    Source,
    SourceAlteree,
    SourceSansAdresse,
    TelechargementImpossible,
    charger_registre,
    main,
    racine,
    relever,
    trouver,
    verifier,
)

CONTENU = b"code,nom\n01001,Ain\n"
ALTERE = CONTENU.replace(b"Ain", b"???")


@pytest.fixture
def source() -> Source:
    return Source(
        cle="essai",
        producteur="ANCT",
        jeu="Essai",
        licence="Licence Ouverte 2.0",
        date="2022",
        maj="2022",
        fichier="essais/essai.csv",
        octets=len(CONTENU),
        sha256=hashlib.sha256(CONTENU).hexdigest(),
        type="csv",
        alimente=("projets",),
        page="https://exemple.fr/jeu",
    )


@pytest.fixture
def lieux(tmp_path):
    """The two folders where a file may be, empty."""
    dossiers = {"racine": tmp_path / "sources", "cache": tmp_path / "cache"}
    for dossier in dossiers.values():
        (dossier / "essais").mkdir(parents=True)
    return dossiers


def _poser(dossier, contenu=CONTENU):
    path = dossier / "essais" / "essai.csv"
    path.write_bytes(contenu)
    return path


@pytest.fixture
def telechargement(monkeypatch):
    """Replaces the download by a file put in the cache, and records the targets."""
    cibles = []

    def deposer(source, cible, **_):
        cibles.append(cible)
        cible.write_bytes(CONTENU)
        return cible

    monkeypatch.setattr(module, "telecharger", deposer)
    return cibles


def _avec_adresse(source: Source) -> Source:
    return replace(source, adresse="https://exemple.fr/essai.csv")


def test_la_racine_par_defaut_est_voisine_du_projet(monkeypatch):
    monkeypatch.delenv("ATLAS_SOURCES", raising=False)
    assert racine() == module.PROJET.parent / "shared" / "sources"


def test_la_racine_se_choisit_par_atlas_sources(monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_SOURCES", str(tmp_path))
    assert racine() == tmp_path


def test_le_fichier_du_dossier_des_sources_passe_avant_le_cache(source, lieux):
    _poser(lieux["cache"])
    attendu = _poser(lieux["racine"])
    assert trouver(source, **lieux) == attendu


def test_trouver_suit_atlas_sources_sans_qu_on_le_dise(source, lieux, monkeypatch):
    monkeypatch.setenv("ATLAS_SOURCES", str(lieux["racine"]))
    attendu = _poser(lieux["racine"])
    assert trouver(source, cache=lieux["cache"]) == attendu


def test_le_cache_sert_quand_le_dossier_des_sources_ne_l_a_pas(source, lieux, telechargement):
    attendu = _poser(lieux["cache"])
    assert trouver(_avec_adresse(source), **lieux) == attendu
    assert telechargement == []


def test_un_fichier_altere_du_dossier_des_sources_arrete_tout(source, lieux, telechargement):
    _poser(lieux["racine"], ALTERE)
    _poser(lieux["cache"])
    with pytest.raises(SourceAlteree, match="somme de contrôle"):
        trouver(_avec_adresse(source), **lieux)
    assert telechargement == []


@pytest.mark.parametrize("cache", [None, ALTERE])
def test_un_cache_vide_ou_altere_fait_telecharger(source, lieux, telechargement, cache):
    if cache:
        _poser(lieux["cache"], cache)
    trouve = trouver(_avec_adresse(source), **lieux)
    assert telechargement == [trouve]
    assert trouve == lieux["cache"] / "essais" / "essai.csv"
    verifier(trouve, source)


def test_un_telechargement_impossible_se_dit(source, lieux, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    vers_personne = replace(source, adresse="http://127.0.0.1:9/essai.csv")
    politique = module.Politique(essais=1, connexion_s=2.0)
    with pytest.raises(TelechargementImpossible, match="la connexion au serveur a échoué"):
        trouver(vers_personne, **lieux, politique=politique)


def test_sans_adresse_ni_fichier_le_remede_est_complet(source, lieux):
    with pytest.raises(SourceSansAdresse) as erreur:
        trouver(source, **lieux)
    message = str(erreur.value)
    assert "« essais/essai.csv » (Essai, ANCT) est absent" in message
    assert "https://exemple.fr/jeu" in message
    assert str(lieux["racine"] / "essais" / "essai.csv") in message
    assert "ATLAS_SOURCES" in message


def test_une_transcription_absente_explique_ce_qu_elle_est(source, lieux):
    transcrite = replace(source, transcrit=True, note="Recopié du PDF.")
    with pytest.raises(SourceSansAdresse, match=r"transcription : Recopié du PDF\."):
        trouver(transcrite, **lieux)


def test_un_bon_fichier_est_releve_verifie_et_situe(source, lieux):
    _poser(lieux["racine"])
    releve = relever(source, **lieux)
    assert (releve.etat, releve.lieu, releve.message) == (Etat.VERIFIEE, "dossier des sources", "")


def test_un_fichier_du_cache_est_releve_dans_le_cache(source, lieux):
    _poser(lieux["cache"])
    assert relever(source, **lieux).lieu == "cache"


def test_un_regard_rapide_dit_presente_sans_lire_la_somme(source, lieux):
    _poser(lieux["racine"], ALTERE)
    assert relever(source, **lieux, rapide=True).etat == Etat.PRESENTE
    assert relever(source, **lieux).etat == Etat.ALTEREE


def test_un_regard_rapide_voit_une_taille_differente(source, lieux):
    _poser(lieux["racine"], CONTENU[:-1])
    assert relever(source, **lieux, rapide=True).etat == Etat.ALTEREE


def test_une_source_absente_est_relevee_avec_son_remede(source, lieux):
    releve = relever(source, **lieux)
    assert releve.etat == Etat.ABSENTE
    assert "est sur https://exemple.fr/jeu" in releve.message
    assert (
        "construction le prendra sur https://exemple.fr/essai.csv"
        in relever(_avec_adresse(source), **lieux).message
    )


@pytest.fixture
def monde(source, lieux, monkeypatch):
    """A register of one source, and the command looking at the two folders."""
    monkeypatch.setattr(module, "charger_registre", lambda: {source.cle: source})
    monkeypatch.setattr(module, "racine", lambda: lieux["racine"])
    return lieux


def test_la_commande_reussit_quand_tout_est_la(monde, capsys):
    _poser(monde["racine"])
    assert main([]) == 0
    sortie = capsys.readouterr().out.splitlines()
    assert sortie[0].split() == ["source", "état", "octets", "lieu", "fichier"]
    assert sortie[1].split() == ["essai", "vérifiée", "19", "dossier", "des", "sources", "essais/essai.csv"]
    assert sortie[-1] == "Tout est en ordre : 1 source(s) sur 1."


def test_la_commande_rapide_dit_presente(monde, capsys):
    _poser(monde["racine"])
    assert main(["--rapide"]) == 0
    assert "présente" in capsys.readouterr().out


@pytest.mark.parametrize(("contenu", "etat"), [(None, "absente"), (ALTERE, "altérée")])
def test_la_commande_echoue_quand_une_source_manque_ou_est_alteree(monde, capsys, contenu, etat):
    if contenu:
        _poser(monde["racine"], contenu)
    assert main([]) == 1
    sortie = capsys.readouterr().out
    assert etat in sortie
    assert "1 source(s) sur 1 à remettre en ordre" in sortie
    assert "- essai : Le fichier « essais/essai.csv »" in sortie


def test_la_commande_dit_un_registre_invalide_sans_trace(monkeypatch, capsys):
    def refuser():
        raise module.RegistreInvalide("Le registre est illisible.")

    monkeypatch.setattr(module, "charger_registre", refuser)
    assert main([]) == 2
    assert capsys.readouterr().err == "Le registre est illisible.\n"


def test_la_commande_se_lance_par_python_m(tmp_path):
    fini = subprocess.run(
        [sys.executable, "-m", "data.sources"],
        cwd=module.PROJET,
        env={**os.environ, "ATLAS_SOURCES": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert fini.returncode == 1
    assert "21" in fini.stdout
    assert fini.stderr == ""


@pytest.mark.sources
def test_chaque_source_declaree_est_un_fichier_et_un_seul(sources):
    declares = [source.fichier for source in charger_registre().values()]
    assert len(set(declares)) == len(declares)
    assert [fichier for fichier in declares if not (sources / fichier).is_file()] == []


@pytest.mark.sources
def test_chaque_source_declaree_est_conforme(sources):
    """The folder may hold more than the atlas reads: what is not declared is read by nobody."""
    for source in charger_registre().values():
        verifier(sources / source.fichier, source)

"""A processed file that is not what the build wrote is refused, in French, with its name and the remedy."""

import os
import shutil
from pathlib import Path

import pytest

from data import chargement
from data.chargement import DonneesIllisibles, lire
from geo.atlas.atlas import TABLES_DE_L_ATLAS
from tests.data.tables_signees import manifeste, poser, signer

LIVREES = chargement.RACINE / "data" / "processed"


@pytest.fixture
def dossier(tmp_path):
    """The table of régions and the manifest, as committed."""
    for nom in ("regions.parquet", chargement.MANIFESTE, chargement.RAPPORT):
        shutil.copy(LIVREES / nom, tmp_path)
    return tmp_path


def refus(lecture, *arguments):
    with pytest.raises(DonneesIllisibles) as erreur:
        lecture(*arguments)
    assert f"« {erreur.value.fichier} »" in str(erreur.value)
    assert "`python -m data.fabrication`" in str(erreur.value)
    assert "`git checkout -- data/processed`" in str(erreur.value)
    return erreur.value


def test_une_table_intacte_se_lit(dossier, atlas):
    assert lire("regions", dossier).equals(atlas.regions)


def test_un_fichier_manquant_est_nomme(dossier):
    (dossier / "regions.parquet").unlink()
    assert (refus(lire, "regions", dossier).fichier) == "regions.parquet"
    assert refus(lire, "regions", dossier).raison == "est manquant"


@pytest.mark.parametrize("garde", [0, 1, 1000], ids=["vide", "un octet", "mille octets"])
def test_un_fichier_tronque_dit_combien_il_en_reste(dossier, garde):
    fichier = dossier / "regions.parquet"
    entier = fichier.read_bytes()
    fichier.write_bytes(entier[:garde])
    raison = refus(lire, "regions", dossier).raison
    assert raison == f"est tronqué ({garde} octets au lieu de {len(entier)})"


@pytest.mark.parametrize("place", [0, 500, -1], ids=["début", "milieu", "fin"])
def test_un_octet_change_suffit_a_refuser_le_fichier(dossier, place):
    fichier = dossier / "regions.parquet"
    octets = bytearray(fichier.read_bytes())
    octets[place] ^= 1
    fichier.write_bytes(octets)
    assert refus(lire, "regions", dossier).raison == "a été modifié depuis sa fabrication"


def test_un_fichier_allonge_est_refuse(dossier):
    with (dossier / "regions.parquet").open("ab") as flux:
        flux.write(b"\0")
    assert refus(lire, "regions", dossier).raison == "a été modifié depuis sa fabrication"


def test_un_fichier_signe_qui_rompt_son_contrat_dit_lequel(dossier, atlas):
    poser(dossier, "regions", atlas.regions.head(3))
    raison = refus(lire, "regions", dossier).raison
    assert raison.startswith("n’a pas la forme attendue (La table « regions » ne tient pas son contrat")
    assert "18 lignes" in raison


def test_un_fichier_signe_qui_n_est_pas_une_table_est_refuse(dossier):
    (dossier / "regions.parquet").write_bytes(b"PAR1 mais rien d'autre PAR1")
    signer(dossier, "regions")
    assert refus(lire, "regions", dossier).raison == "ne se lit pas"


def test_un_fichier_que_le_systeme_refuse_d_ouvrir_le_dit(dossier, monkeypatch):
    def interdit(_):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", interdit)
    assert refus(lire, "regions", dossier).raison.startswith("ne s’ouvre pas (")


def test_un_manifeste_manquant_est_nomme(dossier):
    (dossier / chargement.MANIFESTE).unlink()
    trouve = refus(lire, "regions", dossier)
    assert (trouve.fichier, trouve.raison) == (chargement.MANIFESTE, "est manquant")


@pytest.mark.parametrize(
    ("texte", "raison"),
    [
        (b"", "est abîmé : il ne se lit pas"),
        (b"<!doctype html>", "est abîmé : il ne se lit pas"),
        (b'{"regions": {"octets": 1', "est abîmé : il ne se lit pas"),
        (b"\xff\xfe\x00", "est abîmé : il ne se lit pas"),
        (b"[]", "est abîmé : ses champs ne sont pas les bons"),
        (b'{"regions": 3}', "est abîmé : ses champs ne sont pas les bons"),
        (b'{"regions": {"taille": 3}}', "est abîmé : ses champs ne sont pas les bons"),
        (
            b'{"regions": {"octets": "3", "sha256": "ab", "lignes": 1}}',
            "est abîmé : ses champs ne sont pas les bons",
        ),
        (
            b'{"regions": {"octets": 3, "sha256": null, "lignes": 1}}',
            "est abîmé : ses champs ne sont pas les bons",
        ),
    ],
)
def test_un_manifeste_abime_est_nomme(dossier, texte, raison):
    (dossier / chargement.MANIFESTE).write_bytes(texte)
    trouve = refus(lire, "regions", dossier)
    assert (trouve.fichier, trouve.raison) == (chargement.MANIFESTE, raison)


def test_une_table_absente_du_manifeste_est_refusee(dossier):
    (dossier / chargement.MANIFESTE).write_text("{}", encoding="utf-8")
    assert refus(lire, "regions", dossier).raison == "n’est pas dans manifeste.json"


@pytest.mark.parametrize("texte", [None, "", "[]", "{"])
def test_un_rapport_manquant_ou_abime_est_nomme(dossier, texte):
    (dossier / chargement.RAPPORT).unlink()
    if texte is not None:
        (dossier / chargement.RAPPORT).write_text(texte, encoding="utf-8")
    assert refus(chargement.rapport, dossier).fichier == chargement.RAPPORT


def test_le_message_donne_le_chemin_dans_le_projet(monkeypatch, tmp_path):
    dossier = tmp_path / "data" / "processed"
    dossier.mkdir(parents=True)
    monkeypatch.setattr(chargement, "RACINE", tmp_path)
    assert refus(chargement.manifeste, dossier).fichier == "data/processed/manifeste.json"


def test_le_message_ne_donne_pas_le_chemin_de_la_machine(dossier):
    (dossier / chargement.MANIFESTE).unlink()
    assert str(dossier) not in str(refus(lire, "regions", dossier))


def test_l_atlas_s_arrete_au_premier_fichier_qui_manque(dossier):
    assert refus(chargement.atlas, dossier).fichier == f"{TABLES_DE_L_ATLAS[0]}.parquet"


def test_le_dossier_est_celui_du_projet_ou_celui_que_l_on_donne(monkeypatch, tmp_path):
    monkeypatch.delenv("ATLAS_DONNEES", raising=False)
    assert chargement.dossier() == LIVREES
    monkeypatch.setenv("ATLAS_DONNEES", str(tmp_path))
    assert chargement.dossier() == tmp_path


def test_sans_dossier_donne_la_variable_decide(monkeypatch, dossier):
    monkeypatch.setenv("ATLAS_DONNEES", str(dossier))
    (dossier / "regions.parquet").unlink()
    assert refus(lire, "regions").raison == "est manquant"


def test_le_manifeste_compte_les_lignes_de_chaque_table(atlas):
    lignes = {nom: fiche.lignes for nom, fiche in chargement.manifeste().items()}
    assert {nom: lignes[nom] for nom in TABLES_DE_L_ATLAS} == {
        nom: len(getattr(atlas, nom)) for nom in TABLES_DE_L_ATLAS
    }


def test_le_manifeste_livre_ne_nomme_que_des_fichiers_livres():
    livrees = {f.stem for f in LIVREES.glob("*.parquet")}
    assert set(manifeste(LIVREES)) == {*livrees, "rapport"}

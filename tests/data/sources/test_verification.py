"""Each way for a file to be another one, told apart."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO

import pytest

from data.sources.emplacement import SourceAbsente, SourceAlteree, verifier
from data.sources.registre import Source
from data.sources.verification import somme


def _archive(*noms: str) -> bytes:
    flux = BytesIO()
    with zipfile.ZipFile(flux, "w") as archive:
        for nom in noms:
            archive.writestr(nom, "contenu")
    return flux.getvalue()


BONS = {
    "csv": "code,nom\n01001,L'Abergement-Clémenciat\n".encode(),
    "tsv": b"entreprise\tsiren\nA\t1\n",
    "json": b'[{"code": "00FR"}]\n',
    "geojson": b'{"type": "FeatureCollection", "features": []}',
    "parquet": b"PAR1 colonnes PAR1",
    "zip": _archive("base.csv"),
    "xlsx": _archive("[Content_Types].xml", "xl/workbook.xml"),
}

MAUVAIS = {
    "csv": b"un seul mot par ligne\nencore\n",
    "tsv": b"entreprise,siren\nA,1\n",
    "json": b'[{"code": "00FR"}, {"code',
    "geojson": b'{"erreur": "jeton perime"}',
    "parquet": b"PAR1 fichier coupe en route",
    "zip": b"PK\x03\x04 coupe en route",
    "xlsx": _archive("base.csv"),
}


def _source(type_: str, contenu: bytes, **autres: object) -> Source:
    champs = {
        "cle": "essai",
        "producteur": "ANCT",
        "jeu": "Essai",
        "licence": "Licence Ouverte 2.0",
        "date": "2022",
        "maj": "2022",
        "fichier": f"essais/essai.{type_}",
        "octets": len(contenu),
        "sha256": hashlib.sha256(contenu).hexdigest(),
        "type": type_,
        "alimente": ("projets",),
        "page": "https://exemple.fr/jeu",
        **autres,
    }
    return Source(**champs)


def _faute(tmp_path, source: Source, contenu: bytes) -> str:
    path = tmp_path / "essai"
    path.write_bytes(contenu)
    with pytest.raises(SourceAlteree) as erreur:
        verifier(path, source)
    return str(erreur.value)


@pytest.mark.parametrize("type_", BONS)
def test_un_bon_fichier_de_chaque_type_passe(tmp_path, type_):
    path = tmp_path / "essai"
    path.write_bytes(BONS[type_])
    verifier(path, _source(type_, BONS[type_]))


@pytest.mark.parametrize("type_", MAUVAIS)
def test_un_fichier_d_un_autre_type_est_reconnu_malgre_sa_somme(tmp_path, type_):
    message = _faute(tmp_path, _source(type_, MAUVAIS[type_]), MAUVAIS[type_])
    assert f"« essais/essai.{type_} » n’est pas un fichier {type_} lisible" in message


@pytest.mark.parametrize("contenu", [b"code,nom\n\xff\xfe,x\n", b"code,nom\n\0\0,x\n"])
def test_un_csv_qui_n_est_pas_du_texte_utf8_est_refuse(tmp_path, contenu):
    assert "n’est pas un fichier csv lisible" in _faute(tmp_path, _source("csv", contenu), contenu)


def test_un_csv_dont_un_accent_tombe_au_bord_de_l_entete_passe(tmp_path):
    contenu = b"a,b\n" + b"x" * (65_536 - 5) + "é,1\n".encode()
    path = tmp_path / "essai"
    path.write_bytes(contenu)
    verifier(path, _source("csv", contenu))


def test_un_zip_coupe_n_est_pas_un_classeur(tmp_path):
    coupe = BONS["xlsx"][:40]
    assert "n’est pas un fichier xlsx lisible" in _faute(tmp_path, _source("xlsx", coupe), coupe)


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html>\n<html><body>Maintenance, revenez</body></html>",
        b"\xef\xbb\xbf  <html>Maintenance</html>",
        b'<?xml version="1.0"?><html xmlns="x">Maintenance</html>',
    ],
)
def test_une_page_web_est_dite_page_web_et_non_fichier_de_mauvaise_taille(tmp_path, page):
    message = _faute(tmp_path, _source("csv", BONS["csv"]), page)
    assert "est une page web, pas des données" in message
    assert "octets au lieu de" not in message


def test_une_taille_differente_est_dite_en_octets(tmp_path):
    message = _faute(tmp_path, _source("csv", BONS["csv"]), BONS["csv"][:-1])
    assert f"compte {len(BONS['csv']) - 1} octets au lieu de {len(BONS['csv'])}" in message


def test_un_octet_change_a_taille_egale_se_voit_a_la_somme(tmp_path):
    change = BONS["csv"].replace(b"01001", b"01002")
    message = _faute(tmp_path, _source("csv", BONS["csv"]), change)
    assert "n’a pas la somme de contrôle attendue" in message


def test_la_faute_nomme_l_origine_et_le_remede(tmp_path):
    message = _faute(tmp_path, _source("csv", BONS["csv"]), b"")
    assert "voir https://exemple.fr/jeu" in message
    assert "[essai] dans data/sources/sources.toml" in message


def test_la_faute_renvoie_a_l_adresse_du_fichier_quand_elle_est_connue(tmp_path):
    source = _source("csv", BONS["csv"], adresse="https://exemple.fr/essai.csv")
    assert "voir https://exemple.fr/essai.csv" in _faute(tmp_path, source, b"")


def test_un_fichier_absent_est_dit_absent(tmp_path):
    with pytest.raises(SourceAbsente, match=r"« essais/essai\.csv » est absent"):
        verifier(tmp_path / "rien", _source("csv", BONS["csv"]))


def test_la_somme_est_celle_de_sha256(tmp_path):
    path = tmp_path / "vide"
    path.touch()
    assert somme(path) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

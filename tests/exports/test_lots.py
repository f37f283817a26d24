"""The command that makes files by the dozen: what it writes, and what it says of a wrong demand."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import parse_qsl

import pytest
from pptx import Presentation
from pypdf import PdfReader

from components.adresses.region import AdresseRegion
from exports.__main__ import main
from exports.lots import Commande, Piece, archiver, deposer, pieces_de_la_region, pieces_des_fiches

JOUR = "2026-11-21"


def lancer(*arguments, dossier):
    return main(
        [*arguments, "--dossier", str(dossier), "--jour", JOUR, "--adresse", "https://atlas.exemple/"]
    )


def test_la_fiche_de_chaque_territoire_nomme_est_ecrite(tmp_path):
    assert lancer("fiche", "ti-2806", "ti-5304", dossier=tmp_path / "neuf") == 0
    noms = sorted(chemin.name for chemin in (tmp_path / "neuf").iterdir())
    assert noms == ["fiche-ti-2806-nord-cotentin.pdf", "fiche-ti-5304-lannion-tregor.pdf"]
    page = PdfReader(tmp_path / "neuf" / noms[0]).pages[0].extract_text()
    assert "https://atlas.exemple/territoire?ti=ti-2806&millesime=2021" in page


def test_une_region_apporte_son_diaporama_quand_on_le_demande(tmp_path):
    assert lancer("region", "94", "--deck", dossier=tmp_path) == 0
    assert sorted(chemin.name for chemin in tmp_path.iterdir()) == [
        "region-94-corse.pdf",
        "region-94-corse.pptx",
    ]
    deck = Presentation(str(tmp_path / "region-94-corse.pptx"))
    assert deck.slides[0].shapes.title.text_frame.text == "Corse"


def test_le_lien_d_une_fiche_ouvre_la_page_de_sa_region(atlas, tmp_path):
    assert lancer("region", "94", dossier=tmp_path) == 0
    texte = PdfReader(tmp_path / "region-94-corse.pdf").pages[0].extract_text()
    lien = re.search(r"https://atlas\.exemple/region\?(\S+)", texte)
    lue, avis = AdresseRegion.lire(dict(parse_qsl(lien[1])), atlas)
    assert (lue.code, lue.millesime, avis) == ("94", 2021, [])


def test_une_region_entiere_est_une_seule_archive(atlas, tmp_path):
    assert lancer("region", "94", "--tous", "--deck", dossier=tmp_path) == 0
    (chemin,) = tmp_path.iterdir()
    assert chemin.name == "region-94-corse.zip"
    with zipfile.ZipFile(chemin) as archive:
        assert archive.testzip() is None
        noms = archive.namelist()
        fiches = [nom for nom in noms if nom.startswith("fiche-")]
        assert set(noms) - set(fiches) == {"region-94-corse.pdf", "region-94-corse.pptx"}
        siens = atlas.territoires_de(2021).query("regions == '94'")["id_ti"]
        assert [nom[6:13] for nom in fiches] == siens.tolist()
        assert PdfReader(io.BytesIO(archive.read(fiches[0]))).pages[0].extract_text()


def test_tous_les_territoires_d_un_millesime_sont_prepares(atlas):
    commande = Commande(millesime=2021, jour=JOUR, adresse="https://atlas.exemple")
    pieces = pieces_des_fiches(atlas, [], commande)
    assert len(pieces) == len(atlas.territoires_de(2021))
    assert len({piece.nom for piece in pieces}) == len(pieces)
    assert len(pieces_de_la_region(atlas, "53", commande, diaporama=True, territoires=True)) == 12


@pytest.mark.parametrize(
    ("arguments", "mots"),
    [
        (("fiche", "ti-9999"), ("« ti-9999 »", "2021", "ti-2806")),
        (("region", "99"), ("« 99 »", "région", "« 53 »")),
    ],
)
def test_un_code_inconnu_nomme_le_remede_et_n_ecrit_rien(arguments, mots, tmp_path, capsys):
    assert lancer(*arguments, dossier=tmp_path) == 2
    dit = capsys.readouterr().err
    assert all(mot in dit for mot in mots)
    assert [*tmp_path.iterdir()] == []


def test_une_demande_sans_code_dit_quoi_ecrire(tmp_path, capsys):
    with pytest.raises(SystemExit) as sortie:
        lancer("fiche", dossier=tmp_path)
    assert sortie.value.code == 2
    assert "donnez au moins un code, ou --tous" in capsys.readouterr().err


def test_l_aide_est_en_francais(capsys):
    with pytest.raises(SystemExit) as sortie:
        main(["region", "--help"])
    assert sortie.value.code == 0
    dit = capsys.readouterr().out
    assert dit.startswith("emploi : python -m exports region")
    assert "cette aide" in dit
    assert "usage" not in dit


def test_un_jour_faux_est_refuse(capsys):
    with pytest.raises(SystemExit):
        main(["fiche", "ti-2806", "--jour", "hier"])
    assert "AAAA-MM-JJ" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "mots"),
    [
        ((), "il manque : {fiche,region}"),
        (("lune",), "{fiche,region} : « lune » n’est pas l’un de"),
        (("fiche", "ti-2806", "--millesime", "1999"), "--millesime : « 1999 » n’est pas l’un de 2020"),
        (("fiche", "ti-2806", "--millesime", "deux"), "« deux » n’est pas un nombre entier"),
        (("fiche", "ti-2806", "--dossier"), "--dossier attend une valeur"),
        (("fiche", "ti-2806", "--lune"), "de trop ou inconnu : --lune"),
    ],
)
def test_une_commande_fausse_est_dite_en_francais(arguments, mots, capsys):
    with pytest.raises(SystemExit) as sortie:
        main(arguments)
    assert sortie.value.code == 2
    dit = capsys.readouterr().err
    assert mots in dit
    assert not {"argument", "invalid", "required"} & set(dit.split())


def test_un_dossier_ou_l_on_ne_peut_ecrire_nomme_le_remede(tmp_path, capsys):
    (tmp_path / "fichier").write_text("là")
    assert lancer("fiche", "ti-2806", dossier=tmp_path / "fichier") == 1
    dit = capsys.readouterr().err
    assert "(c’est un fichier)" in dit
    assert "--dossier" in dit
    assert "fichier/s" not in dit


def casse():
    raise RuntimeError("panne")


PANNE = [Piece(nom="a", faire=lambda: b"a"), Piece(nom="b", faire=casse)]


def test_un_fichier_qui_echoue_laisse_l_ancien_entier(tmp_path):
    (tmp_path / "lot.zip").write_bytes(b"ancien")
    with pytest.raises(RuntimeError):
        list(
            archiver(
                [Piece(nom="a", faire=lambda: b"a"), Piece(nom="b", faire=casse)], tmp_path / "lot.zip", JOUR
            )
        )
    assert [(chemin.name, chemin.read_bytes()) for chemin in tmp_path.iterdir()] == [("lot.zip", b"ancien")]


def test_un_lot_interrompu_garde_ce_qui_etait_fait(tmp_path):
    with pytest.raises(RuntimeError):
        list(deposer(PANNE, tmp_path))
    assert [chemin.name for chemin in tmp_path.iterdir()] == ["a"]


def test_le_meme_jour_donne_la_meme_archive(tmp_path):
    for nom in ("un.zip", "deux.zip"):
        list(archiver([Piece(nom="a", faire=lambda: b"a")], tmp_path / nom, JOUR))
    assert (tmp_path / "un.zip").read_bytes() == (tmp_path / "deux.zip").read_bytes()

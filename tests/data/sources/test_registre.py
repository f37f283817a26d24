"""The register: what it accepts, what it refuses and how it says so, and what ours declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.sources.emplacement import RegistreInvalide
from data.sources.registre import TABLES, TYPES, Source, charger_registre
from geo.contrats.tables import TABLES as CONTRATS

if TYPE_CHECKING:
    from pathlib import Path

VALIDE = """\
[bilan]
producteur = "ANCT"
jeu = "Bilan du programme"
licence = "Licence Ouverte 2.0"
date = "2022-04"
maj = "08/04/2022"
adresse = "https://exemple.fr/bilan.csv"
fichier = "bilans/bilan.csv"
octets = 12
sha256 = "%s"
type = "csv"
alimente = ["projets"]
""" % ("a" * 64)


def _ecrire(dossier: Path, texte: str) -> Path:
    path = dossier / "registre.toml"
    path.write_text(texte, encoding="utf-8")
    return path


def _refus(dossier: Path, texte: str) -> str:
    with pytest.raises(RegistreInvalide) as erreur:
        charger_registre(_ecrire(dossier, texte))
    return str(erreur.value)


def test_une_source_declaree_se_lit_telle_quelle(tmp_path):
    registre = charger_registre(_ecrire(tmp_path, VALIDE))
    assert registre == {
        "bilan": Source(
            cle="bilan",
            producteur="ANCT",
            jeu="Bilan du programme",
            licence="Licence Ouverte 2.0",
            date="2022-04",
            maj="08/04/2022",
            adresse="https://exemple.fr/bilan.csv",
            fichier="bilans/bilan.csv",
            octets=12,
            sha256="a" * 64,
            type="csv",
            alimente=("projets",),
        )
    }


def test_la_citation_suit_la_formule_de_la_licence_ouverte(tmp_path):
    source = charger_registre(_ecrire(tmp_path, VALIDE))["bilan"]
    assert (
        source.citation() == "Source : ANCT, Bilan du programme, mise à jour 08/04/2022 – Licence Ouverte 2.0"
    )


def test_un_champ_inconnu_est_refuse_et_nomme(tmp_path):
    message = _refus(tmp_path, VALIDE + 'sha = "abc"\n')
    assert "« bilan »" in message
    assert "champ inconnu « sha »" in message


def test_la_cle_ne_se_redeclare_pas_dans_la_section(tmp_path):
    assert "champ inconnu « cle »" in _refus(tmp_path, VALIDE + 'cle = "autre"\n')


@pytest.mark.parametrize("champ", ["producteur", "maj", "octets", "sha256", "alimente"])
def test_un_champ_manquant_est_nomme(tmp_path, champ):
    sans = "".join(li for li in VALIDE.splitlines(keepends=True) if not li.startswith(f"{champ} ="))
    assert f"il manque le champ « {champ} »" in _refus(tmp_path, sans)


@pytest.mark.parametrize(
    ("ancien", "nouveau", "attendu"),
    [
        ("octets = 12", 'octets = "12"', "« octets » doit être un nombre entier"),
        ("octets = 12", "octets = true", "« octets » doit être un nombre entier"),
        ("octets = 12", "octets = 0", "« octets » doit être positif"),
        ('["projets"]', '"projets"', "« alimente » doit être une liste de textes"),
        ('["projets"]', "[1]", "« alimente » doit être une liste de textes"),
        ('["projets"]', "[]", "« alimente » nomme au moins une table connue"),
        ('["projets"]', '["projet"]', "« alimente » nomme au moins une table connue"),
        ('"2022-04"', "2022-04-08", "« date » doit être un texte entre guillemets"),
        ('"2022-04"', '"avril 2022"', "« date » s’écrit AAAA, AAAA-MM ou AAAA-MM-JJ"),
        ('"08/04/2022"', '"2022-04-08"', "« maj » s’écrit AAAA, MM/AAAA ou JJ/MM/AAAA"),
        ('"08/04/2022"', '"08/13/2022"', "« maj » s’écrit AAAA, MM/AAAA ou JJ/MM/AAAA"),
        ('"ANCT"', '""', "« producteur », « jeu » et « licence » ne peuvent être vides"),
        ("a" * 64, "A" * 64, "« sha256 » compte 64 chiffres hexadécimaux"),
        ("a" * 64, "abc", "« sha256 » compte 64 chiffres hexadécimaux"),
        ('type = "csv"', 'type = "doc"', "« type » est l’un de : csv, geojson"),
        ("bilans/bilan.csv", "../bilan.csv", "« fichier » est un chemin relatif"),
        ("bilans/bilan.csv", "/bilan.csv", "« fichier » est un chemin relatif"),
        ("bilans/bilan.csv", "./bilan.csv", "« fichier » est un chemin relatif"),
        ('"bilans/bilan.csv"', "'bilans\\bilan.csv'", "« fichier » est un chemin relatif"),
        ('"bilans/bilan.csv"', '""', "« fichier » est un chemin relatif"),
        ("https://exemple", "http://exemple", "« adresse » commence par https://"),
        ("[bilan]", "[Bilan]", "sa clé ne prend que des minuscules"),
    ],
)
def test_une_valeur_hors_regle_est_refusee_en_francais(tmp_path, ancien, nouveau, attendu):
    assert VALIDE.count(ancien) >= 1
    assert attendu in _refus(tmp_path, VALIDE.replace(ancien, nouveau))


def test_la_page_aussi_est_en_https(tmp_path):
    assert "« page » commence par https://" in _refus(tmp_path, VALIDE + 'page = "ftp://exemple.fr"\n')


def test_sans_adresse_il_faut_une_page(tmp_path):
    sans = VALIDE.replace('adresse = "https://exemple.fr/bilan.csv"\n', "")
    assert "il faut « adresse », ou « page »" in _refus(tmp_path, sans)
    assert charger_registre(_ecrire(tmp_path, sans + 'page = "https://exemple.fr"\n'))["bilan"].adresse == ""


def test_une_transcription_s_explique(tmp_path):
    transcrite = VALIDE + "transcrit = true\n"
    assert "s’explique dans « note »" in _refus(tmp_path, transcrite)
    assert charger_registre(_ecrire(tmp_path, transcrite + 'note = "À la main."\n'))["bilan"].transcrit


def test_un_fichier_declare_deux_fois_est_refuse(tmp_path):
    message = _refus(tmp_path, VALIDE + VALIDE.replace("[bilan]", "[bilan_bis]"))
    assert "« bilans/bilan.csv » est déclaré deux fois : « bilan » et « bilan_bis »" in message


def test_une_valeur_hors_section_n_est_pas_une_source(tmp_path):
    assert "« version » n’est pas une source" in _refus(tmp_path, "version = 1\n" + VALIDE)


def test_un_toml_casse_est_dit_illisible(tmp_path):
    assert "« registre.toml » est illisible" in _refus(tmp_path, "[bilan\n")


def test_un_registre_absent_nomme_le_remede(tmp_path):
    with pytest.raises(RegistreInvalide, match="introuvable : remettez-le avec"):
        charger_registre(tmp_path / "sources.toml")


def test_notre_registre_se_charge_et_declare_23_fichiers_distincts():
    registre = charger_registre()
    assert len(registre) == 23
    assert len({s.fichier for s in registre.values()}) == 23
    assert len({s.sha256 for s in registre.values()}) == 23


def test_notre_registre_se_sert_de_chaque_type_connu():
    assert {s.type for s in charger_registre().values()} == TYPES


def test_chaque_table_connue_a_au_moins_une_source():
    assert {t for s in charger_registre().values() for t in s.alimente} == TABLES


def test_les_contrats_ne_citent_que_des_sources_qui_disent_les_alimenter():
    registre = charger_registre()
    muettes = [
        (table.nom, cle)
        for table in CONTRATS.values()
        for cle in table.sources
        if cle not in registre or table.nom not in registre[cle].alimente
    ]
    assert muettes == []


def test_les_transcriptions_sont_le_plan_de_relance_et_le_point_d_etape():
    transcrites = {c for c, s in charger_registre().items() if s.transcrit}
    assert transcrites == {
        "plan_relance_industrie",
        "point_etape_chronologie",
        "point_etape_enjeux",
        "point_etape_financement",
        "point_etape_national",
        "point_etape_projets_inspirants",
        "point_etape_regions",
    }


def test_une_transcription_ne_se_telecharge_pas():
    assert [c for c, s in charger_registre().items() if s.transcrit and s.adresse] == []

"""Reading the list of laureates."""

import pytest

from data.fabrication.laureats import lire_laureats
from data.sources.erreurs import SourceAbsente, SourceAlteree
from geo.projets.assemblage import COLONNES_BRUTES

ENTETE = "\t".join(COLONNES_BRUTES)


def _fichier(dossier, *lignes, encodage="utf-8"):
    chemin = dossier / "liste.tsv"
    chemin.write_text("\n".join([ENTETE, *lignes, ""]), encoding=encodage)
    return chemin


def test_tout_est_texte_et_un_vide_manque(tmp_path):
    ligne = "NA\tGE\t012345678\tm\tl\t8\t8000\tX\t1.50\t2\t2021-01-01\tEau\t\t\tautre\t"
    lus = lire_laureats(_fichier(tmp_path, ligne))
    assert lus.columns.tolist() == list(COLONNES_BRUTES)
    assert (lus.siren[0], lus.latitude[0], lus.entreprise[0]) == ("012345678", "1.50", "NA")
    assert lus[["tco2", "emplois", "objet"]].isna().all(axis=None)


def test_un_guillemet_n_est_qu_un_caractere(tmp_path):
    ligne = 'SARL "LE FOUR\tGE\t\tm\tl\t\t\t\t\t\t2021-01-01\t\t\t\tautre\tPain'
    assert lire_laureats(_fichier(tmp_path, ligne, ligne)).entreprise.tolist() == ['SARL "LE FOUR'] * 2


def test_un_fichier_absent_le_dit_en_francais(tmp_path):
    with pytest.raises(SourceAbsente, match=r"« liste\.tsv » est introuvable"):
        lire_laureats(tmp_path / "liste.tsv")


def test_une_colonne_absente_est_nommee(tmp_path):
    chemin = tmp_path / "liste.tsv"
    chemin.write_text(ENTETE.replace("\tobjet", ""), encoding="utf-8")
    with pytest.raises(SourceAlteree, match=r"Il manque des colonnes à « liste\.tsv » : objet"):
        lire_laureats(chemin)


@pytest.mark.parametrize("contenu", [b"", ENTETE.encode() + b"\n\xe9\xff"])
def test_un_fichier_illisible_le_dit_en_francais(tmp_path, contenu):
    chemin = tmp_path / "liste.tsv"
    chemin.write_bytes(contenu)
    with pytest.raises(SourceAlteree, match="ne se lit pas"):
        lire_laureats(chemin)


@pytest.mark.sources
def test_la_vraie_liste_a_3_080_lignes(sources):
    lus = lire_laureats(sources / "laureats/plan_relance_industrie_2022.tsv")
    assert len(lus) == 3080
    assert lus.isna().sum().loc[
        ["entreprise", "siren", "code_postal", "latitude", "objet", "emplois"]
    ].tolist() == [
        2,
        7,
        3,
        10,
        160,
        2339,
    ]

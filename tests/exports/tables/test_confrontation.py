"""The file of selections side by side: the figures of the screen, numbers left numeric, texts harmless."""

import csv
import io

import pytest

from exports.tables.confrontation import ENTETES, ecrire_confrontation
from geo.filtre.filtre import Filtre
from geo.filtre.preparation import preparer
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from geo.selections import confronter

NOMS = ["=HYPERLINK(1)", "Agro; en Bretagne"]


@pytest.fixture(scope="module")
def confrontation(atlas):
    projets = ensemble(atlas)
    filtres = [Filtre(regions=("53",)), Filtre(filieres=("Agroalimentaire",))]
    return confronter(preparer(projets, vocabulaires(atlas, projets)), filtres, 2021)


@pytest.fixture(scope="module")
def lignes(confrontation, contexte):
    texte = ecrire_confrontation(confrontation, NOMS, contexte).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(texte), delimiter=";"))


def test_chaque_chiffre_de_chaque_colonne_a_sa_ligne(lignes, confrontation):
    assert tuple(lignes[0]) == ENTETES
    assert lignes.index([]) - 1 == 2 * len(confrontation.rangees)


def test_un_chiffre_est_un_nombre_et_un_nom_hostile_du_texte(lignes):
    assert lignes[1][2] == "'=HYPERLINK(1)"
    assert float(lignes[1][3].replace(",", ".")) > 0


def test_ce_qui_est_commun_et_les_sources_suivent(lignes, confrontation, contexte):
    (commun,) = [ligne for ligne in lignes if ligne[:1] == ["Projets en commun"]]
    assert commun[3] == str(confrontation.communs[0].projets)
    assert ["Lien vers cette vue", contexte.lien] in lignes

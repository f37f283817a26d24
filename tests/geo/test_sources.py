"""A view cites the map of its year, its figures, and each source once."""

from __future__ import annotations

import re

import pytest

from data.sources.registre import charger_registre
from geo.contrats import projets as contrats
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.comparaison import comparer, sources
from geo.indicateurs.objets import LA_FRANCE
from geo.millesimes import MILLESIMES
from geo.sources import CARTES, PERIMETRES, de_l_annee, perimetres_de, projets_de, sources_de
from tests.citees import PERIMETRES as ATTENDUES
from tests.conftest import RACINE

SOURCE_DE_PERIMETRE = re.compile(r"[\"']ti1\d\d_(groupements|communes)[\"']")


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_un_millesime_declare_les_sources_de_son_perimetre(millesime):
    assert set(perimetres_de(millesime)) == ATTENDUES[millesime]


def test_les_sources_d_un_millesime_sont_au_registre():
    assert {cle for m in MILLESIMES.values() for cle in m.sources} <= set(charger_registre())


def test_les_tables_declarent_le_perimetre_de_chaque_millesime():
    assert set(contrats.PERIMETRES) == set(PERIMETRES) <= set(CARTES)


def test_une_source_est_citee_une_fois_dans_l_ordre_de_la_vue():
    assert sources_de(("b", "a"), INDICATEURS["population"], ("a", "epcicom2021")) == (
        "b",
        "a",
        "epcicom2021",
    )


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_les_projets_citent_le_perimetre_de_leur_annee_seul(millesime):
    assert set(projets_de(millesime)) & set(PERIMETRES) == ATTENDUES[millesime]


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_une_comparaison_cite_son_perimetre_et_chacun_de_ses_indicateurs(atlas, millesime):
    lignes = comparer(atlas, objets=[LA_FRANCE], millesime=millesime)
    citees = sources(lignes, millesime)
    assert set(citees) & set(PERIMETRES) == ATTENDUES[millesime]
    assert {cle for indicateur in INDICATEURS.values() for cle in indicateur.sources} <= set(citees)


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_une_table_de_toutes_les_annees_perd_les_perimetres_des_autres(millesime):
    gardees = de_l_annee((*PERIMETRES, "epcicom2021"), millesime)
    assert set(gardees) == ATTENDUES[millesime] | {"epcicom2021"}


def test_aucun_fichier_ne_nomme_un_perimetre_hors_de_sa_declaration():
    dossiers = ("geo", "exports", "components", "service", "pages")
    fautifs = {
        fichier.relative_to(RACINE).as_posix()
        for dossier in dossiers
        for fichier in (RACINE / dossier).rglob("*.py")
        if SOURCE_DE_PERIMETRE.search(fichier.read_text(encoding="utf-8"))
    }
    contrats_des_tables = {f for f in fautifs if f.startswith("geo/contrats/")}
    assert fautifs - contrats_des_tables == {"geo/millesimes.py"}

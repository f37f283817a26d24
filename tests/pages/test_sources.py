"""The source cited is that of the year shown: on the pages, and in the files that they offer."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from html import unescape

import pyarrow.parquet as pq
import pytest
import streamlit as st

from data.sources.registre import charger_registre
from exports.tables.projets import FORMATS
from geo.seance.contenu import contenu
from geo.seance.seance import lire_vue
from pages.france.sources import cles
from tests.citees import PERIMETRES, perimetres
from tests.geo.monde_filtre import monde
from tests.pages.regards import bloc, ouvrir, texte

pytestmark = pytest.mark.parametrize("millesime", PERIMETRES)


def premier(atlas, millesime):
    return atlas.territoires_de(millesime)["id_ti"].iloc[0]


@pytest.fixture
def fichiers(monkeypatch):
    """What each file of a page is made by, by its name."""
    faits = {}

    def noter(*_reste, data, file_name, **_options):
        faits[file_name] = data

    monkeypatch.setattr(st, "download_button", noter)
    return faits


def lire(nom, octets, dossier):
    """The words of a file, whatever its format."""
    extension = nom.rpartition(".")[2]
    if extension == "csv":
        return octets.decode("utf-8-sig").replace('""', '"')
    if extension == "geojson":
        return " ".join(json.loads(octets)["sources"])
    if extension == "xlsx":
        with zipfile.ZipFile(io.BytesIO(octets)) as classeur:
            parties = (nom for nom in classeur.namelist() if nom.startswith("xl/"))
            return unescape(" ".join(classeur.read(nom).decode() for nom in parties if nom.endswith(".xml")))
    if extension == "parquet":
        return pq.read_schema(io.BytesIO(octets)).metadata[b"sources"].decode()
    chemin = dossier / nom
    chemin.write_bytes(octets)
    with sqlite3.connect(chemin) as base:
        return " ".join(texte for (texte,) in base.execute("SELECT texte FROM sources_et_filtres"))


def test_la_fiche_cite_le_perimetre_de_son_annee(atlas, millesime):
    essai = ouvrir("territoire", ti=premier(atlas, millesime), millesime=str(millesime))
    essai.session_state["fiche-sources"] = True
    assert perimetres(unescape(bloc(essai.run(), "atlas-sources"))) == PERIMETRES[millesime]


def test_france_cite_le_perimetre_de_chaque_annee_de_sa_carte(millesime):
    registre = charger_registre()
    assert perimetres(" ".join(registre[cle].citation() for cle in cles())) >= PERIMETRES[millesime]


@pytest.mark.parametrize("page", ["carte", "region", "projets"])
def test_une_page_sans_liste_de_sources_cite_au_pied_celle_de_son_annee(page, millesime):
    essai = ouvrir(page, millesime=str(millesime), **({"code": "53"} if page == "region" else {}))
    groupements = {cle for cle in PERIMETRES[millesime] if cle != "ti149_communes"}
    assert perimetres(unescape(texte(bloc(essai, "atlas-pied")))) >= groupements


def test_le_csv_d_une_comparaison_cite_le_perimetre_de_son_annee(fichiers, tmp_path, millesime):
    essai = ouvrir("comparer")
    essai.query_params.update({"objets": "region-53,france", "millesime": str(millesime)})
    assert not essai.run().exception
    lu = lire("comparaison.csv", fichiers["comparaison.csv"](), tmp_path)
    assert perimetres(lu) == PERIMETRES[millesime]


def test_les_fichiers_des_projets_citent_le_perimetre_de_leur_annee(fichiers, tmp_path, millesime):
    essai = ouvrir("projets", millesime=str(millesime), region="53")
    essai.session_state["emporter-ouverte"] = True
    assert not essai.run().exception
    assert {f"projets.{format_}" for format_ in FORMATS} <= set(fichiers)
    for format_ in FORMATS:
        nom = f"projets.{format_}"
        assert perimetres(lire(nom, fichiers[nom](), tmp_path)) == PERIMETRES[millesime], nom


@pytest.mark.parametrize("objet", ["france", "region-53", "region-94", "ti"])
def test_une_vue_de_seance_cite_le_perimetre_de_son_annee(atlas, objet, millesime):
    mot = premier(atlas, millesime) if objet == "ti" else objet
    vue, _ = lire_vue(mot, atlas, monde().vocab, millesime=millesime)
    diapo = contenu(vue, atlas, monde().preparee, monde().vocab)
    cites = " ".join(charger_registre()[cle].citation() for cle in diapo.sources)
    assert perimetres(cites) == PERIMETRES[millesime]

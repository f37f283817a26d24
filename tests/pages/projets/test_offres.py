"""What « Projets » offers: each declared format, made when it is asked; a picture that says what it shows."""

from __future__ import annotations

import io
import re

import pandas as pd
import pytest
from PIL import Image

from components.adresses import AdresseProjets
from components.partage import projets_prets
from exports.tables.contexte import Fichier
from exports.tables.projets import FORMATS
from geo.filtre import selectionner
from geo.projets.ensemble import ensemble
from pages.projets import offres
from pages.projets.offres import dessiner
from tests.formats import declarer
from tests.pages.regards import ouvrir

FICHIER = Fichier(nom="projets.csv", type_mime="text/csv", octets=b"")


def test_l_image_d_une_selection_nomme_ses_criteres_et_sa_source(atlas):
    bretons = atlas.projets[atlas.projets["code_region"] == "53"]
    dessin = dessiner(bretons, "svg", "bretagne · Agroalimentaire", 2021).decode()
    ecrits = " ".join(re.findall(r"<!-- (.+?) -->", dessin))  # letters are drawn, and said beside
    assert "Bretagne · Agroalimentaire" in ecrits
    assert "IGN" in ecrits


def test_l_image_cerne_les_siens_et_sa_legende_le_dit(atlas):
    vingt = atlas.projets.head(20)
    siens = pd.Series([True] * 3 + [False] * 17, index=vingt.index)
    dessins = [dessiner(vingt, "svg", "vingt", 2021, miens=miens).decode() for miens in (None, siens)]
    assert ["Mes projets : cernés" in dessin for dessin in dessins] == [False, True]


def test_elle_a_300_points_par_pouce(atlas):
    image = Image.open(io.BytesIO(dessiner(atlas.projets.head(20), "png", "vingt", 2021)))
    assert round(image.info["dpi"][0]) == 300


def test_une_selection_sans_aucun_projet_se_dessine(atlas):
    assert dessiner(atlas.projets.iloc[:0], "png", "aucun", 2021).startswith(b"\x89PNG")


def fenetre(**parametres):
    """The page with its window of files open."""
    essai = ouvrir("projets", **parametres)
    essai.session_state["emporter-ouverte"] = True
    essai.run()
    assert not essai.exception
    return essai


def boutons(essai):
    return [bouton.proto.label for bouton in essai.get("download_button")]


def test_la_fenetre_offre_chaque_format_puis_la_carte():
    libelles = [declare.libelle for declare in FORMATS.values()]
    assert boutons(fenetre())[: len(libelles)] == libelles
    assert [bouton[:10] for bouton in boutons(fenetre())[len(libelles) :]] == ["Carte (PNG", "Carte (SVG"]


@pytest.mark.parametrize("ouvert", ["lignes de JSON", ""])
def test_un_format_declare_est_offert(monkeypatch, ouvert):
    assert "Lignes de JSON" not in boutons(fenetre())
    declarer(monkeypatch, ouvert=ouvert)
    assert "Lignes de JSON" in boutons(fenetre())


def test_ouvrir_la_fenetre_ne_trie_ni_ne_dessine_rien(monkeypatch):
    monkeypatch.setattr(offres, "ordre", lambda *_: pytest.fail("trié sans demande"))
    monkeypatch.setattr(offres, "exporter", lambda *_: pytest.fail("écrit sans demande"))
    monkeypatch.setattr(offres, "charger_registre", lambda: pytest.fail("cité sans demande"))
    assert len(boutons(fenetre(region="53"))) == len(FORMATS) + 2


def test_au_dela_d_une_seconde_un_fichier_se_prepare_d_abord(monkeypatch):
    monkeypatch.setattr(offres, "A_L_AVANCE", 10)
    essai = fenetre(region="53")
    assert len(boutons(essai)) == 2
    prepares = [b.label for b in essai.button if b.label.endswith(" : préparer le fichier")]
    assert prepares == [f"{declare.libelle} : préparer le fichier" for declare in FORMATS.values()]


def test_des_projets_coches_partent_seuls_et_leur_fichier_le_dit(atlas, monkeypatch):
    ecrits = []
    monkeypatch.setattr(offres, "exporter", lambda *quoi: ecrits.append(quoi) or FICHIER)
    choisis = ensemble(atlas)["id_projet"].iloc[[3, 700, 3_000]].tolist()
    essai = fenetre(region="53", coches=",".join(choisis))
    prets = projets_prets.publie(atlas)
    adresse, _ = AdresseProjets.lire({"region": ["53"], "coches": [",".join(choisis)]}, prets.vocabulaires)
    seuls = adresse.des_coches()
    for offre in offres.offres(prets, seuls, selectionner(prets.preparee, seuls.filtre)):
        if offre.cle.removeprefix("emporter-") in FORMATS:
            offre.faire()
    assert [set(projets["id_projet"]) for projets, *_ in ecrits] == [set(choisis)] * len(FORMATS)
    assert {contexte.filtres for _, _, contexte, _ in ecrits} == {("3\u202fprojets cochés",)}
    assert essai.segmented_control("emporter-quoi").value == "coches"

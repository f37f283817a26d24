"""The deck of a séance says what its views say, in their order."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from components.partage import donnees, projets_prets
from geo.seance.contenu import contenu
from geo.seance.seance import Seance, lire_vues
from pages.seance.offres import fabriquer

MOTS = ("france", "region-53", "region-53.filieres", "ti-2806", "projets.filiere=Agroalimentaire&region=53")


@pytest.fixture(scope="module")
def seance():
    atlas = donnees.atlas()
    vues, avis = lire_vues(MOTS, atlas, projets_prets.publie(atlas).vocabulaires)
    assert avis == []
    return Seance(nom="Comité régional", vues=vues)


@pytest.fixture(scope="module")
def planches(seance):
    octets = fabriquer(seance, "https://atlas.exemple/seance", jour="2026-11-21")
    return list(Presentation(io.BytesIO(octets)).slides)


def textes(planche):
    return " ".join(forme.text_frame.text for forme in planche.shapes if forme.has_text_frame)


def test_une_diapositive_pour_le_nom_et_une_pour_chaque_vue(planches):
    assert len(planches) == 1 + len(MOTS)
    assert "Comité régional" in textes(planches[0])


def test_chaque_diapositive_a_le_titre_et_les_chiffres_de_sa_vue(seance, planches):
    atlas = donnees.atlas()
    prets = projets_prets.publie(atlas)
    for vue, planche in zip(seance.vues, planches[1:], strict=True):
        diapo = contenu(vue, atlas, prets.preparee, prets.vocabulaires)
        dits = textes(planche)
        assert diapo.titre in dits
        assert [figure.valeur for figure in diapo.figures if figure.valeur not in dits] == []


def test_le_graphique_d_une_vue_peut_etre_modifie(planches):
    assert [any(forme.has_chart for forme in planche.shapes) for planche in planches[1:]] == [
        False, False, True, False, False,
    ]  # fmt: skip

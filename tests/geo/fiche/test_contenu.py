"""What a sheet says, whoever lays it out."""

from __future__ import annotations

import pytest

from geo.fiche.contenu import contenu_region, contenu_territoire, references_de
from geo.indicateurs.catalogue import INDICATEURS
from geo.millesimes import MILLESIMES
from geo.territoires.composition import composition
from tests.citees import PERIMETRES

TOUTES = set().union(*PERIMETRES.values())


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_une_fiche_dit_son_millesime_et_cite_son_perimetre(atlas, millesime):
    premier = atlas.territoires_de(millesime)["id_ti"].iloc[0]
    for contenu in (
        contenu_territoire(atlas, id_ti=premier, millesime=millesime),
        contenu_region(atlas, code="53", millesime=millesime),
    ):
        assert f"millésime {millesime}" in contenu.precision
        assert set(contenu.sources) & TOUTES == PERIMETRES[millesime]
        assert {cle for i in INDICATEURS.values() for cle in i.sources} <= set(contenu.sources)


def test_une_fiche_de_region_cite_le_document_et_celle_d_un_territoire_non(atlas):
    assert "point_etape_regions" in contenu_region(atlas, code="53", millesime=2021).sources
    territoire = contenu_territoire(atlas, id_ti="ti-2806", millesime=2021)
    assert "point_etape_regions" not in territoire.sources


def test_un_groupement_en_partie_le_dit(atlas):
    groupements = atlas.groupements
    partiel = groupements[groupements["nb_communes"] < groupements["nb_communes_total"]].iloc[0]
    lequel = {"id_ti": partiel["id_ti"], "millesime": int(partiel["millesime"])}
    parties = contenu_territoire(atlas, **lequel).parties
    entiers = composition(atlas, **lequel)["entier"]
    assert [not partie.precision for partie in parties] == entiers.tolist()
    assert any(partie.precision.startswith("en partie : ") for partie in parties)


def test_un_territoire_interregional_n_est_dans_aucune_de_ses_regions(atlas):
    *regions, france = references_de(atlas, ("75", "76"))
    assert [reference.contient for reference in regions] == [False, False]
    assert france.contient
    assert references_de(atlas, ("28",))[0].contient


def test_une_fiche_inconnue_n_existe_pas(atlas):
    with pytest.raises(KeyError):
        contenu_territoire(atlas, id_ti="ti-0000", millesime=2021)
    with pytest.raises(KeyError):
        contenu_region(atlas, code="00", millesime=2021)

"""The key figures are read the same way wherever they are shown."""

from __future__ import annotations

import math

import pytest

from geo.fiche.chiffres import chiffres, dire, la_france, la_region
from geo.indicateurs.catalogue import INDICATEURS, de_la_fiche
from geo.indicateurs.mesures import Mesure
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.territoires.regions import noms

TI = Objet(sorte="ti", code="ti-2806")


def mesure(valeur, connus=10, total=10, **reste):
    return Mesure(valeur=valeur, couverture=connus / total, connus=connus, total=total, **reste)


def test_les_chiffres_suivent_l_ordre_de_la_fiche(atlas):
    lus = chiffres(atlas, TI, 2021, [la_france(atlas)])
    assert [lu.cle for lu in lus] == [indicateur.cle for indicateur in de_la_fiche()]
    assert [lu.premier for lu in lus] == [True] * 5 + [False] * (len(INDICATEURS) - 5)


def test_chaque_chiffre_porte_les_sources_de_son_indicateur(atlas):
    for lu in chiffres(atlas, TI, 2021, []):
        assert lu.sources == INDICATEURS[lu.cle].sources
        assert lu.references == ()


def test_un_territoire_inconnu_n_a_pas_de_chiffres(atlas):
    with pytest.raises(KeyError):
        chiffres(atlas, Objet(sorte="ti", code="ti-0000"), 2021, [])


def test_l_outre_mer_est_une_reference_comme_une_autre(atlas):
    assert la_region(atlas, "OM", contient=False).libelle == noms(atlas)["OM"]


def test_un_vide_n_a_ni_unite_ni_rang():
    lu = dire(INDICATEURS["population"], mesure(math.nan, 0), [])
    assert (lu.valeur, lu.unite, lu.rang, lu.connue) == ("non renseigné", "", "non classé", False)


@pytest.mark.parametrize(("connus", "sous", "dans_l_explication"), [(1000, 0, 0), (999, 0, 1), (900, 1, 0)])
def test_le_peu_qui_manque_a_une_reference_n_est_dit_que_dans_l_explication(
    atlas, connus, sous, dans_l_explication
):
    lu = dire(INDICATEURS["chomage"], mesure(7), [(la_france(atlas), mesure(8, connus, 1000))])
    assert " ".join(lu.references[0].notes).count("connu pour") == sous
    assert lu.explication.count("connu pour") == dans_l_explication


def test_la_france_dit_les_projets_qu_elle_laisse(atlas):
    reference = la_france(atlas)
    assert reference.objet == LA_FRANCE
    lu = dire(INDICATEURS["projets"], mesure(19), [(reference, mesure(3071))])
    assert lu.references[0].notes[-1] == f"et {reference.sans} hors des régions"

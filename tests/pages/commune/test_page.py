"""« Commune » in memory: a commune in a territory, one outside of all, an address that names none."""

from __future__ import annotations

from html import unescape

import pytest

from geo.sens import UN_TERRITOIRE
from tests.pages.regards import adresse, avis, blocs, mots, ouvrir, texte


def page(code: str, **parametres: str):
    essai = ouvrir("commune")
    essai.query_params.update({"code": code, **parametres})
    return essai.run()


def tete(essai) -> str:
    return unescape(texte(next(b for b in blocs(essai) if "atlas-entete" in b)))


@pytest.fixture(scope="module")
def gueret():
    """A commune that is in a territory from 2023 on, to be read only."""
    return page("23096")


def test_une_commune_hors_de_tout_territoire_a_sa_page(gueret):
    assert not gueret.exception
    assert not gueret.error
    assert avis(gueret) == []
    assert tete(gueret).startswith(
        "Guéret Dans aucun Territoire d’industrie en 2021. En 2023\u00a0: Creuse Industrie ."
    )


def test_elle_dit_ce_qu_est_un_territoire_d_industrie(gueret):
    assert UN_TERRITOIRE in tete(gueret)


def test_elle_nomme_les_plus_proches_et_dit_comment_la_distance_est_mesuree(gueret):
    assert "Aubusson La Souterraine vers Azat-Châtenet 10\u202fkm" in mots(gueret)
    assert "Distances à vol d’oiseau" in mots(gueret)


def test_elle_donne_ses_chiffres_et_ses_projets(gueret):
    assert "12\u202f889 habitants" in mots(gueret)
    assert "aucun projet dans la commune, 1\u202fprojet dans son intercommunalité" in mots(gueret)


def test_un_autre_millesime_change_son_territoire_et_s_ecrit(gueret):
    suite = page("23096").button_group(key="commune-millesime").set_value(2023).run()
    assert "Dans le territoire Creuse Industrie en 2023." in tete(suite)
    assert adresse(suite) == {"code": "23096", "millesime": "2023"}


def test_une_commune_d_un_territoire_le_dit_d_abord_et_y_mene():
    lue = page("15187")
    assert tete(lue).startswith("Saint-Flour Dans le territoire Aurillac - Figeac - Rodez en 2021.")
    assert any("territoire?ti=ti-7601&amp;commune=15187" in b for b in blocs(lue))


def test_le_code_d_une_commune_fusionnee_est_suivi_et_le_dit():
    lue = page("01091")
    assert avis(lue) == [
        "« 01091 » (Châtillon-en-Michaille) fait partie de la commune de Valserhône : la voici."
    ]
    assert adresse(lue) == {"code": "01033"}


def test_un_code_inconnu_est_dit_et_la_recherche_proposee():
    lue = page("99999")
    assert avis(lue) == ["La commune « 99999 » n’existe pas : cherchez-la par son nom, en haut de la page."]
    assert "Tapez le nom d’une commune" in mots(lue)


def test_une_commune_que_la_carte_ne_dessine_pas_le_dit():
    assert "elle n’a pas de contour à elle" in mots(page("14666"))

"""A count of projects says by which schemes, and how many of them may be elsewhere."""

from __future__ import annotations

import pytest

from geo.fiche.chiffres import chiffres
from geo.fiche.contenu import contenu_territoire
from geo.fiche.laureats import DU_PROGRAMME, Laureats, laureats
from geo.indicateurs.objets import LA_FRANCE, Objet
from geo.millesimes import MILLESIMES, colonne_ti


def siens(**comptes):
    rien = {"territoriaux": 0, "autres": 0, "incertains": 0, "ailleurs": 0, "peut_etre": 0}
    return Laureats(**{**rien, **comptes})


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_projet_d_un_territoire_est_du_programme_ou_d_un_autre_dispositif(atlas, millesime):
    colonne = atlas.projets[colonne_ti(millesime)]
    for id_ti in ("ti-2806", "ti-4415"):
        lus = laureats(atlas, Objet(sorte="ti", code=id_ti), millesime)
        du_programme = (atlas.projets["mesure_light"] == DU_PROGRAMME) & (colonne == id_ti)
        assert lus.territoriaux == du_programme.sum()
        assert lus.territoriaux + lus.autres == (colonne == id_ti).sum()


def test_la_france_compte_tous_ses_lieux_incertains_et_aucun_n_est_ailleurs(atlas):
    lus = laureats(atlas, LA_FRANCE, 2021)
    assert (lus.incertains, lus.ailleurs, lus.peut_etre) == (48, 0, 0)


def test_un_projet_peut_etre_ailleurs_l_est_peut_etre_dans_un_autre_territoire(atlas):
    (linamar,) = atlas.projets[
        (atlas.projets["entreprise"] == "Linamar Light Metals") & atlas.projets["lieu_incertain"]
    ].to_dict("records")
    dite = atlas.communes.set_index("code").loc[linamar["code_commune_dite"]]
    assert laureats(atlas, Objet(sorte="epci", code=linamar["siren_epci"]), 2021).ailleurs == 1
    assert laureats(atlas, Objet(sorte="epci", code=dite["siren_epci"]), 2021).peut_etre == 1


def test_les_dispositifs_se_lisent_avec_leurs_nombres():
    assert siens(territoriaux=12, autres=34).dispositifs == "12\u202fProjets territoriaux, 34\u202fautres"
    assert siens(territoriaux=1, autres=1).dispositifs == "1\u202fProjet territorial, 1\u202fautre"
    assert not siens().dispositifs


def test_le_doute_se_dit_dans_les_deux_sens():
    assert siens(incertains=2, ailleurs=1, peut_etre=1).doute == (
        "2\u202flieux incertains : code postal et nom disent une autre commune, 1 hors d’ici ; "
        "1\u202fprojet placé ailleurs, peut-être ici."
    )
    assert siens(incertains=1).doute.endswith("disent une autre commune.")
    assert not siens(territoriaux=3).doute


def test_la_vignette_des_projets_dit_les_dispositifs_et_elle_seule(atlas):
    lues = {c.cle: c for c in chiffres(atlas, Objet(sorte="ti", code="ti-2806"), 2021, [])}
    contenu = contenu_territoire(atlas, id_ti="ti-2806", millesime=2021)
    assert lues["projets"].couverture == contenu.laureats.dispositifs
    assert not any(DU_PROGRAMME in c.couverture for cle, c in lues.items() if cle != "projets")

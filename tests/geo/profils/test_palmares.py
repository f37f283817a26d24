"""The places that lead: by projects, then by jobs, then by name; unknown places stand nowhere."""

from __future__ import annotations

import pandas as pd
import pytest

from data import chargement
from geo.profils.palmares import EN_TETE, communes_en_tete, territoires_en_tete
from geo.territoires.regions import projets_de

ATLAS = chargement.atlas()


def projets(*lignes):
    """One row a project: code, name, TI, jobs, group."""
    table = pd.DataFrame(
        lignes, columns=["code_commune", "commune", "id_ti_2021", "emplois", "groupe_emplois"]
    )
    textes = ["code_commune", "commune", "id_ti_2021", "groupe_emplois"]
    return table.astype(dict.fromkeys(textes, "str")).assign(emplois_prevus=table["emplois"].astype("Int64"))


def test_le_plus_de_projets_d_abord_puis_le_plus_d_emplois_puis_par_nom():
    table = communes_en_tete(
        projets(
            ("1", "Zut", None, None, None),
            ("2", "Bar", None, None, None),
            ("3", "Sur", None, 4, "g"),
            ("4", "Deux", None, None, None),
            ("4", "Deux", None, None, None),
        )
    )
    assert table["nom"].tolist() == ["Deux", "Sur", "Bar", "Zut"]


def test_un_projet_sans_commune_n_est_nulle_part():
    assert communes_en_tete(projets((None, None, None, 9, "g"))).empty


def test_des_emplois_qu_aucune_ligne_n_enonce_sont_inconnus_et_non_nuls():
    assert communes_en_tete(projets(("1", "A", None, None, None)))["emplois"].isna().all()


def test_les_emplois_d_une_ligne_repetee_comptent_une_fois():
    table = communes_en_tete(projets(("1", "A", None, 5, "g"), ("1", "A", None, 7, "g")))
    assert table["emplois"].tolist() == [7]


def test_les_emplois_dits_dans_deux_communes_comptent_dans_chacune_comme_sur_sa_fiche():
    table = communes_en_tete(projets(("1", "A", None, 5, "g"), ("2", "B", None, 5, "g")))
    assert table["emplois"].tolist() == [5, 5]


def test_un_territoire_est_nomme_et_un_projet_dehors_ne_compte_pour_aucun():
    territoires = pd.DataFrame({"id_ti": ["ti-1"], "lib_ti": [" Le Pays "]})
    table = territoires_en_tete(
        projets(("1", "A", "ti-1", 3, "g"), ("2", "B", None, 8, "h")), territoires, millesime=2021
    )
    assert table[["code", "nom", "projets"]].to_numpy().tolist() == [["ti-1", "Le Pays", 1]]


@pytest.mark.parametrize("code", ["11", "53", "94", "OM"])
def test_dix_communes_au_plus_et_leurs_comptes_sont_ceux_de_la_table(code):
    siens = projets_de(ATLAS, code)
    table = communes_en_tete(siens)
    comptes = siens["code_commune"].value_counts()
    assert len(table) == min(EN_TETE, len(comptes))
    assert table["projets"].tolist() == comptes.head(EN_TETE).tolist()
    assert (table["projets"] == table["code"].map(comptes)).all()

"""A selection of projects told apart; the parts always make the whole."""

import pandas as pd
import pytest

from geo.profils.repartitions import par_annee, par_mois, repartition
from geo.projets.doublons import emplois_annonces

NATURE = "nature"


def selection(*lignes):
    """Rows of (nature, month, jobs, id of the row that states the same jobs)."""
    table = pd.DataFrame(lignes, columns=["nature", "date", "emplois_prevus", "groupe_emplois"])
    return table.assign(
        nature=table["nature"].astype("str"),
        date=pd.to_datetime(table["date"]).astype("datetime64[us]"),
        emplois_prevus=table["emplois_prevus"].astype("Int64"),
        groupe_emplois=table["groupe_emplois"].astype("str"),
    )


def lues(table):
    return [tuple(None if pd.isna(v) else v for v in ligne) for ligne in table.itertuples(index=False)]


def test_les_valeurs_les_plus_frequentes_viennent_d_abord_puis_l_alphabet():
    table = repartition(
        selection(
            ("b", "2021-02", None, None),
            ("c", "2021-02", None, None),
            ("a", "2021-02", None, None),
            ("c", "2021-02", None, None),
        ),
        NATURE,
    )
    assert table["valeur"].tolist() == ["c", "a", "b"]
    assert table["projets"].tolist() == [2, 1, 1]


def test_une_valeur_absente_vient_en_dernier_et_reste_absente():
    table = repartition(
        selection((None, "2021-02", 3, "p1"), (None, "2021-02", None, None), ("a", "2021-02", 5, "p2")),
        NATURE,
    )
    assert lues(table) == [("a", 1, 5, 1), (None, 2, 3, 1)]


def test_des_emplois_que_personne_ne_dit_sont_absents_et_non_nuls():
    assert lues(repartition(selection(("a", "2021-02", None, None)), NATURE)) == [("a", 1, None, 0)]


def test_zero_emploi_dit_est_zero():
    assert lues(repartition(selection(("a", "2021-02", 0, "p1")), NATURE)) == [("a", 1, 0, 1)]


def test_les_memes_emplois_ne_comptent_qu_une_fois_au_plus_grand_nombre():
    table = repartition(selection(("a", "2021-02", 30, "p1"), ("a", "2021-02", 40, "p1")), NATURE)
    assert lues(table) == [("a", 2, 40, 2)]


def test_les_memes_emplois_dits_sous_deux_valeurs_restent_avec_la_ligne_qui_en_dit_le_plus():
    table = repartition(selection(("a", "2021-02", 30, "p1"), ("b", "2021-02", 40, "p1")), NATURE)
    assert lues(table) == [("a", 1, 0, 1), ("b", 1, 40, 1)]


def test_a_nombre_egal_les_memes_emplois_restent_avec_la_premiere_ligne():
    table = repartition(selection(("b", "2021-02", 30, "p1"), ("a", "2021-02", 30, "p1")), NATURE)
    assert lues(table) == [("a", 1, 0, 1), ("b", 1, 30, 1)]


def test_des_emplois_sans_groupe_comptent_chacun():
    assert lues(repartition(selection(("a", "2021-02", 4, None), ("a", "2021-02", 4, None)), NATURE)) == [
        ("a", 2, 8, 2)
    ]


def test_un_mois_sans_projet_est_la_avec_zero():
    table = par_mois(selection(("a", "2022-01", 2, "p1"), ("a", "2021-11", None, None)))
    assert lues(table) == [("2021-11", 1, None, 0), ("2021-12", 0, None, 0), ("2022-01", 1, 2, 1)]


def test_une_annee_reunit_ses_mois():
    table = par_annee(selection(("a", "2021-02", 2, "p1"), ("a", "2021-11", 3, "p2")))
    assert lues(table) == [("2021", 2, 5, 2)]


@pytest.mark.parametrize("compter", [lambda p: repartition(p, NATURE), par_mois, par_annee])
def test_une_selection_vide_donne_une_table_vide_des_memes_types(atlas, compter):
    vide, pleine = compter(atlas.projets.head(0)), compter(atlas.projets)
    assert vide.empty
    assert vide.dtypes.to_dict() == pleine.dtypes.to_dict()


COMPTES = {
    **{
        c: lambda p, c=c: repartition(p, c)
        for c in ("filiere", "nature", "stade", "mesure", "type_entreprise")
    },
    "mois": par_mois,
    "annee": par_annee,
}


@pytest.mark.parametrize("compter", COMPTES.values(), ids=COMPTES)
@pytest.mark.parametrize("id_ti", [None, "ti-5313", "ti-2806", "ti-3208"])
def test_les_parts_font_le_total(atlas, compter, id_ti):
    projets = atlas.projets if id_ti is None else atlas.projets[atlas.projets["id_ti_2021"] == id_ti]
    table = compter(projets)
    assert len(projets)
    assert (table["projets"].sum(), table["emplois"].sum(), table["renseignes"].sum()) == (
        len(projets),
        *emplois_annonces(projets),
    )


def test_les_projets_vont_de_fevrier_2021_a_mars_2022(atlas):
    mois = par_mois(atlas.projets)["valeur"]
    assert (mois.iloc[0], mois.iloc[-1], len(mois)) == ("2021-02", "2022-03", 14)

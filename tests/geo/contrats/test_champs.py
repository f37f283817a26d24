"""How a contract is written: what a column and a table accept and refuse."""

import geopandas as gpd
import pandas as pd
import pandera.pandas as pa
import pytest
import shapely

from geo.contrats import champs
from geo.contrats.champs import Champ, Table, code, nombre, reel


def accepte(champ, valeurs):
    table = Table(nom="essai", titre="Essai", sources=(), cle=(champ.nom,), champs=(champ,))
    serie = pd.Series(valeurs, dtype=champ.type)
    try:
        table.schema.validate(pd.DataFrame({champ.nom: serie}), lazy=True)
    except pa.errors.SchemaErrors:
        return False
    return True


REGION = code("region", "Région.", champs.REGION)


@pytest.mark.parametrize(
    ("motif", "valeur", "bon"),
    [
        (champs.REGION, "84", True),
        (champs.REGION, "8", False),
        (champs.REGION, "840", False),
        (champs.REGION, "84\n", False),
        (champs.REGION, "٨٤", False),
        (champs.DEPARTEMENT, "2A", True),
        (champs.DEPARTEMENT, "2C", False),
        (champs.DEPARTEMENT, "974", True),
        (champs.DEPARTEMENT, "987", False),
        (champs.COMMUNE, "2B033", True),
        (champs.COMMUNE, "1001", False),
        (champs.SIREN, "200042729", True),
        (champs.SIREN, "20004272", False),
        (champs.TI, "ti-2806", True),
        (champs.TI, "2806", False),
        (champs.PROJET, "p-0f3a-2", True),
        (champs.PROJET, "p-<b>", False),
    ],
)
def test_un_code_suit_son_motif_de_bout_en_bout(motif, valeur, bon):
    assert accepte(code("colonne", "Code.", motif), [valeur]) is bon


def test_un_code_ne_manque_que_s_il_en_a_le_droit():
    assert not accepte(REGION, ["84", None])
    assert accepte(code("region", "Région.", champs.REGION, vide=True), ["84", None])


def test_une_liste_fermee_refuse_une_autre_valeur():
    stade = Champ(nom="stade", sens="Stade.", valeurs=("Étude", "Lauréat"))
    assert accepte(stade, ["Étude", "Lauréat"])
    assert not accepte(stade, ["étude"])


def test_un_compte_n_est_jamais_negatif_ni_au_dela_de_son_maximum():
    emplois = nombre("emplois", "Emplois.", "emplois", maximum=10)
    assert accepte(emplois, [0, 10])
    assert not accepte(emplois, [-1])
    assert not accepte(emplois, [11])


def test_un_compte_vide_n_est_pas_un_zero():
    assert nombre("n", "N.", "projets", vide=True).type == "Int64"
    assert accepte(nombre("n", "N.", "projets", vide=True), [0, None])


def test_une_mesure_peut_manquer_mais_reste_dans_ses_bornes():
    latitude = reel("latitude", "Latitude.", "degrés", (-90, 90))
    assert accepte(latitude, [45.5, None])
    assert not accepte(latitude, [91.0])


PAIRE = Table(
    nom="paire",
    titre="Deux colonnes",
    sources=("une_source",),
    cle=("a",),
    champs=(Champ(nom="a", sens="A."), Champ(nom="b", sens="B.")),
    lignes=(1, 2),
)


def ecarts(df, table=PAIRE):
    try:
        table.schema.validate(df, lazy=True)
    except pa.errors.SchemaErrors as erreur:
        return set(erreur.failure_cases["check"])
    return set()


def paire(a, b):
    return pd.DataFrame({"a": pd.Series(a, dtype="str"), "b": pd.Series(b, dtype="str")})


def test_une_table_conforme_passe():
    assert ecarts(paire(["x", "y"], ["1", "1"])) == set()


@pytest.mark.parametrize(
    ("df", "faute"),
    [
        (paire(["x", "x"], ["1", "2"]), "multiple_fields_uniqueness"),
        (paire(["x", "y", "z"], ["1", "2", "3"]), "il faut de 1 à 2 lignes"),
        (paire([], []), "il faut de 1 à 2 lignes"),
        (paire(["x"], ["1"])[["b", "a"]], "column_ordered"),
        (paire(["x"], ["1"])[["a"]], "column_in_dataframe"),
        (paire(["x"], ["1"]).assign(c="c"), "column_in_schema"),
        (paire(["x"], ["1"]).assign(b=1), "dtype("),
    ],
    ids=["clé répétée", "trop", "trop peu", "ordre", "absente", "en trop", "type"],
)
def test_une_table_non_conforme_est_refusee(df, faute):
    assert any(ecart.startswith(faute) for ecart in ecarts(df))


CONTOUR = Table(
    nom="contour",
    titre="Contours",
    sources=(),
    cle=("id",),
    champs=(Champ(nom="id", sens="Id."),),
    geometrie=True,
)


def test_un_contour_ne_peut_manquer():
    ids = pd.DataFrame({"id": pd.Series(["a"], dtype="str")})
    assert ecarts(gpd.GeoDataFrame(ids, geometry=[shapely.box(0, 0, 1, 1)]), CONTOUR) == set()
    assert ecarts(gpd.GeoDataFrame(ids, geometry=[None]), CONTOUR) == {"not_nullable"}


def test_une_table_est_figee():
    with pytest.raises(AttributeError):
        PAIRE.nom = "autre"

"""The columns of the table say the same as the table of projects."""

from __future__ import annotations

import pandas as pd
import pytest

from data.couches.colonnes import points, table
from data.couches.depots import deposer
from geo.contrats.projets import STADES
from geo.filtre.filtre import TRIS
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble


@pytest.fixture(scope="module")
def tous(atlas):
    return ensemble(atlas)


@pytest.fixture(scope="module")
def colonnes(atlas, tous):
    lues = table(tous, vocabulaires(atlas, tous), 2021)
    assert lues["n"] == len(tous)
    return {c["nom"]: c for c in lues["colonnes"]}


def lire(colonne):
    valeurs = colonne["valeurs"]
    return [None if v is None else colonne["noms"][v] for v in valeurs] if "noms" in colonne else valeurs


def test_chaque_colonne_que_voit_un_lecteur_peut_trier(colonnes):
    assert {nom for nom, c in colonnes.items() if c["libelle"]} <= set(TRIS)


def test_chaque_colonne_a_une_valeur_ou_aucune_pour_chaque_projet(colonnes, tous):
    assert {len(c["valeurs"]) for c in colonnes.values()} == {len(tous)}


@pytest.mark.parametrize(
    ("nom", "colonne"), [("entreprise", "entreprise"), ("filiere", "filiere"), ("stade", "stade")]
)
def test_une_colonne_dit_ce_que_dit_la_table(colonnes, tous, nom, colonne):
    attendues = [None if pd.isna(v) else v for v in tous[colonne]]
    assert lire(colonnes[nom]) == attendues


def test_un_territoire_est_dit_par_son_nom(colonnes, tous, atlas):
    noms = atlas.territoires_de(2021).set_index("id_ti")["lib_ti"]
    assert lire(colonnes["ti"]) == [None if pd.isna(v) else noms[v] for v in tous["id_ti_2021"]]


def test_les_stades_gardent_leur_ordre(colonnes):
    assert colonnes["stade"]["noms"] == list(STADES)
    assert colonnes["stade"]["ordre"]


def test_les_points_connaissent_le_rang_de_leur_stade(tous):
    fin = tous.tail(4)
    assert [STADES[rang] for rang in points(fin)["stade"]] == fin["stade"].tolist()


def test_un_fichier_est_nomme_d_apres_son_contenu_et_ecrit_une_fois(tmp_path):
    nom = deposer(tmp_path, "essai", {"a": "é"})
    ecrit = (tmp_path / nom).stat().st_mtime_ns
    assert deposer(tmp_path, "essai", {"a": "é"}) == nom
    assert (tmp_path / nom).stat().st_mtime_ns == ecrit
    assert (tmp_path / nom).read_text(encoding="utf-8") == '{"a":"é"}'

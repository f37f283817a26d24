"""Names of before and of since, on a few movements and on INSEE's own."""

import pandas as pd
import pytest

from geo.communes import histoire
from geo.noms import cle_commune

COMMUNES = pd.DataFrame({"code": ["01001", "01002", "75056"], "nom": ["Aval", "Mont", "Paris"]})

MOUVEMENTS = pd.DataFrame(
    [
        # mod, date, code and name before, code and name after
        ("33", "1972-01-01", "01003", "Petit", "01001", "Aval"),
        ("33", "1972-01-01", "01001", "Aval", "01001", "Aval"),
        ("10", "1998-06-01", "01002", "Mont-Vieux", "01002", "Mont"),
        ("32", "2018-01-01", "01005", "Pont", "01004", "Pont"),  # changes code, then merges the same day
        ("32", "2018-01-01", "01004", "Pont", "01002", "Mont"),
        ("21", "1990-01-01", "01001", "Aval", "01001", "Aval"),
        ("21", "1990-01-01", "01001", "Aval", "01006", "Rendu"),
        ("33", "1960-01-01", "01006", "Rendu", "01001", "Aval"),
        ("32", "2025-01-01", "01001", "Aval", "01001", "Aval-Mont"),
        ("32", "2025-01-01", "01002", "Mont", "01001", "Aval-Mont"),
    ],
    columns=["MOD", "DATE_EFF", "COM_AV", "LIBELLE_AV", "COM_AP", "LIBELLE_AP"],
).assign(TYPECOM_AV="COM", TYPECOM_AP="COM")

COG = pd.DataFrame(
    [
        ("COM", "01001", "Aval-Mont", None),
        ("COM", "75056", "Paris", None),
        ("ARM", "75113", "Paris 13e Arrondissement", "75056"),
    ],
    columns=["TYPECOM", "COM", "LIBELLE", "COMPARENT"],
)


@pytest.fixture(scope="module")
def noms():
    """(sorte, nom) -> year and communes of 2021, on the small table."""
    table = histoire.autres_noms(MOUVEMENTS, COG, COMMUNES)
    return {
        cle: (lignes["annee"].iloc[0], lignes["commune"].tolist())
        for cle, lignes in table.groupby(["sorte", "nom"])
    }


def test_une_commune_reunie_mene_a_celle_qui_la_tient_avec_sa_derniere_annee(noms):
    assert noms["ancienne commune", "Petit"] == (1971, ["01001"])


def test_un_nom_quitte_mene_a_la_commune_qui_l_a_change(noms):
    assert noms["ancien nom", "Mont-Vieux"] == (1998, ["01002"])


def test_deux_mouvements_d_un_meme_jour_se_suivent(noms):
    assert noms["ancienne commune", "Pont"] == (2017, ["01002"])


def test_une_commune_retablie_avant_2021_et_absente_de_2021_ne_mene_nulle_part(noms):
    assert ("ancienne commune", "Rendu") not in noms


def test_une_commune_creee_depuis_mene_a_toutes_celles_qui_la_font(noms):
    assert noms["commune plus récente", "Aval-Mont"] == (2025, ["01001", "01002"])


def test_un_arrondissement_mene_a_sa_ville_sans_annee(noms):
    annee, communes = noms["arrondissement", "Paris 13e Arrondissement"]
    assert pd.isna(annee)
    assert communes == ["75056"]


def test_une_commune_divisee_garde_son_code_et_donne_tout_a_qui_le_demande():
    suite = histoire.Mouvements.de(MOUVEMENTS)
    assert suite.devenir("01001", apres="1980-01-01") == {"01001"}
    assert suite.devenir("01001", apres="1980-01-01", tout=True) == {"01001", "01006"}
    assert suite.devenir("01001", apres="1980-01-01", sien="01006") == {"01006"}


def test_un_code_sans_mouvement_reste_lui_meme():
    assert histoire.Mouvements.de(MOUVEMENTS).devenir("75056", apres="1943-01-01") == {"75056"}


@pytest.mark.parametrize(
    ("nom", "commune", "annee"),
    [
        ("Bellegarde-sur-Valserine", "01033", 2018),
        ("Châlons-sur-Marne", "51108", 1998),
        ("Octeville", "50129", 2000),
        ("Fort-Mardyck", "59183", 2010),
        ("Bernoy-le-Château", "02564", 2023),
    ],
)
def test_un_nom_connu_mene_a_sa_commune_de_2021(atlas, nom, commune, annee):
    lignes = atlas.autres_noms[atlas.autres_noms["nom"] == nom]
    assert commune in lignes["commune"].tolist()
    assert annee in lignes["annee"].tolist()


def test_aucun_autre_nom_n_est_celui_de_sa_commune(atlas):
    noms = atlas.communes.set_index("code")["nom"].map(cle_commune)
    autres = atlas.autres_noms[atlas.autres_noms["sorte"] != "arrondissement"]
    assert autres[autres["nom"].map(cle_commune) == autres["commune"].map(noms)].empty


def test_les_trois_villes_ont_leurs_45_arrondissements(atlas):
    districts = atlas.autres_noms[atlas.autres_noms["sorte"] == "arrondissement"]
    assert districts["commune"].value_counts().to_dict() == {"75056": 20, "13055": 16, "69123": 9}


@pytest.mark.sources
def test_chaque_commune_deleguee_ou_associee_de_2026_se_trouve(atlas, sources):
    cog = pd.read_csv(sources / "cog" / "communes_2026.csv", dtype=str, keep_default_na=False)
    deleguees = cog[cog["TYPECOM"].isin(["COMD", "COMA"])]
    connus = {*atlas.communes["nom"].map(cle_commune), *atlas.autres_noms["nom"].map(cle_commune)}
    perdues = [nom for nom in deleguees["LIBELLE"] if cle_commune(nom) not in connus]
    assert perdues == []

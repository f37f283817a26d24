"""What the real list becomes, read row by row once and held here.

The communes are those of the outlines of 2018, as they stand: none of these facts depends on a later merger.
"""

from functools import lru_cache

import geopandas as gpd
import pandas as pd
import pytest

from data.fabrication import bruts
from data.fabrication.laureats import lire_laureats
from geo.millesimes import MILLESIMES, colonne_ti
from geo.projets.assemblage import placer
from geo.projets.bilan import bilan
from geo.projets.doublons import emplois_annonces

pytestmark = pytest.mark.sources


@lru_cache(maxsize=1)
def _projets(dossier):
    contours = gpd.read_parquet(dossier / "geometries/communes_2018.parquet")
    contours["geometry"] = contours.geometry.make_valid()
    dedans = contours.geometry.representative_point()
    habitants = bruts.comparateur(dossier / "indicateurs/base_cc_comparateur_csv.zip").set_index("CODGEO")
    departement = contours["code"].str.replace(r"^(97.|..).*", r"\1", regex=True)
    communes = pd.DataFrame(
        {
            "code": contours["code"],
            "nom": contours["nom"],
            "siren_epci": None,
            "departement": departement,
            "region": departement,
            **{colonne_ti(m): None for m in MILLESIMES},
            "latitude": dedans.y,
            "longitude": dedans.x,
            "population": contours["code"].map(habitants["P18_POP"]),
        }
    )
    return placer(
        lire_laureats(dossier / "laureats/plan_relance_industrie_2022.tsv"),
        communes=communes,
        contours_communes=contours[["code", "geometry"]],
        postaux=bruts.postaux(dossier / "geometries/correspondance-code-insee-code-postal.csv"),
    )


@pytest.fixture
def projets(sources):
    return _projets(sources)


@pytest.fixture
def rapport(projets):
    return bilan(projets, lues=3080)


def _ligne(projets, entreprise):
    return projets[projets["entreprise"] == entreprise].iloc[0]


def test_les_3_080_lignes_sont_gardees_avec_un_identifiant_unique(projets):
    assert len(projets) == 3080
    assert projets["id_projet"].is_unique


def test_les_rangs_separent_les_seules_lignes_publiees_a_l_identique(projets):
    rangs = projets[projets["id_projet"].str.count("-") == 2]
    assert set(rangs["entreprise"]) == {"LEROUX SAS"}
    assert len(rangs) == 4


def test_le_placement_de_chaque_ligne_est_compte(rapport):
    assert rapport["placement"] == {
        "coordonnées": 3050,
        "coordonnées réparées": 0,
        "code postal": 17,
        "département": 4,
        "aucune": 9,
    }


def test_les_identifiants_sont_nettoyes(rapport):
    comptes = {
        nom: rapport[nom] for nom in ("siret_coupes", "siren_completes", "siren_invalides", "siren_absents")
    }
    assert comptes == {"siret_coupes": 391, "siren_completes": 41, "siren_invalides": 35, "siren_absents": 15}
    assert rapport["identifiants_hors_sirene"] == 8


def test_les_zeros_perdus_reviennent(rapport):
    assert rapport["codes_postaux_completes"] == 166
    assert rapport["departements_completes"] == 186


def test_les_lignes_corses_ont_leur_departement(projets):
    corses = projets[projets["code_postal"].str.startswith("20", na=False)]
    assert corses["code_departement"].value_counts().to_dict() == {"2A": 6, "2B": 8}


def test_la_commune_publiee_est_la_bonne_dans_deux_lignes_sur_trois(rapport):
    # 62 % to the letter, and two thirds once articles and abbreviations no longer count
    assert rapport["commune_publiee"]["part_en_accord"] == pytest.approx(0.664, abs=0.02)


@pytest.mark.parametrize(
    ("entreprise", "commune"),
    [
        ("ELKAR", "64371"),  # Mauléon-Licharre, not Mauléon (Deux-Sèvres)
        ("FONDERIES DU MIDI METAUX NON F", "13117"),  # Vitrolles, not Vitrolles (Hautes-Alpes)
        ("Grolleau", "49211"),  # Montilliers, written Montivilliers
        ("EDIFAC", "13027"),  # Châteaurenard, not Château-Renard (Loiret)
        ("SPM 44", "44198"),  # Les Sorinières, not the Vendée
    ],
)
def test_un_homonyme_lointain_cede_au_code_postal(projets, entreprise, commune):
    lu = projets[projets["entreprise"].str.startswith(entreprise, na=False)].iloc[0]
    assert (lu.code_commune, lu.methode_placement) == (commune, "code postal")


def test_un_point_hors_du_departement_reste_cru_quand_le_code_postal_le_confirme(projets):
    lu = _ligne(projets, "EVERGLASS (Groupe Verallia France)")
    assert (lu.code_commune, lu.code_departement, lu.methode_placement) == ("02662", "02", "coordonnées")


def test_les_non_places_sont_nommes(rapport):
    noms = {n["entreprise"] for n in rapport["non_places"]}
    assert len(rapport["non_places"]) == 13
    assert {"MANIKHEIR", "ESTELEC INDUSTRIE", "ROCKWOOL FRANCE SAS", "DEHON SERVICE", "RECYF"} <= noms


@pytest.mark.parametrize(
    ("entreprise", "point", "dite"),
    [
        ("Linamar Light Metals", "60216", "60342"),  # Erquinvillers, Laigneville
        ("ORANO DS", "13054", "13055"),  # Marignane, Marseille by its 16th arrondissement
        ("CATHERINEAU", "33389", "33449"),  # Saint-Ciers-sur-Gironde, Saint-Médard-en-Jalles
    ],
)
def test_un_lieu_incertain_garde_son_point_et_dit_l_autre_commune(projets, entreprise, point, dite):
    lignes = projets[(projets["entreprise"] == entreprise) & projets["lieu_incertain"]]
    assert lignes[["code_commune", "code_commune_dite"]].to_numpy().tolist() == [[point, dite]]


def test_howmet_en_mer_est_a_dives(projets):
    lu = _ligne(projets, "HOWMET")
    assert (lu.code_commune, lu.commune, lu.lieu_incertain) == ("14225", "Dives-sur-Mer", False)


def test_les_159_natures_sans_description_sont_absentes(projets):
    assert projets["nature"].isna().sum() == 159
    assert (projets["nature"] == "autre").sum() == 52
    assert projets.loc[projets["nature"].isna(), "objet"].isna().all()


def test_trois_lignes_repetent_un_projet(projets):
    proches = projets[projets["doublon_nature"] == "proche"]
    assert sorted(proches["entreprise"]) == ["ALCATEL-LUCENT INTERNATIONAL", "MGB SA", "SOURIAU"]


def test_quatre_lignes_repetent_peut_etre_un_projet(projets):
    possibles = projets[projets["doublon_nature"] == "possible"]
    noms = ["GRAND-PERRET", "SAS RAYDIALL", "SAS RAYDIALL", "SOCIETE DE PEINTURE INDUSTRIELLE"]
    assert sorted(possibles["entreprise"]) == noms


def test_les_emplois_de_plusieurs_sites_ne_comptent_qu_une_fois(projets):
    assert emplois_annonces(projets) == (22_563, 741)
    assert projets["emplois_prevus"].sum() == 23_979
    sites = projets[projets["entreprise"] == "VELCOREX"]
    assert emplois_annonces(sites) == (140, 3)


def test_les_filieres_ne_s_ecrivent_que_d_une_facon(projets):
    filieres = projets["filiere"].dropna()
    assert filieres.nunique() == filieres.str.casefold().nunique() == 20
    assert "Industrie automobile" not in set(filieres)

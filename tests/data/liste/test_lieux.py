"""Where a row is: by its point, its INSEE code or its name; contradictions are told."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from data.liste.lieux import DEDUITE
from data.liste.reperes import reperes


def lieu(verifier, **champs):
    liste = verifier(";".join(["Entreprise", *champs]), ";".join(["A", *champs.values()]))
    assert liste.rejets.empty, liste.rejets["motif"].tolist()
    return liste.projets.iloc[0]


@pytest.mark.parametrize(
    ("champs", "code"),
    [
        ({"insee": "1053"}, "01053"),
        ({"insee": "2a004"}, "2A004"),
        ({"insee": "75111"}, "75056"),
        ({"insee": "69383"}, "69123"),
        ({"insee": "01091"}, "01033"),
        ({"commune": "ST ETIENNE"}, "42218"),
        ({"commune": "Paris 11e arrondissement"}, "75056"),
        ({"commune": "Saint-Denis", "dep": "974"}, "97411"),
        ({"commune": "Saint-Denis", "dep": "La Réunion"}, "97411"),
        ({"commune": "Saint-Denis", "cp": "93200"}, "93066"),
        ({"commune": "Saint-Denis", "region": "11"}, "93066"),
        ({"commune": "Châtillon-en-Michaille"}, "01033"),
    ],
)
def test_une_commune_nommee_est_trouvee(verifier, champs, code):
    projet = lieu(verifier, **champs)
    assert (projet["code_commune"], projet["methode_placement"]) == (code, "commune")
    assert np.isfinite(projet["latitude"])


A_DEMANDER = "?"
"""A place that no single commune is."""


@pytest.mark.parametrize(
    ("commune", "postal", "attendu"),
    [
        ("Fougere", "35300", "35115"),
        ("EVRY", "91000", "91228"),
        ("CHERBOURG", "50100", "50129"),
        ("Chalon/Saône", "71100", "71076"),
        ("Vitry", "94400", "94081"),
        ("Annecy le Vieux", "74940", "74010"),
        ("38185", "", "38185"),
        ("La Défense", "92400", A_DEMANDER),
        ("Dunkerque (Petite-Synthe)", "59640", "59183"),
        ("PARIS 13", "", "75056"),
        ("LYON CEDEX 07", "69365", "69123"),
        ("Saint-Denis", "93200", "93066"),
        ("SAINT DENIS", "97400", "97411"),
        ("Vire", "14500", "14762"),
        ("Les Essarts", "85140", "85084"),
        ("Villefranche", "69400", "69264"),
        ("Évry", "91000", "91228"),
        ("Roanne", "42300", "42187"),
        ("roane", "42300", "42187"),
        ("Saint-Denis", "42300", A_DEMANDER),
    ],
)
def test_un_lieu_ecrit_comme_les_gens_l_ecrivent_est_le_bon_ou_se_demande(verifier, commune, postal, attendu):
    liste = verifier("Entreprise;Commune;Code postal", f"A;{commune};{postal}")
    trouve = A_DEMANDER if liste.projets.empty else liste.projets["code_commune"].iloc[0]
    assert trouve == attendu, liste.rejets["motif"].tolist()


def test_un_nom_et_un_code_postal_qui_se_contredisent_sont_dits_tous_les_deux(verifier):
    motif = verifier("Entreprise;Commune;Code postal", "A;Roanne;35300").rejets["motif"].iloc[0]
    assert motif == "le code postal 35300 dit Fougères (35), le nom dit Roanne (42) : corrigez l’un des deux"


def test_ce_que_le_code_postal_tranche_est_dit(verifier):
    projet = lieu(verifier, commune="Fougere", cp="35300")
    dit = "le code postal 35300 a tranché : Fougères (35), et non Baugé-en-Anjou (49) ni Fougeré (85)"
    assert projet["reparations"] == dit


def test_sans_code_postal_un_nom_que_deux_communes_ont_porte_est_demande(verifier):
    motif = verifier("Entreprise;Commune", "A;Évry").rejets["motif"].iloc[0]
    assert "2 communes portent ce nom" in motif


def test_un_cedex_que_la_table_ne_sait_pas_garde_le_nom_de_son_departement(verifier):
    assert lieu(verifier, commune="Saint-Étienne cedex 1", cp="42950")["code_commune"] == "42218"


def test_un_point_seul_donne_son_epci_et_une_commune_deduite(verifier):
    projet = lieu(verifier, lat="46,04", lon="4,07")
    assert (projet["siren_epci"], projet["commune"]) == ("200035731", "Roanne")
    assert projet["reparations"] == DEDUITE


def test_latitude_et_longitude_echangees_sont_remises_en_ordre(verifier):
    projet = lieu(verifier, lat="4,07", lon="46,04", insee="42187")
    assert (projet["latitude"], projet["longitude"]) == (46.04, 4.07)
    assert projet["methode_placement"] == "coordonnées réparées"


def test_un_point_choisit_entre_les_homonymes(verifier):
    projet = lieu(verifier, commune="Saint-Denis", lat="48,93", lon="2,36")
    assert projet["code_commune"] == "93066"


def test_un_point_outre_mer_et_un_point_sur_une_ile_sans_epci(verifier):
    assert lieu(verifier, lat="-20,88", lon="55,45")["code_region"] == "04"
    assert lieu(verifier, lat="46,72", lon="-2,35")["commune"] == "L'Île-d'Yeu"


def test_un_point_au_bord_de_la_mer_est_rattache_au_plus_proche(verifier):
    assert lieu(verifier, lat="46,155", lon="-1,20")["code_departement"] == "17"


def test_un_point_en_pleine_mer_ou_a_l_etranger_est_rejete(verifier):
    liste = verifier("Entreprise;lat;lon", "A;46,5;-4", "B;50,85;4,35")
    assert liste.rejets["ligne"].tolist() == [2, 3]


def test_les_laureats_publies_retrouvent_leur_epci_par_leur_seul_point(atlas):
    surs = atlas.projets[(atlas.projets["methode_placement"] == "coordonnées")]
    zones = reperes(atlas).zones_des_points(surs["longitude"].to_numpy(), surs["latitude"].to_numpy())
    assert (pd.Series(zones, index=surs.index) == surs["siren_epci"]).mean() > 0.99

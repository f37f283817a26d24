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

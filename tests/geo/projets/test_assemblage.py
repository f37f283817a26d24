"""The table `projets`, from published rows to joined ones."""

import pandas as pd
import pytest

from geo.contrats import champs
from geo.contrats.tables import TABLES
from geo.projets.assemblage import COLONNES, placer
from tests.geo.monde_projets import COMMUNES, CONTOURS, POSTAUX, bruts, place, projet


def test_les_colonnes_sont_celles_du_contrat():
    assert list(COLONNES) == [champ.nom for champ in TABLES["projets"].champs]


def test_les_types_sont_ceux_du_contrat():
    types = place({}).dtypes.astype(str).to_dict()
    assert types == {champ.nom: champ.type for champ in TABLES["projets"].champs}
    assert types["emplois_prevus"] == champs.ENTIER_VIDE


def test_chaque_ligne_est_gardee_dans_l_ordre_publie():
    projets = place({"entreprise": "B"}, {"entreprise": None}, {"entreprise": "A", "code_postal": "98800"})
    assert projets.entreprise.fillna("").tolist() == ["B", "", "A"]


def test_la_commune_donne_l_epci_et_les_territoires_de_chaque_millesime():
    lu = projet(longitude="0.05")
    assert (lu.siren_epci, lu.id_ti_2020, lu.id_ti_2023) == ("200000001", "ti-2020", "ti-2023")


def test_une_commune_hors_territoire_laisse_les_territoires_vides():
    assert place({}).filter(like="id_ti").isna().all(axis=None)


def test_un_vide_reste_vide():
    lu = place({"emplois": None, "tco2": None, "filiere": None, "objet": None, "type_entreprise": None}).iloc[
        0
    ]
    assert pd.isna(lu[["emplois_prevus", "tco2", "filiere", "objet", "type_entreprise"]]).all()


def test_un_zero_reste_un_zero():
    assert projet(emplois="0").emplois_prevus == 0


@pytest.mark.parametrize(
    ("publiee", "attendue"),
    [
        ("Mode et luxe", "Mode et Luxe"),
        ("Mode et Luxe", "Mode et Luxe"),
        ("Industrie automobile", "Automobile"),
        ("Eau", "Eau"),
    ],
)
def test_les_variantes_d_une_filiere_sont_reunies(publiee, attendue):
    assert projet(filiere=publiee).filiere == attendue


def test_une_filiere_reunie_est_dite():
    assert projet(filiere="Mode et luxe").reparations == "filière réunie"
    assert pd.isna(projet(filiere="Mode et Luxe").reparations)


def test_un_identifiant_caledonien_est_reconnu_a_son_lieu():
    lu = projet(siren="1120021", code_departement="98", code_postal="98890", latitude=None, longitude=None)
    assert pd.isna(lu.siren)
    assert lu.siren_publie == "1120021"
    assert not lu.siren_valide


def test_l_accord_manque_quand_une_des_deux_communes_manque():
    assert pd.isna(projet(nom_commune=None).accord_commune)
    assert projet(nom_commune="berre").accord_commune


def test_tout_projet_est_laureat_jusqu_a_preuve_du_contraire():
    assert projet().stade == "Lauréat"


def test_l_ordre_des_communes_ne_change_rien():
    lignes = bruts({"longitude": "0.1"}, {"code_postal": "01000", "latitude": None, "nom_commune": None})
    attendu = place({"longitude": "0.1"}, {"code_postal": "01000", "latitude": None, "nom_commune": None})
    trouve = placer(
        lignes,
        communes=COMMUNES.iloc[::-1],
        contours_communes=CONTOURS.iloc[::-1],
        postaux=POSTAUX.iloc[::-1],
    )
    pd.testing.assert_frame_equal(trouve, attendu)

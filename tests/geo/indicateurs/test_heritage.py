"""What a place takes from a larger unit that is only partly in it is no figure of its own."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from geo.indicateurs import ecriture
from geo.indicateurs.agregation import moyenne
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.heritage import ENTIERE, INTERCOMMUNALITE, SEUIL_D_EMPRUNT, emprunts
from geo.indicateurs.mesures import mesure, valeurs
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, TOUS_LES_TI, Objet
from geo.indicateurs.raisons import raisons, vides_dits
from geo.millesimes import MILLESIMES, colonne_ti
from tests.geo.monde_indicateurs import INDICATEURS_COMMUNES, monde

CARROS, AIX, TOULON, GIER = "ti-9303", "ti-9301", "ti-9307", "ti-8416"
MORCEAUX = {CARROS, AIX, TOULON, GIER}
"""The territories made of parts of a métropole."""


def industrie(atlas, mot, millesime=2021):
    sorte, _, code = mot.partition("-")
    objet = {"ti": Objet(sorte="ti", code=mot), "france": LA_FRANCE}.get(sorte, Objet(sorte=sorte, code=code))
    return mesure(atlas, objet=objet, millesime=millesime, cle="part_industrie")


def du_ti(emplois):
    """ti-1101 with its two communes of 100000001, when so many of its jobs are in them and 900 outside."""
    chiffres = INDICATEURS_COMMUNES.assign(emplois_2018=[emplois, 0.0, 900.0, 1000.0 - emplois, 50.0, None])
    return industrie(monde(indicateurs_communes=chiffres), "ti-1101")


def test_au_dela_d_un_cinquieme_d_emplois_empruntes_il_n_y_a_pas_de_chiffre():
    assert du_ti(200.0).emprunt == pytest.approx(SEUIL_D_EMPRUNT)
    assert du_ti(200.0).valeur == pytest.approx(26)
    assert math.isnan(du_ti(201.0).valeur)
    assert (du_ti(201.0).etat, du_ti(201.0).rang, du_ti(201.0).partielles) == ("emprunté", None, 1)


def test_une_unite_dont_presque_tous_les_emplois_sont_la_compte_pour_entiere():
    # 1 000 of the 1 100 jobs of 100000001 are in ti-1101
    assert ENTIERE < 1000 / 1100
    assert emprunts(monde().assiettes, "id_ti_2021", INTERCOMMUNALITE).loc["ti-1101", "emprunt"] == 0


def test_un_emprunt_se_dit_en_mots():
    dite = ecriture.couverture(INDICATEURS["part_industrie"], du_ti(830.0))
    assert dite == "83\u202f% de ses emplois viennent d’une intercommunalité qui n’y est qu’en partie"


def test_chaque_moyenne_dit_de_quelle_unite_ses_communes_prennent_leur_chiffre():
    moyennes = {c for c, i in INDICATEURS.items() if getattr(i.calcul, "func", None) is moyenne}
    assert (
        moyennes
        == {c for c, i in INDICATEURS.items() if i.heritage}
        == {
            "part_industrie",
            "chomage",
            "evolution_chomage",
        }
    )


@pytest.mark.parametrize("cle", [c for c, i in INDICATEURS.items() if i.heritage])
def test_un_chiffre_herite_est_le_meme_dans_toute_son_unite(atlas, cle):
    communes = atlas.assiettes.communes
    assert communes.groupby(INDICATEURS[cle].heritage.colonne, observed=True)[cle].nunique().max() == 1


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_seuls_les_territoires_faits_de_morceaux_de_metropole_n_ont_pas_de_part(atlas, millesime):
    attendus = set() if millesime == 2023 else MORCEAUX
    table = valeurs(atlas, millesime=millesime, cle="part_industrie").set_index("id_ti")
    empruntes = table[table["emprunt"] > SEUIL_D_EMPRUNT]
    assert set(empruntes.index) == attendus
    assert empruntes["valeur"].isna().all()
    assert empruntes["rang"].isna().all()


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_entre_les_unites_entieres_et_les_coupees_rien_n_est_pres_du_seuil(atlas, millesime):
    communes = atlas.assiettes.communes
    par = colonne_ti(millesime)
    ici = communes.groupby([par, "siren_emploi"], observed=True)["emplois"].sum().reset_index()
    entier = communes.groupby("siren_emploi", observed=True)["emplois"].sum()
    total = communes.groupby(par, observed=True)["emplois"].sum()
    parts = ici["emplois"] / ici["siren_emploi"].map(entier).astype("float64")
    pese = ici["emplois"] > SEUIL_D_EMPRUNT * ici[par].map(total).astype("float64")
    assert not parts[pese].between(0.68, 0.92).any()


def test_la_raison_est_celle_de_chaque_territoire(atlas):
    dites = raisons(atlas, millesime=2021, cle="part_industrie")
    fin = " de ses emplois viennent d’une intercommunalité qui n’y est qu’en partie"
    assert {i: dites[i] for i in MORCEAUX} == {
        CARROS: f"100\u202f%{fin}",
        AIX: f"100\u202f%{fin}",
        TOULON: f"100\u202f%{fin}",
        GIER: f"83\u202f%{fin}",
    }


def test_ceux_qui_ont_la_meme_raison_sont_nommes_ensemble(atlas):
    (dit,) = vides_dits(atlas, millesime=2021, cle="part_industrie", parmi={CARROS, TOULON})
    assert dit.startswith(
        "Carros et Toulon-Provence-Méditerranée\u00a0: 100\u202f% de leurs emplois viennent"
    )


def test_le_chomage_est_un_taux_de_zone_et_se_donne(atlas):
    chomage = INDICATEURS["chomage"]
    carros = mesure(atlas, objet=Objet(sorte="ti", code=CARROS), millesime=2021, cle="chomage")
    assert carros.emprunt > SEUIL_D_EMPRUNT
    assert not math.isnan(carros.valeur)
    assert ecriture.a_cote(chomage, carros) == "taux de la zone d’emploi"
    cotentin = mesure(atlas, objet=Objet(sorte="ti", code="ti-7605"), millesime=2021, cle="chomage")
    assert ecriture.a_cote(chomage, cotentin) == "taux de ses zones d’emploi"


@pytest.mark.parametrize(
    ("mot", "millesime", "dit"), [("ti-7605", 2021, "8,8\u202f%"), ("ti-2410", 2023, "7,3\u202f%")]
)
def test_le_chomage_suit_la_partie_regionale_de_la_zone(atlas, mot, millesime, dit):
    lue = mesure(atlas, objet=Objet(sorte="ti", code=mot), millesime=millesime, cle="chomage")
    assert ecriture.valeur(INDICATEURS["chomage"], lue.valeur) == dit


@pytest.mark.parametrize(
    ("mot", "dit"), [("epci-200054781", "5,3\u202f%"), ("region-11", "6,7\u202f%"), ("hors", "9,3\u202f%")]
)
def test_le_grand_paris_est_la_moyenne_de_ses_territoires(atlas, mot, dit):
    lue = (
        mesure(atlas, objet=HORS_TI, millesime=2021, cle="part_industrie")
        if mot == "hors"
        else industrie(atlas, mot)
    )
    assert ecriture.valeur(INDICATEURS["part_industrie"], lue.valeur) == dit


def test_le_chomage_d_outre_mer_est_trop_peu_connu_pour_etre_donne(atlas):
    lue = mesure(atlas, objet=Objet(sorte="region", code="OM"), millesime=2021, cle="chomage")
    assert math.isnan(lue.valeur)
    assert 0.75 < lue.couverture < 0.76


@pytest.mark.parametrize(
    ("cle", "objet", "hors"),
    [
        ("chomage", LA_FRANCE, "Guyane et Mayotte"),
        ("evolution_chomage", LA_FRANCE, "Guyane et Mayotte"),
        ("etablissements_industrie", LA_FRANCE, "Mayotte"),
        ("part_industrie", LA_FRANCE, "outre-mer"),
        ("part_industrie", TOUS_LES_TI, "outre-mer"),
        ("chomage", TOUS_LES_TI, "Guyane"),
        ("population", LA_FRANCE, ""),
        ("chomage", Objet(sorte="region", code="53"), ""),
        ("chomage", Objet(sorte="region", code="03"), ""),
    ],
)
def test_un_chiffre_national_nomme_les_regions_qu_il_laisse(atlas, cle, objet, hors):
    assert mesure(atlas, objet=objet, millesime=2021, cle=cle).hors == hors


def test_un_ensemble_sans_poids_n_emprunte_rien():
    vide = monde(indicateurs_communes=INDICATEURS_COMMUNES.assign(emplois_2018=0.0))
    table = emprunts(vide.assiettes, "id_ti_2021", INTERCOMMUNALITE)
    assert isinstance(table, pd.DataFrame)
    assert table["emprunt"].tolist() == [0.0, 0.0, 0.0]

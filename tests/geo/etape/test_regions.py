"""The published figures of the régions, against the file; what we count, against sums made by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from data import chargement
from geo.etape.formules import FORMULES
from geo.etape.regions import PUBLIES, chiffres_de_region, financeurs, par_mesure
from geo.territoires.regions import noms

ATLAS = chargement.atlas()
COLONNES = {
    "territoires": "territoires_industrie",
    "projets_remontes": "projets_remontes",
    "laureats": "laureats",
    "investissements": "investissements_meur",
    "engagements": "engagements_meur",
    "emplois": "emplois_prevus",
}
"""Key of a figure -> column of the raw file."""

SEULES_OUTRE_MER = ("01", "02", "03", "04", "06")


@pytest.fixture(scope="module")
def publies(sources):
    """The raw file."""
    return pd.read_csv(sources / "point_etape_2021" / "regions.csv", dtype={"code_region": str})


def lus(code):
    return {c.publie.cle: c for c in chiffres_de_region(ATLAS, code)}


@pytest.mark.sources
@pytest.mark.parametrize("cle", list(COLONNES))
def test_chaque_chiffre_publie_est_celui_du_fichier(publies, cle):
    attendus = publies.set_index("code_region")[COLONNES[cle]]
    for code, attendu in attendus.items():
        valeur = lus(code)[cle].valeur
        assert (math.isnan(valeur) and math.isnan(attendu)) or valeur == attendu, (code, cle)


@pytest.mark.sources
@pytest.mark.parametrize("cle", list(COLONNES))
def test_un_chiffre_est_publie_deduit_ou_absent_comme_le_dit_le_fichier(publies, cle):
    for ligne in publies.to_dict("records"):
        vide = math.isnan(ligne[COLONNES[cle]])
        attendu = "absent" if vide else "déduit" if ligne["statut"].startswith("déduit") else "publié"
        assert lus(ligne["code_region"])[cle].statut == attendu


@pytest.mark.sources
def test_un_rang_est_un_de_plus_que_les_lignes_publiees_plus_hautes(publies):
    investis = publies[publies["statut"].str.startswith("publié")].set_index("code_region")
    for code, valeur in investis["investissements_meur"].items():
        chiffre = lus(code)["investissements"]
        plus_hautes = int((investis["investissements_meur"] > valeur).sum())
        assert (chiffre.rang, chiffre.classes) == (plus_hautes + 1, 13)


def test_un_chiffre_deduit_n_a_pas_de_rang():
    assert {c.rang for c in chiffres_de_region(ATLAS, "84")} == {None}


@pytest.mark.parametrize(
    ("cle", "bornes"),
    [("investissements", (318.7, 418.7)), ("engagements", (53.1, 54.1)), ("laureats", (120, 120))],
)
def test_un_chiffre_deduit_est_aussi_sur_que_l_arrondi_de_son_total(cle, bornes):
    encadre = lus("84")[cle].encadre
    assert (encadre.bas, encadre.haut) == bornes


def test_un_chiffre_publie_est_connu_a_une_demi_unite_de_son_dernier_chiffre():
    encadre = lus("53")["investissements"].encadre
    assert (encadre.bas, encadre.haut, encadre.deduit) == (256.05, 256.15, False)


@pytest.mark.sources
def test_les_financeurs_sont_ceux_du_fichier_avec_leur_accent(publies):
    for ligne in publies.to_dict("records"):
        assert financeurs(ATLAS, ligne["code_region"]) == ligne["financeurs"].replace("Etat", "État")


@pytest.mark.sources
def test_les_territoires_des_perimetres_sont_aussi_nombreux_que_publie(publies):
    for ligne in publies.dropna(subset=["territoires_industrie"]).to_dict("records"):
        assert lus(ligne["code_region"])["territoires"].calcul.valeur == ligne["territoires_industrie"]


@pytest.mark.parametrize("code", SEULES_OUTRE_MER)
def test_une_region_d_outre_mer_seule_n_a_pas_de_chiffre_publie_et_dit_ou_il_est(code):
    chiffres = chiffres_de_region(ATLAS, code)
    assert {c.statut for c in chiffres} == {"absent"}
    assert {c.absence for c in chiffres} == {"Publié pour l’outre-mer ensemble."}
    assert all(c.rang is None and math.isnan(c.valeur) for c in chiffres)


def test_la_region_sans_page_le_dit_et_compte_ses_territoires():
    chiffres = lus("84")
    assert chiffres["territoires"].absence == "Page de la région absente du document."
    assert "déduit des totaux nationaux" in chiffres["laureats"].absence
    deux_mille_21 = ATLAS.territoires_de(2021)
    attendus = deux_mille_21["regions"].str.split(",").map(lambda codes: "84" in codes).sum()
    assert chiffres["territoires"].calcul.valeur == attendus


def test_un_territoire_interregional_est_dit_a_cote_du_compte():
    assert "Dont 1" in lus("32")["territoires"].calcul.ecart
    assert "interrégional" not in lus("53")["territoires"].calcul.ecart


@pytest.mark.parametrize("code", ["53", "84", "94", "04"])
def test_les_laureats_comptes_sont_les_lignes_de_la_meme_mesure(code):
    projets = ATLAS.projets
    siens = projets[(projets["code_region"] == code)]
    chiffre = lus(code)["laureats"]
    assert chiffre.calcul.valeur == (siens["mesure_light"] == "Projets territoriaux").sum()
    assert f"{len(siens)}\u202fligne" in chiffre.calcul.ecart


def test_la_somme_des_projets_par_mesure_est_celle_de_la_region():
    for code in noms(ATLAS):
        table = par_mesure(ATLAS, code)
        assert table.is_monotonic_decreasing
        membres = SEULES_OUTRE_MER if code == "OM" else (code,)
        assert table.sum() == ATLAS.projets["code_region"].isin(membres).sum()


def test_les_emplois_annonces_comptent_chaque_groupe_une_fois():
    projets = ATLAS.projets[ATLAS.projets["code_region"] == "32"]
    attendu = (
        projets.dropna(subset=["emplois_prevus"]).groupby("groupe_emplois")["emplois_prevus"].max().sum()
    )
    assert lus("32")["emplois"].calcul.valeur == attendu


def test_les_montants_ne_sont_jamais_comptes_car_l_extrait_n_en_donne_aucun():
    for code in noms(ATLAS):
        assert math.isnan(lus(code)["investissements"].calcul.valeur)
        assert math.isnan(lus(code)["engagements"].calcul.valeur)


def test_une_region_sans_aucun_projet_a_des_emplois_inconnus_et_non_zero():
    assert math.isnan(lus("06")["emplois"].calcul.valeur)
    assert lus("06")["laureats"].calcul.valeur == 0


def test_chaque_rapport_est_l_un_de_ceux_qui_sont_declares():
    assert {p.ratio for p in PUBLIES.values()} - {""} <= set(FORMULES)

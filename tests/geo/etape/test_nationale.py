"""Every national figure is that of the document; what we compute beside it is counted here by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from geo.contrats.tables import TABLES
from geo.etape.enjeux import enjeux
from geo.etape.financement import dotation, financements
from geo.etape.nationale import CALCULS, PRINCIPAUX, chiffres_nationaux
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import TOUS_LES_TI


@pytest.fixture(scope="module")
def document(sources):
    """The raw tables of the document, by name."""
    dossier = sources / "point_etape_2021"
    return {nom: pd.read_csv(dossier / f"{nom}.csv", dtype=str) for nom in FICHIERS}


FICHIERS = ("national", "regions", "enjeux", "financement", "chronologie")


@pytest.fixture(scope="module")
def chiffres(atlas):
    return {chiffre.indicateur: chiffre for chiffre in chiffres_nationaux(atlas)}


@pytest.mark.sources
def test_chaque_chiffre_est_celui_du_document_dans_son_ordre(document, atlas):
    lus = [(c.indicateur, c.valeur, c.unite, c.date, c.section) for c in chiffres_nationaux(atlas)]
    bruts = document["national"].itertuples(index=False)
    assert lus == [(b.indicateur, float(b.valeur), b.unite, b.date, b.section) for b in bruts]


def test_les_chiffres_principaux_sont_dans_le_document(chiffres):
    assert set(PRINCIPAUX) <= set(chiffres)


def test_chaque_calcul_est_a_cote_d_un_chiffre_publie(chiffres):
    assert set(CALCULS) <= set(chiffres)


def test_un_chiffre_calcule_nomme_sa_formule_ses_annees_et_ses_sources():
    assert all(c.formule and c.annees and c.sources for c in CALCULS.values())


def test_un_chiffre_que_nous_ne_pouvons_calculer_n_a_pas_de_valeur_a_nous(chiffres):
    sans = [c for nom, c in chiffres.items() if nom not in CALCULS]
    assert sans
    assert all(math.isnan(c.calculee) and c.calcul is None for c in sans)


@pytest.mark.parametrize("indicateur", ["Territoires d'industrie", "Intercommunalités couvertes"])
def test_les_territoires_et_les_intercommunalites_sont_comptes_comme_publies(chiffres, indicateur):
    assert chiffres[indicateur].calculee == chiffres[indicateur].valeur


TOTAUX = {
    "Projets lauréats du fonds d'accélération": ("laureats", 1, 0),
    "Investissements industriels soutenus": ("investissements_meur", 1000, 1),
    "Subventions engagées par l'Etat et les Régions": ("engagements_meur", 1, 0),
    "Créations d'emplois prévues": ("emplois_prevus", 1, 0),
}
"""National figure -> column of the régions, its unit in theirs, decimals published."""


@pytest.mark.sources
@pytest.mark.parametrize("indicateur", TOTAUX)
def test_la_somme_des_regions_est_le_total_publie(document, chiffres, indicateur):
    colonne, unite, decimales = TOTAUX[indicateur]
    somme = document["regions"][colonne].astype(float).sum() / unite
    assert chiffres[indicateur].calculee == pytest.approx(somme)
    assert round(somme, decimales) == chiffres[indicateur].valeur


@pytest.mark.sources
def test_les_projets_remontes_sont_la_somme_des_regions_qui_disent_combien(document, chiffres):
    dits = document["regions"]["projets_remontes"].dropna().astype(float)
    chiffre = chiffres["Projets remontés dans les plans d'actions"]
    assert len(dits) == len(document["regions"]) - 1
    assert chiffre.calculee == dits.sum()
    assert chiffre.calculee < chiffre.valeur
    assert "Auvergne-Rhône-Alpes" in chiffre.calcul.ecart


def test_un_total_retrouve_par_construction_le_dit(chiffres):
    construits = {
        nom for nom, chiffre in chiffres.items() if chiffre.calcul and chiffre.calcul.par_construction
    }
    assert construits == {*TOTAUX, "Investissement moyen par projet soutenu"}


@pytest.mark.parametrize(
    ("indicateur", "portee"),
    [
        ("Projets remontés dans les plans d'actions", "hors Auvergne-Rhône-Alpes"),
        ("Intercommunalités couvertes", "dont 3\u202fEPT du Grand Paris"),
        ("Territoires d'industrie", ""),
    ],
)
def test_un_compte_dit_ce_qu_il_couvre(chiffres, indicateur, portee):
    assert chiffres[indicateur].portee == portee


def test_l_investissement_moyen_est_un_rapport_de_sommes_tel_que_publie(chiffres):
    chiffre = chiffres["Investissement moyen par projet soutenu"]
    assert round(chiffre.calculee, 1) == chiffre.valeur


def test_les_habitants_s_arrondissent_aux_millions_publies(chiffres):
    chiffre = chiffres["Habitants des intercommunalités couvertes"]
    assert round(chiffre.calculee) == chiffre.valeur


def test_les_emplois_industriels_sont_la_part_fois_les_emplois_qui_en_ont_une(atlas, chiffres):
    part = mesure(atlas, objet=TOUS_LES_TI, millesime=2021, cle="part_industrie")
    communes = atlas.assiettes.communes
    dedans = communes["id_ti_2021"].notna() & communes["part_industrie"].notna()
    chiffre = chiffres["Emplois industriels dans les Territoires d'industrie"]
    assert chiffre.calculee * 1e6 == pytest.approx(part.valeur * communes.loc[dedans, "emplois"].sum() / 100)
    assert round(chiffre.calculee, 1) == chiffre.valeur


@pytest.mark.sources
def test_les_enjeux_sont_ceux_du_document(document, atlas):
    bruts = document["enjeux"].assign(valeur=lambda t: t["valeur"].astype(float))
    for enjeu in enjeux(atlas):
        siens = bruts[bruts["enjeu"] == enjeu.nom]
        valeurs = dict(zip(siens["indicateur"], siens["valeur"], strict=True))
        projets = next(v for nom, v in valeurs.items() if nom.startswith("Projets"))
        assert (enjeu.projets, enjeu.investissements) == (projets, valeurs["Investissements"])
        assert dict(enjeu.parties).items() <= valeurs.items()
        lus = 2 + len(enjeu.parties) + (enjeu.resultat is not None)
        assert lus == len(siens)


def test_les_enjeux_viennent_dans_l_ordre_du_document(atlas):
    noms = [enjeu.nom for enjeu in enjeux(atlas)]
    assert noms == list(dict.fromkeys(atlas.enjeux_2021["enjeu"]))


def test_seul_l_enjeu_qui_le_dit_a_des_parties_qui_se_recouvrent(atlas):
    for enjeu in enjeux(atlas):
        assert enjeu.plusieurs == ("plusieurs sous-catégories" in enjeu.precision)


def test_les_parties_d_un_enjeu_viennent_de_la_plus_grande_a_la_plus_petite(atlas):
    for enjeu in enjeux(atlas):
        valeurs = [valeur for _, valeur in enjeu.parties]
        assert valeurs == sorted(valeurs, reverse=True)


def test_ce_qu_un_enjeu_apporte_n_est_pas_un_projet(atlas):
    resultats = {enjeu.nom: enjeu.resultat for enjeu in enjeux(atlas)}
    assert resultats["(Re)localisation"][2] == "emplois"
    assert resultats["Compétences et formation"][2] == "places"
    assert resultats["Transition écologique"] is None


@pytest.mark.sources
def test_le_financement_est_ligne_a_ligne_celui_du_document(document, atlas):
    bruts = document["financement"]
    attendus = {(b.financeur, b.dispositif): float(b.montant_meur) for b in bruts.itertuples()}
    table = financements(atlas)
    lus = {(t.financeur, t.dispositif): t.montant_meur for t in table.itertuples()}
    assert lus == attendus
    assert len(table) == len(bruts)


def test_les_lignes_d_un_acteur_font_son_total_et_les_parts_font_un(atlas):
    table = financements(atlas)
    for _, lignes in table.groupby("financeur"):
        assert (lignes["total_meur"] == lignes["montant_meur"].sum()).all()
    assert table["part"].sum() == pytest.approx(1)


def test_l_acteur_qui_donne_le_plus_est_en_tete(atlas):
    totaux = financements(atlas).drop_duplicates("financeur")["total_meur"].tolist()
    assert totaux == sorted(totaux, reverse=True)


@pytest.mark.sources
def test_la_dotation_du_fonds_ne_boucle_pas_et_l_ecart_est_dit(document, atlas):
    national = document["national"].set_index("indicateur")["valeur"].astype(float)
    lignes = document["financement"]
    fonds = lignes[lignes["dispositif"].str.contains("accélération des investissements|1 pour 1")]
    trouvee = dotation(atlas)
    assert trouvee.publiee == national["Dotation du fonds d'accélération"]
    assert trouvee.somme == fonds["montant_meur"].astype(float).sum()
    assert trouvee.ecart == trouvee.publiee - trouvee.somme > 0


def test_la_part_des_regions_est_la_meme_dans_les_deux_tables(atlas):
    trouvee = dotation(atlas)
    assert dict(trouvee.lignes)["Régions"] == trouvee.part_des_regions


@pytest.mark.sources
def test_les_etapes_sont_celles_du_document(document, atlas):
    assert atlas.chronologie["etape"].tolist() == document["chronologie"]["etape"].tolist()
    assert atlas.chronologie["date"].tolist() == document["chronologie"]["date"].tolist()


def test_les_tables_du_document_sont_sous_contrat():
    assert {"national_2021", "enjeux_2021", "financement_2021", "chronologie"} <= set(TABLES)

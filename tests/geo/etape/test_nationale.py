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
def test_every_figure_is_that_of_the_document_in_its_order(document, atlas):
    lus = [(c.indicateur, c.valeur, c.unite, c.date, c.section) for c in chiffres_nationaux(atlas)]
    bruts = document["national"].itertuples(index=False)
    assert lus == [(b.indicateur, float(b.valeur), b.unite, b.date, b.section) for b in bruts]


def test_the_main_figures_are_in_the_document(chiffres):
    assert set(PRINCIPAUX) <= set(chiffres)


def test_every_computation_stands_beside_a_published_figure(chiffres):
    assert set(CALCULS) <= set(chiffres)


def test_a_computed_figure_names_its_formula_its_years_and_its_sources():
    assert all(c.formule and c.annees and c.sources for c in CALCULS.values())


def test_a_figure_that_we_cannot_compute_has_no_value_of_ours(chiffres):
    sans = [c for nom, c in chiffres.items() if nom not in CALCULS]
    assert sans
    assert all(math.isnan(c.calculee) and c.calcul is None for c in sans)


@pytest.mark.parametrize("indicateur", ["Territoires d'industrie", "Intercommunalités couvertes"])
def test_territories_and_intercommunalities_are_counted_as_published(chiffres, indicateur):
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
def test_the_regions_sum_to_the_published_total(document, chiffres, indicateur):
    colonne, unite, decimales = TOTAUX[indicateur]
    somme = document["regions"][colonne].astype(float).sum() / unite
    assert chiffres[indicateur].calculee == pytest.approx(somme)
    assert round(somme, decimales) == chiffres[indicateur].valeur


@pytest.mark.sources
def test_projects_brought_up_sum_over_the_regions_that_say_how_many(document, chiffres):
    dits = document["regions"]["projets_remontes"].dropna().astype(float)
    chiffre = chiffres["Projets remontés dans les plans d'actions"]
    assert len(dits) == len(document["regions"]) - 1
    assert chiffre.calculee == dits.sum()
    assert chiffre.calculee < chiffre.valeur
    assert "Auvergne-Rhône-Alpes" in chiffre.calcul.ecart


def test_the_mean_investment_is_a_ratio_of_sums_as_published(chiffres):
    chiffre = chiffres["Investissement moyen par projet soutenu"]
    assert round(chiffre.calculee, 1) == chiffre.valeur


def test_inhabitants_round_to_the_published_millions(chiffres):
    chiffre = chiffres["Habitants des intercommunalités couvertes"]
    assert round(chiffre.calculee) == chiffre.valeur


def test_industrial_jobs_are_the_share_times_the_jobs_that_have_one(atlas, chiffres):
    part = mesure(atlas, objet=TOUS_LES_TI, millesime=2021, cle="part_industrie")
    chiffre = chiffres["Emplois industriels dans les Territoires d'industrie"]
    assert chiffre.calculee * 1e6 == pytest.approx(part.valeur * part.connus / 100)
    assert round(chiffre.calculee, 1) == chiffre.valeur


@pytest.mark.sources
def test_the_challenges_are_those_of_the_document(document, atlas):
    bruts = document["enjeux"].assign(valeur=lambda t: t["valeur"].astype(float))
    for enjeu in enjeux(atlas):
        siens = bruts[bruts["enjeu"] == enjeu.nom]
        valeurs = dict(zip(siens["indicateur"], siens["valeur"], strict=True))
        projets = next(v for nom, v in valeurs.items() if nom.startswith("Projets"))
        assert (enjeu.projets, enjeu.investissements) == (projets, valeurs["Investissements"])
        assert dict(enjeu.parties).items() <= valeurs.items()
        lus = 2 + len(enjeu.parties) + (enjeu.resultat is not None)
        assert lus == len(siens)


def test_the_challenges_come_in_the_order_of_the_document(atlas):
    noms = [enjeu.nom for enjeu in enjeux(atlas)]
    assert noms == list(dict.fromkeys(atlas.enjeux_2021["enjeu"]))


def test_only_the_challenge_that_says_so_has_overlapping_parts(atlas):
    for enjeu in enjeux(atlas):
        assert enjeu.plusieurs == ("plusieurs sous-catégories" in enjeu.precision)


def test_the_parts_of_a_challenge_stand_largest_first(atlas):
    for enjeu in enjeux(atlas):
        valeurs = [valeur for _, valeur in enjeu.parties]
        assert valeurs == sorted(valeurs, reverse=True)


def test_what_a_challenge_brings_is_no_project(atlas):
    resultats = {enjeu.nom: enjeu.resultat for enjeu in enjeux(atlas)}
    assert resultats["(Re)localisation"][2] == "emplois"
    assert resultats["Compétences et formation"][2] == "places"
    assert resultats["Transition écologique"] is None


@pytest.mark.sources
def test_the_funding_is_line_by_line_that_of_the_document(document, atlas):
    bruts = document["financement"]
    attendus = {(b.financeur, b.dispositif): float(b.montant_meur) for b in bruts.itertuples()}
    table = financements(atlas)
    lus = {(t.financeur, t.dispositif): t.montant_meur for t in table.itertuples()}
    assert lus == attendus
    assert len(table) == len(bruts)


def test_the_lines_of_an_actor_sum_to_its_total_and_the_parts_to_one(atlas):
    table = financements(atlas)
    for _, lignes in table.groupby("financeur"):
        assert (lignes["total_meur"] == lignes["montant_meur"].sum()).all()
    assert table["part"].sum() == pytest.approx(1)


def test_the_actor_that_gives_most_stands_first(atlas):
    totaux = financements(atlas).drop_duplicates("financeur")["total_meur"].tolist()
    assert totaux == sorted(totaux, reverse=True)


@pytest.mark.sources
def test_the_endowment_of_the_fund_does_not_close_and_the_gap_is_said(document, atlas):
    national = document["national"].set_index("indicateur")["valeur"].astype(float)
    lignes = document["financement"]
    fonds = lignes[lignes["dispositif"].str.contains("accélération des investissements|1 pour 1")]
    trouvee = dotation(atlas)
    assert trouvee.publiee == national["Dotation du fonds d'accélération"]
    assert trouvee.somme == fonds["montant_meur"].astype(float).sum()
    assert trouvee.ecart == trouvee.publiee - trouvee.somme > 0


def test_the_part_of_the_regions_is_the_same_in_both_tables(atlas):
    trouvee = dotation(atlas)
    assert dict(trouvee.lignes)["Régions"] == trouvee.part_des_regions


@pytest.mark.sources
def test_the_steps_are_those_of_the_document(document, atlas):
    assert atlas.chronologie["etape"].tolist() == document["chronologie"]["etape"].tolist()
    assert atlas.chronologie["date"].tolist() == document["chronologie"]["date"].tolist()


def test_the_tables_of_the_document_are_under_contract():
    assert {"national_2021", "enjeux_2021", "financement_2021", "chronologie"} <= set(TABLES)

"""What the frame is told to colour the map: small, in the order of the ids, and true to the table."""

from __future__ import annotations

import json
import math

import pandas as pd
import pytest

from components.carte.coloriage import PARTS_DES_PALIERS, RAYON_MAX, SEPARATEUR, coloriage, paliers
from francais import ESPACE_FINE, MOINS, NON_RENSEIGNE, nombre
from geo.indicateurs.catalogue import INDICATEURS
from geo.indicateurs.classes import NOMBRE_DE_CLASSES, classer
from geo.indicateurs.mesures import valeurs
from geo.indicateurs.nuances import intervalles
from geo.millesimes import MILLESIMES
from theme import DIVERGENTE

RATIOS = [i.cle for i in INDICATEURS.values() if i.sorte == "ratio"]
SENS = {ton: sens for sens, tons in DIVERGENTE.items() for ton in tons}
MONTANTS = [i.cle for i in INDICATEURS.values() if i.sorte == "montant"]


def _sens(texte):
    """Whether an interval of the legend is below, at or above zero."""
    lus = texte.replace(",", ".").replace(MOINS, "-").split(" à ")
    bouts = {(v > 0) - (v < 0) for v in map(float, lus)}
    assert len(bouts) == 1, texte
    return {-1: "baisse", 0: "zero", 1: "hausse"}[bouts.pop()]


@pytest.mark.parametrize("cle", INDICATEURS)
@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_territoire_a_une_valeur_et_une_marque(atlas, millesime, cle):
    etat = coloriage(atlas, millesime=millesime, cle=cle)
    marques = etat["classes"] if cle in RATIOS else etat["rayons"]
    assert len(marques) == len(etat["valeurs"].split(SEPARATEUR)) == MILLESIMES[millesime].territoires


@pytest.mark.parametrize("cle", INDICATEURS)
def test_le_message_pese_quelques_kilooctets(atlas, cle):
    assert len(json.dumps(coloriage(atlas, millesime=2023, cle=cle))) < 6_000


@pytest.mark.parametrize("cle", RATIOS)
def test_la_somme_des_effectifs_de_la_legende_est_celle_des_territoires(atlas, cle):
    lignes = coloriage(atlas, millesime=2021, cle=cle)["legende"]["lignes"]
    assert sum(ligne["effectif"] for ligne in lignes) == 146


@pytest.mark.parametrize("cle", RATIOS)
def test_les_effectifs_de_la_legende_sont_ceux_des_remplissages(atlas, cle):
    etat = coloriage(atlas, millesime=2021, cle=cle)
    classes = [ligne for ligne in etat["legende"]["lignes"] if "couleur" in ligne]
    assert [etat["classes"].count(str(rang)) for rang in range(1, len(classes) + 1)] == [
        ligne["effectif"] for ligne in classes
    ]


def test_un_territoire_sans_chiffre_est_dit_tel_et_hachure(atlas):
    etat = coloriage(atlas, millesime=2021, cle="part_industrie")
    assert [t == "" for t in etat["valeurs"].split(SEPARATEUR)] == [c == "0" for c in etat["classes"]]
    assert etat["legende"]["lignes"][-1] == {
        "lacune": True,
        "texte": NON_RENSEIGNE,
        "effectif": etat["classes"].count("0"),
    }


def test_les_marques_sont_dans_l_ordre_des_identifiants(atlas):
    table = valeurs(atlas, millesime=2021, cle="population").sort_values("id_ti")
    rayons = coloriage(atlas, millesime=2021, cle="population")["rayons"]
    assert rayons.index(max(rayons)) == table["valeur"].reset_index(drop=True).idxmax()


@pytest.mark.parametrize("cle", MONTANTS)
def test_le_plus_grand_cercle_a_le_plus_grand_rayon(atlas, cle):
    rayons = coloriage(atlas, millesime=2021, cle=cle)["rayons"]
    assert max(r for r in rayons if r is not None) == RAYON_MAX


def test_les_aires_sont_proportionnelles_aux_quantites(atlas):
    table = valeurs(atlas, millesime=2021, cle="population").sort_values("id_ti")["valeur"].to_list()
    rayons = coloriage(atlas, millesime=2021, cle="population")["rayons"]
    attendus = [RAYON_MAX * math.sqrt(v / max(table)) for v in table]
    assert rayons == pytest.approx(attendus, abs=0.051)


def test_un_zero_n_a_pas_de_cercle_et_un_inconnu_n_en_a_pas_non_plus(atlas):
    table = valeurs(atlas, millesime=2021, cle="emplois_annonces").sort_values("id_ti")["valeur"]
    rayons = coloriage(atlas, millesime=2021, cle="emplois_annonces")["rayons"]
    assert [r is None for r in rayons] == table.isna().to_list()
    assert all(r == 0 for r, v in zip(rayons, table, strict=True) if v == 0)


def test_aucun_chiffre_n_est_dans_deux_classes():
    table = pd.Series([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0])
    indicateur = INDICATEURS["chomage"]
    textes = intervalles(classer(table, decimales=1), indicateur)
    assert textes == ["1,0 à 2,0", "2,1 à 4,0", "4,1 à 6,0", "6,1 à 8,0", "8,1 à 10,0"]


def test_une_classe_d_un_seul_chiffre_est_ecrite_une_fois():
    table = pd.Series([0.0, 0.0, 0.0, 0.0, 5.0])
    textes = intervalles(classer(table, decimales=0), INDICATEURS["projets"])
    assert textes[0] == "0"


@pytest.mark.parametrize(
    ("plus_grand", "attendus"), [(1264, [1000, 300, 60]), (4, [4, 1]), (1, [1]), (0, []), (0.4, [])]
)
def test_les_cercles_de_la_legende_sont_des_montants_ronds_qui_ne_depassent_pas_le_plus_grand(
    plus_grand, attendus
):
    assert paliers(plus_grand) == attendus
    assert len(attendus) <= len(PARTS_DES_PALIERS)


def test_la_legende_dit_l_unite_et_les_annees(atlas):
    legende = coloriage(atlas, millesime=2021, cle="evolution_chomage")["legende"]
    assert legende["precision"] == "points · données de 2018, 2019 et 2023"
    assert legende["methode"] == "Classes : quantiles autour de 0"


def test_une_evolution_a_les_couleurs_de_son_signe_et_le_dit(atlas):
    legende = coloriage(atlas, millesime=2021, cle="evolution_chomage")["legende"]
    assert legende["palette"] == "Bleu en baisse, orange en hausse"
    tons = {c["texte"]: c["couleur"] for c in legende["lignes"] if "couleur" in c}
    assert len(tons) <= NOMBRE_DE_CLASSES
    assert {texte: _sens(texte) for texte in tons} == {texte: SENS[ton] for texte, ton in tons.items()}


def test_un_chiffre_qui_ne_fait_que_croitre_a_une_seule_teinte(atlas):
    assert "palette" not in coloriage(atlas, millesime=2021, cle="chomage")["legende"]


def test_la_bulle_dit_le_chiffre_comme_il_s_ecrit_en_francais(atlas):
    table = valeurs(atlas, millesime=2021, cle="population").sort_values("id_ti")["valeur"].to_list()
    etat = coloriage(atlas, millesime=2021, cle="population")
    assert etat["valeurs"].split(SEPARATEUR)[0].replace(" ", ESPACE_FINE) == nombre(table[0])
    assert etat["unite"] == "habitants"


def test_un_territoire_sans_chiffre_dit_pourquoi_dans_sa_bulle(atlas):
    etat = coloriage(atlas, millesime=2021, cle="part_industrie")
    vides = [v for v in etat["valeurs"].split(SEPARATEUR) if not v]
    assert len(etat["raisons"]) == len(vides)
    assert etat["raisons"]["ti-9303"].endswith("d’une intercommunalité qui n’y est qu’en partie")
    assert "raisons" not in coloriage(atlas, millesime=2021, cle="population")

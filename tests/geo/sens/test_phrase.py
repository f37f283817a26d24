"""The sentence of every place: short, French, and never more than the figures that its page shows."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from data import chargement
from francais import ESPACE_FINE
from geo.fiche.chiffres import chiffres, la_france
from geo.indicateurs import LA_FRANCE, Objet, partages
from geo.millesimes import MILLESIMES
from geo.sens.phrase import LONGUEUR_MAX, NOMBRE_DE_FAITS, Sens, phrase, sens

ATLAS = chargement.atlas()
REGIONS = [Objet(sorte="region", code=code) for code in (*ATLAS.nom_region, "OM")]


class Cas(NamedTuple):
    """One place, and what is said of it."""

    objet: Objet
    millesime: int
    sens: Sens


LIEUX = [
    (Objet(sorte="ti", code=code), annee)
    for annee in MILLESIMES
    for code in ATLAS.territoires_de(annee)["id_ti"]
] + [(objet, 2021) for objet in REGIONS]
CAS = [Cas(objet, annee, sens(ATLAS, objet, annee)) for objet, annee in LIEUX]
FRANCES = [phrase(ATLAS, LA_FRANCE, annee) for annee in MILLESIMES]
TEXTES = [cas.sens.texte for cas in CAS] + FRANCES
CAUSES = re.compile(r"\b(car|grâce|parce|donc|permet|à cause|en raison|explique|entraîne|dû|due)\b")


def test_chaque_lieu_a_sa_phrase():
    assert len(CAS) == 626 + 19
    assert all(texte.endswith(".") and len(texte) > 40 for texte in TEXTES)


def test_aucune_phrase_n_est_trop_longue():
    assert max(map(len, TEXTES)) <= LONGUEUR_MAX


def test_une_phrase_dit_trois_faits_au_plus_et_souvent_un_ou_deux():
    combien = [len(cas.sens.dits) for cas in CAS]
    assert max(combien) <= NOMBRE_DE_FAITS
    assert sum(map(bool, combien)) > 0.8 * len(combien)


def test_ce_qui_ne_ressort_pas_est_dit_avec_ses_chiffres_ou_sa_raison():
    for cas in CAS:
        if not cas.sens.dits:
            assert re.search(
                r"au milieu des rangs pour .*\d|ne suffisent pas à situer .*\u00a0: ", cas.sens.texte
            )


def test_aucune_phrase_ne_dit_de_cause():
    assert [texte for texte in TEXTES if CAUSES.search(texte)] == []


@pytest.mark.parametrize(
    ("faute", "quoi"),
    [
        (r"'", "apostrophe droite"),
        (r"[^\u202f];|;[^ ]", "point-virgule"),
        (r"[^\u00a0]:", "deux-points"),
        (r"\d (%|points?)", "espace avant une unité"),
        (r"  |\( | \)|,,| \.", "espaces"),
        (r"\([^)]*\(", "parenthèses dans des parenthèses"),
        (r"\bnan\b|None|non renseigné", "vide"),
        (r"[^0-9]-\d", "signe moins"),
    ],
)
def test_la_typographie_est_francaise(faute, quoi):
    assert [texte for texte in TEXTES if re.search(faute, texte)] == [], quoi


@pytest.fixture(scope="module")
def pages():
    """Of each place of which something is told: the cards of its page, by key."""
    return [
        (cas, {c.cle: c for c in chiffres(ATLAS, cas.objet, cas.millesime, [la_france(ATLAS)])})
        for cas in CAS
        if cas.sens.dits
    ]


def test_chaque_chiffre_dit_est_celui_de_la_page(pages):
    for cas, cartes in pages:
        for fait in cas.sens.dits:
            carte = cartes[fait.cle]
            assert fait.cote == "aucun" or carte.valeur in cas.sens.texte
            assert fait.cote == "aucun" or carte.references[0].valeur in cas.sens.texte


def test_chaque_rang_dit_est_celui_de_la_page(pages):
    for cas, cartes in pages:
        rangs = [carte.rang.replace(" (", ", ").rstrip(")") for carte in cartes.values()]
        for dit in re.findall(r"contre [^,)]*(?:,\d+)?[^,)]*, ([^)]*)\)", cas.sens.texte):
            assert dit in rangs


def test_aucune_phrase_ne_contredit_ses_chiffres(pages):
    for cas, _ in pages:
        for fait in cas.sens.dits:
            plus_haut = fait.ici.valeur > fait.france.valeur
            assert plus_haut is (fait.cote == "haut"), cas
            texte = cas.sens.texte
            if fait.cle == "projets_pour_10000_hab" and fait.cote != "aucun":
                assert ("beaucoup de projets" in texte) is plus_haut
            if fait.cle == "chomage":
                assert re.search(rf"chômage[^;]*plus {'haut' if plus_haut else 'bas'}", texte)
            if fait.cle == "part_industrie":
                mots = r"plus grande part|pèse plus" if plus_haut else r"plus petite part|pèse moins"
                assert re.search(mots, texte)
            if fait.cle == "evolution_chomage" and fait.ici.valeur < 0:
                assert ("plus" if not plus_haut else "moins") in texte


def test_une_phrase_nomme_son_lieu(pages):
    for cas, _ in pages:
        if cas.objet.sorte == "ti":
            nom = ATLAS.nom_ti[cas.millesime, cas.objet.code].strip().replace("'", "’")
            assert cas.sens.texte.startswith(nom)


def test_les_parts_de_la_france_sont_celles_de_sa_page():
    for annee, texte in zip(MILLESIMES, FRANCES, strict=True):
        parts = {p.grandeur.cle: round(100 * p.part) for p in partages(ATLAS, millesime=annee)}
        assert f"{parts['projets']}{ESPACE_FINE}% des projets" in texte
        assert f"{parts['population']}{ESPACE_FINE}% des habitants" in texte


@pytest.mark.parametrize("annee", MILLESIMES)
def test_une_part_retrospective_de_la_france_l_explique(annee):
    assert ("choisie après eux" in phrase(ATLAS, LA_FRANCE, annee)) is MILLESIMES[annee].retrospectif


A_LA_MAIN = {
    ("ti-5304", 2021): "Lannion-Trégor compte beaucoup de projets France Relance pour sa population "
    "(1,41 pour 10 000 hab. contre 0,46 en France)\u202f; l’industrie y pèse moins dans l’emploi "
    "qu’en France (10,5\u202f% contre 11,7\u202f%).",
    ("ti-5313", 2021): "Finistère compte peu de projets France Relance pour sa population "
    "(0,21 pour 10 000 hab. contre 0,46 en France).",
    (
        "ti-5302",
        2023,
    ): "Centre Morbihan ne compte aucun projet France Relance dans l’extrait d’avril 2022\u202f; "
    "l’industrie y pèse plus dans l’emploi qu’en France (30,9\u202f% contre 11,7\u202f%, 6e part la "
    "plus haute sur 173).",
    (
        "ti-0402",
        2021,
    ): "Saint-André a un chômage plus haut que la France (22,4\u202f% dans sa zone d’emploi contre "
    "7,4\u202f%, taux le plus haut des 143).",
    (
        "ti-0302",
        2021,
    ): "Les chiffres publiés ne suffisent pas à situer Kourou\u00a0: trop peu de projets pour un "
    "rang sûr et la part de l’industrie par intercommunalité n’est pas publiée outre-mer.",
}


@pytest.mark.parametrize(("code", "annee"), A_LA_MAIN)
def test_cinq_territoires_verifies_a_la_main(code, annee):
    assert phrase(ATLAS, Objet(sorte="ti", code=code), annee) == A_LA_MAIN[code, annee]


def test_les_chiffres_bruts_de_l_exemple_se_refont_a_la_main():
    communes = ATLAS.communes[ATLAS.communes["id_ti_2021"] == "ti-5304"]
    projets = ATLAS.projets[ATLAS.projets["id_ti_2021"] == "ti-5304"]
    assert round(len(projets) * 10_000 / communes["population"].sum(), 2) == 1.41
    france = ATLAS.projets["code_region"].notna().sum() * 10_000 / ATLAS.communes["population"].sum()
    assert round(france, 2) == 0.46

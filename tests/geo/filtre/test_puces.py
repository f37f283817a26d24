"""Chips: what each one says, what each one takes away."""

import pytest
from hypothesis import given, settings

from geo.filtre.filtre import Filtre
from geo.filtre.puces import decrire, sans
from tests.geo.monde_filtre import filtres, monde


def puces(**champs):
    return decrire(Filtre(**champs), monde().vocab)


DITES = {
    "filière": ({"filieres": ("Agroalimentaire",)}, "Agroalimentaire"),
    "filière absente": ({"filieres": ("non_renseigne",)}, "Filière : Non renseignée"),
    "stade": ({"stades": ("laureat",)}, "Stade : Lauréat"),
    "mesure": ({"mesures": ("Automobile",)}, "Mesure : Automobile"),
    "taille": ({"types": ("GE",)}, "Taille : Grande entreprise (GE)"),
    "nature": ({"natures": ("rd_demonstrateur",)}, "Nature : R&D ou démonstrateur"),
    "région": ({"regions": ("53",)}, "Bretagne"),
    "département": ({"departements": ("2A",)}, "Corse-du-Sud (2A)"),
    "EPCI": ({"epci": ("242900314",)}, "Brest Métropole"),
    "territoire": ({"ti": ("ti-9401",)}, "Territoire : Ajaccio"),
    "source": ({"sources": ("liste",)}, "Source : Mes projets"),
    "dedans": ({"dans_ti": True}, "Dans un territoire"),
    "dehors en 2023": ({"dans_ti": False, "millesime": 2023}, "Hors de tout territoire (2023)"),
    "période": ({"du": "2021-03", "au": "2021-06"}, "mise à jour de mars 2021 à juin 2021"),
    "période qui s’élide": ({"du": "2021-04", "au": "2021-08"}, "mise à jour d’avril 2021 à août 2021"),
    "un mois": ({"du": "2021-03", "au": "2021-03"}, "mise à jour en mars 2021"),
    "début": ({"du": "2021-03"}, "mise à jour depuis mars 2021"),
    "fin": ({"au": "2021-12"}, "mise à jour jusqu’en décembre 2021"),
    "emplois entre": ({"emplois_min": 10, "emplois_max": 1500}, "de 10 à 1\u202f500\u202femplois annoncés"),
    "emplois exactement": ({"emplois_min": 1, "emplois_max": 1}, "1\u202femploi annoncé"),
    "emplois au moins": (
        {"emplois_min": 0, "emplois_renseignes": True},
        "au moins 0\u202femploi annoncé",
    ),
    "emplois au plus": ({"emplois_max": 5}, "au plus 5\u202femplois annoncés"),
    "emplois renseignés": ({"emplois_renseignes": True}, "emplois renseignés"),
    "texte": ({"texte": "nucléaire"}, "texte : nucléaire"),
    "cochés": ({"choisis": monde().vocab.projets.choisir([3, 1])}, "2\u202fprojets cochés"),
}


@pytest.mark.parametrize(("champs", "texte"), DITES.values(), ids=DITES)
def test_chaque_filtre_se_dit_en_une_puce(champs, texte):
    assert [puce.texte for puce in puces(**champs)] == [texte]


@pytest.mark.parametrize("champs", [champs for champs, _ in DITES.values()], ids=DITES)
def test_retirer_la_seule_puce_rend_tous_les_projets(champs):
    (puce,) = puces(**champs)
    assert not sans(Filtre(**champs), puce).actif


def test_un_filtre_vide_n_a_pas_de_puce():
    assert puces(millesime=2023) == []


def test_les_puces_suivent_l_ordre_du_vocabulaire():
    assert [p.valeur for p in puces(stades=("abandonne", "laureat", "emergence"))] == [
        "emergence",
        "laureat",
        "abandonne",
    ]


def test_retirer_une_valeur_garde_les_autres():
    filtre = Filtre(regions=("53", "84"), texte="usine")
    assert sans(filtre, decrire(filtre, monde().vocab)[0]) == Filtre(regions=("53",), texte="usine")


@settings(deadline=None, max_examples=40)
@given(filtres())
def test_toutes_les_puces_retirees_il_ne_reste_rien(filtre):
    reste = filtre
    for puce in decrire(filtre, monde().vocab):
        reste = sans(reste, puce)
    assert reste == filtre.efface()

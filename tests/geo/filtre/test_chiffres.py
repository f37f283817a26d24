"""The figures of a selection."""

import numpy as np
import pytest

from geo.filtre.chiffres import chiffres
from geo.filtre.filtre import Filtre
from geo.filtre.preparation import preparer
from geo.filtre.selection import filtrer
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.doublons import emplois_annonces
from geo.projets.ensemble import ensemble
from tests.geo.monde_filtre import monde


def figures(**champs):
    filtre = Filtre(**champs)
    return chiffres(monde().preparee, filtrer(monde().preparee, filtre), filtre.millesime)


def miniature(**colonnes):
    """Three projects of the real table, some columns set by hand; the figures of all three."""
    table = monde().table.head(3).assign(**colonnes)
    return chiffres(preparer(table, monde().vocab), np.ones(3, dtype=bool))


def test_tous_les_projets_publies():
    tous = figures()
    assert (tous.projets, tous.emplois, tous.emplois_renseignes) == (3080, 22563, 741)
    assert (tous.dans_ti, tous.places, tous.sans_entreprise) == (1844, 3067, 1)


def test_ce_qui_ne_vient_pas_de_l_extrait_se_dit_a_cote_de_chaque_total(atlas):
    tous = ensemble(atlas)
    prete = preparer(tous, vocabulaires(atlas, tous))
    lus = chiffres(prete, np.ones(len(tous), dtype=bool), 2021)
    assert (lus.projets, lus.emplois, lus.dans_ti) == (3084, 22_819, 1848)
    assert lus.dont("projets") == "dont 4 du Point d’étape"
    assert lus.dont("emplois") == "dont 256 du Point d’étape"
    assert lus.dont("dans_ti") == "dont 4 du Point d’étape"
    agro = chiffres(prete, (tous["filiere"] == "Agroalimentaire").to_numpy(), 2021)
    assert (agro.projets, agro.dont("projets")) == (386, "dont 1 du Point d’étape")


def test_une_selection_de_l_extrait_seul_ne_dit_rien_de_plus():
    assert not figures(sources=("france_relance",)).dont("projets")


def test_la_part_en_territoire_est_celle_des_projets_places():
    assert figures().part_ti == pytest.approx(60.12, abs=0.01)


@pytest.mark.parametrize(
    "champs",
    [{}, {"regions": ("53",)}, {"filieres": ("Automobile",), "dans_ti": True}, {"texte": "usine"}],
)
def test_les_emplois_sont_ceux_de_la_regle_des_doublons(champs):
    filtre = Filtre(**champs)
    table = monde().table[filtrer(monde().preparee, filtre)]
    assert (figures(**champs).emplois, figures(**champs).emplois_renseignes) == emplois_annonces(table)


def test_les_memes_emplois_comptent_une_fois_au_plus_grand_nombre_de_la_selection():
    meme = {"groupe_emplois": ["p-1", "p-1", "p-2"], "emplois_prevus": [40, 30, 5]}
    assert miniature(**meme).emplois == 45


def test_des_emplois_sans_groupe_comptent_chacun():
    assert miniature(groupe_emplois=[None, None, None], emplois_prevus=[4, 4, None]).emplois == 8


def test_un_siren_juste_fait_une_entreprise_malgre_deux_noms():
    assert miniature(siren=["732829320"] * 3, siren_valide=True, entreprise=["A", "B", "C"]).entreprises == 1


def test_sans_siren_juste_le_nom_fait_l_entreprise_sans_ses_accents():
    assert (
        miniature(siren=["1", "2", None], siren_valide=False, entreprise=["Été", "ETE.", "B"]).entreprises
        == 2
    )


def test_un_projet_sans_entreprise_n_en_fait_pas_une():
    lus = miniature(siren=[None] * 3, siren_valide=False, entreprise=[None, "A", "A"])
    assert (lus.entreprises, lus.sans_entreprise) == (1, 1)


def test_une_selection_vide_n_a_pas_de_part():
    rien = figures(texte="zzzzzz")
    assert (rien.projets, rien.entreprises, rien.emplois, rien.part_ti) == (0, 0, 0, None)

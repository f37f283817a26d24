"""Selections side by side: the figures of the page « Projets », and what two of them share."""

import math

import pytest

from geo.filtre.chiffres import chiffres
from geo.filtre.filtre import Filtre
from geo.filtre.preparation import preparer
from geo.filtre.selection import filtrer
from geo.filtre.vocabulaires import vocabulaires
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, TOUS_LES_TI, Objet
from geo.projets.ensemble import ensemble
from geo.selections.confrontation import confronter, filtre_du_lieu


@pytest.fixture(scope="module")
def preparee(atlas):
    projets = ensemble(atlas)
    return preparer(projets, vocabulaires(atlas, projets))


BRETONS = Filtre(regions=("53",))
AGRO = Filtre(filieres=("Agroalimentaire",))
RIEN = Filtre(texte="zzzz introuvable")


@pytest.fixture(scope="module")
def deux(preparee):
    return confronter(preparee, [BRETONS, AGRO], 2021)


def rangee(confrontation, cle):
    return next(r for r in confrontation.rangees if r.cle == cle)


def test_les_chiffres_sont_ceux_de_la_page_projets(preparee, deux):
    lus = [chiffres(preparee, filtrer(preparee, filtre)) for filtre in (BRETONS, AGRO)]
    assert rangee(deux, "projets").valeurs == tuple(un.projets for un in lus)
    assert rangee(deux, "entreprises").valeurs == tuple(un.entreprises for un in lus)
    assert rangee(deux, "emplois").valeurs == tuple(un.emplois for un in lus)
    assert rangee(deux, "part_ti").valeurs == tuple(un.part_ti for un in lus)


def test_ce_que_deux_selections_partagent_est_compte_et_dit(preparee, deux):
    table = preparee.table
    dedans = (table["code_region"] == "53") & (table["filiere"] == "Agroalimentaire")
    (commun,) = deux.communs
    assert commun.projets == int(dedans.sum())
    assert commun.total == int(
        ((table["code_region"] == "53") | (table["filiere"] == "Agroalimentaire")).sum()
    )
    assert commun.dire(["A", "B"]).startswith(
        f"{commun.projets}\u202fprojets en commun entre « A » et « B » (sur"
    )


def test_deux_selections_sans_rien_de_commun_le_disent(preparee):
    (commun,) = confronter(preparee, [BRETONS, Filtre(regions=("28",))], 2021).communs
    assert commun.dire(["A", "B"]) == "aucun projet en commun entre « A » et « B »"


def test_deux_lieux_ne_sont_pas_croises(preparee):
    communs = confronter(preparee, [AGRO, BRETONS, Filtre(regions=("28",))], 2021, selections=1).communs
    assert {(commun.ici, commun.la) for commun in communs} == {(0, 1), (0, 2)}


def test_une_selection_vide_a_zero_projet_et_rien_d_inconnu_n_est_zero(preparee):
    vide = confronter(preparee, [RIEN, AGRO], 2021)
    assert rangee(vide, "projets").valeurs[0] == 0
    assert rangee(vide, "emplois").cases[0].texte == "0"
    assert math.isnan(rangee(vide, "part_ti").valeurs[0])
    assert math.isnan(rangee(vide, "montant").valeurs[0])
    assert rangee(vide, "montant").cases[0].texte == "non renseigné"


def test_un_montant_que_peu_de_projets_disent_est_un_minimum(preparee):
    tous = confronter(preparee, [Filtre()], 2021)
    montants = preparee.table["montant_meur"].dropna()
    case = rangee(tous, "montant").cases[0]
    assert rangee(tous, "montant").valeurs[0] == pytest.approx(montants.sum())
    assert case.texte.startswith("au moins ")
    assert f"dits par {len(montants)}\u202fprojets" in case.precision


def test_les_filieres_sont_celles_qui_ont_le_plus_de_projets(preparee, deux):
    filieres = [r for r in deux.rangees if r.cle.startswith("filiere")]
    totaux = [sum(r.valeurs) for r in filieres]
    assert totaux == sorted(totaux, reverse=True)
    assert filieres[0].libelle == "Filière : Agroalimentaire"


@pytest.mark.parametrize(
    ("objet", "combien"),
    [
        (LA_FRANCE, len),
        (Objet(sorte="region", code="53"), lambda t: (t["code_region"] == "53").sum()),
        (
            Objet(sorte="region", code="OM"),
            lambda t: t["code_region"].isin(["01", "02", "03", "04", "06"]).sum(),
        ),
        (Objet(sorte="ti", code="ti-2806"), lambda t: (t["id_ti_2021"] == "ti-2806").sum()),
        (TOUS_LES_TI, lambda t: t["id_ti_2021"].notna().sum()),
        (HORS_TI, lambda t: (t["id_ti_2021"].isna() & t["code_commune"].notna()).sum()),
    ],
    ids=["France", "région", "outre-mer", "TI", "TI réunis", "hors TI"],
)
def test_un_lieu_est_l_ensemble_de_ses_projets(preparee, objet, combien):
    masque = filtrer(preparee, filtre_du_lieu(objet, 2021))
    assert int(masque.sum()) == int(combien(preparee.table))

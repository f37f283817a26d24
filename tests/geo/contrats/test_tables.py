"""What every processed table promises, and the French sentence that says which promise is broken."""

import dataclasses

import pytest

from data import chargement
from erreurs import ContratRompu
from geo.contrats.tables import TABLES, dictionnaire, valider


@pytest.fixture(scope="module")
def regions(atlas):
    return atlas.regions


@pytest.mark.parametrize("nom", TABLES)
def test_chaque_table_livree_tient_son_contrat(nom):
    table = chargement.lire(nom)
    assert valider(nom, table) is table


@pytest.mark.parametrize(
    ("abimer", "raison"),
    [
        (lambda t: t.assign(code=t["code"].replace("84", "8")), r"code (hors du motif ^\d\d$ : '8')"),
        (lambda t: t.assign(code=t["code"].replace("84", "84\n")), r"code (hors du motif ^\d\d$ : '84\n')"),
        (lambda t: t.assign(code=t["code"].replace("84", "93")), "code (clé répétée : '93')"),
        (lambda t: t.assign(nom=t["nom"].where(t["code"] != "84")), "nom (valeur manquante : nan)"),
        (lambda t: t.drop(columns="nom"), "regions (colonne absente : 'nom')"),
        (lambda t: t.assign(capitale="?"), "regions (colonne inconnue : 'capitale')"),
        (lambda t: t[["nom", "code"]], "regions (colonne mal placée : 'nom')"),
        (lambda t: t.head(3), "regions (il faut de 18 à 18 lignes : False)"),
    ],
    ids=["motif", "fin de ligne", "clé", "vide", "absente", "inconnue", "ordre", "lignes"],
)
def test_une_promesse_rompue_se_dit_en_francais_avec_la_colonne_et_la_valeur(regions, abimer, raison):
    with pytest.raises(ContratRompu) as refus:
        valider("regions", abimer(regions))
    assert str(refus.value).startswith("La table « regions » ne tient pas son contrat : ")
    assert raison in str(refus.value)


def test_une_table_tres_abimee_ne_donne_que_cinq_raisons(atlas):
    with pytest.raises(ContratRompu) as refus:
        valider("epci", atlas.epci.assign(siren=atlas.epci["siren"].str[:4]))
    assert str(refus.value).count(" ; ") == 4


def test_un_nombre_negatif_est_refuse(atlas):
    with pytest.raises(ContratRompu, match="population"):
        valider("epci", atlas.epci.assign(population=-1))


def test_un_stade_hors_du_vocabulaire_est_refuse(atlas):
    with pytest.raises(ContratRompu, match=r"stade \(hors de la liste : 'En panne'\)"):
        valider("projets", atlas.projets.assign(stade="En panne"))


def test_chaque_table_se_range_sous_son_nom():
    assert {nom: table.nom for nom, table in TABLES.items()} == {nom: nom for nom in TABLES}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_la_cle_d_une_table_est_faite_de_ses_colonnes(table):
    assert table.cle
    assert set(table.cle) <= {champ.nom for champ in table.champs}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.nom)
def test_aucune_colonne_n_est_declaree_deux_fois(table):
    noms = [champ.nom for champ in table.champs]
    assert len(noms) == len(set(noms))


def test_un_champ_est_fige():
    with pytest.raises(dataclasses.FrozenInstanceError):
        TABLES["epci"].champs[0].nom = "autre"


CONTACT = r"[\w.+-]+@[\w-]+\.\w|(?<!\d)0[1-9](?:[ .-]\d\d){4}(?!\d)|\+33"
"""An electronic address, or a telephone number as the French write them."""


@pytest.mark.parametrize("nom", TABLES)
def test_aucune_table_livree_ne_porte_de_contact_personnel(nom):
    textes = chargement.lire(nom).select_dtypes("str")
    assert [c for c in textes if textes[c].str.contains(CONTACT, regex=True).any()] == []


def test_le_dictionnaire_donne_chaque_colonne_de_chaque_table_dans_l_ordre():
    attendu = [(t.nom, c.nom) for t in TABLES.values() for c in t.champs]
    assert [(ligne["table"], ligne["colonne"]) for ligne in dictionnaire()] == attendu


def test_le_dictionnaire_dit_ce_qui_peut_manquer():
    lignes = {(ligne["table"], ligne["colonne"]): ligne for ligne in dictionnaire()}
    assert lignes["projets", "latitude"]["peut manquer"] == "oui"
    assert lignes["projets", "id_projet"]["peut manquer"] == "non"

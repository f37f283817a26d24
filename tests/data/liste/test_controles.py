"""Row by row: what is good becomes a project, each fault has its own reason."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data.liste import ListeRefusee, controler, lire, modele_csv, reconnaitre, rejets_csv
from geo.projets.ensemble import TYPES

BONNE = {
    "Entreprise": "Fonderie du Forez",
    "SIREN": "552100554",
    "Filière": "agroalimentaire",
    "Nature": "Extension",
    "Stade": "en travaux",
    "Date du stade": "15/09/2021",
    "Date": "3 mai 2021",
    "Code INSEE": "42187",
    "Commune": "Roanne",
    "Département": "Loire (42)",
    "Région": "Auvergne-Rhône-Alpes",
    "Latitude": "46,0357",
    "Longitude": "4,0726",
    "Montant (k€)": "1 234,5",
    "Emplois annoncés": "25 emplois",
    "tCO2": "",
    "Objet": "Une ligne",
}


def ligne(**changements):
    champs = BONNE | {nom.replace("_", " "): valeur for nom, valeur in changements.items()}
    return ";".join(champs), ";".join(f'"{valeur}"' for valeur in champs.values())


def test_une_bonne_ligne_devient_un_projet_complet(verifier):
    liste = verifier(*ligne())
    projet = liste.projets.iloc[0]
    assert liste.rejetees == 0
    assert {
        champ: projet[champ]
        for champ in ("id_projet", "source", "stade", "stade_source", "filiere", "nature")
    } == {
        "id_projet": "l-000001",
        "source": "liste",
        "stade": "En travaux",
        "stade_source": "liste",
        "filiere": "Agroalimentaire",
        "nature": "extension",
    }
    assert (projet["montant_meur"], projet["emplois_prevus"], projet["date"]) == (
        1.2345,
        25,
        pd.Timestamp(2021, 5, 3),
    )
    assert (projet["code_commune"], projet["siren_epci"], projet["id_ti_2021"]) == (
        "42187",
        "200035731",
        "ti-8411",
    )
    assert (projet["latitude"], projet["methode_placement"], projet["accord_commune"]) == (
        46.0357,
        "coordonnées",
        True,
    )


def test_la_table_a_les_colonnes_et_les_types_de_l_ensemble(verifier):
    projets = verifier("Entreprise;Commune", "A;Roanne").projets
    assert {nom: str(type_) for nom, type_ in projets.dtypes.items()} == TYPES
    assert projets[["stade", "nature", "filiere", "emplois_prevus", "montant_meur"]].isna().all(axis=None)


FAUTES = {
    "entreprise vide": ({"Entreprise": ""}, "Entreprise", "le nom de l’entreprise manque"),
    "nom de 10 000 caractères": ({"Entreprise": "x" * 10_000}, "Entreprise", "10\u202f000 caractères"),
    "ligne d'exemple": ({"Entreprise": "Exemple à effacer"}, "Entreprise", "ligne d’exemple"),
    "SIREN de lettres": ({"SIREN": "ABC"}, "SIREN", "n’est pas un SIREN"),
    "SIREN trop long": ({"SIREN": "55210055412"}, "SIREN", "n’est pas un SIREN"),
    "clé du SIREN": ({"SIREN": "552100555"}, "SIREN", "clé de contrôle"),
    "stade inconnu": (
        {"Stade": "bientôt"},
        "Stade",
        "Émergence, Étude, Lauréat, En travaux, En service et Abandonné",
    ),
    "nature inconnue": ({"Nature": "magie"}, "Nature", "Nouveau site"),
    "date impossible": ({"Date": "31/02/2021"}, "Date", "n’existe pas"),
    "date américaine": ({"Date": "05/25/2021"}, "Date", "jour/mois/année"),
    "date illisible": ({"Date": "au printemps"}, "Date", "JJ/MM/AAAA"),
    "date trop ancienne": ({"Date": "01/01/1850"}, "Date", "de 1990 à 2049"),
    "code INSEE inconnu": ({"Code_INSEE": "42999"}, "Code INSEE", "inconnu"),
    "code INSEE mal formé": ({"Code_INSEE": "Roanne"}, "Code INSEE", "cinq caractères"),
    "hors des régions": ({"Code_INSEE": "98818"}, "Code INSEE", "hors des 18 régions"),
    "commune d'un autre code": ({"Commune": "Lyon"}, "Commune", "celui de Roanne"),
    "commune inconnue": (
        {"Code_INSEE": "", "Commune": "Zzz", "Latitude": "", "Longitude": ""},
        "Commune",
        "commune inconnue",
    ),
    "homonymes": (
        {
            "Code_INSEE": "",
            "Commune": "Saint-Denis",
            "Département": "",
            "Région": "",
            "Latitude": "",
            "Longitude": "",
        },
        "Commune",
        "donnez le département",
    ),
    "commune d'un autre département": (
        {"Code_INSEE": "", "Département": "69", "Latitude": "", "Longitude": ""},
        "Département",
        "pas de commune de ce nom ici",
    ),
    "lieu manquant": (
        {"Code_INSEE": "", "Commune": "", "Latitude": "", "Longitude": ""},
        "Commune",
        "le lieu manque",
    ),
    "département inconnu": ({"Département": "99"}, "Département", "département inconnu"),
    "région inconnue": ({"Région": "Septimanie"}, "Région", "région inconnu"),
    "région d'ailleurs": ({"Région": "Bretagne"}, "Région", "Auvergne-Rhône-Alpes"),
    "latitude de lettres": ({"Latitude": "nord"}, "Latitude", "n’est pas un nombre"),
    "Lambert-93": ({"Latitude": "6570000", "Longitude": "783000"}, "Latitude", "Lambert-93"),
    "degrés hors bornes": ({"Latitude": "146"}, "Latitude", "de -90 à 90"),
    "longitude seule": ({"Latitude": ""}, "Latitude", "la latitude manque"),
    "point hors de France": ({"Latitude": "0", "Longitude": "0"}, "Latitude", "hors de France"),
    "point loin de la commune": (
        {"Latitude": "48,85", "Longitude": "2,35"},
        "Latitude",
        "km de la commune nommée",
    ),
    "montant de lettres": ({"Montant_(k€)": "beaucoup"}, "Montant (k€)", "n’est pas un nombre"),
    "montant négatif": ({"Montant_(k€)": "-3"}, "Montant (k€)", "il faut de 0"),
    "montant démesuré": ({"Montant_(k€)": "900 Md€"}, "Montant (k€)", "il faut de 0"),
    "formule": ({"Montant_(k€)": "=1+1"}, "Montant (k€)", "formule"),
    "erreur de tableur": ({"Montant_(k€)": "#REF!"}, "Montant (k€)", "erreur de tableur"),
    "emplois à virgule": ({"Emplois_annoncés": "2,5"}, "Emplois annoncés", "nombre entier"),
    "emplois négatifs": ({"Emplois_annoncés": "-2"}, "Emplois annoncés", "il faut de 0"),
    "emplois en fourchette": ({"Emplois_annoncés": "10 à 15"}, "Emplois annoncés", "n’est pas un nombre"),
    "tonnes de lettres": ({"tCO2": "peu"}, "tCO2", "n’est pas un nombre"),
    "objet sans fin": ({"Objet": "y" * 5_001}, "Objet", "5\u202f000 au plus"),
}


@pytest.mark.parametrize("cas", FAUTES)
def test_chaque_faute_a_sa_raison_sa_colonne_et_sa_ligne(verifier, cas):
    changements, colonne, raison = FAUTES[cas]
    entete, fautive = ligne(**changements)
    liste = verifier(entete, ligne()[1], fautive)
    assert liste.rejets[["ligne", "colonne"]].to_numpy().tolist()[0] == [3, colonne]
    assert set(liste.rejets["ligne"]) == {3}
    assert raison in liste.rejets["motif"].iloc[0]
    assert (len(liste.projets), liste.rejetees) == (1, 1)


def test_toutes_les_fautes_d_une_ligne_sont_dites(verifier):
    liste = verifier("Entreprise;Commune;Stade;Date;Emplois", ";Zzz;demain;hier;-1")
    assert liste.rejets["colonne"].tolist() == ["Commune", "Stade", "Date", "Emplois"]
    assert liste.rejetees == 1


def test_un_separateur_de_trop_rejette_la_ligne(verifier):
    liste = verifier("Entreprise;Commune", "A;Roanne", "B;Roanne;C")
    assert "séparateur" in liste.rejets["motif"].iloc[0]
    assert len(liste.projets) == 1


@pytest.mark.parametrize(
    ("ecrit", "attendu"),
    [
        ("2021-05-03", dt.date(2021, 5, 3)),
        ("2021-05-03T10:00:00", dt.date(2021, 5, 3)),
        ("03.05.2021", dt.date(2021, 5, 3)),
        ("3-5-21", dt.date(2021, 5, 3)),
        ("1er août 2021", dt.date(2021, 8, 1)),
        ("Mai 2021", dt.date(2021, 5, 1)),
        ("05/2021", dt.date(2021, 5, 1)),
        ("2021-05", dt.date(2021, 5, 1)),
        ("2021", dt.date(2021, 1, 1)),
        ("44319", dt.date(2021, 5, 3)),
    ],
)
def test_chaque_ecriture_de_date_est_lue(verifier, ecrit, attendu):
    projet = verifier("Entreprise;Commune;Date", f"A;Roanne;{ecrit}").projets.iloc[0]
    assert projet["date"].date() == attendu


@pytest.mark.parametrize(
    ("entete", "ecrit", "meur"),
    [
        ("Montant (M€)", "1\u202f234,5", 1234.5),
        ("Montant", "1,5 M€", 1.5),
        ("Montant", "350 k€", 0.35),
        ("Montant", "1.500.000 €", 1.5),
        ("Montant", "2 milliards d'euros", 2000),
        ("montant_meur", "12.5", 12.5),
        ("Montant en euros", "90000", 0.09),
        ("Investissement (k€)", "2 M€", 2),
        ("Montant", "1,5E+02", 150),
    ],
)
def test_chaque_ecriture_de_montant_est_lue_en_millions(verifier, entete, ecrit, meur):
    projet = verifier(f"Entreprise;Commune;{entete}", f"A;Roanne;{ecrit}").projets.iloc[0]
    assert projet["montant_meur"] == meur


def test_un_grand_montant_sans_unite_est_demande_et_non_devine(verifier):
    liste = verifier("Entreprise;Commune;Montant", "A;Roanne;90000")
    assert "sans unité" in liste.rejets["motif"].iloc[0]


@pytest.mark.parametrize(
    ("ecrit", "siren", "note"),
    [
        ("552 100 554", "552100554", None),
        ("55210055400013", "552100554", "SIRET coupé"),
        ("5580501", "005580501", "zéros rendus"),
    ],
)
def test_le_siren_est_rendu(verifier, ecrit, siren, note):
    liste = verifier("Entreprise;Commune;SIREN", f"A;Roanne;{ecrit}")
    projet = liste.projets.iloc[0]
    assert projet["siren"] == siren
    assert pd.isna(projet["reparations"]) if note is None else note in projet["reparations"]


@pytest.mark.parametrize("muet", ["n.c.", "NC", "-", "?", "non renseigné", "N/A"])
def test_ce_qui_ne_dit_rien_est_vide_et_non_zero(verifier, muet):
    projet = verifier("Entreprise;Commune;Emplois;Stade", f"A;Roanne;{muet};{muet}").projets.iloc[0]
    assert pd.isna(projet["emplois_prevus"])
    assert pd.isna(projet["stade"])


def test_une_filiere_inconnue_est_gardee_et_dite(verifier):
    liste = verifier("Entreprise;Commune;Filière", "A;Roanne;Spatial")
    assert liste.projets["filiere"].tolist() == ["Spatial"]
    assert any("« Spatial »" in avis for avis in liste.avis)


def test_un_dispositif_publie_est_reconnu_par_son_nom_court(verifier):
    projet = verifier("Entreprise;Commune;Dispositif", "A;Roanne;projets territoriaux").projets.iloc[0]
    assert projet["mesure_light"] == "Projets territoriaux"
    assert projet["mesure"].startswith("Soutien à l’investissement industriel")


def test_une_repetition_exacte_est_dite_et_ses_emplois_comptent_une_fois(verifier):
    liste = verifier("Entreprise;Commune;Emplois", "A;Roanne;5", "A;Roanne;5", "a;Roanne;7")
    assert liste.projets["doublon_de"].tolist()[1:] == ["l-000001", "l-000001"]
    assert liste.projets["doublon_nature"].tolist()[1:] == ["exact", "possible"]
    assert liste.projets["groupe_emplois"].tolist() == ["l-000001", "l-000001", "l-000003"]
    assert sum("ligne plus haut" in avis for avis in liste.avis) == 2


def test_un_projet_publie_nomme_par_son_identifiant_reprend_ce_que_la_ligne_tait(verifier, atlas):
    publie = atlas.projets.iloc[0]
    liste = verifier("id;stade", f"{publie['id_projet']};En service")
    projet = liste.projets.iloc[0]
    assert liste.vises.tolist() == [publie["id_projet"]]
    assert (projet["entreprise"], projet["code_commune"]) == (publie["entreprise"], publie["code_commune"])


def test_un_identifiant_publie_faux_ou_repete_est_rejete(verifier, atlas):
    bon = atlas.projets["id_projet"].iloc[0]
    liste = verifier("id;stade", f"{bon};Étude", f"{bon};Étude", "p-0123456789;Étude")
    assert liste.rejets["ligne"].drop_duplicates().tolist() == [3, 4]
    assert "nomme déjà" in liste.rejets["motif"].iloc[0]
    assert "aucun projet publié" in liste.rejets["motif"].iloc[-1]


def test_un_identifiant_a_soi_est_un_projet_nouveau(verifier):
    liste = verifier("id;Entreprise;Commune", "P001;A;Roanne")
    assert liste.projets["id_projet"].tolist() == ["l-000001"]
    assert any("projet nouveau" in avis for avis in liste.avis)


def test_la_correspondance_se_corrige_a_la_main(atlas):
    brut = lire(b"Qui;Ou\nA;Roanne\n", "x.csv")
    liste = controler(brut, {"entreprise": "Qui", "commune": "Ou"}, atlas)
    assert liste.projets["code_commune"].tolist() == ["42187"]


@pytest.mark.parametrize(
    ("correspondance", "message"),
    [
        ({}, "Aucune colonne ne donne le nom"),
        ({"entreprise": "Qui"}, "où sont les projets"),
        ({"entreprise": "Qui", "commune": "Qui"}, "à la fois"),
        ({"entreprise": "Rien"}, "n’existe pas"),
        ({"patron": "Qui"}, "n’existe pas"),
    ],
)
def test_une_correspondance_qui_ne_tient_pas_est_refusee(atlas, correspondance, message):
    with pytest.raises(ListeRefusee, match=message):
        controler(lire(b"Qui;Ou\nA;Roanne\n", "x.csv"), correspondance, atlas)


@pytest.mark.parametrize(
    ("entete", "champ"),
    [
        ("ENTREPRISE", "entreprise"),
        ("raison_sociale", "entreprise"),
        ("Filiere", "filiere"),
        ("Secteur d’activité", "filiere"),
        ("Emplois prévus (nombre)", "emplois_prevus"),
        ("code_commune", "code_commune"),
        ("Code département", "code_departement"),
        ("état d'avancement", "stade"),
        ("Communes", "commune"),
        ("LNG", "longitude"),
    ],
)
def test_une_colonne_est_reconnue_par_son_nom(entete, champ):
    assert {c: n for c, n in reconnaitre(["x", entete]).items() if n} == {champ: entete}


def test_le_nom_propre_d_un_champ_passe_avant_ses_synonymes():
    assert reconnaitre(["SIRET", "siren", "Nom", "Entreprise"])["siren"] == "siren"
    assert reconnaitre(["Nom", "Entreprise"])["entreprise"] == "Entreprise"


def test_les_rejets_se_telechargent_avec_leur_motif_et_se_redeposent(verifier):
    liste = verifier("Entreprise;Commune;Montant", "@A;Zzz;-1,5", "B;Roanne;1", "'=HYPERLINK(1);Roanne;x")
    octets = rejets_csv(liste)
    assert octets.startswith(b"\xef\xbb\xbfEntreprise;Commune;Montant;motif\r\n'@A;Zzz;-1,5;")
    relu = lire(octets, "rejets.csv")
    assert relu.table["Entreprise"].tolist() == ["@A", "=HYPERLINK(1)"]
    assert relu.table["motif"].iloc[0].startswith("Commune : commune inconnue")
    assert "Montant : il faut de 0" in relu.table["motif"].iloc[0]


def test_sans_rejet_le_fichier_des_rejets_n_a_que_son_entete(verifier):
    assert (
        rejets_csv(verifier("Entreprise;Commune", "A;Roanne")).decode("utf-8-sig")
        == "Entreprise;Commune;motif\r\n"
    )


def test_la_ligne_d_exemple_du_modele_n_est_pas_reprise_et_serait_bonne_sans_cela(atlas):
    octets = modele_csv()
    brut = lire(octets, "modele.csv")
    assert len(controler(brut, reconnaitre(brut.colonnes), atlas).projets) == 0
    brut = lire(octets.replace("Exemple à effacer".encode(), b"Ma fonderie"), "modele.csv")
    liste = controler(brut, reconnaitre(brut.colonnes), atlas)
    assert (len(liste.projets), liste.rejetees) == (1, 0)

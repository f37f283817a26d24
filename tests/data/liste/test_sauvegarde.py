import datetime as dt
import json

import pytest

from data.liste import (
    OCTETS_MAX,
    ListeRefusee,
    Sauvegarde,
    controler,
    corriger,
    enregistrer,
    est_une_sauvegarde,
    lire,
    reconnaitre,
    rouvrir,
)

CSV = """Entreprise;Commune;Département;Montant;Notes
Atelier du Cotentin;Cherbourg-en-Cotentin;50;1,5;« à suivre »
Forge d’Armor;Breste;29;abc;<b>non</b>
Trop;Brest;29;2;a;b;c
"""
JOUR = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def sauvegarde():
    brut = lire(CSV.encode(), "mes projets.csv")
    corrige, corrections = corriger(brut, {(1, "Commune"): "Brest"})
    return Sauvegarde(
        brut=corrige, correspondance=reconnaitre(brut.colonnes), corrections=corrections, jour=JOUR
    )


@pytest.fixture(scope="module")
def rouverte(sauvegarde):
    return rouvrir(enregistrer(sauvegarde), "x.json")


def change(sauvegarde, **champs):
    return json.dumps({**json.loads(enregistrer(sauvegarde)), **champs}).encode()


@pytest.mark.parametrize("champ", ["correspondance", "corrections", "jour"])
def test_une_liste_enregistree_ne_perd_rien(sauvegarde, rouverte, champ):
    assert getattr(rouverte, champ) == getattr(sauvegarde, champ)


@pytest.mark.parametrize("champ", ["nom", "forme", "defauts", "avis", "colonnes"])
def test_le_fichier_d_origine_revient_avec_elle(sauvegarde, rouverte, champ):
    assert getattr(rouverte.brut, champ) == getattr(sauvegarde.brut, champ)


def test_chaque_cellule_revient_telle_quelle(sauvegarde, rouverte):
    assert rouverte.brut.table.equals(sauvegarde.brut.table)


def test_une_ligne_rejetee_l_est_de_nouveau_pour_la_meme_raison(atlas, sauvegarde, rouverte):
    rejets = [controler(s.brut, s.correspondance, atlas).rejets for s in (sauvegarde, rouverte)]
    assert rejets[0].equals(rejets[1])
    assert len(rejets[0])


def test_une_correction_dit_ce_qui_etait_ecrit(rouverte):
    (correction,) = rouverte.corrections
    assert (correction.ligne, correction.colonne, correction.avant, correction.apres) == (
        3,
        "Commune",
        "Breste",
        "Brest",
    )


def test_un_fichier_des_notres_se_reconnait_a_ses_premiers_octets(sauvegarde):
    assert est_une_sauvegarde(enregistrer(sauvegarde))
    assert est_une_sauvegarde(json.dumps(json.loads(enregistrer(sauvegarde)), indent=2).encode())
    assert not est_une_sauvegarde(b'{"type": "FeatureCollection"}')


def test_un_fichier_coupe_est_dit_en_francais(sauvegarde):
    with pytest.raises(ListeRefusee, match=r"« x\.json » est abîmé"):
        rouvrir(enregistrer(sauvegarde)[:-40], "x.json")


@pytest.mark.parametrize(
    "champs",
    [
        {"cellules": [["a"]]},
        {"cellules": 3},
        {"lignes": ["2", "3", "4"]},
        {"lignes": [2, 3]},
        {"colonnes": ["Entreprise", "Entreprise", "a", "b", "c"]},
        {"forme": "exe"},
        {"jour": "demain"},
        {"corrections": [[1, 2]]},
        {"defauts": {"x": "y"}},
        {"version": "1"},
        {"nom": None},
    ],
    ids=lambda champs: next(iter(champs)),
)
def test_un_fichier_modifie_est_refuse_en_francais(sauvegarde, champs):
    with pytest.raises(ListeRefusee, match="abîmé"):
        rouvrir(change(sauvegarde, **champs), "x.json")


def test_un_fichier_d_une_version_a_venir_dit_de_recharger(sauvegarde):
    with pytest.raises(ListeRefusee, match="version plus récente"):
        rouvrir(change(sauvegarde, version=2), "x.json")


def test_un_fichier_demesure_est_refuse_sans_etre_lu():
    with pytest.raises(ListeRefusee, match="20 Mo"):
        rouvrir(b" " * (OCTETS_MAX + 1), "x.json")


def test_une_correspondance_faussee_est_refaite_d_apres_les_noms(sauvegarde):
    fausse = change(sauvegarde, correspondance={"entreprise": "Nulle part"})
    assert rouvrir(fausse, "x.json").correspondance == sauvegarde.correspondance


def test_le_nom_garde_ne_porte_aucun_chemin(sauvegarde):
    assert rouvrir(change(sauvegarde, nom="../../etc/passwd"), "x.json").brut.nom == "passwd"

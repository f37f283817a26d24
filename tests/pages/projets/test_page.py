"""The page « Projets », run in memory: what its address says is what it counts and writes."""

from __future__ import annotations

from html import unescape

import pytest

from data.couches.colonnes import table
from francais import NON_RENSEIGNE, nombre, tel_quel
from geo.filtre.vocabulaires import vocabulaires
from geo.projets.ensemble import ensemble
from tests.pages.regards import avis, bloc, mots, ouvrir, texte


@pytest.fixture(scope="module")
def tous(atlas):
    return ensemble(atlas)


def page(**parametres):
    essai = ouvrir("projets")
    for mot, valeurs in parametres.items():
        essai.query_params[mot] = valeurs
    return essai.run()


def figures(essai):
    return unescape(texte(bloc(essai, "atlas-figures")))


def test_sans_filtre_chaque_projet_compte(tous):
    essai = page()
    assert not essai.exception
    assert figures(essai).startswith(f"{nombre(len(tous))} projets")


def test_plusieurs_valeurs_d_un_mot_s_ajoutent(tous):
    lu = figures(page(region=["53", "28"]))
    assert lu.startswith(f"{nombre(int(tous['code_region'].isin(['53', '28']).sum()))} projets sur")


def test_un_filtre_qui_ne_garde_rien_le_dit_et_nomme_ses_filtres():
    essai = page(region=["53"], q=["zzzz introuvable"])
    assert not essai.exception
    assert "Aucun projet" in mots(essai)
    assert "Bretagne et texte : zzzz introuvable" in mots(essai)
    assert NON_RENSEIGNE not in mots(essai)


def test_une_pression_retire_le_filtre_qui_ne_gardait_rien(tous):
    essai = page(region=["53"], q=["zzzz introuvable"])
    essai.button(key="projets-aucun-0").click().run()
    assert figures(essai).startswith(f"{nombre(int((tous['code_region'] == '53').sum()))} projets")


def test_une_valeur_inconnue_est_dite_et_le_reste_s_applique(tous):
    essai = page(region=["53", "99"])
    assert any("99" in lu for lu in avis(essai))
    assert figures(essai).startswith(f"{nombre(int((tous['code_region'] == '53').sum()))} projets")


def test_des_projets_coches_ne_filtrent_rien_et_choisis_ils_sont_seuls(tous):
    ids = ",".join(tous["id_projet"].iloc[[3, 700, 3_000]])
    assert figures(page(coches=[ids])).startswith(f"{nombre(len(tous))} projets")
    assert figures(page(choix=[ids])).startswith("3 projets sur")


@pytest.mark.parametrize("mot", ["colonnes", "symbole", "projet", "coches", "choix"])
def test_un_mot_hostile_de_la_vue_est_signale_et_sans_danger(mot):
    essai = page(**{mot: ["<img src=x onerror=alert(1)>"]})
    assert not essai.exception
    assert len(avis(essai)) == 1


def test_un_projet_que_la_page_n_a_pas_est_signale():
    assert any("p-0000000000" in lu for lu in avis(page(projet=["p-0000000000"])))


def test_le_projet_ouvert_dit_que_son_lieu_est_incertain(atlas):
    projet = atlas.projets[atlas.projets["entreprise"] == "Linamar Light Metals"].iloc[0]
    lu = unescape(texte(bloc(page(projet=[projet["id_projet"]]), "atlas-projet")))
    assert (
        "Erquinvillers (60216) lieu incertain : le code postal et le nom publiés disent LAIGNEVILLE (60290)"
        in lu
    )


def test_le_projet_ouvert_sans_description_n_a_pas_de_nature(atlas):
    projet = atlas.projets[atlas.projets["nature"].isna()].iloc[0]
    lu = unescape(texte(bloc(page(projet=[projet["id_projet"]]), "atlas-projet")))
    assert "Nature Non renseignée Mesure" in lu


def test_le_projet_ouvert_dit_son_stade_sa_source_et_sa_commune_publiee(atlas):
    p = atlas.projets
    projet = p[p["accord_commune"].eq(other=False).fillna(value=False)].iloc[0]
    lu = unescape(texte(bloc(page(projet=[projet["id_projet"]]), "atlas-projet")))
    assert f"commune publiée : {projet['commune_publiee']}" in lu
    assert "Stade Lauréat France Relance (DGE), extrait d’avril 2022" in lu


@pytest.mark.parametrize("dits", [("montant_meur",), ("mesure_light", "id_ti_2021", "emplois_prevus")])
def test_la_fenetre_d_un_projet_et_le_tableau_donnent_les_memes_noms_et_les_memes_mots(atlas, tous, dits):
    projet = tous[tous[list(dits)].notna().all(axis=1)].iloc[0]
    lu = unescape(texte(bloc(page(projet=[projet["id_projet"]]), "atlas-projet")))
    seul = tous[tous["id_projet"] == projet["id_projet"]]
    colonnes = table(seul, vocabulaires(atlas, tous), 2021)["colonnes"]
    for colonne in colonnes:
        (valeur,) = colonne["valeurs"]
        if colonne["libelle"] and colonne["nom"] != "date" and valeur is not None:
            dite = colonne["noms"][valeur] if "noms" in colonne else valeur
            ecrite = tel_quel(dite) if colonne["sorte"] == "nombre" else dite
            assert f"{colonne['libelle']} {ecrite}" in lu

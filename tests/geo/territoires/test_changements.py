"""What changed between two maps: exact cases in a miniature world, then the real maps."""

from itertools import combinations

import pytest

from geo.millesimes import MILLESIMES, colonne_ti
from geo.territoires.changements import SEPARATEUR, SORTES, changements
from tests.geo.monde_histoire import monde, siren, siren_commune

PAIRES = list(combinations(MILLESIMES, 2))


def entre(avant, apres, **options):
    return changements(monde(avant, apres, **options), avant=2020, apres=2021)


def seul(avant, apres, **options):
    """The only row that is not unchanged."""
    table = entre(avant, apres, **options)
    assert len(table) == 1
    return table.iloc[0]


def test_un_territoire_pareil_est_inchange():
    ligne = seul({"x": "ab"}, {"x": "ab"})
    assert ligne["sorte"] == "inchangé"
    assert (ligne["communes_gagnees"], ligne["communes_perdues"], ligne["renomme"]) == (0, 0, False)


def test_un_autre_id_n_est_pas_un_changement():
    ligne = seul({"x": "ab"}, {"y": "ab"}, noms={(2021, "y"): "x"})
    assert (ligne["sorte"], ligne["id_avant"], ligne["id_apres"]) == ("inchangé", "x", "y")


def test_un_meme_id_sur_d_autres_communes_est_un_autre_territoire():
    table = entre({"x": "ab"}, {"x": "ef"})
    assert table["sorte"].tolist() == ["apparu", "disparu"]
    assert table["id_apres"].tolist() == ["x", ""]
    assert table["id_avant"].tolist() == ["", "x"]


def test_un_autre_nom_est_un_renommage():
    assert seul({"x": "ab"}, {"y": "ab"})["sorte"] == "renommé"


@pytest.mark.parametrize("nom", ["PAYS D’EVIAN - Léman", "Pays d'Évian – Leman", "pays d'evian léman\xa0"])
def test_accents_capitales_et_tirets_ne_font_pas_un_autre_nom(nom):
    noms = {(2020, "x"): "Pays d'Évian - Léman", (2021, "x"): nom}
    assert seul({"x": "ab"}, {"x": "ab"}, noms=noms)["sorte"] == "inchangé"


def test_un_territoire_agrandi_nomme_le_groupement_gagne():
    ligne = seul({"x": "ab"}, {"x": "abcd"})
    assert (ligne["sorte"], ligne["groupements_gagnes"], ligne["sirens_gagnes"]) == (
        "agrandi",
        "CC C",
        siren("C"),
    )
    assert (ligne["communes_gagnees"], ligne["population_gagnee"]) == (2, 100)
    assert (ligne["population_avant"], ligne["population_apres"]) == (100, 200)
    assert (ligne["groupements_perdus"], ligne["communes_perdues"], ligne["population_perdue"]) == ("", 0, 0)


def test_un_territoire_reduit_nomme_le_groupement_perdu():
    ligne = seul({"x": "abcd"}, {"x": "ab"})
    assert (ligne["sorte"], ligne["groupements_perdus"], ligne["population_perdue"]) == (
        "réduit",
        "CC C",
        100,
    )


def test_un_territoire_qui_gagne_et_perd_est_modifie():
    ligne = seul({"x": "abe"}, {"x": "abf"})
    assert ligne["sorte"] == "modifié"
    assert (ligne["groupements_gagnes"], ligne["groupements_perdus"]) == ("CC F", "CC E")


def test_un_groupement_gagne_a_moins_de_la_moitie_ne_se_nomme_pas_ses_communes_se_comptent():
    ligne = seul({"x": "ab"}, {"x": "abc"})
    assert (ligne["groupements_gagnes"], ligne["communes_gagnees"], ligne["population_gagnee"]) == ("", 1, 30)


def test_un_groupement_gagne_a_plus_de_la_moitie_se_nomme():
    assert seul({"x": "ab"}, {"x": "abd"})["groupements_gagnes"] == "CC C"


def test_une_commune_qui_participe_seule_se_nomme_elle_meme():
    ligne = seul({"x": "ab"}, {"x": "abc"}, seules="c")
    assert (ligne["groupements_gagnes"], ligne["sirens_gagnes"]) == ("Ville c", siren_commune("c"))


def test_deux_territoires_reunis_sont_une_fusion_le_plus_peuple_d_abord():
    ligne = seul({"x": "a", "y": "cd"}, {"z": "acd"})
    assert (ligne["sorte"], ligne["id_avant"], ligne["lib_avant"]) == ("fusionné", "y,x", f"y{SEPARATEUR}x")
    assert (ligne["communes_gagnees"], ligne["renomme"]) == (0, False)


def test_un_territoire_partage_est_une_scission():
    ligne = seul({"z": "acd"}, {"x": "a", "y": "cd"})
    assert (ligne["sorte"], ligne["id_apres"]) == ("scindé", "y,x")


def test_des_territoires_recomposes_ensemble_sont_modifies():
    ligne = seul({"x": "abe", "y": "f"}, {"u": "ab", "v": "ef"})
    assert (ligne["sorte"], ligne["id_avant"], ligne["id_apres"]) == ("modifié", "x,y", "v,u")


def test_moins_de_la_moitie_ne_fait_pas_une_suite_mais_dit_d_ou_viennent_les_communes():
    table = entre({"x": "cdef"}, {"y": "abc", "x": "def"}).set_index("sorte")
    assert table.loc["apparu", "venus_de"] == "x"
    assert table.loc["ajusté", "partis_vers"] == "y"
    assert table.loc["ajusté", "id_apres"] == "x"


def test_la_moitie_tout_juste_fait_une_suite():
    assert entre({"x": "ef"}, {"y": "e"})["sorte"].tolist() == ["réduit"]


def test_les_annees_se_donnent_dans_l_ordre_que_l_on_veut():
    petit = monde({"x": "ab"}, {"x": "abcd"})
    dans_l_ordre = changements(petit, avant=2020, apres=2021)
    assert dans_l_ordre.equals(changements(petit, avant=2021, apres=2020))


def test_la_table_va_de_ce_qui_apparait_a_ce_qui_ne_change_pas():
    table = entre({"x": "ab", "y": "e"}, {"x": "ab", "z": "cd"})
    assert table["sorte"].tolist() == ["apparu", "disparu", "inchangé"]


@pytest.mark.parametrize("annee", MILLESIMES)
def test_un_millesime_ne_differe_pas_de_lui_meme(atlas, annee):
    assert set(changements(atlas, avant=annee, apres=annee)["sorte"]) == {"inchangé"}


@pytest.mark.parametrize(("avant", "apres"), PAIRES)
def test_chaque_territoire_reel_est_dans_une_ligne_et_une_seule(atlas, avant, apres):
    table = changements(atlas, avant=avant, apres=apres)
    for cote, annee in (("id_avant", avant), ("id_apres", apres)):
        ids = [i for cellule in table[cote] for i in cellule.split(",") if i]
        assert sorted(ids) == atlas.territoires_de(annee)["id_ti"].tolist()


@pytest.mark.parametrize(("avant", "apres"), PAIRES)
def test_les_habitants_gagnes_et_perdus_font_la_difference(atlas, avant, apres):
    table = changements(atlas, avant=avant, apres=apres)
    ecart = table["population_apres"] - table["population_avant"]
    assert (ecart == table["population_gagnee"] - table["population_perdue"]).all()
    for colonne, annee in (("population_avant", avant), ("population_apres", apres)):
        assert table[colonne].sum() == atlas.territoires_de(annee)["population"].sum()


@pytest.mark.parametrize(("avant", "apres"), PAIRES)
def test_aucun_cas_reel_ne_melange_plusieurs_territoires_des_deux_cotes(atlas, avant, apres):
    table = changements(atlas, avant=avant, apres=apres)
    plusieurs = [table[c].str.contains(",") for c in ("id_avant", "id_apres")]
    assert not (plusieurs[0] & plusieurs[1]).any()
    assert set(table["sorte"]) <= set(SORTES)


def test_aucun_nom_de_territoire_ou_de_groupement_ne_porte_le_separateur(atlas):
    noms = [*atlas.territoires["lib_ti"], *atlas.groupements["libelle"], *atlas.epci["libelle"]]
    assert [nom for nom in noms if SEPARATEUR.strip() in nom] == []


def test_brest_quimper_et_morlaix_sont_devenus_finistere_des_2021(atlas):
    table = changements(atlas, avant=2020, apres=2021)
    fusions = table[table["sorte"] == "fusionné"]
    assert fusions["lib_avant"].tolist() == ["Pays de Brest ; Pays de Quimper ; Pays de Morlaix"]
    assert fusions["lib_apres"].tolist() == ["Finistère"]
    assert fusions[["communes_gagnees", "communes_perdues"]].to_numpy().tolist() == [[0, 0]]


def test_de_2020_a_2021_rien_n_apparait_ni_ne_disparait(atlas):
    comptes = changements(atlas, avant=2020, apres=2021)["sorte"].value_counts().to_dict()
    assert comptes == {"inchangé": 129, "ajusté": 7, "agrandi": 6, "renommé": 3, "fusionné": 1}


def test_trois_territoires_apparaissent_en_2022_et_rien_d_autre_ne_change(atlas):
    table = changements(atlas, avant=2021, apres=2022)
    apparus = table[table["sorte"] == "apparu"]
    assert apparus["lib_apres"].tolist() == ["Challans-Gois", "Mont des Avaloirs", "Soissonnais-Valois"]
    assert set(table["sorte"]) == {"apparu", "inchangé"}
    assert (table["sorte"] == "inchangé").sum() == 146


@pytest.mark.parametrize("avant", [2021, 2022])
def test_les_vosges_saonoises_et_le_gard_rhodanien_suivent_une_commune_partie(atlas, avant):
    table = changements(atlas, avant=avant, apres=2023)
    ajustes = table[table["sorte"] == "ajusté"]
    assert ajustes["lib_apres"].tolist() == ["Gard Rhodanien – Pont du Gard", "Vosges Saonoises"]
    assert set(ajustes["dit"]) == {"une commune a changé d’intercommunalité"}


@pytest.mark.parametrize(("avant", "apres"), PAIRES)
def test_sans_changement_de_la_liste_des_groupements_aucun_territoire_n_est_agrandi_ni_reduit(
    atlas, avant, apres
):
    membres = atlas.groupements.groupby(["millesime", "id_ti"])["siren"].agg(frozenset)
    table = changements(atlas, avant=avant, apres=apres)
    bouges = table[table["sorte"].isin(["agrandi", "réduit", "modifié"])]
    memes = [
        ligne.lib_apres
        for ligne in bouges.itertuples()
        if membres.get((avant, ligne.id_avant)) == membres.get((apres, ligne.id_apres))
    ]
    # an intercommunalité known by a few of its communes in 2020 came whole afterwards
    assert memes == (["Haut-Jura"] if avant == 2020 else [])


def test_un_territoire_qui_gagne_un_groupement_et_perd_une_commune_est_agrandi(atlas):
    ligne = changements(atlas, avant=2020, apres=2023).set_index("lib_apres").loc["Alès"]
    assert (ligne["sorte"], ligne["communes_perdues"]) == ("agrandi", 1)


def test_des_communes_qui_changent_d_intercommunalite_se_comptent():
    assert seul({"x": "ab"}, {"x": "abc"})["dit"] == "une commune a changé d’intercommunalité"


def test_les_vosges_se_scindent_en_trois_en_2023(atlas):
    table = changements(atlas, avant=2022, apres=2023).set_index("lib_avant")
    assert table.loc["Vosges", "sorte"] == "scindé"
    assert table.loc["Vosges", "lib_apres"].count(SEPARATEUR) == 2


def test_le_mans_gagne_cinq_communautes_en_2021(atlas):
    ligne = changements(atlas, avant=2020, apres=2021).set_index("id_avant").loc["ti-5205"]
    assert (ligne["sorte"], bool(ligne["renomme"])) == ("agrandi", True)
    assert len(ligne["sirens_gagnes"].split(",")) == len(ligne["groupements_gagnes"].split(SEPARATEUR)) == 5


def test_le_nombre_de_communes_gagnees_est_celui_de_la_table_des_communes(atlas):
    ligne = changements(atlas, avant=2022, apres=2023).set_index("lib_avant").loc["Finistère"]
    communes = atlas.communes
    avant = communes[colonne_ti(2022)] == ligne["id_avant"]
    apres = communes[colonne_ti(2023)] == ligne["id_apres"]
    assert ligne["communes_gagnees"] == (apres & ~avant).sum() > 0
    assert ligne["population_gagnee"] == communes.loc[apres & ~avant, "population"].sum()

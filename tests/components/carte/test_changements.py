"""« Ce qui a changé »: the map and the list say the same of every territory."""

from __future__ import annotations

import itertools

import pytest

from components.carte.changements import PREFIXE, coloriage_des_changements, compare_a
from components.carte.coloriage import SEPARATEUR
from geo.millesimes import MILLESIMES
from geo.territoires.changements import LEGENDES, SORTES, changements
from tests.pages.regards import adresse, avis, blocs, ouvrir, texte
from theme import CHANGEMENTS

PAIRES = list(itertools.permutations(MILLESIMES, 2))


def sortes(etat) -> list[str]:
    """What the fills say of each territory, read through the legend."""
    lignes = etat["legende"]["lignes"]
    return [lignes[int(chiffre) - 1]["texte"] for chiffre in etat["classes"]]


def dites(etat) -> list[str]:
    """What the tooltips say of each territory."""
    return etat["valeurs"].split(SEPARATEUR)


@pytest.mark.parametrize(("millesime", "autre"), PAIRES)
def test_les_remplissages_les_bulles_et_les_comptes_s_accordent(atlas, millesime, autre):
    etat = coloriage_des_changements(atlas, millesime=millesime, autre=autre)
    assert all(
        texte == LEGENDES["ajusté"] if "intercommunalité" in dit else texte == dit
        for texte, dit in zip(sortes(etat), dites(etat), strict=True)
    )
    assert len(etat["classes"]) == MILLESIMES[millesime].territoires
    comptes = {ligne["texte"]: ligne["effectif"] for ligne in etat["legende"]["lignes"]}
    textes = [LEGENDES.get(s, s) for s in SORTES]
    assert comptes == {texte: sortes(etat).count(texte) for texte in textes if texte in sortes(etat)}


@pytest.mark.parametrize(("millesime", "autre"), PAIRES)
def test_ce_qui_n_est_que_dans_l_autre_millesime_est_hachure_et_compte_une_fois(atlas, millesime, autre):
    etat = coloriage_des_changements(atlas, millesime=millesime, autre=autre)
    lignes = changements(atlas, avant=min(millesime, autre), apres=max(millesime, autre))
    la_bas = "avant" if autre < millesime else "apres"
    seuls = lignes[lignes["sorte"] == ("disparu" if la_bas == "avant" else "apparu")]
    assert sorted(i for a in etat["absents"] for i in a["ids"]) == sorted(seuls[f"id_{la_bas}"])
    assert {a["objet"] for a in etat["absents"]} <= {f"ti_{autre}"}
    assert [(a["texte"], len(a["ids"])) for a in etat["absents"]] == [
        (ligne["texte"], ligne["effectif"]) for ligne in etat["legende"]["absents"]
    ]


def test_huit_territoires_de_2021_ont_disparu_en_2023(atlas):
    (absents,) = coloriage_des_changements(atlas, millesime=2023, autre=2021)["absents"]
    assert absents["texte"] == "disparu en 2023"
    assert len(absents["ids"]) == 8


def test_les_trois_territoires_de_2022_sont_ceux_qui_sont_apparus(atlas):
    etat = coloriage_des_changements(atlas, millesime=2022, autre=2021)
    ids = sorted(atlas.territoires_de(2022)["id_ti"])
    noms = atlas.territoires_de(2022).set_index("id_ti")["lib_ti"]
    apparus = {noms[i].strip() for i, s in zip(ids, dites(etat), strict=True) if s == "apparu"}
    assert len(apparus) == 3
    assert any("Soissonnais" in nom for nom in apparus)


def test_le_territoire_que_brest_morlaix_et_quimper_ont_fait_est_fusionne(atlas):
    lignes = changements(atlas, avant=2020, apres=2021)
    finistere = lignes[lignes["lib_apres"].str.contains("Finistère")]
    assert finistere["sorte"].to_list() == ["fusionné"]
    etat = coloriage_des_changements(atlas, millesime=2021, autre=2020)
    assert dites(etat).count("fusionné") == 1


def test_chaque_sorte_de_changement_a_une_couleur():
    assert list(CHANGEMENTS) == list(SORTES)
    assert len(set(CHANGEMENTS.values())) == len(SORTES)


@pytest.mark.parametrize("couleur", ["chomage", PREFIXE, f"{PREFIXE}2019", f"{PREFIXE}2021", "2020", "²"])
def test_ce_qui_ne_nomme_aucun_autre_millesime_ne_compare_rien(couleur):
    assert compare_a(couleur, 2021) is None


def test_un_lien_compare_deux_millesimes():
    essai = ouvrir(couleur="changements-2020")
    assert not essai.exception
    assert adresse(essai) == {"couleur": "changements-2020"}
    assert essai.selectbox(key="couleur").value == "changements-2020"
    assert any(repli.label.startswith("Ce qui a changé de 2020 à 2021") for repli in essai.expander)


def test_comparer_un_millesime_a_lui_meme_est_dit_et_laisse_de_cote():
    essai = ouvrir(couleur="changements-2021")
    assert len(avis(essai)) == 1
    assert adresse(essai) == {}


def test_choisir_le_millesime_compare_rend_la_carte_simple():
    essai = ouvrir(couleur="changements-2020")
    essai.button_group(key="millesime").set_value(2020).run()
    assert not essai.exception
    assert adresse(essai) == {"millesime": "2020"}


def test_la_liste_nomme_ce_qui_a_change_et_compte_le_reste(atlas):
    essai = ouvrir(millesime="2022", couleur="changements-2021")
    essai.session_state["changements"] = True
    essai.run()
    liste = next(texte(b) for b in blocs(essai) if "<table" in b)
    assert "Soissonnais" in liste
    assert liste.count("apparu") == 3
    assert any("146\u202fterritoires inchangés" in c.value for c in essai.caption)

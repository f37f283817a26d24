"""« Carte » in memory: what an address shows, and what a choice writes into the address."""

from __future__ import annotations

import pytest

import memoire
from components import leaflet
from components.adresses.carte import APPARTENANCE
from components.leaflet import elements
from geo.indicateurs.catalogue import INDICATEURS
from tests.pages.regards import adresse, avis, bloc, mots, ouvrir, texte


def panneau(essai) -> str:
    return texte(bloc(essai, "atlas-panneau"))


def message(essai) -> str:
    """What the page tells the frame."""
    return essai.get("component_instance")[0].proto.json_args


def test_la_page_s_ouvre_sur_les_146_territoires_de_2021():
    essai = ouvrir()
    assert not essai.exception
    assert panneau(essai).startswith("France ")
    assert "146 territoires d’industrie" in panneau(essai)


def test_la_vue_usuelle_a_une_adresse_nue():
    assert adresse(ouvrir()) == {}


def test_un_lien_ouvre_son_territoire():
    essai = ouvrir(ti="ti-2806", millesime="2021")
    assert panneau(essai).startswith("Nord Cotentin ")
    assert '\\"choisi\\": \\"ti-2806\\"' in message(essai)


def test_un_lien_est_recrit_sans_ce_qui_est_usuel():
    usuel = {"millesime": "2021", "couches": "projets,regions", "couleur": "appartenance"}
    assert adresse(ouvrir(ti="ti-2806", **usuel)) == {"ti": "ti-2806"}


def test_un_lien_vers_une_region_la_cadre_et_reste_tel_quel():
    essai = ouvrir(zone="region-53")
    assert '\\"zone\\": \\"region-53 0\\"' in message(essai)
    assert adresse(essai) == {"zone": "region-53"}
    assert panneau(essai).startswith("France ")


def test_un_territoire_inconnu_donne_un_avis_en_francais_et_la_carte():
    essai = ouvrir(ti="ti-9999")
    assert avis(essai) == ["Le territoire « ti-9999 » n’existe pas dans le millésime 2021."]
    assert panneau(essai).startswith("France ")
    assert len(essai.get("component_instance")) == 1


def test_une_adresse_hostile_est_dite_sans_devenir_du_balisage():
    essai = ouvrir(ti="<img src=x onerror=alert(1)>", millesime="[ici](https://ailleurs.test)")
    assert not essai.exception
    assert len(essai.info) == 2
    assert all("](" not in a.value and "[ici" not in a.value.replace("\\[", "") for a in essai.info)
    assert any("<img src=x onerror=alert(1)>" in a for a in avis(essai))


def test_un_autre_millesime_va_dans_l_adresse_et_le_panneau():
    essai = ouvrir()
    essai.button_group(key="millesime").set_value(2023).run()
    assert adresse(essai) == {"millesime": "2023"}
    assert "183 territoires d’industrie" in panneau(essai)


def test_revenir_au_millesime_habituel_vide_l_adresse():
    essai = ouvrir(millesime="2023")
    essai.button_group(key="millesime").set_value(2021).run()
    assert adresse(essai) == {}


def test_eteindre_les_projets_va_dans_l_adresse_et_le_message():
    essai = ouvrir()
    essai.button_group(key="couches").set_value([]).run()
    assert adresse(essai) == {"couches": "aucune"}
    assert '\\"couches\\": []' in message(essai)


def test_une_autre_couche_va_dans_l_adresse_et_le_message():
    essai = ouvrir()
    essai.button_group(key="couches").set_value(["epci", "projets"]).run()
    assert adresse(essai) == {"couches": "projets,epci"}
    assert '\\"couches\\": [\\"projets\\", \\"epci\\"]' in message(essai)


def test_un_lien_retablit_indicateur_et_couches():
    essai = ouvrir(couleur="chomage", couches="acv,pvd")
    assert essai.selectbox(key="couleur").value == "chomage"
    assert essai.button_group(key="couches").value == ["acv", "pvd"]
    assert adresse(essai) == {"couleur": "chomage", "couches": "acv,pvd"}


@pytest.mark.parametrize("cle", INDICATEURS)
def test_chaque_indicateur_colore_la_carte_d_un_petit_message(cle):
    essai = ouvrir()
    avant = len(message(essai))
    essai.selectbox(key="couleur").set_value(cle).run()
    assert not essai.exception
    assert adresse(essai) == {"couleur": cle}
    assert 500 < len(message(essai)) - avant < 10_000


def test_revenir_a_l_appartenance_vide_l_adresse():
    essai = ouvrir(couleur="chomage")
    essai.selectbox(key="couleur").set_value(APPARTENANCE).run()
    assert adresse(essai) == {}
    assert '\\"couleur\\": null' in message(essai)


@pytest.mark.parametrize(("couches", "demandee"), [("projets", False), ("projets,ign", True)])
def test_l_hote_de_l_ign_n_est_nomme_que_si_son_fond_est_choisi(couches, demandee):
    assert ("data.geopf.fr" in message(ouvrir(couches=couches))) is demandee


def test_un_choix_passe_dans_l_adresse():
    essai = ouvrir()
    essai.session_state["ti"] = "ti-2806"
    essai.run()
    assert adresse(essai) == {"ti": "ti-2806"}
    assert panneau(essai).startswith("Nord Cotentin ")


def test_un_territoire_que_le_millesime_suivant_ne_connait_pas_est_lache(atlas):
    seul = min(set(atlas.territoires_de(2023)["id_ti"]) - set(atlas.territoires_de(2021)["id_ti"]))
    essai = ouvrir(ti=seul, millesime="2023")
    essai.button_group(key="millesime").set_value(2021).run()
    assert not essai.exception
    assert adresse(essai) == {}
    assert panneau(essai).startswith("France ")


def test_le_cadre_garde_sa_cle_a_travers_chaque_changement():
    essai = ouvrir()
    cles = {essai.get("component_instance")[0].proto.id}
    essai.button_group(key="millesime").set_value(2023).run()
    cles.add(essai.get("component_instance")[0].proto.id)
    essai.selectbox(key="couleur").set_value("population").run()
    cles.add(essai.get("component_instance")[0].proto.id)
    assert len(cles) == 1


@pytest.mark.parametrize("page", ["carte", "methode"])
def test_le_pied_de_page_cite_les_sources_la_licence_et_les_dates(page):
    pied = texte(bloc(ouvrir(page), "atlas-pied"))
    assert "ministère de l’Économie (DGE)" in pied
    assert "mise à jour 08/04/2022 – Licence Ouverte 2.0" in pied


def test_le_tableau_est_ferme_et_ne_coute_rien_tant_qu_on_ne_le_demande_pas():
    essai = ouvrir()
    assert [repli.label for repli in essai.expander] == ["Tableau des 146 territoires de 2021"]
    assert len(essai.dataframe) == 0


def test_le_panneau_dit_le_rang_pour_l_indicateur_de_la_carte():
    assert " sur 146" in panneau(ouvrir(ti="ti-2806", couleur="projets"))
    assert " sur 146" not in panneau(ouvrir(ti="ti-2806"))


@pytest.fixture
def sans_leaflet(monkeypatch):
    """A server whose set-up could not bring Leaflet."""
    for endroit in (elements, leaflet):  # where it stands, and the face that pages read
        monkeypatch.setattr(endroit, "bibliotheques_locales", lambda: False)
    memoire.oublier()
    yield
    memoire.oublier()


@pytest.mark.usefixtures("sans_leaflet")
def test_sans_leaflet_une_phrase_donne_le_remede_et_les_chiffres_restent():
    essai = ouvrir()
    assert not essai.exception
    (phrase,) = [alerte.value for alerte in essai.warning]
    assert "make run" in phrase
    assert "146 territoires d’industrie" in mots(essai)


def test_avec_leaflet_rien_n_en_est_dit():
    assert [alerte.value for alerte in ouvrir().warning] == []

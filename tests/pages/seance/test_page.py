"""« Séance » in memory: prepare, tick, name, order, open, play; what a link gets wrong is told."""

from __future__ import annotations

import json

import pytest

from components.partage import donnees, projets_prets
from components.seance import etat
from components.seance.lien import augmentee
from geo.seance.contenu import contenu
from geo.seance.fichier import ecrire_fichier
from geo.seance.seance import Seance
from pages.seance.carte import carte_de, prechargements
from pages.seance.ecran import rang_lu
from pages.seance.vues import citer, projetees
from tests.pages.regards import adresse as adresse_de
from tests.pages.regards import avis, blocs, mots, ouvrir

VUES = ["france", "region-53", "ti-2806"]


def page(**parametres):
    """Follow a link to « Séance »."""
    essai = ouvrir("seance")
    for mot, valeurs in parametres.items():
        essai.query_params[mot] = valeurs
    return essai.run()


def vues(essai):
    lues = essai.query_params.get("vue", [])
    return [lues] if isinstance(lues, str) else list(lues)


def pastilles(essai, cle):
    return next(p for p in essai.button_group if p.key == cle)


def lire(**parametres):
    atlas = donnees.atlas()
    return Seance.lire(parametres, atlas, projets_prets.publie(atlas).vocabulaires)[0]


def test_an_empty_seance_asks_what_to_show():
    essai = page()
    assert not essai.exception
    assert not essai.error
    assert "Ce qu’elle peut montrer" in mots(essai)
    assert avis(essai) == []


def test_a_tick_adds_a_view_and_another_takes_it_away():
    essai = page(vue=["ti-2806"])
    pastilles(essai, "seance-france").set_value(["france", "france.mois"]).run()
    assert vues(essai) == ["ti-2806", "france", "france.mois"]
    pastilles(essai, "seance-france").set_value(["france.mois"]).run()
    assert vues(essai) == ["ti-2806", "france.mois"]


def test_all_the_territories_of_a_region_come_at_once_and_go_at_once():
    essai = page()
    essai.selectbox(key="seance-region").set_value("53").run()
    next(b for b in essai.button if b.label == "Tous les ajouter").click().run()
    assert len(vues(essai)) == 10
    assert all(vue.startswith("ti-") for vue in vues(essai))
    assert (vues(essai)[0], vues(essai)[-1]) == ("ti-5312", "ti-5311")  # Bretagne Romantique… Saint-Brieuc
    next(b for b in essai.button if b.label == "Tous les retirer").click().run()
    assert vues(essai) == []


def test_a_seance_takes_a_name():
    essai = page(vue=VUES)
    essai.text_input(key="seance-nom").set_value("Comité <b>").run()
    assert adresse_de(essai)["nom"] == "Comité <b>"
    assert any("Comité &lt;b&gt;" in b for b in blocs(essai))


def test_the_link_of_a_selection_becomes_a_view():
    essai = page()
    champ = essai.text_input(key="seance-lien")
    champ.set_value("http://127.0.0.1/projets?filiere=Agroalimentaire").run()
    next(b for b in essai.button if b.label == "Ajouter").click().run()
    assert vues(essai) == ["projets.filiere=Agroalimentaire"]


def test_another_link_is_refused_with_a_word():
    essai = page()
    essai.text_input(key="seance-lien").set_value("http://127.0.0.1/carte").run()
    next(b for b in essai.button if b.label == "Ajouter").click().run()
    assert vues(essai) == []
    assert avis(essai) == ["Ce lien n’est pas celui d’une sélection de la page « Projets »."]


def test_unknown_views_are_told_and_the_rest_plays():
    essai = page(vue=["france", "<img src=x>"])
    assert avis(essai) == ["La vue « <img src=x> » n’existe pas : elle est laissée de côté."]
    jouee = page(vue=["france", "<img src=x>"], ecran=["oui"])
    assert not jouee.exception
    assert "Ce qu’elle peut montrer" not in mots(jouee)


def test_a_seance_without_a_view_goes_back_to_its_preparation():
    essai = page(ecran=["oui"])
    assert avis(essai) == ["La séance n’a aucune vue à montrer : choisissez-en ci-dessous."]


@pytest.mark.parametrize("mot", ["nom", "vue", "n", "fond", "ecran", "millesime"])
def test_a_hostile_word_is_harmless(mot):
    essai = page(**{mot: ["<img src=x onerror=alert(1)>"]})
    assert not essai.exception
    assert not any("<img src=x" in b for b in blocs(essai))


@pytest.fixture
def adresse(monkeypatch):
    """An address in the place of that of the browser."""

    class Adresse(dict):
        def get_all(self, mot):
            return self.get(mot, [])

        def from_dict(self, mots):
            self.clear()
            self.update(mots)

    ici = Adresse(vue=list(VUES))
    monkeypatch.setattr(etat.st, "query_params", ici)
    monkeypatch.setattr(etat.st, "session_state", {})
    return ici


def test_the_order_of_the_browser_is_taken(adresse):
    etat.ordonner(["ti-2806", "france"])
    assert adresse["vue"] == ["ti-2806", "france"]


@pytest.mark.parametrize("demande", [None, 3, "france", ["region-24"], {"a": 1}])
def test_an_order_of_other_views_changes_nothing(adresse, demande):
    etat.ordonner(demande)
    assert adresse["vue"] == VUES


def test_it_plays_from_a_view_and_comes_back_to_it(adresse):
    etat.lancer(3)
    assert (adresse["n"], adresse["ecran"]) == (["3"], ["oui"])
    etat.quitter(2)
    assert adresse["n"] == ["2"]
    assert "ecran" not in adresse


def test_a_file_replaces_the_seance_and_says_what_it_leaves_aside(adresse):
    texte = ecrire_fichier(lire(vue=["region-24", "france.mois"], nom=["Tours"]))
    mechant = json.loads(texte)
    mechant["vues"].append("<script>")
    etat.ouvrir(json.dumps(mechant))
    assert adresse["vue"] == ["region-24", "france.mois"]
    assert adresse["nom"] == ["Tours"]
    assert etat.avis()[0] == "Séance ouverte : 2 vues."


@pytest.mark.parametrize("texte", [None, 4, "", "{"])
def test_a_file_that_is_no_seance_changes_nothing(adresse, texte):
    etat.ouvrir(texte)
    assert adresse["vue"] == VUES


def test_a_full_seance_says_so(adresse):
    adresse["vue"] = ["france"] * 60
    etat.ajouter(lire(vue=["region-24"]).vues)
    assert len(adresse["vue"]) == 60
    assert "pleine" in etat.avis()[0]


@pytest.mark.parametrize(("demande", "rang"), [(2, 2), (0, 1), (99, 3), (None, 1), ("2", 1), (True, 1)])
def test_the_view_that_was_on_is_one_of_the_seance(demande, rang):
    assert rang_lu(demande, 3) == rang


def test_another_page_makes_the_seance_longer():
    (vue,) = lire(vue=["region-24"]).vues
    seance = lire(vue=list(VUES), nom=["Comité"], ecran=["oui"], n=["2"])
    suite = augmentee(seance, vue, 2021)
    assert suite.mots == (*VUES, "region-24")
    assert (suite.nom, suite.ecran, suite.n) == ("Comité", False, 1)
    assert augmentee(suite, vue, 2021) == suite


def test_another_millesime_begins_another_seance():
    (vue,) = lire(vue=["region-24"]).vues
    assert augmentee(lire(vue=list(VUES)), vue, 2023) == Seance(vues=(vue,), millesime=2023)
    assert augmentee(None, vue, 2021).mots == ("region-24",)


def test_everything_goes_to_the_browser_at_once():
    seance = lire(vue=[*VUES, "region-53.filieres", "projets.region=53"])
    envoi = projetees(donnees.atlas(), seance)
    assert [vue["mot"] for vue in envoi["vues"]] == list(seance.mots)
    for vue in envoi["vues"]:
        assert vue["titre"]
        assert vue["sources"]
        assert (vue["carte"] is None) != (vue["graphique"] is None)
    assert len(json.dumps(envoi)) < 200_000


def test_a_map_of_a_region_shows_its_projects_and_says_how_many():
    fonds = projets_prets.publie(donnees.atlas())
    (vue,) = lire(vue=["region-53"]).vues
    carte = carte_de(fonds, vue, 2021)
    assert carte.etat.zone == "region-53"
    siens = fonds.projets[(fonds.projets["code_region"] == "53") & fonds.projets["latitude"].notna()]
    dans = int(siens["id_ti_2021"].notna().sum())
    textes = [ligne["texte"] for ligne in carte.legende]
    assert any(texte.startswith(f"{dans}\u202fprojets dans un territoire") for texte in textes)
    assert any(
        texte.startswith(f"{len(siens) - dans}\u202f") or texte == f"{len(siens) - dans} hors des territoires"
        for texte in textes
    )
    assert prechargements([carte])


def test_a_view_cites_its_producers_with_their_dates():
    fonds = projets_prets.publie(donnees.atlas())
    (vue,) = lire(vue=["france"]).vues
    phrase = citer(contenu(vue, fonds.atlas, fonds.preparee, fonds.vocabulaires, millesime=2021))
    assert phrase.startswith("Sources")
    assert "24/09/2021" in phrase
    assert "Licence" in phrase

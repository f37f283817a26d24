"""The field in memory: what it answers, what it believes of a browser, and that every page has it."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.recherche import champ as recherche
from components.recherche.champ import ecrire, millesime_de, ouvrir, repondre
from components.recherche.destinations import Piste, Proposition
from components.statiques.amorce import amorce
from data import chargement
from tests.pages.regards import ouvrir as ouvrir_page

N_IMPORTE_QUOI = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda enfants: (
        st.lists(enfants, max_size=2)
        | st.dictionaries(st.sampled_from(["sorte", "cle", "millesime", "texte", "rang"]), enfants)
    ),
    max_leaves=6,
)


def champs(essai):
    """The search fields of a page, as Streamlit sends them."""
    return [e.proto for e in essai.get("bidi_component") if e.proto.component_name == "atlas_recherche"]


def donnees(essai):
    """What the field of a page shows."""
    (champ,) = champs(essai)
    return json.loads(champ.json or champ.mixed.json)


def choix(ligne, texte):
    """What the browser sends when the reader takes a line."""
    return {**{cle: ligne[cle] for cle in ("sorte", "cle", "millesime")}, "texte": texte, "rang": 3}


@pytest.mark.parametrize("page", ["carte", "methode"])
def test_every_page_has_one_field(page):
    assert len(champs(ouvrir_page(page))) == 1


def test_a_page_that_nobody_searched_sends_no_answer_and_little_weight():
    essai = ouvrir_page("methode")
    assert donnees(essai) == {"rang": 0, "phrase": "", "lignes": []}
    assert champs(essai)[0].ByteSize() < 2_000


def test_brest_gives_the_commune_with_its_territory_first():
    premiere = repondre("brest", millesime=2021)["lignes"][0]
    assert (premiere["libelle"], premiere["nature"]) == ("Brest", "commune")
    assert "Finistère" in premiere["precision"]


def test_two_spellings_give_the_same_lines():
    assert repondre("Saint-Étienne", millesime=2021) == repondre("st etienne", millesime=2021)


@pytest.mark.parametrize("texte", ["", "b"])
def test_too_few_letters_give_nothing_not_even_a_sentence(texte):
    assert repondre(texte, millesime=2021) == {"phrase": "", "lignes": []}


def test_what_is_nowhere_says_so_and_what_to_try():
    trouve = repondre("zzzzqqq", millesime=2021)
    assert trouve["lignes"] == []
    assert trouve["phrase"].startswith("Rien ne correspond à « zzzzqqq » : essayez ")


def test_lines_are_json_and_light():
    assert len(json.dumps(repondre("saint", millesime=2021))) < 3_000


@pytest.mark.parametrize(
    ("parametres", "attendu"),
    [({}, 2021), ({"millesime": "2023"}, 2023), ({"millesime": "1789"}, 2021), ({"millesime": "²"}, 2021)],
)
def test_the_search_is_in_the_millesime_of_the_page(parametres, attendu):
    assert millesime_de(parametres) == attendu


def test_a_commune_in_a_territory_opens_it():
    ligne = repondre("brest", millesime=2021)["lignes"][0]
    suite = ouvrir(choix(ligne, "brest"), millesime=2021)
    assert isinstance(suite, Piste)
    assert chargement.atlas().fiche(suite.id_ti, suite.millesime).territoire["lib_ti"] == "Finistère"


def test_a_commune_outside_proposes_the_nearest_and_these_open():
    ligne = repondre("paris", millesime=2021)["lignes"][0]
    suite = ouvrir(choix(ligne, "paris"), millesime=2021)
    assert isinstance(suite, Proposition)
    proche = ecrire(suite)["lignes"][0]
    ouverte = ouvrir(choix(proche, ""), millesime=2021)
    assert isinstance(ouverte, Piste)
    assert ouverte.libelle == proche["libelle"] == "Boucle Nord de la Seine"


def test_a_line_that_the_text_does_not_give_opens_nothing():
    ligne = repondre("paris", millesime=2021)["lignes"][0]
    assert ouvrir(choix(ligne, "brest"), millesime=2021) is None


@pytest.mark.parametrize("cle", ["ti-9999", "../ti-2806", None])
def test_a_territory_that_does_not_exist_opens_nothing(cle):
    assert ouvrir({"sorte": "territoire", "cle": cle, "millesime": 2021}, millesime=2021) is None


@given(N_IMPORTE_QUOI)
@example({"sorte": "territoire", "cle": [], "millesime": []})
@example({"sorte": {}, "cle": {}, "millesime": 2021, "texte": "brest"})
def test_whatever_a_browser_sends_is_no_error(envoi):
    assert ouvrir(envoi, millesime=2021) is None or isinstance(envoi, dict)
    assert isinstance(recherche._rang(envoi), int)
    assert isinstance(repondre(recherche._texte(envoi), millesime=2021)["lignes"], list)


def test_a_broken_file_is_said_in_the_field_and_the_page_lives(monkeypatch):
    def refuser():
        raise chargement.DonneesIllisibles("communes.parquet", "est tronqué")

    monkeypatch.setattr(recherche.annuaire, "index", refuser)
    monkeypatch.setattr(
        recherche.st, "session_state", {recherche.CLE: {"demande": {"texte": "brest", "rang": 2}}}
    )
    montre = recherche._a_montrer()
    assert montre["rang"] == 2
    assert montre["phrase"].startswith(
        "La recherche est indisponible. Le fichier « communes.parquet » est tronqué"
    )


def test_what_nobody_foresaw_is_a_french_sentence_and_a_trace_in_the_log(monkeypatch, caplog):
    monkeypatch.setattr(recherche.annuaire, "index", lambda: 1 / 0)
    monkeypatch.setattr(recherche.st, "session_state", {recherche.CLE: {"demande": {"texte": "brest"}}})
    assert recherche._a_montrer()["phrase"].startswith("La recherche s’est arrêtée")
    assert "ZeroDivisionError" in caplog.text


def test_a_choice_that_leads_nowhere_says_so(monkeypatch):
    memoire = {recherche.CLE: {"choix": {"sorte": "commune", "cle": "29019", "texte": "lyon", "rang": 4}}}
    monkeypatch.setattr(recherche.st, "session_state", memoire)
    recherche._choisir()
    assert recherche._a_montrer()["rang"] == 4
    assert recherche._a_montrer()["phrase"].startswith("Cette réponse n’est plus là")
    assert recherche.SUITE not in memoire


def test_a_choice_in_a_territory_is_kept_for_the_run_that_comes(monkeypatch):
    ligne = repondre("brest", millesime=2021)["lignes"][0]
    memoire = {recherche.CLE: {"choix": choix(ligne, "brest")}}
    monkeypatch.setattr(recherche.st, "session_state", memoire)
    recherche._choisir()
    assert memoire[recherche.SUITE].millesime == 2021
    assert recherche._a_montrer() == {"rang": 3, "phrase": "", "lignes": []}


class Balises(HTMLParser):
    """The elements of a piece of HTML with their attributes."""

    def __init__(self, texte):
        super().__init__()
        self.vues = []
        self.feed(texte)

    def handle_starttag(self, tag, attrs):
        self.vues.append((tag, dict(attrs)))


def test_the_field_has_a_name_for_those_who_do_not_see_it():
    balises = Balises(recherche.HTML).vues
    saisie = next(attributs for nom, attributs in balises if nom == "input")
    etiquette = next(attributs for nom, attributs in balises if nom == "label")
    liste = next(attributs for nom, attributs in balises if attributs.get("role") == "listbox")
    assert etiquette["for"] == saisie["id"]
    assert saisie["role"] == "combobox"
    assert saisie["aria-controls"] == liste["id"]
    assert saisie["placeholder"] == "Commune, territoire, entreprise…"


def test_the_script_is_an_address_of_ours_that_changes_with_it():
    script = amorce("recherche.js")
    assert "./app/static/atlas/recherche.js?v=" in script
    assert "://" not in script
    assert len(script) < 300

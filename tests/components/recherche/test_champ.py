"""The field in memory: what it answers, what it believes of a browser, and that every page has it."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.partage import projets_prets
from components.recherche import champ as recherche
from components.recherche import miens
from components.recherche.champ import ecrire, millesime_de, ouvrir, repondre
from components.recherche.destinations import Commune, Piste, Proposition
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
def test_chaque_page_a_un_seul_champ(page):
    assert len(champs(ouvrir_page(page))) == 1


def test_une_page_ou_nul_n_a_cherche_n_envoie_aucune_reponse_et_pese_peu():
    essai = ouvrir_page("methode")
    assert donnees(essai) == {"rang": 0, "phrase": "", "lignes": []}
    assert champs(essai)[0].ByteSize() < 2_000


def test_brest_donne_la_commune_avec_son_territoire_en_premier():
    premiere = repondre("brest", millesime=2021)["lignes"][0]
    assert (premiere["libelle"], premiere["nature"]) == ("Brest", "commune")
    assert "Finistère" in premiere["precision"]


def test_deux_ecritures_donnent_les_memes_lignes():
    assert repondre("Saint-Étienne", millesime=2021) == repondre("st etienne", millesime=2021)


@pytest.mark.parametrize("texte", ["", "b"])
def test_trop_peu_de_lettres_ne_donnent_rien_pas_meme_une_phrase(texte):
    assert repondre(texte, millesime=2021) == {"phrase": "", "lignes": []}


def test_ce_qui_n_est_nulle_part_le_dit_et_dit_quoi_essayer():
    trouve = repondre("zzzzqqq", millesime=2021)
    assert trouve["lignes"] == []
    assert trouve["phrase"].startswith("Rien ne correspond à « zzzzqqq » : essayez ")


def test_les_lignes_sont_du_json_et_legeres():
    assert len(json.dumps(repondre("saint", millesime=2021))) < 3_000


@pytest.mark.parametrize(
    ("parametres", "attendu"),
    [({}, 2021), ({"millesime": "2023"}, 2023), ({"millesime": "1789"}, 2021), ({"millesime": "²"}, 2021)],
)
def test_la_recherche_est_dans_le_millesime_de_la_page(parametres, attendu):
    assert millesime_de(parametres) == attendu


def test_une_commune_dans_un_territoire_l_ouvre():
    ligne = repondre("brest", millesime=2021)["lignes"][0]
    suite = ouvrir(choix(ligne, "brest"), millesime=2021)
    assert isinstance(suite, Piste)
    assert chargement.atlas().fiche(suite.id_ti, suite.millesime).territoire["lib_ti"] == "Finistère"


def test_un_epci_hors_territoire_propose_les_plus_proches_et_ils_s_ouvrent():
    ligne = next(x for x in repondre("rennes metropole", millesime=2021)["lignes"] if x["sorte"] == "epci")
    suite = ouvrir(choix(ligne, "rennes metropole"), millesime=2021)
    assert isinstance(suite, Proposition)
    proche = ecrire(suite)["lignes"][0]
    ouverte = ouvrir(choix(proche, ""), millesime=2021)
    assert isinstance(ouverte, Piste)
    assert ouverte.libelle == proche["libelle"] == "Fougères - Vitré"


def test_un_arrondissement_hors_territoire_mene_a_la_page_de_sa_ville():
    ligne = repondre("paris 13e", millesime=2021)["lignes"][0]
    assert ouvrir(choix(ligne, "paris 13e"), millesime=2021) == Commune(code="75056", millesime=2021)


def test_une_ligne_de_la_suite_s_ouvre_aussi():
    toutes = repondre("sainte-colombe", millesime=2021, limite=recherche.DEPLIEES)["lignes"]
    assert ouvrir(choix(toutes[-1], "sainte-colombe"), millesime=2021) is not None


def test_la_liste_dit_combien_elle_ne_montre_pas():
    trouve = repondre("sainte-colombe", millesime=2021)
    assert len(trouve["lignes"]) == 8 < trouve["total"] == trouve["depliees"]
    beaucoup = repondre("saint", millesime=2021)
    assert beaucoup["depliees"] == recherche.DEPLIEES < beaucoup["total"]
    assert "total" not in repondre("brest", millesime=2021)


def test_une_liste_depliee_reste_legere():
    assert len(json.dumps(repondre("saint", millesime=2021, limite=recherche.DEPLIEES))) < 20_000


def test_seule_la_premiere_ligne_d_un_titre_le_porte():
    lignes = repondre("celles", millesime=2021)["lignes"]
    assert [ligne.get("titre") for ligne in lignes[:5]] == [
        "Celles · 4\u202fcommunes",
        None,
        None,
        None,
        "Autres réponses",
    ]
    assert all("titre" not in ligne for ligne in repondre("brest", millesime=2021)["lignes"])


@pytest.fixture
def ma_liste(monkeypatch):
    """The session holds a list of two projects of one SIREN behind the published ones."""
    publies = projets_prets.publie(chargement.atlas())
    siens = publies.projets.iloc[:2].assign(siren="552100554")
    prets = replace(
        publies,
        preparee=SimpleNamespace(table=pd.concat([publies.projets, siens], ignore_index=True)),
        rangees=len(publies.projets),
    )
    monkeypatch.setattr(miens.st, "session_state", {miens.CLE: SimpleNamespace(prets=prets)})


def test_un_siren_de_sa_propre_liste_y_mene(ma_liste):
    trouve = repondre("552 100 554", millesime=2021)
    assert trouve["phrase"].endswith("n’est pas parmi les projets publiés.")
    (ligne,) = trouve["lignes"]
    assert (ligne["libelle"], ligne["precision"]) == ("Votre liste", "2\u202fprojets de ce SIREN")
    suite = ouvrir(choix(ligne, "552 100 554"), millesime=2021)
    page, parametres = recherche._adresse(suite)
    assert page == recherche.PROJETS
    assert parametres == {"q": ["552100554"], "source": ["liste"]}


def test_sans_liste_un_siren_inconnu_n_a_pas_de_ligne():
    assert repondre("552 100 554", millesime=2021)["lignes"] == []


def test_une_ligne_que_le_texte_ne_donne_pas_n_ouvre_rien():
    ligne = repondre("paris", millesime=2021)["lignes"][0]
    assert ouvrir(choix(ligne, "brest"), millesime=2021) is None


@pytest.mark.parametrize("cle", ["ti-9999", "../ti-2806", None])
def test_un_territoire_qui_n_existe_pas_n_ouvre_rien(cle):
    assert ouvrir({"sorte": "territoire", "cle": cle, "millesime": 2021}, millesime=2021) is None


@given(N_IMPORTE_QUOI)
@example({"sorte": "territoire", "cle": [], "millesime": []})
@example({"sorte": {}, "cle": {}, "millesime": 2021, "texte": "brest"})
def test_quoi_qu_un_navigateur_envoie_ce_n_est_pas_une_erreur(envoi):
    assert ouvrir(envoi, millesime=2021) is None or isinstance(envoi, dict)
    assert isinstance(recherche._rang(envoi), int)
    assert isinstance(repondre(recherche._texte(envoi), millesime=2021)["lignes"], list)


def test_un_fichier_casse_est_dit_dans_le_champ_et_la_page_vit(monkeypatch):
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


def test_ce_que_personne_n_a_prevu_est_une_phrase_en_francais_et_une_trace_dans_le_journal(
    monkeypatch, caplog
):
    monkeypatch.setattr(recherche.annuaire, "index", lambda: 1 / 0)
    monkeypatch.setattr(recherche.st, "session_state", {recherche.CLE: {"demande": {"texte": "brest"}}})
    assert recherche._a_montrer()["phrase"].startswith("La recherche s’est arrêtée")
    assert "ZeroDivisionError" in caplog.text


def test_un_choix_qui_ne_mene_nulle_part_le_dit(monkeypatch):
    memoire = {recherche.CLE: {"choix": {"sorte": "commune", "cle": "29019", "texte": "lyon", "rang": 4}}}
    monkeypatch.setattr(recherche.st, "session_state", memoire)
    recherche._choisir()
    assert recherche._a_montrer()["rang"] == 4
    assert recherche._a_montrer()["phrase"].startswith("Cette réponse n’est plus là")
    assert recherche.SUITE not in memoire


def test_un_choix_dans_un_territoire_est_garde_pour_l_execution_qui_vient(monkeypatch):
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


def test_le_champ_a_un_nom_pour_qui_ne_le_voit_pas():
    balises = Balises(recherche.HTML).vues
    saisie = next(attributs for nom, attributs in balises if nom == "input")
    etiquette = next(attributs for nom, attributs in balises if nom == "label")
    liste = next(attributs for nom, attributs in balises if attributs.get("role") == "listbox")
    assert etiquette["for"] == saisie["id"]
    assert saisie["role"] == "combobox"
    assert saisie["aria-controls"] == liste["id"]
    assert saisie["placeholder"] == "Commune, code postal, entreprise…"


def test_le_script_est_une_adresse_a_nous_qui_change_avec_lui():
    script = amorce("commun/recherche.js")
    assert "./app/static/atlas/commun/recherche.js?v=" in script
    assert "://" not in script
    assert len(script) < 300

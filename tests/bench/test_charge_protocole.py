"""What a reader of the load test says to Streamlit, and what he understands of its answers."""

from __future__ import annotations

import json

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.charge.parcours import PAGES
from bench.charge.protocole import INTERNE, Ecran, cle_lisible

ADRESSE = "http://127.0.0.1:1"
LISTE = "$$ID-0123456789abcdef-couleur"
BOUTONS = "$$ID-0123456789abcdef-fiche-millesime"
COMPOSANT = "$$ID-0123456789abcdef-projets-filtres"


def lire(octets):
    """What the server would read."""
    return BackMsg.FromString(octets).rerun_script


@pytest.fixture
def ecran():
    """A browser that has come to « Projets » and knows the pages."""
    ecran = Ecran(adresse=ADRESSE)
    ecran.ouvrir("projets", {"region": "53"})
    message = ForwardMsg()
    for nom in PAGES:
        message.navigation.app_pages.add(url_pathname=nom, page_script_hash=f"page-{nom}")
    ecran.recevoir(message.SerializeToString())
    return ecran


def finir(ecran, etat=ForwardMsg.FINISHED_SUCCESSFULLY):
    ecran.recevoir(ForwardMsg(script_finished=etat).SerializeToString())


def montrer_la_liste(ecran, *, rang=1, fragment=""):
    message = ForwardMsg()
    message.delta.fragment_id = fragment
    liste = message.delta.new_element.selectbox
    liste.id, liste.default = LISTE, rang
    liste.options.extend(["aucune", "projets", "filière"])
    ecran.recevoir(message.SerializeToString())


def montrer_les_boutons(ecran):
    message = ForwardMsg()
    boutons = message.delta.new_element.button_group
    boutons.id = BOUTONS
    for texte in ("2021", "2022"):
        boutons.options.add(content=texte)
    boutons.default.append(0)
    ecran.recevoir(message.SerializeToString())


def montrer_le_composant(ecran):
    message = ForwardMsg()
    message.delta.fragment_id = "corps"
    message.delta.new_element.bidi_component.id = COMPOSANT
    ecran.recevoir(message.SerializeToString())


def test_la_cle_d_une_commande_est_la_fin_de_son_identifiant():
    assert cle_lisible(BOUTONS) == "fiche-millesime"


def test_on_arrive_par_une_adresse_avec_ses_parametres():
    demande = lire(Ecran(adresse=ADRESSE).ouvrir("territoire", {"ti": "ti-2806"}))
    assert (demande.page_name, demande.page_script_hash) == ("territoire", "")
    assert demande.query_string == "ti=ti-2806"
    assert demande.context_info.url == f"{ADRESSE}/territoire"


def test_on_suit_un_lien_par_le_nom_que_le_serveur_a_donne_a_la_page(ecran):
    demande = lire(ecran.ouvrir("region"))
    assert (demande.page_name, demande.page_script_hash) == ("", "page-region")


def test_un_changement_envoie_toutes_les_valeurs_et_le_fragment(ecran):
    montrer_la_liste(ecran, fragment="corps")
    montrer_les_boutons(ecran)
    demande = lire(ecran.changer("couleur", ("filière",)))
    valeurs = {w.id: w.string_value or list(w.string_array_value.data) for w in demande.widget_states.widgets}
    assert valeurs == {LISTE: "filière", BOUTONS: ["2021"]}
    assert (demande.fragment_id, demande.page_script_hash) == ("corps", "page-projets")


def test_ce_que_le_lecteur_a_choisi_reste_apres_une_reprise(ecran):
    montrer_les_boutons(ecran)
    ecran.changer("fiche-millesime", ("2022",))
    ancienne = ecran.commandes["fiche-millesime"]
    message = ForwardMsg()
    message.delta.new_element.button_group.id = BOUTONS
    ecran.recevoir(message.SerializeToString())
    assert ecran.commandes["fiche-millesime"].valeur == ancienne.valeur == ("2022",)


def test_un_composant_envoie_son_evenement_a_son_fragment(ecran):
    montrer_le_composant(ecran)
    demande = lire(ecran.demander("projets-filtres", "demande", {"rang": 3}))
    (etat,) = demande.widget_states.widgets
    assert etat.id == f"{INTERNE}{COMPOSANT}__events"
    assert json.loads(etat.json_trigger_value) == [{"event": "demande", "value": {"rang": 3}}]
    assert demande.fragment_id == "corps"


def test_la_page_quittee_ne_laisse_rien(ecran):
    montrer_la_liste(ecran)
    assert list(lire(ecran.ouvrir("france")).widget_states.widgets) == []
    assert ecran.commandes == {}


@pytest.mark.parametrize(
    "etat", [ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY]
)
def test_une_reprise_finie_repond_au_lecteur(ecran, etat):
    assert ecran.etat is None
    finir(ecran, etat)
    assert ecran.etat == etat


def test_une_reprise_interrompue_par_une_autre_ne_repond_pas(ecran):
    finir(ecran, ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    assert ecran.etat is None


def test_l_adresse_suit_ce_que_le_serveur_ecrit(ecran):
    ecran.recevoir(ForwardMsg(page_info_changed={"query_string": "filiere=bois"}).SerializeToString())
    montrer_la_liste(ecran)
    assert lire(ecran.changer("couleur", ("aucune",))).query_string == "filiere=bois"


def faute(sorte):
    message = ForwardMsg()
    if sorte == "exception":
        message.delta.new_element.exception.type = "KeyError"
        message.delta.new_element.exception.message = "filiere"
    elif sorte == "panne":
        message.delta.new_element.alert.icon = ":material/report:"
        message.delta.new_element.alert.body = "Cette page ne peut pas s’afficher."
    elif sorte == "inconnue":
        message.page_not_found.page_name = "nulle-part"
    else:
        message.script_finished = ForwardMsg.FINISHED_WITH_COMPILE_ERROR
    return message.SerializeToString()


@pytest.mark.parametrize(
    ("sorte", "phrase"),
    [
        ("exception", "KeyError : filiere"),
        ("panne", "Cette page ne peut pas s’afficher."),
        ("inconnue", "page inconnue : nulle-part"),
        ("script", "le script ne se lit pas"),
    ],
)
def test_ce_qui_ne_va_pas_est_une_erreur(ecran, sorte, phrase):
    ecran.recevoir(faute(sorte))
    assert ecran.erreurs == [phrase]


def test_un_avis_n_est_pas_une_erreur(ecran):
    message = ForwardMsg()
    message.delta.new_element.alert.icon = ":material/info:"
    message.delta.new_element.alert.body = "Ce territoire n’existe pas en 2021."
    ecran.recevoir(message.SerializeToString())
    assert ecran.erreurs == []

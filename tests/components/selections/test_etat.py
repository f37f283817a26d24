"""What a reader named: kept by his browser each under its name, read back with mistrust."""

import pytest

from components.coffre import Reponse
from components.coffre.coffre import Garde
from components.selections import etat
from geo.selections import Nommee, Selections, ecrire_fichier

AGRO = Nommee(nom="Agro", mots={"filiere": ("Agroalimentaire",)})


@pytest.fixture
def session(monkeypatch):
    """A session, and what it asks of the browser."""
    memoire = {}
    demandes = []
    monkeypatch.setattr(etat.st, "session_state", memoire)
    monkeypatch.setattr(etat, "demander", lambda _, *quoi, **__: demandes.append(quoi))
    return memoire, demandes


def contenu(*nommees):
    return ecrire_fichier(Selections(nommees=nommees))


def test_une_selection_gardee_part_dans_le_navigateur_sous_son_nom(session):
    assert etat.garder(AGRO) == "Agro"
    assert session[1] == [("ecrire", "selection:Agro", contenu(AGRO))]


def test_renommer_ecrit_le_nouveau_nom_et_efface_l_ancien(session):
    etat.garder(AGRO)
    etat.renommer("Agro", "Agro breton")
    assert [quoi[:2] for quoi in session[1][1:]] == [
        ("ecrire", "selection:Agro breton"),
        ("effacer", "selection:Agro"),
    ]


def test_une_selection_supprimee_revient_par_annuler(session):
    etat.garder(AGRO)
    etat.supprimer("Agro")
    assert (len(etat.connues()), etat.retiree()) == (0, "Agro")
    etat.annuler()
    assert (list(etat.connues()), etat.retiree()) == ([AGRO], "")


def test_ce_que_garde_le_navigateur_revient(session):
    gardes = (Garde(nom="selection:Agro", date="d", taille=3),)
    etat._recevoir(Reponse(quoi="lister", nom="selection:", gardes=gardes))
    assert session[1] == [("lire", "selection:Agro")]
    etat._recevoir(Reponse(quoi="lire", nom="selection:Agro", contenu=contenu(AGRO)))
    assert list(etat.connues()) == [AGRO]


@pytest.mark.parametrize("texte", ["{", "[]", "<script>"])
def test_ce_qui_revient_abime_est_dit(session, texte):
    etat._recevoir(Reponse(quoi="lire", nom="selection:Agro", contenu=texte))
    assert etat.avis() == [
        "La sélection « Agro » que garde ce navigateur est abîmée : elle n’est pas ouverte."
    ]
    assert len(etat.connues()) == 0


def test_un_fichier_ajoute_sans_rien_remplacer(session):
    etat.garder(AGRO)
    etat.ouvrir(contenu(AGRO))
    assert [nommee.nom for nommee in etat.connues()] == ["Agro", "Agro (2)"]
    assert etat.avis() == ["1\u202fsélection ouverte."]


def test_un_fichier_abime_est_une_phrase_et_ne_change_rien(session):
    etat.garder(AGRO)
    etat.ouvrir("{")
    assert len(etat.connues()) == 1
    assert "abîmé" in etat.avis()[0]


def test_une_faute_du_navigateur_est_dite(session):
    etat._recevoir(Reponse(quoi="ecrire", nom="selection:Agro", faute="Plus de place."))
    assert etat.avis() == ["Plus de place."]

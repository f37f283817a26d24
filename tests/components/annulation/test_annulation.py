"""« Annuler » in memory: a state is kept when something is lost, comes back once asked, and may go again."""

from __future__ import annotations

import pytest

from components import annulation
from components.annulation import annulation as module


class Page:
    """A page that prepares one text; each run offers to take its last loss back."""

    def __init__(self, *, tenace=False, retrouver=None):
        self.etat, self.tenace, self.retrouver, self.donnees = "", tenace, retrouver, {}

    def prepare(self):
        return annulation.Prepare(
            sorte="texte",
            present=self.etat,
            perte=lambda avant, apres: "" if avant in apres else f"« {avant} » remplacé.",
            reprendre=self.mettre,
            retrouver=self.retrouver,
            tenace=self.tenace,
        )

    def mettre(self, etat):
        self.etat = etat

    def montrer(self, etat=None):
        """A run, in this state; gives the sentence that it shows."""
        self.etat = self.etat if etat is None else etat
        annulation.offrir(self.prepare())
        return self.donnees["phrase"]

    def annuler(self):
        module._annuler(self.donnees["rang"], {"texte": self.prepare()})
        return self.montrer()


@pytest.fixture
def page(monkeypatch):
    """One page of a session of its own."""
    monkeypatch.setattr(module.st, "session_state", {})
    page = Page()
    monkeypatch.setattr(module, "_composant", lambda *, data, **_: page.donnees.update(data))
    return page


def test_un_etat_remplace_est_dit_et_revient(page):
    assert [page.montrer("abc"), page.montrer("xyz")] == ["", "« abc » remplacé."]
    page.annuler()
    assert page.etat == "abc"


def test_ce_qui_est_revenu_peut_repartir(page):
    page.montrer("abc")
    page.montrer("xyz")
    page.annuler()
    assert page.donnees["bouton"] == "Rétablir"
    page.annuler()
    assert (page.etat, page.donnees["bouton"]) == ("xyz", "Annuler")


def test_ce_qui_s_ajoute_ne_se_dit_pas(page):
    page.montrer("abc")
    assert page.montrer("abcd") == ""


def test_l_offre_part_avec_le_changement_suivant(page):
    page.montrer("abc")
    page.montrer("xyz")
    assert page.montrer() == "« abc » remplacé."
    assert page.montrer("xyzt") == ""


def test_une_offre_tenace_reste(page):
    page.tenace = True
    page.montrer("abc")
    page.montrer("xyz")
    assert page.montrer("xyzt") == "« abc » remplacé."
    page.annuler()
    assert page.etat == "abc"


def test_un_geste_garde_lui_meme_un_objet_de_la_session(page):
    objet = object()
    annulation.garder("texte", objet, "Objet retiré.")
    assert page.montrer("abc") == "Objet retiré."
    page.annuler()
    assert page.etat is objet


def test_un_seul_etat_est_garde_par_sorte(page):
    for etat in ("a", "b", "c", "d"):
        page.montrer(etat)
    assert len(module.st.session_state[module.GESTES]) == 1
    page.annuler()
    assert page.etat == "c"


def test_une_page_n_offre_que_ce_qu_elle_prepare(page):
    annulation.garder("autre", "x", "Autre chose.")
    assert page.montrer("abc") == ""


def test_fermer_oublie_le_geste(page):
    page.montrer("abc")
    page.montrer("xyz")
    module._fermer(page.donnees["rang"])
    assert page.montrer() == ""


def test_un_rang_d_un_autre_geste_ne_fait_rien(page):
    page.montrer("abc")
    page.montrer("xyz")
    for rang in (0, 99, None, "1", {}):
        module._annuler(rang, {"texte": page.prepare()})
    assert page.etat == "xyz"


def test_ce_que_l_onglet_avait_se_compare_a_ce_que_la_page_montre(page):
    page.montrer("xyz")
    module._retrouver({"texte": "abc"}, {"texte": page.prepare()})
    assert page.montrer() == "« abc » remplacé."


@pytest.mark.parametrize(
    "demande", [None, 3, "abc", [], {"texte": 4}, {"texte": "x" * 70_000}, {"autre": "abc"}]
)
def test_l_onglet_n_est_pas_cru_sur_parole(page, demande):
    page.montrer("xyz")
    module._retrouver(demande, {"texte": page.prepare()})
    assert page.montrer() == ""


def test_une_page_peut_prendre_elle_meme_ce_que_l_onglet_avait(page):
    page.montrer("xyz")
    page.retrouver = lambda etat: page.mettre(etat + page.etat) is None
    module._retrouver({"texte": "abc"}, {"texte": page.prepare()})
    assert (page.montrer(), page.etat) == ("", "abcxyz")

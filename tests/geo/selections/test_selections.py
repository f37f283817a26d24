"""Selections under names: nothing is replaced, what lasts is kept, what is gone is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.filtre import Filtre, Tri
from geo.selections.selections import NOM_MAX, NOMMEES_MAX, Nommee, Selections, ecrire_mot, lire_mot
from tests.geo.monde_filtre import filtres, monde

BRETONS = Filtre(regions=("53",), filieres=("Agroalimentaire",))


def nommee(nom="Agro", filtre=BRETONS):
    return Nommee.de(nom, filtre, monde().vocab.projets)


@settings(deadline=None, max_examples=60)
@given(filtres())
def test_un_filtre_nomme_se_retrouve(filtre):
    lu, avis = nommee(filtre=filtre).filtre(monde().vocab)
    assert lu.ecrire() == {mot: v for mot, v in filtre.ecrire().items() if mot != "tri"}
    assert not [a for a in avis if "plus longs" not in a]


@settings(deadline=None, max_examples=60)
@given(filtre=filtres(), nom=st.text(min_size=1, max_size=60).filter(lambda n: n.strip() and n.isprintable()))
def test_un_mot_d_adresse_dit_le_nom_et_le_filtre_sans_virgule(filtre, nom):
    mot = ecrire_mot(nom, filtre)
    assert "," not in mot
    (lu, sien), _ = lire_mot(mot, monde().vocab)
    assert (lu, sien) == (" ".join(nom.split())[:NOM_MAX].rstrip(), Filtre(**{**vars(filtre), "tri": None}))


def test_l_ordre_du_tableau_n_est_pas_garde():
    assert nommee(filtre=Filtre(regions=("53",), tri=Tri(colonne="date"))) == nommee(
        filtre=Filtre(regions=("53",))
    )


def test_des_projets_coches_sont_gardes_par_leur_identifiant_entier():
    connus = monde().vocab.projets
    gardee = nommee(filtre=Filtre(choisis=connus.choisir([4, 9])))
    assert gardee.projets == (connus.ids[4], connus.ids[9])
    assert "choix" not in gardee.mots


def test_un_projet_parti_est_dit_et_reste_garde():
    gardee = Nommee(nom="Mes trois", mots={}, projets=(monde().vocab.projets.ids[4], "p-0000000000"))
    filtre, avis = gardee.filtre(monde().vocab)
    assert len(filtre.choisis) == 1
    assert avis == ["« Mes trois » : 1\u202fprojet coché n’est pas parmi ceux de la page."]


def test_un_nom_pris_est_suivi_d_un_numero():
    deux = Selections().avec(nommee()).avec(nommee())
    assert [n.nom for n in deux] == ["Agro", "Agro (2)"]


def test_un_nom_est_raccourci_et_tient_sur_une_ligne():
    assert nommee("a\n b\u202e" + "c" * 200).nom == "a b" + "c" * (NOM_MAX - 3)


def test_renommer_garde_la_place():
    trois = Selections().avec(nommee("A")).avec(nommee("B")).avec(nommee("C"))
    assert [n.nom for n in trois.renommee("B", "Z")] == ["A", "Z", "C"]


@pytest.mark.parametrize(("nom", "nouveau"), [("A", "  "), ("A", "A"), ("X", "Y")])
def test_renommer_en_rien_ne_change_rien(nom, nouveau):
    une = Selections().avec(nommee("A"))
    assert une.renommee(nom, nouveau) == une


def test_une_selection_retiree_revient_a_sa_place():
    trois = Selections().avec(nommee("A")).avec(nommee("B")).avec(nommee("C"))
    assert trois.sans("B").avec(nommee("B"), 1) == trois


def test_elles_sont_bornees():
    pleines = Selections(nommees=tuple(nommee(str(n)) for n in range(NOMMEES_MAX)))
    assert len(pleines.avec(nommee("de trop"))) == NOMMEES_MAX


@pytest.mark.parametrize("mot", ["", "region=53", "nom=", "x" * 7_000, "nom=a&" * 500])
def test_un_mot_qui_n_est_pas_d_une_selection_n_en_est_pas_une(mot):
    assert lire_mot(mot, monde().vocab)[0] is None

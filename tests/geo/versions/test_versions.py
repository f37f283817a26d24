"""Two versions of a list: nothing is lost, nothing is guessed."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.versions.versions import Changement, comparer, dire

CHAMPS = {"entreprise": "Entreprise", "objet": "Objet", "stade": "Stade", "emplois": "Emplois"}
COLONNES = ["entreprise", "siren", "code_commune", "objet", "stade", "emplois"]


def table(*lignes):
    return pd.DataFrame(lignes, columns=COLONNES, dtype=object)


def ligne(entreprise="Forge", siren="552100554", *, objet="Four", stade="Étude", emplois=None):
    return [entreprise, siren, "29019", objet, stade, emplois]


petit = st.none() | st.sampled_from(["A", "B", "C"])
une_ligne = st.tuples(petit, petit, petit, petit, petit, st.none() | st.integers(0, 3)).map(list)
lignes = st.lists(
    une_ligne.filter(lambda une: any(une[rang] is not None for rang in (0, 3, 4, 5))), max_size=12
)
"""A row that says nothing is no project: the check of a list rejects it."""


@given(lignes)
def test_une_liste_ne_differe_pas_d_elle_meme_dans_un_autre_ordre(suite):
    ecarts = comparer(table(*suite), table(*reversed(suite)), CHAMPS)
    assert ecarts.rien
    assert ecarts.pareils == len(suite)


@given(lignes, lignes)
def test_chaque_ligne_est_rangee_une_fois_et_une_seule(avant, apres):
    ecarts = comparer(table(*avant), table(*apres), CHAMPS)
    communes = ecarts.pareils + ecarts.modifies
    assert len(avant) == communes + len(ecarts.partis) + len(ecarts.ambigus_avant)
    assert len(apres) == communes + len(ecarts.ajoutes) + len(ecarts.ambigus_apres)
    assert not set(ecarts.ajoutes) & set(ecarts.ambigus_apres)


@given(lignes, lignes)
def test_dans_l_autre_sens_ce_qui_etait_ajoute_est_parti(avant, apres):
    aller, retour = (comparer(table(*a), table(*b), CHAMPS) for a, b in ((avant, apres), (apres, avant)))
    assert (aller.ajoutes, aller.partis) == (retour.partis, retour.ajoutes)
    assert aller.ambigus_avant == retour.ambigus_apres
    assert {(c.champ, c.disait, c.dit) for c in aller.changements} == {
        (c.champ, c.dit, c.disait) for c in retour.changements
    }


@given(lignes, st.sets(st.integers(0, 11)))
def test_ce_qui_est_retire_est_parti_et_rien_d_autre(suite, retires):
    restent = [une for rang, une in enumerate(suite) if rang not in retires]
    ecarts = comparer(table(*suite), table(*restent), CHAMPS)
    assert len(ecarts.partis) == len(suite) - len(restent)
    assert (ecarts.ajoutes, ecarts.changements, ecarts.ambigus_apres) == ((), (), ())


def test_un_champ_qui_change_se_dit_avant_et_apres():
    ecarts = comparer(table(ligne()), table(ligne(stade="En travaux", emplois=12)), CHAMPS)
    assert ecarts.changements == (
        Changement(0, 0, "Stade", "Étude", "En travaux"),
        Changement(0, 0, "Emplois", "non renseigné", "12"),
    )
    assert (ecarts.modifies, ecarts.pareils) == (1, 0)


def test_l_identifiant_passe_avant_le_contenu():
    avant, apres = table(ligne(), ligne(siren="1")), table(ligne(siren="1"), ligne(objet="Presse"))
    ids = (pd.Series(["p-1", None]), pd.Series([None, "p-1"]))
    (change,) = comparer(avant, apres, CHAMPS, ids=ids).changements
    assert change == Changement(0, 1, "Objet", "Four", "Presse")


def test_un_nom_ecrit_autrement_est_le_meme_projet():
    (change,) = comparer(table(ligne(siren=None)), table(ligne("FORGE", siren=None)), CHAMPS).changements
    assert change.champ == "Entreprise"


def test_deux_lignes_de_la_meme_entreprise_au_meme_lieu_ne_se_devinent_pas():
    avant = table(ligne(objet="Four"), ligne(objet="Presse"))
    apres = table(ligne(objet="Four"), ligne(objet="Robot"))
    ecarts = comparer(avant, apres, CHAMPS)
    assert (ecarts.ambigus_avant, ecarts.ambigus_apres) == ((1,), (1,))
    assert (ecarts.ajoutes, ecarts.partis, ecarts.changements) == ((), (), ())


def test_seule_de_son_entreprise_et_de_son_lieu_elle_change_d_objet():
    (change,) = comparer(table(ligne(objet="Four")), table(ligne(objet="Robot")), CHAMPS).changements
    assert change[2:] == ("Objet", "Four", "Robot")


@pytest.mark.parametrize(
    ("valeur", "dite"),
    [
        (None, "non renseigné"),
        (float("nan"), "non renseigné"),
        (pd.NaT, "non renseigné"),
        (pd.Timestamp("2023-04-01"), "01/04/2023"),
        (1.5, "1,5"),
        (7 * 0.01, "0,07"),
        (0, "0"),
        ("x", "x"),
    ],
)
def test_une_valeur_se_dit_en_francais(valeur, dite):
    assert dire(valeur) == dite

"""What a filter keeps and what each value would keep, against plain pandas on the real projects."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.filtre.facettes import FACETTES, MANQUANT
from geo.filtre.filtre import Filtre
from geo.filtre.selection import facettes, filtrer, selectionner
from geo.millesimes import colonne_ti
from geo.noms import cle
from tests.geo.monde_filtre import filtres, monde

TEXTES = st.sampled_from(["", "usine", "nucléaire", "saint", "e"])


def valeurs(facette, millesime):
    """Words of the address of each row, the missing ones too."""
    colonne = monde().table[facette.colonne_de(millesime)]
    return colonne.map(facette.ecrire, na_action="ignore").fillna(MANQUANT)


@cache
def lus():
    """What a text is looked for in."""
    colonnes = monde().table[["entreprise", "objet", "commune", "siren"]]
    return colonnes.fillna("").agg(" ".join, axis=1).map(cle)


def dans_ti(filtre):
    table = monde().table
    dedans = table[colonne_ti(filtre.millesime)].notna()
    return dedans if filtre.dans_ti else ~dedans & table["code_commune"].notna()


def attendu(filtre, sauf=""):
    """The filter in the plainest pandas, but for one facet."""
    table = monde().table
    emplois, mois = table["emplois_prevus"].astype("float64"), table["date"].dt.strftime("%Y-%m")
    conditions = {f.mot: valeurs(f, filtre.millesime).isin(filtre.valeurs(f.champ)) for f in FACETTES}
    conditions = {f.mot: conditions[f.mot] for f in FACETTES if filtre.valeurs(f.champ)}
    if filtre.dans_ti is not None:
        conditions["dans_ti"] = dans_ti(filtre)
    if filtre.emplois_renseignes:
        conditions["emplois"] = emplois.notna()
    bornes = [
        mois >= filtre.du if filtre.du else None,
        mois <= filtre.au if filtre.au else None,
        emplois >= filtre.emplois_min if filtre.emplois_min is not None else None,
        emplois <= filtre.emplois_max if filtre.emplois_max is not None else None,
        *(lus().str.contains(mot, regex=False) for mot in cle(filtre.texte).split()),
    ]
    garde = pd.Series([True] * len(table), index=table.index)
    for condition in (*(c for mot, c in conditions.items() if mot != sauf), *bornes):
        garde = garde if condition is None else garde & condition
    return garde.to_numpy()


@settings(deadline=None, max_examples=25)
@given(filtres(TEXTES))
def test_un_filtre_garde_ce_que_pandas_garde(filtre):
    assert np.array_equal(filtrer(monde().preparee, filtre), attendu(filtre))


UN_SEUL = {
    "filière": {"filieres": ("Agroalimentaire", "non_renseigne")},
    "stade": {"stades": ("en_travaux",)},
    "mesure": {"mesures": ("Relocalisation",)},
    "taille": {"types": ("ETI", "non_renseigne")},
    "nature": {"natures": ("extension",)},
    "région": {"regions": ("53", "non_renseigne")},
    "département": {"departements": ("29", "2A")},
    "EPCI": {"epci": ("242900314",)},
    "territoire": {"ti": ("ti-2806",)},
    "territoire de 2023": {"ti": ("ti-0101",), "millesime": 2023},
    "source": {"sources": ("liste",)},
    "dedans": {"dans_ti": True},
    "dehors": {"dans_ti": False, "millesime": 2023},
    "période": {"du": "2021-03", "au": "2021-06"},
    "début": {"du": "2021-10"},
    "fin": {"au": "2021-02"},
    "emplois": {"emplois_min": 10, "emplois_max": 20},
    "emplois au plus": {"emplois_max": 3},
    "emplois renseignés": {"emplois_renseignes": True},
    "texte": {"texte": "Nucléaire"},
    "deux mots": {"texte": "usine production"},
}


@pytest.mark.parametrize("champs", UN_SEUL.values(), ids=UN_SEUL)
def test_chaque_sorte_de_filtre_garde_une_partie_des_projets_celle_de_pandas(champs):
    masque = filtrer(monde().preparee, Filtre(**champs))
    assert np.array_equal(masque, attendu(Filtre(**champs)))
    assert 0 < masque.sum() < len(monde().table)


def test_sans_filtre_tous_les_projets_restent():
    assert filtrer(monde().preparee, Filtre()).all()


@settings(deadline=None, max_examples=25)
@given(filtres(TEXTES))
def test_la_selection_et_le_filtre_gardent_les_memes_projets(filtre):
    assert np.array_equal(selectionner(monde().preparee, filtre).masque, filtrer(monde().preparee, filtre))


COMBINES = {
    "rien": {},
    "une facette": {"filieres": ("Agroalimentaire",)},
    "deux facettes": {"filieres": ("Agroalimentaire", "Santé"), "regions": ("53", "84")},
    "tout": {
        "filieres": ("Automobile", "Santé"),
        "stades": ("laureat",),
        "regions": ("84", "53", "75"),
        "dans_ti": True,
        "emplois_renseignes": True,
        "du": "2021-03",
        "texte": "production",
    },
}


@pytest.mark.parametrize("champs", COMBINES.values(), ids=COMBINES)
def test_le_compte_d_une_valeur_suit_les_autres_filtres(champs):
    filtre = Filtre(**champs)
    comptes = facettes(monde().preparee, filtre)
    for facette in FACETTES:
        vues = valeurs(facette, filtre.millesime)[attendu(filtre, sauf=facette.mot)]
        assert comptes[facette.mot] == vues.value_counts().to_dict(), facette.mot


def test_le_compte_de_dans_un_territoire_ne_range_pas_les_projets_sans_lieu():
    assert facettes(monde().preparee, Filtre())["dans_ti"] == {"oui": 1844, "non": 1223}


def test_le_compte_des_emplois_renseignes_suit_les_autres_filtres():
    table = monde().table
    attendus = int(table.loc[table["filiere"] == "Automobile", "emplois_prevus"].notna().sum())
    for renseignes in (False, True):
        filtre = Filtre(filieres=("Automobile",), emplois_renseignes=renseignes)
        assert facettes(monde().preparee, filtre)["emplois"] == {"renseigne": attendus}

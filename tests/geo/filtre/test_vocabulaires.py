"""What the values of the facets are called."""

import pytest

from geo.contrats.projets import NATURES_PROJET
from geo.filtre.facettes import FACETTE_DE, MANQUANT, NATURES
from geo.filtre.filtre import Filtre
from geo.filtre.preparation import preparer
from geo.filtre.selection import filtrer
from geo.filtre.vocabulaires import vocabulaires
from geo.millesimes import MILLESIMES
from tests.geo.monde_filtre import monde


def test_les_stades_suivent_l_avancement():
    assert monde().vocab.de(2021)["stade"] == {
        "emergence": "Émergence",
        "etude": "Étude",
        "laureat": "Lauréat",
        "en_travaux": "En travaux",
        "en_service": "En service",
        "abandonne": "Abandonné",
    }


def test_chaque_nature_du_contrat_a_son_nom():
    assert tuple(NATURES) == NATURES_PROJET


@pytest.mark.parametrize("millesime", MILLESIMES)
def test_chaque_millesime_a_ses_territoires(millesime):
    assert len(monde().vocab.de(millesime)["ti"]) == MILLESIMES[millesime].territoires


def test_les_intercommunalites_sans_projet_sont_la():
    assert len(monde().vocab.de(2021)["epci"]) == 1254 + 1


def test_deux_intercommunalites_du_meme_nom_disent_leur_departement():
    noms = list(monde().vocab.de(2021)["epci"].values())
    assert len(set(noms)) == len(noms)


def test_les_filieres_vont_par_alphabet_autres_puis_absente_en_dernier():
    filieres = list(monde().vocab.de(2021)["filiere"].values())
    assert filieres[:3] == ["Aéronautique", "Agroalimentaire", "Automobile"]
    assert filieres[-2:] == ["Autres", "Non renseignée"]


def test_les_mois_vont_du_premier_au_dernier_projet():
    assert monde().vocab.mois == ("2021-02", "2022-03")


def test_sans_aucune_date_il_n_y_a_pas_de_mois():
    assert vocabulaires(monde().atlas, monde().table.head(0)).mois == ()


def test_une_valeur_de_la_liste_du_lecteur_entre_au_vocabulaire():
    table = monde().table.head(2).assign(filiere=["Chanvre", None])
    vocab = vocabulaires(monde().atlas, table)
    preparee = preparer(table, vocab)
    assert vocab.de(2021)["filiere"] == {"Chanvre": "Chanvre", MANQUANT: "Non renseignée"}
    assert filtrer(preparee, Filtre(filieres=("Chanvre",))).tolist() == [True, False]
    assert filtrer(preparee, Filtre(filieres=(MANQUANT,))).tolist() == [False, True]


def test_une_table_d_un_autre_vocabulaire_est_refusee():
    table = monde().table.head(1).assign(filiere=["Chanvre"])
    with pytest.raises(ValueError, match="« Chanvre » manque au vocabulaire"):
        preparer(table, monde().vocab)


def test_un_projet_sans_date_n_est_dans_aucune_periode():
    table = monde().table.head(2).copy()
    table.loc[table.index[0], "date"] = None
    preparee = preparer(table, monde().vocab)
    assert filtrer(preparee, Filtre(du="1900-01")).tolist() == [False, True]
    assert filtrer(preparee, Filtre(au="2099-12")).tolist() == [False, True]
    assert len(preparee) == 2


def test_la_colonne_des_territoires_suit_le_millesime():
    assert FACETTE_DE["ti"].colonne_de(2023) == "id_ti_2023"
    assert FACETTE_DE["filiere"].colonne_de(2023) == "filiere"

"""EPCI, territories together and what is outside them, against sums made from the raw sources."""

import zipfile

import pandas as pd
import pytest

from geo.indicateurs.comparaison import comparer
from geo.indicateurs.mesures import mesure
from geo.indicateurs.objets import HORS_TI, LA_FRANCE, TOUS_LES_TI, Objet

pytestmark = pytest.mark.sources

BREST = "242900314"
UTILISEES = ["P18_POP", "P18_EMPLT", "P18_ACT1564", "ETBE18"]
"""Columns of INSEE's file that the indicators read."""


@pytest.fixture(scope="module")
def comparateur(sources):
    """INSEE's figures by commune, without the arrondissements of Paris, Lyon and Marseille."""
    with zipfile.ZipFile(sources / "indicateurs/base_cc_comparateur_csv.zip") as archive:
        brut = pd.read_csv(
            archive.open("base_cc_comparateur.CSV"), sep=";", dtype={"CODGEO": str}, index_col="CODGEO"
        )
    return brut[~brut.index.str.match(r"^(751|6938|132)\d\d?$")]


@pytest.fixture(scope="module")
def membres(sources):
    """EPCI of 2021 of each commune."""
    table = pd.read_excel(
        sources / "geometries/epcicom2021.xlsx", dtype=str, engine="calamine", usecols=["siren", "insee"]
    )
    return table.set_index("insee")["siren"]


@pytest.fixture(scope="module")
def dans_un_ti(sources):
    """Communes of the 146 TI."""
    groupements = pd.read_csv(sources / "territoires/ti149_groupements_2021.csv", dtype=str)
    phase = groupements[groupements["phase_2021_146"].str.lower() == "true"]
    communes = pd.read_csv(sources / "territoires/ti149_communes_2021.csv", dtype=str)
    return set(communes.loc[communes["id_ti"].isin(set(phase["id_ti"])), "insee_com"])


def test_un_epci_a_les_etablissements_industriels_de_ses_communes(atlas, comparateur, membres):
    siennes = membres.index[membres == BREST]
    trouvee = mesure(
        atlas, objet=Objet(sorte="epci", code=BREST), millesime=2021, cle="etablissements_industrie"
    )
    assert trouvee.valeur == comparateur["ETBE18"].reindex(siennes).sum()


@pytest.mark.parametrize(("objet", "dedans"), [(TOUS_LES_TI, True), (HORS_TI, False)], ids=["dans", "hors"])
def test_le_dedans_et_le_dehors_se_partagent_les_etablissements_du_pays(
    atlas, comparateur, dans_un_ti, objet, dedans
):
    siens = comparateur.index.isin(dans_un_ti) == dedans
    trouvee = mesure(atlas, objet=objet, millesime=2021, cle="etablissements_industrie")
    assert trouvee.valeur == comparateur.loc[siens, "ETBE18"].sum()


def test_aucune_colonne_que_lisent_les_indicateurs_n_a_de_case_secrete(comparateur):
    muettes = comparateur[comparateur[UTILISEES].isna().any(axis=1)]
    assert (muettes.index.str.startswith("976")).sum() == 17  # Mayotte is not in this file
    assert len(muettes) == 18
    assert comparateur["MED19"].isna().sum() > 1000  # secrecy hides incomes, which the atlas does not show


def test_l_ecart_d_un_epci_est_le_rapport_de_ses_chiffres_a_ceux_de_la_france(atlas, comparateur, membres):
    ligne = comparer(atlas, objets=[Objet(sorte="epci", code=BREST), LA_FRANCE], millesime=2021)[-1]
    siennes = membres.index[membres == BREST]
    part = comparateur["P18_POP"].reindex(siennes).sum() / comparateur["P18_POP"].sum()
    assert ligne.indicateur.cle == "population"
    assert ligne.cases[0].ecart == pytest.approx(100 * part, rel=0.005)

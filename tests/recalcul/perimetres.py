"""Which Territoire d'industrie each commune of 2021 is in, from the four published files."""

import pandas as pd

from tests.recalcul import lecture
from tests.recalcul.communes import LE_JOUR

MILLESIMES = (2020, 2021, 2022, 2023)


def territoires(communes):
    """One column a millésime, by code of commune: the id of its TI, missing outside of all."""
    lues = {
        2020: _par_communes(communes, "ti148_communes_2020.csv", depuis="2019-01-01"),
        2021: _par_communes(communes, "ti149_communes_2021.csv", des_146=True),
        2022: _par_communes(communes, "ti149_communes_2021.csv"),
        2023: _par_groupements(communes),
    }
    return pd.DataFrame({millesime: lues[millesime].reindex(communes.codes) for millesime in MILLESIMES})


def _par_communes(communes, fichier, *, depuis=LE_JOUR, des_146=False):
    table = lecture.texte(communes.dossier / "territoires" / fichier)
    if des_146:
        table = table[table["phase_2021_146"] == "True"]
    connues = set(communes.codes)
    codes = [c if c in connues else communes.histoire.suivre(c, depuis) for c in table["insee_com"]]
    ids = "ti-" + table["id_ti"].str.removeprefix("ti-")
    return _sans_conflit(pd.DataFrame({"code": codes, "id_ti": ids}))


def _par_groupements(communes):
    """Each groupement of 2023 opened: an EPCI by its composition of 2022, an EPT, or one commune."""
    table = lecture.texte(communes.dossier / "territoires" / "ti183_groupements_2023.csv")
    membres = pd.concat([communes.de_2022["EPCI"], communes.ept, communes.dgcl["siren_membre"]])
    membres = membres.rename("siren").rename_axis("code").dropna().reset_index()
    ouverts = table[["id_ti", "siren"]].merge(membres, on="siren", how="left")
    assert ouverts["code"].notna().all(), ouverts[ouverts["code"].isna()]
    return _sans_conflit(ouverts[["code", "id_ti"]])


def _sans_conflit(paires):
    paires = paires.drop_duplicates()
    assert paires["code"].is_unique, paires[paires["code"].duplicated(keep=False)]
    return paires.set_index("code")["id_ti"]

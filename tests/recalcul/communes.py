"""The communes of 1 January 2021, and what became of any older or newer code, told by INSEE's own record.

The list is that of the comparateur (the DGCL's has no island without EPCI); mergers, renumberings and
separations are read in the table of movements of the Code officiel géographique.
"""

from functools import cached_property

import pandas as pd

from tests.recalcul import lecture

LE_JOUR = "2021-01-01"
GRAND_PARIS = "200054781"
PARIS = "75056"

FUSIONS = {"30", "31", "32", "33", "34", "41", "50"}
"""Kinds of movement after which a commune's code is another one."""

VILLES = {"751": PARIS, "132": "13055", "6938": "69123"}
"""Beginning of the codes of arrondissements, and their commune."""

EPT_PAR_ARRONDISSEMENT = {
    "921": "200057966",
    "922": "200057982",
    "923": "200057974",
    "931": "200057875",
    "932": "200058790",
    "933": "200057867",
    "941": "200058006",
    "942": "200057941",
}
"""Arrondissements of the petite couronne follow its EPT since 2017: what is in one of them, and in no EPT of
the programme, is of this one (a test checks the number of communes that INSEE gives to each EPT)."""


def entiere(code):
    """The commune of an arrondissement; any other code as it is."""
    return next((ville for debut, ville in VILLES.items() if code.startswith(debut)), code)


def departement(code):
    return code[:3] if code[:2] == "97" else code[:2]


class Histoire:
    """What became of a commune's code from one day to another."""

    def __init__(self, dossier):
        table = lecture.mouvements(dossier)
        table = table[(table["TYPECOM_AV"] == "COM") & (table["TYPECOM_AP"] == "COM")]
        changes = table[table["MOD"].isin(FUSIONS) & (table["COM_AV"] != table["COM_AP"])]
        self._suites = {}
        for avant, le, apres in changes.sort_values("DATE_EFF")[["COM_AV", "DATE_EFF", "COM_AP"]].to_numpy():
            self._suites.setdefault(avant, []).append((le, apres))
        retablies = table[(table["MOD"] == "21") & (table["COM_AV"] != table["COM_AP"])]
        self.separations = retablies[["DATE_EFF", "COM_AV", "COM_AP"]]

    def suivre(self, code, depuis, jusqu_a=LE_JOUR):
        """The code on the day `jusqu_a` of what had `code` just after the day `depuis`."""
        suite = next(((le, c) for le, c in self._suites.get(code, []) if depuis < le <= jusqu_a), None)
        return self.suivre(suite[1], suite[0], jusqu_a) if suite else code


class Communes:
    """The communes of 2021 and the figures of each, by code."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.histoire = Histoire(dossier)
        lues = lecture.comparateur(dossier)
        self.chiffres = lues[[entiere(code) == code for code in lues.index]]
        self.codes = self.chiffres.index

    @cached_property
    def dgcl(self):
        return lecture.composition_epci(self.dossier).reindex(self.codes)

    @cached_property
    def de_2022(self):
        """Row of INSEE's table of 2022 of the commune that each one is by then."""
        table = lecture.appartenance(self.dossier)
        suites = [self.histoire.suivre(code, LE_JOUR, "2022-01-01") for code in self.codes]
        return table.reindex(suites).set_axis(self.codes)

    @cached_property
    def ept(self):
        """SIREN of the EPT of each commune of the Grand Paris; Paris itself under its own code."""
        publiees = lecture.texte(self.dossier / "territoires" / "ti149_communes_2021.csv")
        siren = publiees.set_index("insee_com")["siren_groupement"].reindex(self.codes)
        metropole = self.dgcl["siren"] == GRAND_PARIS
        du_programme = siren.where(siren.str.startswith("2000") & metropole)
        deduits = self.de_2022["ARR"].map(EPT_PAR_ARRONDISSEMENT).where(metropole)
        return du_programme.fillna(deduits).mask(self.codes == PARIS, PARIS)

    @cached_property
    def table(self):
        """Every figure of each commune: NaN where the source is silent.

        population (DGCL, else the census), emplois, actifs (15-64), etablissements (industry, 2018), part (%
        of jobs in industry, of `unite`: EPT, Paris or EPCI of 2022), chomage (%), evolution (points), region,
        departement, epci.
        """
        parts = lecture.parts_industrielles(self.dossier)["eco_sectindus_pct_22"].astype("float64")
        taux = lecture.taux_de_chomage(self.dossier)
        regions = (
            lecture.cog(self.dossier).dropna(subset=["REG"]).drop_duplicates("DEP").set_index("DEP")["REG"]
        )
        table = pd.DataFrame(index=self.codes)
        table["departement"] = [departement(code) for code in self.codes]
        table["region"] = table["departement"].map(regions)
        table["epci"] = self.dgcl["siren"]
        table["population"] = pd.to_numeric(self.dgcl["pmun_2021"]).fillna(self.chiffres["P18_POP"])
        table["emplois"] = self.chiffres["P18_EMPLT"]
        table["actifs"] = self.chiffres["P18_ACT1564"]
        table["etablissements"] = self.chiffres["ETBE18"]
        unite = self.ept.fillna(self.de_2022["EPCI"])
        table["unite"] = unite.where(unite.isin(parts.index))
        table["part"] = table["unite"].map(parts)
        zone = self.de_2022["ZE2020"]
        zone = zone.mask(zone.str.startswith("00"), table["region"] + zone.str[2:])
        table["chomage"] = zone.map(taux["2023-T3"])
        table["evolution"] = table["chomage"] - zone.map(taux["2019-T1"])
        return table

"""Every indicator of every set of communes, from the formulas as they are written for a reader.

A figure is given when the communes where it is known hold 80 % of the inhabitants of the set; a share of
industry is not when more than 20 % of the jobs come from intercommunalités that are only partly in the set:
those that have less than 90 % of their own jobs in it.
"""

from dataclasses import dataclass

import pandas as pd

from tests.recalcul.perimetres import MILLESIMES

COUVERTURE_MINIMALE = 0.8
PART_HERITEE_MAXIMALE = 0.2
ENTIERE = 0.9
"""Share of its jobs from which an intercommunalité is in a set as a whole: its figure is of 2022, the maps of
other years, and a few communes that came or went leave it what it is."""
SANS_SEUIL = {"emplois_annonces"}
"""What projects tell is a minimum, however many say nothing."""

OUTRE_MER = ("01", "02", "03", "04", "06")


@dataclass(frozen=True)
class Ensembles:
    """Sets of one kind: the one that each commune is in, and each project (missing: in none)."""

    des_communes: pd.Series
    des_projets: pd.Series


class Recalcul:
    """The communes, the projects, and what follows from them."""

    def __init__(self, communes, territoires, projets):
        """`communes`: the table of figures; `projets`: commune, region, epci, emplois, groupe of each row."""
        self.communes = communes
        self.territoires = territoires
        self.projets = projets
        self._calcules = {}

    def ensembles(self, sorte, millesime=2021):
        """The sets of a kind: ti, label (dans, hors), epci, departement, region, outre-mer, france."""
        communes, projets = self.communes, self.projets
        en_france = projets["region"].notna()
        if sorte in {"ti", "label"}:
            ti = self.territoires[millesime]
            du_projet = projets["commune"].map(ti)
            if sorte == "ti":
                return Ensembles(ti, du_projet)
            dedans = {True: "dans", False: "hors"}
            return Ensembles(ti.notna().map(dedans), du_projet.notna().map(dedans).where(en_france))
        if sorte == "outre-mer":
            return Ensembles(_outre_mer(communes["region"]), _outre_mer(projets["region"]))
        if sorte == "france":
            partout = pd.Series("FR", communes.index)
            return Ensembles(partout, pd.Series("FR", projets.index).where(en_france))
        return Ensembles(communes[sorte], projets[sorte])

    def calculer(self, cle, sorte, millesime=2021):
        """valeur (NaN: non renseigné) and couverture (NaN: nothing to weigh) of each set of a kind."""
        cas = (cle, sorte, millesime)
        if cas not in self._calcules:
            table = getattr(self, f"_{cle}")(self.ensembles(sorte, millesime))
            connue = table["couverture"] >= COUVERTURE_MINIMALE
            gardee = connue | (cle in SANS_SEUIL)
            self._calcules[cas] = table.assign(valeur=table["valeur"].where(gardee))
        return self._calcules[cas]

    def _couverture(self, ensembles, connue):
        """Share of the inhabitants of each set whose commune's figure is known."""
        habitants = self.communes["population"]
        total = habitants.groupby(ensembles.des_communes).sum()
        return (
            habitants[connue].groupby(ensembles.des_communes).sum().reindex(total.index, fill_value=0) / total
        )

    def _somme(self, ensembles, colonne):
        chiffres = self.communes[colonne]
        sommes = chiffres.groupby(ensembles.des_communes).sum(min_count=1)
        return pd.DataFrame({"valeur": sommes, "couverture": self._couverture(ensembles, chiffres.notna())})

    def _moyenne(self, ensembles, colonne, poids):
        chiffres, poids = self.communes[colonne], self.communes[poids]
        connue = chiffres.notna() & poids.notna()
        par = ensembles.des_communes[connue]
        numerateur = (chiffres * poids)[connue].groupby(par).sum()
        valeur = numerateur / poids[connue].groupby(par).sum()
        return pd.DataFrame({"valeur": valeur, "couverture": self._couverture(ensembles, connue)})

    def _nombre(self, ensembles, quels=slice(None)):
        """Projects of each set that has communes; a set without any has zero."""
        attendus = ensembles.des_communes.dropna().unique()
        return ensembles.des_projets[quels].value_counts().reindex(attendus, fill_value=0)

    def _population(self, ensembles):
        return self._somme(ensembles, "population")

    def _etablissements_industrie(self, ensembles):
        return self._somme(ensembles, "etablissements")

    def _projets(self, ensembles):
        return pd.DataFrame({"valeur": self._nombre(ensembles).astype("float64"), "couverture": 1.0})

    def _projets_pour_10000_hab(self, ensembles):
        table = self._somme(ensembles, "population")
        return table.assign(valeur=10_000 * self._nombre(ensembles) / table["valeur"])

    def _projets_pour_1000_etab_ind(self, ensembles):
        """Projects of communes without a figure of establishments are left out of both sides."""
        muettes = self.communes.index[self.communes["etablissements"].isna()]
        table = self._somme(ensembles, "etablissements")
        projets = self._nombre(ensembles, ~self.projets["commune"].isin(muettes))
        return table.assign(valeur=1_000 * projets / table["valeur"].where(table["valeur"] > 0))

    def _emplois_annonces(self, ensembles):
        """The same jobs once in each set; known for the projects that state a number."""
        dits = self.projets["emplois"].notna()
        par = ensembles.des_projets[dits]
        une_fois = self.projets[dits].groupby([par, "groupe"])["emplois"].max().groupby(level=0).sum()
        nombre, disent = self._nombre(ensembles), self._nombre(ensembles, dits)
        valeur = une_fois.reindex(nombre.index).where(nombre > 0, 0.0)
        return pd.DataFrame({"valeur": valeur, "couverture": disent / nombre.where(nombre > 0)})

    def _chomage(self, ensembles):
        return self._moyenne(ensembles, "chomage", "actifs")

    def _evolution_chomage(self, ensembles):
        return self._moyenne(ensembles, "evolution", "actifs")

    def _part_industrie(self, ensembles):
        table = self._moyenne(ensembles, "part", "emplois")
        return table.assign(valeur=table["valeur"].where(~self.heritee(ensembles)))

    def heritee(self, ensembles):
        """Whether too many jobs of each set come from units (EPCI, EPT) that are only partly in it."""
        return self.part_heritee(ensembles) > PART_HERITEE_MAXIMALE

    def part_heritee(self, ensembles):
        """Share of the jobs of each set that come from units (EPCI, EPT) that are only partly in it."""
        communes = self.communes.assign(ensemble=ensembles.des_communes)
        entiers = communes.groupby("unite")["emplois"].sum()
        dedans = communes.groupby(["ensemble", "unite"])["emplois"].sum()
        partielle = dedans / entiers.reindex(dedans.index, level="unite") < ENTIERE
        emplois = communes.groupby("ensemble")["emplois"].sum()
        return (dedans[partielle].groupby(level=0).sum() / emplois).reindex(emplois.index).fillna(0)


CLES = (
    "projets",
    "projets_pour_10000_hab",
    "projets_pour_1000_etab_ind",
    "emplois_annonces",
    "part_industrie",
    "chomage",
    "evolution_chomage",
    "etablissements_industrie",
    "population",
)

SORTES = (
    *(("ti", millesime) for millesime in MILLESIMES),
    *(("label", millesime) for millesime in MILLESIMES),
    *((sorte, 2021) for sorte in ("epci", "departement", "region", "outre-mer", "france")),
)


def _outre_mer(regions):
    return pd.Series("OM", regions.index).where(regions.isin(OUTRE_MER))

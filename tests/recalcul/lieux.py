"""Where each project is, decided again from its row: outlines of 2018, postal codes, département, name.

The outlines of 2018 are never joined: a point lies in a commune of 2018, and INSEE's record says which one of
2021 it became. Distances are planar, in Lambert-93 for the mainland and in the UTM zone of the point
elsewhere.
"""

import difflib
import math
import re
import unicodedata
from functools import cached_property, lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from tests.recalcul import lecture
from tests.recalcul.communes import departement, entiere

LE_JOUR_DES_CONTOURS = "2018-01-01"
TOLERANCE_M = 5_000
RESSEMBLANCE, MEME_NOM = 0.9, 2
"""From which a published name is a commune's, and for one name written in two ways."""

CORSE = {
    "200": "2A",
    "201": "2A",
    "203": "2A",
    "207": "2A",
    "209": "2A",
    "202": "2B",
    "204": "2B",
    "206": "2B",
}


def mots(texte):
    """Words of a name without accents nor signs: « L'Haÿ-les-Roses » gives l hay les roses."""
    plat = unicodedata.normalize(
        "NFKD", str(texte if isinstance(texte, str) else "").lower().replace("œ", "oe")
    )
    return re.findall(r"[a-z0-9]+", "".join(c for c in plat if not unicodedata.combining(c)))


def nom_simple(nom):
    """A commune's name as it can be compared: no article, no CEDEX, no arrondissement, st for saint."""
    liste = mots(nom)
    if "cedex" in liste:
        liste = liste[: liste.index("cedex")]
    if liste and liste[0] in {"paris", "lyon", "marseille"}:
        liste = liste[:1]
    while len(liste) > 1 and liste[0] in {"l", "la", "le", "les"}:
        liste = liste[1:]
    return " ".join({"saint": "st", "sainte": "ste", "s": "sur"}.get(mot, mot) for mot in liste)


def ressemblance(nom, publie):
    """`MEME_NOM` for one name, else 0 to 1: likeness of two names, a slip of the pen allowed."""
    un, autre = nom_simple(nom), nom_simple(publie)
    if not un or not autre:
        return 0
    if un == autre:
        return MEME_NOM
    un_dans_l_autre = set(un.split()) <= set(autre.split()) or set(autre.split()) <= set(un.split())
    return 1 if un_dans_l_autre else difflib.SequenceMatcher(None, un, autre, autojunk=False).ratio()


@lru_cache
def _projection(code_epsg):
    return Transformer.from_crs(4326, code_epsg, always_xy=True)


def _metres(geometrie, longitude, latitude):
    """A shape of degrees in metres, in a projection that is right around a point."""
    en_metropole = 41 < latitude < 52 and -6 < longitude < 11
    zone = int((longitude + 180) // 6) + 1
    epsg = 2154 if en_metropole else (32600 if latitude >= 0 else 32700) + min(max(zone, 1), 60)
    return shapely.transform(geometrie, _projection(epsg).transform, interleaved=False)


class Carte:
    """The outlines of 2018, asked about points."""

    def __init__(self, communes):
        self.formes = lecture.contours(communes.dossier)
        histoire = communes.histoire
        connues = set(communes.codes)
        self.formes["commune"] = [
            code if code in connues else histoire.suivre(code, LE_JOUR_DES_CONTOURS)
            for code in self.formes["code"]
        ]
        self.de_commune = self.formes.groupby("commune").indices

    def contenant(self, longitudes, latitudes):
        """Commune of 2021 around each point, None outside of all; on a border, the smallest code."""
        points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(longitudes, latitudes), crs=4326)
        joints = points.sjoin(self.formes[["commune", "geometry"]], predicate="intersects")
        return joints.groupby(level=0)["commune"].min().reindex(range(len(points)))

    def metres_jusqu_a(self, longitude, latitude, communes):
        """Distance to the nearest of some communes; infinite without any outline, or out of reach."""
        rangs = [r for c in communes for r in self.de_commune.get(c, [])]
        proches = set(self._autour(longitude, latitude)) & set(rangs)
        return min((d for d, _ in self._distances(longitude, latitude, proches)), default=math.inf)

    def plus_proche(self, longitude, latitude):
        """The nearest commune within the tolerance; None when there is none."""
        trouvees = sorted(self._distances(longitude, latitude, self._autour(longitude, latitude)))
        return trouvees[0][1] if trouvees and trouvees[0][0] <= TOLERANCE_M else None

    def _autour(self, longitude, latitude):
        haut = 0.1
        large = haut / max(math.cos(math.radians(latitude)), 0.05)
        cadre = shapely.box(longitude - large, latitude - haut, longitude + large, latitude + haut)
        return self.formes.sindex.query(cadre)

    def _distances(self, longitude, latitude, rangs):
        point = _metres(shapely.Point(longitude, latitude), longitude, latitude)
        for rang in rangs:
            forme = self.formes.geometry.iloc[rang]
            yield point.distance(_metres(forme, longitude, latitude)), self.formes["commune"].iloc[rang]


class Placement:
    """The commune (or only the département) of every row of the list."""

    def __init__(self, communes):
        self.communes = communes
        self.carte = Carte(communes)
        self.lues = lecture.laureats(communes.dossier)
        noms = lecture.cog(communes.dossier)
        noms = noms[noms["TYPECOM"] == "COM"].set_index("COM")["LIBELLE"]
        self.noms = noms.reindex(communes.codes).fillna(communes.dgcl["nom_membre"])
        self.par_departement = communes.table.groupby("departement").groups

    @cached_property
    def par_code_postal(self):
        """Communes of 2021 that each postal code serves, of the codes that were a commune's in 2018."""
        trouvees = {}
        connues, de_2018 = set(self.communes.codes), set(self.carte.formes["code"])
        for insee, codes in lecture.postaux(self.communes.dossier)[["Code INSEE", "Code Postal"]].to_numpy():
            code = entiere(insee)
            if code not in connues and code in de_2018:
                code = self.communes.histoire.suivre(code, LE_JOUR_DES_CONTOURS)
            for postal in codes.split("/") if code in connues else ():
                trouvees.setdefault(postal, set()).add(code)
        return trouvees

    @cached_property
    def dits(self):
        """What each row says: longitude, latitude (NaN for none), postal (five digits), departement, nom."""
        lues = self.lues
        longitude, latitude = (
            pd.to_numeric(lues[c], errors="coerce").astype("float64") for c in ("longitude", "latitude")
        )
        bons = latitude.abs().le(90) & longitude.abs().le(180) & ~(latitude.eq(0) & longitude.eq(0))
        postal = lues["code_postal"].fillna("").str.strip()
        postal = postal.where(postal.str.fullmatch(r"\d{4,5}"), "").map(lambda c: c.zfill(5) if c else "")
        dits = pd.DataFrame({"longitude": longitude.where(bons), "latitude": latitude.where(bons)})
        dits["postal"] = postal
        dep = lues["code_departement"].fillna("").str.strip().str.upper()
        incomplet = dep.isin(["", "20", "97", "98"])
        dits["departement"] = dep.where(~dep.str.fullmatch(r"\d"), "0" + dep).mask(
            incomplet, postal.map(_departement_du_code)
        )
        dits["nom"] = lues["nom_commune"].fillna("")
        dits["dans"] = self.carte.contenant(dits["longitude"].fillna(0), dits["latitude"].fillna(0))
        dits.loc[dits["latitude"].isna(), "dans"] = np.nan
        return dits

    @cached_property
    def table(self):
        """By row: commune, departement, region, epci; missing where nothing says them."""
        places = [self._placer(ligne) for ligne in self.dits.itertuples(index=False)]
        table = pd.DataFrame(places, columns=["commune", "departement"], dtype="str")
        de_commune = self.communes.table
        region = de_commune.drop_duplicates("departement").set_index("departement")["region"]
        return table.assign(
            region=table["departement"].map(region), epci=table["commune"].map(de_commune["epci"])
        )

    @cached_property
    def points(self):
        """latitude, longitude of each row as published, missing where they were not believed."""
        return self.dits[["latitude", "longitude"]].where(self._au_point)

    @cached_property
    def _au_point(self):
        return pd.Series([self._par_point(ligne) is not None for ligne in self.dits.itertuples(index=False)])

    @cached_property
    def dites(self):
        """Commune that postal code and name tell together, where a believed point is out of that code."""
        trouvees = []
        for ligne, commune in zip(self.dits.itertuples(index=False), self.table["commune"], strict=True):
            du_code = self.par_code_postal.get(ligne.postal, ())
            par_un_point = self._par_point(ligne) or self._par_point_retourne(ligne)
            contredit = par_un_point and commune not in du_code
            trouvees.append(self.designee(ligne) if contredit else None)
        return pd.Series(trouvees, dtype="str")

    def designee(self, ligne):
        """The commune of the postal code that bears the published name, to the letter."""
        communes = self.par_code_postal.get(ligne.postal, ())
        return next((c for c in sorted(communes) if ressemblance(self.noms[c], ligne.nom) == MEME_NOM), None)

    def _nommees(self, ligne):
        scores = {
            c: ressemblance(self.noms[c], ligne.nom) for c in self.par_code_postal.get(ligne.postal, ())
        }
        haut = max(scores.values(), default=0)
        return sorted(c for c, s in scores.items() if s == haut >= RESSEMBLANCE)

    def _placer(self, ligne):
        commune = self._par_point(ligne) or self._par_point_retourne(ligne) or self._par_code(ligne)
        if commune:
            return commune, departement(commune)
        return None, ligne.departement if ligne.departement in self.par_departement else None

    def _par_point(self, ligne):
        if math.isnan(ligne.latitude):
            return None
        commune = ligne.dans
        if not isinstance(commune, str):
            commune = self.carte.plus_proche(ligne.longitude, ligne.latitude)
            commune = commune and (self.designee(ligne) or commune)
        return commune if commune and self._croyable(ligne, commune) else None

    def _croyable(self, ligne, commune):
        du_code = self.par_code_postal.get(ligne.postal, ())
        du_departement = self.par_departement.get(ligne.departement, ())
        if commune in du_code or commune in du_departement or not (len(du_code) or len(du_departement)):
            return True
        vises = {*du_code, *du_departement}
        return self.carte.metres_jusqu_a(ligne.longitude, ligne.latitude, vises) <= TOLERANCE_M

    def _par_point_retourne(self, ligne):
        """The point mirrored, where it then falls on the place that the codes tell."""
        vises = self.par_code_postal.get(ligne.postal) or self.par_departement.get(ligne.departement, ())
        x, y = ligne.longitude, ligne.latitude
        for longitude, latitude in ((y, x), (-x, y), (x, -y)):
            if math.isnan(latitude) or abs(latitude) > 90:
                continue
            if self.carte.metres_jusqu_a(longitude, latitude, vises) <= TOLERANCE_M:
                dedans = self.carte.contenant([longitude], [latitude]).iloc[0]
                return dedans if isinstance(dedans, str) else self.carte.plus_proche(longitude, latitude)
        return None

    def _par_code(self, ligne):
        candidates = self._nommees(ligne) or sorted(self.par_code_postal.get(ligne.postal, ()))
        habitants = self.communes.table["population"]
        return max(candidates, key=lambda c: (habitants[c], c), default=None)


def _departement_du_code(postal):
    if postal[:2] == "20":
        return CORSE.get(postal[:3], "")
    return postal[:3] if postal[:2] in {"97", "98"} else postal[:2]

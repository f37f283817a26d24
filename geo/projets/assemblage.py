"""From the published list of laureates to the table `projets`: every row kept, cleaned, placed and joined.

The official list mixes identifiers, loses zeros, and names another commune than the project's in four rows
out of ten. Each row is repaired where its own fields allow it, placed by the first source that can be
believed (`geo.projets.placement`), joined to the EPCI and the territories of its commune, and says in
`methode_placement`, `ecart_km` and `reparations` what was done to it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.communes import Localisateur, codes_postaux
from geo.millesimes import MILLESIMES, colonne_ti
from geo.noms import cle, cle_commune
from geo.projets import doublons, siren
from geo.projets.identifiants import CHAMPS_PUBLIES, identifiants
from geo.projets.placement import Lieu, Place, Reperes, commune_dite, decider, ecart_km

__all__ = ["COLONNES", "COLONNES_BRUTES", "placer"]

STADE = "Lauréat"
"""Every row of the list was granted aid; nobody says more yet."""

SEPARATEUR = " ; "
"""Between two repairs of one row."""

FILIERES_REUNIES = {"mode et luxe": "Mode et Luxe", "industrie automobile": "Automobile"}
"""Spelling variants of filières, by comparison key, and the published name that most rows carry."""

FILIERE_REUNIE = "filière réunie"

SANS_LECTURE = "autre"
"""What the reading of the descriptions says of an empty one, as of one that fits no other nature."""

LATITUDE_MAXIMALE, LONGITUDE_MAXIMALE = 90.0, 180.0

HORS_CARTE = {"987": "Polynésie française", "988": "Nouvelle-Calédonie"}
"""Places that are neither départements nor régions: they have their own register of enterprises."""

TERRITOIRES = tuple(colonne_ti(millesime) for millesime in MILLESIMES)

COLONNES_BRUTES = (*CHAMPS_PUBLIES, "emplois", "nature", "objet")
"""Columns of the transcribed list, in their order."""

COLONNES = (
    "id_projet",
    "entreprise",
    "siren",
    "siren_valide",
    "siren_publie",
    "type_entreprise",
    "mesure",
    "mesure_light",
    "filiere",
    "nature",
    "stade",
    "date",
    "code_commune",
    "commune",
    "commune_publiee",
    "accord_commune",
    "lieu_incertain",
    "code_commune_dite",
    "code_postal",
    "code_departement",
    "code_region",
    "siren_epci",
    *TERRITOIRES,
    "latitude",
    "longitude",
    "methode_placement",
    "ecart_km",
    "reparations",
    "doublon_de",
    "doublon_nature",
    "groupe_emplois",
    "emplois_prevus",
    "tco2",
    "objet",
)
"""Columns of the table `projets`, in their order."""


def placer(
    bruts: pd.DataFrame,
    *,
    communes: pd.DataFrame,
    contours_communes: pd.DataFrame,
    postaux: pd.DataFrame,
    passage: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The table `projets`: one row for each row of `bruts`, in the same order, columns `COLONNES`.

    Args:
        bruts: `COLONNES_BRUTES` as published, all text, missing where empty.
        communes: Communes of 2021: code, nom, siren_epci, departement, region, id_ti_2020 … id_ti_2023,
            latitude, longitude (a point inside, WGS 84), population.
        contours_communes: GeoDataFrame code, geometry (EPSG:4326) of the same communes.
        postaux: « Code INSEE » (older geography), « Code Postal » (joined by `/`), as published.
        passage: code_2018, code: where the communes that vanished since 2018 went.
    """
    bruts = bruts.reset_index(drop=True)
    codes = _codes(bruts)
    lieux = _lieux(bruts, codes, localisateur := Localisateur(contours_communes))
    reperes = _reperes(communes, postaux, passage, localisateur)
    places = [decider(lieu, reperes) for lieu in lieux]
    ecarts = [ecart_km(lieu, reperes) for lieu in lieux]
    projets = pd.concat([_identite(bruts, codes), _geographie(places, ecarts, communes)], axis=1)
    dites = [commune_dite(lieu, place, reperes) for lieu, place in zip(lieux, places, strict=True)]
    projets["code_commune_dite"] = pd.Series(dites, dtype="str")
    projets["lieu_incertain"] = projets["code_commune_dite"].notna()
    projets["reparations"] = _reparations(bruts, codes, places)
    projets["accord_commune"] = _accord(projets)
    projets = pd.concat([projets, doublons.marquer(projets)], axis=1)
    return projets[list(COLONNES)]


def _codes(bruts: pd.DataFrame) -> pd.DataFrame:
    """Repaired postal codes, départements and SIREN, with what was repaired in each."""
    lignes = []
    for publie, dep, cp in zip(bruts["siren"], bruts["code_departement"], bruts["code_postal"], strict=True):
        code, rep_postal = codes_postaux.code_postal(cp)
        departement, rep_departement = codes_postaux.departement(dep, code=code)
        numero = siren.nettoyer(publie, hors_sirene=departement in HORS_CARTE)
        reparations = (numero.reparation, rep_departement, rep_postal)
        lignes.append((numero.siren, numero.valide, departement, code, tuple(r for r in reparations if r)))
    return pd.DataFrame(lignes, columns=["siren", "valide", "departement", "code_postal", "reparations"])


def _lieux(bruts: pd.DataFrame, codes: pd.DataFrame, localisateur: Localisateur) -> list[Lieu]:
    latitudes = _reels(bruts["latitude"]).to_numpy()
    longitudes = _reels(bruts["longitude"]).to_numpy()
    absentes = ~_sur_terre(latitudes, longitudes)
    latitudes, longitudes = np.where(absentes, np.nan, latitudes), np.where(absentes, np.nan, longitudes)
    return [
        Lieu(
            departement=departement,
            code_postal=code,
            commune=nom,
            latitude=float(latitude),
            longitude=float(longitude),
            contenue_dans=contenue,
        )
        for departement, code, nom, latitude, longitude, contenue in zip(
            codes["departement"],
            codes["code_postal"],
            bruts["nom_commune"].fillna(""),
            latitudes,
            longitudes,
            localisateur.communes(longitudes, latitudes),
            strict=True,
        )
    ]


def _sur_terre(latitudes: np.ndarray, longitudes: np.ndarray) -> np.ndarray:
    """Both coordinates are there and name a point, other than the 0, 0 that stands for nothing."""
    bornes = (np.abs(latitudes) <= LATITUDE_MAXIMALE) & (np.abs(longitudes) <= LONGITUDE_MAXIMALE)
    sur_terre: np.ndarray = bornes & ((latitudes != 0) | (longitudes != 0))
    return sur_terre


def _reels(textes: pd.Series) -> pd.Series:
    """Numbers of a column of text; what is not a number is missing."""
    return pd.to_numeric(textes, errors="coerce").astype("float64")


def _entiers(textes: pd.Series) -> pd.Series:
    """Whole numbers of a column of text, missing where empty: an empty is not a zero."""
    return _reels(textes).round().astype("Int64")


def _reperes(
    communes: pd.DataFrame,
    postaux: pd.DataFrame,
    passage: pd.DataFrame | None,
    localisateur: Localisateur,
) -> Reperes:
    par_code = communes.set_index("code")
    return Reperes(
        localisateur=localisateur,
        communes_du_code=codes_postaux.communes_par_code_postal(postaux, communes=communes, passage=passage),
        communes_du_departement={
            dep: tuple(sorted(groupe)) for dep, groupe in communes.groupby("departement")["code"]
        },
        departement_de=par_code["departement"].to_dict(),
        nom_de=par_code["nom"].to_dict(),
        population_de=par_code["population"].fillna(0).to_dict(),
        centre_de=dict(
            zip(communes["code"], zip(communes["latitude"], communes["longitude"], strict=True), strict=True)
        ),
    )


def _identite(bruts: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """What the row says of the project itself."""
    colonnes = {
        "id_projet": identifiants(bruts),
        "entreprise": bruts["entreprise"],
        "siren": codes["siren"],
        "siren_publie": bruts["siren"],
        "type_entreprise": bruts["type_entreprise"],
        "mesure": bruts["mesure"],
        "mesure_light": bruts["mesure_light"],
        "filiere": _filieres(bruts["filiere"]),
        "nature": _natures(bruts),
        "commune_publiee": bruts["nom_commune"],
        "code_postal": codes["code_postal"].replace("", None),
        "objet": bruts["objet"],
    }
    return pd.DataFrame({nom: valeurs.astype("str") for nom, valeurs in colonnes.items()}).assign(
        siren_valide=codes["valide"].astype("bool"),
        stade=STADE,
        date=pd.to_datetime(bruts["date"], format="%Y-%m-%d").astype("datetime64[us]"),
        emplois_prevus=_entiers(bruts["emplois"]),
        tco2=_entiers(bruts["tco2"]),
    )


def _natures(bruts: pd.DataFrame) -> pd.Series:
    """Nature of each description; an empty description has none, whatever the reading said: it was « autre ».

    A nature that was read elsewhere than in the description (in the name, in the measure) stays.
    """
    muettes = bruts["objet"].isna() & (bruts["nature"] == SANS_LECTURE)
    return bruts["nature"].mask(muettes)


def _filieres(publiees: pd.Series) -> pd.Series:
    """Published filières, spelling variants under the name that most rows carry; an empty one stays empty."""
    return publiees.map(lambda nom: FILIERES_REUNIES.get(cle(nom), nom)).astype("str")


def _geographie(places: list[Place], ecarts: list[float], communes: pd.DataFrame) -> pd.DataFrame:
    """Where the project is, and what its commune belongs to."""
    trouvees = pd.Series([p.code_commune for p in places], dtype="str")
    par_code = communes.set_index("code")
    departements = pd.Series([p.departement for p in places], dtype="str")
    region_de = communes.groupby("departement")["region"].first()
    textes = {
        "code_commune": trouvees,
        "commune": trouvees.map(par_code["nom"]),
        "code_departement": departements,
        "code_region": departements.map(region_de),
        "siren_epci": trouvees.map(par_code["siren_epci"]),
        **{nom: trouvees.map(par_code[nom]) for nom in TERRITOIRES},
        "methode_placement": pd.Series([p.methode for p in places]),
    }
    return pd.DataFrame({nom: valeurs.astype("str") for nom, valeurs in textes.items()}).assign(
        latitude=[p.latitude for p in places],
        longitude=[p.longitude for p in places],
        ecart_km=np.array(ecarts, dtype="float64"),
    )


def _reparations(bruts: pd.DataFrame, codes: pd.DataFrame, places: list[Place]) -> pd.Series:
    """What was repaired in each row, joined in one French text; missing where nothing was."""
    reunies = bruts["filiere"].notna() & (bruts["filiere"] != _filieres(bruts["filiere"]))
    textes = [
        SEPARATEUR.join((*repares, *place.reparations, *([FILIERE_REUNIE] if reunie else [])))
        for repares, place, reunie in zip(codes["reparations"], places, reunies, strict=True)
    ]
    return pd.Series(textes, dtype="str").replace("", None)


def _accord(projets: pd.DataFrame) -> pd.Series:
    """Whether the published commune is the one found; missing when one of the two is."""
    connus = projets["commune"].notna() & projets["commune_publiee"].notna()
    pareils = projets["commune"].map(cle_commune) == projets["commune_publiee"].map(cle_commune)
    return pareils.astype("boolean").where(connus)

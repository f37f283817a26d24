"""What became of the published rows: the figures and the list that the report and the page « Méthode » show.

Everything is read from the table `projets` itself, so that the report cannot say something else than the
data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.communes import codes_postaux
from geo.projets import siren
from geo.projets.assemblage import FILIERE_REUNIE, HORS_CARTE, SEPARATEUR
from geo.projets.doublons import EXACT, POSSIBLE, PROCHE, emplois_annonces
from geo.projets.placement import (
    AUCUNE,
    CODE_POSTAL,
    COORDONNEES,
    COORDONNEES_ECARTEES,
    COORDONNEES_REPAREES,
    DEPARTEMENT,
    DEPARTEMENT_CORRIGE,
    POINT_HORS_COMMUNE,
    POINT_RATTACHE,
    TOLERANCE_KM,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

__all__ = ["METHODES", "bilan"]

METHODES = (COORDONNEES, COORDONNEES_REPAREES, CODE_POSTAL, DEPARTEMENT, AUCUNE)
"""The ways to place a project, from the surest to none."""

REPARATIONS = {
    "siret_coupes": (siren.SIRET_COUPE, siren.SIRET_FAUX, siren.ZERO_SIRET),
    "siren_completes": (siren.ZEROS_SIREN, siren.ZERO_SIRET),
    "identifiants_hors_sirene": (siren.HORS_SIRENE,),
    "identifiants_illisibles": (siren.ILLISIBLE,),
    "departements_completes": (codes_postaux.ZERO_DEPARTEMENT, codes_postaux.DEPARTEMENT_DU_CODE_POSTAL),
    "departements_corriges": (DEPARTEMENT_CORRIGE,),
    "codes_postaux_completes": (codes_postaux.ZERO_CODE_POSTAL,),
    "points_rattaches": (POINT_RATTACHE,),
    "points_cedes": (POINT_HORS_COMMUNE,),
    "coordonnees_ecartees": (COORDONNEES_ECARTEES,),
    "filieres_reunies": (FILIERE_REUNIE,),
}
"""Figures of the report, and the repairs that each of them counts."""


def bilan(projets: pd.DataFrame, *, lues: int) -> dict[str, Any]:
    """Counts and lists for the report, ready for JSON.

    Args:
        projets: The table `projets`.
        lues: Rows read in the source.

    Returns:
        lignes_lues, lignes_gardees; the repairs (`REPARATIONS`), siren_invalides and siren_absents;
        placement (rows by method); ecarts_importants (rows whose places are more than `TOLERANCE_KM`
        apart); commune_publiee (comparees, en_accord, en_desaccord, part_en_accord, among the rows placed
        by their coordinates); doublons (exact, proche, possible); emplois (total, renseignes,
        lignes_qui_repetent, each job counted once in the total); natures_absentes (rows without a nature);
        non_places (entreprise, commune_publiee, code_postal, raison); lieux_incertains (entreprise,
        commune_publiee, code_postal, commune, ecart_km, the farthest first).
    """
    return {
        "lignes_lues": lues,
        "lignes_gardees": len(projets),
        **_comptes(projets),
        "siren_invalides": int((projets["siren"].notna() & ~projets["siren_valide"]).sum()),
        "siren_absents": int(projets["siren"].isna().sum()),
        "placement": {m: int((projets["methode_placement"] == m).sum()) for m in METHODES},
        "ecarts_importants": int((projets["ecart_km"] > TOLERANCE_KM).sum()),
        "commune_publiee": _accord(projets),
        "doublons": {n: int((projets["doublon_nature"] == n).sum()) for n in (EXACT, PROCHE, POSSIBLE)},
        "emplois": _emplois(projets),
        "natures_absentes": int(projets["nature"].isna().sum()),
        "non_places": list(_non_places(projets)),
        "lieux_incertains": _lieux_incertains(projets),
    }


def _comptes(projets: pd.DataFrame) -> dict[str, int]:
    """Rows by repair: a repair is known by its text, before the detail in brackets."""
    faites = (
        projets["reparations"].dropna().str.split(SEPARATEUR).explode().str.replace(r" \(.*", "", regex=True)
    )
    return {nom: int(faites.isin(textes).sum()) for nom, textes in REPARATIONS.items()}


def _accord(projets: pd.DataFrame) -> dict[str, int | float]:
    par_coordonnees = projets["methode_placement"].isin([COORDONNEES, COORDONNEES_REPAREES])
    comparees = projets.loc[par_coordonnees, "accord_commune"].dropna()
    en_accord = int(comparees.sum())
    return {
        "comparees": len(comparees),
        "en_accord": en_accord,
        "en_desaccord": len(comparees) - en_accord,
        "part_en_accord": round(en_accord / len(comparees), 4) if len(comparees) else 0.0,
    }


def _emplois(projets: pd.DataFrame) -> dict[str, int]:
    dits = projets[projets["emplois_prevus"].notna()]
    annonces = emplois_annonces(projets)
    return {
        "total": annonces.total,
        "renseignes": annonces.renseignes,
        "lignes_qui_repetent": int((dits["groupe_emplois"] != dits["id_projet"]).sum()),
    }


def _non_places(projets: pd.DataFrame) -> Iterator[dict[str, str]]:
    absents = projets[projets["latitude"].isna()]
    champs = ["entreprise", "commune_publiee", "code_postal", "code_departement", "reparations"]
    for entreprise, commune, code, departement, reparations in (
        absents[champs].fillna("").itertuples(index=False)
    ):
        yield {
            "entreprise": entreprise or "(sans nom)",
            "commune_publiee": commune,
            "code_postal": code,
            "raison": _raison(code=code, departement=departement, reparations=reparations),
        }


def _lieux_incertains(projets: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows whose postal code and name agree on another commune than their point, the farthest first."""
    champs = ["entreprise", "commune_publiee", "code_postal", "commune", "ecart_km"]
    siens = projets.loc[projets["lieu_incertain"], ["id_projet", *champs]]
    ordonnes = siens.sort_values(["ecart_km", "id_projet"], ascending=[False, True])[champs]
    lignes: list[dict[str, Any]] = ordonnes.fillna({"entreprise": "(sans nom)"}).to_dict("records")
    return lignes


def _raison(*, code: str, departement: str, reparations: str) -> str:
    """Why a row is not on the map, in French."""
    collectivite = HORS_CARTE.get(code[:3])
    if collectivite:
        return f"{collectivite} : hors des régions et des départements de l’atlas."
    ecart = next((r for r in reparations.split(SEPARATEUR) if r.startswith(COORDONNEES_ECARTEES)), "")
    point = ecart or "coordonnées absentes"
    postal_dit = (
        f"code postal {code} inconnu de la table (CEDEX ou code générique)" if code else "code postal absent"
    )
    suite = f"seul le département {departement} est retenu" if departement else "aucun lieu reconnu"
    return f"{point[0].upper()}{point[1:]}, {postal_dit} : {suite}."

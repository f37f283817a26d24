"""Each row of a reader's list checked: what is good becomes projects, what is not is told cell by cell.

A row is good or rejected as a whole: a wrong cell is never dropped in silence, its author corrects it and
brings the file again. Empty cells are missing values, never zeros; unknown filières and dispositifs are kept
as they are written; an unknown stade or nature is rejected with the words that exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from data.liste.cellules import Fautes, lire_la_colonne, prendre
from data.liste.colonnes import verifier_la_correspondance
from data.liste.dates import lire_date
from data.liste.lieux import placer
from data.liste.mots import TYPES, lire_nature, lire_siren, lire_stade, ouvert, texte, zonage
from data.liste.nombres import compte, degres, montant, unite_de_l_entete
from data.liste.projets import REPETE, composer, par_cle
from data.liste.publies import completer, taire_les_pareils, verifier_les_identifiants
from data.liste.reperes import reperes
from francais import accorder, liste
from geo.noms import cle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from data.liste.brut import Brut
    from data.liste.nombres import Lu
    from geo.atlas import Atlas

__all__ = ["Liste", "controler"]

EXEMPLE: Final = "exemple a effacer"
"""Comparison key of the enterprise that stands in the model."""

OBJET_MAX, NOM_MAX, MOT_MAX = 5_000, 300, 150
"""Characters of an object, of an enterprise, of any other word."""

CITES_MAX: Final = 5
"""Unknown words that a notice names."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Liste:
    """A list that was checked.

    Attributes:
        nom: Name of the file.
        projets: The good rows, columns of `geo.projets.ensemble`, ids `l-000001`…, in the order of the file.
        lignes: Line of each of them in the file.
        vises: Published project that each of them names by its id, missing mostly.
        rejets: rang (row of `brut`), ligne, colonne, valeur, motif: every fault, in the order of the file.
        brut: The file as it was read.
        avis: What the reader should know, French sentences.
    """

    nom: str
    projets: pd.DataFrame
    lignes: np.ndarray
    vises: pd.Series
    rejets: pd.DataFrame
    brut: Brut
    avis: tuple[str, ...]

    @property
    def rejetees(self) -> int:
        """Number of rejected rows."""
        return int(self.rejets["rang"].nunique())


def controler(
    brut: Brut,
    correspondance: Mapping[str, str | None],
    atlas: Atlas,
    *,
    publies: pd.DataFrame | None = None,
) -> Liste:
    """Check every row of a file.

    Args:
        brut: The file.
        correspondance: Column of each field (`reconnaitre`, perhaps corrected by hand).
        atlas: The atlas.
        publies: Projects that an « Identifiant du projet » may name; those of the atlas by default.

    Raises:
        ListeRefusee: The correspondence does not hold, or lacks what makes a project.
        DonneesIllisibles: A processed file is not what the build wrote.
    """
    publies = atlas.projets if publies is None else publies
    colonnes = verifier_la_correspondance(correspondance, brut.colonnes)
    fautes = Fautes(brut=brut, colonnes=colonnes)
    for rang, motif in brut.defauts.items():
        fautes.noter("", {rang: motif})
    textes = {champ: prendre(brut, colonnes, champ) for champ in (*_lecteurs(atlas, colonnes), *_TELS_QUELS)}
    vises = verifier_les_identifiants(textes["id_projet"], publies, fautes)
    lus, notes = _lire(taire_les_pareils(textes, vises, publies), atlas, colonnes, fautes)
    completer(lus, vises, publies)
    _exiger_l_entreprise(lus["entreprise"], vises, fautes)
    lieux = _placer(lus, textes, atlas, fautes, vises, publies)
    bons = np.setdiff1d(np.arange(len(brut.table)), fautes.rangs())
    notes = [*notes, lieux["note"]]
    projets = composer(lus, lieux, notes, bons, atlas)
    return Liste(
        nom=brut.nom,
        projets=projets,
        lignes=brut.lignes[bons],
        vises=vises.iloc[bons].reset_index(drop=True),
        rejets=fautes.table(),
        brut=brut,
        avis=tuple(_avis(brut, projets, textes["id_projet"], vises, atlas)),
    )


_TELS_QUELS: Final = ("id_projet", "commune", "code_commune", "code_postal")
"""Fields that are judged together, once the others are read."""


def _lecteurs(atlas: Atlas, colonnes: Mapping[str, str]) -> dict[str, Callable[[str], Lu]]:
    """How each field is read."""
    projets = atlas.projets
    departements = dict(zip(atlas.departements["code"], atlas.departements["nom"], strict=True))
    courts = {cle(court): long for long, court in _mesures(projets).items()}
    return {
        "entreprise": texte(NOM_MAX),
        "siren": lire_siren,
        "type_entreprise": ouvert(projets["type_entreprise"].dropna().unique(), TYPES, maximum=MOT_MAX),
        "objet": texte(OBJET_MAX),
        "filiere": ouvert(projets["filiere"].dropna().unique(), maximum=MOT_MAX),
        "mesure": ouvert(_mesures(projets), courts, maximum=MOT_MAX),
        "nature": lire_nature,
        "stade": lire_stade,
        "stade_date": lire_date,
        "date": lire_date,
        "code_departement": zonage(departements, quoi="département"),
        "code_region": zonage(atlas.nom_region, quoi="région"),
        "latitude": degres(90),
        "longitude": degres(180),
        "montant_meur": montant(unite_de_l_entete(colonnes.get("montant_meur", ""))),
        "emplois_prevus": compte(unite="emplois", maximum=100_000),
        "tco2": compte(unite="t CO₂ par an", maximum=100_000_000),
    }


def _mesures(projets: pd.DataFrame) -> dict[str, str]:
    """Short name of each published dispositif by its full one."""
    uniques = projets[["mesure", "mesure_light"]].drop_duplicates("mesure")
    return dict(zip(uniques["mesure"], uniques["mesure_light"], strict=True))


def _lire(
    textes: Mapping[str, pd.Series], atlas: Atlas, colonnes: Mapping[str, str], fautes: Fautes
) -> tuple[dict[str, pd.Series], list[pd.Series]]:
    lus: dict[str, pd.Series] = {}
    notes = []
    for champ, lire in _lecteurs(atlas, colonnes).items():
        lus[champ], note = lire_la_colonne(textes[champ], lire, fautes, champ)
        notes.append(note)
    return lus, notes


def _exiger_l_entreprise(entreprises: pd.Series, vises: pd.Series, fautes: Fautes) -> None:
    """A row needs a name, but when it names a published project, two of which have none."""
    fautifs = set(fautes.rangs())
    absentes = entreprises.isna() & vises.isna()
    fautes.noter(
        "entreprise",
        {int(r): "le nom de l’entreprise manque" for r in np.flatnonzero(absentes) if r not in fautifs},
    )
    exemples = par_cle(entreprises.astype("str"), cle) == EXEMPLE
    fautes.noter(
        "entreprise",
        {
            int(r): "c’est la ligne d’exemple du modèle : elle n’est pas reprise"
            for r in np.flatnonzero(exemples)
        },
    )


def _placer(  # noqa: PLR0913, PLR0917  the rows under three forms, and where to look
    lus: Mapping[str, pd.Series],
    textes: Mapping[str, pd.Series],
    atlas: Atlas,
    fautes: Fautes,
    vises: pd.Series,
    publies: pd.DataFrame,
) -> pd.DataFrame:
    """The place of each row; a row that names a published project may leave its place out."""
    lignes = pd.DataFrame(
        {
            **{champ: textes[champ] for champ in ("code_commune", "commune", "code_postal")},
            **{champ: lus[champ].astype("str") for champ in ("code_departement", "code_region")},
            **{champ: pd.to_numeric(lus[champ]).astype("float64") for champ in ("latitude", "longitude")},
        }
    )
    ecrites = textes["latitude"].notna() | textes["longitude"].notna()
    faux = ecrites & (lignes["latitude"].isna() != textes["latitude"].isna())
    faux |= ecrites & (lignes["longitude"].isna() != textes["longitude"].isna())
    lieux = placer(lignes.assign(juste=~faux), reperes(atlas))
    lieux["commune_publiee"] = textes["commune"]
    lieux["code_postal"] = textes["code_postal"]
    sans_lieu = lignes[["code_commune", "commune", "latitude", "longitude"]].isna().all(axis=1)
    _reprendre_le_lieu(lieux, sans_lieu & vises.notna(), vises, publies)
    notables = (lieux["faute"] != "") & ~(sans_lieu & (faux | fautes.en_faute("id_projet")))
    for champ, groupe in lieux[notables].groupby("champ"):
        fautes.noter(champ, {int(rang): motif for rang, motif in groupe["faute"].items()})
    return lieux


def _reprendre_le_lieu(
    lieux: pd.DataFrame, lesquelles: pd.Series, vises: pd.Series, publies: pd.DataFrame
) -> None:
    """Take the place of the published project for the rows that name it and say no place."""
    if not lesquelles.any():
        return
    connus = publies.set_index("id_projet")
    for champ in ("code_commune", "latitude", "longitude", "methode_placement", "commune_publiee"):
        lieux[champ] = lieux[champ].where(~lesquelles, vises.map(connus[champ]))
    lieux.loc[lesquelles, ["champ", "faute", "note"]] = ""


def _avis(brut: Brut, projets: pd.DataFrame, ids: pd.Series, vises: pd.Series, atlas: Atlas) -> list[str]:
    """What the reader should know besides the rejected rows."""
    avis = [*brut.avis]
    siens = int((ids.notna() & vises.isna()).sum())
    if siens:
        avis.append(
            f"{accorder(siens, 'identifiant n’est pas celui', 'identifiants ne sont pas ceux')} d’un projet "
            "publié : la ligne est un projet nouveau."
        )
    avis += _inconnues(projets, atlas, "filiere", "filière")
    avis += _inconnues(projets, atlas, "mesure", "mesure")
    for nature, (une, plusieurs) in REPETE.items():
        nombre = int((projets["doublon_nature"] == nature).sum())
        if nombre:
            avis.append(f"{accorder(nombre, f'ligne {une}', f'lignes {plusieurs}')}")
    return avis


def _inconnues(projets: pd.DataFrame, atlas: Atlas, champ: str, quoi: str) -> list[str]:
    """A notice that names the words kept as they are written."""
    nouvelles = sorted(set(projets[champ].dropna()) - set(atlas.projets[champ].dropna()))
    if not nouvelles:
        return []
    cites = [f"« {nom[:60]} »" for nom in nouvelles[:CITES_MAX]]
    autres = len(nouvelles) - len(cites)
    suite = [*cites, accorder(autres, "autre")] if autres else cites
    return [f"Hors de la liste publiée, gardé tel quel ({quoi}) : {liste(suite)}."]

"""All the projects that the atlas knows: the laureates, then what the « Point d’étape » adds.

One table for the page « Projets »: each row says where it comes from, and its stade says from whom and when.
The laureates come first, in the order of their table, so that the bits of `geo.filtre.bits` keep their
meaning.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.contrats import DATE, REEL, STADES, TABLE_PROJETS, TEXTE, TI_PAR_MILLESIME
from geo.noms import cle_commune
from geo.projets.stades import DATE_DU_DOCUMENT, apparier, lire_stade
from memoire import garde

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = [
    "INCERTAIN",
    "INSPIRANT",
    "LAUREAT",
    "TYPES",
    "ajoutes",
    "ensemble",
    "lieux_dits",
    "stades_corriges",
]

LAUREAT: Final = "france_relance"
"""Source of the laureates, and of a stade that nobody has changed."""

INSPIRANT: Final = "inspirant"
"""Source of what « Point d'étape à 3 ans » says."""

INCERTAIN: Final = "lieu incertain"
"""What is said of a project whose postal code and name agree on another commune than its point."""

TYPES: Final = {champ.nom: champ.type for champ in TABLE_PROJETS.champs} | {
    "source": TEXTE,
    "stade_source": TEXTE,
    "stade_date": DATE,
    "montant_meur": REEL,
}
"""pandas type of each column, in order: those of the table `projets`, then source of the row, source and date
of its stade, and investment in M€."""

TAILLES: Final = {"PME": "TPE / PME", "ETI": "ETI"}
"""Sizes of the document -> published sizes of the laureates."""


@garde(taille=1)
def ensemble(atlas: Atlas) -> pd.DataFrame:
    """Every project; nobody may change it.

    Args:
        atlas: The atlas.

    Returns:
        The columns of `TYPES`. A field that a source does not have is missing: the added projects have no
        SIREN, mesure nor nature, the laureates no montant_meur unless the document gives one.
    """
    inspirants = atlas.projets_inspirants
    paires = apparier(atlas)
    connus = inspirants[paires.notna()].set_index(paires.dropna())
    laureats = atlas.projets.assign(source=LAUREAT, stade_source=LAUREAT, montant_meur=float("nan"))
    laureats["stade_date"] = laureats["date"]
    ici = laureats["id_projet"].isin(connus.index)
    lus = laureats.loc[ici, "id_projet"]
    laureats.loc[ici, "stade"] = lus.map(connus["stade_decrit"].map(lire_stade))
    laureats.loc[ici, "stade_source"] = INSPIRANT
    laureats.loc[ici, "stade_date"] = DATE_DU_DOCUMENT
    laureats.loc[ici, "montant_meur"] = lus.map(connus["investissement_meur"])
    nouveaux = ajoutes(atlas, inspirants[paires.isna()])
    return pd.concat([_typer(laureats), nouveaux], ignore_index=True)


def ajoutes(atlas: Atlas, inspirants: pd.DataFrame) -> pd.DataFrame:
    """Highlighted projects as rows of the same table, at the place of their commune.

    Args:
        atlas: Gives the communes.
        inspirants: Rows of `projets_inspirants` that are no laureate.

    Raises:
        ValueError: When a commune is not found, or not alone, in its région.
    """
    communes = atlas.communes[atlas.communes["region"].isin(inspirants["code_region"])]
    communes = communes.assign(cle=communes["nom"].map(cle_commune))
    lignes = [_ligne(projet, communes) for projet in inspirants.to_dict("records")]
    return _typer(pd.DataFrame(lignes, columns=list(TYPES)))


def _ligne(projet: dict[str, object], communes: pd.DataFrame) -> dict[str, object]:
    ici = (communes["cle"] == cle_commune(str(projet["commune"]))) & (
        communes["region"] == projet["code_region"]
    )
    if ici.sum() != 1:
        raise ValueError(f"La commune « {projet['commune']} » du Point d’étape n’est pas trouvée seule.")
    commune = communes[ici].iloc[0]
    empreinte = hashlib.sha256(f"{projet['nom']}\x1f{projet['commune']}".encode()).hexdigest()
    id_projet, taille = f"i-{empreinte[:10]}", projet["type"]
    return {
        "id_projet": id_projet,
        "entreprise": projet["nom"],
        "siren_valide": False,
        "type_entreprise": TAILLES.get(str(taille), taille),
        "filiere": projet["filiere_texte"],
        "stade": lire_stade(str(projet["stade_decrit"])),
        "date": DATE_DU_DOCUMENT,
        "code_commune": commune["code"],
        "commune": commune["nom"],
        "commune_publiee": projet["commune"],
        "accord_commune": True,
        "lieu_incertain": False,
        "code_departement": commune["departement"],
        "code_region": commune["region"],
        "siren_epci": commune["siren_epci"],
        **{champ.nom: commune[champ.nom] for champ in TI_PAR_MILLESIME},
        "latitude": commune["latitude"],
        "longitude": commune["longitude"],
        "methode_placement": "commune",
        "groupe_emplois": None if pd.isna(projet["emplois_prevus"]) else id_projet,
        "emplois_prevus": projet["emplois_prevus"],
        "objet": projet["objet"],
        "source": INSPIRANT,
        "stade_source": INSPIRANT,
        "stade_date": DATE_DU_DOCUMENT,
        "montant_meur": projet["investissement_meur"],
    }


def _typer(table: pd.DataFrame) -> pd.DataFrame:
    return table[list(TYPES)].astype(TYPES)


def lieux_dits(projets: pd.DataFrame) -> pd.Series:
    """The commune of each project, « Erquinvillers (lieu incertain) » where it is; missing without one.

    Args:
        projets: Rows of the table `projets` or of `ensemble`: commune, lieu_incertain.
    """
    return projets["commune"].mask(projets["lieu_incertain"], projets["commune"] + f" ({INCERTAIN})")


def stades_corriges(table: pd.DataFrame, depuis: pd.DataFrame) -> str:
    """Where the stades of a table differ from those of another one, as the map is told: « 12:3 57:4 ».

    Args:
        table: Projects with their stade, in the order of the bits of the map.
        depuis: What the map knows: its first rows are those of `table`.
    """
    rangs = {stade: rang for rang, stade in enumerate(STADES)}
    ici = table["stade"].iloc[: len(depuis)].reset_index(drop=True)
    autres = ici.notna() & (ici != depuis["stade"].reset_index(drop=True))
    return " ".join(f"{ligne}:{rangs[stade]}" for ligne, stade in ici[autres].items())

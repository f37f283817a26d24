"""The six figures that the « Point d'étape » of 2021 publishes for a région, and what our tables give beside.

A published figure, one that was deduced and one that the document does not give are three different things;
what we count ourselves is a fourth one, on another date or another perimeter, and one line says which.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd

from francais import accorder, nombre
from geo.atlas import REGIONS_D_OUTRE_MER
from geo.etape.formules import BAS, DEDUIT, FORMULES, HAUT
from geo.etape.precision import Encadre
from geo.indicateurs import arrondir
from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.projets import emplois_annonces
from geo.sources import perimetres_de
from geo.territoires import projets_de, territoires_de

if TYPE_CHECKING:
    from geo.atlas import Atlas

__all__ = [
    "DATE",
    "MESURE_DU_FONDS",
    "PUBLIES",
    "Calcul",
    "ChiffreRegion",
    "Publie",
    "Statut",
    "chiffres_de_region",
    "financeurs",
    "par_mesure",
]

DATE: Final = "2021-09-24"
"""Date of the published figures."""

MESURE_DU_FONDS: Final = "Projets territoriaux"
"""Short name, in the extract of laureates, of the fund whose laureates are published by région."""

Statut = Literal["publié", "déduit", "absent"]


@dataclass(frozen=True, kw_only=True)
class Publie:
    """One of the published figures.

    Attributes:
        cle: Short name.
        libelle: What a reader sees.
        unite: Unit, as `francais.nombre` shows it.
        decimales: Decimals, as published.
        formule: What is counted, one French sentence.
        colonne: Column of `regions_2021`.
        ratio: Key of the ratio of `geo.etape.formules` that compares régions of any size; empty for
            none.
    """

    cle: str
    libelle: str
    unite: str
    decimales: int
    formule: str
    colonne: str
    ratio: str = ""


def _declare(cle: str, ratio: str) -> Publie:
    formule = FORMULES[cle]
    return Publie(
        cle=cle,
        libelle=formule.libelle,
        unite=formule.unite,
        decimales=formule.decimales,
        formule=formule.formule,
        colonne=formule.numerateur,
        ratio=ratio,
    )


PUBLIES: Final[dict[str, Publie]] = {
    publie.cle: publie
    for publie in (
        Publie(
            cle="territoires",
            libelle="Territoires",
            unite="",
            decimales=0,
            formule="Territoires d’industrie de la région, tels que publiés ; un territoire interrégional "
            "compte dans chacune de ses régions.",
            colonne="territoires_publies",
        ),
        Publie(
            cle="projets_remontes",
            libelle="Projets remontés",
            unite="",
            decimales=0,
            formule="Projets des plans d’actions des territoires, tels que publiés.",
            colonne="projets_remontes",
        ),
        _declare("laureats", "laureats_hab"),
        _declare("investissements", "levier"),
        _declare("engagements", "engagements_hab"),
        _declare("emplois", "emplois_hab"),
    )
}
"""The six figures by their key, in the order of the document."""


@dataclass(frozen=True, kw_only=True)
class Calcul:
    """What our tables give beside a published figure.

    Attributes:
        valeur: The figure; NaN when they cannot say.
        quoi: What it counts, a few French words after the figure; empty without a figure.
        ecart: Why both differ, or why there is no figure: one French line.
        annees: Years of what it is made of.
        sources: Keys of `data/sources/sources.toml`.
    """

    valeur: float = math.nan
    quoi: str = ""
    ecart: str
    annees: tuple[int, ...] = (2022,)
    sources: tuple[str, ...] = ("plan_relance_industrie",)


@dataclass(frozen=True, kw_only=True)
class ChiffreRegion:
    """A published figure of a région, and what our tables give.

    Attributes:
        publie: What it is.
        valeur: The figure; NaN when the document does not give it.
        statut: « publié », « déduit » (by difference with the national total) or « absent ».
        encadre: The figure with the bounds that the roundings of the document allow.
        rang: Rank among the lines that the document publishes, 1 for the highest; None when it is absent, or
            deduced.
        classes: Number of these lines.
        ex_aequo: Others of them that give the same figure.
        absence: Why the document does not give it, or how it was deduced; empty when it is published.
        calcul: What our tables give.
    """

    publie: Publie
    valeur: float
    encadre: Encadre
    statut: Statut
    rang: int | None
    classes: int
    ex_aequo: int
    absence: str
    calcul: Calcul


def _ligne(atlas: Atlas, code: str) -> pd.Series | None:
    lignes = atlas.regions_2021[atlas.regions_2021["code_region"] == code]
    return None if lignes.empty else lignes.iloc[0]


def financeurs(atlas: Atlas, code: str) -> str:
    """Who funds, as published; empty for a région without a line of its own."""
    ligne = _ligne(atlas, code)
    return "" if ligne is None else str(ligne["financeurs"]).replace("Etat", "État")


def par_mesure(atlas: Atlas, code: str) -> pd.Series:
    """Projects of the extract in the région by mesure (short name), most first, then by name."""
    comptes = projets_de(atlas, code)["mesure_light"].value_counts().rename_axis("mesure").reset_index()
    ordre = comptes.sort_values(["count", "mesure"], ascending=[False, True])
    return ordre.set_index("mesure")["count"].rename("projets").astype("int64")


def chiffres_de_region(atlas: Atlas, code: str) -> tuple[ChiffreRegion, ...]:
    """The six figures of a région, in the order of `PUBLIES`.

    Args:
        atlas: The atlas.
        code: Code of a région, or `OM`. An overseas région has no published figure of its own: `OM` has.
    """
    calculs = {
        "territoires": _territoires(atlas, code),
        "projets_remontes": Calcul(
            ecart="L’extrait d’avril 2022 ne liste que des lauréats de France Relance."
        ),
        "laureats": _laureats(atlas, code),
        "investissements": _SANS_MONTANT,
        "engagements": _SANS_MONTANT,
        "emplois": _emplois(atlas, code),
    }
    return tuple(_chiffre(atlas, code, publie, calculs[cle]) for cle, publie in PUBLIES.items())


def _chiffre(atlas: Atlas, code: str, publie: Publie, calcul: Calcul) -> ChiffreRegion:
    ligne = _ligne(atlas, code)
    colonne = arrondir(atlas.regions_2021[publie.colonne], publie.decimales)
    encadre = _encadre(ligne, publie.colonne)
    connue = not math.isnan(encadre.valeur)
    publiees = colonne[atlas.regions_2021["statut"] != DEDUIT]
    ici = round(encadre.valeur, publie.decimales) if connue else math.nan
    classee = connue and not encadre.deduit
    return ChiffreRegion(
        publie=publie,
        valeur=encadre.valeur,
        encadre=encadre,
        statut=_statut(ligne) if connue else "absent",
        rang=int((publiees > ici).sum()) + 1 if classee else None,
        classes=int(publiees.notna().sum()),
        ex_aequo=int((publiees == ici).sum()) - 1 if classee else 0,
        absence=_absence(code, ligne, connue=connue),
        calcul=calcul,
    )


def _encadre(ligne: pd.Series | None, colonne: str) -> Encadre:
    """A figure of a line with its bounds; itself twice when it is exact."""
    if ligne is None or pd.isna(ligne[colonne]):
        return Encadre.exact(math.nan)
    valeur = float(ligne[colonne])
    bas, haut = (float(ligne.get(f"{colonne}{fin}", valeur)) for fin in (BAS, HAUT))
    return Encadre(valeur=valeur, bas=bas, haut=haut, deduit=_statut(ligne) == DEDUIT)


def _statut(ligne: pd.Series | None) -> Statut:
    return "déduit" if ligne is not None and ligne["statut"] == "déduit" else "publié"


def _absence(code: str, ligne: pd.Series | None, *, connue: bool) -> str:
    if connue:
        deduit = _statut(ligne) == "déduit"
        return "Page absente du document : déduit des totaux nationaux." if deduit else ""
    if code in REGIONS_D_OUTRE_MER:
        return "Publié pour l’outre-mer ensemble."
    return "Page de la région absente du document."


_SANS_MONTANT: Final = Calcul(ecart="L’extrait d’avril 2022 ne donne aucun montant.")


def _territoires(atlas: Atlas, code: str) -> Calcul:
    siens = territoires_de(atlas, code, MILLESIME_PAR_DEFAUT)
    partages = int((siens["ailleurs"] != "").sum())
    ligne = _ligne(atlas, code)
    phrases = []
    if ligne is not None and pd.notna(ligne["territoires_publies"]):
        pareil = int(ligne["territoires_publies"]) == len(siens)
        phrases.append("Le périmètre de 2021 donne le même nombre." if pareil else _AUTRE_PERIMETRE)
    if partages:
        mot = accorder(partages, "territoire interrégional", "territoires interrégionaux")
        suite = "qui compte dans chacune de ses" if partages == 1 else "qui comptent dans chacune de leurs"
        phrases.append(f"Dont {mot}, {suite} régions.")
    return Calcul(
        valeur=float(len(siens)),
        quoi="sur la carte de 2021",
        ecart=" ".join(phrases),
        annees=(2021,),
        sources=perimetres_de(MILLESIME_PAR_DEFAUT),
    )


_AUTRE_PERIMETRE: Final = (
    "La carte de 2021 compte les territoires dont un groupement a son siège dans la région : "
    "le document peut ne les compter qu’une fois."
)


def _laureats(atlas: Atlas, code: str) -> Calcul:
    mesures = par_mesure(atlas, code)
    du_fonds, tous = int(mesures.get(MESURE_DU_FONDS, 0)), int(mesures.sum())
    ecart = (
        "L’extrait est une autre liste : lignes de la même mesure en avril 2022, sept mois plus tard ; "
        f"{accorder(tous, 'ligne')} toutes mesures comprises."
    )
    return Calcul(valeur=float(du_fonds), quoi="« Projets territoriaux » de l’extrait", ecart=ecart)


def _emplois(atlas: Atlas, code: str) -> Calcul:
    projets = projets_de(atlas, code)
    dits = int(projets["emplois_prevus"].notna().sum())
    ecart = (
        f"L’extrait ne le dit que pour {nombre(dits)} de ses {accorder(len(projets), 'projet')}, toutes "
        "mesures comprises : la somme est un minimum."
    )
    if not dits:
        return Calcul(ecart="Aucun projet de l’extrait d’avril 2022 ne le dit ici.")
    total = float(emplois_annonces(projets).total)
    return Calcul(valeur=total, quoi="annoncés dans l’extrait", ecart=ecart)

"""Selections of projects side by side: the same figures of each, and what they have in common.

The figures are those of the page « Projets » (`geo.filtre.chiffres`), under the same words. A place beside a
selection is that place's projects on the same page: its figure is not that of another list.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from francais import NON_RENSEIGNE, accorder, le_disent, nombre
from geo.atlas import OM, REGIONS_D_OUTRE_MER
from geo.fiche import CaseDite
from geo.filtre import Filtre, chiffres, filtrer
from geo.indicateurs import ecriture
from geo.millesimes import part_retrospective

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from geo.filtre import Chiffres, Preparee
    from geo.indicateurs import Objet

    Masque = npt.NDArray[np.bool_]

__all__ = ["Confrontation", "EnCommun", "Rangee", "confronter", "filtre_du_lieu"]

FILIERES: Final = 6
"""Filières that a comparison names, those with most projects over all columns."""

SANS: Final = "Non renseignée"


@dataclass(frozen=True, kw_only=True)
class Rangee:
    """One figure of every column.

    Attributes:
        cle: Short name, in addresses.
        libelle: What a reader calls it.
        unite: Its unit; empty for a number.
        decimales: Decimals that are shown.
        note: How it is made, one French sentence.
        valeurs: Figure of each column; NaN when there is none, which is no zero.
        cases: The same as it is read.
    """

    cle: str
    libelle: str
    unite: str
    decimales: int
    note: str
    valeurs: tuple[float, ...]
    cases: tuple[CaseDite, ...]


@dataclass(frozen=True, kw_only=True)
class EnCommun:
    """What two columns share.

    Attributes:
        ici: Place of the first column.
        la: Place of the second one.
        projets: Projects that are in both.
        total: Projects that are in one or the other.
    """

    ici: int
    la: int
    projets: int
    total: int

    def dire(self, noms: Sequence[str]) -> str:
        """« 12 projets en commun entre … et … (sur 40 en tout) »."""
        entre = f"entre « {noms[self.ici]} » et « {noms[self.la]} »"
        if not self.projets:
            return f"aucun projet en commun {entre}"
        return f"{accorder(self.projets, 'projet')} en commun {entre} (sur {nombre(self.total)} en tout)"


@dataclass(frozen=True, kw_only=True)
class Confrontation:
    """Columns side by side: their figures, and what each two of them share."""

    rangees: tuple[Rangee, ...]
    communs: tuple[EnCommun, ...]


def filtre_du_lieu(objet: Objet, millesime: int) -> Filtre:
    """The projects of a place, as the page « Projets » filters them."""
    champs: dict[str, dict[str, Any]] = {
        "ti": {"ti": (objet.code,)},
        "epci": {"epci": (objet.code,)},
        "region": {"regions": REGIONS_D_OUTRE_MER if objet.code == OM else (objet.code,)},
        "tous-les-ti": {"dans_ti": True},
        "hors-ti": {"dans_ti": False},
        "france": {},
    }
    return Filtre(millesime=millesime, **champs[objet.sorte])


def confronter(
    preparee: Preparee, filtres: Sequence[Filtre], millesime: int, *, selections: int | None = None
) -> Confrontation:
    """Selections side by side.

    Args:
        preparee: The projects.
        filtres: One a column, in their order.
        millesime: Year of the perimeters in which « in a territory » is said.
        selections: So many first columns are selections: pairs of the others are not told; all when None.
    """
    masques = [filtrer(preparee, filtre) for filtre in filtres]
    lus = [chiffres(preparee, masque, millesime) for masque in masques]
    rangees = [*_comptes(lus), _montants(preparee, masques, lus), _part(lus, millesime)]
    rangees += _filieres(preparee, masques, lus)
    siennes = len(masques) if selections is None else selections
    communs = tuple(
        EnCommun(
            ici=ici,
            la=la,
            projets=int(np.count_nonzero(masques[ici] & masques[la])),
            total=int(np.count_nonzero(masques[ici] | masques[la])),
        )
        for ici, la in combinations(range(len(masques)), 2)
        if ici < siennes
    )
    return Confrontation(rangees=tuple(rangees), communs=communs)


def _case(texte: str, valeur: float, precision: str) -> CaseDite:
    return CaseDite(texte=texte, connue=not math.isnan(valeur), poids=valeur, precision=precision)


def _comptes(lus: Sequence[Chiffres]) -> list[Rangee]:
    return [
        _rangee(
            "projets",
            "Projets",
            "Projets de la page « Projets » qui répondent à la sélection.",
            [(float(un.projets), nombre(un.projets), un.dont("projets")) for un in lus],
        ),
        _rangee(
            "entreprises",
            "Entreprises",
            "Entreprises différentes : même SIREN valide, sinon même nom.",
            [
                (
                    float(un.entreprises),
                    nombre(un.entreprises),
                    f"{accorder(un.sans_entreprise, 'projet')} sans nom" if un.sans_entreprise else "",
                )
                for un in lus
            ],
        ),
        _rangee(
            "emplois",
            "Emplois annoncés",
            "Somme des emplois que disent les projets, chacun compté une seule fois.",
            [_emplois(un) for un in lus],
        ),
    ]


def _emplois(lus: Chiffres) -> tuple[float, str, str]:
    dits = le_disent(lus.emplois_renseignes, lus.projets)
    precision = ", ".join(filter(None, (dits, lus.dont("emplois"))))
    connus = lus.emplois_renseignes or not lus.projets
    valeur = float(lus.emplois) if connus else math.nan
    return valeur, ecriture.emplois_dits(lus.emplois, lus.emplois_renseignes, lus.projets), precision


def _montants(preparee: Preparee, masques: Sequence[Masque], lus: Sequence[Chiffres]) -> Rangee:
    montants = preparee.table["montant_meur"].to_numpy(dtype=np.float64)

    def _somme(masque: Masque, projets: int) -> tuple[float, str, str]:
        dits = montants[masque & ~np.isnan(montants)]
        precision = le_disent(len(dits), projets)
        if not len(dits):
            return math.nan, NON_RENSEIGNE, precision
        somme = round(float(dits.sum()), 6)
        moins = "au moins " if len(dits) < projets else ""
        return somme, f"{moins}{nombre(somme, 1, 'M€')}", precision

    cases = [_somme(masque, un.projets) for masque, un in zip(masques, lus, strict=True)]
    note = "Somme des investissements que disent les projets ; peu le disent : ce n’est pas l’aide reçue."
    return _rangee("montant", "Investissement annoncé", note, cases, unite="M€", decimales=1)


def _part(lus: Sequence[Chiffres], millesime: int) -> Rangee:
    def _lire(un: Chiffres) -> tuple[float, str, str]:
        part = un.part_ti
        places = accorder(un.places, "projet placé", "projets placés")
        precision = ", ".join(filter(None, (f"{nombre(un.dans_ti)} sur {places}", un.dont("dans_ti"))))
        return (math.nan, NON_RENSEIGNE, "") if part is None else (part, nombre(part, 0, "%"), precision)

    libelle = part_retrospective(f"Dans un territoire de {millesime}", millesime)
    note = "Projets dans un territoire ÷ projets dont la commune est connue."
    return _rangee("part_ti", libelle, note, [_lire(un) for un in lus], unite="%")


def _filieres(preparee: Preparee, masques: Sequence[Masque], lus: Sequence[Chiffres]) -> list[Rangee]:
    """The filières that have most projects over all columns, one row each."""
    codes = preparee.codes["filiere"]
    noms = (*codes.valeurs, SANS)
    comptes = np.array([np.bincount(codes.rangs[masque], minlength=len(noms)) for masque in masques])
    premieres = [rang for rang in np.argsort(-comptes.sum(axis=0), kind="stable") if comptes[:, rang].any()]
    note = "Projets de cette filière, et leur part dans la colonne."

    def _lire(n: int, un: Chiffres) -> tuple[float, str, str]:
        part = nombre(100 * n / un.projets, 0, "%") if un.projets else ""
        return float(n), nombre(n), f"{part} des projets" if n else ""

    return [
        _rangee(
            f"filiere-{rang}",
            f"Filière : {noms[rang]}",
            note,
            [_lire(int(comptes[place, rang]), un) for place, un in enumerate(lus)],
        )
        for rang in premieres[:FILIERES]
    ]


def _rangee(  # noqa: PLR0913  what a row declares
    cle: str,
    libelle: str,
    note: str,
    cases: Sequence[tuple[float, str, str]],
    *,
    unite: str = "",
    decimales: int = 0,
) -> Rangee:
    return Rangee(
        cle=cle,
        libelle=libelle,
        unite=unite,
        decimales=decimales,
        note=note,
        valeurs=tuple(valeur for valeur, _, _ in cases),
        cases=tuple(_case(texte, valeur, precision) for valeur, texte, precision in cases),
    )

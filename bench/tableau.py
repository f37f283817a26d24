"""The results as a reader sees them (a French table) and as the project keeps them (`resultats.json`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from bench.mesures import GRANDEURS, VISES, Bilan, rapports
from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["contenu", "ecrire", "tableau", "tenu", "valeur"]

Bilans = dict[str, dict[str, Bilan]]
"""Way -> quantity -> statistics."""

UNITES: Final = {"s": (1.0, 2), "ms": (1000.0, 0), "ko": (0.001, 1)}
"""Unit of the table -> what the kept value (seconds, bytes) is multiplied by, and decimals."""

ENTETES: Final = ("Médianes", "atlas", "p95", "folium ordinaire", "p95", "rapport", "visé", "budget", "")
LARGEURS: Final = (32, 12, 12, 16, 12, 9, 5, 10, 8)


def valeur(nom: str, mesuree: float) -> str:
    """A kept value (seconds, bytes) of a quantity, as a reader sees it."""
    unite = GRANDEURS[nom].unite
    facteur, decimales = UNITES[unite]
    return nombre(mesuree * facteur, decimales, unite)


def _ligne(cellules: tuple[str, ...]) -> str:
    premiere, *autres = zip(cellules, LARGEURS, strict=True)
    return premiere[0].ljust(premiere[1]) + "".join(f" {texte:>{largeur}}" for texte, largeur in autres)


def tableau(bilans: Bilans) -> str:
    """Medians and 95th percentiles of both ways, and the ratio of the medians beside what is wanted."""
    fois = rapports(bilans["stock"], bilans["atlas"])
    lignes = [_ligne(ENTETES), "-" * (sum(LARGEURS) + len(LARGEURS) - 1)]
    for nom, grandeur in GRANDEURS.items():
        if nom not in bilans["atlas"]:
            continue
        nous, eux = bilans["atlas"][nom], bilans["stock"].get(nom)
        cellules = (
            grandeur.libelle,
            valeur(nom, nous.mediane),
            valeur(nom, nous.p95),
            valeur(nom, eux.mediane) if eux else "–",
            valeur(nom, eux.p95) if eux else "–",
            f"× {nombre(fois[nom], 1)}" if nom in fois else "–",
            f"≥ {nombre(grandeur.vise)}" if grandeur.vise else "",
            valeur(nom, grandeur.plafond) if grandeur.plafond else "",
            _tenu(nom, nous),
        )
        lignes.append(_ligne(cellules))
    return "\n".join([*lignes, "", _verdict(fois)])


def tenu(nom: str, bilan: Bilan) -> bool | None:
    """Whether a quantity stays within the budget of the design; None when the design sets none."""
    grandeur = GRANDEURS[nom]
    if grandeur.plafond is None:
        return None
    return (bilan.p95 if grandeur.centile else bilan.mediane) <= grandeur.plafond


def _tenu(nom: str, bilan: Bilan) -> str:
    return {True: "tenu", False: "dépassé", None: ""}[tenu(nom, bilan)]


def _verdict(fois: Mapping[str, float]) -> str:
    manques = [
        f"{GRANDEURS[nom].libelle} (× {nombre(fois[nom], 1)} au lieu de {nombre(vise)})"
        for nom, vise in VISES.items()
        if nom in fois and fois[nom] < vise
    ]
    if not manques:
        return "Tous les rapports visés sont atteints."
    return f"En dessous de ce qui est visé : {', '.join(manques)}."


def _arrondi(nom: str, valeur: float) -> float:
    """Milliseconds for times, whole bytes for sizes."""
    return round(valeur) if GRANDEURS[nom].unite == "ko" else round(valeur, 3)


def contenu(bilans: Bilans, conditions: Mapping[str, Any]) -> dict[str, Any]:
    """What `resultats.json` holds: figures in seconds and bytes, ratios, and the conditions of the run."""
    chiffres = {
        facon: {
            nom: {cle: _arrondi(nom, v) if cle != "n" else v for cle, v in asdict(b).items()}
            for nom, b in par_nom.items()
        }
        for facon, par_nom in bilans.items()
    }
    fois = rapports(bilans["stock"], bilans["atlas"])
    return {
        "conditions": dict(conditions),
        "chiffres": chiffres,
        "rapports": fois,
        "vises": VISES,
        "tenus": {nom: tenu(nom, b) for nom, b in bilans["atlas"].items() if GRANDEURS[nom].plafond},
        "unites": {nom: "octets" if g.unite == "ko" else "secondes" for nom, g in GRANDEURS.items()},
    }


def ecrire(resultats: Mapping[str, Any]) -> str:
    """The text of `resultats.json`: keys in order, one line each."""
    return json.dumps(resultats, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

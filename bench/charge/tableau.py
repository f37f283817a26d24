"""The load test as a reader sees it (a French table) and as the project keeps it (`bench/charge.json`)."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from bench.mesures import bilan
from francais import accorder, nombre

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.charge.course import Course

__all__ = ["BUDGETS", "contenu", "ecrire", "palier", "pente", "tableau", "tableau_des_gestes", "tenus"]

MO: Final = 1_000_000
BUDGETS: Final = {"sessions": 50, "p95": 1.0, "memoire": 600 * MO, "pente": 20_000}
"""Of the design: at 50 readers, seconds of the 95th percentile and bytes of memory. And, for « flat », bytes
that one run may add once the caches are full: 20 kB, so that 10 000 runs of a day stay under 200 MB."""

COLONNES: Final = {
    "Lecteurs": 9,
    "rythme": 9,
    "gestes": 8,
    "par s": 7,
    "médiane": 9,
    "p95": 9,
    "pire": 9,
    "erreurs": 9,
    "mémoire": 9,
    "cœurs": 7,
}
"""Head of a column -> its width."""


def palier(course: Course) -> dict[str, Any]:
    """The figures of one series: seconds, bytes, gestures per second, share of one core."""
    durees = course.releve.toutes()
    chiffres = bilan(durees) if durees else None
    return {
        "sessions": course.serie.sessions,
        "rythme": "pressé" if course.serie.presses else "lecture",
        "gestes": len(durees),
        "gestes_par_seconde": round(len(durees) / course.secondes, 2),
        "mediane": round(chiffres.mediane, 3) if chiffres else None,
        "p95": round(chiffres.p95, 3) if chiffres else None,
        "maximum": round(chiffres.maximum, 3) if chiffres else None,
        "octets_par_geste": round(sum(course.releve.recus) / len(durees)) if durees else None,
        "erreurs": len(course.releve.erreurs),
        "memoire": course.memoire,
        "coeurs": round(course.cpu / course.secondes, 2),
        "coeurs_du_banc": round(course.cpu_du_banc / course.secondes, 2),
        "par_geste": {
            nom: {"n": len(v), "mediane": round(bilan(v).mediane, 3), "p95": round(bilan(v).p95, 3)}
            for nom, v in sorted(course.releve.durees.items())
        },
    }


def pente(memoires: Sequence[int]) -> float:
    """Bytes that one reading adds to the former one, over the second half: caches fill in the first.

    A straight line by least squares, so that one reading taken during a collection weighs little.
    """
    moitie = memoires[len(memoires) // 2 :]
    milieu = (len(moitie) - 1) / 2
    ecarts = [rang - milieu for rang in range(len(moitie))]
    carres = sum(e * e for e in ecarts)
    return sum(e * m for e, m in zip(ecarts, moitie, strict=True)) / carres if carres else 0.0


def tenus(paliers: Sequence[Mapping[str, Any]], par_reprise: float | None) -> dict[str, bool]:
    """Whether each budget is kept; a budget that was not measured is left out."""
    budget = next(
        (p for p in paliers if p["sessions"] == BUDGETS["sessions"] and p["rythme"] == "lecture"), None
    )
    verdicts = {}
    if budget is not None and budget["p95"] is not None:
        verdicts["p95"] = budget["p95"] <= BUDGETS["p95"]
        verdicts["memoire"] = budget["memoire"] <= BUDGETS["memoire"]
    if paliers:
        verdicts["erreurs"] = not any(p["erreurs"] for p in paliers)
    if par_reprise is not None:
        verdicts["pente"] = par_reprise <= BUDGETS["pente"]
    return verdicts


def _ligne(cellules: Iterable[str]) -> str:
    largeurs = COLONNES.values()
    return " ".join(f"{texte:>{largeur}}" for texte, largeur in zip(cellules, largeurs, strict=True))


def _secondes(valeur: float | None) -> str:
    return nombre(valeur, 2, "s") if valeur is not None else "–"


def tableau(paliers: Sequence[Mapping[str, Any]]) -> str:
    """One line per series."""
    lignes = [_ligne(COLONNES), "-" * (sum(COLONNES.values()) + len(COLONNES) - 1)]
    lignes += [
        _ligne(
            (
                nombre(p["sessions"]),
                p["rythme"],
                nombre(p["gestes"]),
                nombre(p["gestes_par_seconde"], 1),
                _secondes(p["mediane"]),
                _secondes(p["p95"]),
                _secondes(p["maximum"]),
                nombre(p["erreurs"]),
                nombre(p["memoire"] / MO, 0, "Mo"),
                nombre(p["coeurs"], 2),
            ),
        )
        for p in paliers
    ]
    return "\n".join(lignes)


def tableau_des_gestes(un: Mapping[str, Any]) -> str:
    """What each kind of gesture took in one series."""
    lignes = [
        f"  {nom:<24} {accorder(g['n'], 'geste'):>12}  médiane {_secondes(g['mediane'])}"
        f"  p95 {_secondes(g['p95'])}"
        for nom, g in un["par_geste"].items()
    ]
    return "\n".join([f"À {accorder(un['sessions'], 'lecteur')} :", *lignes])


def erreurs(courses: Sequence[Course]) -> str:
    """Errors, the most frequent first; empty when there is none."""
    comptes = Counter(erreur for course in courses for erreur in course.releve.erreurs)
    return "\n".join(f"  {n} × {erreur}" for erreur, n in comptes.most_common(10))


def contenu(
    paliers: Sequence[Mapping[str, Any]], vie: Mapping[str, Any], conditions: Mapping[str, Any]
) -> dict[str, Any]:
    """What `charge.json` holds: figures in seconds and bytes, budgets, and the conditions of the run."""
    return {
        "conditions": dict(conditions),
        "paliers": list(paliers),
        "vie": dict(vie),
        "budgets": BUDGETS,
        "tenus": tenus(paliers, vie.get("octets_par_reprise")),
    }


def ecrire(resultats: Mapping[str, Any]) -> str:
    """The text of `charge.json`: keys in order, one line each."""
    return json.dumps(resultats, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

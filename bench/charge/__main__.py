"""`python -m bench.charge`: many readers at once, then one who never stops; writes `bench/charge.json`.

One fresh server for all the series, as a day would be. First the readers who read: each makes a gesture,
looks at it for 3 to 8 s (`course.PAUSE`), makes another one; this is what the budgets are about. Then the
hurried ones, who ask again as soon as they are answered: what the server can give at most. Then, on another
fresh server, 1 000 runs of one reader, the memory read every hundred. The readers share the machine with the
server, and take about a fifth of what it takes. Static files (map layers, scripts), which the browser keeps,
are not asked for.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from tqdm import tqdm

from bench.charge.course import ARRIVEE, PAUSE, Serie, courir, memoire, relancer
from bench.charge.parcours import Lieux
from bench.charge.tableau import contenu, ecrire, erreurs, palier, pente, tableau, tableau_des_gestes
from bench.serveurs import RACINE, atlas
from francais import nombre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.charge.course import Course

RESULTATS: Final = RACINE / "bench" / "charge.json"
SESSIONS: Final = (1, 10, 50, 100)
PRESSES: Final = (1, 10)
DUREE: Final = 40.0
REPRISES: Final = 1_000
PAS: Final = 100
OUBLI: Final = 135.0
"""Seconds after which Streamlit has forgotten the sessions that left (it keeps them 120 s, for a return)."""

BIBLIOTHEQUES: Final = ("streamlit", "starlette", "uvicorn", "websockets")


def conditions(duree: float) -> dict[str, Any]:
    """What a reader of the figures must know of the run."""
    return {
        "coeurs": os.cpu_count(),
        "date": datetime.now(tz=UTC).date().isoformat(),
        "duree_d_un_palier": duree,
        "arrivee": ARRIVEE,
        "pause": PAUSE,
        "versions": {"python": platform.python_version(), **{nom: version(nom) for nom in BIBLIOTHEQUES}},
    }


def mesurer_les_paliers(
    series: Sequence[Serie], lieux: Lieux, *, oubli: float
) -> tuple[list[Course], dict[str, int]]:
    """All the series on one fresh server, and its memory before, after, and once everybody is forgotten."""
    with atlas() as serveur:
        au_repos = memoire(serveur)
        courses = [courir(serveur, serie, lieux) for serie in tqdm(series, desc="Paliers", unit="palier")]
        apres = memoire(serveur)
        if oubli:
            time.sleep(oubli)
            courir(serveur, Serie(sessions=1, duree=1.0), lieux)  # Streamlit forgets when somebody comes
        return courses, {
            "memoire_au_repos": au_repos,
            "memoire_apres": apres,
            "memoire_seul": memoire(serveur),
        }


def mesurer_la_vie(reprises: int, pas: int, lieux: Lieux) -> tuple[dict[str, Any], list[str]]:
    """Runs of one reader on a fresh server: memory every `pas`, what one run adds, and what went wrong."""
    with atlas() as serveur, tqdm(total=reprises, desc="Reprises", unit="reprise") as barre:
        releves, releve = relancer(serveur, reprises, lieux, pas=pas, dire=lambda: barre.update(pas))
    return {
        "reprises": len(releve.recus),
        "pas": pas,
        "memoires": releves,
        "octets_par_reprise": round(pente(releves) / pas),
    }, releve.erreurs


def principal(arguments: list[str]) -> int:
    """Run the load test; 1 when a budget of the design is not kept."""
    lecteur = argparse.ArgumentParser(
        prog="python -m bench.charge", description="L’atlas devant beaucoup de lecteurs à la fois."
    )
    lecteur.add_argument("--sessions", type=int, nargs="*", default=SESSIONS, help="lecteurs à la fois")
    lecteur.add_argument("--presses", type=int, nargs="*", default=PRESSES, help="lecteurs pressés")
    lecteur.add_argument("--duree", type=float, default=DUREE, help=f"secondes d’un palier ({DUREE:.0f})")
    lecteur.add_argument(
        "--reprises", type=int, default=REPRISES, help=f"reprises d’une session ({REPRISES})"
    )
    lecteur.add_argument("--sans-oubli", action="store_true", help="n’attend pas l’oubli des sessions")
    lecteur.add_argument("--essai", action="store_true", help="affiche les chiffres sans les écrire")
    choix = lecteur.parse_args(arguments)
    lieux = Lieux.lire()
    series = [Serie(sessions=n, duree=choix.duree) for n in choix.sessions]
    series += [Serie(sessions=n, duree=choix.duree / 2, presses=True) for n in choix.presses]
    courses, memoires = mesurer_les_paliers(series, lieux, oubli=0 if choix.sans_oubli else OUBLI)
    vie, fautes = (
        mesurer_la_vie(choix.reprises, min(PAS, choix.reprises), lieux) if choix.reprises else ({}, [])
    )
    resultats = contenu([palier(c) for c in courses], {**memoires, **vie}, conditions(choix.duree))
    dire(resultats, erreurs(courses) + "\n".join(fautes))
    if not choix.essai:
        RESULTATS.write_text(ecrire(resultats), encoding="utf-8")
        print(f"Écrit : {RESULTATS.relative_to(RACINE).as_posix()}")
    return 0 if all(resultats["tenus"].values()) and not fautes else 1


def dire(resultats: dict[str, Any], fautes: str) -> None:
    """Print the tables, the memory and what is not kept."""
    vie = resultats["vie"]
    print(tableau(resultats["paliers"]))
    for un in resultats["paliers"][-1:]:
        print(f"\n{tableau_des_gestes(un)}")
    suite = [nombre(m / 1e6, 0, "Mo") for m in vie.get("memoires", [])]
    print(
        f"\nMémoire au repos {nombre(vie['memoire_au_repos'] / 1e6, 0, 'Mo')}, "
        f"après les paliers {nombre(vie['memoire_apres'] / 1e6, 0, 'Mo')}, "
        f"les lecteurs oubliés {nombre(vie['memoire_seul'] / 1e6, 0, 'Mo')}."
    )
    if suite:
        print(f"Une session, toutes les {vie['pas']} reprises : {', '.join(suite)}")
        print(f"soit {nombre(vie['octets_par_reprise'] / 1000, 1, 'ko')} par reprise en seconde moitié.")
    if fautes:
        print(f"\nErreurs :\n{fautes}")
    manques = [nom for nom, tenu in resultats["tenus"].items() if not tenu]
    print(f"\nBudgets dépassés : {', '.join(manques)}." if manques else "\nTous les budgets sont tenus.")


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

"""`python -m bench`: measures both ways in turn, prints the table, writes `bench/resultats.json`.

Each cycle starts a fresh server of each way and visits it twice: a first reader (cold), then another one
(warm), who changes the millésime and the indicator; the atlas also switches layers, opens a sheet and the
dashboards, and is asked for names letter by letter. The way that begins changes from cycle to cycle, so that
what else the machine does weighs on both. It takes about ten minutes. Absolute times are those of a machine;
the ratios are what the project watches.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections import defaultdict
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, TypeVar

import geopandas as gpd
import pandas as pd
from tqdm import tqdm

from bench import export, filtre, recherche
from bench.mesures import GRANDEURS, Mesures, bilan
from bench.navigateur import chromium, visite
from bench.serveurs import FACONS, RACINE
from bench.tableau import contenu, ecrire, tableau
from data.chargement import dossier
from geo.indicateurs import INDICATEURS
from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from outils.controles import trouver_chromium

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser

    from bench.navigateur import Visite

    Visiteurs = Callable[[], AbstractContextManager[Visite]]

T = TypeVar("T")

RESULTATS: Final = RACINE / "bench" / "resultats.json"
CYCLES: Final = 7
CHANGEMENTS: Final = (2022, 2020, 2023)
"""Millésimes that the second readers ask for; each cycle begins with another one."""

PAR_CYCLE: Final = {"atlas": 3, "stock": 1}
"""Changes in each cycle: three where they are short, for a 95th percentile that means something."""

INDICATEURS_DEMANDES: Final = ("projets_pour_10000_hab", "chomage", "projets_pour_1000_etab_ind")
"""Indicators that the second readers ask for; each cycle begins with another one."""

COUCHES_DEMANDEES: Final = ("Départements", "Villes principales")
"""Layers that the atlas switches on, then off: the first time fetches what they hold."""

FICHE: Final = "/territoire?ti=ti-2806"
PROJETS: Final = "/projets"
TABLEAUX_DE_BORD: Final = {
    "region": ("/region?code=53", 4),
    "france": ("/france", 3),
    "comparer": ("/comparer?objets=ti-2806,region-28,epci-242900314,tous-les-ti,france", 1),
}
"""Quantity -> address of the page, and how many charts it draws; the first opening of each is not counted."""

OUVERTURES: Final = 2
"""Counted openings of each of these pages in a cycle."""

FILIERES: Final = ("Agroalimentaire", "Santé", "Automobile")
"""Filières that the second readers ask for: one more at each filter in the atlas, the first one in stock."""

BIBLIOTHEQUES: Final = ("folium", "playwright", "streamlit", "streamlit-folium")


def traces_attendus() -> dict[int, int]:
    """Millésime -> paths of a whole stock map: its TI, the régions, the projects that have a place."""
    couches = gpd.read_parquet(dossier() / "contours.parquet")["couche"].value_counts()
    places = pd.read_parquet(dossier() / "projets.parquet")["latitude"].notna().sum()
    return {m: int(couches[f"ti_{m}"] + couches["regions"] + places) for m in MILLESIMES}


def tourner(choix: tuple[T, ...], rang: int, facon: str) -> tuple[T, ...]:
    """What the second reader of this cycle asks for, each cycle beginning with another one."""
    tour = rang % len(choix)
    return (choix[tour:] + choix[:tour])[: PAR_CYCLE[facon]]


def _traces_d_une_filiere(filiere: str, millesime: int) -> int:
    """Paths of a whole stock map that shows the projects of one filière."""
    projets = pd.read_parquet(dossier() / "projets.parquet")
    places = projets["latitude"].notna()
    return traces_attendus()[millesime] - int((places & (projets["filiere"] != filiere)).sum())


def choisir(rang: int, facon: str) -> tuple[int, ...]:
    """Millésimes that the second reader of this cycle asks for, none of which his browser has seen."""
    return tourner(CHANGEMENTS, rang, facon)


def _noter(valeurs: dict[str, list[float]], duree: str, couts: dict[str, float], prefixe: str) -> None:
    """Keep a duration under its name, and what it cost under `prefixe`."""
    valeurs[duree].append(couts["duree"])
    for nom in ("websocket", "http", "cpu"):
        valeurs[f"{prefixe}_{nom}"].append(couts[nom])


def cycle(ouvrir: Visiteurs, rang: int, facon: str, valeurs: dict[str, list[float]]) -> None:
    """The two readers of one fresh server: what they wait for, and what the second one costs."""
    with ouvrir() as premier:
        valeurs["carte_a_froid"].append(premier.ouvrir(MILLESIME_PAR_DEFAUT)["duree"])
    with ouvrir() as second:
        _noter(valeurs, "carte_a_chaud", second.ouvrir(MILLESIME_PAR_DEFAUT), "carte")
        millesime = MILLESIME_PAR_DEFAUT
        for millesime in choisir(rang, facon):
            _noter(valeurs, "changement", second.presser(str(millesime), millesime), "changement")
        for cle in tourner(INDICATEURS_DEMANDES, rang, facon):
            couts = second.choisir("Colorer par", INDICATEURS[cle].libelle, millesime)
            _noter(valeurs, "indicateur", couts, "indicateur")
        if facon == "atlas":
            _propre_a_l_atlas(second, millesime, valeurs)
        else:
            second.attendre(millesime, _traces_d_une_filiere(FILIERES[0], millesime))
            _noter(valeurs, "filtre", second.choisir("Filière", FILIERES[0], millesime), "filtre")


def _propre_a_l_atlas(lecteur: Visite, millesime: int, valeurs: dict[str, list[float]]) -> None:
    """Layers switched off (they were fetched when switched on), then the sheet of a territory."""
    for couche in COUCHES_DEMANDEES:
        lecteur.presser(couche, millesime)
        _noter(valeurs, "couche", lecteur.presser(couche, millesime), "couche")
        _noter(valeurs, "couche", lecteur.presser(couche, millesime), "couche")
    _noter(valeurs, "fiche", lecteur.ouvrir(MILLESIME_PAR_DEFAUT, FICHE), "fiche")
    for annee in CHANGEMENTS:
        couts = lecteur.presser(str(annee), annee)
        _noter(valeurs, "fiche_changement", couts, "fiche_changement")
    for nom, (chemin, graphiques) in TABLEAUX_DE_BORD.items():
        lecteur.ouvrir_avec_graphiques(chemin, graphiques)
        for _ in range(OUVERTURES):
            couts = lecteur.ouvrir_avec_graphiques(chemin, graphiques)
            _noter(valeurs, nom, couts, nom)
    lecteur.ouvrir(MILLESIME_PAR_DEFAUT, PROJETS)
    lecteur.page.locator(".js-plotly-plot").nth(1).wait_for()
    for filiere in FILIERES:
        _noter(valeurs, "filtre", lecteur.cocher("Filière", filiere, MILLESIME_PAR_DEFAUT), "filtre")


def mesurer(navigateur: Browser, cycles: int) -> Mesures:
    """Every value of the run, both ways in turn."""
    attendus = traces_attendus()
    valeurs: Mesures = {facon: defaultdict(list) for facon in FACONS}
    with tqdm(total=2 * cycles, desc="Mesures", unit="serveur") as barre:
        for rang in range(cycles):
            for facon in sorted(FACONS, reverse=bool(rang % 2)):
                barre.set_postfix_str(facon)
                with FACONS[facon]() as serveur:
                    valeurs[facon]["demarrage"].append(serveur.demarrage)
                    ouvrir = partial(visite, navigateur, serveur, attendus)
                    cycle(ouvrir, rang, facon, valeurs[facon])
                barre.update()
    temps = recherche.mesurer()
    valeurs["atlas"] |= {
        "frappe": temps.justes,
        "frappe_faute": temps.fausses,
        "million": filtre.temps(),
        "export_csv": export.temps(),
    }
    return {
        facon: {nom: v for nom, v in mesures.items() if nom in GRANDEURS}
        for facon, mesures in valeurs.items()
    }


def conditions(navigateur: Browser, cycles: int) -> dict[str, Any]:
    """What a reader of the figures must know of the run."""
    vendor = json.loads((RACINE / "static" / "vendor" / "versions.json").read_text(encoding="utf-8"))
    return {
        "coeurs": os.cpu_count(),
        "date": datetime.now(tz=UTC).date().isoformat(),
        "cycles": cycles,
        "changements_par_cycle": PAR_CYCLE,
        "versions": {
            "chromium": navigateur.version,
            "leaflet": vendor["versions"]["leaflet"],
            "python": platform.python_version(),
            **{nom: version(nom) for nom in BIBLIOTHEQUES},
        },
    }


def principal(arguments: list[str]) -> int:
    """Run the benchmark; 1 with a French message when there is no browser."""
    lecteur = argparse.ArgumentParser(
        prog="python -m bench", description="L’atlas face à un folium ordinaire."
    )
    lecteur.add_argument("--cycles", type=int, default=CYCLES, help=f"nombre de répétitions ({CYCLES})")
    lecteur.add_argument("--essai", action="store_true", help="affiche les chiffres sans les écrire")
    choix = lecteur.parse_args(arguments)
    chemin = trouver_chromium()
    if chemin is None:
        print("Aucun Chromium n’a été trouvé : installez-le, ou donnez son chemin dans la variable CHROMIUM.")
        return 1
    with chromium(chemin) as navigateur:
        mesures = mesurer(navigateur, max(1, choix.cycles))
        contexte = conditions(navigateur, max(1, choix.cycles))
    bilans = {facon: {nom: bilan(v) for nom, v in par_nom.items()} for facon, par_nom in mesures.items()}
    print(tableau(bilans))
    if not choix.essai:
        RESULTATS.write_text(ecrire(contenu(bilans, contexte)), encoding="utf-8")
        print(f"Écrit : {RESULTATS.relative_to(RACINE).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

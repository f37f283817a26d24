"""docs/mesures.md, written from what the measures left in `bench/*.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.charge.tableau import BUDGETS
from bench.gestes import TACHES
from bench.mesures import GRANDEURS
from bench.tableau import valeur
from francais import accorder, nombre

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["ecrire"]

Lu = dict[str, Any]

TETE: Final = """# Mesures

Écrit par `make mesures` (`python -m bench.rapport`) depuis ce que les mesures ont laissé dans
`bench/*.json`. Les durées sont celles d’une machine de deux cœurs, que d’autres travaux dérangent : ce que
le projet surveille, c’est le rapport avec un folium ordinaire, mesuré dans la même série, sur les mêmes
données.
"""

MANQUE: Final = "Pas encore mesuré.\n"
MO: Final = 1_000_000


def tableau(entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others figures."""
    traits = ["---", *["---:"] * (len(entetes) - 1)]
    return "".join(f"| {' | '.join(cellules)} |\n" for cellules in (entetes, traits, *lignes))


def _secondes(mesure: float | None, decimales: int = 2) -> str:
    return nombre(mesure, decimales, "s") if mesure is not None else "–"


def _mo(octets: float) -> str:
    return nombre(octets / MO, 0, "Mo")


def _tenu(verdict: bool | None) -> str:  # noqa: FBT001  a verdict is read, not chosen
    return {True: "tenu", False: "**dépassé**", None: ""}[verdict]


def _le(date: str, coeurs: int) -> str:
    annee, mois, jour = date.split("-")
    return f"Mesuré le {jour}/{mois}/{annee}, sur {accorder(coeurs, 'cœur')}.\n"


def vitesse(lu: Lu) -> str:
    """Each quantity of both ways, their ratio and the budget of the design."""
    nous, eux = lu["chiffres"]["atlas"], lu["chiffres"]["stock"]
    lignes = [
        (
            grandeur.libelle,
            valeur(nom, nous[nom]["mediane"]),
            valeur(nom, nous[nom]["p95"]),
            valeur(nom, eux[nom]["mediane"]) if nom in eux else "–",
            f"× {nombre(lu['rapports'][nom], 1)}" if nom in lu["rapports"] else "–",
            f"≥ {nombre(grandeur.vise)}" if grandeur.vise else "",
            valeur(nom, grandeur.plafond) if grandeur.plafond else "",
            _tenu(lu["tenus"].get(nom)),
        )
        for nom, grandeur in GRANDEURS.items()
        if nom in nous
    ]
    conditions = lu["conditions"]
    entetes = ("", "atlas, médiane", "p95", "folium, médiane", "rapport", "visé", "budget", "")
    suite = (
        f"\n{accorder(conditions['cycles'], 'série')} ; un budget se juge sur le p95 pour un geste, sur la "
        "médiane pour une ouverture.\n"
    )
    return f"{_le(conditions['date'], conditions['coeurs'])}\n{tableau(entetes, lignes)}{suite}"


def charge(lu: Lu) -> str:
    """Many readers at once, then one who never stops."""
    lignes = [
        (
            nombre(p["sessions"]),
            p["rythme"],
            nombre(p["gestes"]),
            nombre(p["gestes_par_seconde"], 1),
            _secondes(p["mediane"]),
            _secondes(p["p95"]),
            _secondes(p["maximum"]),
            nombre(p["erreurs"]),
            _mo(p["memoire"]),
        )
        for p in lu["paliers"]
    ]
    entetes = ("lecteurs", "rythme", "gestes", "par s", "médiane", "p95", "pire", "erreurs", "mémoire")
    return (
        f"{_le(lu['conditions']['date'], lu['conditions']['coeurs'])}\n"
        f"{tableau(entetes, lignes)}{_memoire(lu['vie'])}{_verdict(lu['tenus'])}"
    )


def _memoire(vie: Lu) -> str:
    releves = ", ".join(_mo(m) for m in vie["memoires"])
    pente = nombre(vie["octets_par_reprise"] / 1000, 1, "ko")
    return (
        "\n« Lecture » : chaque lecteur regarde 3 à 8 s ce qu’il a demandé ; « pressé » : il redemande "
        "aussitôt. Les lecteurs parlent le protocole de Streamlit, sans navigateur, et partagent la "
        "machine.\n"
        f"\nMémoire du serveur : {_mo(vie['memoire_au_repos'])} au repos, {_mo(vie['memoire_apres'])} après "
        f"ces séries, {_mo(vie['memoire_seul'])} une fois les lecteurs oubliés.\n"
        f"\nUne session qui relance {nombre(vie['reprises'])} fois, mémoire toutes les {vie['pas']} "
        f"reprises : {releves} ; soit {pente} par reprise dans la seconde moitié.\n"
    )


def _verdict(tenus: Mapping[str, bool]) -> str:
    noms = {
        "p95": f"p95 d’au plus {_secondes(BUDGETS['p95'], 0)} à {BUDGETS['sessions']} lecteurs",
        "memoire": f"au plus {_mo(BUDGETS['memoire'])} à {BUDGETS['sessions']} lecteurs",
        "erreurs": "aucune erreur",
        "pente": f"au plus {nombre(BUDGETS['pente'] / 1000, 0, 'ko')} par reprise",
    }
    return "\n" + "".join(f"- {noms[nom]} : {_tenu(tenu)}\n" for nom, tenu in tenus.items())


def fichiers(lu: Lu) -> str:
    """Every sheet and every deck: processor time, weight, faults."""
    lignes = [
        (
            quoi,
            nombre(lot["n"]),
            _secondes(lot["mediane"]),
            _secondes(lot["maximum"]),
            _secondes(lot["budget_secondes"], 0),
            nombre(lot["octets"] / 1000, 0, "ko"),
            nombre(lot["fautes"]),
        )
        for quoi, lot in sorted(lu.items())
    ]
    entetes = ("", "faits", "médiane", "au plus", "budget", "le plus lourd", "fautes")
    suite = (
        "\nTemps du processeur. Une faute : une boîte qui déborde, un chiffre qui n’est pas celui de "
        "l’écran, un budget dépassé.\n"
    )
    return tableau(entetes, lignes) + suite


def axe(lu: Sequence[Lu]) -> str:
    """Each page that axe-core read: where, how many rules passed, how many defects."""
    lignes = [
        (p["page"], nombre(p["largeur"]), p["theme"], nombre(p["regles"]), nombre(p["defauts"])) for p in lu
    ]
    total = sum(p["defauts"] for p in lu)
    phrase = f"{accorder(len(lu), 'vue lue', 'vues lues')}, {accorder(total, 'défaut')} en tout.\n\n"
    return phrase + tableau(("vue", "largeur", "thème", "règles passées", "défauts"), lignes)


def schemathesis(lu: Sequence[Lu]) -> str:
    """Requests to the open data, by address: allowed ones, forbidden ones, and the answers."""
    lignes = [
        (
            f"`/donnees/{p['adresse']}`",
            {"positive": "permises", "negative": "interdites"}[p["mode"]],
            nombre(sum(p["statuts"].values())),
            ", ".join(f"{statut} : {nombre(n)}" for statut, n in sorted(p["statuts"].items())),
        )
        for p in lu
    ]
    total = sum(sum(p["statuts"].values()) for p in lu)
    phrase = f"{accorder(total, 'demande')}, toutes répondues comme la description OpenAPI le dit.\n\n"
    return phrase + tableau(("adresse", "demandes", "nombre", "réponses"), lignes)


def fuzz(lu: Lu) -> str:
    """Inputs that atheris drew for the addresses and the imports."""
    return (
        f"{accorder(lu['entrees'], 'entrée')} (adresses de chaque page, listes CSV, XLSX et GeoJSON, "
        f"fichiers de séance) en {nombre(lu['secondes'], 0, 's')} : {accorder(lu['erreurs'], 'erreur')}.\n"
    )


def gestes(lu: Lu) -> str:
    """Ten tasks of readers: presses before and now; a text typed is told beside."""
    lignes = [
        (tache.libelle, _gestes(avant, tache.sans), _gestes(apres, ""))
        for tache, avant, apres in zip(TACHES, lu["avant"], lu["apres"], strict=True)
    ]
    suite = (
        "\nUn clic, une touche ou un appui du doigt est une pression ; un texte tapé est compté à part, "
        "quelle que soit sa longueur. « Avant » : la version 1.2.0. Un fichier choisi dans la fenêtre du "
        "système compte pour deux pressions. Les quatre premières tâches sont jouées à 390 px.\n"
    )
    return tableau(("tâche", "avant", "maintenant"), lignes) + suite


def _gestes(compte: Mapping[str, int] | None, sans: str) -> str:
    if compte is None:
        return f"impossible : {sans}"
    textes = f" et {accorder(compte['textes'], 'texte')}" if compte["textes"] else ""
    return accorder(compte["pressions"], "pression") + textes


PARTIES: Final[dict[str, tuple[str, Callable[[Any], str]]]] = {
    "vitesse": ("Vitesse, face à un folium ordinaire", vitesse),
    "charge": ("Beaucoup de lecteurs à la fois", charge),
    "fichiers": ("Fiches et diaporamas", fichiers),
    "gestes": ("Les gestes de dix tâches", gestes),
    "axe": ("Accessibilité : axe-core", axe),
    "schemathesis": ("Données ouvertes : schemathesis", schemathesis),
    "fuzz": ("Textes hostiles : atheris", fuzz),
}


def ecrire(mesures: Mapping[str, Lu | None]) -> str:
    """The whole document.

    Args:
        mesures: Part -> what its measure left, None when it was never made. Those of `bench/mesures.json`
            hold date, coeurs and contenu.
    """
    morceaux = [TETE]
    for nom, (titre, dire) in PARTIES.items():
        lu = mesures.get(nom)
        if lu is None:
            corps = MANQUE
        elif "contenu" in lu:
            corps = f"{_le(lu['date'], lu['coeurs'])}\n{dire(lu['contenu'])}"
        else:
            corps = dire(lu)
        morceaux.append(f"\n## {titre}\n\n{corps}")
    return "".join(morceaux)

"""`python -m bench.gestes [--avant FOLDER]`: presses of ten tasks, played on a phone and on a screen.

A press is a click, a touch or a key; a text typed in a field is counted apart, whatever its length. Each task
is played to its end, which is waited for: a task that does not end is no count. `--avant` plays the way there
was in another checkout of the project, whose counts stay until it is played again.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.navigateur import chromium
from bench.serveurs import RACINE, atlas
from bench.tableau import ecrire
from outils.controles import trouver_chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Locator, Page, ViewportSize

__all__ = ["RESULTATS", "TACHES", "Main", "Tache", "jouer"]

RESULTATS: Final = RACINE / "bench" / "gestes.json"
TELEPHONE: Final[ViewportSize] = {"width": 390, "height": 844}
ECRAN: Final[ViewportSize] = {"width": 1280, "height": 800}
AU_REPOS: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
"""What Streamlit says of itself when no run is under way."""

FAUX: Final = "Entreprise;Commune;Emplois\nForges;Roanne;12\nFonderies;Roanne;douze\n"
"""A list with one row that is rejected."""


@dataclass
class Main:
    """The hand of a reader: it counts what it does.

    Attributes:
        page: What he looks at.
        serveur: Address of the atlas.
        pressions: Clicks, touches and keys so far.
        textes: Texts typed so far.
    """

    page: Page
    serveur: str
    pressions: int = 0
    textes: int = 0

    def au_calme(self) -> None:
        """No run of the page is under way."""
        self.page.locator(AU_REPOS).wait_for()

    def presser(self, quoi: Locator) -> None:
        """Click or touch."""
        quoi.click()
        self.pressions += 1

    def touche(self, nom: str) -> None:
        """One key."""
        self.page.keyboard.press(nom)
        self.pressions += 1

    def taper(self, texte: str) -> None:
        """A text where the focus is."""
        self.page.keyboard.type(texte)
        self.textes += 1

    def bouton(self, nom: str) -> None:
        """Press the button of a name, or of a beginning of one."""
        self.presser(self.page.get_by_role("button", name=re.compile(f"^{re.escape(nom)}")).first)

    def ouvrir(self, chemin: str) -> None:
        """Where the task begins: not counted."""
        self.page.goto(f"{self.serveur}{chemin}")
        self.page.locator("footer.atlas-pied").wait_for()
        self.au_calme()

    def titre(self, nom: str) -> None:
        """The task has come to a page of this name."""
        self.page.get_by_role("heading", level=1, name=nom).wait_for()


@dataclass(frozen=True, kw_only=True)
class Tache:
    """A task, as it was done before and as it is done now.

    Attributes:
        libelle: What the reader wants.
        avant: Plays the old way; None when there was none: `sans` says what happened instead.
        apres: Plays the present way.
        ecran: Size of the window, in pixels.
        sans: Why it could not be done before.
    """

    libelle: str
    avant: Callable[[Main], None] | None
    apres: Callable[[Main], None]
    ecran: ViewportSize
    sans: str = ""


def _chercher(main: Main, texte: str, reponse: str) -> None:
    main.presser(main.page.locator(".st-key-recherche input").first)
    main.taper(texte)
    main.presser(main.page.locator("[role=option]", has_text=reponse).first)


def _commune(main: Main) -> None:
    main.ouvrir("/")
    _chercher(main, "50100", "Cherbourg-en-Cotentin")
    main.titre("Nord Cotentin")


def _voisin_avant(main: Main) -> None:
    main.ouvrir("/territoire?ti=ti-5304")
    main.presser(main.page.get_by_role("link", name=re.compile("Comparer")).last)
    main.titre("Comparer")
    main.presser(main.page.get_by_role("combobox", name=re.compile("^Comparer")))
    main.taper("Dinan")
    main.presser(main.page.get_by_role("option", name=re.compile("^Dinan")).first)
    main.page.locator(".atlas-comparer thead th", has_text="Dinan").wait_for(state="attached")


def _voisin(main: Main) -> None:
    main.ouvrir("/territoire?ti=ti-5304")
    main.presser(main.page.get_by_role("link", name=re.compile("comparer à ce voisin")).first)
    main.titre("Comparer")


def _lien(main: Main) -> None:
    main.ouvrir("/territoire?ti=ti-2806")
    main.presser(main.page.locator("[data-copier=lien]").first)
    main.page.get_by_role("status").filter(has_text=re.compile("opié")).first.wait_for()


def _communes(main: Main) -> None:
    main.ouvrir("/territoire?ti=ti-2806")
    repli = main.page.locator("details", has=main.page.locator("summary", has_text="ommunes du territoire"))
    main.presser(repli.locator("summary").first)
    main.page.get_by_text("Cherbourg-en-Cotentin").first.wait_for()


def _lignes(main: Main) -> None:
    main.ouvrir("/projets?region=53")
    cases = main.page.locator(".atlas-projets-corps .atlas-projets-case")
    for rang in range(3):
        main.presser(cases.nth(rang))
        main.au_calme()
    main.bouton("Emporter ou présenter")
    with main.page.expect_download():
        main.presser(main.page.get_by_role("dialog").get_by_role("button", name=re.compile("CSV")))


def _deposer(main: Main, texte: str, bouton: str) -> None:
    """Bring a list: choosing the file in the window of the system is one press."""
    main.bouton(bouton)
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as fichier:
        fichier.write(texte)
        fichier.flush()
        main.page.locator("input[type=file]").first.set_input_files(fichier.name)
        main.pressions += 2
        main.page.get_by_text("ligne bonne").first.wait_for()


def _revenir_avant(main: Main) -> None:
    main.ouvrir("/projets")
    _deposer(main, FAUX, "Ma liste")
    main.bouton("Ajouter")
    main.page.get_by_role("button", name=re.compile("^Ma liste : 1")).wait_for()


def _revenir(main: Main) -> None:
    main.ouvrir("/projets")
    _deposer(main, FAUX, "Mes projets")
    main.presser(main.page.get_by_text("Garder cette liste dans ce navigateur").first)
    main.au_calme()
    main.bouton("Ajouter")
    main.page.get_by_role("button", name=re.compile("^Mes projets : 1")).wait_for()
    main.au_calme()
    main.pressions, main.textes = 0, 0  # the next visit
    main.ouvrir("/projets")
    main.page.get_by_role("button", name=re.compile("^Mes projets : 1")).wait_for()


def _seance(main: Main) -> None:
    main.ouvrir("/territoire?ti=ti-2806&millesime=2023")
    main.presser(main.page.get_by_role("link", name="Ajouter à la séance").first)
    main.page.get_by_role("heading", level=1).wait_for()


def _annuler(main: Main) -> None:
    main.ouvrir("/projets?region=53&filiere=Agroalimentaire")
    main.presser(main.page.get_by_role("button", name="Tout effacer"))
    main.page.wait_for_url(lambda adresse: "region" not in adresse)
    main.pressions = 0  # the slip is not the task
    main.bouton("Annuler")
    main.page.wait_for_url(re.compile("region=53"))


def _question_avant(main: Main) -> None:
    main.page.goto(f"{main.serveur}/seance?vue=region-53&ecran=oui")
    main.page.locator('.atlas-seance[data-montree="1"]').wait_for()
    main.touche("Escape")
    main.page.locator("footer.atlas-pied").wait_for()
    main.au_calme()
    _chercher(main, "Dinan", "Dinan - Saint-Malo")
    main.titre("Dinan - Saint-Malo")


def _question(main: Main) -> None:
    main.page.goto(f"{main.serveur}/seance?vue=region-53&ecran=oui")
    main.page.locator('.atlas-seance[data-montree="1"]').wait_for()
    main.page.locator(".atlas-seance[data-reserve]").wait_for(state="attached")
    main.touche("t")
    main.taper("Dinan")
    main.touche("Enter")
    main.page.locator(".atlas-seance", has_text="Dinan - Saint-Malo").first.wait_for()


def _corriger(main: Main) -> None:
    main.ouvrir("/projets")
    _deposer(main, FAUX, "Mes projets")
    main.pressions = 0  # the list is there
    fenetre = main.page.get_by_role("dialog")
    main.presser(fenetre.get_by_label(re.compile("^Emplois.*ligne 3")))
    main.touche("Control+A")
    main.taper("12")
    main.bouton("Vérifier à nouveau")
    main.page.get_by_text("2\u202flignes bonnes").first.wait_for()


TACHES: Final[tuple[Tache, ...]] = (
    Tache(
        libelle="Trouver sa commune par son code postal, et ouvrir sa fiche",
        avant=None,
        sans="un code postal ne trouvait rien",
        apres=_commune,
        ecran=TELEPHONE,
    ),
    Tache(
        libelle="Voir les communes du territoire",
        avant=None,
        sans="la fiche ne les listait pas",
        apres=_communes,
        ecran=TELEPHONE,
    ),
    Tache(
        libelle="Comparer un territoire à un voisin",
        avant=_voisin_avant,
        apres=_voisin,
        ecran=TELEPHONE,
    ),
    Tache(libelle="Envoyer la fiche : copier son lien", avant=_lien, apres=_lien, ecran=TELEPHONE),
    Tache(
        libelle="Emporter trois projets choisis, en CSV",
        avant=None,
        sans="aucune ligne ne se cochait",
        apres=_lignes,
        ecran=ECRAN,
    ),
    Tache(
        libelle="Retrouver ses projets à la visite suivante",
        avant=_revenir_avant,
        apres=_revenir,
        ecran=ECRAN,
    ),
    Tache(
        libelle="Corriger une ligne rejetée",
        avant=None,
        sans="le fichier était à reprendre ailleurs",
        apres=_corriger,
        ecran=ECRAN,
    ),
    Tache(
        libelle="Ajouter à la séance une fiche d’un autre millésime",
        avant=None,
        sans="la séance préparée était perdue",
        apres=_seance,
        ecran=ECRAN,
    ),
    Tache(
        libelle="Reprendre les filtres effacés par mégarde",
        avant=None,
        sans="ils étaient à refaire",
        apres=_annuler,
        ecran=ECRAN,
    ),
    Tache(
        libelle="En séance, montrer le territoire que la salle demande",
        avant=_question_avant,
        apres=_question,
        ecran=ECRAN,
    ),
)
"""The ten tasks of the report."""


def jouer(navigateur: Browser, serveur: str, tache: Tache, facon: Callable[[Main], None]) -> dict[str, int]:
    """Play a task once, in a browser that knows nothing.

    Returns:
        pressions and textes.
    """
    contexte = navigateur.new_context(locale="fr-FR", viewport=tache.ecran, reduced_motion="reduce")
    contexte.grant_permissions(["clipboard-read", "clipboard-write"])
    try:
        main = Main(contexte.new_page(), serveur)
        facon(main)
        return {"pressions": main.pressions, "textes": main.textes}
    finally:
        contexte.close()


def _jouer_toutes(racine: Path, *, avant: bool) -> list[dict[str, int] | None]:
    with atlas(racine) as serveur, chromium(str(trouver_chromium())) as navigateur:
        comptes: list[dict[str, int] | None] = []
        for tache in TACHES:
            facon = tache.avant if avant else tache.apres
            comptes.append(None if facon is None else jouer(navigateur, serveur.adresse, tache, facon))
            print(f"{tache.libelle} : {comptes[-1]}")
        return comptes


def principal(arguments: Sequence[str]) -> int:
    """Play the ten tasks, and keep their counts."""
    lecteur = argparse.ArgumentParser(prog="python -m bench.gestes", description="Les gestes de dix tâches.")
    lecteur.add_argument("--avant", type=Path, help="un autre état du projet, dont les comptes sont refaits")
    choix = lecteur.parse_args(arguments)
    lus: dict[str, Any] = json.loads(RESULTATS.read_text(encoding="utf-8")) if RESULTATS.is_file() else {}
    if choix.avant:
        lus["avant"] = _jouer_toutes(choix.avant.resolve(), avant=True)
        RESULTATS.write_text(ecrire(lus), encoding="utf-8")
    lus["apres"] = _jouer_toutes(RACINE, avant=False)
    RESULTATS.write_text(ecrire(lus), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

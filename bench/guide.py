"""`python -m bench.guide`: takes the pictures of `docs/guide.md` from the running app, into `docs/images`.

A picture taken by hand is wrong from the next change of a page on, and nobody sees it. These come from one
list: each view has an address, what must be on the screen before the picture is taken, and what the reader
does first, if anything. A picture is kept once three in a row are the same: nothing is still coming.
"""

from __future__ import annotations

import argparse
import io
import sys
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from playwright.sync_api import Error
from tqdm import tqdm

from bench.guide_vues import IMAGES, VUES
from bench.navigateur import chromium, visite
from bench.serveurs import RACINE, ServeurMuet, atlas
from outils.controles import trouver_chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt
    from playwright.sync_api import Browser, Page

    from bench.guide_vues import Vue
    from bench.serveurs import Serveur

__all__ = ["OCTETS_MAX", "ImageRefusee", "differe", "immobile", "optimiser", "photographier"]

OCTETS_MAX: Final = 150_000
"""What a picture may weigh, so that the guide opens fast and the project stays light."""

PALETTES: Final = (256, 128, 64, 32)
"""Numbers of colours that are tried, the most faithful first."""

RETOUCHES: Final = 3
"""Passes that bring each colour of a palette nearer to what it stands for: a flat ground keeps its own."""

PAREILLES: Final = 3
"""Pictures in a row that must be the same."""

NUANCES: Final = 3_000
"""Differences of tone, added up over the pixels, between two runs of a view that has not changed: a single
digit makes ten thousand, another ground a hundred times more."""

ESSAIS: Final = 80
"""Pictures after which a page that still moves is a failure."""

PATIENCE: Final = 60_000
"""Milliseconds that a part of a page may take to come."""

AU_REPOS: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
"""What Streamlit says of itself when no run is under way."""

EN_COURS: Final = '[data-testid="stSkeleton"], [data-stale="true"], [aria-busy="true"]'
"""What is on a page that still waits for something."""


class ImageRefusee(RuntimeError):
    """A picture cannot be kept; the message says which, why, and what to do."""


def immobile(prendre: Callable[[], bytes], quoi: str) -> bytes:
    """The first picture that comes three times in a row.

    Args:
        prendre: Takes a picture (PNG).
        quoi: What it shows, for the message.

    Raises:
        ImageRefusee: It never stops changing.
    """
    derniere, suite = b"", 0
    for _ in range(ESSAIS):
        image = prendre()
        suite = suite + 1 if image == derniere else 1
        if suite == PAREILLES:
            return image
        derniere = image
    raise ImageRefusee(
        f"L’image « {quoi} » change encore après {ESSAIS} prises : la page n’est jamais au repos."
    )


def optimiser(image: bytes, quoi: str) -> bytes:
    """The same picture (PNG) with a palette, as many colours as fit in `OCTETS_MAX`.

    The same picture gives the same bytes.

    Args:
        image: PNG in true colours.
        quoi: What it shows, for the message.

    Raises:
        ImageRefusee: It is too heavy, however few its colours.
    """
    lue = Image.open(io.BytesIO(image)).convert("RGB")
    for couleurs in PALETTES:
        reduite = lue.quantize(
            couleurs, method=Image.Quantize.MEDIANCUT, kmeans=RETOUCHES, dither=Image.Dither.NONE
        )
        sortie = io.BytesIO()
        reduite.save(sortie, format="PNG", optimize=True)
        if sortie.tell() <= OCTETS_MAX:
            return sortie.getvalue()
    raise ImageRefusee(
        f"L’image « {quoi} » pèse {sortie.tell()} octets avec {PALETTES[-1]} couleurs, plus que les "
        f"{OCTETS_MAX} permis : montrez-en moins."
    )


def differe(ancienne: bytes, nouvelle: bytes) -> bool:
    """Whether two pictures differ by more than the grains that a browser lays at the edge of a corner."""
    avant, apres = (_tons(octets) for octets in (ancienne, nouvelle))
    return avant.shape != apres.shape or int(np.abs(avant - apres).max(axis=2).sum()) > NUANCES


def _tons(octets: bytes) -> npt.NDArray[np.int32]:
    """Tones of a picture, from 0 to 255: height, width, three colours."""
    return np.asarray(Image.open(io.BytesIO(octets)).convert("RGB"), dtype=np.int32)


def photographier(navigateur: Browser, serveur: Serveur, vue: Vue) -> bytes:
    """A picture (PNG, true colours) of a view that is whole, for a reader who has never come.

    Raises:
        ImageRefusee: What the view must show does not come, or it never stops changing.
    """
    with visite(navigateur, serveur, {}) as lecteur:
        page = lecteur.page
        page.set_viewport_size({"width": vue.ecran[0], "height": vue.ecran[1]})
        page.emulate_media(reduced_motion="reduce")
        try:
            if vue.graphiques is None:
                lecteur.ouvrir(vue.millesime, vue.chemin)
            else:
                lecteur.ouvrir_avec_graphiques(vue.chemin, vue.graphiques)
            page.set_default_timeout(PATIENCE)
            vue.geste(page)
            _attendre(page, vue.attend)
        except Error as erreur:
            raise ImageRefusee(f"L’image « {vue.nom} » ({vue.chemin}) ne vient pas : {erreur}") from erreur
        return immobile(lambda: page.screenshot(animations="disabled", scale="css"), vue.nom)


def _attendre(page: Page, selecteurs: Sequence[str]) -> None:
    for selecteur in selecteurs:
        page.locator(selecteur).first.wait_for()
    page.locator(AU_REPOS).wait_for()
    page.locator(EN_COURS).first.wait_for(state="detached")
    page.evaluate("document.fonts.ready.then(() => true)")


def faire(navigateur: Browser, vues: Sequence[Vue]) -> None:
    """Take pictures and keep those that changed."""
    IMAGES.mkdir(exist_ok=True)
    with atlas() as serveur, tqdm(vues, desc="Images du guide", unit="image") as barre:
        for vue in barre:
            barre.set_postfix_str(vue.nom)
            image = optimiser(photographier(navigateur, serveur, vue), vue.nom)
            if not vue.fichier.is_file() or differe(vue.fichier.read_bytes(), image):
                vue.fichier.write_bytes(image)


def principal(arguments: list[str]) -> int:
    """Take the pictures that are asked for, all of them by default; 1 with a French message when it fails."""
    noms = [vue.nom for vue in VUES]
    lecteur = argparse.ArgumentParser(prog="python -m bench.guide", description="Les images du guide.")
    lecteur.add_argument(
        "noms", nargs="*", metavar="nom", help=f"images à refaire : {', '.join(noms)} (toutes)"
    )
    voulus = lecteur.parse_args(arguments).noms
    inconnus = sorted(set(voulus) - set(noms))
    if inconnus:
        print(f"Le guide n’a pas d’image « {' », « '.join(inconnus)} ». Il a : {', '.join(noms)}.")
        return 1
    chemin = trouver_chromium()
    if chemin is None:
        print("Aucun Chromium n’a été trouvé : installez-le, ou donnez son chemin dans la variable CHROMIUM.")
        return 1
    try:
        with chromium(chemin) as navigateur:
            faire(navigateur, [vue for vue in VUES if not voulus or vue.nom in voulus])
    except (ImageRefusee, ServeurMuet) as refus:
        print(refus)
        return 1
    print(f"Écrit : {IMAGES.relative_to(RACINE).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

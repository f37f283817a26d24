"""What the frame of the map runs and never changes, in one file whose name carries its content.

streamlit-folium sends the map's script again with each run, and loads the scripts that it names one after the
other. Libraries, sheets, configuration and our own scripts are joined here instead: one address, announced by
the page before Streamlit has started, never sent again, and kept by the browser for ever. The file stands
beside the layers that it names, and is made with them.

Kept apart from `components.carte.carte`, which imports streamlit-folium: the server announces this file and
must not.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from components.leaflet import couches as dessins
from components.leaflet import elements
from components.leaflet.elements import ADRESSE
from components.statiques import modules
from data.couches import magasin
from erreurs import CouchesIllisibles
from memoire import garde, rien_que_le_code, signature
from theme import COULEURS, FAMILLES, LABELS, STADES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["SEUIL_FIN", "VUES", "adresse", "configuration", "contenu"]

SEUIL_FIN: Final = 8
"""Leaflet zoom from which the finer outlines of the régions in view are fetched."""

ZOOM: Final = {"min": 3, "max": 13}
"""Leaflet zooms between which the reader moves: a hemisphere, a town."""

VUES: Final = (
    {"nom": "France entière", "bornes": [[41.33, -5.15], [51.09, 9.57]]},
    {"nom": "Guadeloupe", "region": "01", "bornes": [[15.8, -61.85], [16.55, -60.95]]},
    {"nom": "Martinique", "region": "02", "bornes": [[14.35, -61.3], [14.92, -60.75]]},
    {"nom": "Guyane", "region": "03", "bornes": [[2.1, -54.7], [5.85, -51.5]]},
    {"nom": "La Réunion", "region": "04", "bornes": [[-21.42, 55.2], [-20.85, 55.86]]},
    {"nom": "Mayotte", "region": "06", "bornes": [[-13.05, 44.98], [-12.6, 45.32]]},
)
"""Places that one press reaches: south-west and north-east corners, latitude first (WGS 84)."""

LAUREAT: Final = [stade.libelle for stade in STADES].index("Lauréat")
"""Rank of the stade of every published laureate."""

NOM: Final = "atlas-{}.js"
GENERATIONS: Final = 2
"""Files kept: this one and the one before, which a server that started with it still serves."""


def configuration(fichiers: magasin.Index) -> dict[str, Any]:
    """What the scripts of the frame read: addresses of the layers, colours, views, French texts."""
    adresses = {nom: f"{ADRESSE}/couches/{fiche.fichier}" for nom, fiche in fichiers.items()}
    return {
        "couches": {nom: adresses[nom] for nom in dessins.fichiers() if nom in adresses},
        "declarees": dessins.declarees(),
        "fins": _par_lieu(adresses, "fins-"),
        "communes": _par_lieu(adresses, "communes-"),
        "seuil_fin": SEUIL_FIN,
        "zoom": ZOOM,
        "style": COULEURS,
        "feuille": elements.feuille(),
        "familles": [asdict(famille) for famille in FAMILLES],
        "stades": [asdict(stade) for stade in STADES],
        "labels": [asdict(label) for label in LABELS],
        "laureat": LAUREAT,
        "vues": list(VUES),
        "mention": "Contours : IGN Admin Express, généralisés · Projets : DGE",
        "sans_reseau": "Le fond de l’IGN ne répond pas : il demande un accès à Internet. "
        "Le reste de la carte est là.",
        "couche_absente": "Cette couche n’a pas pu être chargée. Réessayez dans un instant.",
        "erreur": "Les couches de la carte n’ont pas pu être chargées. Rechargez la page ; si cela persiste, "
        "relancez l’atlas avec « make run ».",
    }


def _par_lieu(adresses: Mapping[str, str], prefixe: str) -> dict[str, str]:
    """Addresses of the layers that have one file a place, by the code of the place."""
    return {nom.removeprefix(prefixe): a for nom, a in adresses.items() if nom.startswith(prefixe)}


def contenu(fichiers: magasin.Index) -> str:
    """The whole file, `amorce.js` and the configuration first: the layers come while the rest is read.

    Raises:
        StatiqueIllisible: One of the scripts that it holds is missing, cut or altered.
    """
    reglages = json.dumps(configuration(fichiers), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    premiers = modules.ordonner(elements.AMORCE)
    suivants = [nom for nom in modules.ordonner(elements.ENTREE) if nom not in premiers]
    morceaux = (
        f"(() => {{\nconst modules = {{}};\n{modules.joindre(premiers)}",
        f'modules["{elements.AMORCE}"].preparer({reglages});',
        *elements.bibliotheques(),
        f"{modules.joindre(suivants)}}})();",
    )
    return "\n;\n".join(morceaux) + "\n"


def adresse(couches: Path | None = None) -> str:
    """Address of the file for the frame; it is written when the layers are new, whole or not at all.

    Args:
        couches: Folder of the layers (`layers.CIBLE` by default).

    Raises:
        CouchesIllisibles: When the index of the layers is missing or broken, or the file cannot be written.
        StatiqueIllisible: When one of the scripts that it holds is missing, cut or altered.
    """
    dossier = couches or magasin.CIBLE
    return _ecrire(dossier, signature(dossier / magasin.INDEX))


@garde(taille=1, depend=rien_que_le_code)
def _ecrire(couches: Path, _indice: object) -> str:
    octets = contenu(magasin.index(couches)).encode()
    fichier = couches / NOM.format(hashlib.sha256(octets).hexdigest()[:12])
    try:
        if not fichier.is_file() or fichier.read_bytes() != octets:
            magasin.remplacer(fichier, octets)
            _balayer(couches, fichier)
    except OSError as erreur:
        raise CouchesIllisibles(
            f"Le script de la carte ne s’écrit pas dans « {couches.name} » ({erreur.strerror}). "
            "Donnez au serveur le droit d’y écrire, ou lancez-le une première fois avec ce droit."
        ) from erreur
    return f"{ADRESSE}/couches/{fichier.name}"


def _balayer(couches: Path, present: Path) -> None:
    """Remove the files of older generations; another server may be doing so at the same time."""
    with contextlib.suppress(FileNotFoundError):
        autres = [f for f in couches.glob(NOM.format("*")) if f != present]
        anciens = sorted(autres, key=lambda f: f.stat().st_mtime_ns, reverse=True)
        for fichier in anciens[GENERATIONS - 1 :]:
            fichier.unlink()

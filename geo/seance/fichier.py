"""A séance as a small file that travels on a key: its name and the words of its views, and nothing else.

The file comes back from anywhere: nothing in it is believed before it has been read as an address is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from geo.seance.seance import NOM_MAX, VUES_MAX, Seance

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.filtre import Vocabulaires

__all__ = ["OCTETS_MAX", "VERSION", "ecrire_fichier", "lire_fichier", "nom_du_fichier"]

VERSION: Final = 2
"""Version of the file, as it is written. Older ones are read: in the first, all views had one millésime."""

OCTETS_MAX: Final = 400_000
"""Size beyond which a file is no séance of ours."""

SORTE: Final = "séance de l’Atlas des Territoires d’industrie"
_ILLISIBLE: Final = "Ce fichier n’est pas une séance de l’atlas : choisissez un fichier enregistré ici."


def ecrire_fichier(seance: Seance) -> str:
    """The file of a séance: JSON, the same text for the same séance."""
    contenu = {
        "sorte": SORTE,
        "version": VERSION,
        "nom": seance.nom,
        "fond": seance.fond,
        "vues": list(seance.mots),
    }
    return json.dumps(contenu, ensure_ascii=False, indent=1) + "\n"


def nom_du_fichier(seance: Seance) -> str:
    """Name of the file, of letters and figures only."""
    lettres = "".join(c if c.isalnum() else "-" for c in seance.nom.casefold())
    propre = "-".join(filter(None, lettres.split("-")))[:NOM_MAX]
    return f"seance-{propre}.json" if propre else "seance.json"


def lire_fichier(texte: str, atlas: Atlas, vocabulaires: Vocabulaires) -> tuple[Seance | None, list[str]]:
    """The séance of a file, None when it is no such file; and French notices for what is left aside.

    Never raises, whatever the text.
    """
    if len(texte.encode(errors="replace")) > OCTETS_MAX:
        return None, [f"Ce fichier dépasse {OCTETS_MAX // 1000} ko : ce n’est pas une séance de l’atlas."]
    contenu = _json(texte)
    if contenu is None or contenu.get("sorte") != SORTE:
        return None, [_ILLISIBLE]
    version = contenu.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        return None, ["Cette séance vient d’une version plus récente de l’atlas : ouvrez-la avec celle-là."]
    seance, avis = Seance.lire(_parametres(contenu), atlas, vocabulaires)
    return seance, avis


def _json(texte: str) -> dict[str, Any] | None:
    try:
        contenu = json.loads(texte)
    except (ValueError, RecursionError):
        return None
    return contenu if isinstance(contenu, dict) else None


def _parametres(contenu: dict[str, Any]) -> dict[str, list[str]]:
    """What the file says, as an address would; what is of another kind is passed over."""
    vues = contenu.get("vues")
    lues = vues[: VUES_MAX + 1] if isinstance(vues, list) else []
    millesime = contenu.get("millesime")
    return {
        "nom": _textes([contenu.get("nom")]),
        "fond": _textes([contenu.get("fond")]),
        "millesime": [str(millesime)] if isinstance(millesime, int) else [],
        "vue": [vue if isinstance(vue, str) else "?" for vue in lues],
    }


def _textes(valeurs: list[object]) -> list[str]:
    return [valeur for valeur in valeurs if isinstance(valeur, str)]

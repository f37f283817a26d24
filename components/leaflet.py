"""folium elements that hold addresses instead of geometries, and where their scripts come from.

Stock folium writes every outline into the page and asks four outside hosts for ten scripts and sheets. Here
the map's script names a few local files; the browser fetches each layer once and keeps it. folium's defaults
are replaced as a whole: none of its other scripts is used.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from theme import COULEURS

__all__ = [
    "Apparence",
    "CarteAtlas",
    "Etat",
    "Montage",
    "adresses_exterieures",
    "bibliotheques_locales",
    "nouvelle_carte",
    "scripts",
    "scripts_du_cadre",
]

STATIQUE: Final = Path(__file__).resolve().parent.parent / "static"
ADRESSE: Final = "../../app/static"
"""`static/` as the component's frame sees it, under any base path."""

VENDOR: Final = ("leaflet.js", "topojson-client.min.js", "leaflet.css")
AMORCE: Final = "amorce.js"
"""Run after Leaflet; it loads the others side by side (streamlit-folium loads its list one by one)."""

SCRIPTS: Final = (
    "lecture.js",
    "fonds.js",
    "points.js",
    "couches.js",
    "villes.js",
    "groupements.js",
    "medaillons.js",
    "controles.js",
    "carte.js",
)
FEUILLE: Final = "carte.css"
POLICE: Final = "'Source Sans', 'Source Sans Pro', system-ui, sans-serif"
TOPOJSON_VERSION: Final = "3.1.0"

OUVRANTES: Final = re.compile(r"\{(?=[{%#])")

journal = logging.getLogger(__name__)


def json_de_script(contenu: object) -> str:
    """JSON that is safe inside a script and inside a template.

    branca compiles what a template has written as a template again: an opening brace that would start an
    expression there is written as its escape, which can only stand inside a text.
    """
    return OUVRANTES.sub(r"\\u007b", str(htmlsafe_json_dumps(contenu)))


def bibliotheques_locales() -> bool:
    """Whether Leaflet and topojson-client were installed into `static/vendor` at set-up."""
    return all((STATIQUE / "vendor" / nom).is_file() for nom in VENDOR)


@lru_cache(maxsize=1)
def _avertir() -> None:
    journal.warning(
        "Leaflet n’est pas installé dans static/vendor : la carte demande ses scripts aux adresses "
        "de folium. Relancez `make run` avec un accès à npm pour vous en passer.",
    )


@lru_cache(maxsize=1)
def _version() -> str:
    """Short hash of our own scripts, so that a browser never keeps an old one."""
    contenu = b"".join((STATIQUE / "atlas" / nom).read_bytes() for nom in (AMORCE, *SCRIPTS, FEUILLE))
    return hashlib.sha256(contenu).hexdigest()[:10]


def _bibliotheques() -> dict[str, str]:
    """Addresses of leaflet, topojson and the Leaflet sheet: ours, or those that folium would use."""
    if bibliotheques_locales():
        leaflet, topojson, feuille = (f"{ADRESSE}/vendor/{nom}" for nom in VENDOR)
        return {"leaflet": leaflet, "topojson": topojson, "feuille": feuille}
    _avertir()
    leaflet = dict(folium.folium._default_js)["leaflet"]  # noqa: SLF001  folium exposes its addresses nowhere else
    racine = leaflet.rpartition("leaflet@")[0]
    return {
        "leaflet": leaflet,
        "topojson": f"{racine}topojson-client@{TOPOJSON_VERSION}/dist/topojson-client.min.js",
        "feuille": leaflet.replace("leaflet.js", "leaflet.css"),
    }


def _notre(nom: str) -> str:
    return f"{ADRESSE}/atlas/{nom}?v={_version()}"


def scripts() -> list[str]:
    """Addresses of the scripts that `amorce.js` loads, in the order in which they must run."""
    return [_bibliotheques()["topojson"], *map(_notre, SCRIPTS)]


def scripts_du_cadre() -> list[str]:
    """Every script and sheet of the frame, in order."""
    bibliotheques = _bibliotheques()
    return [bibliotheques["leaflet"], _notre(AMORCE), *scripts(), bibliotheques["feuille"], _notre(FEUILLE)]


def adresses_exterieures() -> list[str]:
    """Addresses outside this server that the frame asks for: none once Leaflet is installed."""
    return [adresse for adresse in _bibliotheques().values() if "://" in adresse]


class CarteAtlas(folium.Map):
    """A folium map without tiles whose only scripts and sheets are those of the atlas."""

    def __init__(self, **options: Any) -> None:
        """Make the map; `options` are Leaflet's (zoom_snap, zoom_delta…)."""
        super().__init__(tiles=None, prefer_canvas=True, **options)
        bibliotheques = _bibliotheques()
        self.default_js = [("leaflet", bibliotheques["leaflet"]), ("amorce", _notre(AMORCE))]
        self.default_css = [("leaflet_css", bibliotheques["feuille"]), ("carte_css", _notre(FEUILLE))]


class Montage(MacroElement):
    """Mounts the atlas on its map, once: addresses of the layers, colours, texts, views."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.atlas.monter({{ this._parent.get_name() }}, {{ this.json() }});
        {% endmacro %}
        """,
    )

    def __init__(self, config: dict[str, Any]) -> None:
        """Keep the configuration, which is written as JSON that is safe inside a script."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Montage"
        self.config = config

    def json(self) -> str:
        """The configuration, for the template."""
        return json_de_script(self.config)


class Apparence(MacroElement):
    """The colours of `theme` as custom properties of the frame's sheet."""

    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <style>:root { {{ this.proprietes }} }</style>
        {% endmacro %}
        """,
    )

    def __init__(self) -> None:
        """Take every named colour."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "Apparence"
        couleurs = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
        self.proprietes = f"{couleurs} --police: {POLICE};"


class Etat(folium.FeatureGroup):
    """What the map must show now: the small message that a rerun sends instead of geometries.

    streamlit-folium evaluates a feature group in the living map when its text has changed, and leaves the
    frame alone. The group itself stays empty.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            window.atlas.appliquer({{ this.json() }});
        {% endmacro %}
        """,
    )

    def __init__(self, etat: dict[str, Any]) -> None:
        """Keep the state, which is written as JSON that is safe inside a script."""
        super().__init__(name="etat")
        self.etat = etat

    def json(self) -> str:
        """The state, for the template."""
        return json_de_script(self.etat)


def nouvelle_carte(config: dict[str, Any]) -> CarteAtlas:
    """The map of the atlas; the same configuration gives the same script, so the frame stays mounted."""
    carte = CarteAtlas(zoom_snap=0.1, zoom_delta=1, location=(46.6, 2.4), zoom_start=5)
    carte.add_child(Apparence())
    carte.add_child(Montage(json.loads(json.dumps(config, sort_keys=True))))
    return carte

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
from pathlib import Path
from typing import Any, Final

import folium
from branca.element import MacroElement
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from components.statiques import fichiers
from memoire import garde, rien_que_le_code
from theme import COULEURS

__all__ = [
    "AMORCE",
    "ENTREE",
    "CarteAtlas",
    "Etat",
    "Montage",
    "absentes",
    "adresses_exterieures",
    "bibliotheques",
    "bibliotheques_locales",
    "feuille",
    "nouvelle_carte",
]

STATIQUE: Final = Path(__file__).resolve().parents[2] / "static"
ADRESSE: Final = "../../app/static"
"""`static/` as the component's frame sees it, under any base path."""

VENDOR: Final = ("leaflet.js", "topojson-client.min.js", "supercluster.min.js", "leaflet.css")
CATALOGUE: Final = "versions.json"
"""Written at set-up beside the libraries: their sums (`outils.bibliotheques`)."""

AMORCE: Final = "carte/amorce.js"
"""Runs before all others, Leaflet included: it asks for the layers while they are read."""

ENTREE: Final = "carte/entree.js"
"""Runs last, and imports all that the map is made of."""

FEUILLE: Final = "carte/carte.css"
POLICE: Final = "'Source Sans', 'Source Sans Pro', system-ui, sans-serif"
TOPOJSON_VERSION: Final = "3.1.0"
SUPERCLUSTER_VERSION: Final = "9.1.0"

OUVRANTES: Final = re.compile(r"\{(?=[{%#])")

journal = logging.getLogger(__name__)


def json_de_script(contenu: object) -> str:
    """JSON that is safe inside a script and inside a template.

    branca compiles what a template has written as a template again: an opening brace that would start an
    expression there is written as its escape, which can only stand inside a text.
    """
    return OUVRANTES.sub(r"\\u007b", str(htmlsafe_json_dumps(contenu)))


def absentes() -> list[str]:
    """Files of Leaflet and its companions that were not installed into `static/vendor` at set-up."""
    return [nom for nom in VENDOR if not (STATIQUE / "vendor" / nom).is_file()]


def bibliotheques_locales() -> bool:
    """Whether Leaflet and its companions were installed into `static/vendor` at set-up."""
    return not absentes()


def _sommes() -> dict[str, str]:
    """Sum of each library as it was installed; nothing when set-up left no word of it."""
    try:
        lues: dict[str, str] = json.loads((STATIQUE / "vendor" / CATALOGUE).read_text("utf-8"))["empreintes"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return lues


def _bibliotheque(nom: str) -> str:
    octets = (STATIQUE / "vendor" / nom).read_bytes()
    attendue = _sommes().get(nom)
    if attendue and hashlib.sha256(octets).hexdigest() != attendue:
        raise fichiers.StatiqueIllisible(
            f"Le fichier « static/vendor/{nom} » n’est plus celui qui a été installé. Pour le rétablir, "
            "relancez `make run` avec un accès à npm."
        )
    return octets.decode()


@garde(taille=1, depend=rien_que_le_code)
def _avertir() -> None:
    journal.warning(
        "Leaflet n’est pas installé dans static/vendor : la carte demande ses scripts aux adresses "
        "de folium. Relancez `make run` avec un accès à npm pour vous en passer.",
    )


def adresses_exterieures() -> list[str]:
    """Addresses outside this server that the frame asks for, in order: none once Leaflet is installed."""
    if bibliotheques_locales():
        return []
    _avertir()
    leaflet = dict(folium.folium._default_js)["leaflet"]  # noqa: SLF001  folium exposes its addresses nowhere else
    racine = leaflet.rpartition("leaflet@")[0]
    return [
        leaflet,
        f"{racine}topojson-client@{TOPOJSON_VERSION}/dist/topojson-client.min.js",
        f"{racine}supercluster@{SUPERCLUSTER_VERSION}/dist/supercluster.min.js",
        leaflet.replace("leaflet.js", "leaflet.css"),
    ]


def _textes(extension: str) -> list[str]:
    """Local libraries with this extension, in order; none unless all are there."""
    return [_bibliotheque(nom) for nom in VENDOR if nom.endswith(extension) and bibliotheques_locales()]


def bibliotheques() -> list[str]:
    """The scripts of Leaflet and its companions, in the order in which they run; none unless all are there.

    Raises:
        StatiqueIllisible: One of them is not the one that was installed.
    """
    return _textes(".js")


def feuille() -> str:
    """The sheet of the frame: colours of `theme` as custom properties, Leaflet's sheet, then ours."""
    couleurs = " ".join(f"--{nom.replace('_', '-')}: {valeur};" for nom, valeur in COULEURS.items())
    bibliotheque = "\n".join(_textes(".css"))
    images = bibliotheque.replace("url(images/", f"url({ADRESSE}/vendor/images/")
    return f":root {{ {couleurs} --police: {POLICE}; }}\n{images}\n{fichiers.lire(FEUILLE)}"


SANS_SCRIPT: Final = (
    "La carte ne s’affiche pas : son script (static/couches/atlas-….js) n’a pas pu être lu. Rechargez la "
    "page ; si cela persiste, dites-le à qui tient ce serveur, qui peut le relancer avec « make run »."
)
"""What stands in the frame without Leaflet or our scripts."""


class CarteAtlas(folium.Map):
    """A folium map without tiles whose only script is that of the atlas; its page has no header."""

    sans_script = SANS_SCRIPT
    _template = Template(
        """
        {% macro script(this, kwargs) %}
            if (!window.L || !window.atlas) document.body.textContent = {{ this.sans_script|tojson }};
            var {{ this.get_name() }} = L.map(
                {{ this.get_name()|tojson }},
                {center: {{ this.location|tojson }}, ...{{ this.options|tojavascript }}}
            );
        {% endmacro %}
        """,
    )

    def __init__(self, lot: str, **options: Any) -> None:
        """Make the map; `lot` is the address of its script, `options` are Leaflet's (zoom_snap…)."""
        super().__init__(tiles=None, prefer_canvas=True, **options)
        adresses = [*adresses_exterieures(), lot]
        self.default_js = [(a, a) for a in adresses if a.endswith(".js")]
        self.default_css = [(a, a) for a in adresses if a.endswith(".css")]


class Montage(MacroElement):
    """Mounts the atlas on its map, once."""

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


def nouvelle_carte(lot: str, depart: dict[str, Any]) -> CarteAtlas:
    """The map of the atlas; the same arguments give the same script, so the frame stays mounted.

    Args:
        lot: Address of the file that the frame runs (`components.leaflet.lot`).
        depart: What this map alone is told when it is mounted.
    """
    carte = CarteAtlas(lot, zoom_snap=0, zoom_delta=1, location=(46.6, 2.4), zoom_start=5)
    # another file is another script: the frame is then mounted anew
    carte.add_child(Montage(json.loads(json.dumps({**depart, "lot": lot}, sort_keys=True))))
    return carte

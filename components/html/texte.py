"""Writing what files and readers provide into a page, harmless until proven otherwise.

HTML is a type, `Html`: what meets it as a plain text is escaped on the way in, so that there is no call to
forget. Other languages have a function each, named after them: `markdown` here, `pour_plotly` beside the
charts. `Html` is made here alone; pages write `balise`, `joindre` and `gabarit`.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from francais import liste

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import LiteralString, Self

__all__ = [
    "JOINT",
    "RIEN",
    "Html",
    "balise",
    "echapper",
    "enumerer",
    "gabarit",
    "joindre",
    "markdown",
    "sans_sens",
    "style",
]

_SPECIAUX = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")
_ADRESSE = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
JOINT = "\u2060"
"""Word joiner: it shows nothing, and no address goes on behind it."""

_SENS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of writing: one of them in a name would turn round the words that follow it."""

_SANS_FIN: Final = frozenset({"br", "input", "link", "meta"})
"""Elements that hold nothing and are not closed."""


class Html(Markup):
    """HTML already made. It takes a plain text as a text: `+`, `join`, `format` and `%` escape it.

    An f-string or `"".join` gives a plain text back, which would be escaped again: write `joindre`.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """A text that stays text inside HTML, attributes included; HTML already made is left as it is."""
        return cls(s) if isinstance(s, Markup) else cls(html.escape(sans_sens(s), quote=True))


RIEN: Final = Html()
"""No HTML at all."""


def sans_sens(texte: object) -> str:
    """A text without the invisible marks that turn the direction of writing."""
    return _SENS.sub("", str(texte))


def echapper(texte: object) -> Html:
    """A text alone, as HTML: where it stands inside an element, the element escapes it by itself."""
    return Html.escape(texte)


def joindre(morceaux: Iterable[str], entre: str = "") -> Html:
    """Pieces one after the other, as HTML.

    Args:
        morceaux: Texts, which are escaped, and HTML.
        entre: What stands between two pieces; escaped too unless it is HTML.
    """
    return echapper(entre).join(morceaux)


def enumerer(morceaux: Sequence[str]) -> Html:
    """Pieces as a French sentence names them (`francais.liste`), as HTML."""
    return echapper(liste(["{}"] * len(morceaux))).format(*morceaux)


def markdown(texte: object) -> str:
    """A text that stays text inside Streamlit's Markdown: no emphasis, link, HTML, formula or emoji name.

    Streamlit makes a link of a bare address even when its signs are escaped: a word joiner, which nobody
    sees, stands inside.
    """
    seul = _ADRESSE.sub(JOINT, " ".join(sans_sens(texte).split()))
    return _SPECIAUX.sub(r"\\\1", seul)


def balise(nom: str, *contenu: str, classe: str = "", **attributs: str) -> Html:
    """An HTML element.

    Args:
        nom: Name of the element.
        contenu: Texts, which are escaped, and HTML already made.
        classe: Value of `class`.
        attributs: Other attributes, whose values are always escaped; `_` in a name becomes `-`.
    """
    paires = {"class": classe, **attributs} if classe else attributs
    ecrits = "".join(f' {cle.replace("_", "-")}="{_valeur(valeur)}"' for cle, valeur in paires.items())
    fin = "" if nom in _SANS_FIN else f"</{nom}>"
    return Html(f"<{nom}{ecrits}>{joindre(contenu)}{fin}")


def _valeur(texte: str) -> Html:
    """The value of an attribute: HTML is a text like another there."""
    return echapper(str(texte) if isinstance(texte, Markup) else texte)


def gabarit(modele: LiteralString, **valeurs: object) -> Html:
    """HTML written out in the code, with values at its `{nom}`.

    Args:
        modele: A literal, never a text made while the program runs (`tests/components/html/test_regles.py`).
        valeurs: Texts, which are escaped, and HTML already made.
    """
    return Html(modele).format(**valeurs)


def style(css: str) -> Html:
    """The element of a style sheet, in whose language nothing is escaped: only our own sheets and colours.

    Raises:
        ValueError: The sheet would end its own element.
    """
    if "</" in css:
        raise ValueError("Une feuille de style ne ferme pas son élément.")
    return Html(f"<style>{css}</style>")

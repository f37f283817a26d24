"""What a page declares when it lets a file be taken away: everything about it, but not the file.

A declaration costs nothing: nothing is made before a reader asks, and what is made does not stay in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from exports.tables import Progres

__all__ = ["Offre"]

NOM_SUR: Final = re.compile(r"[\w-]+\.[a-z0-9]+")
"""Letters, figures and dashes, then what the file is: a name that every system keeps as it is."""


@dataclass(frozen=True, kw_only=True)
class Offre:
    """A file that a page offers.

    Attributes:
        cle: Key of its button, one on the page.
        libelle: What the button says.
        nom: Name of the file.
        type_mime: What it is.
        faire: Makes its bytes, from what the address says; runs outside any session, where Streamlit does not
            answer.
        barre: Makes them while it tells the share done, for a file that takes more than a second: it is then
            made before it is offered. None for a file that is made when its button is pressed.
        de: What the bytes are made from; a file that waits to be saved is offered for the same thing alone.
        icone: Sign of the button.
        etiree: Whether the button is as wide as its place.
    """

    cle: str
    libelle: str
    nom: str
    type_mime: str
    faire: Callable[[], bytes]
    barre: Callable[[Progres], bytes] | None = None
    de: Hashable = None
    icone: str = ":material/download:"
    etiree: bool = True

    def __post_init__(self) -> None:
        """Refuse a name that a system would read as something else.

        Raises:
            ValueError: The name holds a space, a path, a hidden sign, or does not say what the file is.
        """
        if not NOM_SUR.fullmatch(self.nom):
            raise ValueError(f"« {self.nom} » n’est pas le nom d’un fichier")

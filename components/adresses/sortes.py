"""The kind of value that names a commune: former codes are followed, and the reader is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.adresse import Sorte, citer
from geo.communes import actuelle

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.adresse import Dire
    from geo.atlas import Atlas

__all__ = ["SorteCommune"]


class SorteCommune(Sorte):
    """An INSEE code of 2021, or one that leads to it; whatever its case and blanks."""

    fausse = "n’est le code INSEE d’aucune commune"

    def __init__(self, atlas: Atlas, *, admise: Callable[[str], bool] | None = None, sinon: str = "") -> None:
        """Take the communes of the atlas.

        Args:
            atlas: The atlas.
            admise: Which of them may be named here; all of them without it.
            sinon: What a notice says of the others.
        """
        self._atlas = atlas
        self._admise = admise
        self.fausse = sinon or self.fausse

    def comprendre(self, valeur: str, dire: Dire) -> str | None:
        """The code of the commune of 2021."""
        code = valeur.strip().upper()
        trouvee = actuelle(self._atlas, code)
        if trouvee is None or not (self._admise is None or self._admise(trouvee.code)):
            return None
        if trouvee.ancien:
            dire(f"{citer(code)} ({trouvee.ancien}) fait partie de la commune de {trouvee.nom} : la voici.")
        return trouvee.code

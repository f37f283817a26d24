"""What can go wrong, in one family: `str()` of each error is a French sentence with its thing and its remedy.

The rule, which `tests/test_erreurs.py` checks: every error of the atlas belongs to one of three families, by
who can mend it, and whoever stands above catches a family, never a list. A class stands in the package that
raises it; one that two houses name stands here, with the families. What a programmer alone can mend is an
error of Python's own (`ValueError`, `KeyError`); what keeps set-up from going on is in `outils`, which runs
before anything is installed.
"""

from __future__ import annotations

__all__ = [
    "ContratRompu",
    "CouchesIllisibles",
    "DemandeRefusee",
    "ErreurAtlas",
    "FabricationImpossible",
    "FichierIllisible",
]


class ErreurAtlas(Exception):
    """Anything that the atlas tells in French rather than by a traceback."""


class FichierIllisible(ErreurAtlas):
    """A file of the server is missing, cut or altered: whoever keeps the server restores it."""


class FabricationImpossible(ErreurAtlas):
    """The data cannot be made: whoever builds them mends a source, or what it declares."""


class DemandeRefusee(ErreurAtlas):
    """What was asked or brought cannot be used as it is: whoever asked mends it."""


class CouchesIllisibles(FichierIllisible, OSError):
    """The layers of the map, or the script that reads them, are missing, broken or cannot be written."""


class ContratRompu(FabricationImpossible):
    """A table does not keep its contract; the message says which table, column and values."""

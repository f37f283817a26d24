"""What can go wrong with a source, one class per remedy.

Every message is a French sentence for the person who builds the data: it names the file and says what to do.
"""

from __future__ import annotations

from erreurs import FabricationImpossible

__all__ = [
    "ErreurSource",
    "RegistreInvalide",
    "SourceAbsente",
    "SourceAlteree",
    "SourceSansAdresse",
    "TelechargementImpossible",
]


class ErreurSource(FabricationImpossible):
    """Anything that keeps a source from being used: catch this one to show the message and stop."""


class RegistreInvalide(ErreurSource):
    """`data/sources/sources.toml` does not say what it should; the message names the source and the field."""


class SourceAbsente(ErreurSource):
    """The file of a source is not where it is looked for."""


class SourceAlteree(ErreurSource):
    """A file is there but is not the one that was declared: size, type or checksum differ."""


class SourceSansAdresse(SourceAbsente):
    """The file is absent and no direct address is known: somebody has to fetch it by hand."""


class TelechargementImpossible(ErreurSource):
    """The download failed for good: the address refuses, the network is cut, or the disk is full."""

"""The raw sources: declared, found, fetched from their producers, verified."""

from data.sources.emplacement import trouver
from data.sources.erreurs import SourceAbsente, SourceAlteree
from data.sources.registre import Source, charger_registre

__all__ = ["Source", "SourceAbsente", "SourceAlteree", "charger_registre", "trouver"]

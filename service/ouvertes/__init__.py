"""The open data: what the pages show, as files that programs fetch by addresses that last."""

from service.ouvertes import routes
from service.ouvertes.matiere import Matiere

__all__ = ["Matiere", "routes"]

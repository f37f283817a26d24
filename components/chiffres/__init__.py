"""Key figures on a screen, each with its rank, what it is compared with, and where it comes from."""

from components.chiffres.notes import notes
from components.chiffres.references import NOMS, autres, chiffres, references, usuelles
from components.chiffres.vignettes import vignettes

__all__ = ["NOMS", "autres", "chiffres", "notes", "references", "usuelles", "vignettes"]

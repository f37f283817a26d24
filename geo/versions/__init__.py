"""Two versions of a reader's list: what was added, what is gone, what changed, and what nobody can tell."""

from geo.versions.versions import Changement, Ecarts, comparer, dire

__all__ = ["Changement", "Ecarts", "comparer", "dire"]

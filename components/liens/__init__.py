"""Links from a place to the page of another one."""

from components.liens.regions import regions_liees
from components.liens.territoires import territoire_lie

__all__ = ["regions_liees", "territoire_lie"]

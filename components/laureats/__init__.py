"""The projects of a place, one by one."""

from components.laureats.liste import lister

__all__ = ["lister"]

"""What a long page holds: a line of links that follows the reader, and parts that open when asked for."""

from components.sommaire.repli import repli
from components.sommaire.sommaire import Partie, sommaire

__all__ = ["Partie", "repli", "sommaire"]

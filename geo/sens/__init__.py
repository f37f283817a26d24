"""What the figures of a place mean, in a sentence: what is high, low or unusual in it, and nothing else."""

from geo.sens.faits import ORDRE, Fait, faits
from geo.sens.lexique import LEXIQUE
from geo.sens.phrase import LONGUEUR_MAX, NOMBRE_DE_FAITS, Sens, phrase, sens
from geo.sens.programme import UN_TERRITOIRE

__all__ = [
    "LEXIQUE",
    "LONGUEUR_MAX",
    "NOMBRE_DE_FAITS",
    "ORDRE",
    "UN_TERRITOIRE",
    "Fait",
    "Sens",
    "faits",
    "phrase",
    "sens",
]

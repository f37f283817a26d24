"""How three kinds of colour-blind readers see a colour, and how far apart two colours stand.

The matrices are those of Machado, Oliveira and Fernandes (« A Physiologically-based Model for Simulation of
Color Vision Deficiency », IEEE TVCG 15(6), 2009), at full severity, on linear sRGB. Distances are CIE76, in
CIELAB under D65: about 2.3 is what an eye just tells apart.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise

__all__ = ["VUES", "ecart", "ecart_des_voisines", "ecart_minimal", "vue"]

Triplet = tuple[float, float, float]
Matrice = tuple[Triplet, Triplet, Triplet]

MACHADO: dict[str, Matrice] = {
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutéranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanope": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
VERS_XYZ: Matrice = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
BLANC_D65: Triplet = (0.95047, 1.0, 1.08883)
VUES = ("commune", *MACHADO)


def _lineaire(couleur: str) -> Triplet:
    canaux = (int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    rouge, vert, bleu = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux)
    return rouge, vert, bleu


def _fois(matrice: Matrice, vecteur: Triplet) -> Triplet:
    x, y, z = (sum(m * v for m, v in zip(ligne, vecteur, strict=True)) for ligne in matrice)
    return x, y, z


def vue(couleur: str, qui: str) -> Triplet:
    """A colour `#rrggbb` in CIELAB, as `qui` sees it (`VUES`)."""
    rgb = _lineaire(couleur)
    if qui in MACHADO:
        rouge, vert, bleu = (min(1.0, max(0.0, c)) for c in _fois(MACHADO[qui], rgb))
        rgb = rouge, vert, bleu
    rapports = [c / b for c, b in zip(_fois(VERS_XYZ, rgb), BLANC_D65, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in rapports)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ecart(une: str, autre: str, qui: str) -> float:
    """Distance between two colours."""
    return math.dist(vue(une, qui), vue(autre, qui))


def ecart_minimal(couleurs: tuple[str, ...], qui: str) -> float:
    """Distance of the two nearest colours of a palette without order."""
    return min(ecart(a, b, qui) for a, b in combinations(couleurs, 2))


def ecart_des_voisines(couleurs: tuple[str, ...], qui: str) -> float:
    """Distance of the two nearest neighbours of an ordered palette."""
    return min(ecart(a, b, qui) for a, b in pairwise(couleurs))

"""A map as bytes: the same bytes for the same map, for a file can then be compared with another."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from exports.cartes.tour import a_son_tour

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["png", "svg"]

_SEL: Final = "atlas"
"""What the identifiers inside an SVG are made from, instead of chance."""


@a_son_tour
def png(figure: Figure, dpi: int = 300) -> bytes:
    """The map as a PNG.

    Args:
        figure: As the functions of this package draw it.
        dpi: Dots per inch.
    """
    tampon = io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(tampon, format="png", dpi=dpi, metadata={"Software": None})
    return tampon.getvalue()


@a_son_tour
def svg(figure: Figure) -> bytes:
    """The map as an SVG that needs no font: its letters are outlines."""
    tampon = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": _SEL, "svg.fonttype": "path"}):
        FigureCanvasSVG(figure)
        figure.savefig(tampon, format="svg", metadata={"Date": None, "Creator": None})
    return tampon.getvalue()

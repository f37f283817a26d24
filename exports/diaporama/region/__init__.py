"""The deck of a région, slide by slide."""

from exports.diaporama.region.deck import diaporama_region, planches_region

__all__ = ["diaporama_region", "planches_region"]

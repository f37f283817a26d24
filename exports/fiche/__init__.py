"""The A4 sheet of a territory or of a région, as one page of PDF."""

from exports.fiche.pdf import debordements, fiche_region, fiche_territoire

__all__ = ["debordements", "fiche_region", "fiche_territoire"]

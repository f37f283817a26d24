"""The A4 sheet of a territory or of a région, as one page of PDF."""

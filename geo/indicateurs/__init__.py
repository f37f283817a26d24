"""The indicators: declared once, computed for any place, ranked, compared, and put into classes."""

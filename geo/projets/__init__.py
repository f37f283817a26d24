"""The published projects: from their rows to a table, cleaned, placed, joined and ordered by stade."""

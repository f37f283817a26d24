"""« Une salle, un projecteur, pas de réseau, dix minutes »: a playlist prepared, then projected."""

"""Communes through time and by what people write of them: merges, postal codes, the point where one lies."""

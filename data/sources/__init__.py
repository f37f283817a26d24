"""The raw sources: declared, found, fetched from their producers, verified."""

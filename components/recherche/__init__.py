"""The search field of every page, and where an answer leads."""

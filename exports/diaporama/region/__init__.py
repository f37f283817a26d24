"""The deck of a région, slide by slide."""

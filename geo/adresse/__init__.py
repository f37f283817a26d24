"""Addresses: what a link says, declared once by the page that it opens, read by one reader, written back."""

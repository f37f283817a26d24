"""The pages: a folder each, with what is that page's own; no page imports a page."""

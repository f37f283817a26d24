"""Narrowing projects down: one filter, its address, its facets and counts, the selection and its figures."""

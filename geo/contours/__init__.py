"""Outlines: borders shared by all levels, coverages whose neighbours meet exactly, and their encoding."""

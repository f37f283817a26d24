"""The build: raw sources in, processed tables and their report out."""
